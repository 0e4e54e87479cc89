import HTTPTypes

/// Why a message is refused before any handler sees it: the connection answers with this status and closes.
struct Rejection: Error {
    let status: HTTPResponse.Status
    /// For the log, in a few words; never shown to the client.
    let reason: String

    init(_ status: HTTPResponse.Status, _ reason: StaticString) {
        self.status = status
        self.reason = "\(reason)"
    }
}
