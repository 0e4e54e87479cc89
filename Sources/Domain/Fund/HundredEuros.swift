/// Where one hundred euros of contributions went, in cents that add up to 10 000.
public struct HundredEuros: Hashable, Sendable {
    public let fee: Int64
    public let insurer: Int64
    public let prevention: Int64
    /// Small claims that the pool paid or paid back.
    public let claims: Int64
    public let returned: Int64
    /// What stays in the pool.
    public let kept: Int64
}

extension PeriodClose {
    /// The picture of the period; nil without contributions. What the pool did with the money of other periods counts
    /// in proportion to this one's.
    public var hundredEuros: HundredEuros? {
        guard totals.total > 0 else { return nil }
        let parts = Money.largestRemainder(
            10_000,
            among: [
                (id: 0, weight: totals.fee), (id: 1, weight: totals.insurer),
                (id: 2, weight: totals.prevention),
                (id: 3, weight: totals.pool),
            ]
        ).map(\.cents)
        var uses = Money.largestRemainder(
            parts[3],
            among: [
                (id: 0, weight: claimsFromPool + repaid), (id: 1, weight: distributed),
                (id: 2, weight: carriedOver),
            ]
        ).map(\.cents)
        if uses == [0, 0, 0] { uses[2] = parts[3] }
        return HundredEuros(
            fee: parts[0], insurer: parts[1], prevention: parts[2], claims: uses[0], returned: uses[1],
            kept: uses[2])
    }
}
