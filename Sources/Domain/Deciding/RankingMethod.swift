/// A way to make a ranking from ballots: a pure function of the frozen tally and of options announced before the vote.
public protocol RankingMethod: Sendable {
    /// Its name in rules, addresses and files.
    static var id: String { get }
    /// Raised whenever the same tally could be ranked otherwise than before.
    static var version: Int { get }

    /// Options that are left out have the method's own defaults.
    ///
    /// Throws an `OptionFault` for an option that the method does not have or a value that it cannot have.
    init(options: MethodOptions) throws(OptionFault)

    /// Ranks the ideas. Throws a `TallyFault` if the tally is not of the kind that the method counts.
    func rank(_ tally: Tally) throws(TallyFault) -> Ranking
}

extension RankingMethod {
    /// Name and version, such as `majority-judgment/1`.
    public static var name: String { "\(id)/\(version)" }
}

/// Every method there is.
public enum RankingMethods {
    /// In the order in which they are explained.
    public static let all: [any RankingMethod.Type] = [
        ApprovalMethod.self, TokensMethod.self, MajorityJudgment.self, PairwiseMethod.self, EqualShares.self,
        GreedyMethod.self, JuryMethod.self,
    ]

    /// The method with that id, or nil.
    public static func type(_ id: String) -> (any RankingMethod.Type)? {
        all.first { $0.id == id }
    }

    /// The method by which ballots of a kind are counted unless the rules say otherwise.
    public static func usual(for kind: BallotKind, hasEnvelope: Bool) -> any RankingMethod.Type {
        switch kind {
        case .approvals: hasEnvelope ? EqualShares.self : ApprovalMethod.self
        case .tokens: hasEnvelope ? EqualShares.self : TokensMethod.self
        case .grades: MajorityJudgment.self
        case .pairs: PairwiseMethod.self
        case .scorecards: JuryMethod.self
        }
    }
}
