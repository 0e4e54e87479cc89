/// One run of the Method of Equal Shares with a given share for each voter.
///
/// Money is counted in floating point with a bound on its error. Wherever two numbers that are to be compared lie
/// within that bound of each other, ``ShareAuction/exactOffer(for:)`` and its like decide in exact fractions.
struct ShareAuction {
    /// An idea that was bought.
    struct Purchase {
        let idea: Int
        /// The most that one supporter pays.
        let price: Double
        /// Cost over price.
        let votes: Double
        /// Whether every supporter had more than the price.
        let isPlain: Bool
        /// The ideas that were equal to it, if the draw had to choose; itself among them.
        let drawn: [Int]
    }

    /// What an idea would cost its supporters now.
    struct Offer {
        let idea: Int
        let price: Double
        let priceError: Double
        let votes: Double
        let votesError: Double
        let isPlain: Bool
    }

    /// The money of a group of voters.
    struct Purse {
        /// What each voter has left.
        var left: Double
        /// By how much that can be wrong.
        var slack: Double
        let voters: Double
    }

    let electorate: Electorate
    /// The share of every voter is this over the number of voters.
    let fund: Int
    private(set) var purchases: [Purchase] = []
    /// For each group.
    private(set) var purses: [Purse]
    /// The number of the purchase for which a group gave its last money.
    private(set) var exhaustedAt: [Int]
    /// Whether that was less than the price.
    private(set) var wasShort: [Bool]
    /// The number of the purchase of each idea.
    private(set) var boughtAt: [Int]
    /// For each idea a price below which it can no longer be had.
    private var floors: [Double]
    var ledger = ShareLedger()

    static let never = Int.max
    /// A price that is known less exactly than to this part is worked out in fractions, so that errors cannot grow from
    /// purchase to purchase.
    private static let precision = 1e-9

    /// Runs to the end.
    init(_ electorate: Electorate, fund: Int) {
        self.electorate = electorate
        self.fund = fund
        let share = Double(fund) / Double(max(1, electorate.voters))
        purses = electorate.groups.map {
            Purse(left: share, slack: share.ulp, voters: Double($0.voters))
        }
        exhaustedAt = [Int](repeating: Self.never, count: electorate.groups.count)
        wasShort = [Bool](repeating: false, count: electorate.groups.count)
        boughtAt = [Int](repeating: Self.never, count: electorate.costs.count)
        floors = [Double](repeating: 0, count: electorate.costs.count)
        // At most so many effective votes: what an idea had when it was last looked at can only become less.
        var limits = electorate.supporters.map(Double.init)
        while let (offer, drawn) = bestOffer(&limits) {
            limits[offer.idea] = 0
            buy(offer, drawn)
        }
    }

    /// What the purchases cost together.
    var cost: Int { purchases.reduce(0) { $0 + electorate.costs[$1.idea] } }

    private mutating func bestOffer(_ limits: inout [Double]) -> (offer: Offer, drawn: [Int])? {
        var offers: [Offer] = []
        var sure = 0.0
        var isSeen = [Bool](repeating: false, count: limits.count)
        while true {
            var next: Int?
            var limit = sure
            for idea in limits.indices where !isSeen[idea] && limits[idea] > 0 && limits[idea] >= limit {
                next = idea
                limit = limits[idea]
            }
            guard let next else { break }
            isSeen[next] = true
            guard let offer = offer(for: next, limit: &limits[next], least: sure) else { continue }
            sure = max(sure, offer.votes - offer.votesError)
            offers.append(offer)
        }
        let rivals = offers.filter { $0.votes + $0.votesError >= sure }
        guard let first = rivals.first else { return nil }
        guard rivals.count > 1 else { return (first, []) }
        let equals = equallyGood(rivals)
        let chosen = equals.min { electorate.turns[$0.idea] < electorate.turns[$1.idea] } ?? first
        return (chosen, equals.count > 1 ? equals.map(\.idea) : [])
    }

    /// The best of the offers: more than one only if they are exactly equal.
    private mutating func equallyGood(_ offers: [Offer]) -> [Offer] {
        if offers.allSatisfy(\.isPlain) {
            let most = offers.map { electorate.supporters[$0.idea] }.max()
            return offers.filter { electorate.supporters[$0.idea] == most }
        }
        var best: [(offer: Offer, exact: ExactOffer)] = []
        for offer in offers {
            let exact = exactOffer(for: offer)
            guard let leader = best.first else {
                best = [(offer, exact)]
                continue
            }
            if leader.exact.isBetter(than: exact) { continue }
            if exact.isBetter(than: leader.exact) { best = [] }
            best.append((offer, exact))
        }
        return best.map(\.offer)
    }

    /// What the idea would cost its supporters; nil if together they have not enough left, or if it has fewer effective
    /// votes than `least`. Lowers the limit of its votes.
    private mutating func offer(for idea: Int, limit: inout Double, least: Double) -> Offer? {
        let cost = Double(electorate.costs[idea])
        let weight = Double(electorate.supporters[idea])
        guard cost > 0 else {
            return Offer(
                idea: idea, price: 0, priceError: 0, votes: weight, votesError: 0, isPlain: true)
        }
        let members = electorate.groupsOf[idea]
        let rounding = cost.ulp * Double(members.count + 4)
        // Money only becomes less, and prices rise: the last price that was found is a good beginning.
        var price = max(floors[idea], cost / weight)
        var seen = look(at: members, price)
        let error = seen.totalSlack + rounding
        if seen.total < cost - error || (seen.total <= cost + error && !canAfford(idea)) {
            limit = 0
            return nil
        }
        while seen.shortVoters > 0 {
            guard seen.shortVoters < weight else {
                price = seen.highest
                break
            }
            // The price only rises from look to look.
            let before = seen.shortVoters
            price = max(price, (cost - seen.shortMoney) / (weight - seen.shortVoters))
            // Even at the price that this look leads to, which is not the last yet, there may be better ideas.
            let surely = price - (seen.shortSlack + rounding) / (weight - seen.shortVoters)
            if surely > 0, cost / surely < least * (1 - 4 * Double.ulpOfOne) {
                limit = min(limit, cost / surely * (1 + 4 * Double.ulpOfOne))
                floors[idea] = max(floors[idea], surely)
                return nil
            }
            seen = look(at: members, price)
            if seen.shortVoters == before { break }
        }
        let payers = max(1, weight - seen.shortVoters)
        let priceError = (seen.shortSlack + rounding) / payers + price.ulp
        floors[idea] = price - priceError
        let isPlain = seen.lowest >= price + priceError
        let votes = isPlain ? weight : min(weight, cost / price)
        let votesError = isPlain ? 0 : votes * (priceError / price + 4 * Double.ulpOfOne)
        limit = min(limit, votes + votesError)
        return Offer(
            idea: idea, price: price, priceError: priceError, votes: votes, votesError: votesError,
            isPlain: isPlain)
    }

    /// What the supporters of an idea have left, seen from a price.
    private struct Holdings {
        var total = 0.0
        var totalSlack = 0.0
        /// The least that one of them surely has.
        var lowest = Double.infinity
        var highest = 0.0
        /// How many have less than the price, and how much together.
        var shortVoters = 0.0
        var shortMoney = 0.0
        /// By how much that can be wrong, those counted too who may have less.
        var shortSlack = 0.0
    }

    private func look(at members: [Int32], _ price: Double) -> Holdings {
        var seen = Holdings()
        purses.withUnsafeBufferPointer { purses in
            for member in members {
                let purse = purses[Int(member)]
                let least = purse.left - purse.slack
                seen.total += purse.left * purse.voters
                seen.totalSlack += purse.slack * purse.voters
                seen.lowest = min(seen.lowest, least)
                seen.highest = max(seen.highest, purse.left)
                if least < price { seen.shortSlack += purse.slack * purse.voters }
                if purse.left < price {
                    seen.shortVoters += purse.voters
                    seen.shortMoney += purse.left * purse.voters
                }
            }
        }
        return seen
    }

    /// Whether floating point cannot tell if a group has less than the price.
    func isClose(_ group: Int, to offer: Offer) -> Bool {
        abs(purses[group].left - offer.price) <= purses[group].slack + offer.priceError
    }

    private mutating func buy(_ offer: Offer, _ drawn: [Int]) {
        let members = electorate.groupsOf[offer.idea]
        let isVague = offer.priceError > offer.price * Self.precision
        let isNear = members.contains { isClose(Int($0), to: offer) }
        let exact = isVague || isNear ? exactOffer(for: offer) : nil
        let price = exact.map { LongInteger.ratio($0.price, ledger.scale * $0.payers) } ?? offer.price
        let error = (exact == nil ? offer.priceError : 8 * price.ulp) + share.ulp
        let round = purchases.count
        for member in members {
            let group = Int(member)
            guard exhaustedAt[group] == Self.never else { continue }
            let hasMore = purses[group].left > offer.price
            let side = isClose(group, to: offer) ? exact?.sides[group] ?? .has : hasMore ? .has : .lacks
            switch side {
            case .has:
                purses[group].left -= price
                purses[group].slack += error
            case .isLevel, .lacks:
                purses[group].left = 0
                purses[group].slack = 0
                exhaustedAt[group] = round
                wasShort[group] = side == .lacks
            }
        }
        boughtAt[offer.idea] = round
        purchases.append(
            Purchase(
                idea: offer.idea, price: price,
                votes: offer.isPlain ? offer.votes : Double(electorate.costs[offer.idea]) / price,
                isPlain: offer.isPlain, drawn: drawn))
    }
}
