import Domain
import HTTP
import HTTPTypes
import Synchronization
import Testing

@testable import Site

/// A browser without JavaScript: it keeps cookies, follows redirections, and presses only the buttons that a page shows.
final class Browser: Sendable {
    let town: Town
    let member: MemberID?
    private let cookies: Mutex<[String: String]>

    init(town: Town, member: MemberID?, session: String?) {
        self.town = town
        self.member = member
        cookies = Mutex(session.map { [SessionToken.cookieName(isSecure: false): $0] } ?? [:])
    }

    /// The member who sits before it.
    func requireMember() throws -> MemberID {
        guard let member else { throw TownTrouble("nobody is signed in") }
        return member
    }

    /// The value of a cookie.
    func cookie(_ name: String) -> String? { cookies.withLock { $0[name] } }

    /// Opens an address, following redirections.
    func open(_ target: String) async throws -> Sheet {
        try await send(.get, target)
    }

    /// Sends a form's fields; used by buttons.
    func post(_ target: String, _ fields: [(String, String)], referrer: String? = nil) async throws -> Sheet {
        let form = Form(fields.map { Form.Field(name: $0.0, value: $0.1) })
        return try await send(.post, target, body: Array(form.encoded.utf8), referrer: referrer)
    }

    /// Sends a form's fields with files, as a form that says so does.
    func post(
        _ target: String, _ fields: [(String, String)], files: [ChosenFile], cutting missing: Int = 0,
        referrer: String? = nil
    ) async throws -> Sheet {
        let boundary = "----townBoundary"
        var body: [UInt8] = []
        for (name, value) in fields {
            body += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            body += Array(
                """
                --\(boundary)\r\nContent-Disposition: form-data; name="\(file.field)"; filename="\(file.name)"\r\n\
                Content-Type: application/octet-stream\r\n\r\n
                """.utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--\r\n".utf8)
        return try await send(
            .post, target, body: Array(body.dropLast(missing)), isCut: missing > 0,
            type: "multipart/form-data; boundary=\(boundary)", referrer: referrer)
    }

    /// One exchange, without following a redirection.
    func exchange(
        _ method: HTTPRequest.Method, _ target: String, body: [UInt8] = [], isCut: Bool = false,
        headers extra: HTTPFields = [:], referrer: String? = nil
    ) async throws -> Response {
        var headers = extra
        let jar = cookies.withLock { $0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } }
        if !jar.isEmpty { headers[.cookie] = jar.joined(separator: "; ") }
        if method == .post, headers[.contentType] == nil {
            headers[.contentType] = "application/x-www-form-urlencoded"
        }
        if method == .post, headers[.origin] == nil { headers[.origin] = "http://town.example" }
        if let referrer { headers[.referer] = "http://town.example\(referrer)" }
        let path =
            target.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init) ?? target
        let response = await town.app.respond(
            to: try Request(method, path, headers: headers, body: body, isCut: isCut))
        for field in response.headers where field.name == .setCookie { keep(field.value) }
        return response
    }

    private func send(
        _ method: HTTPRequest.Method, _ target: String, body: [UInt8] = [], isCut: Bool = false,
        type: String? = nil, referrer: String? = nil
    ) async throws -> Sheet {
        var method = method
        var target = target
        var body = body
        var isCut = isCut
        for _ in 0..<6 {
            let headers: HTTPFields = method == .post ? type.map { [.contentType: $0] } ?? [:] : [:]
            let response = try await exchange(
                method, target, body: body, isCut: isCut, headers: headers, referrer: referrer)
            guard response.status.kind == .redirection, let next = response.headers[.location] else {
                return Sheet(browser: self, target: target, response: response)
            }
            target = next.hasPrefix("http://town.example") ? String(next.dropFirst(19)) : next
            method = .get
            body = []
            isCut = false
        }
        throw TownTrouble("redirected without end at \(target)")
    }

    private func keep(_ text: String) {
        let parts = text.split(separator: ";").map { $0.drop { $0 == " " } }
        guard let pair = parts.first, let equals = pair.firstIndex(of: "=") else { return }
        let name = String(pair[..<equals])
        let value = String(pair[pair.index(after: equals)...])
        cookies.withLock { $0[name] = parts.contains("Max-Age=0") ? nil : value }
    }
}

/// A file that somebody chose in a form.
struct ChosenFile: Sendable, CustomTestStringConvertible {
    let field: String
    let name: String
    let bytes: [UInt8]

    /// Told without its bytes: ten million of them take seconds to print.
    var testDescription: String { name }
}

/// A page in a browser.
struct Sheet {
    let browser: Browser
    /// The address at which one arrived.
    let target: String
    let response: Response

    var status: Int { response.status.code }

    var bytes: [UInt8] { response.body.bytes }

    var source: String { String(decoding: bytes, as: UTF8.self) }

    func root() throws -> Element {
        guard let root = Element.parse(bytes) else { throw TownTrouble("no page at \(target)") }
        return root
    }

    /// The text of the main part.
    func text() throws -> String {
        let root = try root()
        return (root.all("main").first ?? root).text
    }

    /// The visible labels of all buttons.
    func buttons() throws -> [String] { try root().all("button").map(\.text) }

    /// Whether a button's label begins with `label`.
    func has(button label: String) throws -> Bool { try buttons().contains { $0.hasPrefix(label) } }

    /// The links whose text begins with `label`.
    func links(_ label: String) throws -> [String] {
        try root().all("a").filter { $0.text.hasPrefix(label) }.compactMap { $0.attributes["href"] }
    }

    /// Follows the first link whose text begins with `label`.
    func follow(_ label: String) async throws -> Sheet {
        guard let href = try links(label).first else { throw TownTrouble("no link “\(label)” at \(target)") }
        return try await browser.open(href)
    }

    /// Presses the first button whose label begins with `label`, after typing `typed` into its form.
    func press(
        _ label: String, typing typed: [String: String] = [:], choosing files: [ChosenFile] = [],
        cutting missing: Int = 0, ofButtons place: Int = 0
    ) async throws -> Sheet {
        let root = try root()
        guard let button = root.all("button").filter({ $0.text.hasPrefix(label) }).dropFirst(place).first
        else {
            throw TownTrouble("no button “\(label)” at \(target); there are \(try buttons())")
        }
        guard let form = button.enclosing("form") else { throw TownTrouble("“\(label)” is in no form") }
        var fields = Self.fields(of: form)
        for (name, value) in typed {
            guard form.first(where: { $0.attributes["name"] == name }) != nil else {
                throw TownTrouble("the form of “\(label)” has no field “\(name)”; it has \(fields.map(\.0))")
            }
            fields.removeAll { $0.0 == name }
            fields.append((name, value))
        }
        if let name = button.attributes["name"] { fields.append((name, button.attributes["value"] ?? "")) }
        let action = form.attributes["action"].flatMap { $0.isEmpty ? nil : $0 } ?? target
        if form.attributes["enctype"] == "multipart/form-data" {
            for file in files {
                guard form.first(where: { $0.attributes["name"] == file.field }) != nil else {
                    throw TownTrouble("the form of “\(label)” has no field for files “\(file.field)”")
                }
            }
            return try await browser.post(
                action, fields, files: files, cutting: missing, referrer: target)
        }
        if form.attributes["method"]?.lowercased() == "post" {
            return try await browser.post(action, fields, referrer: target)
        }
        return try await browser.open(
            "\(action)?\(Form(fields.map { Form.Field(name: $0.0, value: $0.1) }).encoded)")
    }

    /// What a form would send as it stands.
    static func fields(of form: Element) -> [(String, String)] {
        var fields: [(String, String)] = []
        for element in form.all(where: { ["input", "textarea", "select"].contains($0.name) }) {
            guard let name = element.attributes["name"], element.attributes["disabled"] == nil else {
                continue
            }
            switch element.name {
            case "textarea":
                fields.append((name, element.rawText))
            case "select":
                let options = element.all("option")
                let chosen = options.first { $0.attributes["selected"] != nil } ?? options.first
                if let chosen { fields.append((name, chosen.attributes["value"] ?? chosen.text)) }
            default:
                let kind = element.attributes["type"] ?? "text"
                if kind == "submit" || kind == "file"
                    || (["checkbox", "radio"].contains(kind) && element.attributes["checked"] == nil)
                {
                    continue
                }
                fields.append((name, element.attributes["value"] ?? ""))
            }
        }
        return fields
    }
}
