import ArgumentParser
import Foundation
import Storage

/// Measures the site under load.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure the site under load, on this machine alone.",
        discussion: """
            Works on a copy of the database, or on the demonstration; starts a server of its own on a free port of \
            127.0.0.1, asks it for pages with wrk, and beside each page for a file of the same bytes. Pages for \
            members are asked for by one after the other, and no two searches are alike. Votes are real: every \
            request is another member's, and none is acknowledged before it is on disk. After that, it merges two \
            ideas that many support, closes the period of a large fund, and writes and replays a long ledger. Rankings \
            of large votes are measured last.

              essaim bench
              essaim bench --database large.sqlite --seconds 5
            """)

    @Option(
        help: ArgumentHelp("The database to copy; the demonstration unless told.", valueName: "file"))
    var database: String?
    @OptionGroup var home: HomeOptions
    @Option(help: ArgumentHelp("How long each run takes.", valueName: "seconds")) var seconds = 3
    @Flag(help: "Measure rankings alone, which needs neither a database nor wrk.") var rankings = false
    @Flag(help: "Measure a merge alone, which needs neither a database nor wrk.") var merge = false
    @Flag(help: "Measure funds and the ledger alone, which needs neither a database nor wrk.") var money =
        false
    @Option(help: ArgumentHelp("How many connections ask for pages at a time.", valueName: "count"))
    var connections = 32
    @Option(help: ArgumentHelp("How many transactions the ledger has.", valueName: "count"))
    var transactions = 1_000_000

    func validate() throws {
        guard (1...60).contains(seconds) else { throw ValidationError("--seconds must be from 1 to 60") }
        guard (2...512).contains(connections) else {
            throw ValidationError("--connections must be from 2 to 512")
        }
        guard (1...10_000_000).contains(transactions) else {
            throw ValidationError("--transactions must be from 1 to 10000000")
        }
    }

    func run() async throws {
        if rankings {
            warnOfDebugging()
            return try RankingMeasurement().run()
        }
        let isPartial = merge || money
        if !isPartial { try home.requireFolders() }
        let tool = isPartial ? nil : try LoadTool(seconds: seconds)
        warnOfDebugging()
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("essaim-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Pages first: what a large fund takes of the memory is kept by the process, and is not the site's.
        if let tool { try await measurePages(with: tool, in: folder) }
        if !money { try await MergeMeasurement(folder: folder).run() }
        if !merge { try await MoneyMeasurement(folder: folder, transactions: transactions).run() }
        if !isPartial { try RankingMeasurement().run() }
    }

    private func measurePages(with tool: LoadTool, in folder: URL) async throws {
        let copy = folder.appendingPathComponent("essaim.sqlite").path
        if let database { try await Store.backup(of: database, to: copy) }
        let store = try Store(path: copy)
        try await store.migrate()
        if database == nil { try await DemonstrationSeeding.play(into: store, at: .now) }
        Console.say("\(database ?? "the demonstration"), copied")
        let ground = try await MeasuringGround.prepare(in: store, at: .now)
        try await Measurement(store, ground: ground, tool: tool, connections: connections, folder: folder)
            .run(home: home.home)
        await store.close()
    }

    private func warnOfDebugging() {
        #if DEBUG
            Console.complain("this is a debug build: build with --configuration release to measure")
        #endif
    }
}
