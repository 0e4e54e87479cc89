import HTTPTypes
import Logging

/// What every connection of a server needs: the application's answers, the limits, and the common counts.
final class Exchange: Sendable {
    let configuration: Server.Configuration
    let respond: @Sendable (Request) async -> Response
    let bodyLimit: @Sendable (HTTPRequest.Method, [String]) -> BodyLimit
    let refuse: @Sendable (HTTPResponse.Status) -> Response
    let logger: Logger
    let load = Load()

    init(
        configuration: Server.Configuration, logger: Logger,
        bodyLimit: @escaping @Sendable (HTTPRequest.Method, [String]) -> BodyLimit,
        refuse: @escaping @Sendable (HTTPResponse.Status) -> Response,
        respond: @escaping @Sendable (Request) async -> Response
    ) {
        self.configuration = configuration
        self.logger = logger
        self.bodyLimit = bodyLimit
        self.refuse = refuse
        self.respond = respond
    }

    /// The request of a head and body that came from `remote`, with what a trusted proxy says of the client.
    func request(_ head: RequestHead, body: [UInt8], isCut: Bool, remote: String, isProxied: Bool) -> Request
    {
        guard isProxied else {
            return Request(head: head, body: body, isCut: isCut, peer: remote, isSecure: false)
        }
        var peer = remote
        var isSecure = false
        for field in head.fields {
            switch field.name.canonicalName {
            case "x-forwarded-proto":
                isSecure = field.value.utf8.span.isCaseInsensitively("https")
            case "x-forwarded-for":
                // From the nearest hop outwards, the first that is not a proxy of ours is the client; all that
                // stands before it is hearsay.
                for hop in field.value.split(separator: ",").reversed() where isTrusted(peer) {
                    let address = String(hop.filter { $0 != " " && $0 != "\t" })
                    guard AddressRange(address) != nil else { break }
                    peer = address
                }
            default: break
            }
        }
        return Request(head: head, body: body, isCut: isCut, peer: peer, isSecure: isSecure)
    }

    func isTrusted(_ address: String) -> Bool {
        configuration.trustedProxies.contains { $0.contains(address) }
    }
}
