import Domain
import Storage
import Testing

@testable import Site

@Suite struct EffectTests {
    /// An idea with which the insurer goes on, a community, and somebody who keeps funds.
    private struct Scene {
        let town: Town
        let keeper: Browser
        let idea: IdeaID
        let community: CommunityID

        init() async throws {
            town = try await Town()
            keeper = try await town.manager()
            let challenge = try await town.challenge(by: keeper)
            idea = try await town.idea(in: challenge, by: town.person("Ajonc"))
            try await town.store.decide(
                .accepted, reason: "La vanne sera posée au printemps.", publicly: true, on: idea,
                by: try keeper.requireMember(), at: town.now)
            community = try await town.store.addCommunity(
                slug: "artisans", name: "Les Artisans", summary: "Des ateliers.", charter: "S’aider.",
                joinCode: "RABOT")
        }

        /// Writes down the measure by its form: it begins on 1 June 2026.
        func write(_ typed: [String: String] = [:]) async throws -> Sheet {
            let form = try await keeper.open("/fr/ideas/\(idea)").follow("Noter une mesure")
            return try await form.press(
                "Enregistrer la mesure",
                typing: [
                    "measureWhat": "Une vanne qui se ferme seule, par colonne", "measurePlace": "Laval",
                    "start": "2026-06-01", "measureCost": "10 080", "measureOwner": "Prévention",
                    "communities": "\(community)",
                ].merging(typed) { $1 })
        }

        func freeze(_ sheet: Sheet, _ typed: [String: String] = [:]) async throws -> Sheet {
            try await sheet.press(
                "Figer le plan",
                typing: [
                    "metric": "water", "exposed": "Les logements équipés", "control": "Les autres logements",
                    "beforeFirst": "2025-06-01", "beforeLast": "2026-05-31", "afterFirst": "2026-06-01",
                    "afterLast": "2026-08-31", "meanPoolCost": "120",
                ].merging(typed) { $1 })
        }

        static let counts = [
            "n0": "400", "e0": "10 000", "n1": "230", "e1": "10 000", "c0": "1 600", "k0": "40 000",
            "c1": "1 560", "k1": "40 000", "source": "Extraction du logiciel des sinistres",
        ]
    }

    @Test("from an idea to its finding: written, planned, counted, and read by anybody")
    func course() async throws {
        let scene = try await Scene()
        let written = try await scene.write()
        #expect(try written.text().contains("La mesure est enregistrée"))
        let frozen = try await scene.freeze(written)
        #expect(try frozen.text().contains("Le plan est figé"))
        #expect(try !frozen.has(button: "Figer le plan"))
        #expect(try !frozen.has(button: "Enregistrer ces chiffres"))
        let visitor = scene.town.visitor()
        let planned = try await visitor.open("/fr/ideas/\(scene.idea)")
        #expect(try planned.text().contains("De l’idée à la ristourne"))
        #expect(try planned.text().contains("à partir du 1er\u{A0}juin 2026"))
        #expect(try planned.root().all("li").count { $0.attributes["aria-current"] == "step" } == 1)
        scene.town.wait(.days(200))
        let counted = try await scene.keeper.open(frozen.target).press(
            "Enregistrer ces chiffres", typing: Scene.counts)
        #expect(try counted.text().contains("Les chiffres sont enregistrés"))
        let page = try await visitor.open("/fr/ideas/\(scene.idea)").follow(
            "Une vanne qui se ferme seule, par colonne")
        let text = try page.text()
        #expect(text.contains("Démontré"))
        #expect(text.contains("multiplié par 0,59") && text.contains("entre 0,49 et 0,70"))
        #expect(text.contains("390,0 sinistres ; il y en a eu 230") || text.contains("390,0 sinistres"))
        #expect(
            text.contains("14\u{202F}649,60") || text.contains("14\u{A0}649,60") || text.contains("14 649,60")
        )
        #expect(text.contains("1 communauté") && !text.contains("Les Artisans"))
        let picture = try page.root().all("svg").first { $0.attributes["class"] == "interval" }
        #expect(picture?.attributes["role"] == "img")
        #expect(picture?.attributes["aria-label"]?.contains("0,59") == true)
        let english = try await visitor.open(page.target.replacing("/fr/", with: "/en/"))
        #expect(try english.text().contains("Demonstrated"))
    }

    @Test("what has to be mended is said beside its field, with all that was typed")
    func refused() async throws {
        let scene = try await Scene()
        let measure = try await scene.write([
            "measureWhat": "Court", "measureCost": "cher", "start": "demain",
        ])
        #expect(measure.status == 422)
        for value in ["cher", "demain", "Laval"] { #expect(measure.source.contains("value=\"\(value)\"")) }
        let plan = try await scene.freeze(
            try await scene.write(), ["beforeLast": "2026-06-02", "exposed": "Eux", "meanPoolCost": "cent"])
        #expect(plan.status == 422)
        #expect(plan.source.contains("value=\"cent\"") && plan.source.contains("value=\"Eux\""))
        let late = try await scene.freeze(plan, ["beforeLast": "2026-06-02"])
        #expect(try late.text().contains("doit finir avant que la mesure commence"))
        let frozen = try await scene.freeze(late)
        scene.town.wait(.days(200))
        let counts = try await scene.keeper.open(frozen.target).press(
            "Enregistrer ces chiffres",
            typing: Scene.counts.merging(["e0": "0", "n1": "beaucoup"]) { $1 })
        #expect(counts.status == 422)
        #expect(counts.source.contains("value=\"beaucoup\""))
        #expect(try counts.text().contains("Il faut au moins un foyer"))
    }

    @Test("a plan cannot be frozen once the measure has begun, and the page says what that means")
    func late() async throws {
        let scene = try await Scene()
        let written = try await scene.write()
        scene.town.wait(.days(200))
        let page = try await scene.keeper.open(written.target)
        #expect(try !page.has(button: "Figer le plan"))
        #expect(try page.text().contains("sans plan figé"))
    }

    @Test("few people are not told of, whoever asks")
    func few() async throws {
        let scene = try await Scene()
        let frozen = try await scene.freeze(try await scene.write())
        scene.town.wait(.days(200))
        let kept = try await scene.keeper.open(frozen.target).press(
            "Enregistrer ces chiffres",
            typing: Scene.counts.merging(["e0": "9", "e1": "9", "n0": "7", "n1": "3"]) { $1 })
        #expect(try kept.text().contains("moins de 10 personnes"))
        let page = try await scene.town.visitor().open("/fr/measures/1")
        #expect(page.status == 200)
        #expect(try !page.text().contains("7 sinistres"))
        #expect(try page.text().contains("moins de 10 personnes"))
    }

    @Test("a measure of an idea that one may not see does not exist")
    func hidden() async throws {
        let scene = try await Scene()
        _ = try await scene.write()
        #expect(try await scene.town.visitor().open("/fr/measures/1").status == 200)
        _ = try await scene.town.store.judge(
            [.idea(scene.idea)], .hide(.offTopic, note: ""), by: try scene.keeper.requireMember(),
            at: scene.town.now)
        #expect(try await scene.town.visitor().open("/fr/measures/1").status == 404)
        #expect(try await scene.town.visitor().open("/fr/measures/2").status == 404)
    }
}
