public import HTTPTypes

/// An answer: a status, header fields and a body.
///
/// `Date`, `Content-Length` and `Connection` are the server's to write; what a handler sets there is ignored, save
/// `Connection: close`. An answer with `ETag` or `Last-Modified` becomes 304 by itself when the client already has it,
/// and a text is compressed for whoever accepts it, unless `Cache-Control: no-transform` says otherwise.
public struct Response: Sendable {
    /// What follows the header.
    public enum Body: Sendable {
        /// Nothing.
        case none
        /// These bytes, made for this answer.
        case bytes([UInt8])
        /// Bytes made once and sent many times, with their compressed form beside them.
        case prepared(Prepared)

        /// What it holds, before compression.
        public var bytes: [UInt8] {
            switch self {
            case .none: []
            case .bytes(let bytes): bytes
            case .prepared(let prepared): prepared.bytes
            }
        }
    }

    /// The status.
    public var status: HTTPResponse.Status
    /// The header fields.
    public var headers: HTTPFields
    /// The body.
    public var body: Body

    /// An answer of these parts.
    public init(_ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: Body = .none) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An HTML page in UTF-8.
    public static func html(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(status, headers: [.contentType: "text/html; charset=utf-8"], body: .bytes(bytes))
    }

    /// A plain text in UTF-8.
    public static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(status, headers: [.contentType: "text/plain; charset=utf-8"], body: .bytes(Array(text.utf8)))
    }

    /// Sends the client to another address: 303 after a form has done its work, 308 for an address that has moved.
    public static func redirect(to location: String, _ status: HTTPResponse.Status = .seeOther) -> Response {
        Response(status, headers: [.location: location])
    }

    /// The short answer in plain text when there is nothing better to show: the status and its name.
    public static func plain(_ status: HTTPResponse.Status) -> Response {
        .text("\(status.code) \(status.reasonPhrase)\n", status: status)
    }

    /// Adds one `Set-Cookie` field.
    public mutating func set(_ cookie: Cookie) {
        headers.append(HTTPField(name: .setCookie, value: cookie.text))
    }
}
