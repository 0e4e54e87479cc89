/// How a challenge decides: what people put on their ballots, and by which method these are counted. It is announced
/// with the challenge, and settled once that is public.
public enum DecidingWay: Hashable, Sendable {
    /// One support for an idea, as many as the quota allows.
    case approval
    /// So many tokens to spread, at most `cap` on one idea.
    case tokens(count: Int, cap: Int)
    /// One of six grades for an idea.
    case majorityJudgment
    /// Which of two ideas is the better one.
    case pairwise
    /// Approvals of ideas with a cost, under an envelope in cents.
    case equalShares(envelope: Int64)

    /// The ways without what is particular to a challenge.
    public enum Name: String, CaseIterable, Hashable, Sendable {
        case approval
        case tokens
        case majorityJudgment
        case pairwise
        case equalShares
    }

    public var name: Name {
        switch self {
        case .approval: .approval
        case .tokens: .tokens
        case .majorityJudgment: .majorityJudgment
        case .pairwise: .pairwise
        case .equalShares: .equalShares
        }
    }

    /// What is proposed where nothing else was said: 10 tokens, 3 of them on one idea.
    public static let usualTokens = DecidingWay.tokens(count: 10, cap: 3)
    public static let tokenCounts = 1...100
    public static let caps = 1...10
    /// From one euro to a thousand millions, in cents.
    public static let envelopes: ClosedRange<Int64> = 100...Int64(Tally.amountLimit)

    /// Whether a ballot is a list of supports, which can be shown as a number once the vote is over.
    public var countsSupports: Bool { self == .approval }

    /// What may be said of one idea: tokens, the number of a grade, or 1 for an approval. Nil where a ballot is not
    /// filled idea by idea.
    public var marks: ClosedRange<Int>? {
        switch self {
        case .approval, .pairwise: nil
        case .tokens(_, let cap): 0...cap
        case .majorityJudgment: 0...(Grade.allCases.count - 1)
        case .equalShares: 0...1
        }
    }

    /// Whether a mark of zero says something: the worst grade does, no token does not.
    public var keepsZero: Bool { self == .majorityJudgment }

    /// In cents, where one is shared out.
    public var envelope: Int64? {
        if case .equalShares(let envelope) = self { envelope } else { nil }
    }

    public var ballotKind: BallotKind {
        switch self {
        case .approval, .equalShares: .approvals
        case .tokens: .tokens
        case .majorityJudgment: .grades
        case .pairwise: .pairs
        }
    }

    /// The id of the method that counts, and the options announced for it.
    public func method(quota: Int?) -> (id: String, options: MethodOptions) {
        switch self {
        case .approval: (ApprovalMethod.id, quota.map { ["quota": $0] } ?? [:])
        case .tokens(let count, let cap): (TokensMethod.id, ["tokens": count, "cap": cap])
        case .majorityJudgment: (MajorityJudgment.id, [:])
        case .pairwise: (PairwiseMethod.id, [:])
        case .equalShares: (EqualShares.id, [:])
        }
    }

    /// What has to be mended in the form of a challenge.
    var problems: [Problem] {
        switch self {
        case .approval, .majorityJudgment, .pairwise: return []
        case .tokens(let count, let cap):
            var problems: [Problem] = []
            if !Self.tokenCounts.contains(count) {
                problems.append(
                    Problem(field: "tokens", code: .outOfRange, limit: Self.tokenCounts.upperBound))
            }
            let most = min(Self.caps.upperBound, max(1, count))
            if !(1...most).contains(cap) {
                problems.append(Problem(field: "tokenCap", code: .outOfRange, limit: most))
            }
            return problems
        case .equalShares(let envelope):
            return Self.envelopes.contains(envelope)
                ? [] : [Problem(field: "envelope", code: .outOfRange, limit: Tally.amountLimit / 100)]
        }
    }

    /// What is wrong with a whole ballot, given all its marks; its field is `ballot`.
    public func problem(with marks: some Sequence<Int>) -> Problem? {
        guard case .tokens(let count, _) = self, marks.reduce(0, +) > count else { return nil }
        return Problem(field: "ballot", code: .tooManyTokens, limit: count)
    }
}

extension Blueprint {
    /// How a challenge decides unless its manager says otherwise.
    public var usualWay: DecidingWay {
        self == .openCall ? .usualTokens : .approval
    }
}

extension Challenge {
    /// Why `viewer` may not say what ideas cost, or nil. What was announced when the vote opened stays.
    public func costRefusal(for viewer: Viewer, at now: Timestamp) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        guard content.way.envelope != nil else { return .conflict(.otherBallot) }
        switch standing {
        case .cancelled: return .conflict(.challengeCancelled)
        case .resultsPublished, .archived: return .conflict(.resultsAlreadyPublished)
        case .draft, .published, .suspended: break
        }
        guard let voting = schedule.window(of: .vote), now >= voting.opensAt else { return nil }
        return .conflict(.costsSettled)
    }
}
