import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct RoleTests {
    @Test("an administrator finds somebody, gives a role for one challenge, and takes it back")
    func giveAndTake() async throws {
        let town = try await Town()
        let challenge = try await town.challenge(by: town.manager())
        let administrator = try await town.person("Étienne", isAdministrator: true)
        let person = try await town.person("Ajonc")
        let roles = try await administrator.open("/fr/administration/roles")
        let found = try await roles.press("Chercher", typing: ["q": "ajonc@town.example"])
        #expect(try !found.text().contains("ajonc@town.example"))
        let form = try await found.follow("Donner un rôle, Ajonc")
        let hasty = try await form.press("Donner ce rôle")
        #expect(hasty.status == 422)
        let given = try await hasty.press(
            "Donner ce rôle", typing: ["role": "juror", "challenge": challenge.description])
        #expect(try given.text().contains("Jury, pour «"))
        let text = try #require(person.cookie(SessionToken.cookieName(isSecure: false)))
        let session = try #require(SessionToken(text))
        func viewer() async throws -> Viewer {
            try await town.store.look(as: session.key, at: town.now) { _ in () }.viewer
        }
        #expect(try await viewer().rolesByChallenge == [challenge: [.juror]])
        #expect(try await viewer().rolesEverywhere.isEmpty)
        let taken = try await given.press("Retirer, Ajonc")
        #expect(try taken.text().contains("Le rôle est retiré"))
        #expect(try await viewer().rolesByChallenge.isEmpty)
    }

    @Test("for everybody else, these pages do not exist")
    func hidden() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let person = try await town.person("Ajonc")
        let id = try person.requireMember()
        for browser in [manager, person] {
            for path in ["/fr/administration/roles", "/fr/administration/roles/\(id)"] {
                #expect(try await browser.open(path).status == 404)
            }
        }
        #expect(try await town.visitor().open("/fr/administration/roles").status == 401)
        let home = try await person.open("/fr")
        let token = try home.token()
        let post = try await person.post(
            "/fr/administration/roles/\(id)", [token, ("role", "manager"), ("challenge", "all")])
        #expect(post.status == 403 || post.status == 404)
    }

    @Test("everybody reads the rules")
    func about() async throws {
        let town = try await Town()
        for language in ["fr", "en"] {
            let page = try await town.visitor().open("/\(language)/about")
            #expect(page.status == 200)
            #expect(page.source.contains("id=\"privacy\""))
        }
    }
}
