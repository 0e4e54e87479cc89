import Foundation
import Synchronization

@testable import Storage

/// A store over a small schema in a directory of its own, removed at the end.
struct EngineBench {
    static let schema = [
        Migration(
            name: "001 shelves",
            sql: """
                CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> '')) STRICT;
                CREATE TABLE book (
                    id INTEGER PRIMARY KEY,
                    shelf_id INTEGER NOT NULL REFERENCES shelf (id) DEFERRABLE INITIALLY DEFERRED,
                    cover BLOB
                ) STRICT;
                CREATE TABLE label (shelf_id INTEGER NOT NULL REFERENCES shelf (id)) STRICT;
                """)
    ]

    let directory: String
    let store: Store
    var path: String { directory + "/engine.sqlite" }

    /// Gives a migrated store to `body`, and closes it.
    static func run(
        readers: Int = 2, onStatement: (@Sendable (String) -> Void)? = nil,
        _ body: (EngineBench) async throws -> Void
    ) async throws {
        try await inDirectory { directory in
            let store = try Store(
                path: directory + "/engine.sqlite", readers: readers, migrations: schema,
                onStatement: onStatement)
            try await store.migrate()
            try await body(EngineBench(directory: directory, store: store))
            await store.close()
        }
    }

    /// Gives an empty directory to `body`, and removes it.
    static func inDirectory(_ body: (String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("engine-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await body(directory)
    }

    @discardableResult
    func addShelf(_ name: String) async throws -> Int64 {
        try await store.write { try $0.insert("INSERT INTO shelf (name) VALUES (?)", name) }
    }

    func shelves() async throws -> [String] {
        try await store.read { try $0.rows("SELECT name FROM shelf ORDER BY id") { $0.text(0) } }
    }

    /// Keeps the writer busy until `acts` had the time to queue behind it, so that they share a commit.
    func together(_ acts: @escaping @Sendable (Store) async -> Void) async throws {
        let store = store
        async let blocker: Void = store.hold { _ in Thread.sleep(forTimeInterval: 0.1) }
        async let behind: Void = acts(store)
        _ = try await (blocker, behind)
    }

    func size(ofFile suffix: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
        return (attributes[.size] as? Int) ?? 0
    }
}

/// What concurrent parts of a test note.
final class Note<Value: Sendable>: Sendable {
    private let noted: Mutex<Value>
    init(_ value: Value) { noted = Mutex(value) }
    var value: Value { noted.withLock { $0 } }
    func change(_ body: @Sendable (inout Value) -> Void) { noted.withLock { body(&$0) } }
}

/// The failure that a piece of work ends with, or nil.
func failure(of work: () async throws -> Void) async -> StorageFailure.Kind? {
    do {
        try await work()
        return nil
    } catch let error as StorageFailure {
        return error.kind
    } catch {
        return .other
    }
}
