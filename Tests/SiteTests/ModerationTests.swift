import Domain
import Storage
import Testing

@testable import Site

@Suite struct ModerationTests {
    private func scene(_ rule: ModerationRule = ModerationRule()) async throws -> (
        town: Town, moderator: Browser, author: Browser, challenge: ChallengeID
    ) {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager, moderation: rule)
        return (town, try await town.staff("Hugo", .moderator), try await town.person("Ajonc"), challenge)
    }

    @Test("an idea is read before it is public; its author knows the delay, a moderator lets it appear")
    func review() async throws {
        let (town, moderator, author, challenge) = try await scene(ModerationRule(reviewWithinHours: 24))
        let form = try await author.open("/fr/challenges/\(challenge)/ideas/new")
        #expect(try form.text().contains("Votre idée sera relue sous 24 heures avant de paraître."))
        let receipt = try await form.press(
            "Déposer mon idée",
            typing: ["title": "Un détecteur sous l’évier", "text": "Il prévient dès les premières gouttes."])
        #expect(try receipt.text().contains("L’équipe relit votre texte avant de le montrer"))
        let own = try await receipt.follow("Voir mon idée")
        #expect(try own.text().contains("Délai annoncé\u{A0}: 24 heures."))
        #expect(try await town.visitor().open(own.target).status == 404)
        #expect(
            try await town.visitor().open("/fr/challenges/\(challenge)").text().contains("Un détecteur")
                == false)
        let desk = try await moderator.open("/fr/desk")
        let queue = try await desk.follow("1 texte à relire.")
        #expect(try queue.text().contains("Idée à relire"))
        #expect(try queue.text().contains("À relire sous 1"))
        let none = try await queue.press("Laisser paraître")
        #expect(none.status == 422)
        #expect(try none.text().contains("Cochez au moins un texte."))
        let id = try #require(own.target.split(separator: "/").last?.split(separator: "-").first)
        let done = try await moderator.post(
            "/fr/desk/moderation",
            Sheet.fields(
                of: try #require(
                    try none.root().all("form").first { $0.attributes["action"] == "/fr/desk/moderation" }))
                + [("posts", "idea-\(id)"), ("act", "show")])
        #expect(try done.text().contains("Aucun texte à relire."))
        #expect(try await town.visitor().open(own.target).status == 200)
    }

    @Test("a member reports, a moderator hides with a reason, the author reads it and asks for a second look")
    func reportHideAppeal() async throws {
        let (town, moderator, author, challenge) = try await scene()
        let id = try await town.idea(in: challenge, by: author)
        let member = try await town.person("Bruyère")
        let report = try await member.open("/fr/ideas/\(id)").follow("Signaler cette idée")
        let refused = try await report.press("Envoyer le signalement", typing: ["reason": "other"])
        #expect(refused.status == 422)
        let sent = try await refused.press(
            "Envoyer le signalement", typing: ["reason": "advertising", "words": "C’est une publicité."])
        #expect(try sent.text().contains("Merci. Votre signalement est transmis"))
        #expect(try await member.open("/fr/ideas/\(id)").links("Signaler cette idée").isEmpty)
        #expect(try await member.open("/fr/account").text().contains("En attente de relecture"))
        let file = try await moderator.open("/fr/desk/moderation").follow("Un détecteur")
        #expect(try file.text().contains("Publicité\u{A0}: C’est une publicité."))
        #expect(try await file.press("Masquer").status == 422)
        let hidden = try await file.press(
            "Masquer", typing: ["reason": "advertising", "note": "Ôtez la marque et nous publions."])
        #expect(try hidden.text().contains("C’est fait"))
        #expect(try await member.open("/fr/ideas/\(id)").status == 404)
        #expect(try await member.open("/fr/account").text().contains("Signalement suivi"))
        let mine = try await author.open("/fr/ideas/\(id)")
        #expect(try mine.text().contains("Raison\u{A0}: Publicité"))
        #expect(try mine.text().contains("Ôtez la marque et nous publions."))
        #expect(try await author.open("/fr/account/ideas").text().contains("Publicité"))
        let appeal = try await mine.follow("Demander un second regard")
        #expect(try await appeal.press("Envoyer ma demande").status == 422)
        let asked = try await appeal.press(
            "Envoyer ma demande", typing: ["words": "Il n’y a aucune marque dans ce texte."])
        #expect(try asked.text().contains("Un second regard est demandé."))
        let second = try await moderator.open("/fr/desk/moderation").follow("Un détecteur")
        #expect(try second.text().contains("Il n’y a aucune marque dans ce texte."))
        _ = try await second.press("Rétablir")
        #expect(try await !member.open("/fr/ideas/\(id)").text().contains("de nouveau visible"))
        #expect(
            try await author.open("/fr/ideas/\(id)").text().contains(
                "de nouveau visible depuis le 10\u{A0}mars"))
        let register = try await town.visitor().open("/fr/moderation")
        #expect(try register.text().contains("Idée rétablie"))
        #expect(try register.text().contains("Publicité"))
        for secret in [
            "Un détecteur sous", "Ôtez la marque", "Ajonc", "Bruyère", "Hugo", "C’est une publicité",
        ] {
            #expect(try !register.text().contains(secret), "\(secret)")
        }
    }

    @Test("a passage is taken out with a trace that does not repeat it")
    func redaction() async throws {
        let (town, moderator, author, challenge) = try await scene()
        let id = try await town.store.submitIdea(
            IdeaContent(title: "Un plombier sûr", text: "Le mien répond au 02 61 91 45 12, à toute heure."),
            in: challenge, by: try author.requireMember(), at: town.now)
        let file = try await moderator.open("/fr/ideas/\(id)").follow("Modérer")
        let wrong = try await file.press("Retirer ce passage", typing: ["passage": "06 00"])
        #expect(wrong.status == 422)
        #expect(try wrong.text().contains("Ce passage n’est pas dans le texte"))
        _ = try await file.press("Retirer 02 61 91 45 12")
        let seen = try await town.visitor().open("/fr/ideas/\(id)")
        #expect(try seen.text().contains(Redaction.mark))
        #expect(
            try seen.text().contains("Passage retiré par Hugo le 10\u{A0}mars 2026 (numéro de téléphone)"))
        #expect(!seen.source.contains("02 61 91"))
        #expect(try await town.visitor().open("/fr/moderation").text().contains("Passage retiré d’une idée"))
    }

    @Test("people take their comments back; a comment with replies keeps its place")
    func commentWithdrawal() async throws {
        let (town, _, author, challenge) = try await scene()
        let id = try await town.idea(in: challenge, by: author)
        let member = try await town.person("Bruyère")
        _ = try await member.open("/fr/ideas/\(id)").press(
            "Publier mon commentaire", typing: ["stance": "against", "comment": "Je n’y crois pas du tout."])
        _ = try await author.open("/fr/ideas/\(id)").press(
            "Envoyer ma réponse", typing: ["comment": "Essayez."])
        let asked = try await member.open("/fr/ideas/\(id)").follow("Retirer")
        #expect(try asked.text().contains("Je n’y crois pas du tout."))
        let gone = try await asked.press("Retirer mon commentaire")
        #expect(try gone.text().contains("Commentaire retiré par son auteur"))
        #expect(try gone.text().contains("Essayez."))
        #expect(try !gone.text().contains("Je n’y crois pas"))
        #expect(try gone.text().contains("1 commentaire"))
        #expect(
            !(try await town.visitor().open("/fr/ideas/\(id)/feed.rss")).source.contains("Je n’y crois pas"))
    }

    @Test("a challenge's form has the rule of moderation, off at first")
    func setting() async throws {
        let (town, _, _, challenge) = try await scene()
        let manager = try await town.manager("Odette")
        let form = try await manager.open("/fr/challenges/\(challenge)/edit")
        #expect(try form.root().first { $0.attributes["id"] == "hidingReports" }?.attributes["value"] == "3")
        #expect(
            try form.root().first { $0.attributes["id"] == "reviewWithinHours" }?.attributes["value"] == "")
        let refused = try await form.press("Publier les changements", typing: ["reviewWithinHours": "1000"])
        #expect(refused.status == 422)
        _ = try await refused.press("Publier les changements", typing: ["reviewWithinHours": "48"])
        let seen = try await town.store.look(as: nil, at: town.now) { try $0.challenge(challenge) }
        #expect(seen.value.content.moderation == ModerationRule(reviewWithinHours: 48))
    }
}
