import Domain
import Storage
import Testing

@testable import Site

@Suite struct PointsTests {
    /// A town with somebody whose idea was accepted, a manager, and a reward officer.
    private struct Scene {
        let town: Town
        let manager: Browser
        let officer: Browser
        let author: Browser
        let idea: IdeaID

        init() async throws {
            town = try await Town()
            manager = try await town.manager()
            officer = try await town.staff("Yves D.", .rewardOfficer)
            author = try await town.person("Ajonc")
            idea = try await town.idea(in: town.challenge(by: manager), by: author)
        }

        func decide(_ code: Decision.Code) async throws {
            try await town.store.decide(
                code, reason: "Nous l’essayons dès cet été.", publicly: true, on: idea,
                by: manager.requireMember(), at: town.now)
        }
    }

    @Test(
        "a line says why, leads to its idea, has its entry in the ledger, and is there once after each edit")
    func statement() async throws {
        let scene = try await Scene()
        #expect(try await scene.author.open("/fr/account/points").text().contains("pas encore de points"))
        try await scene.decide(.accepted)
        try await scene.decide(.planned)
        let page = try await scene.author.open("/fr/account").follow("Mes points")
        #expect(try page.text().contains("20 points"))
        #expect(try page.root().all("tr").count == 2)
        #expect(try await page.follow("Un détecteur sous chaque évier").status == 200)
        #expect(try await page.follow("Comment marchent les points").text().contains("40 points au plus"))
        try await scene.decide(.rejected)
        let after = try await scene.author.open("/en/account/points")
        #expect(try after.text().contains("\u{2212}20") && after.text().contains("no longer so"))
        #expect(try after.text().contains("0 points"))
    }

    @Test(
        "a line is contested with what was typed kept, answered by an officer, and the answer is read there")
    func contest() async throws {
        let scene = try await Scene()
        try await scene.decide(.accepted)
        let page = try await scene.author.open("/fr/account/points")
        let form = try await page.follow("Contester")
        let refused = try await form.press("Contester cette ligne", typing: ["reason": "Trop peu"])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("Trop peu"))
        let done = try await refused.press(
            "Contester cette ligne", typing: ["reason": "L’idée est déjà en place dans mon immeuble."])
        #expect(try done.text().contains("réponse attendue"))
        #expect(
            try await form.press("Contester cette ligne", typing: ["reason": "Encore une fois."]).status
                == 409)
        #expect(try await scene.manager.open("/fr/desk/points").status == 404)

        let desk = try await scene.officer.open("/fr/desk").follow("1 ligne de points contestée")
        #expect(try desk.text().contains("dans mon immeuble") && desk.text().contains("Ajonc"))
        let answer = try await desk.follow("Répondre")
        let wrong = try await answer.press(
            "Répondre", typing: ["verdict": "corrected", "points": "90", "answer": "Bien vu."])
        #expect(wrong.status == 422)
        #expect(try wrong.root().first { $0.attributes["name"] == "points" }?.attributes["value"] == "90")
        let kept = try await wrong.press(
            "Répondre",
            typing: [
                "verdict": "corrected", "points": "15", "answer": "Une partie seulement est en place.",
            ])
        #expect(try kept.text().contains("Aucune contestation n’attend"))
        let read = try await scene.author.open("/fr/account/points")
        #expect(try read.text().contains("Une partie seulement est en place."))
        #expect(try read.text().contains("15 points") && read.text().contains("Ligne fixée par l’équipe"))
    }

    @Test("whoever wants no points finds none, and their lines again when they come back")
    func leaving() async throws {
        let scene = try await Scene()
        try await scene.decide(.accepted)
        let left = try await scene.author.open("/fr/account/points").press("Ne plus recevoir de points")
        #expect(try left.text().contains("Vous ne participez pas aux points"))
        #expect(try !left.text().contains("+20") && !left.has(button: "Les montrer"))
        let back = try await left.press("Participer de nouveau")
        #expect(try back.text().contains("+20"))
    }

    @Test("badges stand beside a pseudonym for whoever chose that, and nowhere else; nobody is ranked")
    func badges() async throws {
        let scene = try await Scene()
        try await scene.decide(.accepted)
        let address = "/fr/ideas/\(scene.idea)-un-detecteur-sous-chaque-evier"
        func shows(_ badge: String = "Idée retenue") async throws -> Bool {
            try await scene.town.visitor().open(address).root().all("span").contains {
                $0.attributes["class"] == "badge" && $0.text.contains(badge)
            }
        }
        #expect(try await !shows())
        let page = try await scene.author.open("/fr/account/points")
        let shown = try await page.press("Les montrer près de mon pseudonyme")
        #expect(try await shows())
        _ = try await shown.press("Ne plus les montrer")
        #expect(try await !shows())
        let guide = try await scene.town.visitor().open("/fr/points")
        #expect(try !guide.text().contains("Ajonc"))
    }

    @Test("administrators settle the cap of a day, and officers read it")
    func cap() async throws {
        let town = try await Town()
        let administrator = try await town.person("Fougère", isAdministrator: true)
        let officer = try await town.staff("Yves D.", .rewardOfficer)
        let page = try await administrator.open("/fr/desk/points")
        let refused = try await page.press("Enregistrer", typing: ["cap": "beaucoup"])
        #expect(refused.status == 422)
        let saved = try await refused.press("Enregistrer", typing: ["cap": "60"])
        #expect(try saved.text().contains("60 points au plus"))
        let read = try await officer.open("/fr/desk/points")
        #expect(try read.text().contains("60 points au plus") && !read.has(button: "Enregistrer"))
    }

    @Test("a reward in points says how many, and lands on the winner’s statement when it is handed over")
    func reward() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let officer = try await town.staff("Yves D.", .rewardOfficer)
        let author = try await town.person("Ajonc")
        let challenge = try await town.challenge(
            by: manager,
            reward: RewardOffer(kind: .points, cents: nil, nature: "Cent points pour la meilleure idée"))
        let idea = try await town.idea(in: challenge, by: author)
        try await town.store.decide(
            .winner, reason: "Nous l’essayons dès cet été.", publicly: true, on: idea,
            by: manager.requireMember(), at: town.now)
        let form = try await manager.open("/fr/desk/ideas/\(idea)/reward")
        let refused = try await form.press("Proposer", typing: ["rewardPoints": "", "rewardAmount": "12"])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("ne valent pas d’argent"))
        _ = try await refused.press("Proposer", typing: ["rewardPoints": "100", "rewardAmount": ""])
        var kept = try await officer.open("/fr/desk/rewards/1").press("Valider")
        #expect(try kept.text().contains("100 points"))
        kept = try await kept.press("Annoncer")
        _ = try await kept.press("Noter la remise", typing: ["proof": "Inscrits au relevé"])
        let own = try await author.open("/fr/account/points")
        #expect(try own.text().contains("Récompense en points") && own.text().contains("120 points"))
    }
}
