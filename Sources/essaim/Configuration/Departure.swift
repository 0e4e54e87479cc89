import ArgumentParser
import Glibc
import HTTP
import Site
import Storage
import Templating

/// A configuration with which the program cannot do what it was asked.
struct ConfigurationFault: Error, CustomStringConvertible {
    /// What is wrong and what to do, in one line.
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Work that was done and whose answer is no: a check that found something.
struct Disappointment: Error, CustomStringConvertible {
    /// What it came to, in one line.
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// How the program ends when something went wrong: one line, and a code that says whose turn it is (sysexits.h).
enum Departure {
    /// The command line or a variable is wrong: `EX_USAGE`.
    private static let usage: Int32 = 64
    /// What the configuration names cannot be used: `EX_CONFIG`.
    private static let configuration: Int32 = 78

    /// Prints what went wrong, or the help that was asked for, and ends the process.
    static func leave(after error: any Error, blaming options: EnvironmentOptions) -> Never {
        switch error {
        case is ConfigurationFault, is UnknownTimeZone:
            leave(saying: "\(error)", code: configuration)
        case let failure as StorageFailure:
            leave(saying: failure.description, code: failure.isFaultOfConfiguration ? configuration : 1)
        case let problems as TemplateProblems:
            let more = problems.all.count - 1
            let hint = more > 0 ? " (and \(more) more: see essaim check)" : ""
            leave(saying: "\(problems.all.first?.description ?? "templates")\(hint)", code: configuration)
        case is Disappointment, is ScriptFault, is RouterFailure:
            leave(saying: "\(error)", code: 1)
        case let code as ExitCode:
            exit(code.rawValue)
        default:
            let code = Essaim.exitCode(for: error).rawValue
            guard code == usage else { Essaim.exit(withError: error) }
            var line = Essaim.message(for: error)
            if let option = options.taken.first(where: {
                line.contains("'--\($0)") || line.contains("'--\($0) ")
            }) {
                line += " (\(EnvironmentOptions.variable(for: option)))"
            }
            leave(saying: line, code: code)
        }
    }

    private static func leave(saying sentence: String, code: Int32) -> Never {
        Console.complain(sentence.split(separator: "\n").joined(separator: " "))
        exit(code)
    }
}

extension StorageFailure {
    /// Whether another file or another version of the program would help, rather than a look at the disk.
    fileprivate var isFaultOfConfiguration: Bool {
        switch kind {
        case .cannotOpen, .schema, .corrupt, .busy: true
        default: false
        }
    }
}
