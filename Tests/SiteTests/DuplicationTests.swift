import Domain
import Storage
import Testing

@testable import Site

@Suite struct DuplicationTests {
    @Test("a copy says the same from tomorrow on, with the draft as it reads now")
    func duplicate() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let original = try await town.challenge("Un projet", by: manager, blueprint: .draftReview)
        try await town.store.publishDraft(
            DraftRevision(
                text: "La franchise est de 90 euros par an.\n\nLe vol est déclaré sous deux jours.", base: 1,
                explanations: [.init(old: 0, new: 0): .init(why: "Vous la trouviez trop haute.")]),
            of: original, by: manager.requireMember(), at: town.now)
        town.wait(.days(100))
        let visitor = try await town.visitor().open("/fr/challenges/\(original)")
        #expect(try !visitor.has(button: "Partir de ce défi"))
        let form = try await manager.open("/fr/challenges/\(original)").press("Partir de ce défi")
        #expect(try form.text().contains("Ce brouillon reprend l’autre défi"))
        #expect(form.source.contains("La franchise est de 90 euros par an."))
        let saved = try await form.press("Enregistrer")
        #expect(try await saved.press("Réserver").has(button: "Publier ce défi"))
        let (old, new) = try await town.store.look(as: nil, at: town.now) { look in
            (try look.challenge(original), look.now)
        }.value
        let copy = try await town.store.look(
            as: SessionToken(try #require(manager.cookie(SessionToken.cookieName(isSecure: false))))?.key,
            at: town.now
        ) { try $0.draftChallenges().first }.value
        let schedule = try #require(copy?.challenge.schedule)
        let time = town.app.time
        #expect(time.days(from: new, to: try #require(schedule.opensAt)) == 1)
        let moments = try [schedule, old.schedule].map { try #require($0.opensAt) }
        let clocks = moments.map { time.wallClock(at: $0) }
        #expect(clocks[0].hour == clocks[1].hour)
        #expect(schedule.phases.map(\.kind) == old.schedule.phases.map(\.kind))
        #expect(copy?.challenge.title == "Un projet")
        let list = try await manager.open("/fr/challenges")
        #expect(try list.has(button: "Dupliquer"))
        #expect(try await !town.visitor().open("/fr/challenges").has(button: "Dupliquer"))
    }

    @Test(
        "a skeleton is put below what is written, in either language, without saving",
        arguments: Blueprint.allCases)
    func skeletons(blueprint: Blueprint) async throws {
        let town = try await Town()
        let manager = try await town.manager()
        _ = try await town.theme()
        let form = try await manager.open("/fr/challenges/new?blueprint=\(blueprint.rawValue)")
        let filled = try await form.press("Canevas en français", typing: ["brief": "Ce que j’ai écrit."])
        #expect(filled.status == 200)
        let brief = try filled.root().first { $0.attributes["name"] == "brief" }?.rawText ?? ""
        #expect(brief.contains("Ce que j’ai écrit."))
        #expect(brief.contains("### Ce que nous cherchons"))
        let both = try await filled.press("Canevas en anglais")
        #expect(both.source.contains("### What we are looking for"))
        let saved = try await filled.press(
            "Enregistrer",
            typing: ["title": "Un nouveau défi", "question": "Que feriez-vous ?", "theme": "1"])
        #expect(saved.status == 200)
        #expect(try saved.text().contains("Ce que nous cherchons"))
        #expect(try saved.has(button: "Publier ce défi"))
        let edit = try await saved.follow("Modifier ce défi")
        #expect(try !edit.has(button: "Canevas"))
    }
}
