public import Domain
import Synchronization

/// The platform's memory: one file, one thread that writes, a few that read.
///
/// Its public methods are the acts and the pages' reads, each in the file of its room.
public final class Store: Sendable {
    private typealias Query = @Sendable (Connection) -> Void

    /// By what rule it gives figures about people.
    public let anonymity: Anonymity
    private let file: DatabaseFile
    private let migrations: Migrations
    private let writer: Lane<Act>
    private let reader: Lane<Query>
    private let commits = CommitCount()
    let unreadCounts = UnreadCounts()
    let nextResults = NextResults()

    /// Opens the file, and creates it (readable by its owner alone) if there is none. It does not migrate.
    /// - Parameters:
    ///   - path: The database's file; `-wal` and `-shm` files stand beside it while it is open.
    ///   - readers: Threads and connections that read, at least one.
    ///   - anonymity: By what rule it gives figures about people.
    /// - Throws: ``StorageFailure``: of kind `schema` when a newer programme has written the file, `cannotOpen`
    ///   or `corrupt` when it cannot be used.
    public convenience init(path: String, readers: Int = 2, anonymity: Anonymity = .usual) throws {
        try self.init(path: path, readers: readers, anonymity: anonymity, migrations: Schema.migrations)
    }

    /// - Parameters:
    ///   - migrations: The schema's steps in their order.
    ///   - onStatement: Called, on the database threads, with the text of every statement of a store.
    init(
        path: String, readers: Int = 2, anonymity: Anonymity = .usual, migrations: [Migration],
        onStatement: (@Sendable (String) -> Void)? = nil
    ) throws {
        let file = DatabaseFile(path: path, onStatement: onStatement)
        let migrations = Migrations(steps: migrations)
        self.anonymity = anonymity
        self.file = file
        self.migrations = migrations
        writer = try file.writerLane(checking: migrations, commits)
        reader = try file.readerLane(threads: max(1, readers))
    }

    /// How many commits have changed rows since the store was opened, those of quiet acts apart.
    ///
    /// It rises after the commit can be read and before its acts are acknowledged: what was made from a read
    /// that began after the count was taken is at least as new as the count. A cache keyed by it can therefore
    /// not be stale for somebody whose act was acknowledged.
    public var commitCount: UInt64 { commits.now }

    /// Applies the steps of the schema that the file lacks.
    /// - Returns: The names of the steps applied, in order.
    /// - Throws: ``StorageFailure``; the steps before the faulty one stay applied.
    @discardableResult
    public func migrate() async throws -> [String] {
        try await hold { [migrations] in try migrations.apply(to: $0) }
    }

    /// The names of the schema's steps that the file lacks.
    /// - Throws: ``StorageFailure``.
    public func pendingMigrations() async throws -> [String] {
        try await read { [migrations] in try migrations.pending(in: $0.connection).map(\.name) }
    }

    /// Reads one snapshot, on a thread of the store's own.
    /// - Parameter body: Called once; must not wait for anything but the database.
    /// - Throws: What `body` throws, or ``StorageFailure``.
    nonisolated(nonsending) func read<T: Sendable>(
        _ body: @escaping @Sendable (Reader) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let accepted = reader.push { connection in
                continuation.resume(with: Result { try connection.snapshot(body) })
            }
            if !accepted { continuation.resume(throwing: Self.closed) }
        }
    }

    /// Does one act, kept whole or undone whole. When this returns, it is on disk.
    /// - Parameters:
    ///   - isQuiet: Whether it leaves ``commitCount`` alone: only where no page that is kept shows what it changes.
    ///   - body: Called once, on the writer's thread, together with others' acts.
    /// - Throws: What `body` throws, or ``StorageFailure``: then nothing of the act was kept.
    @discardableResult
    nonisolated(nonsending) func write<T: Sendable>(
        isQuiet: Bool = false, _ body: @escaping @Sendable (Writer) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            if !writer.push(.grouped(continuation, isQuiet: isQuiet, body)) {
                continuation.resume(throwing: Self.closed)
            }
        }
    }

    /// Writes a compact copy of the present state, while the platform goes on.
    /// - Parameter path: Where; must not exist.
    /// - Throws: ``StorageFailure``, of kind `cannotOpen` when the file exists or cannot be created.
    public func backup(to path: String) async throws {
        try await OwnThread.run("essaim-backup") { [file] in try file.copy(to: path) }
    }

    /// Writes a compact copy of a database that another process may have open.
    /// - Throws: ``StorageFailure``, of kind `cannotOpen` when either file cannot be used.
    public static func backup(of source: String, to path: String) async throws {
        let file = DatabaseFile(path: source, onStatement: nil)
        try await OwnThread.run("essaim-backup") { try file.copy(to: path) }
    }

    /// What is wrong in the file: damage, references to rows that do not exist. Empty when it is sound.
    /// - Throws: ``StorageFailure`` when the file cannot even be read.
    public func integrityProblems() async throws -> [String] {
        try await OwnThread.run("essaim-check") { [file] in try file.problems() }
    }

    /// What is wrong in a file that another process may have open: damage, dangling references, steps of the schema
    /// that it lacks. Empty when it is sound; nothing is changed.
    /// - Throws: ``StorageFailure`` when the file cannot even be read.
    public static func problems(of source: String) async throws -> [String] {
        let file = DatabaseFile(path: source, onStatement: nil)
        return try await OwnThread.run("essaim-check") {
            try file.problems()
                + file.pending(of: Migrations(steps: Schema.migrations)).map {
                    "the step “\($0)” of the schema is not applied"
                }
        }
    }

    /// Finishes the acts and reads that wait, empties the log into the file and closes it. Later acts and reads
    /// fail with ``StorageFailure`` of kind `closed`.
    public func close() async {
        await reader.close { _ in }
        await writer.close { try $0.checkpoint("TRUNCATE", patience: 5_000) }
    }

    /// Has the writer's connection to itself, outside of a transaction.
    @discardableResult
    func hold<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            if !writer.push(.alone(continuation, body)) { continuation.resume(throwing: Self.closed) }
        }
    }

    private static let closed = StorageFailure(.closed, "the store is closed")
}

/// Commits that changed rows, counted by the writer's thread and read by all.
final class CommitCount: Sendable {
    private let count = Atomic<UInt64>(0)

    var now: UInt64 { count.load(ordering: .acquiring) }

    func rise() {
        count.add(1, ordering: .acquiringAndReleasing)
    }
}
