/// A period while its events are played one after the other.
struct PeriodRun {
    /// What is known of one member so far.
    struct Standing {
        let member: FundMember
        /// All contributions of the period, wherever they stand among the events.
        var contributed: Int64 = 0
        /// Where they went, less what was reversed.
        var kept = ContributionSplit()
        /// What their claims asked of the pool.
        var asked: Int64 = 0
        var hasLeft = false
    }

    /// A claim on a pool without insurer that waits for its settlement.
    private struct Waiting {
        let event: Int
        let member: FundMember
        let gross: Int64
        let asked: Int64
    }

    let rules: FundRules
    let period: FundPeriod
    /// Those who contributed, then others who claimed or left.
    private(set) var standings: [Standing] = []
    /// How many of ``standings`` contributed.
    private(set) var contributors = 0
    private var places: [FundMember: Int] = [:]
    private var waiting: [Waiting] = []

    private(set) var balance: Int64
    /// What the pool owes, to be repaid before there is any surplus.
    private(set) var owed: Int64 = 0
    private(set) var totals = ContributionSplit()
    private(set) var refunded: Int64 = 0
    private(set) var refundsAdvanced: Int64 = 0
    private(set) var claimsFromPool: Int64 = 0
    private(set) var claimsFromInsurer: Int64 = 0
    private(set) var claimsKeptByMembers: Int64 = 0
    private(set) var outcomes: [FundOutcome?]

    init(_ period: FundPeriod) {
        self.period = period
        rules = period.rules
        balance = period.opening
        outcomes = Array(repeating: nil, count: period.events.count)
        places.reserveCapacity(period.events.count)
        // A member may leave before their contribution is booked: what they paid in all is what counts.
        for case .contribution(let member, let amount) in period.events {
            let place = place(of: member)
            standings[place].contributed += amount
            standings[place].kept = standings[place].kept + rules.split(amount)
        }
        contributors = standings.count
    }

    private mutating func place(of member: FundMember) -> Int {
        if let known = places[member] { return known }
        standings.append(Standing(member: member))
        places[member] = standings.count - 1
        return standings.count - 1
    }

    mutating func play(_ event: FundEvent, at index: Int) {
        switch event {
        case .contribution(_, let amount):
            let split = rules.split(amount)
            totals = totals + split
            balance += split.pool
            outcomes[index] = .contribution(split)
        case .claim(let member, let gross, let kind):
            claim(of: member, gross, kind, at: index)
        case .leaving(let member, let days, let length):
            leave(member, after: days, of: length, at: index)
        case .settlement:
            outcomes[index] = .settlement(settle())
        }
    }

    private mutating func claim(of member: FundMember, _ gross: Int64, _ kind: String, at index: Int) {
        let asked = rules.askedOfPool(byClaimOf: gross, kind: kind)
        standings[place(of: member)].asked += asked
        guard rules.backing == .insurer else {
            waiting.append(Waiting(event: index, member: member, gross: gross, asked: asked))
            return
        }
        let covered = rules.covered(of: gross)
        let paid = min(asked, balance)
        balance -= paid
        if rules.dropDown == .advance { owed += asked - paid }
        note(
            FundOutcome.ClaimPayment(pool: paid, insurer: covered - paid, member: gross - covered), at: index)
    }

    private mutating func note(_ payment: FundOutcome.ClaimPayment, at index: Int) {
        claimsFromPool += payment.pool
        claimsFromInsurer += payment.insurer
        claimsKeptByMembers += payment.member
        outcomes[index] = .claim(payment)
    }

    private mutating func leave(
        _ member: FundMember, after days: Int64, of length: Int64, at index: Int
    ) {
        let place = place(of: member)
        let contributed = standings[place].contributed
        let earned = Money.proportion(of: contributed, days, in: length)
        let reversed = standings[place].kept - rules.split(earned)
        standings[place].kept = standings[place].kept - reversed
        standings[place].hasLeft = true
        totals = totals - reversed
        refunded += reversed.total
        // Rounding can make the pool's part of the smaller amount the larger one by a cent or two.
        let paid = min(reversed.pool, balance)
        balance -= paid
        owed += reversed.pool - paid
        refundsAdvanced += reversed.pool - paid
        outcomes[index] = .leaving(
            FundOutcome.Leaving(
                earned: earned, refund: contributed - earned, reversed: reversed,
                advanced: reversed.pool - paid))
    }

    /// Pays the claims that wait: in full, or in proportion to what they ask.
    private mutating func settle() -> FundOutcome.Settlement {
        let asked = waiting.reduce(0) { $0 + $1.asked }
        let paid = min(asked, balance)
        let payments = Money.largestRemainder(paid, among: waiting.map { (id: $0.member, weight: $0.asked) })
        for (claim, payment) in zip(waiting, payments) {
            note(
                FundOutcome.ClaimPayment(
                    pool: payment.cents, insurer: 0, member: claim.gross - payment.cents), at: claim.event)
        }
        balance -= paid
        let count = waiting.count
        waiting = []
        return FundOutcome.Settlement(claims: count, asked: asked, paid: paid)
    }

    /// Repays what the pool owes, as far as it can, and pays the claims that still wait.
    mutating func settleUp() -> Int64 {
        let repaid = min(owed, balance)
        owed -= repaid
        balance -= repaid
        _ = settle()
        return repaid
    }
}
