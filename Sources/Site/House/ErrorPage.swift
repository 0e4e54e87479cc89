import Domain
public import HTTP
public import HTTPTypes
import Storage
import Templating

/// What kept somebody from a page, and what to do next.
struct ErrorPage: Page {
    static let template = "errors/show"

    let code: String
    let heading: String
    let what: String
    let next: String
    let act: Act?
    let reference: String?
    let kept: [Kept]

    static let fields: [Field<Self>] = [
        Field("code") { $0.code }, Field("heading") { $0.heading }, Field("what") { $0.what },
        Field("next") { $0.next }, Field("act") { $0.act }, Field("reference") { $0.reference },
        Field("kept") { $0.kept }, Field("hasKept") { !$0.kept.isEmpty },
    ]

    struct Act: TemplateData {
        let href: String
        let label: String

        static let fields: [Field<Self>] = [Field("href") { $0.href }, Field("label") { $0.label }]
    }

    /// A text that was sent and could not be taken, to be copied.
    struct Kept: TemplateData {
        let id: String
        let label: String
        let value: String

        static let fields: [Field<Self>] = [
            Field("id") { $0.id }, Field("label") { $0.label }, Field("value") { $0.value },
        ]

        /// The fields that people write at length. No other is ever shown again: it might be a password.
        static let names = [
            "title", "text", "comment", "question", "brief", "rules", "reason", "rewardNature",
            "note", "words", "passage", "draft", "deliverables", "criteria", "answer",
        ]

        /// The values of the field `name`; `answer` stands for those of all questions, each of which has its number.
        private static func values(of name: String, in form: Form) -> [String] {
            name == "answer"
                ? form.fields.filter { $0.name.hasPrefix("answer-") }.map(\.value) : form.all(name)
        }

        /// What `form` holds of them.
        static func all(in form: Form, wording: Wording) -> [Kept] {
            names.flatMap { name in
                values(of: name, in: form).enumerated().compactMap { index, value in
                    let isBlank = value.allSatisfy(\.isWhitespace)
                    return isBlank
                        ? nil
                        : Kept(
                            id: "kept-\(name)-\(index)", label: wording.text("errors.kept.\(name)"),
                            value: value)
                }
            }
        }
    }

    /// - Parameters:
    ///   - signInHref: Where to sign in; nil for those who have.
    ///   - backHref: The page of ours on which the refused act was tried, if there is one.
    init(
        _ failure: Failure, wording: Wording, signInHref: String?, backHref: String? = nil, kept: [Kept] = []
    ) {
        let code = failure.wordedCode
        self.code = String(failure.status.code)
        heading = wording.text("errors.\(code).heading")
        what = failure.reason.map { wording.text($0) } ?? wording.text("errors.\(code).what")
        next =
            code == 429
            ? wording.text("errors.429.next", ["count": .number(max(1, failure.retryAfter ?? 1))])
            : wording.text(code == 404 && signInHref != nil ? "errors.404.visitor" : "errors.\(code).next")
        act =
            [401, 403, 404].contains(code)
            ? signInHref.map { Act(href: $0, label: wording.text("layouts.sign-in")) }
            : backHref.map { Act(href: $0, label: wording.text("errors.back")) }
        reference = failure.reference
        self.kept = kept
    }
}

extension Visit {
    /// The page of a failure, with the headers that machines expect.
    func show(_ failure: Failure) async -> Response {
        let seen = try? await look { _ in () }
        let form = failure.keepsTexts ? try? form() : nil
        let page = ErrorPage(
            failure, wording: wording,
            signInHref: seen?.viewer.member == nil ? signInAddress(returningTo: returnAddress) : nil,
            backHref: request.method == .post && failure.status == .conflict ? referrer : nil,
            kept: form.map { ErrorPage.Kept.all(in: $0, wording: wording) } ?? [])
        var response = show(
            page, profile: seen?.profile, viewer: seen?.viewer ?? .visitor,
            attention: seen?.attention ?? Attention(),
            status: failure.status)
        if let wait = failure.retryAfter { response.headers[.retryAfter] = String(wait) }
        if !failure.allow.isEmpty {
            response.headers[.allow] = failure.allow.map(\.rawValue).joined(separator: ", ")
        }
        return response
    }

    /// Where to sign in, and to come back from there.
    func signInAddress(returningTo path: String) -> String {
        "\(address.signIn)?\(Form([Form.Field(name: "next", value: path)]).encoded)"
    }

    /// A page from which the present act can be tried again: this one, or the page whose button was pressed.
    private var returnAddress: String {
        request.method == .get ? request.target : referrer ?? address.home
    }

    /// The path and query of our own page from which the request came; nil if it came from elsewhere.
    var referrer: String? {
        guard let referrer = request.headers[.referer] else { return nil }
        let host = request.host.map { ["http://\($0)", "https://\($0)"] } ?? []
        for origin in [app.settings.baseURL] + host where referrer.hasPrefix(origin + "/") {
            return String(referrer.dropFirst(origin.count))
        }
        return nil
    }
}

extension App {
    /// The page for a request that no route sees: malformed, too large, too slow, or one too many. Its language is not
    /// known: French first.
    public func refuse(_ status: HTTPResponse.Status) -> Response {
        guard let request = try? Request(.get, "/fr") else { return .plain(status) }
        let visit = Visit(app: self, request: request, parameters: nil)
        let page = ErrorPage(
            Failure(status: status), wording: visit.wording, signInHref: visit.address.signIn)
        var response = visit.show(page, profile: nil, viewer: .visitor, status: status)
        for (name, value) in SecurityHeaders.all { response.headers[name] = value }
        return response
    }
}
