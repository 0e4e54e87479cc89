import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct SealTests {
    @Test("an author gets a seal that anybody can compute again, and agrees or not until the results")
    func sealed() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge("Un concours", by: manager, blueprint: .contest)
        let ana = try await town.person("Ajonc")
        let form = try await ana.open("/fr/challenges/\(challenge)/ideas/new")
        let receipt = try await form.press(
            "Déposer", typing: ["title": "Un capteur", "text": "Il écoute les tuyaux,\r\nla nuit seulement."])
        #expect(try receipt.text().contains("Le sceau de cette solution"))
        let text = "Un capteur\n\nIl écoute les tuyaux,\nla nuit seulement."
        let digits = Fingerprint(of: text).description
        func shown(_ sheet: Sheet) throws -> String {
            try sheet.root().all("code").first?.text.filter { !$0.isWhitespace } ?? ""
        }
        #expect(try shown(receipt) == digits)
        #expect(try receipt.text().contains("Votre solution est déposée"))
        let page = try await receipt.follow("Voir ma solution")
        for sheet in [form, receipt, page, try await page.follow("Retirer ma solution")] {
            let text = try #require(try sheet.root().first { $0.name == "main" }).text.lowercased()
            for words in ["cette idée", "votre idée", "mon idée", "une idée"] {
                #expect(!text.contains(words), "\(words) at \(sheet.target)")
            }
        }
        #expect(try shown(page) == digits)
        let own = try await ana.open("/fr/account/ideas").text()
        #expect(own.contains("Un capteur") && !own.contains("commentaire"))
        let file = try await page.follow("Télécharger le texte scellé")
        #expect(file.source == text)
        #expect(file.response.headers[.contentDisposition]?.hasPrefix("attachment") == true)

        let field = try page.root().first { $0.attributes["name"] == "opening" }
        #expect(field?.attributes["checked"] == nil)
        let agreed = try await page.press("Enregistrer", typing: ["opening": "yes"])
        #expect(try agreed.text().contains("Votre choix est enregistré."))
        #expect(try agreed.root().first { $0.attributes["name"] == "opening" }?.attributes["checked"] != nil)

        let juror = try await town.staff("Hélène D.", .juror)
        let id = try #require(agreed.target.split(separator: "/").last?.prefix { $0 != "-" && $0 != "#" })
        let other = try await town.person("Rival")
        #expect(try await other.open("/fr/ideas/\(id)/sealed.txt").status == 404)
        for path in ["/fr/ideas/\(id)", "/fr/challenges/\(challenge)", "/fr/desk"] {
            let seen = try await juror.open(path)
            #expect(!seen.source.contains("Ajonc"), "\(path)")
        }
        #expect(try await juror.open("/fr/ideas/\(id)").text().contains("Solution n°"))
        for path in ["/fr/desk", "/fr/desk/ideas/\(id)", "/fr/desk/challenges/\(challenge)/results"] {
            #expect(try await !manager.open(path).source.contains("Ajonc"), "\(path)")
        }

        town.wait(.days(31))
        let store = town.store
        let idea = IdeaID(try #require(Int64(id)))
        try await store.decide(
            .rejected, reason: "Trop coûteux pour nos foyers.", publicly: false, on: idea,
            by: manager.requireMember(), at: town.now)
        try await store.publishResults(of: challenge, by: manager.requireMember(), at: town.now)
        #expect(try await other.open("/fr/ideas/\(id)").status == 404)
        #expect(try await ana.open("/fr/ideas/\(id)").text().contains("Vous acceptez"))
        let results = try await manager.open("/fr/challenges/\(challenge)")
        #expect(try results.text().contains("Une solution reste scellée"))
        #expect(try await !other.open("/fr/challenges/\(challenge)").has(button: "Ouvrir la solution"))
        let opened = try await results.press("Ouvrir la solution")
        #expect(try opened.text().contains("Les solutions sont ouvertes à tous."))
        let read = try await other.open("/fr/ideas/\(id)")
        #expect(try read.text().contains("Proposé par Ajonc"))
        #expect(try shown(read) == digits)
        #expect(
            try await read.follow("Signaler cette solution").text().contains("Signaler cette solution"))
    }

    @Test("the brief of a contest says what to hand in and by what it is judged")
    func particulars() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(
            "Un concours", by: manager, blueprint: .contest,
            particulars: Particulars(criteria: "- Le prix (50 %)", deliverables: "- Trois pages."))
        let text = try await town.visitor().open("/fr/challenges/\(challenge)").text()
        #expect(text.contains("Ce que la solution doit contenir Trois pages."))
        #expect(text.contains("Comment les solutions sont jugées Le prix"))
        #expect(text.contains("Chaque solution reçoit une réponse motivée dans les 15 jours"))
        let found = try await town.visitor().open("/fr/search?q=concours").text()
        #expect(found.contains("Ouvert aux solutions"))
        let form = try await manager.open("/fr/challenges/\(challenge)/edit")
        #expect(form.source.contains("name=\"criteria\""))
        #expect(!form.source.contains("name=\"reviewThreshold\""))
    }

    @Test("the threshold of a suggestion box is typed in its form; a reached one is told without a number")
    func passedOn() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let box = try await town.challenge(
            "Une boîte", by: manager, blueprint: .suggestionBox, quota: nil,
            schedule: Schedule([Phase(kind: .ideasAndVotes, opensAt: town.now, closesAt: nil)]))
        let form = try await manager.open("/fr/challenges/\(box)/edit")
        let refused = try await form.press("Publier les changements", typing: ["reviewThreshold": "1"])
        #expect(refused.status == 422)
        _ = try await form.press("Publier les changements", typing: ["reviewThreshold": "2"])
        let idea = try await town.idea("Une porte moins lourde", in: box, by: try await town.person("Ajonc"))
        for name in ["Bruyère", "Ciste"] {
            #expect(
                try await !town.visitor().open("/fr/ideas/\(idea)").text().contains("Transmise à l’équipe"))
            _ = try await town.person(name).open("/fr/ideas/\(idea)").press("Soutenir")
        }
        let page = try await town.visitor().open("/fr/ideas/\(idea)").text()
        #expect(page.contains("Transmise à l’équipe le"))
        #expect(!page.contains("2 soutiens"))
        let list = try await town.visitor().open("/fr/challenges/\(box)").text()
        #expect(list.contains("Transmise à l’équipe"))
        #expect(list.contains("une réponse motivée dans les 15 jours qui suivent son dépôt"))
    }
}
