import ArgumentParser
import Storage

/// Fills an empty database with made-up data.
struct Seed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill an empty database with made-up data.",
        discussion: """
            The demonstration is an imaginary mutual insurer with its challenges, ideas and people, dated from \
            today. Everybody knows the passwords of its accounts, and every page says so.

              essaim seed --database try.sqlite
            """)

    /// How much data.
    enum Size: String, ExpressibleByArgument, CaseIterable {
        case demo
    }

    @Option(help: "How much: demo is a small world to look at.") var size = Size.demo
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let store = try Store(path: database.database)
        try await store.migrate()
        guard try await store.isEmpty() else {
            await store.close()
            throw ConfigurationFault("\(database.database) is not empty: seed fills a new database only")
        }
        switch size {
        case .demo: try await DemonstrationSeeding.play(into: store, at: .now)
        }
        await store.close()
    }
}
