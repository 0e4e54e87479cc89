import ArgumentParser
import Domain
import Foundation
import HTTP
import Logging
import Site
import Storage

/// Serves the site until it is asked to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the site.")

    @Option(help: "Address to listen on.") var host = "127.0.0.1"
    @Option(help: "Port to listen on; 0 lets the system choose.") var port = 8080
    @Option(help: "The database's file.") var database = "essaim.sqlite"
    @Option(help: "The folder that holds Templates and Public.") var home = "."
    @Option(help: "Where people reach the site.") var baseURL: String?
    @Flag(help: "Read templates again at each page, show the gallery.") var development = false

    func run() async throws {
        let store = try Store(path: database)
        try await store.migrate()
        let origin = try await store.origin()
        let settings = Settings(
            baseURL: baseURL ?? "http://\(host):\(port)", isDevelopment: development,
            isDemonstration: origin == .demonstration)
        let logger = Logger(label: "essaim")
        let app = try App(store: store, settings: settings, home: home, logger: logger) {
            Timestamp(seconds: Int64(Date().timeIntervalSince1970))
        }
        let server = Server(
            configuration: Server.Configuration(host: host, port: port), logger: logger,
            bodyLimit: { app.bodyLimit($0, $1) }, refuse: { app.refuse($0) },
            respond: { await app.respond(to: $0) })
        try await server.start()
        await server.waitUntilClosed()
    }
}
