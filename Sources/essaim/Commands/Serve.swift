import ArgumentParser
import Domain
import FoundationEssentials
import HTTP
import Logging
import Site
import Storage

/// Serves the site until it is asked to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the site.",
        discussion: """
            Brings the database up to date, then serves until SIGTERM or SIGINT; what is in flight is finished \
            before it ends. A second signal ends it at once.

            To try it with made-up data:

              essaim serve --demo

            Behind a reverse proxy that speaks HTTPS:

              essaim serve --database /var/lib/essaim/essaim.sqlite \\
                  --base-url https://idees.example --trusted-proxy 127.0.0.1
            """)

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address")) var host = "127.0.0.1"
    @Option(
        help: ArgumentHelp(
            "The port to listen on; 0 lets the system choose. (default: 8080)", valueName: "port"),
        transform: Port.parse)
    var port = 8080
    @OptionGroup var database: DatabaseOptions
    @Flag(help: "Fill the database with the demonstration if it is missing or empty, and show its accounts.")
    var demo = false
    @OptionGroup var site: SiteOptions
    @Option(
        help: ArgumentHelp(
            "A proxy whose X-Forwarded-For and X-Forwarded-Proto are believed, or a block of them; can be repeated.",
            valueName: "range"))
    var trustedProxy: [AddressRange] = []
    @Option(
        help: ArgumentHelp("From what level on events are logged.", valueName: "level"))
    var logLevel = Logger.Level.info

    func run() async throws {
        let signals = StopSignals()
        let level = logLevel
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        try site.home.requireFolders()
        let store = try database.open(anonymity: site.fewestPeople)
        try await store.migrate()
        if demo { try await prepareDemonstration(in: store) }
        let origin = try await store.origin()
        var place = Server.Configuration(host: host, port: port)
        place.trustedProxies = trustedProxy
        let running = try await SiteServer.start(
            store, home: site.home.home, at: place, logger: Logger(label: "essaim")
        ) { site.settings(at: $0, isDemonstration: origin == .demonstration) }
        announce(running, isDemonstration: origin == .demonstration)
        let counting = Task { await running.app.keepReadings(every: .seconds(10)) }
        let gathering = Task { await running.app.gatherSearchParts(every: .seconds(60)) }
        await signals.wait()
        await running.server.shutdown()
        counting.cancel()
        gathering.cancel()
        await running.app.keepReadings()
        await store.close()
    }

    private func prepareDemonstration(in store: Store) async throws {
        if try await store.isEmpty() {
            try await DemonstrationSeeding.play(
                into: store, at: .now, writer: try RegulationWriter(home: site.home.home))
        } else if try await store.origin() != .demonstration {
            throw ConfigurationFault(
                "\(database.database) holds other data than the demonstration: choose another --database")
        }
    }

    private func announce(_ running: SiteServer, isDemonstration: Bool) {
        guard demo, isDemonstration else { return Console.say("Essaim: \(running.app.settings.baseURL)/") }
        let accounts = DemonstrationStaff.accounts.map { account in
            "    " + account.email.padded(to: 26) + account.purpose.english
        }
        Console.say(
            """

              Essaim, with demonstration data: \(running.app.settings.baseURL)/

              Accounts, all with the password \(DemonstrationStaff.password)

            \(accounts.joined(separator: "\n"))

              Ctrl-C stops it.

            """)
    }
}

extension Trial.Purpose {
    /// Whom the account stands for.
    fileprivate var english: String {
        switch self {
        case .policyholder: "a policyholder"
        case .manager: "the manager of challenges"
        case .moderator: "the moderator"
        case .juror: "a juror"
        case .rewardOfficer: "the officer of rewards"
        case .administrator: "the administrator"
        }
    }
}

extension String {
    /// The text, followed by spaces up to `width` characters.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

extension Timestamp {
    /// The present moment by the system's clock.
    static var now: Timestamp {
        Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    }
}
