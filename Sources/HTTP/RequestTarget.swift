import HTTPTypes

/// What a request line asks for, decoded once.
struct RequestTarget: Sendable {
    /// The target as it was sent, in origin form (`/ideas/12?sort=new`).
    let raw: String
    /// The decoded path; starts with "/".
    let path: String
    /// The decoded parts between slashes; none for "/", a last empty one for a trailing slash.
    let segments: [String]
    let query: Form
    /// The authority of an absolute-form target, which takes the place of `Host` (RFC 9112 section 3.2.2).
    let authority: String?

    /// Reads an origin-form or absolute-form target.
    /// - Throws: a `Rejection` for the other forms, for bytes that no address holds, for bad escapes, for dot
    ///   segments and for escaped slashes, which would make a path ambiguous.
    init(_ bytes: Span<UInt8>) throws(Rejection) {
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
                UInt8(ascii: "\\"):
                throw Rejection(.badRequest, "forbidden character in target")
            case 0x21...0x7E: break
            default: throw Rejection(.badRequest, "target is not visible ASCII")
            }
        }
        var start = 0
        if bytes.count > 0, bytes[0] != UInt8(ascii: "/") {
            var schemeEnd = 0
            if bytes.count > 7, bytes.extracting(0..<7).isCaseInsensitively("http://") {
                schemeEnd = 7
            } else if bytes.count > 8, bytes.extracting(0..<8).isCaseInsensitively("https://") {
                schemeEnd = 8
            } else {
                throw Rejection(.badRequest, "target is neither origin form nor absolute form")
            }
            start = schemeEnd
            while start < bytes.count, bytes[start] != UInt8(ascii: "/"), bytes[start] != UInt8(ascii: "?") {
                start += 1
            }
            let authority = bytes.extracting(schemeEnd..<start)
            guard Authority.isValid(authority) else {
                throw Rejection(.badRequest, "malformed authority in target")
            }
            self.authority = authority.repaired()
        } else {
            authority = nil
        }
        var pathEnd = start
        while pathEnd < bytes.count, bytes[pathEnd] != UInt8(ascii: "?") { pathEnd += 1 }
        if pathEnd < bytes.count {
            do {
                query = try Form(
                    decoding: bytes.extracting((pathEnd + 1)..<bytes.count),
                    limits: Form.Limits(fields: 100, nameLength: 256, valueLength: bytes.count))
            } catch {
                throw Rejection(.badRequest, "malformed query")
            }
        } else {
            query = Form()
        }
        if start == pathEnd {
            guard authority != nil else { throw Rejection(.badRequest, "empty target") }
            raw = "/" + bytes.extracting(start..<bytes.count).repaired()
            path = "/"
            segments = []
        } else {
            raw = bytes.extracting(start..<bytes.count).repaired()
            segments = try Self.segments(of: bytes.extracting(start..<pathEnd))
            path = "/" + segments.joined(separator: "/")
        }
    }

    private static func segments(of path: Span<UInt8>) throws(Rejection) -> [String] {
        guard path.count > 1 else { return [] }
        var segments: [String] = []
        var start = 1
        while start <= path.count {
            var end = start
            while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
            guard let segment = PercentCoding.decode(path.extracting(start..<end)) else {
                throw Rejection(.badRequest, "bad encoding in path")
            }
            guard segment != "." && segment != ".." else {
                throw Rejection(.badRequest, "dot segment in path")
            }
            for byte in segment.utf8 where byte < 0x20 || byte == 0x7F || byte == 0x2F || byte == 0x5C {
                throw Rejection(.badRequest, "escaped slash or control character in path")
            }
            segments.append(segment)
            start = end + 1
        }
        return segments
    }
}

/// The `host[:port]` of a `Host` field or of an absolute target.
enum Authority {
    /// Whether the bytes are a registered name, an IPv4 address or a bracketed IPv6 address, with or without a port.
    static func isValid(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 0, bytes.count <= 260 else { return false }
        var index = 0
        if bytes[0] == UInt8(ascii: "[") {
            index = 1
            while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
                guard
                    PercentCoding.hexadecimalValue(of: bytes[index]) != nil
                        || bytes[index] == UInt8(ascii: ":")
                        || bytes[index] == UInt8(ascii: ".")
                else { return false }
                index += 1
            }
            guard index > 2, index < bytes.count else { return false }
            index += 1
        } else {
            while index < bytes.count, bytes[index] != UInt8(ascii: ":") {
                switch bytes[index] {
                case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): break
                case let byte where PercentCoding.isAlphanumeric(byte): break
                default: return false
                }
                index += 1
            }
            guard index > 0 else { return false }
        }
        guard index < bytes.count else { return true }
        guard bytes[index] == UInt8(ascii: ":"), bytes.count - index <= 6 else { return false }
        var port = 0
        index += 1
        while index < bytes.count {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return false }
            port = port * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            index += 1
        }
        return port <= 65_535
    }
}
