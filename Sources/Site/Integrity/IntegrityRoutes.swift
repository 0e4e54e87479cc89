import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Looking through a vote for manipulation, setting ballots aside, and answering that.
    static let integrityRoutes: [Route<Action>] = [
        Route(.get, "/desk/challenges/:challenge/integrity", showInspection),
        Route(.post, "/desk/challenges/:challenge/integrity", decideOnBallots),
        Route(.get, "/challenges/:challenge/set-aside", showSetAside),
        Route(.post, "/challenges/:challenge/set-aside", appealSetAside),
    ]

    @Sendable private static func showInspection(_ visit: Visit) async throws -> Response {
        try await showInspection(visit, typed: TypedSettingAside(), problems: [])
    }

    @Sendable private static func decideOnBallots(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.official()
        let form = try visit.form()
        let typed = TypedSettingAside(form)
        let reading = try await visit.look { try $0.inspection(of: id) }.value
        let address = visit.address.integrity(reading.challenge)
        if let entry = form["entry"].flatMap({ Int64($0) }) {
            try await visit.app.store.restoreBallot(SetAsideID(entry), in: id, by: member, at: visit.now)
            return visit.redirect(to: "\(address)#history", saying: .ballotRestored)
        }
        // Ballots are known to this page by their place in a signal, never by whose they are.
        guard reading.alerts.indices.contains(typed.alert) else { throw BadRequest() }
        let alert = reading.alerts[typed.alert]
        let voters = typed.voters.compactMap { alert.voters.indices.contains($0) ? alert.voters[$0] : nil }
        do {
            try await visit.app.store.setAside(
                ballotsOf: voters, for: alert.signal, reason: typed.reason, in: id, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showInspection(visit, typed: typed, problems: problems)
        }
        return visit.redirect(to: address, saying: .ballotsSetAside)
    }

    private static func showInspection(_ visit: Visit, typed: TypedSettingAside, problems: [Problem])
        async throws -> Response
    {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            try look.requireDesk()
            return try look.inspection(of: id)
        }
        if problems.isEmpty,
            let moved = visit.redirectIfMoved(to: visit.address.integrity(seen.value.challenge))
        {
            return moved
        }
        return visit.show(
            IntegrityPage(seen, typed: typed, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private static func showSetAside(_ visit: Visit) async throws -> Response {
        try await showSetAside(visit, appeal: "", problems: [])
    }

    @Sendable private static func appealSetAside(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        let challenge = try await visit.look { try $0.challenge(id) }.value
        let appeal = try visit.form()["appeal"] ?? ""
        do {
            try await visit.app.store.appealSetAside(appeal, in: id, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showSetAside(visit, appeal: appeal, problems: problems)
        }
        return visit.redirect(to: visit.address.setAside(challenge), saying: .setAsideAppealed)
    }

    private static func showSetAside(_ visit: Visit, appeal: String, problems: [Problem]) async throws
        -> Response
    {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { try $0.setAsideToAnswer(in: id) }
        if problems.isEmpty,
            let moved = visit.redirectIfMoved(to: visit.address.setAside(seen.value.challenge))
        {
            return moved
        }
        return visit.show(
            SetAsidePage(seen.value, appeal: appeal, problems: problems, for: visit), to: seen,
            in: .challenges, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

/// Which ballots of which signal a moderator chose, and why.
struct TypedSettingAside: Sendable {
    /// The place of the signal on the page; below zero before one was chosen.
    var alert = -1
    /// The places of ballots in the signal.
    var voters: [Int] = []
    var reason = ""

    init() {}

    init(_ form: Form) {
        alert = form["alert"].flatMap { Int($0) } ?? -1
        voters = form.fields.filter { $0.name == "voter" }.compactMap { Int($0.value) }
        reason = form["reason"] ?? ""
    }
}

extension Address {
    /// Where the vote of a challenge is looked through.
    func integrity(_ challenge: Challenge) -> String {
        "\(desk)/challenges/\(Self.readable(challenge.id, challenge.title))/integrity"
    }

    /// Where somebody reads why their ballot was set aside.
    func setAside(_ challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))/set-aside"
    }
}
