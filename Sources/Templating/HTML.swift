/// Markup that is already safe to send: the only type which templates insert without escaping.
public struct HTML: Sendable, Hashable {
    /// The markup as it will be sent.
    public let markup: String

    /// Takes the caller's word that `markup` is safe. Every use of this initializer is a place to review.
    public init(trusted markup: String) {
        self.markup = markup
    }

    /// Turns any text into markup that shows exactly this text.
    public init(escaping text: String) {
        var buffer = PageBuffer(capacity: text.utf8.count + 64)
        buffer.appendEscaped(text)
        markup = buffer.text
    }

    /// No markup at all.
    public static let empty = HTML(trusted: "")

    /// One markup after the other.
    public static func + (left: HTML, right: HTML) -> HTML {
        HTML(trusted: left.markup + right.markup)
    }
}
