import CSQLite
import GRDB
import Glibc

/// The file of the platform: how each kind of connection to it is opened.
struct DatabaseFile: Sendable {
    /// Where it is.
    let path: String
    /// Heard by tests: every statement of the stores.
    let onStatement: (@Sendable (String) -> Void)?

    /// Opens the only connection that writes.
    ///
    /// Acknowledged must mean on disk: `synchronous=FULL` syncs the write-ahead log at each commit. It is read
    /// back because a library may lower it on opening, and NORMAL loses commits when the power is cut.
    ///
    /// Its schema is trusted: triggers write the search index, and FTS5 says only since SQLite 3.41 that this is harmless.
    /// Functions that do harm are not there to be called: extensions cannot be loaded.
    /// - Throws: ``StorageFailure``.
    func openWriter() throws -> DatabaseQueue {
        try createPrivately()
        return try open(readonly: false) { connection in
            try connection.script(
                """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA recursive_triggers = ON;
                PRAGMA trusted_schema = ON;
                PRAGMA cell_size_check = ON;
                PRAGMA secure_delete = FAST;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -16384;
                PRAGMA journal_size_limit = 67108864;
                PRAGMA mmap_size = 0;
                """)
            try connection.require("journal_mode", "wal")
            try connection.require("synchronous", "2")
            try connection.require("foreign_keys", "1")
            try connection.require("recursive_triggers", "1")
        }
    }

    /// Opens a connection that can change nothing, checkpoints included.
    /// - Throws: ``StorageFailure``.
    func openReader() throws -> DatabaseQueue {
        try open(readonly: true) { connection in
            try connection.script(
                """
                PRAGMA trusted_schema = OFF;
                PRAGMA cell_size_check = ON;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -16384;
                PRAGMA mmap_size = 0;
                """)
        }
    }

    /// SQLite counts the memory of the process under one lock, for which all connections then wait at each allocation;
    /// nobody asks for the count. It can be told so before its first use alone.
    private static let forgoStatistics: Void = {
        let code = essaim_sqlite3_keep_no_statistics()
        assert(code == SQLITE_OK, "SQLite was in use before the first store")
    }()

    private func open(
        readonly: Bool, _ configure: (Connection) throws -> Void
    ) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.label = readonly ? "essaim.read" : "essaim.write"
        Self.forgoStatistics
        return try StorageFailure.translating {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // After the opening, not in `prepareDatabase`: there a later default could win.
            try queue.inDatabase { database in
                if let handle = database.sqliteConnection {
                    // GRDB has SQLite ask, of every column that a statement reads, whether an observer must hear of it;
                    // nobody observes here.
                    sqlite3_set_authorizer(handle, nil, nil)
                    try SearchFunctions.add(to: handle)
                }
                try configure(Connection(database))
            }
            return queue
        }
    }

    /// A new database is the owner's alone to read; SQLite gives its log the same permissions.
    private func createPrivately() throws {
        let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            Glibc.close(descriptor)
        } else if errno != EEXIST {
            throw StorageFailure(.cannotOpen, "\(path): \(String(cString: strerror(errno)))")
        }
    }
}

extension Connection {
    /// Reads a setting back.
    /// - Throws: ``StorageFailure`` when it is not what was asked for.
    func require(_ pragma: String, _ expected: String) throws {
        let found = try setting(pragma)
        guard found == expected else {
            throw StorageFailure(.other, "PRAGMA \(pragma) is \(found), not \(expected)")
        }
    }

    /// The value of a setting, as text.
    /// - Throws: ``StorageFailure`` when there is no such setting.
    func setting(_ pragma: String) throws -> String {
        let values = try rows("PRAGMA \(pragma)", [], limit: 1) { $0.value(0) }
        switch values.first {
        case .integer(let number): return String(number)
        case .text(let text): return text
        default: throw StorageFailure(.misuse, "no setting \(pragma)")
        }
    }
}
