import Domain
import Storage
import Testing

@testable import Site

@Suite struct PromptTests {
    private func scene() async throws -> (town: Town, page: Sheet, member: Browser) {
        let town = try await Town()
        _ = try await town.theme()
        let member = try await town.person("Ajonc")
        let page = try await member.open("/fr/themes/prevention").follow("Qu’avez-vous changé chez vous")
        return (town, page, member)
    }

    @Test("a theme's question is answered, the answer is answered, and both are on the theme's page and feed")
    func discussion() async throws {
        let (town, page, _) = try await scene()
        #expect(page.target.hasPrefix("/fr/themes/prevention/prompts/1-qu-avez-vous-change"))
        #expect(try page.text().contains("Personne n’a encore répondu."))
        let short = try await page.press("Publier mon commentaire", typing: ["comment": "?"])
        #expect(short.status == 422)
        let said = try await short.press(
            "Publier mon commentaire", typing: ["comment": "Les détecteurs, un par chambre."])
        #expect(try said.text().contains("1 contribution"))
        let other = try await town.person("Bruyère")
        let answered = try await other.open(page.target).press(
            "Envoyer ma réponse", typing: ["comment": "Lesquels avez-vous pris ?"])
        #expect(try answered.text().contains("2 contributions"))
        let moderator = try await town.staff("Hugo", .moderator)
        let official = try await moderator.open(page.target)
        #expect(
            try official.text().contains("réponse officielle")
                || official.source.contains("name=\"official\""))
        _ = try await official.press(
            "Publier mon commentaire", typing: ["comment": "Nous en offrons deux à chaque foyer."])
        let visitor = try await town.visitor().open("/fr/themes/prevention")
        #expect(try visitor.text().contains("Nous en offrons deux à chaque foyer."))
        #expect(try visitor.text().contains("3 contributions"))
        let feed = try await town.visitor().open("/fr/themes/prevention/feed.rss")
        #expect(feed.source.contains("Les détecteurs, un par chambre."))
        #expect(feed.source.contains("Nous répondons"))
        let found = try await town.visitor().open("/fr/search?q=detecteurs")
        #expect(try await found.follow("Qu’avez-vous changé").target.contains("/prompts/1-"))
        #expect(try await town.visitor().open("/fr/search/feed.rss?q=detecteurs").status == 200)
    }

    @Test("signed out one reads, and is led to signing in; a readable address that changed leads on")
    func visitors() async throws {
        let (town, page, _) = try await scene()
        let seen = try await town.visitor().open(page.target)
        #expect(try !seen.has(button: "Publier mon commentaire"))
        #expect(try !seen.links("Se connecter").isEmpty)
        #expect(try await town.visitor().open("/fr/themes/prevention/prompts/1-autre").target == page.target)
        #expect(try await town.visitor().open("/fr/themes/ailleurs/prompts/1").target == page.target)
        #expect(try await town.visitor().open("/fr/themes/prevention/prompts/77").status == 404)
    }

    @Test("the guard warns, people report, moderators hide with a reason, the author reads it and appeals")
    func moderation() async throws {
        let (town, page, member) = try await scene()
        let warned = try await page.press(
            "Publier mon commentaire", typing: ["comment": "Appelez le 02 61 91 45 12, il répare tout."])
        #expect(warned.status == 422)
        #expect(try warned.text().contains("numéro de téléphone"))
        _ = try await warned.press(
            "Publier mon commentaire", typing: ["comment": "Mon beau-frère répare tout."])
        let other = try await town.person("Bruyère")
        let report = try await other.open(page.target).follow("Signaler")
        #expect(try report.text().contains("Qu’avez-vous changé chez vous"))
        let sent = try await report.press("Envoyer le signalement", typing: ["reason": "advertising"])
        #expect(sent.target == "/fr/themes/prevention")
        let moderator = try await town.staff("Hugo", .moderator)
        let queue = try await moderator.open("/fr/desk/moderation")
        #expect(try queue.text().contains("Prévention"))
        let file = try await queue.follow("Qu’avez-vous changé")
        _ = try await file.press("Masquer", typing: ["reason": "advertising", "note": "Sans le beau-frère."])
        #expect(try await !other.open(page.target).text().contains("beau-frère"))
        #expect(try await other.open("/fr/account").text().contains("Signalement suivi"))
        let mine = try await member.open(page.target)
        #expect(try mine.text().contains("Sans le beau-frère."))
        #expect(try await member.open("/fr/account").text().contains("Mon beau-frère répare tout."))
        let asked = try await mine.follow("Demander un second regard").press(
            "Envoyer ma demande", typing: ["words": "Il est vraiment bon, et gratuit."])
        #expect(try asked.text().contains("Un second regard est demandé."))
        _ = try await moderator.open("/fr/desk/moderation").follow("Qu’avez-vous changé").press("Rétablir")
        #expect(try await other.open(page.target).text().contains("beau-frère"))
        #expect(try await member.open(page.target).text().contains("de nouveau visible"))
        #expect(try await !other.open(page.target).text().contains("de nouveau visible"))
        #expect(try await town.visitor().open("/fr/moderation").text().contains("Commentaire rétabli"))
        let gone = try await member.open(page.target).follow("Retirer").press("Retirer mon commentaire")
        #expect(gone.target.hasPrefix(page.target))
        #expect(try !gone.text().contains("beau-frère"))
    }

    @Test("a theme shows the drafts that wait for reactions")
    func drafts() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        _ = try await town.challenge("Notre projet de garantie", by: manager, blueprint: .draftReview)
        _ = try await town.challenge(by: manager)
        let page = try await town.visitor().open("/fr/themes/prevention")
        let drafts = try #require(
            try page.root().all("section").first { $0.text.hasPrefix("Projets soumis") })
        #expect(drafts.text.contains("Notre projet de garantie"))
        #expect(!drafts.text.contains("Éviter les dégâts"))
    }
}
