/// What went wrong in the database itself, as opposed to a rule that said no.
///
/// It never carries the values that a statement was given, so that it can be logged.
public struct StorageFailure: Error, Sendable, CustomStringConvertible {
    /// The families of failures that a caller may want to tell apart.
    public enum Kind: Sendable, Hashable {
        /// A row with this key exists already.
        case unique
        /// A reference to a row that does not exist, or that others still need.
        case foreignKey
        /// A `CHECK` or a trigger refused the row.
        case check
        /// A mandatory column was given nothing.
        case notNull
        /// A value of a type that its STRICT column does not take.
        case datatype
        /// Another process holds the write lock.
        case busy
        /// No room is left on the disk.
        case diskFull
        /// The disk failed to read or to write.
        case inputOutput
        /// The file is damaged, or is no database of ours.
        case corrupt
        /// The file cannot be opened or created, or exists where it must not.
        case cannotOpen
        /// The database was written by a newer or an altered programme.
        case schema
        /// The store was closed before the act could run.
        case closed
        /// A statement that does not compile, wrong arguments, a column read as what it is not.
        case misuse
        /// Anything else: see the message.
        case other
    }

    /// The family of the failure.
    public let kind: Kind
    /// SQLite's extended result code, 0 when the failure is not SQLite's.
    public let code: Int32
    /// What happened, in English, for the log.
    public let message: String
    /// The statement concerned, when there is one.
    public let statement: String?

    /// A failure in the caller's own words.
    public init(_ kind: Kind, _ message: String, code: Int32 = 0, statement: String? = nil) {
        self.kind = kind
        self.code = code
        self.message = message
        self.statement = statement
    }

    /// One line for the log.
    public var description: String {
        var line = "storage: \(message)"
        if code != 0 { line += " (SQLite \(code))" }
        if let statement { line += " in: \(statement)" }
        return line
    }
}
