import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct AttachmentTests {
    private static let typed = QuestionTests.typed

    @Test(
        "files are attached to a draft, taken away, and go out with the idea; they are made anew and served safely"
    )
    func attaching() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: try await town.manager())
        let ana = try await town.person("Ajonc")
        let form = try await ana.open("/fr/challenges/\(challenge)/ideas/new")
        let first = try await form.press(
            "Joindre ce fichier",
            typing: Self.typed.merging(["description": "Une étagère en honey"]) { $1 },
            choosing: [try Chosen.picture(width: 3_000, height: 300)])
        #expect(first.status == 200)
        #expect(try first.text().contains("Étagère 1.webp"))
        let area = try first.root().all("textarea").first?.rawText
        #expect(area == Self.typed["text"])
        let second = try await first.press("Joindre ce fichier", choosing: [Chosen.paper()])
        #expect(try second.text().contains("plan.pdf"))
        let removed = try await second.press("Retirer plan.pdf")
        #expect(try !removed.text().contains("plan.pdf"))
        // A draft's file is its author's alone.
        let draftFile = try #require(try removed.links("Étagère 1.webp").first)
        #expect(try await town.visitor().open(draftFile).status == 404)
        let receipt = try await removed.press("Déposer mon idée", choosing: [Chosen.paper()])
        #expect(receipt.target.hasSuffix("/receipt"))
        let page = try await town.visitor().open(try await receipt.follow("Voir mon idée").target)
        let picture = try #require(try page.root().all("img").first)
        #expect(picture.attributes["alt"] == "Une étagère en honey")
        #expect(picture.attributes["width"] == "480" && picture.attributes["height"] == "48")
        #expect(picture.attributes["loading"] == "lazy")
        let small = try await town.visitor().open(try #require(picture.attributes["src"]))
        #expect(small.response.headers[.contentType] == "image/webp")
        let whole = try await town.visitor().open(draftFile)
        #expect(whole.status == 200)
        let headers = whole.response.headers
        #expect(headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[.cacheControl] == "private, no-cache, no-transform")
        #expect(
            headers[.contentDisposition]
                == "inline; filename=\"_tag_re 1.webp\"; filename*=UTF-8''%C3%89tag%C3%A8re%201.webp")
        let tag = try #require(headers[.eTag])
        let known = try await town.visitor().exchange(.get, draftFile, headers: [.ifNoneMatch: tag])
        #expect(known.status == .notModified)
        let paper = try await town.visitor().open(try #require(try page.links("plan.pdf").first))
        #expect(paper.response.headers[.contentType] == "application/pdf")
        #expect(paper.response.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
        #expect(paper.bytes == Chosen.paper().bytes)
    }

    @Test("a form that is too long as a whole gives back the text that came with it, and keeps it as a draft")
    func cut() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: try await town.manager())
        let ana = try await town.person("Ajonc")
        let form = try await ana.open("/fr/challenges/\(challenge)/ideas/new")
        let back = try await form.press(
            "Déposer mon idée", typing: Self.typed, choosing: [Chosen.paper(), Chosen.paper()], cutting: 140)
        #expect(back.status == 422)
        #expect(try back.text().contains("Ces fichiers pèsent ensemble plus de 24 Mo"))
        #expect(try back.root().all("textarea").first?.rawText == Self.typed["text"])
        // What came whole is attached already.
        #expect(try back.text().contains("plan.pdf"))
        let draft = try await ana.open("/fr/challenges/\(challenge)/ideas/new")
        #expect(try draft.root().all("textarea").first?.rawText == Self.typed["text"])
        #expect(try await back.press("Déposer mon idée").target.hasSuffix("/receipt"))
    }

    @Test(
        "what cannot be taken is said beside its field, and nothing that was typed or accepted is lost",
        arguments: [
            (Chosen.paper("files", "<< /S /JavaScript >>"), "contient un programme"),
            (Chosen.paper("files", "<< /Encrypt 2 0 R >>"), "protégé ou chiffré"),
            (
                ChosenFile(field: "files", name: "photo.png", bytes: Array("MZ not a picture".utf8)),
                "d’un format accepté"
            ),
            (
                ChosenFile(
                    field: "files", name: "x.png", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]),
                "abîmé"
            ),
            (
                ChosenFile(field: "files", name: "x.pdf", bytes: .init(repeating: 37, count: 10_485_761)),
                "trop lourd"
            ),
        ])
    func refused(_ file: ChosenFile, _ words: String) async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: try await town.manager())
        let ana = try await town.person("Ajonc")
        let form = try await ana.open("/fr/challenges/\(challenge)/ideas/new")
        let kept = try await form.press("Joindre ce fichier", choosing: [Chosen.paper()])
        let again = try await kept.press("Déposer mon idée", typing: Self.typed, choosing: [file])
        #expect(again.status == 422)
        #expect(try again.text().contains(words))
        #expect(try again.text().contains("plan.pdf"))
        #expect(try again.root().all("textarea").first?.rawText == Self.typed["text"])
        let problem = try again.root().first { $0.attributes["id"] == "files-problem" }
        #expect(problem != nil)
        // The next visit finds all of it.
        let later = try await ana.open(form.target)
        #expect(try later.text().contains("plan.pdf"))
        #expect(try later.root().all("textarea").first?.rawText == Self.typed["text"])
    }

    @Test("a question asks for a file, and an idea without it waits")
    func question() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager, isPublished: false)
        _ = try await manager.open("/fr/challenges/\(challenge)/edit").press("Fichier").press(
            "Enregistrer",
            typing: ["question-0-label": "Un plan de chez vous", "question-0-isRequired": "yes"])
        _ = try await manager.open("/fr/challenges/\(challenge)/preview").press("Réserver").press("Publier")
        let ana = try await town.person("Ajonc")
        let form = try await ana.open("/fr/challenges/\(challenge)/ideas/new")
        let again = try await form.press("Déposer mon idée", typing: Self.typed)
        #expect(again.status == 422)
        #expect(try again.text().contains("Un plan de chez vous\u{A0}: Remplissez ce champ."))
        let receipt = try await again.press(
            "Déposer mon idée", choosing: [try Chosen.picture("answer-1", name: "plan.webp")])
        let page = try await receipt.follow("Voir mon idée")
        #expect(try page.text().contains("Un plan de chez vous"))
        #expect(try page.root().all("img").count == 1)
        // Once the idea is sent, what it has to have cannot be taken away, only replaced.
        let edit = try await page.follow("Modifier mon idée")
        let kept = try await edit.press("Retirer plan.webp")
        #expect(kept.status == 422)
        #expect(try kept.text().contains("plan.webp"))
    }

    @Test("a cover takes the place of the drawn one, with words for those who do not see it")
    func cover() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let files = try await manager.open("/fr/challenges/\(challenge)/edit").follow("Ajouter des documents")
        let mute = try await files.press(
            "Enregistrer cette image", choosing: [try Chosen.picture("cover")])
        #expect(mute.status == 422)
        #expect(try mute.text().contains("Ce que montre l’image\u{A0}: Remplissez ce champ."))
        let none = try await files.press(
            "Enregistrer cette image", typing: ["alternative": "Une goutte sur une feuille"])
        #expect(none.status == 422)
        #expect(
            try none.root().first { $0.attributes["id"] == "alternative" }?.attributes["value"]
                == "Une goutte sur une feuille")
        let saved = try await none.press(
            "Enregistrer cette image", choosing: [try Chosen.picture("cover", width: 1_500, height: 1_500)])
        #expect(try saved.text().contains("Le fichier est ajouté."))
        let paper = try await saved.press(
            "Ajouter ce document", choosing: [Chosen.paper("document")], ofButtons: 1)
        #expect(try paper.text().contains("plan.pdf"))
        let page = try await town.visitor().open("/fr/challenges/\(challenge)")
        let picture = try #require(try page.root().all("img").first)
        #expect(picture.attributes["alt"] == "Une goutte sur une feuille")
        #expect(picture.attributes["width"] == "1200" && picture.attributes["height"] == "800")
        #expect(try page.links("plan.pdf").count == 1)
        let row = try await town.visitor().open("/fr/challenges").root().all("img").first
        #expect(row?.attributes["width"] == "480" && row?.attributes["loading"] == "lazy")
        _ = try await paper.press("Retirer cette image")
        #expect(try await town.visitor().open("/fr/challenges/\(challenge)").root().all("img").isEmpty)
    }

    @Test("moderators take a file out; that it was there and why it went is read by all")
    func takenOut() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: try await town.manager())
        let ana = try await town.person("Ajonc")
        let idea = try await town.idea(in: challenge, by: ana)
        try await town.store.attach(
            [NewAttachment(try .sketch)], to: idea, by: try ana.requireMember(), at: town.now)
        let moderator = try await town.staff("Hugo", .moderator)
        let file = try await moderator.open("/fr/desk/moderation/idea-\(idea)")
        let done = try await file.press("Retirer croquis.webp", typing: ["reason": "personalData"])
        #expect(try done.text().contains("Le fichier est retiré et son contenu effacé."))
        let page = try await town.visitor().open("/fr/ideas/\(idea)")
        #expect(
            try page.text().contains(
                "Fichier retiré par la modération le 10\u{A0}mars 2026. Raison\u{A0}: Donnée personnelle."))
        #expect(try await ana.open("/fr/files/1").status == 404)
    }

    @Test("a body that is no form is refused, and one that is too long is not even read")
    func limits() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: try await town.manager())
        let ana = try await town.person("Ajonc")
        let response = try await ana.exchange(
            .post, "/fr/challenges/\(challenge)/ideas/new", body: Array("--b\r\nnonsense".utf8),
            headers: [.contentType: "multipart/form-data; boundary=b"])
        #expect(response.status == .badRequest)
        #expect(town.app.bodyLimit(.post, ["fr", "ideas", "1", "edit"]).most == App.filesLimit)
        #expect(town.app.bodyLimit(.post, ["fr", "sign-in"]).most < 100_000)
    }
}
