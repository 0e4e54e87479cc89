public import Storage

/// A session as its browser would hold it, made from within: for measuring what signed-in people meet.
public struct PreparedSession: Sendable {
    /// What the store has to know: `Store.openSession`.
    public let key: SessionKey
    /// The value of the `Cookie` header.
    public let cookie: String
    /// The value of the field `formToken` of every form.
    public let formToken: String

    /// A fresh session, for a site that is reached over plain HTTP.
    public init() {
        let token = SessionToken.make()
        key = token.key
        cookie = "\(SessionToken.cookieName(isSecure: false))=\(token.text)"
        formToken = FormToken(session: token).masked()
    }
}
