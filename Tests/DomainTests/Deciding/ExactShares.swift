import Proving

@testable import Domain

/// The Method of Equal Shares as its definition reads, in fractions and without any haste.
struct ExactShares {
    /// A fraction of whole numbers, reduced.
    struct Fraction: Comparable {
        let top: Int128
        let bottom: Int128

        init(_ top: Int128, _ bottom: Int128 = 1) {
            var (large, small) = (top.magnitude, bottom.magnitude)
            while small > 0 { (large, small) = (small, large % small) }
            let divisor = Int128(max(1, large)) * (bottom < 0 ? -1 : 1)
            self.top = top / divisor
            self.bottom = bottom / divisor
        }

        var value: Double { Double(top) / Double(bottom) }
        static func + (left: Self, right: Self) -> Self {
            Self(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom)
        }
        static func - (left: Self, right: Self) -> Self { left + Self(-right.top, right.bottom) }
        static func < (left: Self, right: Self) -> Bool { left.top * right.bottom < right.top * left.bottom }
    }

    let vote: OpenVote
    private(set) var bought: [Int] = []
    private(set) var prices: [Fraction] = []

    private init(_ vote: OpenVote, share: Fraction) {
        self.vote = vote
        let approvals = vote.ballots.map(\.supported)
        let turns = TieDraw(seed: vote.terms.seed).turns(of: vote.ideas.map(\.id))
        var left = approvals.map { _ in share }
        while true {
            var best: (idea: Int, price: Fraction, votes: Fraction)?
            for (idea, entry) in vote.ideas.enumerated() where !bought.contains(idea) {
                let supporters = approvals.indices.filter { approvals[$0].contains(idea) }
                let cost = Fraction(Int128(entry.cost ?? 0))
                guard let price = Self.price(of: cost, among: supporters.map { left[$0] }) else { continue }
                let votes = Fraction(cost.top * price.bottom, price.top)
                if let best, votes < best.votes || (votes == best.votes && turns[best.idea] < turns[idea]) {
                    continue
                }
                best = (idea, price, votes)
            }
            guard let best else { return }
            bought.append(best.idea)
            prices.append(best.price)
            for voter in approvals.indices where approvals[voter].contains(best.idea) {
                left[voter] = left[voter] - min(left[voter], best.price)
            }
        }
    }

    private static func price(of cost: Fraction, among money: [Fraction]) -> Fraction? {
        let sorted = money.sorted()
        guard !sorted.isEmpty, !(sorted.reduce(Fraction(0), +) < cost) else { return nil }
        var rest = cost
        for (index, own) in sorted.enumerated() {
            let price = Fraction(rest.top, rest.bottom * Int128(sorted.count - index))
            if !(own < price) { return price }
            rest = rest - own
        }
        return nil
    }

    /// The last outcome that fits, unit by unit; ends when everything that has supporters is bought.
    static func raised(_ vote: OpenVote) -> (bought: [Int], prices: [Fraction], raises: Int) {
        let budget = vote.terms.budget ?? 0
        let share = Fraction(Int128(budget), Int128(vote.ballots.count))
        var shares = ExactShares(vote, share: share)
        let supported = vote.ideas.indices.filter { idea in
            vote.ballots.contains { $0.supported.contains(idea) }
        }
        var raises = 0
        while shares.bought.count < supported.count {
            let unit = Fraction(Int128((raises + 1) * vote.terms.currencyUnit))
            let next = ExactShares(vote, share: share + unit)
            guard next.bought.reduce(0, { $0 + (vote.ideas[$1].cost ?? 0) }) <= budget else { break }
            raises += 1
            shares = next
        }
        return (shares.bought, shares.prices, raises)
    }

    /// A small election in which much is equal. Its ideas are in the order of their ids.
    static func random(_ luck: inout Dice) -> OpenVote {
        let ideas = 2 + luck.below(5)
        let voters = 1 + luck.below(8)
        let budget = 12 + luck.below(90)
        return OpenVote(
            kind: .approvals,
            ideas: (1...ideas).map { .init(id: "\($0)", cost: 1 + luck.below(budget / 2)) },
            ballots: (0..<voters).map { _ in .approvals(luck.some(of: ideas)) },
            terms: .init(seed: "\(luck.below(100))", budget: budget, currencyUnit: 1 + luck.below(3)))
    }
}
