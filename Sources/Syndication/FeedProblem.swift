/// Why a feed cannot be written.
public enum FeedProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Two items have the same identifier: readers would drop one.
    case repeatedIdentifier(String)
    /// An address or an identifier does not begin with a scheme.
    case relativeAddress(String)
    /// libxml2 refused a step, for instance for want of memory.
    case writing(String)

    public var description: String {
        switch self {
        case .repeatedIdentifier(let identifier): "two items are called \(identifier)"
        case .relativeAddress(let address): "\"\(address)\" is not an absolute address"
        case .writing(let step): "XML cannot be written: \(step)"
        }
    }
}

extension Feed {
    /// Refuses what readers and validators refuse.
    func check() throws(FeedProblem) {
        for address in [identifier, address, feedAddress] + (icon.map { [$0] } ?? []) {
            try Feed.checkAbsolute(address)
        }
        var seen: Set<String> = []
        for item in items {
            try Feed.checkAbsolute(item.identifier)
            try Feed.checkAbsolute(item.address)
            if !seen.insert(item.identifier).inserted {
                throw .repeatedIdentifier(item.identifier)
            }
        }
    }

    private static func checkAbsolute(_ address: String) throws(FeedProblem) {
        let absolute = ["https://", "http://", "tag:", "urn:"].contains { address.hasPrefix($0) }
        // Nothing below U+0021 and no bracket may stand in an address (RFC 3986).
        let clean = address.utf8.allSatisfy { byte in
            switch byte {
            case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
            default: true
            }
        }
        if !absolute || !clean { throw .relativeAddress(address) }
    }
}
