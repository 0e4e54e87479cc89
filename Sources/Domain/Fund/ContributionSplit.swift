/// Where the cents of a contribution go.
public struct ContributionSplit: Hashable, Sendable {
    public var fee: Int64
    public var insurer: Int64
    public var prevention: Int64
    public var pool: Int64

    public init(fee: Int64 = 0, insurer: Int64 = 0, prevention: Int64 = 0, pool: Int64 = 0) {
        self.fee = fee
        self.insurer = insurer
        self.prevention = prevention
        self.pool = pool
    }

    public var total: Int64 { fee + insurer + prevention + pool }

    public static func + (left: Self, right: Self) -> Self {
        Self(
            fee: left.fee + right.fee, insurer: left.insurer + right.insurer,
            prevention: left.prevention + right.prevention, pool: left.pool + right.pool)
    }

    public static func - (left: Self, right: Self) -> Self {
        Self(
            fee: left.fee - right.fee, insurer: left.insurer - right.insurer,
            prevention: left.prevention - right.prevention, pool: left.pool - right.pool)
    }
}

extension FundRules {
    /// Splits a contribution: each rate is rounded down, and every cent that rounding leaves goes to the pool.
    public func split(_ contribution: Int64) -> ContributionSplit {
        let fee = Money.part(feeBps, of: contribution)
        let insurer = Money.part(insurerBps, of: contribution)
        let prevention = Money.part(preventionBps, of: contribution)
        return ContributionSplit(
            fee: fee, insurer: insurer, prevention: prevention,
            pool: contribution - fee - insurer - prevention)
    }

    /// What of a claim is covered at all: what exceeds the deductible, up to the limit.
    public func covered(of gross: Int64) -> Int64 {
        min(max(0, gross - deductible), coverLimit)
    }

    /// What a claim asks of the pool, be there anything in it or not.
    public func askedOfPool(byClaimOf gross: Int64, kind: String) -> Int64 {
        firstEuro.contains(kind) ? 0 : min(covered(of: gross), perClaimPoolLimit)
    }
}
