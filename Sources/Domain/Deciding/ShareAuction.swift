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

    let electorate: Electorate
    /// The share of every voter is this over the number of voters.
    let fund: Int
    private(set) var purchases: [Purchase] = []
    /// What each voter of a group has left.
    private(set) var left: [Double]
    /// The number of the purchase for which a group gave its last money.
    private(set) var exhaustedAt: [Int]
    /// Whether that was less than the price.
    private(set) var wasShort: [Bool]
    /// The number of the purchase of each idea.
    private(set) var boughtAt: [Int]
    /// By how much a number in `left` can be wrong.
    private(set) var slack: Double
    var ledger = ShareLedger()

    static let never = Int.max

    /// Runs to the end.
    init(_ electorate: Electorate, fund: Int) {
        self.electorate = electorate
        self.fund = fund
        let share = Double(fund) / Double(max(1, electorate.voters))
        left = [Double](repeating: share, count: electorate.groups.count)
        exhaustedAt = [Int](repeating: Self.never, count: electorate.groups.count)
        wasShort = [Bool](repeating: false, count: electorate.groups.count)
        boughtAt = [Int](repeating: Self.never, count: electorate.costs.count)
        slack = share.ulp
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
            guard let offer = offer(for: next) else {
                limits[next] = 0
                continue
            }
            limits[next] = min(limits[next], offer.votes + offer.votesError)
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

    /// What the idea would cost its supporters; nil if together they have not enough left.
    private mutating func offer(for idea: Int) -> Offer? {
        let cost = Double(electorate.costs[idea])
        let weight = Double(electorate.supporters[idea])
        let members = electorate.groupsOf[idea]
        let rounding = cost.ulp * Double(members.count + 4)
        var price = cost / weight
        var (short, lowest, highest) = look(at: members, price)
        let error = slack * weight + rounding
        let total = short.total
        if total < cost - error { return nil }
        if total <= cost + error, !canAfford(idea) { return nil }
        while short.voters > 0 {
            guard short.voters < weight else {
                price = highest
                break
            }
            // The price only rises from look to look.
            price = max(price, (cost - short.money) / (weight - short.voters))
            let before = short.voters
            (short, lowest, highest) = look(at: members, price)
            if short.voters == before { break }
        }
        let payers = max(1, weight - short.voters)
        let priceError = (slack * short.voters + rounding) / payers + price.ulp
        let isPlain = lowest >= price + priceError + slack
        let votes = isPlain ? weight : min(weight, cost / price)
        return Offer(
            idea: idea, price: price, priceError: priceError, votes: votes,
            votesError: isPlain ? 0 : votes * (priceError / price + 4 * Double.ulpOfOne), isPlain: isPlain)
    }

    private func look(
        at members: [Int32], _ price: Double
    ) -> (short: (voters: Double, money: Double, total: Double), lowest: Double, highest: Double) {
        var voters = 0.0
        var money = 0.0
        var total = 0.0
        var lowest = Double.infinity
        var highest = 0.0
        for member in members {
            let own = left[Int(member)]
            let weight = electorate.sizes[Int(member)]
            total += own * weight
            lowest = min(lowest, own)
            highest = max(highest, own)
            if own < price {
                voters += weight
                money += own * weight
            }
        }
        return ((voters, money, total), lowest, highest)
    }

    private mutating func buy(_ offer: Offer, _ drawn: [Int]) {
        let members = electorate.groupsOf[offer.idea]
        let near = slack + offer.priceError
        let isClose = members.contains { abs(left[Int($0)] - offer.price) <= near }
        let exact = isClose ? exactOffer(for: offer) : nil
        let round = purchases.count
        for member in members {
            let group = Int(member)
            guard exhaustedAt[group] == Self.never else { continue }
            let rest = left[group] - offer.price
            let side = abs(rest) <= near ? exact?.sides[group] ?? .has : rest < 0 ? .lacks : .has
            switch side {
            case .has: left[group] = rest
            case .isLevel, .lacks:
                left[group] = 0
                exhaustedAt[group] = round
                wasShort[group] = side == .lacks
            }
        }
        slack += offer.priceError + offer.price.ulp
        boughtAt[offer.idea] = round
        purchases.append(
            Purchase(
                idea: offer.idea, price: offer.price, votes: offer.votes, isPlain: offer.isPlain,
                drawn: drawn))
    }
}
