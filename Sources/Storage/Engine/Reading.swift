/// What can be asked of the database, in a snapshot or in the middle of an act.
///
/// A load function takes `some Reading` and so serves both a page and an act.
protocol Reading {
    /// The connection that answers.
    var connection: Connection { get }
    /// The number that `:viewer` stands for in a query; nil where nobody looks. A text with the number itself would be
    /// compiled for each viewer anew.
    var viewer: Int64? { get }
}

extension Reading {
    /// Every row of a query.
    /// - Parameters:
    ///   - sql: One SELECT; constant text, since each text is compiled once and kept.
    ///   - arguments: A value for each `?`, in order; none for `:viewer`.
    ///   - make: Makes a value of the row under the cursor.
    /// - Throws: ``StorageFailure``, or what `make` throws.
    func rows<T>(
        _ sql: String, _ arguments: (any Bindable)?..., make: (borrowing Row) throws -> T
    ) throws -> [T] {
        try connection.rows(sql, arguments, viewer: viewer, make: make)
    }

    /// Every row of a query whose arguments were collected on the way.
    /// - Throws: ``StorageFailure``, or what `make` throws.
    func rows<T>(
        _ sql: String, with arguments: [(any Bindable)?], make: (borrowing Row) throws -> T
    ) throws -> [T] {
        try connection.rows(sql, arguments, viewer: viewer, make: make)
    }

    /// The first row of a query, or nil when it has none.
    /// - Throws: ``StorageFailure``, or what `make` throws.
    func one<T>(
        _ sql: String, _ arguments: (any Bindable)?..., make: (borrowing Row) throws -> T
    ) throws -> T? {
        try connection.rows(sql, arguments, viewer: viewer, limit: 1, make: make).first
    }

    /// The first row of a query whose arguments were collected on the way.
    /// - Throws: ``StorageFailure``, or what `make` throws.
    func one<T>(
        _ sql: String, with arguments: [(any Bindable)?], make: (borrowing Row) throws -> T
    ) throws -> T? {
        try connection.rows(sql, arguments, viewer: viewer, limit: 1, make: make).first
    }

    /// Whether a query has at least one row.
    /// - Throws: ``StorageFailure``.
    func exists(_ sql: String, _ arguments: (any Bindable)?...) throws -> Bool {
        try !connection.rows(sql, arguments, viewer: viewer, limit: 1) { _ in () }.isEmpty
    }

    /// How SQLite would run a statement: the lines of `EXPLAIN QUERY PLAN`, arguments unbound.
    /// - Throws: ``StorageFailure`` when the statement does not compile.
    func plan(of sql: String) throws -> [String] {
        try connection.plan(of: sql)
    }
}

/// One snapshot of the database: whatever is committed meanwhile, it does not change.
struct Reader: Reading {
    let connection: Connection
    var viewer: Int64?
}

/// One act in the making: reads see what it wrote; it is kept whole or undone whole.
struct Writer: Reading {
    let connection: Connection
    var viewer: Int64? { nil }

    /// Runs one statement.
    /// - Returns: The rows that it inserted, updated or deleted itself.
    /// - Throws: ``StorageFailure``; the act goes on if the caller catches it.
    @discardableResult
    func execute(_ sql: String, _ arguments: (any Bindable)?...) throws -> Int {
        try connection.execute(sql, arguments)
    }

    /// Runs one statement whose arguments were collected on the way.
    /// - Returns: The rows that it inserted, updated or deleted itself.
    /// - Throws: ``StorageFailure``; the act goes on if the caller catches it.
    @discardableResult
    func execute(_ sql: String, with arguments: [(any Bindable)?]) throws -> Int {
        try connection.execute(sql, arguments)
    }

    /// Runs one INSERT that must insert; use ``execute(_:_:)`` for `ON CONFLICT DO NOTHING`.
    /// - Returns: The new row's number (`rowid`).
    /// - Throws: ``StorageFailure``, of kind `misuse` when nothing was inserted.
    @discardableResult
    func insert(_ sql: String, _ arguments: (any Bindable)?...) throws -> Int64 {
        try connection.insert(sql, arguments)
    }
}
