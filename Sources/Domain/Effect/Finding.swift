import Glibc

/// What an observation says about a measure. It explains money and never creates any: what is credited is a line in the
/// explanation of a close that would be the same without it.
public struct Finding: Hashable, Sendable {
    /// Claims to be expected without the measure, in thousandths: ⌊1000·n₀·e₁·c₁·k₀ / (e₀·c₀·k₁)⌋.
    public let expectedThousandths: Int64
    /// The expected less the real ones, in thousandths of a claim; negative if there were more.
    public let avoidedThousandths: Int64
    /// What the avoided claims would have cost the pool, in cents.
    public let amount: Int64
    /// How far the numbers carry, in thousandths: ⌊1000·√((n₀+n₁)/1082)⌋, at most 1000. 1082 claims are what limited
    /// fluctuation credibility asks for: within 5 % nine times in ten.
    public let credibilityThousandths: Int64
    /// What is credited to the measure, in cents, within what the period returned.
    public let credited: Int64
    /// Nil where a count of zero forbids it.
    public let risk: RelativeRisk?
    public let verdict: Verdict

    public enum Verdict: String, CaseIterable, Hashable, Sendable {
        case notDemonstrated
        /// There are fewer claims, which may be chance.
        case encouraging
        /// There are fewer claims, and chance is no explanation.
        case demonstrated
        /// There are more claims, and chance is no explanation.
        case adverse
    }
}

/// How many times the risk with the measure is the risk without it, with the interval that holds the true value in
/// 95 cases of 100.
public struct RelativeRisk: Hashable, Sendable {
    public let ratio: Double
    public let lower: Double
    public let upper: Double

    /// RR = (n₁/e₁)/(n₀/e₀) ÷ (c₁/k₁)/(c₀/k₀), between RR·exp(±1.96·√(1/n₀+1/n₁+1/c₀+1/c₁)): the ratio of two rate
    /// ratios with its Wald interval on the logarithmic scale. Nil when a count is zero.
    public init?(_ seen: Observation) {
        let counts = [seen.exposedBefore, seen.exposedAfter, seen.controlBefore, seen.controlAfter]
        guard counts.allSatisfy({ $0.claims > 0 }) else { return nil }
        let rates = counts.map { Double($0.claims) / Double($0.exposure) }
        ratio = rates[1] / rates[0] / (rates[3] / rates[2])
        let spread = exp(1.96 * counts.reduce(0) { $0 + 1 / Double($1.claims) }.squareRoot())
        lower = ratio / spread
        upper = ratio * spread
    }

    /// What the interval allows to say.
    public var verdict: Finding.Verdict {
        if upper < 1 { return .demonstrated }
        if lower > 1 { return .adverse }
        return ratio < 1 ? .encouraging : .notDemonstrated
    }
}

extension Observation {
    /// What follows from what was seen.
    /// - Parameters:
    ///   - meanPoolCost: What a claim costs the pool on average, in cents, as the plan fixed it.
    ///   - returned: What the period gives back in all, in cents: no more is ever credited.
    /// - Returns: Nil if the numbers are too large, or if there were no claims to compare with: then nothing can be
    ///   expected.
    public func finding(meanPoolCost: Int64, returned: Int64) -> Finding? {
        let before = exposedBefore.claims
        let after = exposedAfter.claims
        guard meanPoolCost >= 0, returned >= 0, controlBefore.claims > 0,
            let scale = Int128.product(
                exposedBefore.exposure, controlBefore.claims, controlAfter.exposure),
            let parts = Int128.product(
                1_000, before, exposedAfter.exposure, controlAfter.claims, controlBefore.exposure),
            let expected = Int64(exactly: parts / scale)
        else { return nil }
        let avoided = expected - 1_000 * after
        let cost = (Int128(avoided) * Int128(meanPoolCost)).floored(by: 1_000)
        guard let amount = Int64(exactly: cost) else { return nil }
        let credibility = min(1_000, Int64(((before + after) * 1_000_000 / 1_082).squareRootFloor))
        let risk = RelativeRisk(self)
        let verdict: Finding.Verdict = risk?.verdict ?? (avoided > 0 ? .encouraging : .notDemonstrated)
        return Finding(
            expectedThousandths: expected, avoidedThousandths: avoided, amount: amount,
            credibilityThousandths: credibility,
            credited: min(returned, Money.proportion(of: max(0, amount), credibility, in: 1_000)), risk: risk,
            verdict: verdict)
    }
}

extension Int128 {
    /// The product, or nil if it does not fit.
    fileprivate static func product(_ factors: Int64...) -> Int128? {
        factors.reduce(Int128(1)) { product, factor in
            guard let (partial, overflow) = product?.multipliedReportingOverflow(by: Int128(factor)),
                !overflow
            else { return nil }
            return partial
        }
    }

    /// `⌊self / divisor⌋`, also below zero.
    fileprivate func floored(by divisor: Int128) -> Int128 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Int64 {
    /// The largest whole number whose square is not above this one, which is not negative.
    fileprivate var squareRootFloor: Int64 {
        var low: Int64 = 0
        var high: Int64 = 3_037_000_500
        while high - low > 1 {
            let middle = (low + high) / 2
            if middle * middle <= self { low = middle } else { high = middle }
        }
        return low
    }
}
