import Domain
import FoundationEssentials

/// The steps by which ideas were chosen, as a file: each with what went in, what came out, and their SHA-256.
struct SelectionFile: Encodable {
    static let format = "essaim-selection/1"

    let format = SelectionFile.format
    let steps: [Step]

    struct Step: Encodable {
        let step: String
        let method: String
        let options: String
        let input: String
        let output: String
        let digest: String
    }

    init(_ steps: [SelectionStep]) {
        self.steps = steps.map { step in
            Step(
                step: step.kind.rawValue, method: step.method, options: step.options,
                input: step.input.description, output: step.output,
                digest: step.fingerprint.description)
        }
    }

    /// The text of the file.
    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return Array(try encoder.encode(self))
    }
}
