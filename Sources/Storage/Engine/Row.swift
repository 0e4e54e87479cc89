import GRDBSQLite

/// The row under the cursor: columns by position, from zero. It is always borrowed, so that it cannot be kept.
///
/// Reading a column as what it is not gives a neutral value and makes the whole statement throw a
/// ``StorageFailure`` of kind `misuse` once the row is made, so that reading needs no `try`.
struct Row {
    private let statement: OpaquePointer
    private let misreading: Misreading

    init(_ statement: OpaquePointer, _ misreading: Misreading) {
        self.statement = statement
        self.misreading = misreading
    }

    /// A whole number.
    func int(_ index: Int) -> Int64 {
        expect(SQLITE_INTEGER, at: index) ? sqlite3_column_int64(statement, Int32(index)) : 0
    }

    /// A whole number or nothing.
    func intOrNil(_ index: Int) -> Int64? {
        isNull(index) ? nil : int(index)
    }

    /// A whole number as Swift counts: sizes, tallies.
    func count(_ index: Int) -> Int {
        Int(int(index))
    }

    /// A number with decimals.
    func real(_ index: Int) -> Double {
        expect(SQLITE_FLOAT, at: index) ? sqlite3_column_double(statement, Int32(index)) : 0
    }

    /// A number with decimals or nothing.
    func realOrNil(_ index: Int) -> Double? {
        isNull(index) ? nil : real(index)
    }

    /// Text.
    func text(_ index: Int) -> String {
        guard expect(SQLITE_TEXT, at: index), let start = sqlite3_column_text(statement, Int32(index)) else {
            return ""
        }
        let length = Int(sqlite3_column_bytes(statement, Int32(index)))
        return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }

    /// Text or nothing.
    func textOrNil(_ index: Int) -> String? {
        isNull(index) ? nil : text(index)
    }

    /// True or false, stored as 1 or 0; any other number is a misreading.
    func flag(_ index: Int) -> Bool {
        let number = int(index)
        if number != 0, number != 1 { misreading.note(index, "\(number) is neither 0 nor 1") }
        return number == 1
    }

    /// True, false or nothing.
    func flagOrNil(_ index: Int) -> Bool? {
        isNull(index) ? nil : flag(index)
    }

    /// Bytes.
    func blob(_ index: Int) -> [UInt8] {
        // An empty blob has no address: nil is not a fault here.
        guard expect(SQLITE_BLOB, at: index), let start = sqlite3_column_blob(statement, Int32(index)) else {
            return []
        }
        let length = Int(sqlite3_column_bytes(statement, Int32(index)))
        return [UInt8](UnsafeRawBufferPointer(start: start, count: length))
    }

    /// Bytes or nothing.
    func blobOrNil(_ index: Int) -> [UInt8]? {
        isNull(index) ? nil : blob(index)
    }

    /// Whatever the column holds.
    func value(_ index: Int) -> SQLValue {
        switch sqlite3_column_type(statement, Int32(index)) {
        case SQLITE_INTEGER: .integer(int(index))
        case SQLITE_FLOAT: .real(real(index))
        case SQLITE_TEXT: .text(text(index))
        case SQLITE_BLOB: .blob(blob(index))
        default: .null
        }
    }

    /// Whether the column is empty.
    func isNull(_ index: Int) -> Bool {
        // SQLite says NULL of columns that do not exist, too.
        (0..<Int(sqlite3_column_count(statement))).contains(index)
            && sqlite3_column_type(statement, Int32(index)) == SQLITE_NULL
    }

    private func expect(_ type: Int32, at index: Int) -> Bool {
        let found = sqlite3_column_type(statement, Int32(index))
        if found == type { return true }
        misreading.note(index, "type \(found) was read as type \(type)")
        return false
    }
}

/// The first column that was read as what it is not, while a row was made.
final class Misreading {
    private(set) var fault: String?

    func note(_ index: Int, _ reason: String) {
        if fault == nil { fault = "column \(index): \(reason)" }
    }

    /// Forgets the fault and throws it.
    func settle(_ sql: String) throws {
        guard let fault else { return }
        self.fault = nil
        throw StorageFailure(.misuse, fault, statement: sql)
    }

    /// Forgets a fault whose row is not wanted any more.
    func forget() {
        fault = nil
    }
}
