/// A cookie to be set on the client: never readable by scripts, never sent along with another site's requests
/// unless by following a link.
public struct Cookie: Sendable {
    /// The name; `__Host-` in front asks the browser to hold it to `Secure`, `Path=/` and this very host.
    public var name: String
    /// The value; a token of ASCII letters, digits, `-` and `_`.
    public var value: String
    /// How long it lives, in seconds; nil until the browser closes, 0 to remove it.
    public var maxAge: Int?
    /// Whether it is sent over HTTPS only.
    public var isSecure: Bool
    /// Where it is sent.
    public var path: String

    /// A cookie of these parts.
    public init(_ name: String, _ value: String, maxAge: Int? = nil, isSecure: Bool, path: String = "/") {
        self.name = name
        self.value = value
        self.maxAge = maxAge
        self.isSecure = isSecure
        self.path = path
    }

    /// The cookie as `Set-Cookie` carries it (RFC 6265 section 4.1). Bytes that would end the value are escaped.
    var text: String {
        var text = name + "=" + PercentCoding.encode(value, keeping: "!#$&'()*+-./:<=>?@[]^_`{|}~")
        text += "; Path=" + path
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        text += "; HttpOnly; SameSite=Lax"
        if isSecure { text += "; Secure" }
        return text
    }
}
