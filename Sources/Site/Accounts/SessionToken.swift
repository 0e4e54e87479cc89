import Crypto
import Domain
import HTTP
import Storage

/// The secret that a browser holds while its owner is signed in. The store knows only its digest.
struct SessionToken: Sendable {
    /// 43 characters of base64url: 256 bits.
    let text: String
    let key: SessionKey

    /// How long a session lasts.
    static let lifetime = Span.days(30)

    /// A token from a cookie; nil if it cannot be one.
    init?(_ text: String) {
        guard text.utf8.count == 43 else { return nil }
        self.init(whole: text)
    }

    private init(whole text: String) {
        self.text = text
        key = SessionKey(digest: Array(SHA256.hash(data: Array(text.utf8))))
    }

    /// A fresh token.
    static func make() -> SessionToken {
        SessionToken(whole: SymmetricKey(size: .bits256).withUnsafeBytes { Base64URL.encode(Array($0)) })
    }

    /// The cookie's name: bound to the host where HTTPS allows it (RFC 6265bis, `__Host-`).
    static func cookieName(isSecure: Bool) -> String { isSecure ? "__Host-essaim" : "essaim" }

    /// The cookie that keeps this token in the browser.
    func cookie(isSecure: Bool) -> Cookie {
        Cookie(
            Self.cookieName(isSecure: isSecure), text, maxAge: Int(Self.lifetime.seconds), isSecure: isSecure)
    }

    /// The cookie that removes it.
    static func removal(isSecure: Bool) -> Cookie {
        Cookie(cookieName(isSecure: isSecure), "", maxAge: 0, isSecure: isSecure)
    }
}

/// Base64 for addresses and cookies (RFC 4648 §5), without padding.
enum Base64URL {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 4 / 3 + 4)
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[Int(buffer >> bits & 63)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << (6 - bits) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }
}

/// The proof, in a form, that the site itself gave it to this browser.
struct FormToken: Sendable {
    private let digest: [UInt8]

    /// The proof for whoever holds `session`. Visitors have no session to abuse; theirs is the same for all, and the
    /// origin of their posts is checked as everybody's.
    init(session: SessionToken?) {
        guard let session else {
            digest = Array(repeating: 0, count: 16)
            return
        }
        digest = Array(SHA256.hash(data: Array(("form:" + session.text).utf8)).prefix(16))
    }

    /// The value of the hidden field, different each time, so that compression of the page cannot reveal it.
    func masked() -> String {
        let mask = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        return Base64URL.encode(mask + zip(mask, digest).map { $0 ^ $1 })
    }

    /// Whether `text` is such a value.
    func matches(_ text: String?) -> Bool {
        guard let bytes = text.flatMap(Base64URL.decode), bytes.count == 32 else { return false }
        var difference: UInt8 = 0
        for index in 0..<16 { difference |= bytes[index] ^ bytes[index + 16] ^ digest[index] }
        return difference == 0
    }
}

extension Base64URL {
    /// The bytes of `text`; nil if it is not base64url.
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for character in text.utf8 {
            let value: UInt32
            switch character {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(character) - 65
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(character) - 71
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(character) + 4
            case UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "_"): value = 63
            default: return nil
            }
            buffer = buffer << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        return bytes
    }
}
