import ArgumentParser
import FoundationEssentials

/// Options that the environment gives: `--base-url` is `ESSAIM_BASE_URL`.
///
/// It asks the commands themselves which options they have, so that none can be forgotten.
struct EnvironmentOptions {
    private let environment: [String: String]
    /// The options that were taken from the environment in the last completion.
    private(set) var taken: [String] = []

    init(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
    }

    /// The variable that stands for the option with this long name.
    static func variable(for option: String) -> String {
        "ESSAIM_" + option.uppercased().split(separator: "-").joined(separator: "_")
    }

    /// The arguments, with what the environment says about options that they leave out.
    ///
    /// Throws `ValidationError` if the variable of a flag is neither yes nor no.
    mutating func complete(_ arguments: [String], for root: any ParsableCommand.Type) throws -> [String] {
        taken = []
        let description = try JSONDecoder().decode(CommandDescription.self, from: Data(root._dumpHelp().utf8))
        var command = description.command
        var rest = arguments[...]
        while let name = rest.first, let next = command.subcommands?.first(where: { $0.commandName == name })
        {
            command = next
            rest.removeFirst()
        }
        let given = Set(rest.prefix { $0 != "--" }.map { String($0.prefix { $0 != "=" }) })
        var added: [String] = []
        for option in command.arguments ?? [] {
            guard let name = option.longName, !given.contains("--" + name),
                let value = environment[Self.variable(for: name)], !value.isEmpty
            else { continue }
            switch option.kind {
            case "flag":
                if try Self.isYes(value, of: Self.variable(for: name)) { added.append("--" + name) }
            case "option":
                let values = option.isRepeating ? value.split(separator: ",").map(String.init) : [value]
                added += values.map { "--\(name)=\($0)" }
            default: continue
            }
            taken.append(name)
        }
        return arguments[..<rest.startIndex] + added + rest
    }

    private static func isYes(_ value: String, of variable: String) throws -> Bool {
        switch value.lowercased() {
        case "1", "true", "yes", "on": return true
        case "0", "false", "no", "off": return false
        default: throw ValidationError("\(variable) is “\(value)”: it must be 1 or 0")
        }
    }
}

/// What argument-parser tells of a command tree (`--experimental-dump-help`, tool info version 0).
private struct CommandDescription: Decodable {
    let command: Command

    struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        let kind: String
        let isRepeating: Bool
        let names: [Name]?

        /// The name after two hyphens; help has none in the environment.
        var longName: String? {
            names?.first { $0.kind == "long" && $0.name != "help" }?.name
        }
    }

    struct Name: Decodable {
        let kind: String
        let name: String
    }
}
