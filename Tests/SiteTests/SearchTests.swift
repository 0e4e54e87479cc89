import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct SearchTests {
    @Test("the box in the head of every page leads to what was looked for, with the words marked")
    func box() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        _ = try await town.idea("Un <détecteur> & un œillet", in: challenge, by: manager)
        let visitor = town.visitor()
        for page in ["/fr", "/fr/about", "/fr/challenges/\(challenge)"] {
            let root = try await visitor.open(page).root()
            let form = try #require(root.first { $0.attributes["role"] == "search" })
            #expect(form.attributes["action"] == "/fr/search")
            #expect(Sheet.fields(of: form).map(\.0) == ["q"])
        }
        let found = try await visitor.open("/fr/search?q=OEILLETS+detecteur")
        #expect(found.status == 200)
        #expect(try found.text().contains("1 résultat"))
        #expect(found.source.contains("&lt;<mark>détecteur</mark>&gt; &amp; un <mark>œillet</mark>"))
        let idea = try await found.follow("Un <")
        #expect(idea.target.hasPrefix("/fr/ideas/"))
    }

    @Test("searching is a form that keeps what was chosen, and filters are links")
    func form() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        _ = try await town.idea("Couper l’eau", in: challenge, by: manager)
        let visitor = town.visitor()
        let empty = try await visitor.open("/fr/search")
        #expect(try empty.text().contains("Cherchez dans les défis"))
        let ideas = try await empty.press("Rechercher", typing: ["q": "eaux"])
        #expect(ideas.target.contains("/fr/search"))
        let narrowed = try await ideas.follow("Idées")
        #expect(narrowed.target.contains("kind=idea") && narrowed.target.contains("q=eaux"))
        #expect(try narrowed.text().contains("1 résultat"))
        let again = try await narrowed.press("Rechercher", typing: ["state": "openToVotes"])
        #expect(again.target.contains("kind=idea") && again.target.contains("state=openToVotes"))
        #expect(try again.text().contains("Aucun résultat"))
        #expect(try again.text().contains("Retirez un mot ou un filtre"))
        let common = try await visitor.open("/fr/search?q=le+la+de")
        #expect(try common.text().contains("trop courants"))
        let english = try await visitor.open("/en/search?q=nothinglikethis")
        #expect(try english.text().contains("No result"))
    }

    @Test("an error of typing is corrected in words, and what was typed is said as it was typed")
    func corrected() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        _ = try await town.idea(in: challenge, by: manager)
        let found = try await town.visitor().open("/fr/search?q=%3Cb%3Edetcteur")
        #expect(try found.text().contains("«\u{A0}<b>detcteur\u{A0}»"))
        #expect(try found.text().contains("détecteur"))
        #expect(!found.source.contains("<b>detcteur"))
    }

    @Test("nothing that is typed breaks the page")
    func hostile() async throws {
        let town = try await Town()
        let visitor = town.visitor()
        for query in [
            "q=%22", "q=AND+OR", "q=NEAR(a+b)", "q=*", "q=-eau",
            "q=" + String(repeating: "a", count: 4_000),
            "q=eau&page=999999999999", "q=eau&page=-3", "q=eau&kind=x&state=y&decision=z&since=w&theme=v",
            "q=eau&q=feu",
        ] {
            #expect(try await visitor.open("/fr/search?\(query)").status == 200, "\(query)")
            #expect(try await visitor.open("/fr/search/feed.atom?\(query)").status == 200, "\(query)")
        }
        #expect(try await visitor.open("/fr/search?q=eau&challenge=99").status == 404)
    }

    @Test("results stand on several pages, each once")
    func pages() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        for number in 1...23 {
            _ = try await town.idea("Robinet numéro \(number)", in: challenge, by: manager)
        }
        let first = try await town.visitor().open("/fr/search?q=robinet")
        #expect(try first.text().contains("23 résultats"))
        let second = try await first.follow("Page suivante")
        let all = try first.links("Robinet") + second.links("Robinet")
        #expect(all.count == 23 && Set(all).count == 23)
    }

    @Test("a search can be followed, by anybody, and shows what anybody may see")
    func feed() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let community = try await town.store.addCommunity(
            slug: "artisans", name: "Les Artisans", summary: "Des artisans.", charter: "S’entraider.",
            joinCode: "FLEUVE")
        let challenge = try await town.challenge("Autre chose", by: manager)
        let inner = try await town.challenge("Entre nous", by: manager, community: community)
        let idea = try await town.idea("Un robinet public", in: challenge, by: manager)
        _ = try await town.idea("Un robinet secret", in: inner, by: manager)
        let page = try await manager.open("/fr/search?q=robinets&kind=idea")
        #expect(try page.text().contains("Un robinet secret"))
        let href = try #require(try page.links("Atom").first)
        #expect(href == "/fr/search/feed.atom?q=robinets&kind=idea")
        let feed = try await manager.open(href)
        let root = try #require(Element.parseXML(feed.bytes))
        let titles = root.all("entry").flatMap { $0.elements.filter { $0.name == "title" }.map(\.rawText) }
        #expect(titles == ["Nouvelle idée\u{A0}: Un robinet public"])
        let names = root.all("entry").flatMap { $0.elements.filter { $0.name == "id" }.map(\.rawText) }
        #expect(names == ["tag:town.example,2026:idea:\(idea)"])
        let own = root.elements.filter { $0.name == "link" }.compactMap { $0.attributes["href"] }
        #expect(own.contains("http://town.example\(href)"))
        for format in ["rss", "json"] {
            let other = try await town.visitor().open("/fr/search/feed.\(format)?q=robinets")
            #expect(other.status == 200 && other.source.contains("Un robinet public"))
            #expect(!other.source.contains("secret"))
        }
    }
}
