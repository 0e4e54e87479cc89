/// A period as it is about to be opened.
public struct PeriodPlan: Hashable, Sendable {
    public let rules: FundRules
    public let first: Day
    public let last: Day
    /// What part of the contributions small claims are expected to take, in basis points.
    public let expectedBps: Int64

    public init(rules: FundRules, first: Day, last: Day, expectedBps: Int64) {
        self.rules = rules
        self.first = first
        self.last = last
        self.expectedBps = expectedBps
    }

    /// The most days of a period: two years.
    public static let longest = 731

    /// What has to be mended; the fields of the rules have the names of their properties.
    /// - Parameter previous: The last period of the fund, if it had one.
    public func problems(after previous: PeriodRecord?) -> [Problem] {
        var problems: [Problem] = []
        if let previous, first <= previous.days.upperBound {
            problems.append(Problem(field: "first", code: .overlapsPreviousPhase))
        }
        if last <= first { problems.append(Problem(field: "last", code: .endsBeforeStart)) }
        if last.number - first.number >= Self.longest {
            problems.append(Problem(field: "last", code: .outOfRange, limit: Self.longest))
        }
        problems += rules.problems
        if rules.problems.isEmpty, !(0...rules.poolBps).contains(expectedBps) {
            problems.append(Problem(field: "expectedBps", code: .outOfRange, limit: Int(rules.poolBps)))
        }
        return problems
    }
}

extension FundRules {
    /// What of each contribution goes into the pool, cents of rounding apart.
    public var poolBps: Int64 { Money.wholeBps - feeBps - insurerBps - preventionBps }

    /// What comes back of the contributions if small claims take `expected` of them, all in basis points: the pool's
    /// part less the claims and what is retained, within the cap. The limit of the reserve, an amount, is not in it.
    public func promisedBps(expecting expected: Int64) -> Int64 {
        let left = max(0, poolBps - expected)
        return min(left - Money.part(reserveBps, of: left), cashbackCapBps)
    }

    /// What is retained of the contributions in that case, the cap included.
    public func retainedBps(expecting expected: Int64) -> Int64 {
        max(0, poolBps - expected) - promisedBps(expecting: expected)
    }
}

extension PeriodState {
    /// Whether what the period came to is final.
    public var isFrozen: Bool { self == .validated || self == .paid }

    /// Whether the close is told to the members, to the cent.
    public var isTold: Bool { self == .proposed || isFrozen }

    /// Why no period can follow yet, or nil.
    public var succession: Refusal? {
        isFrozen ? nil : .conflict(.periodUnderWay)
    }
}

extension PeriodRecord {
    /// What somebody adds when they take a period to another state.
    public struct Step: Hashable, Sendable {
        public let state: PeriodState
        /// What claims not yet settled may cost, in cents: at the close alone.
        public let outstanding: Int64?
        /// Why it is refused.
        public let reason: String

        public init(to state: PeriodState, outstanding: Int64? = nil, reason: String = "") {
            self.state = state
            self.outstanding = outstanding
            self.reason = reason.trimmed
        }
    }

    public static let reasonRule = TextRule("reason", 10...1_000)
    /// The highest amount of one contribution, claim or estimate, in cents: ten million euros.
    public static let highestAmount: Int64 = 1_000_000_000

    /// Why `member` may not take this step at `now`, or nil.
    public func refusal(of step: Step, by member: MemberID, at now: Timestamp) -> Refusal? {
        if let refusal = state.advanceRefusal(to: step.state, by: member, proposedBy: proposer) {
            return refusal
        }
        switch step.state {
        case .closing:
            // Who leaves on the last day belongs to the period as well.
            if Day(now) <= days.upperBound { return .conflict(.periodStillRunning) }
            guard let outstanding = step.outstanding else { return .invalid("outstanding", .missing) }
            return (0...Self.highestAmount).contains(outstanding)
                ? nil : .invalid("outstanding", .outOfRange, limit: Int(Self.highestAmount / 100))
        case .rejected: return Self.reasonRule.problem(in: step.reason).map { .invalid([$0]) }
        case .open, .proposed, .validated, .paid: return nil
        }
    }
}

extension FundEvent {
    /// Whose it is; nil for a settlement.
    public var member: FundMember? {
        switch self {
        case .contribution(let member, _), .claim(let member, _, _), .leaving(let member, _, _): member
        case .settlement: nil
        }
    }

    /// The same event of somebody else.
    public func of(_ other: FundMember) -> FundEvent {
        switch self {
        case .contribution(_, let amount): .contribution(other, amount: amount)
        case .claim(_, let gross, let kind): .claim(other, gross: gross, kind: kind)
        case .leaving(_, let days, let period): .leaving(other, days: days, period: period)
        case .settlement: .settlement
        }
    }

    /// What has to be mended before the event can be booked in `record`, where `gone` have left already; the fields are
    /// those of ``FundImport``.
    public func problems(in record: PeriodRecord, gone: Set<FundMember>) -> [Problem] {
        var problems: [Problem] = []
        let hasLeft = member.map(gone.contains) ?? false
        switch self {
        case .contribution(_, let amount), .claim(_, let amount, _):
            if !(1...PeriodRecord.highestAmount).contains(amount) {
                problems.append(
                    Problem(
                        field: "amount", code: .outOfRange, limit: Int(PeriodRecord.highestAmount / 100)))
            }
            if case .claim(_, _, let kind) = self, ClaimKind(rawValue: kind) == nil {
                problems.append(Problem(field: "kind", code: .unknownChoice))
            }
            // What somebody paid in all decides on what they get back when they leave.
            if hasLeft, case .contribution = self {
                problems.append(Problem(field: "member", code: .leftTheFund))
            }
        case .leaving(_, let days, let period):
            if hasLeft { problems.append(Problem(field: "member", code: .leftTheFund)) }
            if period != record.length {
                problems.append(Problem(field: "period", code: .outOfRange, limit: Int(record.length)))
            }
            if !(0...record.length).contains(days) {
                problems.append(Problem(field: "days", code: .outOfRange, limit: Int(record.length)))
            }
        case .settlement:
            if record.version.rules.backing == .insurer {
                problems.append(Problem(field: "type", code: .unknownChoice))
            }
        }
        return problems
    }
}
