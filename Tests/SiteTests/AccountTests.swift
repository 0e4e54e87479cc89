import Domain
import HTTP
import HTTPTypes
import Storage
import Testing

@testable import Site

@Suite struct AccountTests {
    private static let password = "a long password"

    @Test("one changes name and language, and what is refused stays typed")
    func profile() async throws {
        let town = try await Town()
        _ = try await town.person("Bruyère")
        let person = try await town.person("Ajonc")
        let account = try await person.open("/fr/account")
        let refused = try await account.press(
            "Enregistrer", typing: ["pseudonym": "BRUYÈRE", "language": "fr"])
        #expect(refused.status == 422)
        #expect(try refused.text().contains("Déjà pris"))
        #expect(refused.source.contains("value=\"BRUYÈRE\""))
        let changed = try await refused.press(
            "Enregistrer", typing: ["pseudonym": "Genêt", "language": "en"])
        #expect(changed.target == "/en/account")
        #expect(try changed.text().contains("Your changes are saved"))
        #expect(changed.source.contains("value=\"Genêt\""))
        #expect(person.cookie(LanguageChoice.cookie) == "en")
        #expect(try await person.exchange(.get, "/").headers[.location] == "/en")
    }

    @Test("a new password asks for the present one and signs the other devices out")
    func password() async throws {
        let town = try await Town()
        let person = try await town.person("Ajonc")
        let member = try person.requireMember()
        let other = SessionToken.make()
        try await town.store.openSession(other.key, for: member, at: town.now, until: town.now + .days(1))
        let account = try await person.open("/fr/account")
        for (current, new, sentence) in [
            ("", "a new long password", "Remplissez ce champ"),
            ("not the present", "a new long password", "Ce n’est pas le bon mot de passe"),
            (Self.password, "short", "Trop court"),
        ] {
            let refused = try await account.press(
                "Changer mon mot de passe", typing: ["current": current, "new": new])
            #expect(refused.status == 422)
            #expect(try refused.text().contains(sentence))
        }
        let both = try await account.press(
            "Changer mon mot de passe", typing: ["current": "not the present", "new": "short"])
        #expect(try both.links("Mot de passe actuel").contains("#current"))
        #expect(try both.links("Nouveau mot de passe").contains("#new"))
        let changed = try await account.press(
            "Changer mon mot de passe", typing: ["current": Self.password, "new": "a new long password"])
        #expect(try changed.text().contains("Votre mot de passe est changé"))
        #expect(try await town.store.look(as: other.key, at: town.now) { _ in () }.viewer.member == nil)
        let entered = try await town.visitor().open("/fr/sign-in").press(
            "Se connecter", typing: ["email": "ajonc@town.example", "password": "a new long password"])
        #expect(entered.target == "/fr")
    }

    @Test("deleting an account asks for the password; running supports go, the address is free again")
    func deletion() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let author = try await town.person("Bruyère")
        let idea = try await town.idea(in: challenge, by: author)
        let person = try await town.person("Ajonc")
        town.wait(.days(21))
        try await town.store.castVote(on: idea, by: try person.requireMember(), at: town.now)
        let page = try await person.open("/fr/account").follow("Supprimer mon compte")
        let refused = try await page.press("Supprimer définitivement", typing: ["current": "wrong"])
        #expect(refused.status == 422)
        let home = try await page.press("Supprimer définitivement", typing: ["current": Self.password])
        #expect(try home.text().contains("Votre compte est supprimé"))
        #expect(try await person.open("/fr/account").status == 401)
        let seen = try await town.store.look(as: nil, at: town.now) { try $0.ideaInChallenge(idea).idea }
        #expect(seen.value.supportCount == 0)
        _ = try await town.person("Ajonc")
    }

    @Test("accounts that a demonstration lends stay as they are, those made since are their owners'")
    func lentAccounts() async throws {
        let town = try await Town()
        let lent = try await town.person("Prêtée")
        let administrator = try await town.person("Étienne", isAdministrator: true)
        try await town.store.giveRole(
            .juror, for: nil, to: try lent.requireMember(), by: try administrator.requireMember(),
            at: town.now)
        try await town.store.note(.demonstration, at: town.now)
        town.wait(.seconds(1))
        let page = try await lent.open("/fr/account")
        #expect(try page.text().contains("compte d’essai"))
        #expect(try !page.has(button: "Changer mon mot de passe"))
        #expect(try page.links("Supprimer mon compte").isEmpty)
        let language = try await page.press("Enregistrer", typing: ["language": "en"])
        #expect(language.target == "/en/account")
        #expect(try await lent.open("/fr/account/delete").status == 403)
        let token = try page.token()
        for (path, fields) in [
            ("/fr/account", [("pseudonym", "Autre"), ("language", "fr")]),
            ("/fr/account/password", [("current", Self.password), ("new", "a new long password")]),
            ("/fr/account/delete", [("current", Self.password)]),
        ] {
            #expect(try await lent.post(path, [token] + fields).status == 403)
        }
        let roles = try await administrator.open("/fr/administration/roles")
        #expect(try await roles.press("Retirer, Prêtée").status == 403)
        let own = try await town.person("Nouvelle")
        #expect(try await own.open("/fr/account").has(button: "Changer mon mot de passe"))
    }

    @Test("one finds one's drafts, ideas and rewards")
    func ownIdeas() async throws {
        let town = try await Town()
        let manager = try await town.manager()
        let challenge = try await town.challenge(by: manager)
        let person = try await town.person("Ajonc")
        #expect(try await person.open("/fr/account/ideas").text().contains("Vous n’avez encore déposé"))
        _ = try await town.idea("Une vanne qui se ferme seule", in: challenge, by: person)
        _ = try await town.store.saveDraft(
            IdeaContent(title: "Un tapis qui prévient", text: ""), in: challenge,
            by: try person.requireMember(), at: town.now)
        let page = try await person.open("/fr/account/ideas")
        let text = try page.text()
        #expect(text.contains("Un tapis qui prévient") && text.contains("dépôt ouvert encore 20"))
        #expect(try page.links("Un tapis").first?.hasSuffix("/ideas/new") == true)
        #expect(try page.links("Une vanne").count == 1)
        #expect(try await town.visitor().open("/fr/account/ideas").status == 401)
    }
}

extension Sheet {
    /// The hidden field that every form of ours carries.
    func token() throws -> (String, String) {
        let form = try #require(try root().all("form").last)
        return try #require(Self.fields(of: form).first)
    }
}
