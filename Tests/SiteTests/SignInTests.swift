import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct SignInTests {
    private static let password = "a long password"

    @Test("one signs up, signs in, and comes back to the page from which one came")
    func wholeWay() async throws {
        let town = try await Town()
        let browser = town.visitor()
        let form = try await browser.open("/fr/sign-in?next=%2Ffr%2Fcommunities%3Fa%3Db")
        let signUp = try await form.follow("Créer un compte")
        let ready = try await signUp.press(
            "Créer mon compte",
            typing: ["pseudonym": "Ajonc", "email": "ajonc@town.example", "password": Self.password])
        #expect(ready.target == "/fr/sign-in?next=%2Ffr%2Fcommunities%3Fa%3Db")
        #expect(try ready.text().contains("Votre compte est prêt"))
        #expect(browser.cookie(SessionToken.cookieName(isSecure: false)) == nil)
        let page = try await ready.press(
            "Se connecter", typing: ["email": "ajonc@town.example", "password": Self.password])
        #expect(page.target == "/fr/communities?a=b")
        #expect(try page.text().contains("Vous êtes connecté sous le nom de Ajonc"))
    }

    @Test("a name that ends with a point is followed by no other", arguments: ["fr", "en"])
    func pointOfName(language: String) async throws {
        let town = try await Town()
        _ = try await town.person("Claire M.")
        let home = try await town.visitor().open("/\(language)/sign-in").press(
            language == "fr" ? "Se connecter" : "Sign in",
            typing: ["email": "claire.m.@town.example", "password": Self.password])
        let flash = try home.root().first { $0.attributes["role"] == "status" && $0.name == "p" }
        #expect(flash?.text.hasSuffix("Claire M.") == true)
        #expect(flash?.text.hasSuffix("..") == false)
    }

    @Test("whoever changes language while signing in or up still goes where they wanted to, in that language")
    func languageKeepsPlace() async throws {
        let browser = try await Town().visitor()
        let next = "next=%2Ffr%2Fcommunities%3Fa%3Db"
        let expected = "next=%2Fen%2Fcommunities%3Fa%3Db"
        for (page, button) in [("sign-in", "Se connecter"), ("sign-up", "Créer mon compte")] {
            let form = try await browser.open("/fr/\(page)?\(next)")
            let refused = try await form.press(button)
            #expect(refused.status == 422)
            for sheet in [form, refused] {
                let switched = try await sheet.follow("English")
                #expect(switched.target == "/en/\(page)?\(expected)")
                let field = try switched.root().first { $0.attributes["name"] == "next" }
                #expect(field?.attributes["value"] == "/en/communities?a=b")
            }
        }
        let plain = try await browser.open("/fr/sign-in").press("Se connecter").follow("English")
        #expect(plain.target == "/en/sign-in")
    }

    @Test("what is to be mended in a new account is told in the order of its fields")
    func orderOfProblems() async throws {
        let refused = try await Town().visitor().open("/fr/sign-up").press("Créer mon compte")
        let summary = try #require(try refused.root().first { $0.attributes["class"] == "summary" })
        #expect(
            summary.all("a").compactMap { $0.attributes["href"] } == ["#pseudonym", "#email", "#password"])
    }

    @Test("signing up answers alike whether or not the address has an account")
    func signUpTellsNothing() async throws {
        let town = try await Town()
        _ = try await town.person("Ajonc")
        func answer(_ email: String, _ pseudonym: String) async throws -> (status: Int, text: String) {
            let form = try await town.visitor().open("/fr/sign-up")
            let sheet = try await form.press(
                "Créer mon compte",
                typing: ["pseudonym": pseudonym, "email": email, "password": "another long password"])
            return (sheet.status, try sheet.text())
        }
        let known = try await answer("ajonc@town.example", "Bruyère")
        let unknown = try await answer("bruyere@town.example", "Bruyère")
        #expect(known == unknown)
        #expect(known.status == 200)
        // Nor does a pseudonym known to be taken.
        let first = try await answer("ajonc@town.example", "ajonc")
        let second = try await answer("nobody@town.example", "ajonc")
        #expect(first.status == 422 && first == second)
        // The account that was there is untouched.
        let form = try await town.visitor().open("/fr/sign-in")
        let refused = try await form.press(
            "Se connecter", typing: ["email": "ajonc@town.example", "password": "another long password"])
        #expect(refused.status == 422)
    }

    @Test("a wrong password and an unknown address are told apart by nothing")
    func wrongIsWrong() async throws {
        let town = try await Town()
        _ = try await town.person("Ajonc")
        var answers: [String] = []
        for email in ["ajonc@town.example", "nobody@town.example"] {
            let sheet = try await town.visitor().open("/fr/sign-in").press(
                "Se connecter", typing: ["email": email, "password": "not the password"])
            #expect(sheet.status == 422)
            #expect(try sheet.root().first { $0.attributes["id"] == "email" }?.attributes["value"] == email)
            #expect(!sheet.source.contains("not the password"))
            answers.append(try sheet.text())
        }
        #expect(answers[0] == answers[1])
    }

    @Test(
        "signing in never leads to another site",
        arguments: [
            "https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example",
            "/\t/elsewhere.example",
            "/fr/../../elsewhere", "/fr\r\nSet-Cookie: a=b", "javascript:alert(1)", "/elsewhere",
            "/fr/nowhere",
            "/fr/sign-in?next=/fr/sign-in", "/fr#\"><script>", "", "fr/challenges",
        ])
    func noOpenRedirect(next: String) async throws {
        let town = try await Town()
        let person = try await town.person("Ajonc")
        let query = Form([Form.Field(name: "next", value: next)]).encoded
        let known = try await person.exchange(.get, "/fr/sign-in?\(query)")
        #expect(known.headers[.location] == "/fr")
        let form = try await town.visitor().open("/fr/sign-in")
        let page = try await form.press(
            "Se connecter",
            typing: ["email": "ajonc@town.example", "password": Self.password, "next": next])
        #expect(page.target == "/fr")
    }

    @Test("signing in leads back to a place on a page")
    func placeOnPage() async throws {
        let town = try await Town()
        let place = ReturnAddress("/en/communities?x=1#comment-12", in: town.app)
        #expect(place.target == "/en/communities?x=1#comment-12")
    }

    @Test("each sign-in makes a new session and ends the one that the browser held")
    func freshSession() async throws {
        let town = try await Town()
        let person = try await town.person("Ajonc")
        let name = SessionToken.cookieName(isSecure: false)
        let before = try #require(person.cookie(name))
        let token = try #require(SessionToken(before))
        let body = Form([
            .init(name: "formToken", value: FormToken(session: token).masked()),
            .init(name: "email", value: "ajonc@town.example"), .init(name: "password", value: Self.password),
        ])
        let response = try await person.exchange(.post, "/fr/sign-in", body: Array(body.encoded.utf8))
        #expect(response.status == .seeOther)
        let after = try #require(person.cookie(name))
        #expect(after != before)
        let seen = try await town.store.look(as: token.key, at: town.now) { _ in () }
        #expect(seen.viewer.member == nil)
        let cookies = response.headers.filter { $0.name == .setCookie && $0.value.hasPrefix(name) }
        #expect(cookies.allSatisfy { $0.value.contains("HttpOnly") && $0.value.contains("SameSite=Lax") })
    }

    @Test("signing out ends the session on the server too")
    func signOut() async throws {
        let town = try await Town()
        let person = try await town.person("Ajonc")
        let token = try #require(person.cookie(SessionToken.cookieName(isSecure: false)))
        let home = try await person.open("/fr").press("Se déconnecter")
        #expect(try home.text().contains("Vous êtes déconnecté"))
        #expect(person.cookie(SessionToken.cookieName(isSecure: false)) == nil)
        let key = try #require(SessionToken(token)).key
        #expect(try await town.store.look(as: key, at: town.now) { _ in () }.viewer.member == nil)
    }

    @Test("nobody tries many passwords, and others' attempts lock nobody out")
    func attemptsAreCounted() async throws {
        let town = try await Town()
        _ = try await town.person("Ajonc")
        func attempt(_ password: String, from peer: String) async throws -> Int {
            let body = Form([
                .init(name: "formToken", value: FormToken(session: nil).masked()),
                .init(name: "email", value: "ajonc@town.example"), .init(name: "password", value: password),
            ])
            let request = try Request(
                .post, "/fr/sign-in",
                headers: [
                    .contentType: "application/x-www-form-urlencoded", .origin: "http://town.example",
                ], body: Array(body.encoded.utf8), peer: peer)
            return await town.app.respond(to: request).status.code
        }
        for _ in 0..<8 { #expect(try await attempt("wrong", from: "192.0.2.1") == 422) }
        #expect(try await attempt("wrong", from: "192.0.2.1") == 429)
        #expect(try await attempt(Self.password, from: "192.0.2.1") == 429)
        #expect(try await attempt(Self.password, from: "192.0.2.2") == 303)
        town.wait(.minutes(2))
        #expect(try await attempt(Self.password, from: "192.0.2.1") == 303)
    }
}
