public import Domain

extension Store {
    /// Books one thing that happened to a fund.
    /// - Parameter ticket: What tells this form from others: sent twice, it is booked once.
    ///
    /// Throws `.notFound` to those who keep no funds, a conflict unless the period is open, `.invalid` if something has
    /// to be mended.
    public func book(
        _ event: FundEvent, in period: PeriodID, ticket: String, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let record = try acting.look.periodToKeep(period)
            if try acting.isBooked(ticket, in: period) { return }
            try refuse(record.state.bookingRefusal)
            let checked = try acting.check([event], in: record)
            try refuse(checked.problems.flatMap(\.problems))
            try acting.book(checked.events, in: record, ticket: ticket)
        }
    }

    /// Books all events of a table, or none. Members are found by code or by their name in the community.
    /// - Parameters:
    ///   - name: What tells the table from others with the same lines, such as those of another quarter.
    ///   - progress: Told how far it is.
    /// - Returns: How many there were.
    ///
    /// Throws `FundImport.Rejection` with what has to be mended line by line; `.invalid("table", .taken)` if the same
    /// table was booked before; else as ``book(_:in:ticket:by:at:)``.
    public func book(
        _ table: String, named name: String = "", in period: PeriodID, by member: MemberID, at now: Timestamp,
        progress: BookingProgress = BookingProgress()
    ) async throws -> Int {
        try await act(by: member, at: now) { acting in
            let record = try acting.look.periodToKeep(period)
            try refuse(record.state.bookingRefusal)
            let ticket = Fingerprint(of: "\(name.trimmed)\n\(table.trimmed)").description
            if try acting.isBooked(ticket, in: period) { throw Refusal.invalid("table", .taken) }
            let found = FundImport(reading: table, length: record.length)
            let checked = try acting.check(found.events, others: found.others.map(\.member), in: record)
            // All that is wrong at once, whether it was seen in the table or beside what is known.
            var faults = found.faults
            faults += checked.problems.flatMap { place, problems in
                problems.map { FundImport.LineFault(line: found.lines[place], problem: $0) }
            }
            faults += checked.strangers.map {
                FundImport.LineFault(
                    line: found.others[$0].line, problem: Problem(field: "member", code: .unknownChoice))
            }
            faults.sort { $0.line < $1.line }
            guard faults.isEmpty else { throw FundImport.Rejection(faults) }
            if found.events.isEmpty { throw Refusal.invalid("table", .missing) }
            progress.begin(lines: checked.events.count)
            try acting.book(checked.events, in: record, ticket: ticket, progress)
            return checked.events.count
        }
    }

    /// Takes back a fact that was booked by mistake, as long as its period is open. What it changes about later ones
    /// changes with it: their lines in the ledger are taken back and written anew.
    ///
    /// Throws `.notFound` to those who keep no funds or without such a fact, a conflict unless the period is open.
    public func withdrawFact(_ id: FundFactID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            try acting.look.requireFunds()
            let period: PeriodID? = try acting.db.one(
                "SELECT period_id FROM fund_fact WHERE id = ? AND withdrawn_at IS NULL", id
            ) { $0.id(0) }
            guard let period else { throw Refusal.notFound }
            let record = try acting.look.periodToKeep(period)
            try refuse(record.state.bookingRefusal)
            let facts = try acting.db.fundFacts(of: record)
            try acting.rebook(facts, as: facts.filter { $0.id != id }, in: record)
            try acting.db.execute(
                "UPDATE fund_fact SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ?", now, member, id)
        }
    }
}

extension Acting {
    fileprivate func isBooked(_ ticket: String, in period: PeriodID) throws -> Bool {
        try db.exists("SELECT 1 FROM fund_booking WHERE period_id = ? AND ticket = ?", period, ticket)
    }

    /// Events with the members that they mean, and what has to be mended of each, by its place; and the places of
    /// `others` who are not in the fund.
    fileprivate func check(
        _ events: [FundEvent], others: [FundMember] = [], in record: PeriodRecord
    ) throws -> (
        events: [FundEvent], problems: [(place: Int, problems: [Problem])], strangers: [Int]
    ) {
        let community: CommunityID? = try db.one(
            "SELECT community_id FROM fund WHERE id = ?", record.fund
        ) { $0.id(0) }
        guard let community else { throw Refusal.notFound }
        var names: [String: FundMember] = [:]
        for participant in try db.fundParticipants(of: community) {
            names[participant.code.lowercased()] = FundMember(participant.member)
            // A pseudonym that looks like somebody's code means the code.
            if let pseudonym = participant.pseudonym?.lowercased(), names[pseudonym] == nil {
                names[pseudonym] = FundMember(participant.member)
            }
        }
        var gone = Set(
            try db.fundFacts(of: record).compactMap { fact in
                if case .leaving(let member, _, _) = fact.event { member } else { nil }
            })
        var checked: [FundEvent] = []
        var problems: [(place: Int, problems: [Problem])] = []
        for (place, event) in events.enumerated() {
            let known = event.member.flatMap { names[$0.id.trimmed.lowercased()] }
            let meant = known.map(event.of) ?? event
            var found = meant.problems(in: record, gone: gone)
            if event.member != nil, known == nil {
                found.append(Problem(field: "member", code: .unknownChoice))
            }
            if !found.isEmpty { problems.append((place, found)) }
            if case .leaving(let member, _, _) = meant { gone.insert(member) }
            checked.append(meant)
        }
        let strangers = others.indices.filter { names[others[$0].id.trimmed.lowercased()] == nil }
        return (checked, problems, strangers)
    }

    fileprivate func book(
        _ events: [FundEvent], in record: PeriodRecord, ticket: String, _ progress: BookingProgress? = nil
    ) throws {
        let booking = try db.insert(
            "INSERT INTO fund_booking (period_id, ticket, by_id, booked_at) VALUES (?, ?, ?, ?)", record.id,
            ticket, member.id, now)
        var places: [String: Int] = [:]
        let counts = try db.rows(
            "SELECT sort, member_id, max(place) FROM fund_fact WHERE period_id = ? GROUP BY sort, member_id",
            record.id
        ) { ("\($0.text(0)) \($0.intOrNil(1) ?? 0)", $0.count(2)) }
        for (sort, place) in counts { places[sort] = place }
        let before = try db.fundFacts(of: record)
        let last = try db.one("SELECT max(id) FROM fund_fact") { $0.intOrNil(0) } ?? nil
        let added = events.enumerated().map { index, event in
            let member = event.member.flatMap { MemberID(code: $0.id) }
            let sort = "\(event.sort) \(member?.rawValue ?? 0)"
            let place = (places[sort] ?? 0) + 1
            places[sort] = place
            return FundFact(
                id: Identifier((last ?? 0) + Int64(index) + 1), event: event, member: member, place: place,
                revision: 0, bookedAt: now)
        }
        do {
            // A new fact is kept with the key of its line at once: changing it afterwards would cost as much again.
            let keys = try rebook(before, as: before + added, in: record, progress)
            for fact in added {
                try insert(fact, under: keys[fact.id], booking, in: record)
                progress?.advance()
            }
        } catch let fault as FundFault where fault.reason == .tooLarge {
            throw Refusal.invalid("amount", .outOfRange, limit: Int(PeriodRecord.highestAmount / 100))
        }
    }

    private func insert(_ fact: FundFact, under key: LedgerKey?, _ booking: Int64, in record: PeriodRecord)
        throws
    {
        var amount: Int64?
        var kind: String?
        var days: Int64?
        switch fact.event {
        case .contribution(_, let cents): amount = cents
        case .claim(_, let gross, let word): (amount, kind) = (gross, word)
        case .leaving(_, let count, _): days = count
        case .settlement: break
        }
        try db.insert(
            """
            INSERT INTO fund_fact (id, period_id, booking_id, sort, member_id, amount, kind, days, place, ledger_key,
                booked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, fact.id, record.id, booking, fact.event.sort, fact.member, amount, kind, days, fact.place,
            key?.text, now)
    }

    /// Brings the ledger from what `before` came to to what `after` comes to: lines that are no longer right are taken
    /// back, the last first, and written anew. What was booked before notes its new line; the lines of all others are
    /// returned.
    @discardableResult
    fileprivate func rebook(
        _ before: [FundFact], as after: [FundFact], in record: PeriodRecord,
        _ progress: BookingProgress? = nil
    ) throws -> [FundFactID: LedgerKey] {
        func outcomes(_ facts: [FundFact]) throws -> [FundFactID: FundOutcome] {
            let found = zip(facts, try record.period(of: facts).outcomes())
            return Dictionary(
                uniqueKeysWithValues: found.compactMap { fact, outcome in
                    outcome.map { (fact.id, $0) }
                })
        }
        let old = try outcomes(before)
        let new = try outcomes(after)
        var pen = LedgerPen(db)
        var takenBack: Set<FundFactID> = []
        var keys: [FundFactID: LedgerKey] = [:]
        let known = Set(before.map(\.id))
        for fact in before.reversed() where old[fact.id] != new[fact.id] {
            guard let outcome = old[fact.id], case .post(let key, _)? = record.act(for: fact, outcome) else {
                continue
            }
            try pen.take(.reverse(key), on: Day(now))
            takenBack.insert(fact.id)
        }
        for fact in after where old[fact.id] != new[fact.id] {
            let mended = FundFact(
                id: fact.id, event: fact.event, member: fact.member, place: fact.place,
                revision: fact.revision + (takenBack.contains(fact.id) ? 1 : 0), bookedAt: fact.bookedAt)
            guard let key = try enter(mended, new[fact.id], in: record, with: &pen) else { continue }
            if known.contains(fact.id) {
                try note(key, of: mended)
            } else {
                keys[fact.id] = key
                progress?.advance()
            }
        }
        return keys
    }
}

extension FundEvent {
    /// The word under which it is stored.
    fileprivate var sort: String {
        switch self {
        case .contribution: "contribution"
        case .claim: "claim"
        case .leaving: "leaving"
        case .settlement: "settlement"
        }
    }
}

extension MemberID {
    /// The member of `M214`; nil if the text is no such code.
    fileprivate init?(code: String) {
        guard code.hasPrefix("M"), let number = Int64(code.dropFirst()) else { return nil }
        self.init(number)
    }
}
