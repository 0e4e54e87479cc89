import HTTPTypes

/// A request line and its header fields, found correct.
struct RequestHead: Sendable {
    /// How the length of the body is told.
    enum Framing: Sendable, Equatable {
        case empty
        case length(Int)
        case chunked
    }

    let method: HTTPRequest.Method
    let target: RequestTarget
    let fields: HTTPFields
    let framing: Framing
    let isHTTP10: Bool
    let keepsAlive: Bool
    let expectsContinue: Bool
}

extension RequestHead {
    /// The methods this server knows; any other is 501, `CONNECT` and `TRACE` among them.
    static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]

    /// Checks what RFC 9110 and 9112 ask of the fields together.
    /// - Throws: a `Rejection` for a missing, doubled or malformed `Host`, an ambiguous length, a transfer coding
    ///   other than `chunked`, or an expectation other than `100-continue`.
    init(
        method: HTTPRequest.Method, target: RequestTarget, fields: HTTPFields, isHTTP10: Bool
    ) throws(Rejection) {
        var hosts = 0
        var length: Int?
        var isChunked = false
        var closes = isHTTP10
        var expectsContinue = false
        for field in fields {
            switch field.name {
            case let name where name.canonicalName == "host":
                hosts += 1
                guard hosts == 1 else { throw Rejection(.badRequest, "doubled Host") }
                guard Authority.isValid(field.value.utf8.span) else {
                    throw Rejection(.badRequest, "malformed Host")
                }
            case .contentLength:
                guard length == nil, let value = Self.decimal(field.value) else {
                    throw Rejection(.badRequest, "doubled or malformed Content-Length")
                }
                length = value
            case .transferEncoding:
                guard !isChunked, !isHTTP10 else {
                    throw Rejection(.badRequest, "unusable Transfer-Encoding")
                }
                guard field.value.utf8.span.isCaseInsensitively("chunked") else {
                    throw Rejection(.notImplemented, "unknown transfer coding")
                }
                isChunked = true
            case .connection:
                for option in field.value.split(separator: ",") {
                    let option = option.filter { $0 != " " && $0 != "\t" }
                    if option.utf8.span.isCaseInsensitively("close") {
                        closes = true
                    } else if isHTTP10, option.utf8.span.isCaseInsensitively("keep-alive") {
                        closes = false
                    }
                }
            case .expect:
                guard field.value.utf8.span.isCaseInsensitively("100-continue") else {
                    throw Rejection(.expectationFailed, "unknown expectation")
                }
                expectsContinue = !isHTTP10
            default: break
            }
        }
        guard hosts == 1 || isHTTP10 else { throw Rejection(.badRequest, "no Host") }
        guard !isChunked || length == nil else {
            throw Rejection(.badRequest, "both Content-Length and Transfer-Encoding")
        }
        self.method = method
        self.target = target
        self.isHTTP10 = isHTTP10
        self.expectsContinue = expectsContinue
        framing = isChunked ? .chunked : length.map { $0 == 0 ? .empty : .length($0) } ?? .empty
        keepsAlive = !closes
        var fields = fields
        if let authority = target.authority,
            let host = fields.firstIndex(where: { $0.name.canonicalName == "host" })
        {
            fields[host].value = authority
        }
        self.fields = fields
    }

    private static func decimal(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 18 else { return nil }
        var value = 0
        for byte in text.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
