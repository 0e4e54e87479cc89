/// Fills the envelope by score: the highest score first, then the lower cost, then the lower id; an idea is taken if it
/// still fits.
public struct GreedyMethod: RankingMethod {
    public static let id = "greedy"
    public static let version = 1

    /// There are no options.
    public init(options: MethodOptions) throws(OptionFault) {
        try OptionReader(options).finish()
    }

    public func rank(_ tally: Tally) throws(TallyFault) -> Ranking {
        let choice = try Choice(tally)
        let list = PlaceList(order: choice.order) { _, _ in false }
        return tally.ranking(
            Self.self, list, winners: choice.winners,
            warnings: choice.winners.isEmpty ? [.nothingFunded] : []
        ) { idea in
            .score(
                Facts.Score(
                    score: choice.scores[idea], cost: choice.costs[idea], left: choice.left[idea]))
        } gap: { idea, above in
            let difference = choice.scores[above] - choice.scores[idea]
            return Gap(
                above: tally.ideas[above].id, difference: Double(difference), needed: difference)
        }
    }

    /// The greedy choice of a tally, to be looked at beside another.
    static func beside(_ tally: Tally) throws(TallyFault) -> Ranking.Beside {
        let choice = try Choice(tally)
        let winners = choice.order.filter(choice.winners.contains)
        return Ranking.Beside(
            method: id, winners: winners.map { tally.ideas[$0].id },
            cost: winners.reduce(0) { $0 + choice.costs[$1] })
    }

    private struct Choice {
        let scores: [Int]
        let costs: [Int]
        let order: [Int]
        /// What was left when the turn of each idea came.
        private(set) var left: [Int]
        private(set) var winners: Set<Int> = []

        init(_ tally: Tally) throws(TallyFault) {
            try tally.require(.approvals, .tokens, for: GreedyMethod.self)
            guard let budget = tally.terms.budget else { throw TallyFault(.whole, .noBudget) }
            var scores = [Int](repeating: 0, count: tally.ideas.count)
            for ballot in tally.ballots {
                for mark in ballot.tokens { scores[mark.idea] += mark.value }
            }
            let costs = try tally.requiredCosts()
            order = tally.ideas.indices.sorted {
                (-scores[$0], costs[$0], $0) < (-scores[$1], costs[$1], $1)
            }
            left = [Int](repeating: 0, count: scores.count)
            var rest = budget
            for idea in order {
                left[idea] = rest
                guard costs[idea] <= rest else { continue }
                rest -= costs[idea]
                winners.insert(idea)
            }
            self.scores = scores
            self.costs = costs
        }
    }
}
