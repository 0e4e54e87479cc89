import Crypto

/// What the platform keeps to itself while people vote: the seed that decides ties, to which it committed when the
/// challenge was published, and the key from which each member's receipt follows. The seed is disclosed with the
/// results; the key is forgotten then.
public struct VoteSecret: Hashable, Sendable {
    /// 64 hexadecimal digits.
    public let seed: String
    /// 32 bytes.
    public let receiptKey: [UInt8]

    public init(seed: String, receiptKey: [UInt8]) {
        self.seed = seed
        self.receiptKey = receiptKey
    }

    /// A secret that nobody could know before.
    public static func random() -> VoteSecret {
        func bytes() -> [UInt8] { SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) } }
        return VoteSecret(seed: Hexadecimal.digits(of: bytes()), receiptKey: bytes())
    }

    /// The receipt of `member`: whoever does not have the key cannot tell whose it is.
    public func receipt(of member: MemberID) -> Receipt {
        Receipt(key: receiptKey, member: member)
    }
}

/// By what a member finds their own ballot among those that are published: 80 bits, told to them alone. With the ballot
/// only its fingerprint is stored and published.
public struct Receipt: Hashable, Sendable, CustomStringConvertible {
    /// 16 digits and letters in groups of four: `7KQF-2M9C-XW4H-0RTB`.
    public let description: String

    /// Letters that are not taken for digits (D. Crockford's base 32).
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    init(key: [UInt8], member: MemberID) {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("receipt \(member)".utf8), using: SymmetricKey(data: key))
        var buffer = 0
        var bits = 0
        var text = ""
        for byte in code.prefix(10) {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                if text.count % 5 == 4 { text.append("-") }
                text.append(Self.alphabet[buffer >> bits & 31])
            }
        }
        description = text
    }

    /// The receipt that somebody typed, in capitals or not, with or without hyphens; nil if it cannot be one.
    public init?(typed text: String) {
        var letters: [Character] = []
        for letter in text.uppercased() where letter != "-" && !letter.isWhitespace {
            let plain: Character =
                switch letter {
                case "O": "0"
                case "I", "L": "1"
                default: letter
                }
            guard Self.alphabet.contains(plain), letters.count < 16 else { return nil }
            letters.append(plain)
        }
        guard letters.count == 16 else { return nil }
        description = stride(from: 0, to: 16, by: 4).map { String(letters[$0..<($0 + 4)]) }.joined(
            separator: "-")
    }

    /// What stands beside the ballot in its stead.
    public var fingerprint: Fingerprint { Fingerprint(of: description) }
}
