import Domain
import HTTP
import HTTPTypes
import Storage
import Syndication

extension App {
    /// What search engines ask for first.
    static let sitemapRoutes: [Route<Action>] = [
        Route(.get, "/robots.txt", instructRobots),
        Route(.get, "/sitemap.xml", mapSite),
        Route(.get, "/sitemaps/:part", mapPart),
    ]

    /// Pages that are of no use to a search engine, behind each language.
    private static let privatePages = [
        "account", "administration", "desk", "sign-in", "sign-up", "challenges/new", "posts", "complaints",
        "following", "invitations", "personal",
    ]

    @Sendable private static func instructRobots(_ visit: Visit) async throws -> Response {
        let closed = Language.allCases.flatMap { language in
            privatePages.map { "Disallow: /\(language.rawValue)/\($0)\n" }
        }
        var response = Response.text(
            "User-agent: *\n\(closed.joined())\nSitemap: \(visit.app.settings.baseURL)/sitemap.xml\n")
        response.headers[.cacheControl] = "public, max-age=3600"
        return response
    }

    /// The whole map if it is small, else the list of its parts.
    @Sendable private static func mapSite(_ visit: Visit) async throws -> Response {
        let seen = try await visit.lookAsVisitor {
            (try $0.publicAddresses(), try $0.themes(), try $0.openPrompts())
        }
        guard seen.0.partCount > 1 else {
            return sitemap(try visit.sitemap(seen.0, themes: seen.1, prompts: seen.2).xml())
        }
        let parts = (1...seen.0.partCount).map { "\(visit.app.settings.baseURL)/sitemaps/\($0).xml" }
        return sitemap(try Sitemap.index(of: parts))
    }

    @Sendable private static func mapPart(_ visit: Visit) async throws -> Response {
        let name = visit.parameters?["part"] ?? ""
        guard name.hasSuffix(".xml"), let part = Int(name.dropLast(4)), name == "\(part).xml" else {
            throw Refusal.notFound
        }
        let seen = try await visit.lookAsVisitor {
            (
                try $0.publicAddresses(part: part), part == 1 ? try $0.themes() : [],
                part == 1 ? try $0.openPrompts() : []
            )
        }
        return sitemap(
            try visit.sitemap(seen.0, themes: seen.1, prompts: seen.2, withStaticPages: part == 1).xml())
    }

    private static func sitemap(_ bytes: [UInt8]) -> Response {
        Response(
            headers: [
                .contentType: "application/xml; charset=utf-8", .cacheControl: "public, max-age=3600",
                .eTag: EntityTag.strong(of: bytes).text,
            ], body: .bytes(bytes))
    }
}

extension Visit {
    /// The map of these addresses, each page in every language.
    fileprivate func sitemap(
        _ found: PublicAddresses, themes: [Theme], prompts: [(prompt: Prompt, theme: Theme)],
        withStaticPages: Bool = true
    ) -> Sitemap {
        var pages: [Sitemap.Page] = []
        func add(_ changedAt: Timestamp? = nil, _ path: (Address) -> String) {
            pages.append(
                Sitemap.Page(
                    versions: Language.allCases.map {
                        Sitemap.Version(
                            language: $0.rawValue,
                            address: app.settings.baseURL + path(Address(language: $0)))
                    }, changed: changedAt?.seconds))
        }
        if withStaticPages {
            add { $0.home }
            add { $0.challenges }
            add { $0.themes }
            add { $0.communities }
            add { $0.rewards }
            add { $0.about }
            add { $0.feeds }
            add { $0.moderationRegister }
        }
        for theme in themes { add { $0.theme(theme) } }
        for (prompt, theme) in prompts {
            add(prompt.latestAt) { $0.prompt(prompt.id, prompt.text, of: theme) }
        }
        for entry in found.challenges { add(entry.changedAt) { $0.challenge(entry.id, entry.title) } }
        for entry in found.ideas { add(entry.changedAt) { $0.idea(entry.id, entry.title) } }
        return Sitemap(pages: pages)
    }
}
