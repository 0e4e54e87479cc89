import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Points: how they work, one's own, and objections to a line.
    static let pointRoutes: [Route<Action>] =
        [
            Route(.get, "/points", explainPoints),
            Route(.get, "/account/points", showPoints),
            Route(.post, "/account/points", bodyLimit: 4_096, choosePoints),
            Route(.get, "/account/points/:line", showContest),
            Route(.post, "/account/points/:line", bodyLimit: 16_384, contestLine),
        ] + pointDeskRoutes

    @Sendable private static func explainPoints(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { try $0.pointsCap() }
        return visit.show(PointsGuidePage(seen, for: visit), to: seen)
    }

    @Sendable private static func showPoints(_ visit: Visit) async throws -> Response {
        let page = visit.pageNumber
        let seen = try await visit.look { try $0.ownPoints(page: page) }
        return visit.show(PointsPage(seen.value, for: visit), to: seen)
    }

    @Sendable private static func choosePoints(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let store = visit.app.store
        let notice: Notice
        switch try visit.form()["act"] {
        case "leave":
            try await store.setPoints(false, by: member, at: visit.now)
            notice = .pointsLeft
        case "rejoin":
            try await store.setPoints(true, by: member, at: visit.now)
            notice = .pointsRejoined
        case "show":
            try await store.showBadges(true, by: member, at: visit.now)
            notice = .badgesShown
        case "hide":
            try await store.showBadges(false, by: member, at: visit.now)
            notice = .badgesHidden
        default: throw BadRequest()
        }
        return visit.redirect(to: visit.address.points, saying: notice)
    }

    // MARK: Objecting to a line

    @Sendable private static func showContest(_ visit: Visit) async throws -> Response {
        try await showContest(visit, reason: "", problems: [])
    }

    @Sendable private static func contestLine(_ visit: Visit) async throws -> Response {
        let id: PointLineID = try visit.identifier("line")
        let member = try await visit.writer()
        let reason = try visit.form()["reason"] ?? ""
        do {
            try await visit.app.store.contest(id, because: reason, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showContest(visit, reason: reason, problems: problems)
        }
        return visit.redirect(to: visit.address.points, saying: .lineContested)
    }

    private static func showContest(_ visit: Visit, reason: String, problems: [Problem]) async throws
        -> Response
    {
        let id: PointLineID = try visit.identifier("line")
        let seen = try await visit.look { look in
            let own = try look.ownPointLine(id)
            if let refusal = own.contestRefusal { throw refusal }
            return own
        }
        return visit.show(
            ContestPage(seen.value, reason: reason, problems: problems, for: visit), to: seen,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Address {
    /// How points work, for everybody.
    var pointsGuide: String { "\(root)/points" }
    /// One's own points.
    var points: String { "\(account)/points" }
    func contest(_ line: PointLineID) -> String { "\(points)/\(line)" }
    /// Where points are looked after.
    var pointsDesk: String { "\(desk)/points" }
    func answer(_ contest: PointContestID) -> String { "\(pointsDesk)/\(contest)" }
}
