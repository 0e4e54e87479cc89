import Foundation
import Testing

@testable import Storage

@Suite struct EngineFileTests {
    @Test("a backup made under load is whole, sound, private, and taken at one moment")
    func backupUnderLoad() async throws {
        try await EngineBench.run { bench in
            let store = bench.store
            let over = Note(false)
            let copy = bench.directory + "/copy.sqlite"
            try await withThrowingTaskGroup { group in
                group.addTask {
                    var number = 0
                    while !over.value {
                        number += 1
                        let name = "n\(number)"
                        // A shelf and its book are one act: a copy between two acts has as many of each.
                        try await store.write { db in
                            let shelf = try db.insert("INSERT INTO shelf (name) VALUES (?)", name)
                            try db.execute(
                                "INSERT INTO book (shelf_id, cover) VALUES (?, zeroblob(20000))", shelf)
                        }
                    }
                }
                while store.commitCount == 0 { try await Task.sleep(for: .milliseconds(5)) }
                try await store.backup(to: copy)
                let countAtBackup = store.commitCount
                while store.commitCount < countAtBackup + 3 { try await Task.sleep(for: .milliseconds(5)) }
                over.change { $0 = true }
                try await group.waitForAll()
            }
            let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(!FileManager.default.fileExists(atPath: copy + ".partial"))

            let restored = try Store(path: copy, migrations: EngineBench.schema)
            #expect(try await restored.integrityProblems() == [])
            let (shelves, books) = try await restored.read { db in
                (
                    try db.one("SELECT count(*) FROM shelf") { $0.int(0) },
                    try db.one("SELECT count(*) FROM book") { $0.int(0) }
                )
            }
            #expect(try #require(shelves) > 0)
            #expect(shelves == books)
            try await restored.write { try $0.execute("INSERT INTO shelf (name) VALUES ('after')") }
            await restored.close()
        }
    }

    @Test("a backup replaces no file, and one from outside leaves the log to its owner")
    func backupRefusals() async throws {
        try await EngineBench.run { bench in
            try await bench.addShelf("a")
            let copy = bench.directory + "/copy.sqlite"
            try await bench.store.backup(to: copy)
            #expect(await failure { try await bench.store.backup(to: copy) } == .cannotOpen)
            #expect(await failure { try await bench.store.backup(to: "/nowhere/copy") } == .cannotOpen)
            let log = try bench.size(ofFile: "-wal")
            try await Store.backup(of: bench.path, to: bench.directory + "/outside.sqlite")
            #expect(try bench.size(ofFile: "-wal") == log)
            #expect(log > 0)
            let missing = bench.directory + "/missing.sqlite"
            #expect(await failure { try await Store.backup(of: missing, to: copy + "2") } == .cannotOpen)
            #expect(!FileManager.default.fileExists(atPath: missing))
            #expect(!FileManager.default.fileExists(atPath: copy + "2.partial"))
        }
    }

    @Test("a row whose reference points nowhere is found")
    func problems() async throws {
        try await EngineBench.run { bench in
            #expect(try await bench.store.integrityProblems() == [])
            try await bench.store.hold { connection in
                try connection.control("PRAGMA foreign_keys = OFF")
                try connection.control("INSERT INTO label (shelf_id) VALUES (99)")
                try connection.control("PRAGMA foreign_keys = ON")
            }
            #expect(
                try await bench.store.integrityProblems()
                    == ["row 1 of label refers to a row of shelf that does not exist"])
        }
    }

    @Test("migrating applies what is lacking, once")
    func migrating() async throws {
        try await EngineBench.inDirectory { directory in
            let path = directory + "/engine.sqlite"
            let second = Migration(name: "002 more", sql: "ALTER TABLE shelf ADD COLUMN room TEXT;")
            let old = try Store(path: path, migrations: EngineBench.schema)
            #expect(try await old.pendingMigrations() == ["001 shelves"])
            #expect(try await old.migrate() == ["001 shelves"])
            #expect(try await old.migrate() == [])
            await old.close()
            let new = try Store(path: path, migrations: EngineBench.schema + [second])
            #expect(try await new.pendingMigrations() == ["002 more"])
            #expect(try await new.migrate() == ["002 more"])
            #expect(try await new.hold { try $0.setting("foreign_keys") } == "1")
            await new.close()
            #expect(await failure { _ = try Store(path: path, migrations: EngineBench.schema) } == .schema)
        }
    }

    @Test("a step that fails, or leaves a dangling reference, is undone whole")
    func faultySteps() async throws {
        for sql in [
            "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT; SELECT nonsense;",
            "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT; INSERT INTO label (shelf_id) VALUES (7);",
        ] {
            try await EngineBench.inDirectory { directory in
                let path = directory + "/engine.sqlite"
                let steps = EngineBench.schema + [Migration(name: "002 faulty", sql: sql)]
                let store = try Store(path: path, migrations: steps)
                #expect(await failure { try await store.migrate() } != nil)
                #expect(try await store.pendingMigrations() == ["002 faulty"])
                #expect(
                    await failure { try await store.read { _ = try $0.exists("SELECT 1 FROM extra") } }
                        == .misuse)
                await store.close()
            }
        }
    }

    @Test("an altered step, another programme's database and a file that is none are refused")
    func foreignFiles() async throws {
        try await EngineBench.run { bench in
            let altered = [Migration(name: "001 shelves", sql: "SELECT 1;")]
            #expect(await failure { _ = try Store(path: bench.path, migrations: altered) } == .schema)
            try await bench.store.write { db in
                try db.execute("DROP TABLE migration")
            }
            #expect(
                await failure { _ = try Store(path: bench.path, migrations: EngineBench.schema) } == .schema)
            let picture = bench.directory + "/picture.png"
            try Data(repeating: 7, count: 5_000).write(to: URL(fileURLWithPath: picture))
            #expect(await failure { _ = try Store(path: picture, migrations: []) } == .corrupt)
            #expect(await failure { _ = try Store(path: bench.directory, migrations: []) } == .cannotOpen)
            #expect(await failure { _ = try Store(path: "/nowhere/x", migrations: []) } == .cannotOpen)
        }
    }

    @Test("a new database is readable by its owner alone")
    func privacy() async throws {
        try await EngineBench.run { bench in
            try await bench.addShelf("a")
            for suffix in ["", "-wal"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: bench.path + suffix)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
        }
    }
}
