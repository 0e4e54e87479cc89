import Domain
import Testing

@testable import Site

@Suite struct ThemeTests {
    @Test("a theme shows its question, its challenges and its feeds, and those of nobody else")
    func theme() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        _ = try await town.challenge(by: manager)
        _ = try await town.challenge("Un brouillon", by: manager, isPublished: false)
        let list = try await town.visitor().open("/en/themes")
        #expect(try list.text().contains("1 open challenge"))
        let page = try await list.follow("Prevention")
        #expect(page.target == "/en/themes/prevention")
        #expect(try page.text().contains("Avoid rather than repair."))
        #expect(try page.text().contains("Éviter les dégâts des eaux"))
        #expect(try !page.text().contains("Un brouillon"))
        #expect(try page.links("Atom") == ["/en/themes/prevention/feed.atom"])
        #expect(try await town.visitor().open("/fr/themes/nowhere").status == 404)
    }
}
