import FoundationEssentials

/// Ranks by strength in duels of two ideas, so that it does not matter against whom an idea happened to stand.
public struct PairwiseMethod: RankingMethod {
    public static let id = "pairwise"
    public static let version = 1

    /// Fictitious wins each way, in all, in millionths.
    public let prior: Int
    public let selection: Selection

    /// The information about so many strengths is still computed at once.
    static let ideaLimit = 5_000
    /// Below this many duels a strength says little.
    static let fewDuels = 10
    /// The quantile of the normal distribution of which 19 values in 20 are no farther than this from the middle.
    static let quantile = 1.959963984540054
    /// Strengths are decided to one part of so many.
    private static let precision = 1_000_000.0

    /// Options: `prior` (100,000 millionths), `winners` (1).
    public init(options: MethodOptions) throws(OptionFault) {
        var reader = OptionReader(options)
        prior = try reader.take("prior", 1...1_000_000_000) ?? 100_000
        selection = try Selection(&reader)
        try reader.finish()
    }

    public func rank(_ tally: Tally) throws(TallyFault) -> Ranking {
        try tally.require(.pairs, for: Self.self)
        guard tally.ideas.count <= Self.ideaLimit else {
            throw TallyFault(.whole, .tooManyIdeas(limit: Self.ideaLimit))
        }
        let counts = DuelCounts(ideas: tally.ideas.count, tally.duels)
        let model = BradleyTerry(counts, prior: Double(prior) / Self.precision)
        let strengths = model.strengths.map { ($0 * Self.precision).rounded() / Self.precision }
        let shares = model.winShares()
        let list = tally.places { strengths[$0] > strengths[$1] }
        let winners = selection.winners(
            of: list.order, readers: { counts.duels[$0] }, isSupported: { counts.wins[$0] > 0 })
        return tally.ranking(Self.self, list, winners: winners, warnings: warnings(counts)) { idea in
            let error = model.standardError(of: idea)
            return .duels(
                Facts.Duels(
                    wins: counts.wins[idea], duels: counts.duels[idea], strength: strengths[idea],
                    standardError: error, winShare: shares[idea].share,
                    winShareMargin: Self.quantile * error * shares[idea].slope))
        } gap: { idea, above in
            Gap(
                above: tally.ideas[above].id, difference: strengths[above] - strengths[idea],
                standardError: model.standardError(of: above, against: idea))
        }
    }

    private func warnings(_ counts: DuelCounts) -> [Warning] {
        let groups = counts.groupCount
        let rare = counts.duels.count { $0 < Self.fewDuels }
        return (groups > 1 ? [.separateGroups(count: groups)] : [])
            + (rare > 0 ? [.fewDuels(ideas: rare, least: Self.fewDuels)] : [])
    }
}

extension Tally {
    /// Every duel of every ballot.
    var duels: [Ballot.Duel] {
        ballots.flatMap { ballot -> [Ballot.Duel] in
            if case .pairs(let duels) = ballot { duels } else { [] }
        }
    }
}
