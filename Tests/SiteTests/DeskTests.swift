import Domain
import Storage
import Testing

@testable import Site

@Suite struct DeskTests {
    private static let reason = "Cette idée aide vraiment, et nous savons la mettre en œuvre."

    @Test("the most urgent idea waits first on the desk, and an answer given in place takes it away")
    func answerInPlace() async throws {
        let town = try await Town()
        let claire = try await town.manager()
        let ajonc = try await town.person("Ajonc")
        let id = try await town.challenge(by: claire)
        let idea = try await town.idea("Un détecteur sous l’évier", in: id, by: ajonc)
        _ = try await town.idea("Une vanne qui se ferme seule", in: id, by: ajonc)
        var desk = try await claire.open("/fr/desk")
        #expect(try desk.text().contains("2 idées attendent votre réponse"))
        #expect(try desk.root().all("summary").filter { $0.text.hasPrefix("Répondre") }.count == 2)
        desk = try await desk.press(
            "Enregistrer", typing: ["code": "planned", "reason": Self.reason, "publication": "now"])
        #expect(desk.target == "/fr/desk")
        #expect(try desk.text().contains("Votre réponse est publiée"))
        #expect(try desk.text().contains("1 idée attend votre réponse"))
        #expect(try !desk.text().contains("Un détecteur sous l’évier"))
        let page = try await town.visitor().open("/fr/ideas/\(idea)")
        #expect(try page.text().contains("Planifiée"))
        #expect(try page.text().contains(Self.reason))
    }

    @Test("an answer without decision or reason comes back with what was typed and what to mend")
    func mending() async throws {
        let town = try await Town()
        let claire = try await town.manager()
        let id = try await town.challenge(by: claire)
        let idea = try await town.idea(in: id, by: town.person("Ajonc"))
        let desk = try await claire.open("/fr/desk")
        let refused = try await desk.press("Enregistrer", typing: ["code": "", "reason": "Non merci."])
        #expect(refused.status == 422)
        #expect(try refused.links("Décision\u{A0}: Choisissez dans la liste.") == ["#code"])
        #expect(try refused.text().contains("20 caractères au moins"))
        let box = try refused.root().first { $0.attributes["name"] == "reason" }
        #expect(box?.rawText == "Non merci.")
        for link in try refused.root().all("a").compactMap({ $0.attributes["href"] })
        where link.hasPrefix("#") && link != "#main" {
            #expect(try refused.root().first { $0.attributes["id"] == String(link.dropFirst()) } != nil)
        }
        #expect(try await claire.open(refused.target).status == 200)
        let saved = try await refused.press(
            "Enregistrer", typing: ["code": "rejected", "reason": Self.reason])
        #expect(try saved.text().contains("Votre décision est prête"))
        #expect(try await !town.visitor().open("/fr/ideas/\(idea)").text().contains(Self.reason))
        let again = try await claire.open("/fr/desk/ideas/\(idea)")
        #expect(try again.root().first { $0.attributes["name"] == "reason" }?.rawText == Self.reason)
    }

    @Test("decisions are prepared in secret and published in one act, then the winner is rewarded")
    func fromResultsToReward() async throws {
        let town = try await Town()
        let claire = try await town.manager()
        let ajonc = try await town.person("Ajonc")
        let id = try await town.challenge(by: claire)
        let first = try await town.idea("Un détecteur sous l’évier", in: id, by: ajonc)
        let second = try await town.idea("Une vanne qui se ferme seule", in: id, by: ajonc)
        town.wait(.days(31))
        let desk = try await claire.open("/fr/desk")
        #expect(try desk.text().contains("Aucune décision prête, 2 idées sans décision"))
        var results = try await desk.follow("Éviter les dégâts des eaux")
        #expect(results.target.hasPrefix("/fr/desk/challenges/\(id)"))
        #expect(try results.text().contains("Il manque encore des décisions."))
        #expect(try !results.has(button: "Publier"))
        for (idea, code) in [(first, "winner"), (second, "rejected")] {
            let title = idea == first ? "Un détecteur" : "Une vanne"
            let answer = try await results.follow("Répondre, \(title)")
            #expect(answer.status == 200)
            results = try await answer.press(
                "Enregistrer", typing: ["code": code, "reason": Self.reason, "publication": "results"])
            #expect(results.target.hasPrefix("/fr/desk/challenges/\(id)"))
            #expect(try results.text().contains("Votre décision est prête"))
        }
        let visitor = town.visitor()
        for path in ["/fr", "/fr/challenges/\(id)", "/fr/ideas/\(first)", "/fr/rewards"] {
            #expect(try await !visitor.open(path).text().contains(Self.reason))
            #expect(try await !visitor.open(path).text().contains("Lauréate"))
        }
        let unconfirmed = try await results.press("Publier tous les résultats")
        #expect(unconfirmed.status == 422)
        #expect(try unconfirmed.links("Cochez la case pour confirmer.") == ["#confirm"])
        let published = try await unconfirmed.press("Publier tous", typing: ["confirm": "yes"])
        #expect(published.target.hasPrefix("/fr/challenges/\(id)"))
        #expect(try published.text().contains("Les résultats sont publiés"))
        #expect(try await visitor.open("/fr/ideas/\(first)").text().contains("Lauréate"))
        try await reward(of: first, named: "Ajonc", in: town, by: town.staff("Yves D.", .rewardOfficer))
    }

    private func reward(of idea: IdeaID, named winner: String, in town: Town, by officer: Browser)
        async throws
    {
        let desk = try await officer.open("/fr/desk")
        #expect(try !desk.text().contains("Idées sans réponse"))
        var grant = try await desk.follow("Proposer la récompense")
        let amount = try grant.root().first { $0.attributes["name"] == "rewardAmount" }
        #expect(amount?.attributes["value"] == "500")
        for (typed, sentence) in [
            ("beaucoup", "Écrivez un nombre"), ("500,01", "Il reste 500 euros"), ("0", "entre 1 et"),
        ] {
            grant = try await grant.press("Proposer", typing: ["rewardAmount": typed])
            #expect(grant.status == 422)
            #expect(try grant.text().contains(sentence), "\(typed)")
            let amount = try grant.root().first { $0.attributes["name"] == "rewardAmount" }
            #expect(amount?.attributes["value"] == typed)
        }
        let own = try await grant.press("Proposer", typing: ["rewardAmount": "499,50 €"])
        #expect(try own.text().contains("499,50\u{A0}€"))
        #expect(try own.text().contains("Une autre personne doit la valider"))
        #expect(try !own.has(button: "Valider"))
        #expect(try await officer.open("/fr/desk/ideas/\(idea)/reward").status == 409)
        try await approve(own, in: town, winner: winner)
    }

    private func approve(_ own: Sheet, in town: Town, winner: String) async throws {
        let second = try await town.staff("Inès K.", .rewardOfficer)
        let waiting = try await second.open("/fr/desk").follow("1 récompense à valider")
        var page = try await waiting.follow("Ouvrir")
        #expect(page.target == own.target)
        let refused = try await page.press("Refuser", typing: ["reason": "Non"])
        #expect(refused.status == 422)
        page = try await page.press("Valider la récompense")
        let visitor = town.visitor()
        #expect(try await !visitor.open("/fr/rewards").text().contains(winner))
        page = try await page.press("Annoncer au lauréat")
        #expect(try await page.press("Noter la remise").status == 422)
        page = try await page.press("Noter la remise", typing: ["proof": "Virement 118"])
        page = try await page.press("Clore")
        #expect(try page.text().contains("Close"))
        let seen = try await visitor.open("/en/rewards")
        #expect(try seen.text().contains(winner))
        #expect(try seen.text().contains("Closed"))
    }

    @Test("of a reward that is shared, each winner is shown what was granted to them")
    func sharedReward() async throws {
        let town = try await Town()
        let claire = try await town.manager()
        let id = try await town.challenge(by: claire)
        let member = try claire.requireMember()
        var ideas: [IdeaID] = []
        for name in ["Ajonc", "Bruyère"] {
            let idea = try await town.idea("L’idée de \(name)", in: id, by: town.person(name))
            try await town.store.decide(
                .winner, reason: Self.reason, publicly: false, on: idea, by: member, at: town.now)
            ideas.append(idea)
        }
        town.wait(.days(31))
        let results = try await claire.open("/fr/desk/challenges/\(id)/results")
        #expect(try results.text().contains("Décisions prêtes"))
        #expect(try !results.text().contains("500\u{A0}€"))
        _ = try await results.press("Publier tous", typing: ["confirm": "yes"])
        // Two share what was announced: nobody gets all of it by one press.
        let address = "/fr/desk/ideas/\(ideas[0])/reward"
        #expect(try await claire.open(address).press("Proposer").status == 422)
        _ = try await claire.open(address).press(
            "Proposer", typing: ["rewardAmount": "300", "rewardNature": "300 euros"])
        let second = try await claire.open("/fr/desk/ideas/\(ideas[1])/reward")
        #expect(try await second.press("Proposer").status == 422)
        #expect(try second.text().contains("Il reste 200\u{A0}€ sur 500\u{A0}€"))
        _ = try await second.press(
            "Proposer", typing: ["rewardAmount": "200", "rewardNature": "200 euros"])
        let officer = try await town.staff("Yves D.", .rewardOfficer)
        for number in 1...2 {
            let page = try await officer.open("/fr/desk/rewards/\(number)").press("Valider")
            _ = try await page.press("Annoncer")
        }
        let published = try await claire.open("/fr/desk/challenges/\(id)/results").text()
        #expect(published.contains("Décisions publiées") && !published.contains("Décisions prêtes"))
        for sum in ["300", "200"] {
            #expect(published.contains("Récompensée · Prix\u{A0}: \(sum)\u{A0}€"))
        }
        #expect(!published.contains("Prix\u{A0}: 500"))
        let page = try await town.visitor().open("/fr/challenges/\(id)")
        #expect(try page.links("Récompenses attribuées") == ["/fr/rewards", "/fr/rewards"])
    }

    @Test("the desk exists for those who work for the insurer, each with what is theirs")
    func whoseDesk() async throws {
        let town = try await Town()
        let claire = try await town.manager()
        let ajonc = try await town.person("Ajonc")
        let id = try await town.challenge(by: claire)
        let other = try await town.challenge("Mieux dormir", by: claire)
        let idea = try await town.idea(in: id, by: ajonc)
        let elsewhere = try await town.idea("Une sieste remboursée", in: other, by: ajonc)
        for path in [
            "/fr/desk", "/fr/desk/ideas/\(idea)", "/fr/desk/ideas/\(idea)/reward",
            "/fr/desk/challenges/\(id)/results",
        ] {
            #expect(try await ajonc.open(path).status == 404, "\(path)")
            #expect(try await town.visitor().open(path).status == 401, "\(path)")
        }
        let juror = try await town.staff("Jurée", .juror)
        #expect(try await juror.open("/fr/desk").text().contains("Rien ne vous attend"))
        #expect(try await juror.open("/fr/desk/ideas/\(idea)").status == 403)
        let local = try await town.staff("Samia B.", .manager, for: id)
        let desk = try await local.open("/fr/desk")
        #expect(try desk.text().contains("1 idée attend votre réponse"))
        #expect(try !desk.text().contains("Une sieste"))
        #expect(try await local.open("/fr/desk/ideas/\(elsewhere)").status == 403)
        #expect(try await local.open("/fr/desk/challenges/\(other)/results").status == 403)
    }

    @Test("every number waiting is in the navigation of those who answer, and of nobody else")
    func waitingInNavigation() async throws {
        let town = try await Town()
        let claire = try await town.manager()
        let ajonc = try await town.person("Ajonc")
        let id = try await town.challenge(by: claire)
        _ = try await town.idea(in: id, by: ajonc)
        #expect(try await claire.open("/fr").source.contains("1 réponse attendue de vous"))
        #expect(try await !ajonc.open("/fr").source.contains("attendue de vous"))
    }

    @Test("where results never come, there is no secret to keep")
    func suggestionBox() async throws {
        let town = try await Town()
        let claire = try await town.manager()
        let schedule = Schedule([Phase(kind: .ideasAndVotes, opensAt: town.now, closesAt: nil)])
        let id = try await town.challenge(
            "Boîte à idées", by: claire, blueprint: .suggestionBox, schedule: schedule)
        let idea = try await town.idea(in: id, by: town.person("Ajonc"))
        let page = try await claire.open("/fr/desk/ideas/\(idea)")
        #expect(try page.root().first { $0.attributes["name"] == "publication" } == nil)
        #expect(try !page.has(button: "Enregistrer"))
        let desk = try await page.press(
            "Publier ma réponse", typing: ["code": "accepted", "reason": Self.reason])
        #expect(try desk.text().contains("Votre réponse est publiée"))
    }

    @Test("drafts wait on the desk of their managers, and lists are cut to the chosen challenge")
    func draftsAndFilter() async throws {
        let town = try await Town()
        let claire = try await town.manager()
        let ajonc = try await town.person("Ajonc")
        _ = try await town.challenge("Pas encore prêt", by: claire, isPublished: false)
        let id = try await town.challenge(by: claire)
        let other = try await town.challenge("Mieux dormir", by: claire)
        _ = try await town.idea(in: id, by: ajonc)
        _ = try await town.idea("Une sieste remboursée", in: other, by: ajonc)
        let desk = try await claire.open("/fr/desk")
        #expect(try desk.links("Pas encore prêt").first?.hasSuffix("/edit") == true)
        let cut = try await claire.open("/fr/desk?challenge=\(other)")
        #expect(try cut.text().contains("Une sieste remboursée"))
        #expect(try !cut.text().contains("Un détecteur sous chaque évier"))
        #expect(try await claire.open("/fr/desk?challenge=999").text().contains("Un détecteur"))
    }
}
