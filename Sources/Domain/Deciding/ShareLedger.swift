/// The prices of purchases as exact fractions, worked out only when they are asked for. The price of purchase `t` is
/// `prices[t]` over the number of voters times `payers[0]` times … times `payers[t]`.
struct ShareLedger {
    var prices: [LongInteger] = []
    var payers: [Int] = []
    /// The denominator of what voters have left after the purchases that are entered.
    var scale = LongInteger(0)
}

/// An offer in exact fractions: each supporter who has enough pays `price` over `payers` and the scale of the ledger.
struct ExactOffer {
    /// How a group's money compares with the price.
    enum Side {
        case lacks
        case isLevel
        case has
    }

    let price: LongInteger
    let payers: Int
    let cost: Int
    /// For the groups whose money is close to the price.
    let sides: [Int: Side]

    /// Whether it has more effective votes.
    func isBetter(than other: ExactOffer) -> Bool {
        other.price * cost * payers > price * other.cost * other.payers
    }
}

extension ShareAuction {
    /// Whether the supporters of an idea together have its cost left.
    mutating func canAfford(_ idea: Int) -> Bool {
        bringLedgerUpToDate()
        let money = money(of: electorate.groupsOf[idea].lazy.map(Int.init), before: purchases.count)
        return !(money < ledger.scale * electorate.costs[idea])
    }

    /// The offer in exact fractions.
    mutating func exactOffer(for offer: Offer) -> ExactOffer {
        bringLedgerUpToDate()
        let cost = electorate.costs[offer.idea]
        guard cost > 0 else {
            // Free of charge: as many effective votes as supporters.
            return ExactOffer(
                price: ledger.scale, payers: electorate.supporters[offer.idea], cost: 1, sides: [:])
        }
        var lacking: [Int] = []
        var close: [Int] = []
        var payers = 0
        for member in electorate.groupsOf[offer.idea] {
            let group = Int(member)
            guard exhaustedAt[group] == Self.never else { continue }
            let isClose = isClose(group, to: offer)
            if isClose { close.append(group) }
            if isClose || purses[group].left > offer.price {
                payers += electorate.groups[group].voters
            } else {
                lacking.append(group)
            }
        }
        var price = ledger.scale * cost - money(of: lacking, before: purchases.count)
        let holdings = holdings(of: close)
        var sides: [Int: ExactOffer.Side] = [:]
        // The price rises with each group that turns out to lack money, until none is left that does.
        while let group = close.first(where: {
            sides[$0] == nil && holdings[$0, default: price] * payers < price
        }) {
            let voters = electorate.groups[group].voters
            sides[group] = .lacks
            price = price - holdings[group, default: price] * voters
            payers -= voters
        }
        for group in close where sides[group] == nil {
            sides[group] = price < holdings[group, default: price] * payers ? .has : .isLevel
        }
        return ExactOffer(price: price, payers: payers, cost: cost, sides: sides)
    }

    /// What one voter of each group has left, over the scale of the ledger.
    private func holdings(of groups: [Int]) -> [Int: LongInteger] {
        var known: [[Int]: LongInteger] = [:]
        var holdings: [Int: LongInteger] = [:]
        for group in groups {
            let paid = payments(of: group, before: purchases.count)
            let holding =
                known[paid]
                ?? {
                    var counts = [Int](repeating: 0, count: purchases.count)
                    for purchase in paid { counts[purchase] = 1 }
                    return balance(voters: 1, paid: counts)
                }()
            known[paid] = holding
            holdings[group] = holding
        }
        return holdings
    }

    private mutating func bringLedgerUpToDate() {
        if ledger.payers.isEmpty { ledger.scale = LongInteger(electorate.voters) }
        for round in ledger.payers.count..<purchases.count {
            let idea = purchases[round].idea
            var lacking: [Int] = []
            var payers = 0
            for member in electorate.groupsOf[idea] {
                let group = Int(member)
                if exhaustedAt[group] > round || (exhaustedAt[group] == round && !wasShort[group]) {
                    payers += electorate.groups[group].voters
                } else if exhaustedAt[group] == round {
                    lacking.append(group)
                }
            }
            let price = ledger.scale * electorate.costs[idea] - money(of: lacking, before: round)
            ledger.prices.append(price)
            ledger.payers.append(payers)
            ledger.scale = ledger.scale * payers
        }
    }

    /// What these groups had left together before a purchase, over the scale of the ledger then.
    private func money(of groups: some Sequence<Int>, before round: Int) -> LongInteger {
        var voters = 0
        var counts = [Int](repeating: 0, count: round)
        for group in groups where exhaustedAt[group] >= round {
            let size = electorate.groups[group].voters
            voters += size
            for idea in electorate.groups[group].approvals where boughtAt[idea] < round {
                counts[boughtAt[idea]] += size
            }
        }
        return balance(voters: voters, paid: counts)
    }

    /// The purchases to which a group contributed that still had money at `round`.
    private func payments(of group: Int, before round: Int) -> [Int] {
        electorate.groups[group].approvals.map { boughtAt[$0] }.filter { $0 < round }.sorted()
    }

    /// The shares of so many voters less so many times each price.
    private func balance(voters: Int, paid: [Int]) -> LongInteger {
        var balance = LongInteger(fund) * voters
        for (purchase, count) in paid.enumerated() {
            balance.multiply(by: ledger.payers[purchase])
            if count > 0 { balance = balance - ledger.prices[purchase] * count }
        }
        return balance
    }
}
