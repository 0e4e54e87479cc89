import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Accounts: coming, going, and what is one's own.
    static let accountRoutes: [Route<Action>] =
        signInRoutes + signUpRoutes + [
            Route(.get, "/account", showAccount),
            Route(.post, "/account", bodyLimit: 8_192, changeProfile),
            Route(.get, "/account/password", leadToAccount),
            Route(.post, "/account/password", bodyLimit: 8_192, changePassword),
            Route(.get, "/account/delete", showDeletion),
            Route(.post, "/account/delete", bodyLimit: 8_192, deleteAccount),
            Route(.get, "/account/ideas", showOwnIdeas),
        ]

    @Sendable private static func showAccount(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { try $0.ownAccount() }
        return visit.show(AccountPage(seen.value, for: visit), to: seen)
    }

    /// The form for the password stands on the account's page.
    @Sendable private static func leadToAccount(_ visit: Visit) async throws -> Response {
        visit.redirect(to: visit.address.account)
    }

    @Sendable private static func changeProfile(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let form = try visit.form()
        let seen = try await visit.look { try $0.ownAccount() }
        let account = seen.value.account
        let pseudonym = form["pseudonym"] ?? account.member.pseudonym ?? ""
        do {
            guard let language = form["language"].flatMap(Language.init) else {
                throw Refusal.invalid("language", .unknownChoice)
            }
            try await visit.app.store.changeProfile(
                pseudonym: pseudonym, language: language, by: member, at: visit.now)
            var response = visit.redirect(
                to: Address(language: language).account, saying: .profileChanged)
            response.set(LanguageChoice.cookie(language, isSecure: visit.app.settings.isSecure))
            return response
        } catch Refusal.invalid(let problems) {
            let page = AccountPage(seen.value, pseudonym: pseudonym, problems: problems, for: visit)
            return visit.show(page, to: seen, status: .unprocessableContent)
        }
    }

    @Sendable private static func changePassword(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let form = try visit.form()
        let seen = try await visit.look { try $0.ownAccount() }
        if let refusal = seen.value.account.changeRefusal { throw refusal }
        let password = form["new"] ?? ""
        let problems = [
            try await problem(in: form["current"] ?? "", field: "current", of: member, visit),
            Password.problem(in: password, field: "new"),
        ].compactMap(\.self)
        guard problems.isEmpty else {
            let page = AccountPage(seen.value, problems: problems, for: visit)
            return visit.show(page, to: seen, status: .unprocessableContent)
        }
        let hash = try await visit.app.passwords.hash(password)
        try await visit.app.store.changePassword(
            hash: hash, keeping: visit.session?.key, by: member, at: visit.now)
        return visit.redirect(to: visit.address.account, saying: .passwordChanged)
    }

    @Sendable private static func showDeletion(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { try $0.ownAccount() }
        if let refusal = seen.value.account.deletionRefusal { throw refusal }
        return visit.show(AccountDeletionPage(for: visit), to: seen)
    }

    @Sendable private static func deleteAccount(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let form = try visit.form()
        let seen = try await visit.look { try $0.ownAccount() }
        if let refusal = seen.value.account.deletionRefusal { throw refusal }
        if let problem = try await problem(in: form["current"] ?? "", field: "current", of: member, visit) {
            let page = AccountDeletionPage(problems: [problem], for: visit)
            return visit.show(page, to: seen, status: .unprocessableContent)
        }
        try await visit.app.store.deleteAccount(of: member, at: visit.now)
        var response = visit.redirect(to: visit.address.home, saying: .accountDeleted)
        response.set(SessionToken.removal(isSecure: visit.app.settings.isSecure))
        return response
    }

    /// The problem with `password` unless it is the member's: whoever finds an open session must not take the account
    /// over. Throws `Refusal.tooMany` after many attempts.
    private static func problem(
        in password: String, field: String, of member: MemberID, _ visit: Visit
    ) async throws -> Problem? {
        guard !password.isEmpty else { return Problem(field: field, code: .missing) }
        let key = "member \(member)"
        try visit.app.limits.signIn.take(key, at: visit.now)
        let known = try await visit.app.store.credentials(of: member)
        guard try await visit.app.passwords.verify(password, against: known?.passwordHash) else {
            return Problem(field: field, code: .wrong)
        }
        visit.app.limits.signIn.forgive(key)
        return nil
    }
}

extension FormBuilder {
    /// The field for an address of an account.
    func email(_ value: String) -> FieldView {
        text("email", kind: "email", value: value, maximum: 254, autocomplete: "username")
    }

    /// The field for a name to appear under.
    func pseudonym(_ value: String, hint: Bool = true) -> FieldView {
        text(
            "pseudonym", value: value, hint: hint, maximum: Pseudonym.length.upperBound,
            autocomplete: "nickname")
    }

    /// A field for a password, which is never sent back.
    func password(_ name: String, isNew: Bool) -> FieldView {
        text(
            name, kind: "password", value: "", hint: isNew,
            autocomplete: isNew ? "new-password" : "current-password")
    }
}
