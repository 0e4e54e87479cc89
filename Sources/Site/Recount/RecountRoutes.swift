import Domain
import HTTP
import HTTPTypes
import Storage

extension App {
    /// The results of a vote, explained, and what is needed to count it again.
    static let recountRoutes: [Route<Action>] = [
        Route(.get, "/challenges/:challenge/results", showOutcome),
        Route(.get, "/challenges/:challenge/ballots.json", sendBallots),
        Route(.get, "/challenges/:challenge/recount", showRecount),
        Route(.post, "/challenges/:challenge/recount", findBallot),
    ]

    @Sendable private static func showOutcome(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in try OutcomeReading(id, in: look) }
        let challenge = seen.value.challenge
        if let moved = visit.redirectIfMoved(to: visit.address.outcome(challenge)) { return moved }
        return visit.show(OutcomePage(seen.value, for: visit), to: seen, in: .challenges)
    }

    @Sendable private static func sendBallots(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let file = try await visit.look { try $0.ballotFile(of: id) }.value
        return Response(
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "no-cache",
                .contentDisposition: "attachment; filename=\"ballots-\(id).json\"",
            ], body: .bytes(file))
    }

    @Sendable private static func showRecount(_ visit: Visit) async throws -> Response {
        try await showRecount(visit, typed: nil)
    }

    @Sendable private static func findBallot(_ visit: Visit) async throws -> Response {
        try await showRecount(visit, typed: try visit.form()["receipt"] ?? "")
    }

    private static func showRecount(_ visit: Visit, typed: String?) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in try RecountReading(id, typed: typed, in: look) }
        let challenge = seen.value.challenge
        if typed == nil, let moved = visit.redirectIfMoved(to: visit.address.recount(challenge)) {
            return moved
        }
        return visit.show(
            RecountPage(seen.value, for: visit), to: seen, in: .challenges,
            status: seen.value.problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Address {
    /// The results of a challenge's vote, explained place by place.
    func outcome(_ challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))/results"
    }

    /// Where it is said how a vote can be counted again.
    func recount(_ challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))/recount"
    }

    /// The file of ballots.
    func ballots(_ challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))/ballots.json"
    }
}
