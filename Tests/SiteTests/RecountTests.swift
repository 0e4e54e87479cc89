import Domain
import Foundation
import Storage
import Testing

@testable import Site

@Suite struct RecountTests {
    /// A challenge of which the results are out: nine people graded three ideas.
    private static func published(_ way: DecidingWay = .majorityJudgment) async throws -> (
        scene: BallotTests.Scene, receipt: String
    ) {
        let scene = try await BallotTests.scene(way)
        var receipt = ""
        for number in 0..<9 {
            let voter = try await scene.town.person("Voteur \(number)")
            var page = try await voter.open(scene.page)
            if way == .pairwise {
                page = try await page.press("Je préfère celle-ci")
            } else {
                let most = way.marks?.upperBound ?? 1
                page = try await page.press(
                    "Enregistrer",
                    typing: [
                        "mark-\(scene.ideas[0])": "\(most)",
                        "mark-\(scene.ideas[1])": "\(number % (most + 1))",
                    ])
            }
            let code = try #require(try page.root().all("code").first?.text)
            if number == 4 { receipt = code }
        }
        try await close(scene)
        return (scene, receipt)
    }

    private static func close(_ scene: BallotTests.Scene) async throws {
        let town = scene.town
        town.wait(.days(10))
        let member = try scene.manager.requireMember()
        for idea in scene.ideas {
            try await town.store.decide(
                .accepted, reason: "Parce que cela aide vraiment nos assurés.", publicly: false, on: idea,
                by: member, at: town.now)
        }
        try await town.store.publishResults(of: scene.challenge, by: member, at: town.now)
    }

    @Test("the results explain each place, and the file of ballots gives the same ranking again")
    func explained() async throws {
        let (scene, _) = try await Self.published()
        let visitor = scene.town.visitor()
        let page = try await visitor.open("/fr/challenges/\(scene.challenge)").follow(
            "Le classement, expliqué")
        #expect(try page.text().contains("9 bulletins"))
        #expect(try page.text().contains("Mention majoritaire «\u{A0}Très bien\u{A0}»"))
        #expect(page.source.contains("class=\"ranking-picture\""))
        let english = try await visitor.open("/en/challenges/\(scene.challenge)/results")
        #expect(try english.text().contains("Majority grade “Very good”"))
        let file = try await visitor.open("/fr/challenges/\(scene.challenge)/ballots.json")
        #expect(file.status == 200)
        let vote = try BallotFile.read(file.bytes)
        let ranking = try MajorityJudgment(options: vote.options).rank(vote.tally)
        #expect(try page.text().contains(ranking.digest))
        let titles = try page.root().all("h3").map(\.text).filter { $0.hasPrefix("Une idée") }
        #expect(titles == ranking.places.compactMap { vote.titles[$0.id] })
        for name in ["Voteur", "Ajonc"] { #expect(!file.source.contains(name)) }
    }

    @Test("whoever has a receipt finds their ballot; any other text is told what it is not")
    func receipt() async throws {
        let (scene, receipt) = try await Self.published()
        let page = try await scene.town.visitor().open("/fr/challenges/\(scene.challenge)/recount")
        let found = try await page.press("Chercher mon bulletin", typing: ["receipt": receipt.lowercased()])
        #expect(found.status == 200)
        #expect(try found.text().contains("Votre bulletin a été compté"))
        #expect(try found.text().contains("Une idée numéro 1\u{A0}: Très bien"))
        for (typed, says) in [
            ("", "Ce champ"), ("ABC", "quatre groupes"), ("0000-0000-0000-0000", "Aucun bulletin compté"),
        ] {
            let refused = try await page.press("Chercher mon bulletin", typing: ["receipt": typed])
            #expect(refused.status == 422)
            #expect(typed.isEmpty || refused.source.contains("value=\"\(typed)\""))
            if !typed.isEmpty { #expect(try refused.text().contains(says)) }
        }
    }

    @Test("before the results there is no file and no ranking, for nobody; the draw is committed to already")
    func before() async throws {
        let scene = try await BallotTests.scene(.majorityJudgment)
        let address = "/fr/challenges/\(scene.challenge)"
        for wait in [Span.days(0), .days(10)] {
            scene.town.wait(wait)
            for browser in [scene.town.visitor(), scene.author, scene.manager] {
                #expect(try await browser.open("\(address)/ballots.json").status == 404)
                #expect(try await browser.open("\(address)/results").status == 404)
                let page = try await browser.open("\(address)/recount")
                #expect(page.status == 200)
                #expect(try page.text().contains("Les bulletins seront publiés ici avec les résultats"))
                #expect(try page.root().all("code").count == 1)
            }
        }
        let commitment = try await scene.town.visitor().open("\(address)/recount").root().all("code")[0].text
        try await Self.close(scene)
        let seed = try await scene.town.store.look(as: nil, at: scene.town.now) { look in
            try look.publication(of: try look.challenge(scene.challenge))?.seed
        }
        #expect(Fingerprint(of: try #require(seed.value)).description == commitment)
    }

    @Test(
        "every way has its page of results",
        arguments: [DecidingWay.usualTokens, .pairwise, .equalShares(envelope: 100_000)])
    func everyWay(way: DecidingWay) async throws {
        let (scene, receipt) = try await Self.published(way)
        for language in ["fr", "en"] {
            let page = try await scene.town.visitor().open(
                "/\(language)/challenges/\(scene.challenge)/results")
            #expect(page.status == 200)
            #expect(try page.root().all("h3").filter { $0.text.hasPrefix("Une idée") }.count == 3)
            let steps = try await scene.town.visitor().open(
                "/\(language)/challenges/\(scene.challenge)/selection.json")
            for digest in steps.source.matches(of: /"(?:input|digest)" : "([0-9a-f]{64})"/).map(\.1) {
                #expect(page.source.contains(digest))
            }
            #expect(steps.source.matches(of: /"method"/).count == (way.envelope == nil ? 1 : 2))
        }
        let check = try await scene.town.visitor().open("/fr/challenges/\(scene.challenge)/recount")
        let found = try await check.press("Chercher mon bulletin", typing: ["receipt": receipt])
        #expect(try found.text().contains("Votre bulletin a été compté"))
    }
}
