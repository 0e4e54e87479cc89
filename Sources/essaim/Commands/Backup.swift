import ArgumentParser
import FoundationEssentials
import Storage

/// Writes a copy of the database.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a copy of the database, also while the server runs.",
        discussion: """
            The copy is one compact file with the state of one moment. It takes its name only when it is whole and \
            on disk; a file that exists is never replaced. To restore it, stop the server and put it in the \
            place of the database.

              essaim backup /var/backups/essaim-monday.sqlite
            """)

    @Argument(help: ArgumentHelp("The file to write; must not exist.", valueName: "file")) var file: String
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try database.requireFile()
        if FileManager.default.fileExists(atPath: file) {
            throw ConfigurationFault("\(file) exists already, and is not replaced")
        }
        try await Store.backup(of: database.database, to: file)
        Console.say("\(database.database) is copied to \(file)")
    }
}
