import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct IdeaTests {
    private static let text = "Un petit détecteur prévient dès les premières gouttes, chez soi ou au loin."

    @Test("a member submits an idea, gets a numbered receipt and finds the idea in the challenge")
    func submission() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let author = try await town.person("Ajonc")
        let form = try await author.open("/fr/challenges/\(challenge)").follow("Déposer mon idée")
        #expect(try form.text().contains("Déposer une idée"))
        let receipt = try await form.press(
            "Déposer mon idée", typing: ["title": "Un détecteur sous l’évier", "text": Self.text])
        #expect(receipt.status == 200)
        #expect(receipt.target.hasSuffix("/receipt"))
        #expect(try receipt.text().contains("n° \(challenge)-1"))
        #expect(try receipt.text().contains("Le vote ouvre"))
        let page = try await receipt.follow("Voir mon idée")
        #expect(page.target.hasSuffix("-un-detecteur-sous-l-evier"))
        #expect(try page.text().contains(Self.text))
        let list = try await town.visitor().open("/fr/challenges/\(challenge)")
        #expect(try list.links("Un détecteur sous l’évier").count == 1)
    }

    @Test("a refused idea comes back with everything that was typed and what to mend")
    func refusedSubmission() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let author = try await town.person("Ajonc")
        let form = try await author.open("/fr/challenges/\(challenge)/ideas/new")
        let again = try await form.press("Déposer mon idée", typing: ["title": "<b>Fuite", "text": "Court"])
        #expect(again.status == 422)
        #expect(try again.text().contains("Trop court"))
        let root = try again.root()
        #expect(root.first { $0.attributes["id"] == "title" }?.attributes["value"] == "<b>Fuite")
        let area = try #require(root.all("textarea").first)
        #expect(area.rawText == "Court")
        #expect(area.attributes["aria-invalid"] == "true")
        #expect(root.all("a").contains { $0.attributes["href"] == "#text" })
        let receipt = try await again.press(
            "Déposer mon idée", typing: ["title": "Une fuite", "text": Self.text])
        #expect(receipt.status == 200)
    }

    @Test("what was refused is kept as a draft, so that leaving the page loses nothing")
    func refusedIsKept() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let author = try await town.person("Ajonc")
        let address = "/fr/challenges/\(challenge)/ideas/new"
        _ = try await author.open(address).press("Déposer mon idée")
        #expect(try await !author.open(address).text().contains("Brouillon gardé"))
        let title = String(repeating: "fuite ", count: 15)
        let refused = try await author.open(address).press(
            "Déposer mon idée", typing: ["title": title, "text": "Court"])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("Brouillon gardé"))
        let back = try await author.open(address)
        #expect(try back.root().all("textarea").first?.rawText == "Court")
        // A long paste is not cut off by the browser: the server says what to mend, and all of it is still there.
        let field = try #require(try back.root().first { $0.attributes["id"] == "title" })
        #expect(field.attributes["maxlength"] == nil)
        #expect(try back.text().contains("120\u{A0}caractères au plus"))
        let long = String(repeating: "a", count: 2_000)
        let again = try await back.press("Déposer mon idée", typing: ["title": long])
        #expect(try again.text().contains("120 caractères au plus"))
        #expect(try again.root().first { $0.attributes["id"] == "title" }?.attributes["value"] == long)
    }

    @Test("what people type is read as they typed it, HTML too, and headings stay below those of the page")
    func typedMarkup() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let author = try await town.person("Ajonc")
        let id = try await town.store.submitIdea(
            IdeaContent(
                title: "Un <b>gel</b>", text: "# Titre\n\nQuand il <b>gèle</b> et que 1 < 2 > 0.\n\n## Après"),
            in: challenge, by: author.requireMember(), at: town.now)
        let page = try await town.visitor().open("/fr/ideas/\(id)")
        let root = try page.root()
        #expect(root.all("h1").map(\.text) == ["Un <b>gel</b>"])
        #expect(root.all("h2").map(\.text).prefix(1) == ["Titre"])
        #expect(root.all("h3").map(\.text).prefix(1) == ["Après"])
        #expect(try page.text().contains("Quand il <b>gèle</b> et que 1 < 2 > 0."))
        let list = try await town.visitor().open("/fr/challenges/\(challenge)")
        #expect(try list.text().contains("Titre Quand il <b>gèle</b> et que 1 < 2 > 0. Après"))
        let feed = try await town.visitor().open("/fr/challenges/\(challenge)/feed.rss").source
        #expect(!feed.contains("omitted") && feed.contains("&amp;lt;b&amp;gt;gèle"))
    }

    @Test("an idea whose author left says so", arguments: ["fr", "en"])
    func authorLeft(language: String) async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let author = try await town.person("Ajonc")
        let id = try await town.idea(in: challenge, by: author)
        try await town.store.deleteAccount(of: author.requireMember(), at: town.now)
        let text = try await town.visitor().open("/\(language)/ideas/\(id)").text()
        #expect(
            text.contains(
                language == "fr"
                    ? "Proposé par une personne dont le compte est supprimé"
                    : "Proposed by somebody whose account is deleted"))
    }

    @Test("a draft is kept, filled in again, seen by nobody else, and becomes the idea")
    func draft() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let author = try await town.person("Ajonc")
        let form = try await author.open("/fr/challenges/\(challenge)/ideas/new")
        let kept = try await form.press("Garder en brouillon", typing: ["title": "Une vanne", "text": ""])
        #expect(kept.status == 200)
        #expect(try kept.text().contains("Votre brouillon est gardé."))
        let back = try await author.open("/fr/challenges/\(challenge)/ideas/new")
        #expect(try back.text().contains("Brouillon gardé le 10\u{A0}mars 2026"))
        #expect(try back.root().first { $0.attributes["id"] == "title" }?.attributes["value"] == "Une vanne")
        #expect(try await town.manager("Denis").open("/fr/ideas/1").status == 404)
        #expect(try await author.open("/fr/ideas/1").target.hasSuffix("/ideas/new"))
        let receipt = try await back.press("Déposer mon idée", typing: ["text": Self.text])
        let page = try await receipt.follow("Voir mon idée")
        #expect(page.target == "/fr/ideas/1-une-vanne")
        #expect(try !page.text().contains("modifiée"))
        #expect(try await !author.open("/fr/challenges/\(challenge)/ideas/new").text().contains("Brouillon"))
    }

    @Test("a draft can be erased by its author")
    func erasedDraft() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let author = try await town.person("Ajonc")
        let form = try await author.open("/fr/challenges/\(challenge)/ideas/new")
        let kept = try await form.press("Garder en brouillon", typing: ["title": "Une vanne"])
        let gone = try await kept.follow("Effacer ce brouillon").press("Effacer ce brouillon")
        #expect(try gone.text().contains("Votre brouillon est effacé."))
        #expect(try await author.open("/fr/ideas/1").status == 404)
    }

    @Test("an author changes a submitted idea and withdraws it; nobody else can")
    func editAndWithdraw() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let author = try await town.person("Ajonc")
        let other = try await town.person("Bruyère")
        let id = try await town.idea(in: challenge, by: author)
        #expect(try await other.open("/fr/ideas/\(id)").links("Modifier mon idée").isEmpty)
        #expect(try await other.open("/fr/ideas/\(id)/edit").status == 403)
        #expect(try await other.open("/fr/ideas/\(id)/withdraw").status == 403)
        #expect(try await other.open("/fr/ideas/\(id)/receipt").status == 404)
        town.wait(.days(1))
        let page = try await author.open("/fr/ideas/\(id)").follow("Modifier mon idée")
            .press("Enregistrer", typing: ["title": "Un détecteur à un euro"])
        #expect(page.target == "/fr/ideas/\(id)-un-detecteur-a-un-euro")
        #expect(try page.text().contains("modifiée le 11\u{A0}mars 2026"))
        let list = try await page.follow("Retirer mon idée").press("Retirer mon idée")
        #expect(try list.text().contains("elle est retirée du défi."))
        #expect(try list.links("Un détecteur à un euro").isEmpty)
        #expect(try await other.open("/fr/ideas/\(id)").status == 404)
        #expect(try await author.open("/fr/ideas/\(id)").text().contains("retirée du défi"))
    }

    @Test("a visitor who wants to submit is led to sign in, and back to the form")
    func visitorSubmits() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let response = try await town.visitor().exchange(
            .get, "/fr/challenges/\(challenge)-eviter-les-degats-des-eaux/ideas/new")
        #expect(response.status.code == 303)
        let next = "%2Ffr%2Fchallenges%2F\(challenge)-eviter-les-degats-des-eaux%2Fideas%2Fnew"
        #expect(response.headers[.location] == "/fr/sign-in?next=\(next)")
    }

    @Test("a text sent after the session ended is shown again, and leads to signing in")
    func keptText() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let author = try await town.person("Ajonc")
        let form = try await author.open("/fr/challenges/\(challenge)/ideas/new")
        town.wait(.days(4_000))
        let page = try await form.press(
            "Déposer mon idée", typing: ["title": "Une vanne", "text": "Ligne 1\nLigne <2>"])
        #expect(page.status == 401)
        let areas = try page.root().all("textarea").map(\.rawText)
        #expect(areas == ["Une vanne", "Ligne 1\nLigne <2>"])
        let signIn = try #require(try page.links("Se connecter").last)
        #expect(signIn.hasSuffix("%2Fideas%2Fnew"))
    }

    @Test("a text sent from a page of another session is shown again; what another site sends is not")
    func keptTextOfStaleForm() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let form = try await town.person("Ajonc").open("/fr/challenges/\(challenge)/ideas/new")
        let fields = Sheet.fields(of: try #require(try form.root().all("form").last))
        let other = try await town.person("Bruyère")
        let sent = fields.filter { $0.0 == "formToken" } + [("title", "Une vanne"), ("password", "secret")]
        let page = try await other.post("/fr/challenges/\(challenge)/ideas/new", sent)
        #expect(page.status == 403)
        #expect(try page.root().all("textarea").map(\.rawText) == ["Une vanne"])
        let foreign = try await other.exchange(
            .post, "/fr/challenges/\(challenge)/ideas/new", body: Array("title=Une+vanne".utf8),
            headers: [.origin: "http://elsewhere.example"])
        let text = Sheet(browser: other, target: "", response: foreign).source
        #expect(foreign.status.code == 403)
        #expect(!text.contains("Une vanne"))
    }

    @Test("a solution of a contest is sealed: its author and the team see it, rivals do not")
    func sealed() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let usual = Blueprint.contest.usualSchedule(opening: town.now)
        let challenge = try await town.challenge(by: manager, blueprint: .contest, schedule: usual)
        let author = try await town.person("Ajonc")
        let id = try await town.idea(in: challenge, by: author)
        let page = try await author.open("/fr/ideas/\(id)")
        #expect(try page.text().contains("Scellée jusqu’aux résultats"))
        #expect(try page.links("RSS").isEmpty)
        #expect(try await manager.open("/fr/ideas/\(id)").links("Répondre à cette solution").count == 1)
        #expect(try await town.person("Bruyère").open("/fr/ideas/\(id)").status == 404)
        #expect(try await town.visitor().open("/fr/ideas/\(id)").status == 404)
    }

    @Test("the history tells each published decision with its reason; a secret one only to the team")
    func history() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let author = try await town.person("Ajonc")
        let id = try await town.idea(in: challenge, by: author)
        let store = town.store
        try await store.decide(
            .underStudy, reason: "Nous chiffrons **le coût** du matériel.", publicly: true, on: id,
            by: manager.requireMember(), at: town.now)
        try await store.decide(
            .accepted, reason: "Nous l’offrirons à mille foyers.", publicly: false, on: id,
            by: manager.requireMember(), at: town.now)
        let page = try await author.open("/fr/ideas/\(id)")
        #expect(try page.text().contains("À l’étude"))
        #expect(page.source.contains("<strong>le coût</strong>"))
        #expect(!page.source.contains("mille foyers"))
        let team = try await manager.open("/fr/ideas/\(id)")
        #expect(try team.text().contains("mille foyers"))
        #expect(try team.text().contains("gardée secrète"))
        #expect(try page.text().contains("Réponse promise au plus tard le"))
        town.wait(.days(100))
        #expect(try await author.open("/fr/ideas/\(id)").text().contains("Réponse attendue depuis le"))
    }
}
