import Domain
import Storage
import Testing

@testable import Site

@Suite struct FollowUpTests {
    private func keptIdea(_ town: Town, _ manager: Browser) async throws -> IdeaID {
        let author = try await town.person("Bruyère")
        let id = try await town.challenge(by: manager)
        let idea = try await town.idea(in: id, by: author)
        try await town.store.decide(
            .accepted, reason: "Nous le faisons dès cet automne.", publicly: true, on: idea,
            by: try manager.requireMember(), at: town.now)
        return idea
    }

    @Test("a manager writes what becomes of an idea; all read it on its page and in the list")
    func following() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let idea = try await keptIdea(town, manager)
        let form = try await manager.open("/fr/ideas/\(idea)").follow("Suivre la mise en œuvre")
        let refused = try await form.press(
            "Publier le suivi",
            typing: [
                "team": "Habitation", "milestone-0-title": "Choisir un détecteur",
                "milestone-0-planned": "bientôt",
            ])
        #expect(refused.status == 422)
        #expect(refused.source.contains("Choisir un détecteur"))
        #expect(try refused.text().contains("Étape 1, Prévue pour le"))
        let page = try await refused.press(
            "Publier le suivi",
            typing: [
                "milestone-0-planned": "2026-03-20", "milestone-1-title": "Équiper cent foyers",
                "milestone-1-planned": "2026-06-30",
            ])
        #expect(try page.text().contains("Le suivi est publié."))
        let text = try await town.visitor().open("/fr/ideas/\(idea)").text()
        #expect(text.contains("Équipe\u{A0}: Habitation"))
        #expect(text.contains("Aucune étape faite sur 2"))
        #expect(text.contains("Prochaine étape\u{A0}: Choisir un détecteur, pour le 20\u{A0}mars 2026"))

        town.turnClock(to: Town.beginning + .days(20))
        let late = try await town.visitor().open("/fr/follow-up").text()
        #expect(late.contains("En retard"))
        #expect(late.contains("Merci à Bruyère"))
        let again = try await manager.open("/fr/desk/ideas/\(idea)/follow-up")
        let moved = try await again.press(
            "Publier le suivi",
            typing: ["milestone-0-planned": "2026-04-10", "milestone-0-done": "2026-03-30"])
        #expect(try moved.text().contains("d’abord prévue pour le 20\u{A0}mars 2026"))
        #expect(try moved.text().contains("1 étape faite sur 2"))
        #expect(try await town.visitor().open("/fr").text().contains("1 étape faite sur 2"))
        #expect(
            try await town.visitor().open("/fr/follow-up?state=implemented").text().contains("Aucune idée"))
    }

    @Test("the record of answers is shown to everybody, the late ones included")
    func record() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let idea = try await keptIdea(town, manager)
        let challenge = try await town.store.look(as: nil, at: town.now) {
            try $0.ideaInChallenge(idea).challenge.id
        }.value
        _ = try await town.idea(
            "Une vanne qui se ferme seule", in: challenge, by: try await town.person("Ciste"))
        let waiting = try await town.visitor().open("/fr/challenges/\(challenge)").text()
        #expect(waiting.contains("Réponse promise au plus tard le"))
        town.wait(.days(50))
        let text = try await town.visitor().open("/fr/about").follow("Nos réponses").text()
        #expect(text.contains("50\u{202F}%"))
        #expect(text.contains("1 réponse rendue dans le délai"))
        #expect(text.contains("1 réponse en retard aujourd’hui"))
        #expect(text.contains("0\u{A0}jour"))
        let page = try await town.visitor().open("/fr/challenges/\(challenge)").text()
        #expect(page.contains("1 réponse rendue sur 2."))
        #expect(page.contains("Délai médian\u{A0}: 0\u{A0}jour."))
    }
}
