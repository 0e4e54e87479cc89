/// Moves the write-ahead log into the database file, on the writer's thread and after the acts of a group
/// were acknowledged, so that nobody waits for it. Nothing else checkpoints while a store is open.
struct Checkpoints {
    /// Pages of log after which they are copied: 4 MB, SQLite's own habit.
    private static let usual = 1_000
    /// Pages of log after which the writer waits a moment for the readers, so that the log can start again
    /// from its beginning: 64 MB. Without this, a site that is never idle has a log that never ends.
    private static let most = 16_000

    private let connection: Connection
    private var next = Self.usual
    private var nextRestart = Self.most

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// Copies the log if it has grown enough. A failure is not an act's: the next commit tries again.
    mutating func keepShort() {
        let pages = connection.logPages
        // The log has started again from its beginning.
        if pages < next - Self.usual { next = Self.usual }
        if pages < nextRestart - Self.most { nextRestart = Self.most }
        if pages >= nextRestart {
            nextRestart = pages + Self.most
            next = pages + Self.usual
            try? connection.checkpoint("RESTART", patience: 100)
        } else if pages >= next {
            next = pages + Self.usual
            try? connection.checkpoint("PASSIVE", patience: 0)
        }
    }
}

extension Connection {
    /// Runs a checkpoint.
    /// - Parameters:
    ///   - mode: `PASSIVE`, `RESTART` or `TRUNCATE`.
    ///   - patience: How long to wait for readers, in milliseconds.
    /// - Throws: ``StorageFailure``.
    func checkpoint(_ mode: String, patience: Int) throws {
        let usual = try setting("busy_timeout")
        try control("PRAGMA busy_timeout = \(patience)")
        defer { _ = try? control("PRAGMA busy_timeout = \(usual)") }
        try control("PRAGMA wal_checkpoint(\(mode))")
    }
}
