import Domain
import Testing

@testable import Site

@Suite struct DraftTests {
    @Test("a member says whether it matters, reacts, is advised by the guard, changes and takes back")
    func reacting() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge("Un projet", by: manager, blueprint: .draftReview)
        let visitor = try await town.visitor().open("/fr/challenges/\(challenge)")
        #expect(try visitor.text().contains("Connectez-vous pour réagir"))
        #expect(try !visitor.has(button: "Pas clair"))

        let ana = try await town.person("Ajonc")
        var page = try await ana.open("/fr/challenges/\(challenge)")
        #expect(try page.text().contains("Ce sujet compte-t-il pour vous"))
        #expect(try !page.has(button: "Pas clair"))
        page = try await page.press("Un peu")
        #expect(try page.text().contains("Ce sujet compte un peu pour vous."))
        page = try await page.press("Pas clair", typing: ["comment": "Par an ou par sinistre ?"])
        #expect(try page.text().contains("Votre réaction est enregistrée."))
        let shown = try await town.visitor().open("/fr/challenges/\(challenge)").text()
        #expect(shown.contains("Par an ou par sinistre\u{202F}?"))
        #expect(shown.contains("personne ne voit de chiffres"))

        page = try await page.press(
            "Enregistrer le commentaire", typing: ["comment": "Appelez le 02 61 91 45 12"])
        #expect(page.status == 422)
        #expect(try page.text().contains("02 61 91 45 12"))
        page = try await page.press("Masquer et envoyer")
        #expect(try await !town.visitor().open("/fr/challenges/\(challenge)").text().contains("91 45 12"))
        page = try await page.press("Enregistrer", typing: ["comment": String(repeating: "a", count: 2_001)])
        #expect(page.status == 422)
        #expect(page.source.contains(String(repeating: "a", count: 2_001)))

        page = try await ana.open("/fr/challenges/\(challenge)").press("Retirer ma réaction")
        #expect(try page.text().contains("Votre réaction est retirée."))
        town.wait(.days(30))
        let closed = try await ana.open("/fr/challenges/\(challenge)")
        #expect(try closed.text().contains("un peu pour 1 personne"))
        #expect(try !closed.has(button: "Pas clair"))
    }

    @Test("a manager compares, explains, thanks and publishes a version that everybody can read")
    func publishing() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge("Un projet", by: manager, blueprint: .draftReview)
        let ana = try await town.person("Ajonc")
        _ = try await ana.open("/fr/challenges/\(challenge)").press("Beaucoup")
            .press("Il manque", typing: ["comment": "Deux jours ouvrés ?"])
        #expect(try await ana.open("/fr/challenges/\(challenge)/versions/new").status == 403)

        var form = try await manager.open("/fr/challenges/\(challenge)").follow(
            "Préparer la version suivante")
        #expect(try form.text().contains("Les décomptes restent cachés"))
        #expect(try !form.has(button: "Publier"))
        let text = "La franchise est de 90 euros par an.\n\nLe vol est déclaré sous deux jours."
        form = try await form.press("Voir ce qui change", typing: ["draft": text])
        #expect(form.source.contains("<ins>"))
        #expect(try form.text().contains("[retiré\u{A0}: 150"))
        let refused = try await form.press("Publier la version 2")
        #expect(refused.status == 422)
        #expect(try refused.text().contains("Remplissez ce champ."))
        // A text that was changed after the comparison is compared again rather than published.
        let again = try await form.press(
            "Publier la version 2",
            typing: ["draft": text + "\n\nUn numéro à appeler.", "why-0-0": "Vous la trouviez trop haute."])
        #expect(again.status == 200)
        #expect(try again.text().contains("Un numéro à appeler."))
        let member = try ana.requireMember()
        let published = try await form.press(
            "Publier la version 2",
            typing: ["why-0-0": "Vous la trouviez trop haute.", "thanks-0-0": member.description])
        #expect(published.status == 200)
        #expect(try published.text().contains("Merci à Ajonc"))
        #expect(try published.text().contains("[ajouté\u{A0}: 90"))

        let page = try await town.visitor().open("/fr/challenges/\(challenge)")
        #expect(try page.text().contains("Le projet, version 2"))
        #expect(try page.text().contains("Vous la trouviez trop haute. Merci à Ajonc"))
        let old = try await page.follow("Version 1")
        #expect(try old.text().contains("La franchise est de 150 euros par an."))
        #expect(try old.text().contains("Cette version n’est plus la dernière"))
        let feed = try await town.visitor().open("/fr/challenges/\(challenge)/feed.rss").source
        #expect(feed.contains("Version 2 du projet"))
    }

    @Test("a draft is written in the form of a new challenge, and has to be there before it is published")
    func launching() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(
            "Un projet", by: manager, blueprint: .draftReview, particulars: Particulars(), isPublished: false)
        let preview = try await manager.open("/fr/challenges/\(challenge)/preview")
        #expect(try preview.text().contains("Le texte du projet manque"))
        #expect(try !preview.has(button: "Publier"))
        let form = try await preview.follow("Modifier ce défi")
        let saved = try await form.press(
            "Enregistrer", typing: ["draft": "Un premier paragraphe assez long.\n\nUn second paragraphe."])
        #expect(try saved.text().contains("Un second paragraphe."))
        let page = try await saved.press("Réserver").press("Publier ce défi")
        #expect(try page.text().contains("Le projet, version 1"))
        let open = try await manager.open("/fr/challenges/new?blueprint=openCall")
        #expect(!open.source.contains("name=\"draft\""))
        let publicForm = try await manager.open("/fr/challenges/\(challenge)/edit")
        #expect(!publicForm.source.contains("name=\"draft\""))
    }

    @Test("what is said of a draft is reported, redacted, hidden with its reason, appealed and restored")
    func moderating() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge("Un projet", by: manager, blueprint: .draftReview)
        let ana = try await town.person("Ajonc")
        let page = "/fr/challenges/\(challenge)"
        _ = try await ana.open(page).press("Beaucoup")
            .press("Ce n’est pas juste", typing: ["comment": "Achetez chez mon cousin, au bourg."])
        #expect(try await ana.open(page).links("Signaler").isEmpty)
        let reader = try await town.person("Bruyère")
        let report = try await reader.open(page).follow("Signaler")
        #expect(try report.text().contains("Signaler cette remarque"))
        let sent = try await report.press("Envoyer le signalement", typing: ["reason": "advertising"])
        #expect(sent.target.hasPrefix("\(page)-un-projet"))
        #expect(try await reader.open(page).links("Signaler").isEmpty)
        let judge = try await town.staff("Hugo T.", .moderator)
        let queue = try await judge.open("/fr/desk/moderation")
        #expect(try queue.text().contains("Remarque sur un projet signalée 1 fois"))
        let file = try await queue.follow("Un projet")
        let redacted = try await file.press(
            "Retirer ce passage", typing: ["passage": "au bourg", "kind": "contract"])
        #expect(try redacted.text().contains("Achetez chez mon cousin, [retiré"))
        _ = try await redacted.press(
            "Masquer", typing: ["reason": "advertising", "note": "Sans le cousin."])
        #expect(try await !town.visitor().open(page).text().contains("mon cousin"))
        #expect(try await reader.open("/fr/account").text().contains("Signalement suivi"))
        let mine = try await ana.open(page)
        #expect(try mine.text().contains("Sans le cousin."))
        #expect(try await ana.open("/fr/account").text().contains("Achetez chez mon cousin"))
        let asked = try await mine.follow("Demander un second regard").press(
            "Envoyer ma demande", typing: ["words": "Il est vraiment bon, et gratuit."])
        #expect(try asked.text().contains("Un second regard est demandé."))
        _ = try await judge.open(page).follow("Modérer").press("Rétablir")
        let seen = try await town.visitor().open(page)
        #expect(try seen.text().contains("mon cousin"))
        #expect(try seen.text().contains("Passage retiré par"))
        #expect(try await ana.open(page).text().contains("de nouveau visible"))
        let register = try await town.visitor().open("/fr/moderation").text()
        #expect(register.contains("Remarque rétablie") && register.contains("Passage retiré d’une remarque"))
        let english = try await town.visitor().open("/en/moderation").text()
        #expect(english.contains("Remark restored"))
    }
}
