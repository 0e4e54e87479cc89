import ArgumentParser
import Site
import Storage

/// Fills an empty database with made-up data.
struct Seed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill an empty database with made-up data.",
        discussion: """
            The demonstration is an imaginary mutual insurer with its challenges, ideas and people, dated from \
            today. Everybody knows the passwords of its accounts, and every page says so.

              essaim seed --database try.sqlite

            The large world is for measuring: 1,000 challenges, 100,000 ideas, 1,000,000 votes, 300,000 comments and \
            200,000 members, always the same. Nobody can sign in to it.

              essaim seed --size large --database large.sqlite
            """)

    /// How much data.
    enum Size: String, ExpressibleByArgument, CaseIterable {
        case demo
        case large
    }

    @Option(help: "How much: a small world to look at, or a large one to measure.") var size = Size.demo
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var home: HomeOptions

    func run() async throws {
        let store = try database.open()
        try await store.migrate()
        guard try await store.isEmpty() else {
            await store.close()
            throw ConfigurationFault("\(database.database) is not empty: seed fills a new database only")
        }
        switch size {
        case .demo:
            try await DemonstrationSeeding.play(
                into: store, at: .now, writer: try RegulationWriter(home: home.home))
        case .large:
            try await LargeSeeding.fill(store, at: .now) { Console.progress($0) }
            Console.progress("done", isLast: true)
        }
        await store.close()
    }
}
