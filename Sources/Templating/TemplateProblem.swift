/// Something wrong in a template, in a catalogue, or between a template and the value that feeds it.
public struct TemplateProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file below the directory of templates, such as `challenges/show.html`.
    public let file: String
    /// Its line, from 1; 0 where the whole file is meant.
    public let line: Int
    /// What is wrong, and what would be right.
    public let message: String

    /// A problem at a line of a file.
    public init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String {
        line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)"
    }
}

/// Every problem that was found: the platform does not start with one.
public struct TemplateProblems: Error, Sendable, CustomStringConvertible {
    /// Sorted by file and line, each once.
    public let all: [TemplateProblem]

    /// Sorts the problems and drops repetitions: a partial is compiled at each of its uses.
    public init(_ problems: [TemplateProblem]) {
        all = Set(problems).sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
    }

    public var description: String {
        all.map(\.description).joined(separator: "\n")
    }
}
