import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Pages that explain the platform itself.
    static let pageRoutes: [Route<Action>] = [Route(.get, "/about", showAbout)]

    @Sendable private static func showAbout(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { try $0.answerRecord() }
        return visit.show(AboutPage(answered: KeptView(seen.value, wording: visit.wording)), to: seen)
    }
}

/// The promise, the rules of the vote, moderation, privacy, accessibility.
struct AboutPage: Page {
    static let template = "pages/about"

    /// How well the promise was kept; nil before any answer was due.
    let answered: KeptView?

    static let fields: [Field<Self>] = [Field("answered") { $0.answered }]
}
