import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Signing in and out.
    static let signInRoutes: [Route<Action>] = [
        Route(.get, "/sign-in", showSignIn),
        Route(.post, "/sign-in", bodyLimit: 8_192, signIn),
        Route(.post, "/sign-out", bodyLimit: 1_024, signOut),
    ]

    @Sendable private static func showSignIn(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { _ in () }
        let next = visit.returnAddress()
        if seen.viewer.member != nil { return visit.redirect(to: next) }
        return visit.show(SignInPage(next: next, for: visit), to: seen)
    }

    @Sendable private static func signIn(_ visit: Visit) async throws -> Response {
        let form = try visit.form()
        let email = form["email"]?.trimmed ?? ""
        let password = form["password"] ?? ""
        let next = visit.returnAddress(in: form)

        let missing = [("email", email), ("password", password)].filter(\.1.isEmpty)
        if !missing.isEmpty {
            let problems = missing.map { Problem(field: $0.0, code: .missing) }
            let page = SignInPage(email: email, next: next, problems: problems, for: visit)
            return visit.show(page, to: try await visit.look { _ in () }, status: .unprocessableContent)
        }

        guard let member = try await member(email: email, password: password, visit) else {
            let page = SignInPage(email: email, next: next, isWrong: true, for: visit)
            return visit.show(page, to: try await visit.look { _ in () }, status: .unprocessableContent)
        }
        return try await visit.openSession(for: member, next: next, saying: .signedIn)
    }

    /// The member whose address and password these are; nil, after the same time, if they are nobody's.
    private static func member(email: String, password: String, _ visit: Visit) async throws -> MemberID? {
        let app = visit.app
        try app.limits.signInByClient.take(visit.request.peer, at: visit.now)
        var known: Credentials?
        if EmailAddress.problem(in: email) == nil {
            let account = EmailAddress.key(email)
            try app.limits.signIn.take("\(visit.request.peer) \(account)", at: visit.now)
            try app.limits.signInByAccount.take(account, at: visit.now)
            known = try await app.store.credentials(email: email)
        }
        guard try await app.passwords.verify(password, against: known?.passwordHash) else { return nil }
        app.limits.signIn.forgive("\(visit.request.peer) \(EmailAddress.key(email))")
        app.limits.signInByAccount.forgive(EmailAddress.key(email))
        return known?.member
    }

    @Sendable private static func signOut(_ visit: Visit) async throws -> Response {
        if let session = visit.session { try await visit.app.store.closeSession(session.key) }
        var response = visit.redirect(to: visit.address.home, saying: .signedOut)
        response.set(SessionToken.removal(isSecure: visit.app.settings.isSecure))
        return response
    }
}

extension Visit {
    /// Opens a session in this browser, in place of the one it may hold: a token that somebody else has put there
    /// never becomes worth anything.
    func openSession(for member: MemberID, next: ReturnAddress, saying notice: Notice) async throws
        -> Response
    {
        let token = SessionToken.make()
        try await app.store.openSession(
            token.key, for: member, at: now, until: now + SessionToken.lifetime, replacing: session?.key)
        var response = redirect(to: next, saying: notice)
        response.set(token.cookie(isSecure: app.settings.isSecure))
        return response
    }
}

/// The form to sign in with.
struct SignInPage: Page {
    static let template = "accounts/sign-in"

    let why: String?
    let action: String
    let next: String
    let problems: ProblemSummary?
    let email: FieldView
    let password: FieldView
    let demonstration: TrialView?

    static let fields: [Field<Self>] = [
        Field("why") { $0.why }, Field("action") { $0.action },
        Field("next") { $0.next },
        Field("signUpHref") { $0.signUpHref },
        Field("problems") { $0.problems }, Field("email") { $0.email }, Field("password") { $0.password },
        Field("demonstration") { $0.demonstration },
    ]

    let signUpHref: String

    /// - Parameter isWrong: Whether address and password were refused; which of the two stays untold.
    init(
        email: String = "", next: ReturnAddress, problems: [Problem] = [], isWrong: Bool = false,
        for visit: Visit
    ) {
        let wording = visit.wording
        let builder = FormBuilder(room: "accounts", wording: wording, problems: problems)
        var emailField = builder.email(email)
        let passwordField = builder.password("password", isNew: false)
        if isWrong {
            let sentence = wording.text("accounts.problem.sign-in")
            emailField.problem = sentence
            self.problems = ProblemSummary(list: [.init(href: "#email", text: sentence)])
        } else {
            self.problems = builder.summary(of: [emailField, passwordField])
        }
        self.email = emailField
        password = passwordField
        self.next = next.target
        action = visit.address.signIn
        signUpHref = visit.address.signUp(next)
        why = Self.purpose(of: next, visit).map { wording.text("accounts.why.\($0)") }
        demonstration = visit.app.settings.trial.map { TrialView($0, wording: wording) }
    }

    /// What signing in is for, if it is known.
    private static func purpose(of next: ReturnAddress, _ visit: Visit) -> String? {
        if next.target.hasSuffix("/ideas/new") { return "submit" }
        return visit.request.query["why"].flatMap { ["vote", "comment", "page"].contains($0) ? $0 : nil }
    }
}

/// The accounts that a demonstration lends.
struct TrialView: TemplateData {
    let password: String
    let accounts: [Account]

    static let fields: [Field<Self>] = [
        Field("password") { $0.password }, Field("accounts") { $0.accounts },
    ]

    struct Account: TemplateData {
        let email: String
        let about: String

        static let fields: [Field<Self>] = [Field("email") { $0.email }, Field("about") { $0.about }]
    }

    init(_ trial: Trial, wording: Wording) {
        password = trial.password
        accounts = trial.accounts.map {
            Account(email: $0.email, about: wording.text("accounts.trial.\($0.purpose.rawValue)"))
        }
    }
}
