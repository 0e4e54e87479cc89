import Domain
import Testing

@testable import Site

@Suite struct ChallengeTests {
    @Test("a visitor finds a published challenge on the home page, in the list and on its own page")
    func visitorReads() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager)
        let visitor = town.visitor()
        #expect(try await visitor.open("/fr").text().contains("Éviter les dégâts des eaux"))
        let list = try await visitor.open("/fr/challenges")
        #expect(try list.text().contains("Ouvert aux idées"))
        let page = try await list.follow("Éviter les dégâts")
        #expect(page.target == "/fr/challenges/\(id)-eviter-les-degats-des-eaux")
        #expect(page.status == 200)
        #expect(try page.text().contains("20\u{A0}jours") || page.text().contains("20 jours"))
    }

    @Test("an old readable address leads to the present one, in either language")
    func oldSlug() async throws {
        let town = try await Town()
        let id = try await town.challenge(by: town.manager())
        let page = try await town.visitor().open("/en/challenges/\(id)-another-title?order=discussed")
        #expect(page.target == "/en/challenges/\(id)-eviter-les-degats-des-eaux?order=discussed")
        #expect(page.status == 200)
    }

    @Test("a draft does not exist for others")
    func draftIsHidden() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager, isPublished: false)
        #expect(try await town.visitor().open("/fr/challenges/\(id)").status == 404)
        #expect(try await town.person("Ajonc").open("/fr/challenges/\(id)").status == 404)
        #expect(try await manager.open("/fr/challenges/\(id)").status == 200)
    }
}
