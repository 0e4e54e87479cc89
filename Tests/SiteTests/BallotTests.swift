import Domain
import Storage
import Testing

@testable import Site

@Suite struct BallotTests {
    struct Scene {
        let town: Town
        let manager: Browser
        let author: Browser
        let challenge: ChallengeID
        let ideas: [IdeaID]
        var page: String { "/fr/challenges/\(challenge)/ballot" }
    }

    /// A challenge that decides in this way, whose vote is open, and so many ideas of one author.
    static func scene(_ way: DecidingWay, ideas count: Int = 3) async throws -> Scene {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager, way: way)
        let author = try await town.person("Ajonc")
        var ideas: [IdeaID] = []
        for number in 1...count {
            ideas.append(try await town.idea("Une idée numéro \(number)", in: challenge, by: author))
        }
        if way.envelope != nil {
            try await town.store.setCosts(
                Dictionary(uniqueKeysWithValues: ideas.map { ($0, 40_000) }), in: challenge,
                by: try manager.requireMember(), at: town.now)
        }
        town.wait(.days(21))
        return Scene(town: town, manager: manager, author: author, challenge: challenge, ideas: ideas)
    }

    @Test("grades are given on one's ballot, found again and changed; nobody else sees them")
    func grades() async throws {
        let scene = try await Self.scene(.majorityJudgment)
        let member = try await scene.town.person("Bruyère")
        let ballot = try await member.open("/fr/challenges/\(scene.challenge)").follow("Juger les idées")
        #expect(ballot.target.hasSuffix("/ballot"))
        #expect(try ballot.text().contains("Vous n’avez encore jugé aucune des 3 idées."))
        let kept = try await ballot.press(
            "Enregistrer", typing: ["mark-\(scene.ideas[0])": "4", "mark-\(scene.ideas[2])": "0"])
        #expect(try kept.text().contains("Votre bulletin est enregistré."))
        #expect(try kept.text().contains("Vous avez jugé 2 idées sur 3."))
        let again = try await member.open(scene.page)
        let form = try #require(
            try again.root().all("form").first { $0.attributes["class"] == "ballot-form" })
        let sent = Dictionary(Sheet.fields(of: form)) { $1 }
        #expect(sent["mark-\(scene.ideas[0])"] == "4")
        #expect(sent["mark-\(scene.ideas[1])"] == "")
        #expect(sent["mark-\(scene.ideas[2])"] == "0")
        #expect(try again.text().contains("Votre reçu"))
        let less = try await again.press("Enregistrer", typing: ["mark-\(scene.ideas[0])": ""])
        #expect(try less.text().contains("Vous avez jugé 1 idée sur 3."))
        let other = try await scene.town.person("Callune").open(scene.page)
        #expect(try other.text().contains("Vous n’avez encore jugé aucune"))
        #expect(try !other.text().contains("Votre reçu"))
        let own = try await scene.author.open(scene.page)
        #expect(try own.text().contains("on ne vote pas pour les siennes"))
        #expect(try await scene.town.visitor().open(scene.page).status == 401)
    }

    @Test("an idea is graded on its own page too; a visitor is led to sign in, and back")
    func onTheIdea() async throws {
        let scene = try await Self.scene(.majorityJudgment)
        let id = scene.ideas[1]
        let member = try await scene.town.person("Bruyère")
        let page = try await member.open("/fr/ideas/\(id)").press(
            "Enregistrer mon avis", typing: ["mark-\(id)": "5"])
        #expect(page.target.hasSuffix("#ballot-\(id)"))
        #expect(page.source.contains("value=\"5\" checked"))
        #expect(try await member.open("/fr/ideas/\(id)/mark").status == 200)
        #expect(
            try await scene.author.open("/fr/ideas/\(id)").text().contains("C’est votre idée"))
        let visitor = try await scene.town.visitor().open("/fr/ideas/\(id)").press("Enregistrer mon avis")
        #expect(visitor.target.hasPrefix("/fr/sign-in?next="))
    }

    @Test("tokens too many are refused with the ballot kept as typed")
    func tokens() async throws {
        let scene = try await Self.scene(.tokens(count: 4, cap: 3))
        let member = try await scene.town.person("Bruyère")
        let typed = Dictionary(uniqueKeysWithValues: scene.ideas.map { ("mark-\($0)", "2") })
        let refused = try await member.open(scene.page).press("Enregistrer", typing: typed)
        #expect(refused.status == 422)
        #expect(try refused.text().contains("Vous répartissez plus de 4 jetons"))
        let form = try #require(
            try refused.root().all("form").first { $0.attributes["class"] == "ballot-form" })
        let sent = Dictionary(Sheet.fields(of: form)) { $1 }
        for (name, value) in typed { #expect(sent[name] == value) }
        let kept = try await refused.press("Enregistrer", typing: ["mark-\(scene.ideas[0])": "0"])
        #expect(kept.status == 200)
        #expect(try kept.text().contains("Vous avez réparti vos 4 jetons."))
        #expect(
            try await scene.town.visitor().open("/fr/challenges/\(scene.challenge)").source.contains(
                "4 jetons par personne"))
    }

    @Test("pairs come one after the other, can be left open, and changed")
    func duels() async throws {
        let scene = try await Self.scene(.pairwise)
        let member = try await scene.town.person("Bruyère")
        var page = try await member.open("/fr/challenges/\(scene.challenge)").follow("Comparer les idées")
        page = try await page.press("Je préfère celle-ci")
        #expect(try page.text().contains("Vous avez comparé 1 paire."))
        page = try await page.press("Je ne peux pas dire")
        page = try await page.press("Je préfère celle-ci")
        #expect(try page.text().contains("Vous avez comparé toutes les idées deux à deux."))
        #expect(try page.text().contains("je ne peux pas dire"))
        let again = try await page.follow("Changer")
        #expect(try again.text().contains("Changer cette réponse"))
        let changed = try await again.press("Je ne peux pas dire")
        #expect(try changed.text().contains("Vous avez comparé 3 paires."))
        #expect(try changed.links("Changer").count == 3)
    }

    @Test("staff say what ideas cost before the vote, people choose under the envelope")
    func envelope() async throws {
        let scene = try await Self.scene(.equalShares(envelope: 100_000))
        let costs = try await scene.manager.open("/fr/desk/challenges/\(scene.challenge)/costs")
        #expect(
            try costs.text().contains(
                "Le vote est ouvert : les coûts ne changent plus."
                    .replacing(" :", with: "\u{A0}:")))
        let member = try await scene.town.person("Bruyère")
        let page = try await member.open(scene.page)
        #expect(try page.text().contains("400\u{A0}€"))
        let kept = try await page.press("Enregistrer", typing: ["mark-\(scene.ideas[0])": "1"])
        #expect(
            try kept.text().contains("Vous avez choisi 1 idée, pour une enveloppe de 1\u{202F}000\u{A0}€."))
    }

    @Test("what cannot be a cost is said beside its field, with everything typed kept")
    func mendingCosts() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager, way: .equalShares(envelope: 100_000))
        let author = try await town.person("Ajonc")
        let (one, other) = (
            try await town.idea(in: challenge, by: author),
            try await town.idea("Une vanne qui se ferme", in: challenge, by: author)
        )
        let page = try await manager.open("/fr/challenges/\(challenge)").follow("Chiffrer les idées")
        let refused = try await page.press(
            "Enregistrer", typing: ["cost-\(one)": "beaucoup", "cost-\(other)": "250,50"])
        #expect(refused.status == 422)
        #expect(refused.source.contains("value=\"beaucoup\""))
        let dear = try await refused.press("Enregistrer", typing: ["cost-\(one)": "1 001"])
        #expect(dear.status == 422)
        let kept = try await dear.press("Enregistrer", typing: ["cost-\(one)": "1 000"])
        #expect(try kept.text().contains("Les coûts sont enregistrés."))
        #expect(kept.source.contains("value=\"250,50\""))
    }

    @Test("a long ballot is filled page by page, and goes on where it was left")
    func pages() async throws {
        let scene = try await Self.scene(.majorityJudgment, ideas: Look.marksPerPage + 2)
        let member = try await scene.town.person("Bruyère")
        let first = try await member.open(scene.page)
        let name = try #require(
            try first.root().all("input").compactMap { $0.attributes["name"] }.first { $0.hasPrefix("mark-") }
        )
        let second = try await first.press("Enregistrer et continuer", typing: [name: "3"])
        #expect(second.target.hasSuffix("?page=2"))
        #expect(try second.text().contains("Vous avez jugé 1 idée sur \(Look.marksPerPage + 2)."))
        #expect(try !second.has(button: "Enregistrer et continuer"))
        let kept = try await second.press("Enregistrer")
        #expect(kept.target.hasSuffix("?page=2"))
        // Everybody has an order of their own, which stays.
        let other = try await scene.town.person("Callune").open(scene.page)
        func order(_ sheet: Sheet) throws -> [String] {
            try sheet.root().all("h2").map(\.text).filter { $0.hasPrefix("Une idée") }
        }
        #expect(try order(first) == order(try await member.open(scene.page)))
        #expect(try order(first) != order(other))
    }

    @Test("a manager chooses how a challenge decides; once public, the form only tells it")
    func choosing() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        _ = try await town.theme()
        let form = try await manager.open("/fr/challenges/new?blueprint=openCall")
        let typed = [
            "title": "Moins d’attente au téléphone", "theme": "1",
            "question": "Que changer dans notre accueil téléphonique ?",
            "brief": "Nous cherchons ce qui vous ferait gagner du temps, sans vous faire répéter.",
        ]
        #expect(form.source.contains("value=\"tokens\" checked"))
        let refused = try await form.press(
            "Enregistrer", typing: typed.merging(["way": "equalShares", "envelope": "beaucoup"]) { $1 })
        #expect(refused.status == 422)
        #expect(refused.source.contains("value=\"beaucoup\""))
        let preview = try await refused.press("Enregistrer", typing: ["envelope": "5 000"])
        #expect(try preview.text().contains("Une enveloppe de 5\u{202F}000\u{A0}€"))
        let page = try await preview.press("Publier ce défi")
        let edit = try await page.follow("Modifier ce défi")
        #expect(!edit.source.contains("name=\"way\""))
        #expect(try edit.text().contains("Une enveloppe à partager"))
        let saved = try await edit.press("Publier les changements")
        #expect(saved.status == 200)
        #expect(try saved.text().contains("Une enveloppe de 5\u{202F}000\u{A0}€"))
    }
}
