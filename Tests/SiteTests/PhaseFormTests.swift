import Domain
import Testing

@testable import Site

@Suite struct PhaseFormTests {
    private static let typed = [
        "title": "Moins d’attente au téléphone", "question": "Que changer dans notre accueil téléphonique ?",
        "brief": "Nous cherchons ce qui vous ferait gagner du temps, sans vous faire répéter.", "theme": "1",
    ]

    private func form(_ town: Town, _ blueprint: String = "openCall") async throws -> Sheet {
        _ = try await town.theme()
        return try await town.manager().open("/fr/challenges/new?blueprint=\(blueprint)")
    }

    private func value(_ name: String, _ sheet: Sheet) throws -> String? {
        let form = try sheet.root().all("form").last { $0.attributes["class"] == "form" }
        return Sheet.fields(of: try #require(form)).first { $0.0 == name }?.1
    }

    @Test("phases are added, moved and removed by buttons, and everything typed stays")
    func rearranging() async throws {
        let town = try await Town()
        let form = try await form(town)
        let added = try await form.press("Ajouter une étape après de l’étape 3", typing: Self.typed)
        #expect(added.status == 200)
        for (name, typed) in Self.typed { #expect(try value(name, added) == typed) }
        #expect(try value("phase-3-opens", added) == "2026-05-13T09:00")
        #expect(try value("phase-4-kind", added) == "followUp")
        let moved = try await added.press(
            "Monter de l’étape 4", typing: ["phase-3-kind": "votes", "phase-3-closes": "2026-05-13T10:00"])
        #expect(try value("phase-2-kind", moved) == "votes")
        #expect(try value("phase-2-closes", moved) == "2026-05-13T10:00")
        // The rights follow the kind, as nobody touched them.
        #expect(try value("phase-2-vote", moved) == "yes")
        #expect(try value("phase-2-judge", moved) == nil)
        let removed = try await moved.press("Retirer de l’étape 5")
        let back = try await removed.press("Descendre de l’étape 3")
        #expect(try back.root().all { $0.attributes["class"] == "phase" }.count == 4)
        let saved = try await back.press("Enregistrer")
        #expect(try saved.text().contains("Le défi est enregistré"))
        #expect(try saved.text().contains("le 13\u{A0}mai, de 9\u{A0}h à 10\u{A0}h"))
    }

    @Test("what comes after a phase can be moved along with its close, by the clock on the wall")
    func following() async throws {
        let town = try await Town()
        let form = try await form(town)
        let close = try #require(try value("phase-0-closes", form))
        let next = try #require(try value("phase-1-closes", form))
        let moved = try await form.press(
            "Décaler d’autant les étapes suivantes de l’étape 1",
            typing: Self.typed.merging(["phase-0-closes": "2026-11-02T18:00"]) { $1 })
        #expect(try value("phase-0-closes", moved) == "2026-11-02T18:00")
        #expect(try value("phase-1-opens", moved) == "2026-11-02T18:00")
        let shift =
            try #require(WallClock(input: "2026-11-02T18:00")).minutes
            - #require(WallClock(input: close)).minutes
        let expected = WallClock(minutes: try #require(WallClock(input: next)).minutes + shift).input
        #expect(try value("phase-1-closes", moved) == expected)
        #expect(try value("phase-2-opens", moved) == expected)
        // What has no date to follow stays as it was typed.
        let lost = try await moved.press(
            "Décaler d’autant les étapes suivantes de l’étape 1", typing: ["phase-0-closes": "bientôt"])
        #expect(try value("phase-0-closes", lost) == "bientôt")
        #expect(try value("phase-1-opens", lost) == "2026-11-02T18:00")
    }

    @Test("rights can be given one by one; what cannot go together is said beside them")
    func rights() async throws {
        let town = try await Town()
        let form = try await form(town)
        let sealed = try await form.press(
            "Enregistrer", typing: Self.typed.merging(["phase-0-see": ""]) { $1 })
        #expect(sealed.status == 422)
        #expect(try sealed.text().contains("On ne vote pas sur ce qui reste scellé"))
        let silent = try await sealed.press(
            "Enregistrer", typing: ["phase-0-see": "yes", "phase-1-comment": ""])
        #expect(try silent.text().contains("Le défi est enregistré"))
        let edit = try await silent.follow("Modifier ce défi")
        #expect(try value("phase-1-comment", edit) == nil)
        #expect(try value("phase-1-vote", edit) == "yes")
    }

    @Test("an hour that summer time leaves out, or that winter time repeats, is refused by name")
    func clockChanges() async throws {
        let town = try await Town()
        let form = try await form(town)
        let again = try await form.press(
            "Enregistrer",
            typing: Self.typed.merging([
                "phase-0-opens": "2026-03-29T02:30", "phase-2-closes": "2026-10-25T02:30",
                "phase-3-opens": "2026-10-25T03:30",
            ]) { $1 })
        let text = try again.text()
        #expect(text.contains("passage à l’heure d’été"))
        #expect(text.contains("passage à l’heure d’hiver"))
        let mended = try await again.press(
            "Enregistrer",
            typing: ["phase-0-opens": "2026-03-29T03:30", "phase-2-closes": "2026-10-25T03:30"])
        #expect(try mended.text().contains("Le défi est enregistré"))
    }

    @Test("a contest speaks of solutions, and asks nothing about seals or votes")
    func solutions() async throws {
        let town = try await Town()
        let form = try await form(town, "contest")
        #expect(try form.text().contains("Solutions"))
        #expect(!form.source.contains("value=\"votes\""))
        #expect(try !form.text().contains("scellé jusqu’aux résultats)"))
        let manager = try await town.manager("Karim B.")
        let id = try await town.challenge(
            "Détecter une fuite", by: manager, blueprint: .contest,
            schedule: Schedule([
                Phase(kind: .ideas, opensAt: town.now, closesAt: town.now + .days(9)),
                Phase(kind: .deliberation, opensAt: town.now + .days(9), closesAt: nil),
            ]))
        let page = try await town.visitor().open("/fr/challenges/\(id)")
        let text = try page.text()
        for words in ["Ouvert aux solutions", "Déposer ma solution", "Solutions scellées", "Solutions"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test("a public challenge takes new phases, and keeps those that were announced")
    func announced() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager)
        let form = try await manager.open("/fr/challenges/\(id)/edit")
        #expect(try !form.has(button: "Retirer"))
        #expect(try !form.has(button: "Monter"))
        let added = try await form.press("Ajouter une étape après de l’étape 3")
        #expect(try added.has(button: "Retirer de l’étape 4"))
        let saved = try await added.press(
            "Publier les changements",
            typing: [
                "phase-3-opens": "2026-04-19T13:00", "phase-3-closes": "2026-04-19T14:00",
                "phase-4-opens": "2026-04-19T14:00", "moveReason": "Le jury se réunit une seconde fois.",
            ])
        #expect(try saved.text().contains("Nouvelle étape, Étude"))
    }
}
