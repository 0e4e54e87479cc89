import GRDBSQLite

/// A statement as SQLite runs it, and what its text asks to be given.
final class CompiledStatement {
    let pointer: OpaquePointer
    /// Where `:viewer` is bound, from 1; zero if the text does not name it.
    let viewerPosition: Int32
    /// The arguments besides the viewer.
    let argumentCount: Int

    /// - Parameters:
    ///   - sql: One statement.
    ///   - handle: An open connection.
    /// - Throws: ``StorageFailure``, of kind `misuse` when the text is not one statement that compiles.
    init(_ sql: String, on handle: OpaquePointer) throws {
        var text = sql
        pointer = try text.withUTF8 { bytes in
            try bytes.withMemoryRebound(to: CChar.self) { characters in
                var statement: OpaquePointer?
                var rest: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v3(
                    handle, characters.baseAddress, Int32(characters.count),
                    UInt32(SQLITE_PREPARE_PERSISTENT),
                    &statement, &rest)
                guard code == SQLITE_OK else {
                    throw StorageFailure(
                        code: code, message: String(cString: sqlite3_errmsg(handle)), statement: sql)
                }
                let compiled = rest.map { characters.baseAddress?.distance(to: $0) ?? 0 } ?? 0
                guard let statement, bytes[compiled...].allSatisfy(Self.isBlank) else {
                    sqlite3_finalize(statement)
                    throw StorageFailure(.misuse, "not one statement", statement: sql)
                }
                return statement
            }
        }
        viewerPosition = sqlite3_bind_parameter_index(pointer, ":viewer")
        argumentCount = Int(sqlite3_bind_parameter_count(pointer)) - (viewerPosition > 0 ? 1 : 0)
    }

    deinit {
        sqlite3_finalize(pointer)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ";") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
    }
}
