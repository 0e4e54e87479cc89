import Domain
import HTTP
import HTTPTypes
import Testing

@testable import Site

@Suite struct HouseTests {
    @Test(
        "the first page is in the language last read, else the one the browser prefers, else French",
        arguments: [
            ("", "", "/fr"), ("en-GB,en;q=0.8", "", "/en"), ("de, en;q=0.5, fr;q=0.7", "", "/fr"),
            ("en;q=0, de", "", "/fr"), ("fr", "en", "/en"), ("en", "xx", "/en"), ("zz;q=abc,,;", "", "/fr"),
        ])
    func negotiation(accept: String, cookie: String, expected: String) async throws {
        let town = try await Town()
        var headers: HTTPFields = [:]
        if !accept.isEmpty { headers[.acceptLanguage] = accept }
        if !cookie.isEmpty { headers[.cookie] = "language=\(cookie)" }
        let response = await town.app.respond(to: try Request(.get, "/", headers: headers))
        #expect(response.headers[.location] == expected)
    }

    @Test(
        "a page that does not exist says so in its language, with what to do next", arguments: ["fr", "en"])
    func notFound(language: String) async throws {
        let sheet = try await Town().visitor().open("/\(language)/nowhere")
        #expect(sheet.status == 404)
        #expect(try sheet.root().attributes["lang"] == language)
        #expect(try sheet.text().contains(language == "fr" ? "Page introuvable" : "Page not found"))
    }

    @Test("whoever is not signed in can do so from a page that they may not see, and comes back to it")
    func signInFromError() async throws {
        let town = try await Town()
        let next = "/fr/sign-in?next=%2Ffr%2Fcommunities%2Fnowhere"
        let missing = try await town.visitor().open("/fr/communities/nowhere")
        #expect(try missing.root().all("main").first?.links == [next, "/fr/challenges", "/fr"])
        let member = try await town.person("Ajonc").open("/fr/communities/nowhere")
        #expect(try member.links("Se connecter").isEmpty)
        #expect(try !member.text().contains("Connectez-vous"))
        let post = try await town.visitor().exchange(
            .post, "/fr/sign-in", headers: [.origin: "https://evil.example"])
        let forbidden = Sheet(browser: town.visitor(), target: "/fr/sign-in", response: post)
        #expect(forbidden.status == 403)
        #expect(try forbidden.root().all("main").first?.links.first?.hasPrefix("/fr/sign-in?next=") == true)
    }

    @Test(
        "a slash too many at the end leads to the page, and nowhere else",
        arguments: [
            ("/fr/", "/fr"), ("/fr/challenges/", "/fr/challenges"),
            ("/en/challenges/?state=archived&page=2", "/en/challenges?state=archived&page=2"),
            ("/healthz/", "/healthz"),
        ])
    func trailingSlash(target: String, expected: String) async throws {
        let browser = try await Town().visitor()
        for method in [HTTPRequest.Method.get, .head] {
            let response = try await browser.exchange(method, target)
            #expect(response.status == .permanentRedirect)
            #expect(response.headers[.location] == expected)
        }
        #expect(try await browser.exchange(.post, target).status != .permanentRedirect)
    }

    @Test(
        "an address with two slashes never leads to another host",
        arguments: ["//evil/", "//evil.example/", "//fr/", "//", "/fr//", "/fr/nowhere/", "///fr/"])
    func doubleSlash(target: String) async throws {
        let response = try await Town().visitor().exchange(.get, target)
        #expect(response.status == .notFound)
        #expect(response.headers[.location] == nil)
    }

    @Test(
        "a link to any page is shown elsewhere under that page's title",
        arguments: ["/themes", "/communities", "/about", "/rewards", "/challenges", ""])
    func titleForPreviews(path: String) async throws {
        let root = try await Town().visitor().open("/fr\(path)").root()
        let titles = root.all("meta").filter { $0.attributes["property"] == "og:title" }
        let heading = root.all("h1").first?.text
        #expect(titles.count == 1)
        #expect(titles.first?.attributes["content"] == heading)
    }

    @Test("every page leads to the rewards that were granted")
    func rewardsAreLinked() async throws {
        let home = try await Town().visitor().open("/en")
        #expect(try await home.follow("Rewards granted").target == "/en/rewards")
    }

    @Test("a wrong method is answered 405 with those that are right")
    func wrongMethod() async throws {
        let response = try await Town().visitor().exchange(.delete, "/fr/challenges")
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "GET, HEAD")
    }

    @Test(
        "a post that another site made is refused",
        arguments: [
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
            ("Origin", "https://evil.example"),
            ("Origin", "null"),
        ])
    func foreignPost(header: String, value: String) async throws {
        let town = try await Town()
        let name = try #require(HTTPField.Name(header))
        let token = FormToken(session: nil).masked()
        let body = Array(Form([Form.Field(name: "formToken", value: token)]).encoded.utf8)
        let response = try await town.visitor().exchange(
            .post, "/fr/sign-in", body: body, headers: [name: value])
        #expect(response.status == .forbidden)
    }

    @Test("a post without the token of this very session is refused")
    func missingToken() async throws {
        let town = try await Town()
        let person = try await town.person("Ajonc")
        #expect(try await person.post("/fr/sign-out", []).status == 403)
        #expect(
            try await person.post("/fr/sign-out", [("formToken", FormToken(session: nil).masked())]).status
                == 403)
        let other = FormToken(session: SessionToken.make()).masked()
        #expect(try await person.post("/fr/sign-out", [("formToken", other)]).status == 403)
    }

    @Test("the token of a form is different in each page and good in all of them")
    func maskedToken() {
        let token = FormToken(session: SessionToken.make())
        let first = token.masked()
        let second = token.masked()
        #expect(first != second)
        #expect(token.matches(first) && token.matches(second))
        #expect(!token.matches(nil) && !token.matches("") && !token.matches(first.dropLast() + "!"))
    }

    @Test(
        "every answer has the security headers, errors and files too",
        arguments: ["/fr", "/fr/nowhere", "/healthz", "/"])
    func securityHeaders(target: String) async throws {
        let response = try await Town().visitor().exchange(.get, target)
        for (name, _) in SecurityHeaders.all { #expect(response.headers[name] != nil, "\(name)") }
        #expect(response.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
    }

    @Test("a visitor never gets a page from before a change that is known to have happened")
    func cacheIsNeverStale() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let visitor = town.visitor()
        for number in 1...5 {
            _ = try await visitor.open("/fr/challenges")
            _ = try await town.challenge("Le défi numéro \(number)", by: manager)
            #expect(try await visitor.open("/fr/challenges").text().contains("Le défi numéro \(number)"))
        }
    }

    @Test("what follows from time alone is new with the next minute")
    func cacheEndsWithTheMinute() async throws {
        let town = try await Town()
        let id = try await town.challenge(by: town.manager())
        let visitor = town.visitor()
        #expect(try await visitor.open("/fr/challenges/\(id)").text().contains("Ouvert aux idées"))
        town.wait(.days(20))
        #expect(try await visitor.open("/fr/challenges/\(id)").text().contains("Vote ouvert"))
    }

    @Test("no page is cached for a person who is signed in")
    func cacheIsForVisitors() async throws {
        let town = try await Town()
        _ = try await town.visitor().open("/fr")
        let person = try await town.person("Ajonc")
        #expect(try await person.open("/fr").source.contains("Ajonc"))
        #expect(try await !town.visitor().open("/fr").source.contains("Ajonc"))
    }

    @Test(
        "an open challenge says in both languages how long is left",
        arguments: [("fr", "20\u{A0}jours"), ("en", "20\u{A0}days")])
    func timeLeft(language: String, expected: String) async throws {
        let town = try await Town()
        let id = try await town.challenge(by: town.manager())
        let text = try await town.visitor().open("/\(language)/challenges/\(id)").text()
        #expect(text.replacing("\u{A0}", with: " ").contains(expected.replacing("\u{A0}", with: " ")))
    }
}

extension Element {
    /// The addresses of all links in it.
    fileprivate var links: [String] { all("a").compactMap { $0.attributes["href"] } }
}
