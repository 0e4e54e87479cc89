/// One step of the schema, in plain SQL; once released, its text never changes.
struct Migration: Sendable {
    /// What it does, and its place in the order: "001 accounts".
    let name: String
    /// Statements separated by semicolons.
    let sql: String
}

/// Brings a database to the schema that this programme knows.
struct Migrations: Sendable {
    /// The steps in their order.
    let steps: [Migration]

    /// The steps that were not yet applied.
    /// - Throws: ``StorageFailure`` of kind `schema` when the database holds a step that is unknown here (a
    ///   newer programme wrote it), out of order, or of another text.
    func pending(in connection: Connection) throws -> ArraySlice<Migration> {
        let isNew = try connection.rows(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'", [], make: { _ in () }
        ).isEmpty
        if isNew {
            let tables = try connection.rows("SELECT name FROM sqlite_master", [], limit: 1) { $0.text(0) }
            guard tables.isEmpty else {
                throw StorageFailure(.schema, "this is another programme's database: it has \(tables[0])")
            }
            return steps[...]
        }
        let applied = try connection.rows("SELECT name, sql FROM migration ORDER BY position", []) {
            (name: $0.text(0), sql: $0.text(1))
        }
        for (position, found) in applied.enumerated() {
            guard position < steps.count, steps[position].name == found.name else {
                throw StorageFailure(
                    .schema, "the database has the step “\(found.name)”, which this version does not know")
            }
            guard steps[position].sql == found.sql else {
                throw StorageFailure(.schema, "the step “\(found.name)” was applied with another text")
            }
        }
        return steps[applied.count...]
    }

    /// Applies what is pending, each step in a transaction of its own, synced before the next begins.
    ///
    /// Foreign keys are not enforced while a step rebuilds tables (sqlite.org/lang_altertable.html, section 7);
    /// they are checked before it is kept.
    /// - Returns: The names of the steps applied.
    /// - Throws: ``StorageFailure``; the steps before the faulty one stay applied.
    func apply(to connection: Connection) throws -> [String] {
        let pending = try pending(in: connection)
        guard !pending.isEmpty else { return [] }
        try connection.control("PRAGMA foreign_keys = OFF")
        defer { _ = try? connection.control("PRAGMA foreign_keys = ON") }
        for (position, step) in zip(pending.indices, pending) {
            try connection.control("BEGIN IMMEDIATE")
            do {
                try apply(step, at: position, to: connection)
                try connection.control("COMMIT")
            } catch {
                if connection.isInTransaction { try connection.control("ROLLBACK") }
                throw error
            }
        }
        return pending.map(\.name)
    }

    private func apply(_ step: Migration, at position: Int, to connection: Connection) throws {
        if position == 0 {
            try connection.control(
                """
                CREATE TABLE migration (
                    position INTEGER PRIMARY KEY,
                    name TEXT NOT NULL UNIQUE,
                    sql TEXT NOT NULL,
                    applied_at INTEGER NOT NULL
                ) STRICT
                """)
        }
        try connection.script(step.sql)
        let dangling = try connection.danglingReferences()
        guard dangling.isEmpty else {
            throw StorageFailure(.schema, "after the step “\(step.name)”: \(dangling[0])")
        }
        try connection.control(
            "INSERT INTO migration (position, name, sql, applied_at) VALUES (?, ?, ?, unixepoch())",
            [position, step.name, step.sql])
    }
}
