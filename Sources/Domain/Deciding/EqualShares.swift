/// Every voter holds an equal share of the envelope and pays with it for the ideas that he or she approves of (D. Peters
/// and P. Skowron, 2020), with the completion by raising shares (Add1).
public struct EqualShares: RankingMethod {
    public static let id = "equal-shares"
    public static let version = 1

    /// Whether shares are raised, a unit of currency at a time, while the outcome fits the envelope.
    public let raises: Bool

    /// Enough for every election; an end for files that were made to have none.
    static let mostRaises = 100_000

    /// Options: `raises` (1; 0 for shares that stay as they are).
    public init(options: MethodOptions) throws(OptionFault) {
        var reader = OptionReader(options)
        raises = try reader.take("raises", 0...1) != 0
        try reader.finish()
    }

    public func rank(_ tally: Tally) throws(TallyFault) -> Ranking {
        try tally.require(.approvals, .tokens, for: Self.self)
        let electorate = try Electorate(tally)
        let outcome = ShareOutcome(electorate, raising: raises ? Self.mostRaises : 0)
        let auction = outcome.auction
        let supporters = electorate.supporters
        let list = tally.places {
            let (left, right) = (auction.boughtAt[$0], auction.boughtAt[$1])
            return left == right ? supporters[$0] > supporters[$1] : left < right
        }
        let greedy = try GreedyMethod.beside(tally)
        let winners = Set(auction.purchases.map(\.idea))
        return tally.ranking(
            Self.self, list, winners: winners, steps: steps(outcome, tally),
            warnings: (outcome.wasEnded ? [.raisesEnded(count: Self.mostRaises)] : [])
                + (winners.isEmpty ? [.nothingFunded] : []),
            beside: greedy
        ) { idea in
            .shares(facts(idea, auction, isGreedyChoice: greedy.winners.contains(tally.ideas[idea].id)))
        } gap: { idea, above in
            gap(idea, above, auction, tally)
        }
    }

    private func facts(_ idea: Int, _ auction: ShareAuction, isGreedyChoice: Bool) -> Facts.Shares {
        let round = auction.boughtAt[idea] == ShareAuction.never ? nil : auction.boughtAt[idea]
        let purchase = round.map { auction.purchases[$0] }
        return Facts.Shares(
            cost: auction.electorate.costs[idea], supporters: auction.electorate.supporters[idea],
            round: round.map { $0 + 1 }, effectiveVotes: purchase?.votes, highestPayment: purchase?.price,
            moneyLeft: auction.moneyLeft(for: idea), share: auction.share, isGreedyChoice: isGreedyChoice)
    }

    private func gap(_ idea: Int, _ above: Int, _ auction: ShareAuction, _ tally: Tally) -> Gap {
        let round = auction.boughtAt[idea]
        guard round == ShareAuction.never else {
            return Gap(
                above: tally.ideas[above].id,
                difference: auction.purchases[round - 1].votes - auction.purchases[round].votes)
        }
        let lacking = Double(auction.electorate.costs[idea]) - auction.moneyLeft(for: idea)
        return Gap(
            difference: lacking,
            needed: auction.share > 0 ? max(1, Int((lacking / auction.share - 1e-9).rounded(.up))) : nil)
    }

    private func steps(_ outcome: ShareOutcome, _ tally: Tally) -> [Step] {
        let electorate = outcome.auction.electorate
        var steps: [Step] = [.shared(amount: electorate.budget, voters: electorate.voters)]
        if raises { steps.append(.raised(units: outcome.raises)) }
        if let cost = outcome.refusedCost { steps.append(.stopped(cost: cost)) }
        for purchase in outcome.auction.purchases {
            if !purchase.drawn.isEmpty {
                let order = purchase.drawn.sorted { electorate.turns[$0] < electorate.turns[$1] }
                steps.append(.drawn(ideas: order.map { tally.ideas[$0].id }))
            }
            steps.append(
                .bought(
                    idea: tally.ideas[purchase.idea].id, effectiveVotes: purchase.votes,
                    highestPayment: purchase.price))
        }
        return steps
    }
}
