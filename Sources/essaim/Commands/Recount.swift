import ArgumentParser
import Domain
import FoundationEssentials

/// Ranks a published vote again.
struct Recount: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rank a published vote again, from its file of ballots.",
        discussion: """
            Reads the file that the site publishes of a closed vote, or a file of a library of participatory budgets \
            (.pb), and ranks its ideas by the method that the file names, or by another. The same file gives the same \
            ranking on every machine; its digest says whether two files are the same vote.

              essaim recount vote.json
              essaim recount vote.json --json
              essaim recount election.pb --method equal-shares --option raises=0
            """)

    @Argument(help: ArgumentHelp("The file of ballots.", valueName: "file")) var file: String
    @Option(
        help: ArgumentHelp(
            "One of \(RankingMethods.all.map { $0.id }.joined(separator: ", ")). (default: the file's own)",
            valueName: "method"))
    var method: String?
    @Option(
        help: ArgumentHelp(
            "An option of the method, such as winners=3; can be repeated.", valueName: "name=number"))
    var option: [String] = []
    @Option(help: ArgumentHelp("Decides ties where the file has no seed of its own.", valueName: "text"))
    var seed: String?
    @Flag(help: "Count as well the ballots that moderators set aside.") var withSetAside = false
    @Option(help: "The language in which the ranking is told.") var language = Language.french
    @Flag(help: "Give the ranking as JSON.") var json = false

    func validate() throws {
        if let method, RankingMethods.type(method) == nil {
            throw ValidationError("there is no method \(method)")
        }
        _ = try chosenOptions()
    }

    func run() throws {
        let bytes = try VoteFile.bytes(of: file)
        do {
            let vote = try VoteFile.read(bytes, seed: seed, whole: withSetAside)
            let ranking = try rank(vote)
            if json {
                Console.say(try RankingReport(ranking, of: vote.tally).json())
            } else {
                RankingStory(vote: vote, ranking: ranking, language: language).tell { Console.say($0) }
            }
        } catch let fault as FileFault {
            throw ConfigurationFault("\(file): \(fault)")
        } catch let fault as TallyFault {
            throw ConfigurationFault("\(file): \(fault)")
        } catch let fault as OptionFault {
            throw ConfigurationFault("\(fault)")
        }
    }

    private func rank(_ vote: ReadVote) throws -> Ranking {
        let usual = RankingMethods.usual(
            for: vote.tally.kind, hasEnvelope: vote.tally.terms.budget != nil)
        guard let type = RankingMethods.type(method ?? vote.method ?? usual.id) else {
            throw FileFault("it names the method “\(vote.method ?? "")”, which there is not")
        }
        let announced = type.id == vote.method ? vote.options : [:]
        return try type.init(options: announced.merging(chosenOptions()) { $1 }).rank(vote.tally)
    }

    /// The options of the command line. Throws `ValidationError` for what is no name with a number.
    private func chosenOptions() throws -> MethodOptions {
        var options: MethodOptions = [:]
        for text in option {
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, let value = Int(parts[1]) else {
                throw ValidationError("“\(text)” is no option: it must read like winners=3")
            }
            options[String(parts[0])] = value
        }
        return options
    }
}
