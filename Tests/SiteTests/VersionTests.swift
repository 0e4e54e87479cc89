import Domain
import Storage
import Testing

@testable import Site

@Suite struct VersionTests {
    /// A challenge in which people submit, edit and support at the same time, with an idea in it.
    private func idea(_ town: Town, by author: Browser) async throws -> IdeaID {
        let challenge = try await town.challenge(
            by: try await town.manager(),
            schedule: Schedule([
                Phase(kind: .ideasAndVotes, opensAt: town.now, closesAt: town.now + .days(30)),
                Phase(kind: .deliberation, opensAt: town.now + .days(30), closesAt: town.now + .days(40)),
                Phase(kind: .followUp, opensAt: town.now + .days(40), closesAt: nil),
            ]))
        return try await town.idea(in: challenge, by: author)
    }

    @Test("a change made while people vote is marked beside the supports, and leads to what changed")
    func marked() async throws {
        let town = try await Town()
        let author = try await town.person("Ajonc")
        let reader = try await town.person("Bruyère")
        let idea = try await idea(town, by: author)
        let before = try await reader.open("/fr/ideas/\(idea)").press("Soutenir")
        #expect(try !before.text().contains("Modifiée après"))
        town.wait(.days(1))
        let form = try await author.open("/fr/ideas/\(idea)").follow("Modifier mon idée")
        _ = try await form.press(
            "Enregistrer",
            typing: ["text": "Un gros détecteur prévient dès les premières gouttes, chez soi seulement."])
        let page = try await reader.open("/fr/ideas/\(idea)")
        #expect(try page.text().contains("Modifiée après le début du vote, le 11\u{A0}mars 2026"))
        #expect(try page.text().contains("Votre soutien date d’avant ce changement."))
        #expect(try page.text().contains("2 versions"))
        let changes = try await page.follow("Modifiée après")
        let root = try changes.root()
        #expect(root.all("ins").map(\.text).joined().contains("gros"))
        #expect(root.all("del").map(\.text).joined().contains("petit"))
        #expect(try changes.text().contains("De la version 1 à la version 2"))
        let list = try await town.visitor().open(try page.links("Éviter les dégâts").first ?? "")
        #expect(try list.text().contains("Modifiée après le début du vote"))
        // Once counts are shown, the mark says how many had supported it.
        town.turnClock(to: Town.beginning + .days(31))
        #expect(
            try await town.visitor().open("/fr/ideas/\(idea)").text().contains("Modifiée après 1 soutien"))
        for query in ["version=3", "version=un", "version=2&since=2"] {
            #expect(try await town.visitor().open("/fr/ideas/\(idea)/versions?\(query)").status == 404)
        }
    }

    @Test("an idea that never changed has one version, in English too")
    func first() async throws {
        let town = try await Town()
        let idea = try await idea(town, by: try await town.person("Ajonc"))
        let page = try await town.visitor().open("/en/ideas/\(idea)/versions")
        #expect(try page.text().contains("The text as submitted"))
        #expect(try page.root().all("ins").isEmpty)
    }
}

@Suite struct AuthorsTests {
    @Test("an author invites, the other accepts among their own ideas, both are named and agree on shares")
    func signing() async throws {
        let town = try await Town()
        let author = try await town.person("Ajonc")
        let other = try await town.person("Bruyère")
        let idea = try await town.idea(in: try await town.challenge(by: try await town.manager()), by: author)
        let authors = try await author.open("/fr/ideas/\(idea)").follow("Auteurs et parts")
        let refused = try await authors.press("Inviter", typing: ["pseudonym": "Brouillard"])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("Personne ne porte ce pseudonyme"))
        #expect(refused.source.contains("value=\"Brouillard\""))
        let invited = try await refused.press("Inviter", typing: ["pseudonym": "bruyère"])
        #expect(try invited.text().contains("Invitation en attente"))
        let mine = try await other.open("/fr/account/ideas")
        #expect(mine.source.contains("1 demande vous attend"))
        #expect(try mine.text().contains("Signer ce texte avec Ajonc"))
        let joined = try await mine.press("Signer ce texte")
        #expect(try joined.text().contains("Vous signez désormais ce texte."))
        #expect(
            try await town.visitor().open("/fr/ideas/\(idea)").text().contains("Proposé par Ajonc et Bruyère")
        )
        #expect(
            try await town.visitor().open("/en/ideas/\(idea)").text().contains("Ajonc and Bruyère"))
        let uneven = try await author.open("/fr/ideas/\(idea)/authors").press(
            "Proposer ces parts", typing: ["share-\(try author.requireMember())": "70"])
        #expect(uneven.status == 422)
        #expect(try uneven.text().contains("120\u{202F}%"))
        let proposed = try await uneven.press(
            "Proposer ces parts", typing: ["share-\(try other.requireMember())": "30"])
        #expect(try proposed.text().contains("N’a pas encore répondu"))
        let agreed = try await other.open("/fr/ideas/\(idea)/authors").press("Accepter ces parts")
        #expect(try agreed.text().contains("Parts convenues entre tous les auteurs."))
        #expect(try agreed.text().contains("70\u{202F}%"))
        #expect(try agreed.has(button: "Ne plus signer ce texte"))
        #expect(try await !author.open("/fr/ideas/\(idea)/authors").has(button: "Ne plus signer"))
        let left = try await agreed.press("Ne plus signer ce texte")
        #expect(try left.text().contains("Vous ne signez plus ce texte."))
        #expect(try await other.open("/fr/ideas/\(idea)/authors").status == 403)
    }

    @Test("an invitation can be read before it is answered, and declined")
    func declining() async throws {
        let town = try await Town()
        let author = try await town.person("Ajonc")
        let other = try await town.person("Bruyère")
        let idea = try await town.idea(in: try await town.challenge(by: try await town.manager()), by: author)
        try await town.store.inviteCoAuthor(
            "Bruyère", to: idea, by: try author.requireMember(), at: town.now)
        let page = try await other.open("/fr/ideas/\(idea)").follow("Lire et répondre")
        #expect(try page.text().contains("dès les premières gouttes"))
        #expect(try await page.press("Décliner").text().contains("Vous avez décliné l’invitation."))
        #expect(try await author.open("/fr/ideas/\(idea)/authors").text().contains("A décliné"))
    }
}

@Suite struct ClarificationTests {
    @Test("the insurer asks, the author answers in place, both stand in the history and in the feed")
    func loop() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let author = try await town.person("Ajonc")
        let idea = try await town.idea(in: try await town.challenge(by: manager), by: author)
        let form = try await manager.open("/fr/ideas/\(idea)").follow("Demander une précision")
        let refused = try await form.press(
            "Poser la question", typing: ["question": "Où ?", "before": "2026-03-01"])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("Cette date est déjà passée."))
        #expect(refused.source.contains("Où ?"))
        let desk = try await refused.press(
            "Poser la question",
            typing: ["question": "Dans quelles pièces le poser d’abord ?", "before": "2026-03-20"])
        #expect(try desk.text().contains("En attente de l’auteur"))
        #expect(try desk.text().contains("Personne n’attend de réponse de vous."))
        #expect(
            try await town.visitor().open("/fr/ideas/\(idea)").text().contains(
                "réponse attendue au plus tard le 20\u{A0}mars 2026"))
        #expect(try await author.open("/fr/account/ideas").text().contains("Questions de l’équipe"))
        town.turnClock(to: Town.beginning + .days(12))
        #expect(try await manager.open("/fr/desk").text().contains("Réponse attendue depuis le"))
        let page = try await author.open("/fr/ideas/\(idea)")
        let warned = try await page.press(
            "Envoyer la précision", typing: ["answer": "Sous l’évier ; mon numéro : 06 12 34 56 78."])
        #expect(warned.status == 422)
        #expect(warned.source.contains("06 12 34 56 78"))
        let answered = try await warned.press(
            "Envoyer la précision", typing: ["answer": "Sous l’évier, puis près du chauffe-eau."])
        #expect(try answered.text().contains("Votre réponse est publiée."))
        let text = try await town.visitor().open("/fr/ideas/\(idea)").text()
        #expect(text.contains("Précision apportée"))
        #expect(text.contains("près du chauffe-eau"))
        #expect(try await manager.open("/fr/desk").text().contains("1 idée attend votre réponse."))
        let feed = try await town.visitor().open("/fr/ideas/\(idea)/feed.rss")
        #expect(feed.source.contains("Précision demandée"))
        #expect(feed.source.contains("Précision apportée"))
    }
}
