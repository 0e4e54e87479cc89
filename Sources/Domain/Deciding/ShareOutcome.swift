/// The last auction that fits the envelope, while shares are raised unit by unit.
struct ShareOutcome {
    private(set) var auction: ShareAuction
    /// By how many units of currency every share was raised.
    private(set) var raises = 0
    /// What the first auction that no longer fitted would have cost.
    private(set) var refusedCost: Int?
    /// Whether raising was ended before an auction no longer fitted.
    private(set) var wasEnded = false

    /// Tries at most so many raises.
    init(_ electorate: Electorate, raising limit: Int) {
        auction = ShareAuction(electorate, fund: electorate.budget)
        guard limit > 0, electorate.voters > 0 else { return }
        for _ in 0..<limit {
            guard let quiet = auction.quietRaises() else { return }
            let next = raises + quiet
            let fund = electorate.budget + next * electorate.unit * electorate.voters
            let raised = ShareAuction(electorate, fund: fund)
            guard raised.cost <= electorate.budget else {
                refusedCost = raised.cost
                return
            }
            auction = raised
            raises = next
        }
        wasEnded = true
    }
}

extension ShareAuction {
    /// What every voter has in the beginning.
    var share: Double { Double(fund) / Double(max(1, electorate.voters)) }

    /// What the supporters of an idea have left together.
    func moneyLeft(for idea: Int) -> Double {
        electorate.groupsOf[idea].reduce(0) { $0 + purses[Int($1)].left * purses[Int($1)].voters }
    }

    /// How many raises at least lead to the next auction worth looking at; nil if none would change anything.
    ///
    /// Mostly one. But where nobody was short of money, higher shares change no price and no order, and an idea that has
    /// fewer supporters than all that were bought can only come after them, when its supporters' rests are enough.
    func quietRaises() -> Int? {
        let rest = electorate.costs.indices.filter {
            boughtAt[$0] == Self.never && electorate.supporters[$0] > 0
        }
        guard !rest.isEmpty else { return nil }
        guard purchases.allSatisfy(\.isPlain) else { return 1 }
        if let last = purchases.last?.idea {
            let comesAfter = rest.allSatisfy {
                (electorate.supporters[last], electorate.turns[$0])
                    > (electorate.supporters[$0], electorate.turns[last])
            }
            guard comesAfter else { return 1 }
        }
        var least = Double(Tally.amountLimit)
        for idea in rest {
            let lacking = Double(electorate.costs[idea]) - moneyLeft(for: idea)
            let raise = Double(electorate.supporters[idea]) * Double(electorate.unit)
            least = min(least, lacking / raise)
        }
        // A little less than computed, so that an error of rounding cannot skip a change.
        return max(1, Int((least * (1 - 1e-9) - 1e-6).rounded(.down)))
    }
}
