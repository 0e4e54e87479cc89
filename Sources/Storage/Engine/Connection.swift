import GRDB
import GRDBSQLite

/// One SQLite connection on the thread that owns it: cached statements, stepped directly.
///
/// GRDB opens, configures and closes; statements are compiled and stepped through SQLite's own interface, which costs
/// a quarter of a row cursor.
final class Connection {
    private let handle: OpaquePointer
    private let misreading = Misreading()
    private let onStatement: (@Sendable (String) -> Void)?
    private let logSize: LogSize
    /// Knows the stems that the searches on this connection met before.
    private(set) lazy var stemmer = Stemmer()
    /// Knows how frequent the stems are that the searches on this connection met before.
    let stemCounts = StemCounts()
    /// GRDB's own cache has no bound.
    private var statements = KeptTexts<CompiledStatement>()

    /// - Parameters:
    ///   - database: An open database, used on this thread alone.
    ///   - onStatement: Called with the text of every statement that a store runs.
    /// - Throws: ``StorageFailure`` when the database is closed.
    init(_ database: Database, onStatement: (@Sendable (String) -> Void)? = nil) throws {
        guard let handle = database.sqliteConnection else {
            throw StorageFailure(.closed, "the connection is closed")
        }
        self.handle = handle
        self.onStatement = onStatement
        logSize = LogSize(of: handle)
    }

    /// Rows inserted, updated or deleted since the connection was opened, triggers included.
    var totalChanges: Int64 { sqlite3_total_changes64(handle) }

    /// Pages in the write-ahead log after this connection's last commit.
    var logPages: Int { logSize.pages }

    /// Whether nothing can be changed on it.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    /// Whether a transaction is open.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Whether a deferred foreign key is violated at this moment.
    var hasDanglingReferences: Bool {
        var current: Int32 = 0
        var highest: Int32 = 0
        sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0)
        return current != 0
    }

    /// Steps through a statement, making one value of each row until `limit` rows are made. `viewer` is what `:viewer`
    /// stands for in it.
    func rows<T>(
        _ sql: String, _ arguments: [(any Bindable)?], viewer: Int64? = nil, limit: Int = .max,
        make: (borrowing Row) throws -> T
    ) throws -> [T] {
        onStatement?(sql)
        return try withStatement(sql, arguments, viewer: viewer) { statement in
            misreading.forget()
            var made: [T] = []
            while made.count < limit, try step(statement, sql) {
                made.append(try make(Row(statement, misreading)))
                try misreading.settle(sql)
            }
            return made
        }
    }

    /// Runs a statement to its end.
    /// - Returns: The rows that it inserted, updated or deleted itself (not its triggers).
    @discardableResult
    func execute(_ sql: String, _ arguments: [(any Bindable)?]) throws -> Int {
        onStatement?(sql)
        return try control(sql, arguments)
    }

    /// Runs a statement of the engine's own, which no hook hears.
    @discardableResult
    func control(_ sql: String, _ arguments: [(any Bindable)?] = []) throws -> Int {
        try withStatement(sql, arguments, viewer: nil) { statement in
            while try step(statement, sql) {}
            return sqlite3_stmt_readonly(statement) != 0 ? 0 : Int(sqlite3_changes(handle))
        }
    }

    /// Runs an INSERT that must insert.
    /// - Returns: The new row's number.
    func insert(_ sql: String, _ arguments: [(any Bindable)?]) throws -> Int64 {
        guard try execute(sql, arguments) > 0 else {
            throw StorageFailure(.misuse, "nothing was inserted", statement: sql)
        }
        return sqlite3_last_insert_rowid(handle)
    }

    /// Runs several statements, separated by semicolons and without arguments.
    func script(_ sql: String) throws {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw failure(code, sql) }
    }

    /// The lines of `EXPLAIN QUERY PLAN` for a statement whose arguments stay unbound.
    func plan(of sql: String) throws -> [String] {
        let question = "EXPLAIN QUERY PLAN " + sql
        return try withStatement(question, nil, viewer: nil) { statement in
            var lines: [String] = []
            while try step(statement, question) { lines.append(Row(statement, misreading).text(3)) }
            return lines
        }
    }

    private func withStatement<R>(
        _ sql: String, _ arguments: [(any Bindable)?]?, viewer: Int64?, _ body: (OpaquePointer) throws -> R
    ) throws -> R {
        let statement = try prepared(sql)
        return try withExtendedLifetime(statement) {
            let pointer = statement.pointer
            defer {
                sqlite3_reset(pointer)
                sqlite3_clear_bindings(pointer)
            }
            if let arguments { try bind(arguments, viewer: viewer, to: statement, sql) }
            return try body(pointer)
        }
    }

    private func bind(
        _ arguments: [(any Bindable)?], viewer: Int64?, to statement: CompiledStatement, _ sql: String
    ) throws {
        guard statement.argumentCount == arguments.count else {
            throw StorageFailure(
                .misuse, "\(statement.argumentCount) arguments expected, \(arguments.count) given",
                statement: sql)
        }
        var position: Int32 = 0
        for argument in arguments {
            position += position + 1 == statement.viewerPosition ? 2 : 1
            let code = bind(argument?.sql ?? .null, to: statement.pointer, at: position)
            guard code == SQLITE_OK else { throw failure(code, sql) }
        }
        guard statement.viewerPosition > 0 else { return }
        guard let viewer else { throw StorageFailure(.misuse, "nobody looks", statement: sql) }
        let code = sqlite3_bind_int64(statement.pointer, statement.viewerPosition, viewer)
        guard code == SQLITE_OK else { throw failure(code, sql) }
    }

    private func prepared(_ sql: String) throws -> CompiledStatement {
        // A statement whose rows are being read cannot be run again inside of its own loop.
        if let known = statements[sql], sqlite3_stmt_busy(known.pointer) == 0 { return known }
        let statement = try CompiledStatement(sql, on: handle)
        statements.keep(statement, for: sql)
        return statement
    }

    private func bind(_ value: SQLValue, to statement: OpaquePointer, at position: Int32) -> Int32 {
        // SQLITE_TRANSIENT, a macro that Swift does not import: SQLite copies the bytes at once.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null:
            return sqlite3_bind_null(statement, position)
        case .integer(let number):
            return sqlite3_bind_int64(statement, position, number)
        case .real(let number):
            return sqlite3_bind_double(statement, position, number)
        case .text(var text):
            // An empty text may have no address, which SQLite would take for NULL.
            guard !text.isEmpty else { return sqlite3_bind_text(statement, position, "", 0, transient) }
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, position, $0.baseAddress, Int32($0.count), transient)
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, position, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob(statement, position, $0.baseAddress, Int32($0.count), transient)
            }
        }
    }

    private func step(_ statement: OpaquePointer, _ sql: String) throws -> Bool {
        let code = sqlite3_step(statement)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure(code, sql)
        }
    }

    private func failure(_ code: Int32, _ sql: String) -> StorageFailure {
        StorageFailure(code: code, message: String(cString: sqlite3_errmsg(handle)), statement: sql)
    }
}
