import Domain
import Storage
import Testing

@testable import Site

@Suite struct RewardTests {
    /// A town with a challenge, its manager, an officer, and winners whose results are published.
    private struct Scene {
        let town: Town
        let manager: Browser
        let officer: Browser
        let challenge: ChallengeID
        let winners: [Browser]
        let ideas: [IdeaID]

        init(winners names: [String]) async throws {
            town = try await Town()
            manager = try await town.manager()
            officer = try await town.staff("Yves D.", .rewardOfficer)
            challenge = try await town.challenge(by: manager)
            var winners: [Browser] = []
            var ideas: [IdeaID] = []
            for name in names {
                let person = try await town.person(name)
                let idea = try await town.idea("L’idée de \(name)", in: challenge, by: person)
                try await town.store.decide(
                    .winner, reason: "Nous l’essayons dès cet été.", publicly: true, on: idea,
                    by: manager.requireMember(), at: town.now)
                winners.append(person)
                ideas.append(idea)
            }
            self.winners = winners
            self.ideas = ideas
        }
    }

    @Test("a draft is published once its money is set aside, by one press on its preview")
    func reservation() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager, isPublished: false)
        var preview = try await manager.open("/fr/challenges/\(id)/preview")
        #expect(try preview.text().contains("La somme annoncée n’est pas réservée"))
        #expect(try !preview.has(button: "Publier"))
        preview = try await preview.press("Réserver 500\u{A0}€")
        #expect(preview.target.hasSuffix("/preview"))
        #expect(try preview.text().contains("La somme annoncée est réservée"))
        #expect(try await preview.press("Publier").status == 200)
        let budget = try await manager.open("/fr/desk/challenges/\(id)/rewards")
        #expect(try !budget.has(button: "Réserver") && !budget.has(button: "Enregistrer le partage"))
    }

    @Test("what is no money is not divided into amounts")
    func moneyless() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let reward = RewardOffer(kind: .recognition, cents: nil, nature: "Votre pseudonyme dans le guide")
        let id = try await town.challenge(by: manager, reward: reward)
        let page = try await manager.open("/fr/desk/challenges/\(id)/rewards")
        #expect(try page.text().contains("Votre pseudonyme dans le guide"))
        #expect(try !page.text().contains("Partage annoncé"))
    }

    @Test("the division is said before the opening, with what was typed kept when it is none")
    func plan() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let id = try await town.challenge(by: manager, isPublished: false)
        let page = try await manager.open("/fr/desk/challenges/\(id)/rewards")
        let refused = try await page.press(
            "Enregistrer le partage", typing: ["weights": "30, 50", "claimDays": "bientôt"])
        #expect(refused.status == 422)
        #expect(
            try refused.root().first { $0.attributes["name"] == "weights" }?.attributes["value"] == "30, 50")
        let saved = try await refused.press(
            "Enregistrer le partage",
            typing: ["weights": "50; 30; 20", "decisionPart": "60", "claimDays": "60"])
        #expect(try saved.text().contains("250\u{A0}€") && saved.text().contains("150\u{A0}€"))
        #expect(try saved.text().contains("60\u{202F}% de chaque prix"))
    }

    @Test("ranks are turned into prizes before one's eyes, proposed together, claimed and told line by line")
    func fromRanksToStatement() async throws {
        let scene = try await Scene(winners: ["Ajonc", "Bruyère"])
        let page = try await scene.manager.open("/fr/desk/challenges/\(scene.challenge)/rewards")
        #expect(try await page.press("Calculer").status == 422)
        let computed = try await page.press(
            "Calculer", typing: ["rank-\(scene.ideas[0])": "1", "rank-\(scene.ideas[1])": "1"])
        #expect(try computed.text().contains("250\u{A0}€") && computed.text().contains("ex æquo"))
        let proposed = try await computed.press("Proposer ces récompenses")
        #expect(try proposed.text().contains("la valider"))
        let winner = scene.winners[0]
        #expect(try await winner.open("/fr/account/rewards").text().contains("pas encore reçu"))
        var kept = try await scene.officer.open("/fr/desk/rewards/1").press("Valider")
        kept = try await kept.press("Annoncer")
        var own = try await winner.open("/fr/account/rewards")
        own = try await own.press("Réclamer ma récompense")
        #expect(try own.text().contains("Vous l’avez réclamée"))
        #expect(try own.text().contains("Réclamée") && !own.text().contains("Annoncée au lauréat"))
        #expect(try await winner.open("/fr/account/ideas").text().contains("Réclamée"))
        #expect(try await !scene.officer.open("/fr/desk/rewards/1").text().contains("À réclamer jusqu’au"))
        let feed = try await scene.town.visitor().open("/fr/challenges/\(scene.challenge)/feed.rss").source
        #expect(feed.contains("250\u{A0}€ pour «\u{A0}L’idée de"))
        #expect(try !own.has(button: "Réclamer"))
        kept = try await scene.officer.open("/fr/desk/rewards/1").press(
            "Noter la remise", typing: ["proof": "Virement 118"])
        own = try await winner.open("/fr/account/rewards")
        #expect(try own.text().contains("Virement 118"))
        #expect(try own.text().contains("Récompense accordée") && own.text().contains("Récompense remise"))
        let statement = try await own.follow("Relevé des récompenses 2026")
        #expect(try statement.text().contains("250,00\u{A0}€ en argent, au total"))
        #expect(try await winner.open("/fr/account/statements/2031").status == 404)
        let table = try await scene.officer.open("/fr/desk/rewards.csv?year=2026").source
        #expect(table.contains("Ajonc") && table.contains("\"250\"") && table.contains("Client"))
        let noted = try await kept.press("Noter le statut", typing: ["status": "partner"])
        #expect(noted.status == 200)
        #expect(
            try await scene.officer.open("/fr/desk/rewards.csv?year=2026").source.contains("Partenaire"))
    }

    @Test("what is not claimed goes back to the budget, and from there to the insurer")
    func unclaimed() async throws {
        let scene = try await Scene(winners: ["Ajonc"])
        _ = try await scene.manager.open("/fr/desk/ideas/\(scene.ideas[0])/reward").press("Proposer")
        var kept = try await scene.officer.open("/fr/desk/rewards/1").press("Valider")
        kept = try await kept.press("Annoncer")
        #expect(try !kept.has(button: "Rendre au budget"))
        scene.town.wait(.days(92))
        #expect(try await !scene.winners[0].open("/fr/account/rewards").has(button: "Réclamer"))
        kept = try await scene.officer.open("/fr/desk/rewards/1").press("Rendre au budget")
        #expect(try kept.text().contains("Revenue au budget le"))
        #expect(
            try await scene.winners[0].open("/fr/account/rewards").text().contains("Non réclamée"))
        try await scene.town.store.publishResults(
            of: scene.challenge, by: scene.manager.requireMember(), at: scene.town.now)
        let budget = try await scene.officer.open("/fr/desk/challenges/\(scene.challenge)/rewards")
            .press("Rendre 500\u{A0}€")
        #expect(try !budget.has(button: "Rendre"))
    }

    @Test("a button pressed twice takes a reward one state further, not two")
    func advancedOnce() async throws {
        let scene = try await Scene(winners: ["Ajonc"])
        _ = try await scene.manager.open("/fr/desk/ideas/\(scene.ideas[0])/reward").press("Proposer")
        let page = try await scene.officer.open("/fr/desk/rewards/1")
        #expect(try await page.press("Valider").status == 200)
        #expect(try await page.press("Valider").status == 409)
    }
}
