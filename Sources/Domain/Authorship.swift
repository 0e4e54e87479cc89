/// Somebody who signs an idea together with the person who submitted it, or was asked to.
public struct CoAuthor: Hashable, Sendable {
    public let member: Member
    public let state: State
    public let invitedAt: Timestamp

    public init(member: Member, state: State, invitedAt: Timestamp) {
        self.member = member
        self.state = state
        self.invitedAt = invitedAt
    }

    public enum State: String, CaseIterable, Hashable, Sendable {
        case invited
        case joined
        case declined
        case left
    }
}

/// Who signs an idea, and how they share what it may bring.
public struct Authorship: Sendable {
    /// Those who sign it: the one who submitted it first, unless their account is gone.
    public let authors: [Member]
    /// Those who were asked and have not joined, or have left.
    public let others: [CoAuthor]
    /// Percents in force, by author; nil as long as nothing was agreed that covers all of them.
    public let agreed: [MemberID: Int]?
    /// What one of them proposed and not all have agreed to.
    public let proposal: ShareProposal?

    public init(
        authors: [Member], others: [CoAuthor], agreed: [MemberID: Int]?, proposal: ShareProposal?
    ) {
        self.authors = authors
        self.others = others
        self.agreed = agreed
        self.proposal = proposal
    }

    /// People who can sign one idea.
    public static let mostAuthors = 6

    /// The weight of each author when a reward is divided: what they agreed on, else the same for all. An agreement
    /// holds among those who are left of it, in proportion; somebody who joined later asks for another one.
    public static func weights(of authors: [MemberID], agreed: [MemberID: Int]?) -> [(
        author: MemberID, weight: Int64
    )] {
        let covers = agreed.map { shares in authors.allSatisfy { shares[$0] != nil } } ?? false
        return authors.map { ($0, covers ? Int64(agreed?[$0] ?? 0) : 1) }
    }

    /// The percents that stand, by author, to whole ones: what the weights give, and the largest remainders.
    public var percents: [(author: Member, percent: Int)] {
        let weights = Self.weights(of: authors.map(\.id), agreed: agreed)
        let parts = PrizeSplit.among(authors: weights, prize: 100)
        return authors.map { author in
            (author, Int(parts.first { $0.author == author.id }?.cents ?? 0))
        }
    }

    /// What has to be mended in percents that somebody proposes; the field of an author is `share-<number>`.
    public func problems(in percents: [MemberID: Int]) -> [Problem] {
        let wrong = authors.filter { !(0...100).contains(percents[$0.id] ?? -1) }
        guard wrong.isEmpty else {
            return wrong.map {
                Problem(
                    field: "share-\($0.id)", code: percents[$0.id] == nil ? .notANumber : .outOfRange,
                    limit: 100)
            }
        }
        let sum = authors.reduce(0) { $0 + (percents[$1.id] ?? 0) }
        return sum == 100
            ? [] : [Problem(field: "share-\(authors[0].id)", code: .sharesNotWhole, limit: sum)]
    }
}

/// Percents that one author proposes to the others.
public struct ShareProposal: Hashable, Sendable {
    public let by: MemberID
    public let at: Timestamp
    public let percents: [MemberID: Int]
    /// Those who have agreed, the proposer among them.
    public let agreed: Set<MemberID>

    public init(by: MemberID, at: Timestamp, percents: [MemberID: Int], agreed: Set<MemberID>) {
        self.by = by
        self.at = at
        self.percents = percents
        self.agreed = agreed
    }
}

extension Idea {
    /// Whether it was selected, or refused for good: from then on its authors and their parts stay as they are.
    public func isSelectionMade(in challenge: Challenge) -> Bool {
        challenge.resultsPublishedAt != nil || decision?.isAnswer == true || decision == .shortlisted
    }

    /// Why `viewer` may not look after who signs the idea, or nil.
    public func authorshipRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        guard isAuthor(viewer) else { return .forbidden(.authorOnly) }
        return isSignable ? nil : .conflict(.ideaNotPublic)
    }

    /// Why `viewer` may not change who signs the idea, or how they share, or nil.
    public func signingRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        if let refusal = authorshipRefusal(for: viewer, in: challenge) { return refusal }
        return isSelectionMade(in: challenge) ? .conflict(.sharesSettled) : nil
    }

    /// Why `viewer`, who was asked to sign the idea, may not do so, or nil. Declining is always possible.
    public func joiningRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        guard isGuest(viewer) else { return .conflict(.notInvited) }
        guard isSignable else { return .conflict(.ideaNotPublic) }
        return isSelectionMade(in: challenge) ? .conflict(.sharesSettled) : nil
    }

    /// Why `viewer` may not stop signing the idea, or nil: whoever submitted it withdraws it instead.
    public func leavingRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        if let refusal = signingRefusal(for: viewer, in: challenge) { return refusal }
        return isProposer(viewer) ? .conflict(.authorCannotLeave) : nil
    }

    private var isSignable: Bool {
        visibility == .public || visibility == .sealed || visibility == .awaitingModeration
    }
}
