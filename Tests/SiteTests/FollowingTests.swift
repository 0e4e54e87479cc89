import Domain
import Storage
import Testing

@testable import Site

@Suite struct FollowingTests {
    @Test("one follows on the page, reads what is new, marks it read, and stops where it is listed")
    func following() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let (reader, author) = (try await town.person("Bruyère"), try await town.person("Genêt"))
        let id = try await town.challenge(by: manager)
        let empty = try await reader.open("/fr/following")
        #expect(try empty.text().contains("Suivez un thème, un défi ou une idée"))
        #expect(try await town.visitor().open("/fr/following").status == 401)
        _ = try await reader.open("/fr/challenges/\(id)").press("Suivre")
        town.wait(.minutes(5))
        let idea = try await town.idea(in: id, by: author)
        let page = try await reader.open("/fr/ideas/\(idea)").press("Suivre")
        #expect(try page.text().contains("Vous suivez ce sujet"))
        town.wait(.minutes(5))
        try await town.store.decide(
            .underStudy, reason: "Nous demandons ce que coûterait un essai.", publicly: true, on: idea,
            by: try manager.requireMember(), at: town.now)
        let news = try await reader.open("/fr/following")
        #expect(try news.text().contains("2 nouveautés"))
        #expect(try news.root().all("summary").first?.text.contains("2") == true)
        #expect(try news.text().contains("À l’étude"))
        #expect(try news.text().contains("Nouvelle idée"))
        let decisions = try await news.follow("Décisions")
        #expect(!(try decisions.text().contains("Nouvelle idée")))
        let read = try await decisions.press("Tout marquer comme lu")
        #expect(!(try read.text().contains("2 nouveautés")))
        #expect(try read.text().contains("Nouvelle idée"))
        #expect(!(try read.has(button: "Tout marquer")))
        let stopped = try await read.press("Ne plus suivre, Éviter les dégâts des eaux")
        #expect(stopped.target == "/fr/following")
        #expect(
            !(try stopped.root().first { $0.attributes["class"] == "panel followed" }?.text ?? "").contains(
                "Éviter"))
        #expect(!(try await author.open("/fr/ideas/\(idea)").has(button: "Suivre")))
    }

    @Test("what happens after the page was made stays new when all of it is marked as read")
    func race() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let (reader, author) = (try await town.person("Bruyère"), try await town.person("Genêt"))
        let id = try await town.challenge(by: manager)
        _ = try await reader.open("/fr/challenges/\(id)").press("Suivre")
        town.wait(.minutes(1))
        _ = try await town.idea("Une première idée", in: id, by: author)
        let page = try await reader.open("/fr/following")
        town.wait(.minutes(1))
        _ = try await town.idea("Une seconde idée", in: id, by: author)
        let read = try await page.press("Tout marquer comme lu")
        #expect(try read.text().contains("1 nouveauté"))
    }
}
