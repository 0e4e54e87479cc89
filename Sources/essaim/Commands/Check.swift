import ArgumentParser
import FoundationEssentials
import Site
import Storage

/// Looks for everything that can be found wrong without serving.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look for everything that can be found wrong without serving.",
        discussion: """
            Every template is checked against the values it is given, every word in both languages, every route and \
            file; words and templates that nothing uses are found too. A database that is there is checked for \
            damage, also while the server runs.

              essaim check --home /usr/share/essaim --database essaim.sqlite
            """)

    @OptionGroup var home: HomeOptions
    @OptionGroup var database: DatabaseOptions
    @Option(help: ArgumentHelp("The insurer's time zone, by its IANA name.", valueName: "zone"))
    var timeZone = "Europe/Paris"

    func run() async throws {
        try home.requireFolders()
        let inspection = Inspection(home: home.home, timeZone: timeZone)
        var problems = inspection.problems
        let hasDatabase = FileManager.default.fileExists(atPath: database.database)
        if hasDatabase {
            problems += try await Store.problems(of: database.database).map { "\(database.database): \($0)" }
        }
        for problem in problems { Console.say(problem) }
        guard problems.isEmpty else {
            throw Disappointment("\(problems.count) \(problems.count == 1 ? "problem" : "problems")")
        }
        Console.say(
            """
            \(inspection.pageCount) pages, \(inspection.wordCount) words in \(inspection.languageCount) languages, \
            \(inspection.routeCount) routes\(hasDatabase ? ", the database \(database.database)" : ""): all is well
            """)
    }
}
