import Domain
import HTTP
import HTTPTypes

/// Where somebody goes back to once signed in: a page of this site, whatever the link said.
struct ReturnAddress: Sendable {
    /// Path and query; empty for nowhere in particular.
    let target: String

    static let none = ReturnAddress(target: "")

    private init(target: String) {
        self.target = target
    }

    /// Keeps `text` if it is one of our own pages, other than those for signing in. It is read as a request's target
    /// would be, so that nothing which a browser understands otherwise (`//elsewhere`, `/\elsewhere`) can pass.
    init(_ text: String?, in app: App) {
        guard let text, text.utf8.count <= 1_000, text.hasPrefix("/"), !text.contains("\\"),
            let request = try? Request(.get, text), request.target == text,
            request.segments.first.flatMap(Language.init) != nil,
            case .found = app.find(.get, request.segments),
            !["sign-in", "sign-up"].contains(request.segments.dropFirst().first)
        else {
            target = ""
            return
        }
        target = text
    }
}

extension Visit {
    /// Where the visitor wants to go back to, by a form that was posted or by the query.
    func returnAddress(in form: Form? = nil) -> ReturnAddress {
        ReturnAddress((form ?? request.query)["next"], in: app)
    }

    /// Leads back there, or home.
    func redirect(to place: ReturnAddress, saying notice: Notice? = nil) -> Response {
        redirect(to: place.target.isEmpty ? address.home : place.target, saying: notice)
    }
}
