import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Opening an account.
    static let signUpRoutes: [Route<Action>] = [
        Route(.get, "/sign-up", showSignUp),
        Route(.post, "/sign-up", bodyLimit: 8_192, signUp),
    ]

    @Sendable private static func showSignUp(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { _ in () }
        let next = visit.returnAddress()
        if seen.viewer.member != nil { return visit.redirect(to: next) }
        return visit.show(SignUpPage(next: next, for: visit), to: seen)
    }

    /// Opens an account, and asks to sign in to it. An address that has one already gets the same answer after the same
    /// work, so that nobody learns here who has an account.
    @Sendable private static func signUp(_ visit: Visit) async throws -> Response {
        let form = try visit.form()
        let next = visit.returnAddress(in: form)
        let registration = Registration(
            email: form["email"] ?? "", pseudonym: form["pseudonym"] ?? "",
            password: form["password"] ?? "", language: visit.language)
        do {
            guard registration.problems.isEmpty else { throw Refusal.invalid(registration.problems) }
            try visit.app.limits.signUp.take(visit.request.peer, at: visit.now)
            let hash = try await visit.app.passwords.hash(registration.password)
            _ = try await visit.app.store.register(registration, passwordHash: hash, at: visit.now)
        } catch Refusal.invalid(let problems) {
            let page = SignUpPage(
                email: registration.email, pseudonym: registration.pseudonym, next: next, problems: problems,
                for: visit)
            return visit.show(page, to: try await visit.look { _ in () }, status: .unprocessableContent)
        }
        return visit.redirect(to: visit.address.signIn(next), saying: .accountReady)
    }
}

/// The form to open an account with.
struct SignUpPage: Page {
    static let template = "accounts/sign-up"

    let action: String
    let next: String
    let signInHref: String
    let problems: ProblemSummary?
    let pseudonym: FieldView
    let email: FieldView
    let password: FieldView

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("next") { $0.next }, Field("signInHref") { $0.signInHref },
        Field("problems") { $0.problems }, Field("pseudonym") { $0.pseudonym }, Field("email") { $0.email },
        Field("password") { $0.password },
    ]

    init(
        email: String = "", pseudonym: String = "", next: ReturnAddress, problems: [Problem] = [],
        for visit: Visit
    ) {
        let builder = FormBuilder(room: "accounts", wording: visit.wording, problems: problems)
        self.pseudonym = builder.pseudonym(pseudonym)
        self.email = builder.email(email)
        password = builder.password("password", isNew: true)
        self.problems = builder.summary(of: [self.pseudonym, self.email, password])
        self.next = next.target
        action = visit.address.signUp(ReturnAddress.none)
        signInHref = visit.address.signIn(next)
    }
}
