public import HTTPTypes

/// One request, whole: its body has been read and is within the route's limit, unless the route takes cut ones.
public struct Request: Sendable {
    /// The method; one of GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS.
    public let method: HTTPRequest.Method
    /// The path, percent-decoded once. Starts with "/"; has no dot segment, no NUL, no control character.
    public var path: String { address.path }
    /// The path's parts between slashes, decoded: none for "/", a last empty one after a trailing slash.
    public var segments: [String] { address.segments }
    /// The target as the client wrote it, path and query, in origin form.
    public var target: String { address.raw }
    /// The decoded query.
    public var query: Form { address.query }
    /// The header fields as they came, repeated ones kept.
    public let headers: HTTPFields
    /// The body; empty when there is none.
    public let body: [UInt8]
    /// Whether the body was longer than its route keeps (``BodyLimit/surplus``): its end is missing.
    public let isCut: Bool
    /// The client's address, without port. A trusted proxy's word is taken for it (`X-Forwarded-For`).
    public let peer: String
    /// Whether the client spoke HTTPS to a trusted proxy (`X-Forwarded-Proto`).
    public let isSecure: Bool
    private let address: RequestTarget

    init(head: RequestHead, body: [UInt8], isCut: Bool = false, peer: String, isSecure: Bool) {
        method = head.method
        address = head.target
        headers = head.fields
        self.body = body
        self.isCut = isCut
        self.peer = peer
        self.isSecure = isSecure
    }

    /// A request made by hand, for tests and for answering one's own pages.
    /// - Parameters:
    ///   - method: the method.
    ///   - target: path and query, as on a request line.
    ///   - headers: the header fields; no `Host` is demanded here.
    ///   - body: the body.
    ///   - isCut: whether the end of the body is missing.
    ///   - peer: the client's address.
    ///   - isSecure: whether it came over HTTPS.
    /// - Throws: when the target would be refused on the wire.
    public init(
        _ method: HTTPRequest.Method = .get, _ target: String, headers: HTTPFields = [:], body: [UInt8] = [],
        isCut: Bool = false, peer: String = "127.0.0.1", isSecure: Bool = false
    ) throws {
        self.method = method
        address = try RequestTarget(target.utf8.span)
        self.headers = headers
        self.body = body
        self.isCut = isCut
        self.peer = peer
        self.isSecure = isSecure
    }

    /// The `Host` that the client addressed, or the authority of an absolute target, port included.
    public var host: String? { headers.first { $0.name.canonicalName == "host" }?.value }

    /// The value of the first cookie of that name.
    public func cookie(_ name: String) -> String? {
        for field in headers where field.name == .cookie {
            for pair in field.value.utf8.split(separator: UInt8(ascii: ";")) {
                let pair = pair.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
                if pair[..<equals].elementsEqual(name.utf8) {
                    return String(Substring(pair[pair.index(after: equals)...]))
                }
            }
        }
        return nil
    }

    /// The body as a form; an empty body is an empty form whatever its type.
    /// - Throws: `Form.Failure` when the body is of another type, too long, or badly encoded.
    public func form(limits: Form.Limits = Form.Limits()) throws(Form.Failure) -> Form {
        guard !body.isEmpty else { return Form() }
        let parts = (headers[.contentType] ?? "").lowercased().split(separator: ";").map { part in
            part.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        }
        guard parts.first == "application/x-www-form-urlencoded" else { throw .unsupportedType }
        for part in parts.dropFirst() where part.hasPrefix("charset=") {
            guard part == "charset=utf-8" else { throw .unsupportedType }
        }
        return try Form(decoding: body, limits: limits)
    }
}
