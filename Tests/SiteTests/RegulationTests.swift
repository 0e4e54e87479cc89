import Domain
import Storage
import Testing

@testable import Site

@Suite struct RegulationTests {
    private static let typed = [
        "organiser": "Mutuelle des Tilleuls, société mutuelle, 1 cours des Lices, Valbourg",
        "jury": "Trois personnes, dont une de l’extérieur.",
    ]

    @Test("the rules are made from the challenge, accepted once with a receipt, and shown with what changes")
    func fromFormToReceipt() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager)
        let form = try await manager.open("/fr/desk/challenges/\(id)/regulation")
        let refused = try await form.press("Publier ce règlement", typing: ["organiser": "Nous"])
        #expect(refused.status == 422)
        #expect(refused.source.contains(">\nNous</textarea>"))
        let rules = try await refused.press("Publier ce règlement", typing: Self.typed)
        let text = try rules.text()
        #expect(text.contains("Article 1. Organisateur et objet"))
        #expect(text.contains("1 cours des Lices"))
        #expect(text.contains("1er prix\u{A0}: 500\u{A0}€"))
        #expect(text.contains("Europe/Paris"))
        #expect(text.contains("sans obligation d’achat"))
        #expect(
            try await town.visitor().open("/fr/challenges/\(id)").follow("Règlement du défi").status == 200)

        let ajonc = try await town.person("Ajonc")
        let idea = ["title": "Un détecteur sous l’évier", "text": "Il sonne dès la première goutte d’eau."]
        let asked = try await ajonc.open("/fr/challenges/\(id)/ideas/new").press("Déposer", typing: idea)
        #expect(asked.status == 422)
        #expect(try asked.links("Cochez la case pour confirmer.") == ["#regulation"])
        let receipt = try await asked.press("Déposer", typing: ["regulation": "1"])
        #expect(try receipt.text().contains("Règlement accepté, version 1"))
        let seen = try await town.store.look(as: nil, at: town.now) { try $0.regulationDetail(of: id) }
        #expect(
            receipt.source.contains(seen.value.shown.fingerprint(in: .french).description))

        let again = try await ajonc.open("/fr/challenges/\(id)/ideas/new")
        #expect(try again.root().first { $0.attributes["name"] == "regulation" } == nil)
        let second = try await manager.open("/fr/desk/challenges/\(id)/regulation").press(
            "Publier ce règlement", typing: ["criteria": "La simplicité avant tout."])
        #expect(try second.text().contains("Ce qui change depuis la version 1"))
        #expect(try second.text().contains("La simplicité avant tout"))
        let renewed = try await ajonc.open("/fr/challenges/\(id)/ideas/new")
        #expect(try renewed.text().contains("Vous aviez accepté la version 1"))
        let old = try await ajonc.open("/fr/challenges/\(id)/regulation?version=1")
        #expect(try old.text().contains("n’est plus en vigueur"))
        #expect(try old.text().contains("Vous avez accepté la version 1"))
        #expect(try await town.visitor().open("/en/challenges/\(id)/regulation").text().contains("Article 1"))
    }

    @Test("when the challenge changes, its manager is told that the rules no longer say so")
    func stale() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager)
        _ = try await manager.open("/fr/desk/challenges/\(id)/regulation").press(
            "Publier ce règlement", typing: Self.typed)
        let form = try await manager.open("/fr/desk/challenges/\(id)/regulation")
        #expect(try !form.text().contains("Le défi a changé depuis cette version"))
        _ = try await manager.open("/fr/challenges/\(id)/edit").press(
            "Publier les changements", typing: ["title": "Éviter tous les dégâts des eaux"])
        let late = try await manager.open("/fr/desk/challenges/\(id)/regulation")
        #expect(try late.text().contains("Le défi a changé depuis cette version"))
    }

    @Test(
        "a deed says each right that is ticked, keeps what was typed, and is for authors and managers alone")
    func deed() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager)
        let ajonc = try await town.person("Ajonc")
        let idea = try await town.idea(in: id, by: ajonc)
        try await town.store.decide(
            .winner, reason: "Nous l’essayons dès cet été.", publicly: true, on: idea,
            by: manager.requireMember(), at: town.now)
        let form = try await manager.open("/fr/desk/ideas/\(idea)/deed")
        let refused = try await form.press("Enregistrer l’acte", typing: ["purpose": "Un service d’alerte"])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("Cochez au moins un droit"))
        #expect(refused.source.contains("Un service d’alerte</textarea>"))
        let deed = try await refused.press(
            "Enregistrer l’acte",
            typing: [
                "right-adaptation": "yes", "extent-adaptation": "Toute évolution du service", "years": "5",
                "price": "Le prix du défi",
            ])
        #expect(try deed.text().contains("Adaptation") && deed.text().contains("5 ans"))
        #expect(try !deed.text().contains("Traduction"))
        #expect(try await ajonc.open("/fr/ideas/\(idea)").follow("Acte de cession").status == 200)
        #expect(try await town.person("Bruyère").open("/fr/ideas/\(idea)/deed").status == 404)
        #expect(try await town.visitor().open("/fr/ideas/\(idea)/deed").status == 404)
    }
}
