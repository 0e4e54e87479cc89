import Crypto
import Domain
import Storage

/// The secret in a link that only its owner has. The store knows only its digest.
struct LinkSecret: Hashable, Sendable {
    /// 43 characters of base64url: 256 bits.
    let text: String

    /// A secret from an address; nil if it cannot be one.
    init?(_ text: String) {
        guard text.utf8.count == 43, Base64URL.decode(text) != nil else { return nil }
        self.text = text
    }

    private init(whole text: String) {
        self.text = text
    }

    /// A fresh secret.
    static func make() -> LinkSecret {
        LinkSecret(whole: SymmetricKey(size: .bits256).withUnsafeBytes { Base64URL.encode(Array($0)) })
    }

    /// Its SHA-256.
    var digest: SecretDigest { SecretDigest(bytes: Fingerprint(of: text).bytes) }
}
