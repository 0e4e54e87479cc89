public import Domain

/// Where the data of a database came from, if it was made up.
public enum Origin: String, Sendable {
    /// A small world to look at, in which everybody knows the passwords.
    case demonstration
    /// A large one for measuring.
    case large
}

extension Store {
    /// Whether the data was made up, and how; nil for an insurer's own.
    public func origin() async throws -> Origin? {
        try await read { db in try db.one("SELECT kind FROM origin LIMIT 1") { try $0.word(0) } }
    }

    /// Notes that the data is made up.
    public func note(_ origin: Origin, at now: Timestamp) async throws {
        _ = try await write { db in
            try db.execute("INSERT INTO origin (kind, seeded_at) VALUES (?, ?)", origin.rawValue, now)
        }
    }

    /// Whether nobody has an account yet.
    public func isEmpty() async throws -> Bool {
        try await read { db in try !db.exists("SELECT 1 FROM member LIMIT 1") }
    }
}
