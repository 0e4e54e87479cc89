import HTTPTypes
import NIOCore

/// Reads request heads out of a connection's bytes, strictly as RFC 9112 writes them, so that no other reader in
/// front of this server can understand the same bytes otherwise.
///
/// Lines end with CRLF and nothing else; a field name touches its colon; no line is folded; control characters are
/// refused. Each byte is looked at once, however slowly it arrives.
struct HeadReader {
    let limits: Server.Limits
    private var scanned = 0
    private var lineStart = 0
    private var lines: [Range<Int>] = []

    init(limits: Server.Limits) {
        self.limits = limits
        lines.reserveCapacity(24)
    }

    /// The next head, taken out of `buffer`; nil when more bytes are needed.
    /// - Throws: a `Rejection` as soon as the bytes so far cannot become an acceptable head.
    mutating func next(from buffer: inout ByteBuffer) throws(Rejection) -> RequestHead? {
        if scanned == 0, buffer.getInteger(at: buffer.readerIndex, as: UInt16.self) == 0x0D0A {
            // A line end before a request line is forgiven once (RFC 9112 section 2.2).
            buffer.moveReaderIndex(forwardBy: 2)
        }
        guard try findEnd(in: buffer.readableBytesUInt8Span) else { return nil }
        let head = try parse(buffer.readableBytesUInt8Span)
        buffer.moveReaderIndex(forwardBy: scanned)
        scanned = 0
        lineStart = 0
        lines.removeAll(keepingCapacity: true)
        return head
    }

    private mutating func findEnd(in bytes: Span<UInt8>) throws(Rejection) -> Bool {
        while scanned < bytes.count {
            let byte = bytes[scanned]
            scanned += 1
            guard byte == UInt8(ascii: "\n") else { continue }
            let end = scanned - 2
            guard end >= lineStart, bytes[end] == UInt8(ascii: "\r") else {
                throw Rejection(.badRequest, "bare line feed")
            }
            if end == lineStart {
                guard !lines.isEmpty else { throw Rejection(.badRequest, "no request line") }
                return true
            }
            try checkLength(of: end - lineStart)
            lines.append(lineStart..<end)
            lineStart = scanned
            guard lines.count <= limits.headerFields + 1 else {
                throw Rejection(.requestHeaderFieldsTooLarge, "too many fields")
            }
        }
        try checkLength(of: scanned - lineStart)
        return false
    }

    private func checkLength(of line: Int) throws(Rejection) {
        if lines.isEmpty {
            guard line <= limits.requestLine else { throw Rejection(.uriTooLong, "request line too long") }
        } else if scanned - lines[0].upperBound > limits.headerBytes {
            throw Rejection(.requestHeaderFieldsTooLarge, "header too large")
        }
    }

    private func parse(_ bytes: Span<UInt8>) throws(Rejection) -> RequestHead {
        let line = bytes.extracting(lines[0])
        var methodEnd = 0
        while methodEnd < line.count, line[methodEnd] != UInt8(ascii: " ") { methodEnd += 1 }
        var targetEnd = methodEnd + 1
        while targetEnd < line.count, line[targetEnd] != UInt8(ascii: " ") { targetEnd += 1 }
        guard methodEnd > 0, targetEnd > methodEnd + 1, targetEnd < line.count else {
            throw Rejection(.badRequest, "malformed request line")
        }
        let isHTTP10 = try Self.isHTTP10(line.extracting((targetEnd + 1)..<line.count))
        let method = try Self.method(line.extracting(0..<methodEnd))
        let target = try RequestTarget(line.extracting((methodEnd + 1)..<targetEnd))
        var fields = HTTPFields()
        fields.reserveCapacity(lines.count - 1)
        for line in lines.dropFirst() {
            fields.append(try Self.field(bytes.extracting(line)))
        }
        return try RequestHead(method: method, target: target, fields: fields, isHTTP10: isHTTP10)
    }

    private static func isHTTP10(_ version: Span<UInt8>) throws(Rejection) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard version.count == 8, version.extracting(0..<5).repaired() == "HTTP/",
            digits.contains(version[5]), version[6] == UInt8(ascii: "."), digits.contains(version[7])
        else { throw Rejection(.badRequest, "malformed version") }
        guard version[5] == UInt8(ascii: "1"), version[7] <= UInt8(ascii: "1") else {
            throw Rejection(.httpVersionNotSupported, "other version of HTTP")
        }
        return version[7] == UInt8(ascii: "0")
    }

    private static func method(_ bytes: Span<UInt8>) throws(Rejection) -> HTTPRequest.Method {
        let name = bytes.repaired()
        for method in RequestHead.methods where method.rawValue == name { return method }
        guard HTTPRequest.Method(name) != nil else { throw Rejection(.badRequest, "malformed method") }
        throw Rejection(.notImplemented, "unknown method")
    }

    /// One field line, without its CRLF.
    static func field(_ line: Span<UInt8>) throws(Rejection) -> HTTPField {
        var colon = 0
        while colon < line.count, line[colon] != UInt8(ascii: ":") { colon += 1 }
        // The name's grammar excludes white space, so this also refuses folded lines and "Host :".
        guard colon < line.count, let name = HTTPField.Name(line.extracting(0..<colon).repaired()) else {
            throw Rejection(.badRequest, "malformed field")
        }
        var start = colon + 1
        var end = line.count
        while start < end, isBlank(line[start]) { start += 1 }
        while end > start, isBlank(line[end - 1]) {
            // Allowed around a value, but not every reader takes it away.
            guard line[end - 1] != UInt8(ascii: "\t") else {
                throw Rejection(.badRequest, "tab after a value")
            }
            end -= 1
        }
        for index in start..<end {
            let byte = line[index]
            guard byte >= 0x20 && byte != 0x7F || byte == UInt8(ascii: "\t") else {
                throw Rejection(.badRequest, "control character in field")
            }
        }
        return HTTPField(name: name, value: line.extracting(start..<end).repaired())
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
