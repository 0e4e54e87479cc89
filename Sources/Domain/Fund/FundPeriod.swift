/// A period of a fund: its rules, what it began with, and all that happened. Its close follows from it alone.
public struct FundPeriod: Sendable {
    public let rules: FundRules
    /// Cents carried over from the period before.
    public let opening: Int64
    /// Cents that claims not yet paid may cost; they stay in the pool.
    public let outstanding: Int64
    public let events: [FundEvent]

    public init(rules: FundRules, opening: Int64 = 0, outstanding: Int64 = 0, events: [FundEvent]) {
        self.rules = rules
        self.opening = opening
        self.outstanding = outstanding
        self.events = events
    }

    /// The first thing that keeps the period from being computed, or nil.
    public var fault: FundFault? {
        let problems = rules.problems
        guard problems.isEmpty else { return FundFault(event: nil, reason: .rules(problems)) }
        guard opening >= 0, outstanding >= 0 else { return FundFault(event: nil, reason: .negativeAmount) }
        var sum = Int128(opening)
        var gone: Set<FundMember> = []
        for (index, event) in events.enumerated() {
            if let reason = fault(in: event, &gone, &sum) { return FundFault(event: index, reason: reason) }
        }
        return nil
    }

    private func fault(
        in event: FundEvent, _ gone: inout Set<FundMember>, _ sum: inout Int128
    ) -> FundFault.Reason? {
        switch event {
        case .contribution(let member, let amount), .claim(let member, gross: let amount, kind: _):
            sum += Int128(amount)
            if member.id.isEmpty { return .namelessMember }
            if amount < 0 { return .negativeAmount }
            // No amount of the computation exceeds what all contributions and claims come to.
            return sum > Int128(Int64.max) ? .tooLarge : nil
        case .leaving(let member, let days, let period):
            if member.id.isEmpty { return .namelessMember }
            guard period > 0, (0...period).contains(days) else { return .impossibleDays }
            return gone.insert(member).inserted ? nil : .leftTwice
        case .settlement:
            return rules.backing == .insurer ? .settlementWithInsurer : nil
        }
    }

    /// Plays the period and closes it.
    /// - Throws: ``fault``, if there is one.
    public func closed() throws(FundFault) -> PeriodClose {
        try played().close()
    }

    /// What each event came to so far, before any close: nil for claims that wait for a settlement.
    /// - Throws: ``fault``, if there is one.
    public func outcomes() throws(FundFault) -> [FundOutcome?] {
        try played().outcomes
    }

    private func played() throws(FundFault) -> PeriodRun {
        if let fault { throw fault }
        var run = PeriodRun(self)
        for (index, event) in events.enumerated() { run.play(event, at: index) }
        return run
    }
}
