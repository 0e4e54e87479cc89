import Domain
import Foundation
import Storage
import Testing

@testable import Site

@Suite struct JuryTests {
    struct Scene {
        let town: Town
        let manager: Browser
        let jurors: [Browser]
        let author: Browser
        let challenge: ChallengeID
        let ideas: [IdeaID]
        var jury: String { "/fr/desk/challenges/\(challenge)/jury" }
        var bench: String { "/fr/desk/jury/\(challenge)" }
    }

    /// A challenge under deliberation with criteria, four ideas of one author, and four jurors who do not sit yet.
    static func scene(
        _ blueprint: Blueprint = .openCall, ideas count: Int = 4,
        way: DecidingWay = .tokens(count: 10, cap: 3)
    ) async throws -> Scene {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(
            by: manager, blueprint: blueprint,
            way: blueprint == .contest ? .approval : way)
        let author = try await town.person("Ajonc")
        var ideas: [IdeaID] = []
        for number in 1...count {
            ideas.append(try await town.idea("Une idée numéro \(number)", in: challenge, by: author))
        }
        let written = try await manager.open("/fr/challenges/\(challenge)").follow("Le jury").follow(
            "Écrire les critères"
        ).press("Enregistrer", typing: ["choices": "1"])
        #expect(try written.text().contains("Les critères du jury sont enregistrés."))
        var jurors: [Browser] = []
        for number in 0..<4 {
            jurors.append(try await town.staff("Juré \(number)", .juror, for: challenge))
        }
        if way.envelope != nil {
            try await town.store.setCosts(
                Dictionary(uniqueKeysWithValues: zip(ideas, [30_000, 40_000, 90_000, 20_000])),
                in: challenge, by: try manager.requireMember(), at: town.now)
        }
        if blueprint == .openCall {
            town.wait(.days(21))
            let voter = try await town.person("Votante")
            let (first, second) = way.envelope == nil ? ("3", "2") : ("1", "1")
            _ = try await voter.open("/fr/challenges/\(challenge)/ballot").press(
                "Enregistrer", typing: ["mark-\(ideas[0])": first, "mark-\(ideas[1])": second])
            town.wait(.days(10))
        } else {
            town.wait(.days(31))
        }
        return Scene(
            town: town, manager: manager, jurors: jurors, author: author, challenge: challenge, ideas: ideas)
    }

    static func seated(
        _ blueprint: Blueprint = .openCall, way: DecidingWay = .tokens(count: 10, cap: 3)
    ) async throws -> Scene {
        let scene = try await scene(blueprint, way: way)
        let page = try await scene.manager.open(scene.jury).press("Constituer le jury et répartir")
        #expect(try page.text().contains("Le jury est constitué, les propositions sont réparties."))
        return scene
    }

    /// Scores every idea of the juror's list, one page after the other, until none waits.
    private static func scoreAll(_ scene: Scene, _ juror: Browser, _ score: Int) async throws {
        var page = try await juror.open(scene.bench).follow("Commencer")
        for _ in 0..<20 {
            let label =
                try page.has(button: "Enregistrer et passer à la suivante")
                ? "Enregistrer et passer à la suivante" : "Enregistrer"
            page = try await page.press(
                label, typing: ["score-0": "\(score)", "score-1": "\(score - 1)", "score-2": "5"])
            if try page.text().contains("Vous avez noté") { break }
        }
        #expect(try await !juror.open(scene.bench).text().contains("À noter"))
    }

    @Test("a juror finds what waits, scores idea after idea, changes a score, and sees how far they are")
    func scoring() async throws {
        let scene = try await Self.seated()
        let juror = scene.jurors[0]
        let desk = try await juror.open("/fr/desk")
        #expect(try desk.text().contains("attend"))
        let bench = try await desk.follow("4 propositions attendent vos notes, sur 4")
        #expect(try bench.text().contains("Vous n’avez encore noté aucune des 4 propositions."))
        let first = try await bench.follow("Commencer")
        #expect(try first.text().contains("Utilité pour les assurés"))
        let half = try await first.press("Enregistrer et passer", typing: ["score-0": "7"])
        let again = try await half.follow("Mon jury")
        #expect(try again.text().contains("Commencée"))
        try await Self.scoreAll(scene, juror, 8)
        let done = try await juror.open(scene.bench)
        #expect(try done.text().contains("Vous avez noté 4 propositions sur 4."))
        #expect(try await juror.open("/fr/desk").text().contains("Tout est noté"))
        let card = try await done.follow("Une idée")
        #expect(try await card.press("Enregistrer", typing: ["score-0": "2"]).status == 200)
        let changed = try await juror.open(card.target)
        #expect(changed.source.contains("id=\"score-0-2\" name=\"score-0\" value=\"2\" checked"))
        // A score that no page sends is refused with everything typed kept.
        let refused = try await changed.press(
            "Enregistrer", typing: ["score-1": "11", "note": "Ma remarque à moi"])
        #expect(refused.status == 422)
        #expect(refused.source.contains("Ma remarque à moi"))
    }

    @Test("who stands aside says why, to the manager alone, and can come back")
    func recusal() async throws {
        let scene = try await Self.seated()
        let juror = scene.jurors[0]
        let card = try await juror.open(scene.bench).follow("Commencer")
        let refused = try await card.press("Me récuser", typing: ["recusal": "Non"])
        #expect(refused.status == 422)
        #expect(refused.source.contains(">\nNon</textarea>"))
        let bench = try await refused.press("Me récuser", typing: ["recusal": "C’est mon voisin."])
        #expect(try bench.text().contains("Vous vous êtes récusé pour cette proposition."))
        #expect(try bench.text().contains("Récusation"))
        let aside = try await juror.open(card.target)
        #expect(try aside.text().contains("C’est mon voisin."))
        #expect(try !aside.has(button: "Enregistrer"))
        let idea = try #require(card.target.split(separator: "/").last)
        let managed = try await scene.manager.open("\(scene.jury)/\(idea)")
        #expect(try managed.text().contains("C’est mon voisin."))
        #expect(try await scene.jurors[1].open("\(scene.bench)/\(idea)").text().contains("voisin") == false)
        let back = try await aside.press("Revenir sur ma récusation")
        #expect(try back.has(button: "Enregistrer"))
    }

    @Test("a contest is judged without names, and solutions go by their numbers")
    func blind() async throws {
        let scene = try await Self.seated(.contest)
        let bench = try await scene.jurors[0].open(scene.bench)
        #expect(try bench.text().contains("Vous jugez sans savoir qui a écrit."))
        #expect(try bench.text().contains("\(scene.challenge)-1"))
        for page in [
            bench, try await bench.follow("Commencer"), try await scene.manager.open(scene.jury),
            try await scene.manager.open("\(scene.jury)/\(scene.ideas[0])"),
        ] {
            #expect(page.status == 200)
            #expect(!page.source.contains("Ajonc"))
        }
    }

    @Test("managers see coverage, spread and agreement; the results explain each place, and can be recounted")
    func results() async throws {
        let scene = try await Self.seated()
        for (place, juror) in scene.jurors.enumerated() { try await Self.scoreAll(scene, juror, 5 + place) }
        let overview = try await scene.manager.open(scene.jury)
        #expect(try overview.text().contains("14 notes sur 14 sont données."))
        #expect(try overview.text().contains("Le jury ne s’accorde pas"))
        #expect(overview.source.contains("class=\"ranking-picture\""))
        let judged = try await overview.follow("Une idée")
        #expect(try judged.text().contains("Notes des jurés"))
        let said = try await judged.press("Ajouter", typing: ["remark": "À revoir ensemble jeudi."])
        #expect(try said.text().contains("À revoir ensemble jeudi."))
        let idea = try #require(judged.target.split(separator: "/").last?.split(separator: "#").first)
        let read = try await scene.jurors[2].open("\(scene.bench)/\(idea)")
        #expect(try read.text().contains("À revoir ensemble jeudi."))
        let address = "/fr/challenges/\(scene.challenge)"
        let others = [scene.town.visitor(), scene.author, scene.jurors[0], scene.manager]
        for browser in others {
            for page in ["results", "jury.json", "selection.json"] {
                #expect(try await browser.open("\(address)/\(page)").status == 404)
            }
        }
        let member = try scene.manager.requireMember()
        for idea in scene.ideas {
            try await scene.town.store.decide(
                .accepted, reason: "Parce que cela aide vraiment nos assurés.", publicly: false, on: idea,
                by: member, at: scene.town.now)
        }
        let preparation = try await scene.manager.open("/fr/desk/challenges/\(scene.challenge)/results")
        #expect(!preparation.source.contains("du jury manque"))
        _ = try await preparation.press("Publier tous les résultats", typing: ["confirm": "yes"])
        let visitor = scene.town.visitor()
        let table = try await visitor.open(address)
        #expect(try table.text().contains("Classement du jury."))
        let page = try await table.follow("Le classement, expliqué")
        for words in [
            "Comment ces propositions ont été choisies", "La présélection", "4 jurés", "Choisie par le jury",
            "moyenne ajustée", "tokens/1 first 15", "shortlist/1", "jury/1 first 1", "choice/1",
        ] {
            #expect(try page.text().contains(words), "\(words)")
        }
        let english = try await visitor.open("/en/challenges/\(scene.challenge)/results")
        #expect(try english.text().contains("How these entries were chosen"))
        let file = try await visitor.open("\(address)/jury.json")
        let vote = try BallotFile.read(file.bytes)
        let ranking = try JuryMethod(options: vote.options).rank(vote.tally)
        #expect(try page.text().contains(ranking.digest))
        #expect(!file.source.contains("Juré"))
        let steps = try await visitor.open("\(address)/selection.json")
        #expect(steps.status == 200)
        for idea in ranking.winners { #expect(steps.source.contains("jury \(idea)\\n")) }
        let closed = try await scene.jurors[0].open(scene.bench).follow("Une idée")
        #expect(try closed.text().contains("les notes ne changent plus"))
        #expect(try !closed.has(button: "Enregistrer"))
    }

    @Test(
        "where an envelope is shared out, the form proposes wild cards, and the results say what it paid for")
    func envelope() async throws {
        let scene = try await Self.seated(way: .equalShares(envelope: 100_000))
        let edit = try await scene.manager.open("/fr/challenges/\(scene.challenge)/edit")
        #expect(try edit.text().contains("combien les participants en ajoutent"))
        let announced = try await scene.town.visitor().open("/fr/challenges/\(scene.challenge)")
        #expect(try announced.text().contains("Les participants en ajoutent 2"))
        #expect(try announced.text().contains("L’enveloppe paie d’abord ce que le jury choisit"))
        for juror in scene.jurors {
            // The third costs almost all of it, and is scored best.
            for (place, idea) in scene.ideas.enumerated() {
                let card = try await juror.open("\(scene.bench)/\(idea)")
                guard card.status == 200 else { continue }
                let score = ["7", "5", "9", "8"][place]
                _ = try await card.press(
                    try card.has(button: "Enregistrer et passer à la suivante")
                        ? "Enregistrer et passer à la suivante" : "Enregistrer",
                    typing: ["score-0": score, "score-1": score, "score-2": score])
            }
        }
        let overview = try await scene.manager.open(scene.jury)
        #expect(try overview.text().contains("Les moyennes, critère par critère"))
        let member = try scene.manager.requireMember()
        for idea in scene.ideas {
            try await scene.town.store.decide(
                .accepted, reason: "Parce que cela aide vraiment nos assurés.", publicly: false, on: idea,
                by: member, at: scene.town.now)
        }
        try await scene.town.store.publishResults(of: scene.challenge, by: member, at: scene.town.now)
        let page = try await scene.town.visitor().open("/fr/challenges/\(scene.challenge)/results")
        let told = try page.text().replacing(/[\u{A0}\u{202F}]/, with: " ")
        for words in [
            "Elle coûte 900 € sur une enveloppe de 1 000 € ; il reste 100 €.",
            "Elle coûte 300 €, plus que ce qui restait de l’enveloppe.", "Sans jury : 2 idées financées",
            "Financée par les bulletins seuls", "Les moyennes, critère par critère",
            "jury 1, crowd 2, envelope 100000",
        ] {
            #expect(told.contains(words), "\(words)")
        }
        let english = try await scene.town.visitor().open("/en/challenges/\(scene.challenge)/results")
        #expect(try english.text().contains("more than was left of the envelope"))
    }

    @Test("what is wrong with the rules is said beside each field, and criteria come and go as typed")
    func rules() async throws {
        let scene = try await Self.scene(.contest)
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let form = try await manager.open("/fr/desk/challenges/\(challenge)/jury/rules")
        let more = try await form.press("Ajouter un critère", typing: ["criterion-0-name": "Gravité"])
        #expect(more.source.contains("value=\"Gravité\""))
        #expect(more.source.contains("name=\"criterion-3-name\""))
        let fewer = try await more.press("Retirer ce critère", ofButtons: 3)
        #expect(!fewer.source.contains("name=\"criterion-3-name\""))
        #expect(fewer.source.contains("value=\"Gravité\""))
        let refused = try await fewer.press(
            "Enregistrer", typing: ["criterion-0-weight": "beaucoup", "jurorsPerIdea": "2"])
        #expect(refused.status == 422)
        #expect(refused.source.contains("value=\"beaucoup\""))
        let again = try await refused.press("Enregistrer", typing: ["criterion-0-weight": "5"])
        #expect(again.status == 422)
        let kept = try await again.press("Enregistrer", typing: ["jurorsPerIdea": "3"])
        #expect(kept.status == 200)
        let page = try await town.visitor().open("/fr/challenges/\(challenge)")
        #expect(
            try page.text().contains("Les 15 propositions les mieux placées au vote passent devant le jury."))
        // Once deliberation is open they are told, not changed.
        let settled = try await scene.manager.open("\(scene.jury)/rules")
        #expect(try settled.text().contains("les critères du jury ne changent plus"))
        #expect(try !settled.has(button: "Enregistrer"))
    }
}
