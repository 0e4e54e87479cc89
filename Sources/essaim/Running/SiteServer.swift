import Domain
import Glibc
import HTTP
import Logging
import Site
import Storage

/// A site and the server before it.
struct SiteServer {
    let app: App
    let server: Server
    let address: Server.Address

    /// Where people on this machine reach it.
    var origin: String { Self.origin(address.host, address.port) }

    /// Makes the site and starts to listen.
    ///
    /// - Parameters:
    ///   - store: What it shows.
    ///   - home: The folder that holds `Templates` and `Public`.
    ///   - place: Where to listen; port 0 is a free one.
    ///   - logger: Told of starting and stopping.
    ///   - settings: Makes the site's settings of the address at which it will be reached.
    /// - Returns: The site, served.
    /// - Throws: what `App` throws, and a `ConfigurationFault` if the address cannot be listened on.
    static func start(
        _ store: Store, home: String, at place: Server.Configuration, logger: Logger,
        settings: (String) -> Settings
    ) async throws -> SiteServer {
        var place = place
        if place.port == 0 { place.port = try freePort(at: place.host) }
        let app = try App(
            store: store, settings: settings(origin(place.host, place.port)), home: home, logger: logger
        ) { .now }
        let server = Server(
            configuration: place, logger: logger, bodyLimit: { app.bodyLimit($0, $1) },
            refuse: { app.refuse($0) }, respond: { await app.respond(to: $0) })
        do {
            return SiteServer(app: app, server: server, address: try await server.start())
        } catch {
            throw ConfigurationFault("cannot listen on \(place.host), port \(place.port): \(error)")
        }
    }

    private static func origin(_ host: String, _ port: Int) -> String {
        let reachable = ["0.0.0.0", "::"].contains(host) ? "localhost" : host
        return "http://\(reachable.contains(":") ? "[\(reachable)]" : reachable):\(port)"
    }

    /// A port that is free at this moment: links and feeds name it before the server has it.
    private static func freePort(at host: String) throws -> Int {
        let isSix = host.contains(":")
        let descriptor = socket(isSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in6()
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                generic.pointee.sa_family = sa_family_t(isSix ? AF_INET6 : AF_INET)
                return bind(descriptor, generic, length) == 0
                    && getsockname(descriptor, generic, &length) == 0
            }
        }
        guard descriptor >= 0, bound else { throw ConfigurationFault("the system gives no free port") }
        // The port stands at the same place in both kinds of address.
        return Int(UInt16(bigEndian: address.sin6_port))
    }
}
