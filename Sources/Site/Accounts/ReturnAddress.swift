import Domain
import HTTP
import HTTPTypes

/// Where somebody goes back to once signed in: a page of this site, whatever the link said.
struct ReturnAddress: Sendable {
    /// Path, query and the place on the page; empty for nowhere in particular.
    let target: String

    static let none = ReturnAddress(target: "")

    private init(target: String) {
        self.target = target
    }

    /// Keeps `text` if it is one of our own pages, other than those for signing in. It is read as a request's target
    /// would be, so that nothing which a browser understands otherwise (`//elsewhere`, `/\elsewhere`) can pass.
    init(_ text: String?, in app: App) {
        let parts = text?.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false) ?? []
        let path = parts.first.map(String.init) ?? ""
        let place = parts.count > 1 ? parts[1] : ""
        guard let text, text.utf8.count <= 1_000, path.hasPrefix("/"), !path.contains("\\"),
            place.utf8.allSatisfy(Self.isPlain),
            let request = try? Request(.get, path), request.target == path,
            request.segments.first.flatMap(Language.init) != nil,
            case .found = app.find(.get, request.segments),
            !["sign-in", "sign-up"].contains(request.segments.dropFirst().first)
        else {
            target = ""
            return
        }
        target = text
    }

    /// The same place in `language`.
    func inLanguage(_ language: Language) -> String {
        target.isEmpty ? "" : "/\(language.rawValue)\(target.dropFirst().drop { !"/?#".contains($0) })"
    }

    /// Whether a byte may stand in the name of a place on our pages.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension Visit {
    /// Where the visitor wants to go back to, by a form that was posted or by the query.
    func returnAddress(in form: Form? = nil) -> ReturnAddress {
        ReturnAddress((form ?? request.query)["next"], in: app)
    }

    /// The query of the same page in `language`. Where one wants to go back to is in that language too, and is kept
    /// when a form that holds it was refused.
    func query(in language: Language) -> Form {
        let form = request.method == .post ? try? form() : nil
        let kept = returnAddress(in: form?["next"] == nil ? nil : form).inLanguage(language)
        return request.query.setting("next", to: kept.isEmpty ? nil : kept)
    }

    /// Leads back there, or home.
    func redirect(to place: ReturnAddress, saying notice: Notice? = nil) -> Response {
        redirect(to: place.target.isEmpty ? address.home : place.target, saying: notice)
    }
}
