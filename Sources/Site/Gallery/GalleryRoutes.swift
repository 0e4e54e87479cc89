import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// The gallery, in development only.
    static let galleryRoutes: [Route<Action>] = [
        Route(.get, "/gallery", showGallery),
        Route(.get, "/gallery/:sample", showSample),
    ]

    @Sendable private static func showGallery(_ visit: Visit) async throws -> Response {
        let town = try await visit.app.gallery.town(like: visit.app.settings)
        let page = try await GalleryPage(town, for: visit)
        return visit.show(page, profile: nil, viewer: .visitor)
    }

    @Sendable private static func showSample(_ visit: Visit) async throws -> Response {
        let name = visit.parameters?["sample"] ?? ""
        let town = try await visit.app.gallery.town(like: visit.app.settings)
        if let code = GalleryPage.errorCode(name) {
            var failure = Failure(status: HTTPResponse.Status(code: code))
            if code == 429 || code == 503 { failure.retryAfter = 30 }
            if code == 500 { failure.reference = "1k3x9z" }
            return await Visit(app: town.app, request: visit.request, parameters: nil).show(failure)
        }
        guard let sample = Sample.all.first(where: { $0.name == name }) else { throw Refusal.notFound }
        var response = try await sample.answer(in: town, visit.language)
        // The gallery's people are not those of this browser.
        response.headers[.setCookie] = nil
        return response
    }
}
