import ArgumentParser
import Domain
import Foundation
import Storage

/// Fills an empty database with made-up data.
struct Seed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill an empty database with made-up data.",
        discussion: """
            The demonstration is an imaginary mutual insurer with its challenges, ideas and people, dated from today. \
            Everybody knows the passwords of its accounts: never put it where strangers can reach it without meaning to.

              essaim seed --database try.sqlite
            """)

    /// How much data.
    enum Size: String, ExpressibleByArgument, CaseIterable {
        case demo
    }

    @Option(help: "How much: demo, a small world to look at.") var size = Size.demo
    @Option(help: "The database's file; created if it is missing.") var database = "essaim.sqlite"

    func run() async throws {
        let store = try Store(path: database)
        try await store.migrate()
        guard try await store.isEmpty() else {
            await store.close()
            throw ValidationError("\(database) is not empty: seed fills a new database only")
        }
        try await DemonstrationSeeding.play(into: store, at: .now)
        await store.close()
    }
}

extension Timestamp {
    /// The present moment by the system's clock.
    static var now: Timestamp {
        Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    }
}
