import Domain
import Testing

@testable import Site

@Suite struct CommentTests {
    private func scene() async throws -> (town: Town, manager: Browser, author: Browser, idea: IdeaID) {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let author = try await town.person("Ajonc")
        return (town, manager, author, try await town.idea(in: challenge, by: author))
    }

    @Test("a member comments for an idea, and somebody replies; both are told")
    func commentAndReply() async throws {
        let (town, _, author, id) = try await scene()
        let member = try await town.person("Bruyère")
        let page = try await member.open("/fr/ideas/\(id)").press(
            "Publier mon commentaire", typing: ["stance": "for", "comment": "Oui, pour la cave."])
        #expect(page.status == 200)
        #expect(page.target.contains("#comment-"))
        #expect(try page.text().contains("Votre commentaire est publié."))
        #expect(try page.text().contains("1 commentaire"))
        let replied = try await author.open("/fr/ideas/\(id)").press(
            "Envoyer ma réponse", typing: ["comment": "Merci."])
        let text = try replied.text()
        #expect(text.contains("2 commentaires"))
        #expect(text.contains("Oui, pour la cave."))
        let replies = try replied.root().all { $0.attributes["class"] == "replies" }
        #expect(replies.count == 1)
        #expect(replies.first?.text.contains("Merci.") == true)
    }

    @Test("what a comment lacks is said by the server, in words: browsers leave its forms alone")
    func noBrowserMessages() async throws {
        let (town, manager, _, id) = try await scene()
        let member = try await town.person("Bruyère")
        _ = try await member.open("/fr/ideas/\(id)").press(
            "Publier mon commentaire", typing: ["stance": "for", "comment": "Oui, pour la cave."])
        for browser in [member, manager] {
            let forms = try await browser.open("/fr/ideas/\(id)").root().all("form").filter {
                $0.first { $0.name == "textarea" } != nil
            }
            #expect(forms.count == 2)
            #expect(forms.allSatisfy { $0.attributes["novalidate"] != nil })
        }
    }

    @Test("a refused comment is shown again with its text and what is missing")
    func refused() async throws {
        let (town, _, _, id) = try await scene()
        let member = try await town.person("Bruyère")
        let page = try await member.open("/fr/ideas/\(id)").press(
            "Publier mon commentaire", typing: ["comment": "Je ne sais pas."])
        #expect(page.status == 422)
        let problem = "Votre position\u{A0}: Choisissez l’une des réponses proposées."
        #expect(try page.links(problem) == ["#stance"])
        let area = try page.root().first { $0.attributes["id"] == "comment" }
        #expect(area?.rawText == "Je ne sais pas.")
        let reload = try await member.open(page.target)
        #expect(reload.status == 200)
        #expect(reload.target.hasPrefix("/fr/ideas/\(id)-"))
    }

    @Test("a refused reply is shown again in its place, unfolded")
    func refusedReply() async throws {
        let (town, _, author, id) = try await scene()
        let member = try await town.person("Bruyère")
        _ = try await member.open("/fr/ideas/\(id)").press(
            "Publier mon commentaire", typing: ["stance": "question", "comment": "Combien\u{202F}?"])
        let page = try await author.open("/fr/ideas/\(id)").press(
            "Envoyer ma réponse", typing: ["comment": "x"])
        #expect(page.status == 422)
        let fold = try #require(try page.root().all("details").first { $0.attributes["class"] == "fold" })
        #expect(fold.attributes["open"] != nil)
        #expect(fold.text.contains("Trop court"))
        #expect(fold.all("textarea").first?.rawText == "x")
    }

    @Test("the team of a challenge answers officially, in every phase; others have to wait for theirs")
    func official() async throws {
        let (town, manager, _, id) = try await scene()
        town.wait(.days(32))
        let page = try await manager.open("/fr/ideas/\(id)").press(
            "Publier mon commentaire", typing: ["comment": "Nous testons le matériel."])
        #expect(page.status == 200)
        #expect(try page.text().contains("Réponse officielle · Mutuelle des Tilleuls"))
        let member = try await town.person("Bruyère").open("/fr/ideas/\(id)")
        #expect(try !member.has(button: "Publier mon commentaire"))
        #expect(try member.text().contains("Les commentaires sont clos à cette étape."))
    }

    @Test("nobody speaks for the insurer by adding a field to the form")
    func forgedOfficial() async throws {
        let (town, _, _, id) = try await scene()
        let member = try await town.person("Bruyère")
        let form = try await member.open("/fr/ideas/\(id)").root().all("form").last
        let token = Sheet.fields(of: try #require(form)).filter { $0.0 == "formToken" }
        let page = try await member.post(
            "/fr/ideas/\(id)/comments",
            token + [("stance", "for"), ("official", "yes"), ("comment", "Nous payons tout.")])
        #expect(page.status == 403)
        #expect(try page.root().all("textarea").map(\.rawText) == ["Nous payons tout."])
        #expect(try await member.open("/fr/ideas/\(id)").text().contains("Aucun commentaire"))
    }

    @Test("a visitor reads comments and is invited to sign in")
    func visitor() async throws {
        let (town, _, _, id) = try await scene()
        let page = try await town.visitor().open("/fr/ideas/\(id)")
        #expect(try !page.has(button: "Publier mon commentaire"))
        #expect(try page.links("Se connecter").last?.contains("%23comments") == true)
    }

    @Test("what people write stays text")
    func hostile() async throws {
        let (town, _, _, id) = try await scene()
        let member = try await town.person("Bruyère")
        let page = try await member.open("/fr/ideas/\(id)").press(
            "Publier mon commentaire",
            typing: ["stance": "for", "comment": "<script>alert(1)</script> [x](javascript:alert(1))"])
        #expect(!page.source.contains("<script>alert"))
        #expect(!page.source.contains("href=\"javascript:"))
        #expect(try page.text().contains("<script>alert(1)</script>"))
    }
}
