import Domain
import HTTP
import HTTPTypes
import Storage

extension App {
    /// Where managers look after a jury: by what it judges, who sits in it, how far it is; and what is published of it.
    static let juryRoutes: [Route<Action>] = [
        Route(.get, "/desk/challenges/:challenge/jury", showJury),
        Route(.post, "/desk/challenges/:challenge/jury", seatJury),
        Route(.get, "/desk/challenges/:challenge/jury/rules", showRules),
        Route(.post, "/desk/challenges/:challenge/jury/rules", setRules),
        Route(.get, "/desk/challenges/:challenge/jury/:idea", showJudgedIdea),
        Route(.post, "/desk/challenges/:challenge/jury/:idea", remark),
        Route(.get, "/challenges/:challenge/jury.json", sendScores),
        Route(.get, "/challenges/:challenge/selection.json", sendSelection),
    ]

    // MARK: The jury

    @Sendable private static func showJury(_ visit: Visit) async throws -> Response {
        try await showJury(visit, chosen: nil, problems: [])
    }

    @Sendable private static func seatJury(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.official()
        let form = try visit.form()
        let chosen = Set(
            form.fields.filter { $0.name == "juror" }.compactMap { Int64($0.value) }.map { MemberID($0) })
        do {
            try await visit.app.store.seatJury(chosen, in: id, by: member, at: visit.now)
            let challenge = try await visit.look { try $0.challenge(id) }.value
            return visit.redirect(to: visit.address.jury(challenge), saying: .jurySeated)
        } catch Refusal.invalid(let problems) {
            return try await showJury(visit, chosen: chosen, problems: problems)
        }
    }

    private static func showJury(_ visit: Visit, chosen: Set<MemberID>?, problems: [Problem]) async throws
        -> Response
    {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            try look.requireDesk()
            return try look.juryOverview(of: id)
        }
        if problems.isEmpty, let moved = visit.redirectIfMoved(to: visit.address.jury(seen.value.challenge)) {
            return moved
        }
        return visit.show(
            JuryPage(seen, chosen: chosen, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: One idea

    @Sendable private static func showJudgedIdea(_ visit: Visit) async throws -> Response {
        try await showJudgedIdea(visit, typed: "", problems: [])
    }

    @Sendable private static func remark(_ visit: Visit) async throws -> Response {
        let challenge: ChallengeID = try visit.identifier("challenge")
        let idea: IdeaID = try visit.identifier("idea")
        let member = try await visit.official()
        let typed = try visit.form()["remark"] ?? ""
        let found = try await visit.look { try $0.judgedIdea(idea, in: challenge) }.value
        do {
            try await visit.app.store.remark(typed, on: idea, by: member, at: visit.now)
            let page = visit.address.judged(found.idea, in: found.overview.challenge)
            return visit.redirect(to: "\(page)#remarks", saying: .juryRemarked)
        } catch Refusal.invalid(let problems) {
            return try await showJudgedIdea(visit, typed: typed, problems: problems)
        }
    }

    private static func showJudgedIdea(_ visit: Visit, typed: String, problems: [Problem]) async throws
        -> Response
    {
        let challenge: ChallengeID = try visit.identifier("challenge")
        let idea: IdeaID = try visit.identifier("idea")
        let seen = try await visit.look { look in
            try look.requireDesk()
            return try look.judgedIdea(idea, in: challenge)
        }
        let present = visit.address.judged(seen.value.idea, in: seen.value.overview.challenge)
        if problems.isEmpty, let moved = visit.redirectIfMoved(to: present) { return moved }
        return visit.show(
            JudgedIdeaPage(seen, typed: typed, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: By what it judges

    @Sendable private static func showRules(_ visit: Visit) async throws -> Response {
        try await showRules(visit, typed: nil, problems: [])
    }

    @Sendable private static func setRules(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.official()
        let form = try visit.form()
        var typed = TypedJury(form)
        if let act = form["act"], act != "save" {
            typed.change(act)
            return try await showRules(visit, typed: typed, problems: [])
        }
        do {
            try await visit.app.store.setJuryRules(
                try typed.meant(), of: id, by: member, at: visit.now)
            let challenge = try await visit.look { try $0.challenge(id) }.value
            return visit.redirect(to: visit.address.jury(challenge), saying: .juryRulesSaved)
        } catch Refusal.invalid(let problems) {
            return try await showRules(visit, typed: typed, problems: problems)
        }
    }

    private static func showRules(_ visit: Visit, typed: TypedJury?, problems: [Problem]) async throws
        -> Response
    {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            try look.requireDesk()
            return try look.juryOverview(of: id)
        }
        let present = "\(visit.address.jury(seen.value.challenge))/rules"
        if typed == nil, let moved = visit.redirectIfMoved(to: present) { return moved }
        return visit.show(
            JuryRulesPage(seen, typed: typed, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: What is published

    @Sendable private static func sendScores(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let file = try await visit.look { try $0.juryFile(of: id) }.value
        return .json(file, named: "jury-\(id).json")
    }

    @Sendable private static func sendSelection(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let steps = try await visit.look { look in
            let steps = try look.selection(of: try look.challenge(id))
            guard !steps.isEmpty else { throw Refusal.notFound }
            return steps
        }.value
        return .json(try SelectionFile(steps).encoded(), named: "selection-\(id).json")
    }
}

extension Response {
    /// A file to keep.
    fileprivate static func json(_ bytes: [UInt8], named name: String) -> Response {
        Response(
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "no-cache",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: .bytes(bytes))
    }
}

extension Address {
    /// A jury, for those who manage its challenge.
    func jury(_ challenge: Challenge) -> String {
        "\(desk)/challenges/\(Self.readable(challenge.id, challenge.title))/jury"
    }

    /// One idea before it.
    func judged(_ idea: JudgedIdea, in challenge: Challenge) -> String {
        "\(jury(challenge))/\(Self.readable(idea.idea, idea.title))"
    }

    /// The file of a jury's scores.
    func juryFile(_ challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))/jury.json"
    }

    /// The file of the steps by which ideas were chosen.
    func selection(_ challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))/selection.json"
    }
}
