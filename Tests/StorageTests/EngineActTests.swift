import Domain
import Foundation
import Testing

@testable import Storage

@Suite struct EngineActTests {
    @Test("the writer syncs each commit and keeps the promises it was opened with")
    func settings() async throws {
        try await EngineBench.run { bench in
            let found = try await bench.store.hold { connection in
                try ["journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "trusted_schema"]
                    .map { try connection.setting($0) }
            }
            #expect(found == ["wal", "2", "1", "1", "1"])
        }
    }

    @Test("acts that wait together share a commit")
    func grouping() async throws {
        try await EngineBench.run { bench in
            try await bench.together { store in
                await withTaskGroup { group in
                    for number in 0..<64 {
                        group.addTask {
                            try? await store.write {
                                _ = try $0.insert("INSERT INTO shelf (name) VALUES (?)", "n\(number)")
                            }
                        }
                    }
                }
            }
            #expect(try await bench.shelves().count == 64)
            #expect(bench.store.commitCount < 32)
        }
    }

    @Test("an act that throws is undone alone, and its own error reaches its author")
    func undoneAlone() async throws {
        try await EngineBench.run { bench in
            let outcome = Note<(any Error)?>(nil)
            try await bench.together { store in
                async let first: Void = Self.add("first", to: store)
                async let second: Void = {
                    do {
                        try await store.write {
                            try $0.execute("INSERT INTO shelf (name) VALUES ('doomed')")
                            throw Refusal.notFound
                        }
                    } catch {
                        outcome.change { $0 = error }
                    }
                }()
                async let third: Void = Self.add("third", to: store)
                _ = await (first, second, third)
            }
            #expect(outcome.value as? Refusal == .notFound)
            #expect(Set(try await bench.shelves()) == ["first", "third"])
        }
    }

    private static func add(_ name: String, to store: Store) async {
        _ = try? await store.write { try $0.execute("INSERT INTO shelf (name) VALUES (?)", name) }
    }

    @Test("a caught failure inside of an act leaves the rest of the act standing")
    func caughtInside() async throws {
        try await EngineBench.run { bench in
            try await bench.store.write { db in
                try db.execute("INSERT INTO shelf (name) VALUES ('kept')")
                #expect(throws: StorageFailure.self) {
                    try db.execute("INSERT INTO shelf (name) VALUES ('kept')")
                }
            }
            #expect(try await bench.shelves() == ["kept"])
        }
    }

    @Test("the commit count rises before the acknowledgement, and only when rows have changed")
    func commitCount() async throws {
        try await EngineBench.run { bench in
            #expect(bench.store.commitCount == 0)
            try await bench.addShelf("a")
            #expect(bench.store.commitCount == 1)
            try await bench.store.write { try $0.execute("DELETE FROM shelf WHERE name = 'none'") }
            _ = try await bench.shelves()
            _ = await failure { try await bench.addShelf("a") }
            #expect(bench.store.commitCount == 1)
            try await bench.store.write { try $0.execute("DELETE FROM shelf") }
            #expect(bench.store.commitCount == 2)
        }
    }

    @Test("what the schema forbids is refused, each with its kind")
    func constraints() async throws {
        try await EngineBench.run { bench in
            try await bench.addShelf("a")
            let cases: [(String, StorageFailure.Kind)] = [
                ("INSERT INTO shelf (name) VALUES ('a')", .unique),
                ("INSERT INTO shelf (id, name) VALUES (1, 'b')", .unique),
                ("INSERT INTO shelf (name) VALUES ('')", .check),
                ("INSERT INTO shelf (name) VALUES (NULL)", .notNull),
                ("INSERT INTO shelf (name, id) VALUES ('b', 'text')", .datatype),
                ("INSERT INTO book (shelf_id, cover) VALUES (1, 'text')", .datatype),
                ("INSERT INTO label (shelf_id) VALUES (99)", .foreignKey),
                ("INSERT INTO shelf (colour) VALUES (1)", .misuse),
                ("INSERT INTO shelf (name) VALUES (?)", .misuse),
                ("INSERT INTO shelf (name) VALUES (\"quoted\")", .misuse),
            ]
            for (sql, kind) in cases {
                #expect(
                    await failure { _ = try await bench.store.write { try $0.execute(sql) } } == kind,
                    "\(sql)")
            }
            #expect(try await bench.shelves() == ["a"])
        }
    }

    @Test("a reference left dangling until the end fails its own act and no other of the group")
    func danglingAlone() async throws {
        try await EngineBench.run { bench in
            let kind = Note<StorageFailure.Kind?>(nil)
            try await bench.together { store in
                async let good: Void = Self.add("good", to: store)
                async let bad = failure {
                    _ = try await store.write { try $0.execute("INSERT INTO book (shelf_id) VALUES (99)") }
                }
                let found = await bad
                kind.change { $0 = found }
                await good
            }
            #expect(kind.value == .foreignKey)
            #expect(try await bench.shelves() == ["good"])
        }
    }

    @Test("on a full disk, what was acknowledged is there and what was refused is not")
    func fullDisk() async throws {
        try await EngineBench.run { bench in
            try await bench.addShelf("before")
            try await bench.store.hold { connection in
                let pages = try connection.setting("page_count")
                try connection.control("PRAGMA max_page_count = \(pages)")
            }
            let kept = Note<Set<String>>(["before"])
            try await bench.together { store in
                await withTaskGroup { group in
                    for number in 0..<8 {
                        let name = String(repeating: "\(number)", count: number % 2 == 0 ? 10 : 50_000)
                        group.addTask {
                            let done = await failure {
                                _ = try await store.write { db in
                                    try db.execute("INSERT INTO shelf (name) VALUES (?)", name)
                                }
                            }
                            guard done == nil else { return }
                            kept.change { $0.insert(name) }
                        }
                    }
                }
            }
            #expect(Set(try await bench.shelves()) == kept.value)
            #expect(kept.value.allSatisfy { $0.count < 50_000 })
            try await bench.store.hold { try $0.control("PRAGMA max_page_count = 1000000") }
            try await bench.addShelf("after")
        }
    }

    @Test("when a whole group is lost, none of its acts is acknowledged, and the next group works")
    func lostGroup() async throws {
        try await EngineBench.run { bench in
            let acknowledged = Note(0)
            try await bench.together { store in
                await withTaskGroup { group in
                    for number in 0..<10 {
                        group.addTask {
                            let done = await failure {
                                try await store.write { db in
                                    try db.execute("INSERT INTO shelf (name) VALUES (?)", "n\(number)")
                                    // Stands for a failure upon which SQLite ends the transaction itself.
                                    if number == 5 { try db.execute("ROLLBACK") }
                                }
                            }
                            if done == nil { acknowledged.change { $0 += 1 } }
                        }
                    }
                }
            }
            #expect(try await bench.shelves().count == acknowledged.value)
            #expect(acknowledged.value < 10)
            try await bench.addShelf("after")
        }
    }

    @Test("closing finishes the acts that wait, empties the log, and refuses what comes later")
    func closing() async throws {
        try await EngineBench.inDirectory { directory in
            let path = directory + "/engine.sqlite"
            let store = try Store(path: path, migrations: EngineBench.schema)
            try await store.migrate()
            let blocker = Task { try await store.hold { _ in Thread.sleep(forTimeInterval: 0.2) } }
            let waiting = Task {
                await withTaskGroup { group in
                    for number in 0..<100 { group.addTask { await Self.add("n\(number)", to: store) } }
                }
            }
            try await Task.sleep(for: .milliseconds(100))
            await store.close()
            try await blocker.value
            await waiting.value
            #expect(await failure { try await store.write { _ in } } == .closed)
            #expect(await failure { try await store.read { _ in } } == .closed)
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
            await store.close()

            let again = try Store(path: path, migrations: EngineBench.schema)
            #expect(try await again.read { try $0.one("SELECT count(*) FROM shelf") { $0.count(0) } } == 100)
            await again.close()
        }
    }

    @Test("a store that is let go without closing keeps what it acknowledged")
    func letGo() async throws {
        try await EngineBench.inDirectory { directory in
            let path = directory + "/engine.sqlite"
            do {
                let store = try Store(path: path, migrations: EngineBench.schema)
                try await store.migrate()
                try await store.write { try $0.execute("INSERT INTO shelf (name) VALUES ('a')") }
            }
            let again = try Store(path: path, migrations: EngineBench.schema)
            #expect(try await again.read { try $0.exists("SELECT 1 FROM shelf") })
            await again.close()
        }
    }
}
