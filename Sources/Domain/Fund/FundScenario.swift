/// A year as one imagines it: so many people who pay the same, and small claims of one size.
public struct FundScenario: Hashable, Sendable {
    public let rules: FundRules
    public let members: Int
    /// What each contributes, in cents.
    public let contribution: Int64
    /// What one claim costs, in cents.
    public let cost: Int64

    public static let memberRange = 10...200
    /// Cents.
    public static let contributionRange: ClosedRange<Int64> = 2_000...200_000
    public static let claimRange = 0...200
    /// Cents.
    public static let costRange: ClosedRange<Int64> = 2_000...200_000

    public init(rules: FundRules, members: Int, contribution: Int64, cost: Int64) {
        self.rules = rules
        self.members = members
        self.contribution = contribution
        self.cost = cost
    }

    /// What all contributions put into the pool.
    public var pool: Int64 { rules.split(contribution).pool * Int64(members) }

    /// How the year ends with this many claims.
    public func year(claims: Int) throws(FundFault) -> PeriodClose {
        try close(with: Array(repeating: cost, count: claims))
    }

    /// How the year ends if claims ask so many cents of the pool. Where rules keep claims of this size from the pool
    /// altogether, none can be brought before it, and the year ends without any.
    public func year(askingOfPool total: Int64) throws(FundFault) -> PeriodClose {
        let each = rules.askedOfPool(byClaimOf: cost, kind: "")
        guard each > 0 else { return try close(with: []) }
        var claims = Array(repeating: cost, count: Int(total / each))
        // The last one is as small as the rest.
        if total % each > 0 { claims.append(rules.deductible + total % each) }
        return try close(with: claims)
    }

    private func close(with claims: [Int64]) throws(FundFault) -> PeriodClose {
        let people = (0..<members).map { FundMember("M\($0)") }
        let claims = claims.enumerated().map { place, gross in
            FundEvent.claim(people[place % people.count], gross: gross, kind: "")
        }
        return try FundPeriod(
            rules: rules, events: people.map { .contribution($0, amount: contribution) } + claims
        ).closed()
    }
}
