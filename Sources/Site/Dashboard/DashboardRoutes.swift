import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What the figures of challenges say to those who run them.
    static let dashboardRoutes: [Route<Action>] = [
        Route(.get, "/challenges/:challenge/dashboard", showDashboard),
        Route(.get, "/challenges/:challenge/dashboard.csv", exportIdeas),
        Route(.get, "/desk/dashboards", listDashboards),
    ]

    @Sendable private static func showDashboard(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            let challenge = try look.challengeToMeasure(id)
            let periods = visit.periods(of: challenge)
            return (
                figures: try look.figures(of: challenge, from: periods.starts, to: periods.end),
                periods: periods
            )
        }
        let challenge = seen.value.figures.challenge
        if let moved = visit.redirectIfMoved(to: visit.address.dashboard(of: challenge)) { return moved }
        let page = DashboardPage(seen.value.figures, in: seen.value.periods, for: visit)
        return visit.show(page, to: seen, in: .desk)
    }

    @Sendable private static func exportIdeas(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            let challenge = try look.challengeToMeasure(id)
            return IdeaExport(try look.exportedIdeas(of: challenge), of: challenge, for: visit)
        }
        return Response(
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store, private",
                .contentDisposition: "attachment; filename=\"\(seen.value.name)\"",
            ], body: .bytes(seen.value.bytes))
    }

    @Sendable private static func listDashboards(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { try $0.managedChallenges() }
        return visit.show(DashboardsPage(seen.value, for: visit), to: seen, in: .desk)
    }
}

extension Address {
    func dashboard(of challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))/dashboard"
    }
    var dashboards: String { "\(desk)/dashboards" }
}

extension Visit {
    /// The periods in which the participation in `challenge` is told: from its beginning to its end, or to now.
    ///
    /// Their length follows from the dates announced, not from the day on which one looks: else what is withheld of days
    /// could be found by subtracting it from weeks.
    func periods(of challenge: Challenge) -> Periods {
        let time = wording.time
        let beginning = min(challenge.publishedAt ?? now, challenge.schedule.opensAt ?? now)
        let end = challenge.schedule.participationClosesAt
        let length = end.map { Periods.Length(forDays: time.days(from: beginning, to: $0)) } ?? .week
        return Periods(length, from: beginning, to: min(now, end.map { $0 - .seconds(1) } ?? now), in: time)
    }
}
