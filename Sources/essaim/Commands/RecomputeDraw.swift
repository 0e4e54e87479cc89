import ArgumentParser
import Domain

/// Draws lots from a file, or checks that they were drawn so.
struct RecomputeDraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draw lots from a file, the way that anybody can check.",
        discussion: """
            Reads the commitment published before entries closed, the seed that was disclosed, the public input and \
            the participants, and prints the winners as JSON with the hashes on the way. It fails when the seed is \
            not the one that was committed to.

              essaim draw draw.json
            """)

    @Argument(help: ArgumentHelp("The draw, as JSON.", valueName: "file")) var file: String

    func run() throws {
        let draw = try InputFile.read(file, as: DrawFile.self).draw
        if let fault = draw.fault { throw ConfigurationFault("\(file): \(fault)") }
        Console.say(draw.json.pretty)
        guard draw.keepsCommitment else {
            throw Disappointment("the seed is not the one that was committed to: this draw is void")
        }
    }
}
