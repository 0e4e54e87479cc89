import ArgumentParser
import Domain

/// Computes a period of a fund from a file.
struct ComputeFund: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund",
        abstract: "Compute a period of a community's fund from a file.",
        discussion: """
            Reads the rules, what the period began with and what happened, and prints what each event came to and what \
            comes back to each member, as JSON. Amounts are whole cents. What happened may come from a table instead, as \
            it is imported. No database is touched.

              essaim fund period.json
              essaim fund period.json --explain
              essaim fund rules.json --events 2027.csv
            """)

    @Argument(help: ArgumentHelp("The period, as JSON.", valueName: "file")) var file: String
    @Option(
        help: ArgumentHelp(
            "A table of events to add: type;member;amount;kind;days;period.", valueName: "file"))
    var events: String?
    @Flag(help: "Print the sum behind each cent instead.") var explain = false

    func run() throws {
        var period = try InputFile.read(file, as: FundFile.self).period
        if let events {
            period = FundPeriod(
                rules: period.rules, opening: period.opening, outstanding: period.outstanding,
                events: period.events + (try InputFile.table(events).events))
        }
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
