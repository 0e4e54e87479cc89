import ArgumentParser
import Domain

/// Computes a period of a fund from a file.
struct ComputeFund: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund",
        abstract: "Compute a period of a community's fund from a file.",
        discussion: """
            Reads the rules, what the period began with and what happened, and prints what each event came to and what \
            comes back to each member, as JSON. Amounts are whole cents. No database is touched.

              essaim fund period.json
              essaim fund period.json --explain
            """)

    @Argument(help: ArgumentHelp("The period, as JSON.", valueName: "file")) var file: String
    @Flag(help: "Print the sum behind each cent instead.") var explain = false

    func run() throws {
        let period = try InputFile.read(file, as: FundFile.self).period
        do {
            let close = try period.closed()
            if explain {
                for line in FundExplanation(period: period, close: close).lines { Console.say(line) }
            } else {
                Console.say(close.json.pretty)
            }
        } catch {
            throw ConfigurationFault("\(file): \(error.line)")
        }
    }
}
