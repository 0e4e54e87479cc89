import Foundation
import Testing

@testable import Storage

@Suite struct EngineReadTests {
    @Test("a read sees one state, whatever is committed meanwhile")
    func snapshot() async throws {
        try await EngineBench.run { bench in
            let started = DispatchSemaphore(value: 0)
            let committed = DispatchSemaphore(value: 0)
            async let counts = bench.store.read { db in
                let before = try db.one("SELECT count(*) FROM shelf") { $0.int(0) }
                started.signal()
                committed.wait()
                return (before, try db.one("SELECT count(*) FROM shelf") { $0.int(0) })
            }
            try await bench.store.hold { _ in started.wait() }
            try await bench.addShelf("a")
            committed.signal()
            let (before, after) = try await counts
            #expect(before == 0)
            #expect(after == 0)
            #expect(try await bench.shelves() == ["a"])
        }
    }

    @Test("an act reads what it has written itself")
    func ownWrites() async throws {
        try await EngineBench.run { bench in
            let seen = try await bench.store.write { db in
                try db.execute("INSERT INTO shelf (name) VALUES ('a')")
                return try db.exists("SELECT 1 FROM shelf WHERE name = ?", "a")
            }
            #expect(seen)
        }
    }

    @Test("a reader can change nothing")
    func readersOnlyRead() async throws {
        try await EngineBench.run { bench in
            let kind = await failure {
                try await bench.store.read { db in
                    _ = try db.rows("INSERT INTO shelf (name) VALUES ('a') RETURNING id") { $0.int(0) }
                }
            }
            #expect(kind == .misuse)
            let shelves = try await bench.shelves()
            #expect(shelves == [])
        }
    }

    @Test("every kind of value comes back as it went in")
    func values() async throws {
        try await EngineBench.run { bench in
            let absent: String? = nil
            let present: String? = "là"
            let text = "a\u{0}b 🐝 e\u{301}"
            try await bench.store.read { db in
                let made: Bool? = try db.one(
                    "SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?", Int64.min, 1.5, text, "", [UInt8](),
                    [0, 255] as [UInt8],
                    true, nil, absent, present
                ) { row in
                    #expect(row.int(0) == .min)
                    #expect(row.real(1) == 1.5)
                    #expect(Array(row.text(2).utf8) == Array(text.utf8))
                    #expect(row.text(3) == "")
                    #expect(row.blob(4) == [])
                    #expect(row.value(4) == .blob([]))
                    #expect(row.blob(5) == [0, 255])
                    #expect(row.flag(6) == true)
                    #expect(row.intOrNil(7) == nil && row.flagOrNil(7) == nil && row.realOrNil(7) == nil)
                    #expect(row.textOrNil(8) == nil && row.blobOrNil(8) == nil)
                    #expect(row.textOrNil(9) == "là")
                    return true
                }
                #expect(made == true)
            }
        }
    }

    @Test("a column read as what it is not fails the read, and only that read")
    func misreading() async throws {
        let misreadings: [@Sendable (borrowing Row) -> Void] = [
            { row in _ = row.int(0) }, { row in _ = row.text(1) }, { row in _ = row.blob(0) },
            { row in _ = row.flag(2) }, { row in _ = row.real(2) }, { row in _ = row.text(3) },
            { row in _ = row.textOrNil(4) }, { row in _ = row.intOrNil(-1) },
        ]
        try await EngineBench.run { bench in
            for (number, misread) in misreadings.enumerated() {
                let kind = await failure {
                    try await bench.store.read { db in
                        _ = try db.rows("SELECT 'text', 1, 2, NULL", make: misread)
                    }
                }
                #expect(kind == .misuse, "misreading \(number)")
                let text = try await bench.store.read { try $0.one("SELECT 'text'") { $0.text(0) } }
                #expect(text == "text")
            }
        }
    }

    @Test("a statement can run inside of its own rows")
    func nested() async throws {
        try await EngineBench.run { bench in
            for name in ["a", "b", "c"] { try await bench.addShelf(name) }
            let sql = "SELECT name FROM shelf WHERE name >= ? ORDER BY name"
            let pairs = try await bench.store.read { db in
                try db.rows(sql, "b") { outer in
                    try outer.text(0) + db.rows(sql, "b") { inner in inner.text(0) }.joined()
                }
            }
            #expect(pairs == ["bbc", "cbc"])
        }
    }

    @Test("more texts than are kept compiled still answer, and what is used all the time stays compiled")
    func manyStatements() async throws {
        try await EngineBench.run { bench in
            let sum = try await bench.store.read { db in
                try (0..<1_500).reduce(0) { sum, number in
                    try sum + (db.one("SELECT \(number % 700)") { $0.count(0) } ?? 0)
                }
            }
            #expect(sum == (0..<1_500).reduce(0) { $0 + $1 % 700 })
        }
        var kept = KeptTexts<Int>()
        kept.keep(0, for: "always")
        for number in 1...5_000 {
            kept.keep(number, for: "once \(number)")
            #expect(kept["always"] == 0)
        }
        #expect(kept["once 5000"] == 5_000)
        #expect(kept["once 4000"] == nil)
    }

    @Test(
        "whoever looks is bound by name, among arguments in their order; where nobody looks, the text is refused"
    )
    func viewer() async throws {
        try await EngineBench.run { bench in
            let sql = "SELECT ? || :viewer || ? || :viewer || ?"
            let (said, first, last) = try await bench.store.read { db in
                let ana = Reader(connection: db.connection, viewer: 7)
                return (
                    try ana.one(sql, "a", "b", "c") { $0.text(0) },
                    try ana.one("SELECT :viewer - ?", 2) { $0.int(0) },
                    try Reader(connection: db.connection, viewer: 8).one("SELECT ? - :viewer", 2) {
                        $0.int(0)
                    }
                )
            }
            #expect(said == "a7b7c")
            #expect(first == 5)
            #expect(last == -6)
            for arguments in [["a", "b", "c"], ["a", "b"], ["a", "b", "c", "d"]] {
                let kind = await failure {
                    try await bench.store.read { db in
                        _ = try db.rows(sql, with: arguments) { $0.text(0) }
                    }
                }
                #expect(kind == .misuse)
            }
        }
    }

    @Test("the hook hears the stores' statements only, and their plans can be asked for")
    func plans() async throws {
        let heard = Note<[String]>([])
        try await EngineBench.run(onStatement: { sql in heard.change { $0.append(sql) } }) { bench in
            try await bench.addShelf("a")
            _ = try await bench.shelves()
            let own = heard.value.filter { $0.contains("shelf") && !$0.contains("sqlite_master") }
            #expect(own == ["INSERT INTO shelf (name) VALUES (?)", "SELECT name FROM shelf ORDER BY id"])
            let (list, search) = try await bench.store.read { db in
                (
                    try db.plan(of: "SELECT name FROM shelf ORDER BY id"),
                    try db.plan(of: "SELECT id FROM shelf WHERE name = ?")
                )
            }
            #expect(list == ["SCAN shelf"])
            #expect(search.count == 1 && search[0].hasPrefix("SEARCH shelf"))
        }
    }

    @Test("the log starts again although reads never stop")
    func logStaysShort() async throws {
        try await EngineBench.run { bench in
            let store = bench.store
            let over = Note(false)
            try await withThrowingTaskGroup { group in
                for _ in 0..<3 {
                    group.addTask {
                        while !over.value {
                            try await store.read { _ = try $0.exists("SELECT 1 FROM book") }
                        }
                    }
                }
                try await bench.addShelf("a")
                for _ in 0..<120 {
                    try await store.write { db in
                        try db.execute("INSERT INTO book (shelf_id, cover) VALUES (1, zeroblob(1000000))")
                    }
                }
                over.change { $0 = true }
                try await group.waitForAll()
            }
            #expect(try bench.size(ofFile: "-wal") < 90_000_000)
            #expect(try bench.size(ofFile: "") > 30_000_000)
        }
    }
}
