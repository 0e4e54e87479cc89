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

    @Test("a member follows a theme and a challenge, finds them in their account, and stops")
    func following() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager)
        let member = try await town.person("Ajonc")
        #expect(try !(await town.visitor().open("/fr/themes/prevention")).has(button: "Suivre"))
        let theme = try await member.open("/fr/themes/prevention").press("Suivre")
        #expect(try theme.text().contains("Vous suivez ce sujet"))
        _ = try await member.open("/fr/challenges/\(id)").press("Suivre")
        // What one person follows is on nobody else's page, though all share what they read.
        #expect(try await manager.open("/fr/themes/prevention").has(button: "Suivre"))
        let account = try await member.open("/fr/account")
        #expect(try account.links("Prévention") == ["/fr/themes/prevention"])
        #expect(try account.links("Éviter les dégâts").count == 1)
        let stopped = try await account.follow("Prévention").press("Ne plus suivre")
        #expect(try stopped.has(button: "Suivre"))
        #expect(try await member.open("/fr/account").links("Prévention").isEmpty)
    }

    @Test("an administrator writes themes; their addresses stay")
    func writing() async throws {
        let town = try await Town()
        let administrator = try await town.person("Fougère", isAdministrator: true)
        let form = try await administrator.open("/fr/themes").follow("Nouveau thème")
        let short = try await form.press("Enregistrer le thème", typing: ["title": "Vie à deux"])
        #expect(short.status == 422)
        #expect(short.source.contains("Vie à deux"))
        let page = try await short.press(
            "Enregistrer le thème",
            typing: [
                "summary": "Assurer une famille qui change.", "prompts": "Qui prévenir ?\nQuand ?",
            ])
        #expect(page.target == "/fr/themes/vie-a-deux")
        #expect(try page.text().contains("Qui prévenir ?"))
        let again = try await form.press(
            "Enregistrer le thème",
            typing: ["title": "Vie à deux", "summary": "Assurer une famille qui change."])
        #expect(again.status == 422)
        let renamed = try await page.follow("Modifier ce thème").press(
            "Enregistrer le thème", typing: ["title": "Vie à plusieurs"])
        #expect(renamed.target == "/fr/themes/vie-a-deux")
        #expect(try renamed.text().contains("Vie à plusieurs"))
        #expect(try await town.person("Ajonc").open("/fr/themes/vie-a-deux/edit").status == 404)
    }
}
