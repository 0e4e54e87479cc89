import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Seals of solutions: their text as it was sealed, and who lets it be opened.
    static let sealRoutes: [Route<Action>] = [
        Route(.get, "/ideas/:idea/sealed.txt", showSealedText),
        Route(.get, "/ideas/:idea/opening", showOpening),
        Route(.post, "/ideas/:idea/opening", agreeToOpening),
        Route(.get, "/challenges/:challenge/open", showSolutions),
        Route(.post, "/challenges/:challenge/open", openSolutions),
    ]

    /// Exactly the bytes of which the seal is the fingerprint, as a file.
    @Sendable private static func showSealedText(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let idea = try await visit.look { look in
            let detail = try look.ideaDetail(id)
            guard detail.sealing?.seals.isEmpty == false else { throw Refusal.notFound }
            return detail.idea
        }.value
        var response = Response.text(idea.content.sealedText)
        response.headers[.contentDisposition] = "attachment; filename=\"solution-\(id).txt\""
        response.headers[.cacheControl] = "no-store"
        return response
    }

    @Sendable private static func agreeToOpening(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.writer()
        let isAgreed = try visit.form()["opening"] == "yes"
        try await visit.app.store.agreeToOpening(id, isAgreed, by: member, at: visit.now)
        let (idea, _) = try await visit.look { try $0.ideaInChallenge(id) }.value
        return visit.redirect(to: visit.address.page(of: idea) + "#seal", saying: .openingSaved)
    }

    @Sendable private static func openSolutions(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        try await visit.app.store.openSolutions(of: id, by: member, at: visit.now)
        let challenge = try await visit.look { try $0.challenge(id) }.value
        return visit.redirect(
            to: visit.address.challenge(id, challenge.title) + "#ideas", saying: .solutionsOpened)
    }

    /// Forms post here; whoever reloads what they sent finds the idea again.
    @Sendable private static func showOpening(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        return .redirect(to: "\(visit.address.root)/ideas/\(id)#seal", .found)
    }

    @Sendable private static func showSolutions(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        return .redirect(to: "\(visit.address.challenges)/\(id)#ideas", .found)
    }
}
