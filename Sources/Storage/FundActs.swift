public import Domain

extension Look {
    /// A period of a fund for those who keep it. Throws `notFound` to others.
    public func periodToKeep(_ id: PeriodID) throws -> PeriodRecord {
        try requireFunds()
        let found = try db.one(
            """
            SELECT \(Self.periodColumns) FROM fund_period f CROSS JOIN fund_rules r ON r.id = f.rules_id
            WHERE f.id = ?
            """, id, make: Self.makePeriod)
        guard let found else { throw Refusal.notFound }
        return found
    }
}

extension Store {
    /// Opens a period of a community's fund, and with the first the fund. What the period before carried over is what
    /// it begins with. Rules that differ from those of the period before become a new version.
    ///
    /// Throws `.notFound` to those who keep no funds, a conflict while a period is under way, `.invalid` if something
    /// has to be mended.
    public func openPeriod(
        _ plan: PeriodPlan, of community: CommunityID, by member: MemberID, at now: Timestamp
    ) async throws -> PeriodID {
        try await act(by: member, at: now) { acting in
            let db = acting.db
            let look = acting.look
            try look.requireFunds()
            _ = try look.community(community)
            let known = try look.fund(of: community)
            let last = known?.periods.first
            try refuse(last?.state.succession)
            try refuse(plan.problems(after: last))
            let fund: FundID =
                try known?.fund.id
                ?? Identifier(try db.insert("INSERT INTO fund (community_id) VALUES (?)", community))
            let opening = try last.map { try look.story(of: $0).close.carriedOver } ?? 0
            let period: PeriodID = Identifier(
                try db.insert(
                    """
                    INSERT INTO fund_period (fund_id, number, rules_id, first_day, last_day, expected_bps, opening, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 'open')
                    """, fund, (last?.number ?? 0) + 1, try acting.version(of: plan.rules, for: fund),
                    plan.first.description, plan.last.description, plan.expectedBps, opening))
            try acting.note(PeriodRecord.Step(to: .open), in: period)
            return period
        }
    }

    /// Takes a period one step further. Validating it books what comes back to each member and freezes it; that the
    /// insurer has paid is booked in the end.
    ///
    /// Throws the refusal of `PeriodRecord.refusal(of:by:at:)`, and `.notFound` to those who keep no funds.
    public func advancePeriod(
        _ id: PeriodID, by step: PeriodRecord.Step, member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let record = try acting.look.periodToKeep(id)
            try refuse(record.refusal(of: step, by: member, at: now))
            if step.state == .validated || step.state == .paid {
                try acting.book(record, until: step.state)
            }
            try acting.db.execute(
                "UPDATE fund_period SET state = ?, outstanding = coalesce(?, outstanding) WHERE id = ?",
                step.state.rawValue, step.state == .closing ? step.outstanding : nil, id)
            try acting.note(step, in: id)
        }
    }
}

extension Acting {
    /// The number of the version of these rules: the last one if they are the same, otherwise a new one.
    fileprivate func version(of rules: FundRules, for fund: FundID) throws -> Int64 {
        let last = try db.one(
            "SELECT id, number, fingerprint FROM fund_rules WHERE fund_id = ? ORDER BY number DESC LIMIT 1",
            fund
        ) { (id: $0.int(0), number: $0.int(1), fingerprint: $0.blob(2)) }
        if let last, last.fingerprint == rules.fingerprint.bytes { return last.id }
        return try db.insert(
            """
            INSERT INTO fund_rules (fund_id, number, fee_bps, insurer_bps, prevention_bps, deductible,
                per_claim_pool_limit, cover_limit, first_euro, reserve_bps, reserve_cap, cashback_cap_bps, mode, leaver,
                drop_down, backing, fingerprint, written_by, written_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, fund, (last?.number ?? 0) + 1, rules.feeBps, rules.insurerBps, rules.preventionBps,
            rules.deductible, rules.perClaimPoolLimit, rules.coverLimit,
            rules.firstEuro.sorted().joined(separator: ","), rules.reserveBps, rules.reserveCap,
            rules.cashbackCapBps, rules.mode.rawValue, rules.leaver.rawValue, rules.dropDown.rawValue,
            rules.backing.rawValue, rules.fingerprint.bytes, member.id, now)
    }

    fileprivate func note(_ step: PeriodRecord.Step, in period: PeriodID) throws {
        try db.execute(
            "INSERT INTO fund_step (period_id, state, by_id, reason, happened_at) VALUES (?, ?, ?, ?, ?)",
            period, step.state.rawValue, member.id, step.state == .rejected ? step.reason : nil, now)
    }

    /// Books what a close comes to once it is validated, and once it is paid.
    fileprivate func book(_ record: PeriodRecord, until state: PeriodState) throws {
        let facts = try db.fundFacts(of: record)
        let close = try record.period(of: facts).closed()
        let members = Dictionary(facts.compactMap { fact in fact.member.map { (FundMember($0), $0) } }) {
            first, _ in first
        }
        var pen = LedgerPen(db)
        if state == .validated {
            // Claims that waited for a settlement are paid by the close.
            var outcomes = try record.period(of: facts).outcomes()
            for (index, fact) in facts.enumerated() where outcomes[index] == nil {
                outcomes[index] = close.outcomes[index]
                if let key = try enter(fact, outcomes[index], in: record, with: &pen) {
                    try note(key, of: fact)
                }
            }
        }
        let acts =
            state == .validated
            ? record.acts(validating: close, for: members) : record.acts(paying: close, to: members)
        for act in acts { try pen.take(act, on: Day(now)) }
    }

    /// Writes the line of a fact.
    /// - Returns: Under what it stands in the ledger; nil if nothing moves.
    func enter(_ fact: FundFact, _ outcome: FundOutcome?, in record: PeriodRecord, with pen: inout LedgerPen)
        throws -> LedgerKey?
    {
        guard let act = outcome.flatMap({ record.act(for: fact, $0) }) else { return nil }
        return try pen.take(act, on: Day(now)).content.key
    }

    /// Notes with a fact where its line stands.
    func note(_ key: LedgerKey, of fact: FundFact) throws {
        try db.execute(
            "UPDATE fund_fact SET ledger_key = ?, revision = ? WHERE id = ?", key.text, fact.revision, fact.id
        )
    }
}
