import ArgumentParser
import Storage

/// Brings a database up to date.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the database up to date.",
        discussion: """
            Applies the steps of the schema that the file lacks, each in a transaction of its own, and creates the \
            file if there is none. The server does the same when it starts.

              essaim migrate --database essaim.sqlite
            """)

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let store = try database.open()
        let steps = try await store.migrate()
        await store.close()
        for step in steps { Console.say("applied \(step)") }
        if steps.isEmpty { Console.say("\(database.database) is up to date") }
    }
}
