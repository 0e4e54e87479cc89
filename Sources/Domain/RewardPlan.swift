/// How the announced money of a challenge is divided, paid and claimed: said before it opens, and kept from then on.
public struct RewardPlan: Hashable, Sendable {
    /// The weights of the places, the first place first.
    public let weights: [Int64]
    /// What of a prize is due at the decision, in basis points; the rest once the idea is delivered.
    public let decisionBps: Int64
    /// Days in which a reward is to be claimed once its winner was told.
    public let claimDays: Int

    public init(weights: [Int64], decisionBps: Int64 = Money.wholeBps, claimDays: Int = usualClaimDays) {
        self.weights = weights
        self.decisionBps = decisionBps
        self.claimDays = claimDays
    }

    public static let usualClaimDays = 90
    public static let claimRange = 30...730
    public static let mostPlaces = 20

    /// What holds where nobody said otherwise: the winner takes it all, at once.
    public static let usual = RewardPlan(weights: PrizeSplit.oneWinner.weights)

    /// How a pot is divided; nil if the weights are no split.
    public var split: PrizeSplit? { weights.count <= Self.mostPlaces ? PrizeSplit(weights) : nil }

    /// What has to be mended.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if split == nil { problems.append(Problem(field: "weights", code: .wrong)) }
        if !(1...Money.wholeBps).contains(decisionBps) {
            problems.append(Problem(field: "decisionPart", code: .outOfRange, limit: 100))
        }
        if !Self.claimRange.contains(claimDays) {
            problems.append(
                Problem(field: "claimDays", code: .outOfRange, limit: Self.claimRange.upperBound))
        }
        return problems
    }

    /// The parts of a prize by instalment; those without money are left out.
    public func instalments(of cents: Int64?) -> [(instalment: Reward.Instalment, cents: Int64?)] {
        guard let cents, decisionBps < Money.wholeBps else { return [(.whole, cents)] }
        let (first, rest) = PrizeSplit.steps(of: cents, decisionBps: decisionBps)
        guard first > 0, rest > 0 else { return [(.whole, cents)] }
        return [(.decision, first), (.delivery, rest)]
    }

    /// The prizes of ranked winners, in the order of the ranks; those of one rank are tied and share the sum of the
    /// places that they take. Ideas for which no place is left are left out.
    public func prizes(of cents: Int64, for ranks: [IdeaID: Int]) -> [(idea: IdeaID, rank: Int, cents: Int64)]
    {
        guard let split else { return [] }
        let groups = Dictionary(grouping: ranks.keys) { ranks[$0] ?? 0 }.sorted { $0.key < $1.key }
        let ranking = groups.map { $0.value.sorted { $0.rawValue < $1.rawValue } }
        return split.prizes(of: cents, for: ranking.map { $0.map(\.rawValue) }).prizes
            .filter { $0.cents > 0 }
            .map { (IdeaID($0.winner), ranks[IdeaID($0.winner)] ?? 0, $0.cents) }
    }
}

extension Challenge {
    /// Why `viewer` may not say how the money is divided, or nil: once public, it is what was announced.
    public func planRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = rewardRefusal(for: viewer) { return refusal }
        guard announcedCents > 0 else { return .conflict(.noRewardAnnounced) }
        return standing == .draft ? nil : .conflict(.alreadyPublished)
    }

    /// What has to be mended in the ranks that somebody gives to all `winners`; the field of an idea is `rank-<id>`.
    public func rankProblems(_ ranks: [IdeaID: Int], of winners: [IdeaID]) -> [Problem] {
        winners.compactMap { idea in
            guard let rank = ranks[idea] else { return Problem(field: "rank-\(idea)", code: .missing) }
            return (1...winners.count).contains(rank)
                ? nil : Problem(field: "rank-\(idea)", code: .outOfRange, limit: winners.count)
        }
    }
}
