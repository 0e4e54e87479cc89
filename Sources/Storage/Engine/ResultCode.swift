import GRDB
import GRDBSQLite

extension StorageFailure {
    /// The failure that an SQLite result code stands for.
    init(code: Int32, message: String, statement: String? = nil) {
        self.init(Self.kind(of: code), message, code: code, statement: statement)
    }

    /// The same failure without GRDB's type; its arguments are dropped, since they may be personal.
    init(_ error: DatabaseError) {
        let code = error.extendedResultCode.rawValue
        self.init(code: code, message: error.message ?? "no message", statement: error.sql)
    }

    /// Runs something of GRDB's, translating what it throws.
    static func translating<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StorageFailure(error)
        }
    }

    private static func kind(of code: Int32) -> Kind {
        // The extended constraint codes are C macros with shifts, which Swift does not import:
        // the primary code is in the low byte, the reason above it (sqlite.org/rescode.html).
        if code & 0xFF == SQLITE_CONSTRAINT {
            switch code >> 8 {
            case 3: return .foreignKey
            case 5: return .notNull
            case 6, 8, 10: return .unique
            case 12: return .datatype
            default: return .check
            }
        }
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: return .busy
        case SQLITE_FULL: return .diskFull
        case SQLITE_IOERR: return .inputOutput
        case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt
        case SQLITE_CANTOPEN: return .cannotOpen
        case SQLITE_MISMATCH: return .datatype
        case SQLITE_ERROR, SQLITE_MISUSE, SQLITE_RANGE, SQLITE_READONLY: return .misuse
        default: return .other
        }
    }
}
