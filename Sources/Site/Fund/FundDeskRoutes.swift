import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Where funds are kept: their periods, what happened in them, and how a close becomes final.
    static let fundDeskRoutes: [Route<Action>] = [
        Route(.get, "/desk/funds", listFunds),
        Route(.get, "/desk/funds/:community", showKeeping),
        Route(.get, "/desk/funds/:community/new", showOpening),
        Route(.post, "/desk/funds/:community/new", bodyLimit: 32_768, openPeriod),
        Route(.get, "/desk/funds/:community/members.csv", exportMembers),
        Route(.get, "/desk/funds/:community/period.json", exportPeriod),
        Route(.post, "/desk/funds/:community/facts", bodyLimit: 8_192, bookFact),
        Route(
            .post, "/desk/funds/:community/import", bodyLimit: TypedTable.longest + 65_536,
            surplus: filesLimit, bookTable),
        Route(.post, "/desk/funds/:community/withdraw", bodyLimit: 4_096, withdrawFact),
        Route(.post, "/desk/funds/:community/course", bodyLimit: 16_384, advancePeriod),
        Route(.get, "/desk/funds/:community/facts", leadToKeeping),
        Route(.get, "/desk/funds/:community/import", leadToKeeping),
        Route(.get, "/desk/funds/:community/import/:ticket", showImport),
        Route(.get, "/desk/funds/:community/withdraw", leadToKeeping),
        Route(.get, "/desk/funds/:community/course", leadToKeeping),
    ]

    @Sendable private static func listFunds(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { look in
            try look.requireFunds()
            return try look.keptFunds()
        }
        return visit.show(FundsPage(seen.value, for: visit), to: seen, in: .desk)
    }

    @Sendable private static func showKeeping(_ visit: Visit) async throws -> Response {
        try await showKeeping(visit, KeepAttempt())
    }

    private static func showKeeping(_ visit: Visit, _ attempt: KeepAttempt) async throws -> Response {
        let slug = visit.parameters?["community"] ?? ""
        let seen = try await visit.look { try KeepReading(slug, $0) }
        let isFine = attempt.problems.isEmpty && attempt.faults == nil
        return visit.show(
            KeepPage(seen, attempt: attempt, for: visit), to: seen, in: .desk,
            status: isFine ? .ok : .unprocessableContent)
    }

    /// The forms stand on the fund's page.
    @Sendable private static func leadToKeeping(_ visit: Visit) async throws -> Response {
        let community = try await visit.keptCommunity().community
        return visit.redirect(to: visit.address.keeping(community))
    }

    // MARK: What happened

    @Sendable private static func bookFact(_ visit: Visit) async throws -> Response {
        let (community, record) = try await visit.keptPeriod()
        let member = try await visit.official()
        let typed = TypedFact(try visit.form())
        do {
            try await visit.app.store.book(
                try typed.event(in: record), in: record.id, ticket: typed.ticket, by: member,
                at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showKeeping(visit, KeepAttempt(fact: typed, problems: problems))
        }
        return visit.redirect(to: visit.address.keeping(community), saying: .factBooked)
    }

    @Sendable private static func bookTable(_ visit: Visit) async throws -> Response {
        let (community, record) = try await visit.keptPeriod()
        let member = try await visit.official()
        let typed = try visit.typedTable()
        if visit.request.isCut {
            let problem = Problem(
                field: "file", code: .fileTooLarge, limit: TypedTable.longest / 1_048_576)
            return try await showKeeping(visit, KeepAttempt(table: typed, problems: [problem]))
        }
        guard typed.table.utf8.count > TypedTable.longestAtOnce else {
            let outcome = try await visit.book(typed, in: record, by: member, BookingProgress())
            return try await answer(outcome, visit, community)
        }
        let ticket = visit.app.imports.begin(for: community.slug) { progress in
            try await visit.book(typed, in: record, by: member, progress)
        }
        return visit.redirect(to: visit.address.importing(ticket, for: community))
    }

    /// How far the import of a long table is; once it is over, what came of it.
    @Sendable private static func showImport(_ visit: Visit) async throws -> Response {
        let found = try await visit.keptCommunity()
        let running = visit.parameters?["ticket"].flatMap { visit.app.imports[$0] }
        guard let running, running.community == found.community.slug else {
            // What the server forgot is booked, or was never: the fund says it.
            return visit.redirect(to: visit.address.keeping(found.community))
        }
        guard let outcome = running.outcome else {
            let page = FundImportPage(running.progress, for: found.community, for: visit)
            return visit.show(page, to: found.seen, in: .desk)
        }
        return try await answer(outcome, visit, found.community)
    }

    private static func answer(_ outcome: FundImports.Outcome, _ visit: Visit, _ community: Community)
        async throws -> Response
    {
        switch outcome {
        case .booked:
            return visit.redirect(to: visit.address.keeping(community), saying: .factsImported)
        case .refused(let attempt): return try await showKeeping(visit, attempt)
        case .failed(let error): throw error
        }
    }

    @Sendable private static func withdrawFact(_ visit: Visit) async throws -> Response {
        let community = try await visit.keptCommunity().community
        let member = try await visit.official()
        guard let number = try visit.form()["fact"].flatMap({ Int64($0) }) else { throw BadRequest() }
        try await visit.app.store.withdrawFact(FundFactID(number), by: member, at: visit.now)
        return visit.redirect(to: visit.address.keeping(community), saying: .factWithdrawn)
    }

    // MARK: Its course

    @Sendable private static func advancePeriod(_ visit: Visit) async throws -> Response {
        let (community, record) = try await visit.keptPeriod()
        let member = try await visit.official()
        let form = try visit.form()
        // The state that the button announced: pressed twice, it does not go two steps.
        guard let state = form["state"].flatMap(PeriodState.init) else { throw BadRequest() }
        let outstanding = form["outstanding"].flatMap { TypedNumber.cents($0) }
        let reason = form["reason"] ?? ""
        do {
            if let typed = form["outstanding"], !typed.trimmed.isEmpty, outstanding == nil {
                throw Refusal.invalid("outstanding", .notANumber)
            }
            try await visit.app.store.advancePeriod(
                record.id, by: PeriodRecord.Step(to: state, outstanding: outstanding, reason: reason),
                member: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showKeeping(
                visit,
                KeepAttempt(outstanding: form["outstanding"], reason: reason, problems: problems))
        }
        return visit.redirect(to: visit.address.keeping(community), saying: .periodAdvanced)
    }

    @Sendable private static func showOpening(_ visit: Visit) async throws -> Response {
        try await showOpening(visit, typed: nil, problems: [])
    }

    @Sendable private static func openPeriod(_ visit: Visit) async throws -> Response {
        let community = try await visit.keptCommunity().community
        let member = try await visit.official()
        let typed = TypedPeriod(try visit.form())
        do {
            _ = try await visit.app.store.openPeriod(
                try typed.plan(), of: community.id, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showOpening(visit, typed: typed, problems: problems)
        }
        return visit.redirect(to: visit.address.keeping(community), saying: .periodOpened)
    }

    private static func showOpening(_ visit: Visit, typed: TypedPeriod?, problems: [Problem]) async throws
        -> Response
    {
        let found = try await visit.keptCommunity()
        try heed(found.last?.state.succession)
        let page = FundFormPage(
            found.community, isFirst: found.last == nil,
            typed: typed
                ?? TypedPeriod(after: found.last, today: Day(visit.now), wording: visit.wording),
            problems: problems, for: visit)
        return visit.show(
            page, to: found.seen, in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: Files

    /// The members of a fund as the table in which contributions are brought in.
    @Sendable private static func exportMembers(_ visit: Visit) async throws -> Response {
        let slug = visit.parameters?["community"] ?? ""
        let seen = try await visit.look { try KeepReading(slug, $0) }
        var sheet = Spreadsheet(visit.wording.fundColumns)
        for participant in seen.value.participants where participant.pseudonym != nil {
            sheet.add([visit.wording.fundWord("contribute"), participant.code, "", "", ""])
        }
        return Response(
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store, private",
                .contentDisposition: "attachment; filename=\"\(slug)-members.csv\"",
            ], body: .bytes(sheet.bytes))
    }

    /// The last period in the form that `essaim fund` reads.
    @Sendable private static func exportPeriod(_ visit: Visit) async throws -> Response {
        let slug = visit.parameters?["community"] ?? ""
        let seen = try await visit.look { try KeepReading(slug, $0) }
        guard let story = seen.value.story else { throw Refusal.notFound }
        let text = PeriodFile(story.record.period(of: story.facts)).text
        return Response(
            headers: [
                .contentType: "application/json", .cacheControl: "no-store, private",
                .contentDisposition: "attachment; filename=\"\(slug)-\(story.record.number).json\"",
            ], body: .bytes(Array(text.utf8)))
    }
}

extension Visit {
    /// Books a table, or says what has to be mended. Throws what no page of ours can mend.
    fileprivate func book(
        _ typed: TypedTable, in record: PeriodRecord, by member: MemberID, _ progress: BookingProgress
    ) async throws -> FundImports.Outcome {
        do {
            _ = try await app.store.book(
                typed.table, named: typed.name, in: record.id, by: member, at: now, progress: progress)
            return .booked
        } catch Refusal.invalid(let problems) {
            return .refused(KeepAttempt(table: typed, problems: problems))
        } catch let rejection as FundImport.Rejection {
            return .refused(
                KeepAttempt(
                    table: typed, faults: rejection, problems: [Problem(field: "table", code: .wrong)]))
        }
    }

    /// What was posted to be brought in: a table in the form, or its file, each as long as the body may be.
    fileprivate func typedTable() throws(BadRequest) -> TypedTable {
        guard request.isMultipart else { return TypedTable(try form(), []) }
        do {
            let limits = Form.Limits(valueLength: request.body.count)
            let parts = try request.multipart(limits: Multipart.Limits(form: limits))
            return TypedTable(parts.form, parts.files)
        } catch { throw BadRequest() }
    }

    /// The community of the path with the last period of its fund, for those who keep it.
    fileprivate func keptCommunity() async throws -> (
        community: Community, last: PeriodRecord?, seen: Seen<(Community, PeriodRecord?)>
    ) {
        let slug = parameters?["community"] ?? ""
        let seen = try await look { look in
            try look.requireFunds()
            let community = try look.community(slug: slug)
            return (community, try look.fund(of: community.id)?.periods.first)
        }
        return (seen.value.0, seen.value.1, seen)
    }

    /// The same, where a period there is.
    fileprivate func keptPeriod() async throws -> (Community, PeriodRecord) {
        let found = try await keptCommunity()
        guard let last = found.last else { throw Refusal.notFound }
        return (found.community, last)
    }
}
