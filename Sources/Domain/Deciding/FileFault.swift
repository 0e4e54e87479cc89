/// Why a file of ballots cannot be read: where, and what is wrong.
public struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number of the line at fault, from one; nil where a file is not made of lines.
    public let line: Int?
    /// What is wrong, in one line of English.
    public let sentence: String

    public init(line: Int? = nil, _ sentence: String) {
        self.line = line
        self.sentence = sentence
    }

    public var description: String { line.map { "line \($0): \(sentence)" } ?? sentence }
}

/// A vote as a file has it, ready to be counted.
public struct ReadVote: Sendable {
    /// What the vote was about.
    public let title: String
    public let tally: Tally
    /// The titles of the ideas that have one, by id.
    public let titles: [String: String]
    /// The method that the file names; nil if it names none.
    public let method: String?
    /// The options that the file announces for that method.
    public let options: MethodOptions
    /// Stands for all ballots, each of which can be proved to be among them; nil for files of libraries.
    public let root: Fingerprint?

    public init(
        title: String, tally: Tally, titles: [String: String], method: String? = nil,
        options: MethodOptions = [:], root: Fingerprint? = nil
    ) {
        self.title = title
        self.tally = tally
        self.titles = titles
        self.method = method
        self.options = options
        self.root = root
    }
}
