import Domain
import HTTP
import HTTPTypes
import Testing

@testable import Site

@Suite struct SitemapTests {
    @Test("the sitemap names every public page in both languages, each version knowing the others")
    func sitemap() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge("Éviter <les> dégâts & autres", by: manager)
        let idea = try await town.idea(in: challenge, by: town.person("Ajonc"))
        _ = try await town.challenge("Pas encore prêt", by: manager, isPublished: false)
        let sheet = try await town.visitor().open("/sitemap.xml")
        #expect(sheet.response.headers[.contentType] == "application/xml; charset=utf-8")
        let root = try #require(Element.parseXML(sheet.bytes))
        let places = root.all("loc").map(\.rawText)
        #expect(places.contains("http://town.example/fr/challenges/\(challenge)-eviter-les-degats-autres"))
        #expect(places.contains("http://town.example/en/ideas/\(idea)-un-detecteur-sous-chaque-evier"))
        #expect(!places.contains { $0.contains("pas-encore-pret") })
        #expect(Set(places).count == places.count)
        for url in root.all("url") {
            let place = try #require(url.elements.first { $0.name == "loc" }?.rawText)
            let versions = url.all("link").reduce(into: [String: String]()) {
                $0[$1.attributes["hreflang"] ?? ""] = $1.attributes["href"]
            }
            #expect(Set(versions.keys) == ["fr", "en"])
            #expect(versions.values.contains(place))
            #expect(places.contains(versions["fr"] ?? "") && places.contains(versions["en"] ?? ""))
        }
        #expect(try await town.visitor().open("/sitemaps/1.xml").source == sheet.source)
        for path in [
            "/sitemaps/2.xml", "/sitemaps/0.xml", "/sitemaps/01.xml", "/sitemaps/1", "/sitemaps/x.xml",
        ] {
            #expect(try await town.visitor().open(path).status == 404)
        }
    }

    @Test("robots find the sitemap and are kept from pages that are somebody's own")
    func robots() async throws {
        let sheet = try await Town().visitor().open("/robots.txt")
        #expect(sheet.response.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(sheet.source.hasPrefix("User-agent: *\n"))
        #expect(sheet.source.contains("\nSitemap: http://town.example/sitemap.xml\n"))
        for line in ["/fr/desk", "/en/account", "/fr/sign-in"] {
            #expect(sheet.source.contains("\nDisallow: \(line)\n"))
        }
        #expect(!sheet.source.contains("Disallow: /\n"))
    }

    @Test("the icon that browsers ask for is there")
    func icon() async throws {
        let response = try await Town().visitor().exchange(.get, "/favicon.ico")
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "image/x-icon")
    }
}
