import HTTPTypes
import NIOCore

/// What a response becomes for one request: the form of the body that the client wants, or 304, and the fields to
/// match. Every rule about representations is here and nowhere else.
struct Delivery {
    private(set) var status: HTTPResponse.Status
    private(set) var fields: HTTPFields
    private(set) var payload: ByteBuffer
    /// The value of `Content-Length`; nil where the field must be absent.
    private(set) var length: Int?
    let closes: Bool

    init(_ response: Response, to head: RequestHead, deflater: Deflater?) {
        status = response.status
        fields = response.headers
        closes = fields[.connection]?.lowercased() == "close"
        let isReading = head.method == .get || head.method == .head
        let (identity, isWorth) = Self.body(of: response)
        var isCompressed = false
        if isWorth {
            Self.addVary(to: &fields)
            isCompressed = Compression.prefersGzip(head.fields[.acceptEncoding])
        }
        if isReading, status == .ok, Condition.isMet(request: head.fields, response: fields) {
            status = .notModified
            if isCompressed { Self.markTag(in: &fields) }
            Condition.trim(&fields)
            payload = ByteBuffer()
            length = nil
            return
        }
        payload = identity
        if isCompressed, let packed = Self.compressed(response.body, deflater) {
            payload = packed
            fields[.contentEncoding] = "gzip"
            Self.markTag(in: &fields)
        }
        if status.kind == .informational || status == .noContent || status == .notModified {
            payload = ByteBuffer()
            length = nil
        } else {
            length = payload.readableBytes
        }
        if head.method == .head { payload = ByteBuffer() }
    }

    /// The delivery of an answer to a message that could not be read: as it is, neither compressed nor compared.
    init(refusing response: Response) {
        status = response.status
        fields = response.headers
        payload = Self.body(of: response).identity
        length = payload.readableBytes
        closes = true
    }

    private static func body(of response: Response) -> (identity: ByteBuffer, isWorthCompressing: Bool) {
        switch response.body {
        case .none: return (ByteBuffer(), false)
        case .prepared(let prepared): return (prepared.identity, prepared.compressed != nil)
        case .bytes(let bytes):
            let isWorth =
                bytes.count >= Compression.smallest && Compression.suits(response.headers[.contentType])
                && !response.headers.contains(.contentEncoding)
                && response.headers[.cacheControl]?.contains("no-transform") != true
            return (ByteBuffer(bytes: bytes), isWorth)
        }
    }

    private static func compressed(_ body: Response.Body, _ deflater: Deflater?) -> ByteBuffer? {
        switch body {
        case .none: nil
        case .prepared(let prepared): prepared.compressed
        case .bytes(let bytes): deflater?.gzip(bytes.span)
        }
    }

    private static func addVary(to fields: inout HTTPFields) {
        guard let vary = fields[.vary] else {
            fields.append(HTTPField(name: .vary, value: "Accept-Encoding"))
            return
        }
        if vary != "*", !vary.lowercased().contains("accept-encoding") {
            fields[.vary] = vary + ", Accept-Encoding"
        }
    }

    private static func markTag(in fields: inout HTTPFields) {
        guard let tag = fields[.eTag].flatMap({ EntityTag.list($0).first }) else { return }
        fields[.eTag] = EntityTag(tag.opaque + Compression.tagSuffix, isWeak: tag.isWeak).text
    }
}

extension ByteBuffer {
    /// Writes a status line and the fields, with those that only the server knows.
    mutating func writeHead(of delivery: Delivery, date: String, connection: String?) {
        writeStaticString("HTTP/1.1 ")
        writeString("\(delivery.status.code) ")
        writeString(delivery.status.reasonPhrase)
        writeStaticString("\r\nDate: ")
        writeString(date)
        for field in delivery.fields {
            switch field.name {
            case .date, .contentLength, .transferEncoding, .connection: continue
            default:
                writeStaticString("\r\n")
                writeString(field.name.rawName)
                writeStaticString(": ")
                writeString(field.value)
            }
        }
        if let length = delivery.length {
            writeStaticString("\r\nContent-Length: ")
            writeString("\(length)")
        }
        if let connection {
            writeStaticString("\r\nConnection: ")
            writeString(connection)
        }
        writeStaticString("\r\n\r\n")
    }
}
