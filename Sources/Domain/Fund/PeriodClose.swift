/// The close of a period: what was paid, what is left, and to whom it comes back. A proposal, until the insurer
/// validates it. All amounts are cents.
public struct PeriodClose: Sendable {
    /// Where the contributions went, refunds to leavers taken off. The close adds nothing to fees.
    public let totals: ContributionSplit
    public let opening: Int64
    public let refunded: Int64
    /// What the pool lacked of leavers' refunds and the insurer advanced; repaid with the rest.
    public let refundsAdvanced: Int64
    public let claimsFromPool: Int64
    public let claimsFromInsurer: Int64
    public let claimsKeptByMembers: Int64
    /// 1 · What the pool pays back of the advances.
    public let repaid: Int64
    /// What it could not pay back: it stays with whoever advanced it.
    public let unrepaid: Int64
    /// 2 · What stays for claims that are not settled yet.
    public let kept: Int64
    /// 3 · What is left then.
    public let surplus: Int64
    /// 4 · What of it is retained for the next period.
    public let retained: Int64
    /// 7 · The most that may come back by the rules' cap.
    public let cashbackCap: Int64
    /// 7 · What comes back in all.
    public let distributed: Int64
    /// 9 · What the next period opens with.
    public let carriedOver: Int64
    /// 8 · What comes back to each member who contributed, by identifier.
    public let shares: [CashbackShare]
    /// What each event came to, in the order of the events.
    public let outcomes: [FundOutcome]

    /// The sum of the weights by which the cash-back is divided.
    public var weight: Int64 { shares.reduce(0) { $0 + $1.weight } }
}

extension PeriodRun {
    /// The close of what was played, in the nine steps of the rules.
    consuming func close() -> PeriodClose {
        let repaid = settleUp()
        let kept = min(period.outstanding, balance)
        let surplus = balance - kept
        let retained = min(Money.part(rules.reserveBps, of: surplus), rules.reserveCap)
        let places = (0..<contributors).sorted { standings[$0].member < standings[$1].member }
        let weights = places.map { rules.weight(of: standings[$0]) }
        let base = zip(places, weights).reduce(0) { $1.1 > 0 ? $0 + standings[$1.0].kept.total : $0 }
        let cap = Money.part(rules.cashbackCapBps, of: base)
        let distributed = weights.contains { $0 > 0 } ? min(surplus - retained, cap) : 0
        let allotments = Money.largestRemainder(
            distributed, among: zip(places, weights).map { (id: standings[$0].member, weight: $1) })
        return PeriodClose(
            totals: totals, opening: period.opening, refunded: refunded, refundsAdvanced: refundsAdvanced,
            claimsFromPool: claimsFromPool, claimsFromInsurer: claimsFromInsurer,
            claimsKeptByMembers: claimsKeptByMembers, repaid: repaid, unrepaid: owed, kept: kept,
            surplus: surplus, retained: retained, cashbackCap: cap, distributed: distributed,
            carriedOver: balance - distributed,
            shares: zip(places, allotments).map { CashbackShare(standings[$0], $1, under: rules) },
            outcomes: outcomes.compactMap(\.self))
    }
}
