/// The validator of one state of one resource (RFC 9110 section 8.8.3).
public struct EntityTag: Sendable, Equatable {
    /// What stands between the quotes.
    public let opaque: String
    /// Whether equal tags promise equal meaning only, not equal bytes.
    public let isWeak: Bool

    /// A tag made by hand, for instance of a version number. Characters that a tag cannot hold are left out.
    public init(_ opaque: String, isWeak: Bool = false) {
        self.opaque = String(
            decoding: opaque.utf8.filter { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 }, as: UTF8.self)
        self.isWeak = isWeak
    }

    /// The tag of exactly these bytes: their 128-bit fingerprint.
    public static func strong(of bytes: [UInt8]) -> EntityTag {
        EntityTag(Fingerprint(of: bytes.span).text)
    }

    /// The tag as a header field carries it.
    public var text: String { isWeak ? "W/\"\(opaque)\"" : "\"\(opaque)\"" }

    /// The tags of an `If-None-Match` or `ETag` value; what is malformed is passed over.
    static func list(_ value: String) -> [EntityTag] {
        var tags: [EntityTag] = []
        var rest = Array(value.utf8)[...]
        while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
            let isWeak = rest[..<quote].suffix(2).elementsEqual("W/".utf8)
            rest = rest[(quote + 1)...]
            guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { break }
            tags.append(EntityTag(String(decoding: rest[..<end], as: UTF8.self), isWeak: isWeak))
            rest = rest[(end + 1)...]
        }
        return tags
    }
}
