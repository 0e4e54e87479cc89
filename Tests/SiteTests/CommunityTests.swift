import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct CommunityTests {
    private func found(_ town: Town) async throws -> CommunityID {
        try await town.store.addCommunity(
            slug: "artisans", name: "Les Artisans", summary: "Des ateliers assurés ensemble.",
            charter: "### Promesses\n\n- Déclarer vrai.", joinCode: "RABOT-1911")
    }

    @Test("one joins with the code under a name of its own, sees the inside, and leaves")
    func joinAndLeave() async throws {
        let town = try await Town()
        let community = try await found(town)
        let manager = try await town.manager()
        let challenge = try await town.challenge("Un défi des ateliers", by: manager, community: community)
        let person = try await town.person("Ajonc")
        let page = try await person.open("/fr/communities").follow("Les Artisans")
        #expect(try !page.text().contains("Un défi des ateliers"))
        #expect(try await person.open("/fr/challenges/\(challenge)").status == 404)
        let refused = try await page.press(
            "Rejoindre", typing: ["code": "SCIE-1911", "pseudonym": "Copeau"])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("Ce n’est pas le code de cette communauté"))
        let summary = "Code de la communauté\u{A0}: Ce n’est pas le code de cette communauté."
        #expect(try refused.links(summary) == ["#code"])
        #expect(try !refused.text().contains("mot de passe"))
        #expect(refused.source.contains("value=\"Copeau\""))
        let inside = try await refused.press("Rejoindre", typing: ["code": "rabot-1911 "])
        #expect(inside.target == "/fr/communities/artisans")
        let text = try inside.text()
        #expect(text.contains("Un défi des ateliers") && text.contains("Copeau") && !text.contains("Ajonc"))
        let left = try await inside.press("Quitter la communauté")
        #expect(try left.text().contains("Vous avez quitté"))
        #expect(try await person.open("/fr/challenges/\(challenge)").status == 404)
    }

    @Test("visitors and strangers learn nothing of who is in it")
    func strangers() async throws {
        let town = try await Town()
        let community = try await found(town)
        let member = try await town.person("Ajonc")
        try await town.store.join(
            community, code: "RABOT-1911", as: "Copeau", member: try member.requireMember(), at: town.now)
        for browser in [town.visitor(), try await town.person("Genêt")] {
            let page = try await browser.open("/fr/communities/artisans")
            #expect(page.status == 200)
            #expect(!page.source.contains("Copeau"))
        }
        let visitor = try await town.visitor().open("/fr/communities/artisans")
        #expect(try visitor.links("Se connecter").contains { $0.contains("communities%2Fartisans") })
        #expect(try await town.visitor().open("/fr/communities/nowhere").status == 404)
    }

    @Test("nobody tries many codes")
    func codesAreCounted() async throws {
        let town = try await Town()
        _ = try await found(town)
        let person = try await town.person("Ajonc")
        let page = try await person.open("/fr/communities/artisans")
        for number in 0..<6 {
            let sheet = try await page.press(
                "Rejoindre", typing: ["code": "CODE-\(number)", "pseudonym": "Copeau"])
            #expect(sheet.status == 422)
        }
        let sheet = try await page.press("Rejoindre", typing: ["code": "RABOT-1911", "pseudonym": "Copeau"])
        #expect(sheet.status == 429)
    }
}
