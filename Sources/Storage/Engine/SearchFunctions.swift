import Domain
import GRDBSQLite

/// The functions that the schema's triggers and the searches call: SQLite knows them on every connection of ours, and on
/// no other, so that nobody can change a text behind the index's back.
enum SearchFunctions {
    /// Adds them to a connection that was just opened.
    /// - Throws: ``StorageFailure``.
    static func add(to handle: OpaquePointer) throws {
        try add("search_terms", to: handle) { context, _, values in
            SearchFunctions.answer(context, values) { stemmer, text in stemmer.terms(of: text) }
        }
        try add("search_words", to: handle) { context, _, values in
            SearchFunctions.answer(context, values) { _, text in Words.vocabulary(of: text) }
        }
        try addRank(to: handle)
    }

    private static func add(
        _ name: String, to handle: OpaquePointer,
        _ body: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void
    ) throws {
        // Innocuous: triggers may call it although the schema is not trusted.
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
        let code = sqlite3_create_function_v2(
            handle, name, 1, flags, Unmanaged.passRetained(Stemmer()).toOpaque(), body, nil, nil
        ) { stemmer in
            if let stemmer { Unmanaged<Stemmer>.fromOpaque(stemmer).release() }
        }
        guard code == SQLITE_OK else {
            throw StorageFailure(.cannotOpen, "SQLite takes no function \(name)", code: code)
        }
    }

    private static func answer(
        _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?,
        _ make: (Stemmer, String) -> String
    ) {
        guard let own = sqlite3_user_data(context), let value = values?[0],
            let start = sqlite3_value_text(value)
        else { return sqlite3_result_text(context, "", 0, nil) }
        let length = Int(sqlite3_value_bytes(value))
        let text = String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
        var made = make(Unmanaged<Stemmer>.fromOpaque(own).takeUnretainedValue(), text)
        // An empty text may have no address, which SQLite would take for NULL.
        guard !made.isEmpty else { return sqlite3_result_text(context, "", 0, nil) }
        made.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                // SQLITE_TRANSIENT, a macro that Swift does not import: SQLite copies the bytes at once.
                let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
                sqlite3_result_text(context, $0.baseAddress, Int32($0.count), transient)
            }
        }
    }
}
