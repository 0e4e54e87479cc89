import Domain
import Foundation
import Testing

@testable import Storage

@Suite struct LedgerProofTests {
    private typealias Ledger = LedgerTests

    /// Twelve lines of every kind.
    private static func fill(_ town: Town) async throws {
        for number in 1...8 {
            try await town.store.keep(
                [Ledger.post("in:\(number)", 100, "world:x", "fund:\(number):pool")],
                on: Day(number: 20_000 + number))
        }
        try await town.store.keep(
            [
                .reserve(
                    Ledger.key("p"),
                    [Ledger.transfer(30, "fund:1:pool", "a"), Ledger.transfer(40, "fund:2:pool", "a")]),
                .settle(Ledger.key("p")), .reverse(Ledger.key("in:3")), .reverse(Ledger.key("p")),
            ], on: Day(number: 20_010))
    }

    /// What a replay of the town's ledger says once `edit` was done to a copy of its file.
    private static func audit(
        _ town: Town, noted: LedgerHead? = nil, after edit: (String) async throws -> Void = { _ in }
    ) async throws -> LedgerReport {
        let copy = town.path + "-\(UUID().uuidString)"
        try await town.store.backup(to: copy)
        try await edit(copy)
        return try await Store.verifyLedger(of: copy, noted: noted)
    }

    /// Runs statements as somebody who takes the file in hand: without triggers or foreign keys in the way.
    private static func tamper(_ path: String, _ statements: String) async throws {
        let store = try Store(path: path)
        try await store.hold { connection in
            try connection.script("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")
            let triggers = try connection.rows(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ledger%'", []
            ) { $0.text(0) }
            for trigger in triggers { try connection.script("DROP TRIGGER \(trigger)") }
            try connection.script(statements)
        }
        await store.close()
    }

    @Test("a ledger that nobody touched is well, and can be asked for balances")
    func fine() async throws {
        try await Town.live { town in
            #expect(try await Self.audit(town).head == .empty)
            try await Self.fill(town)
            let report = try await Self.audit(town)
            #expect(report.fault == nil)
            #expect(report.head.seq == 12)
            let first = try Ledger.place("fund:1:pool")
            let asked = try await Store.verifyLedger(of: town.path, accounts: [first.account])
            #expect(asked.balances[first] == LedgerBalance(posted: 100, held: 0))
            let past = try await Store.verifyLedger(
                of: town.path, accounts: [first.account], on: Day(number: 20_000))
            #expect(past.balances[first] == .zero)
        }
    }

    @Test("SQLite refuses to change, delete or replace anything in the ledger")
    func guarded() async throws {
        try await Town.live { town in
            try await Self.fill(town)
            let head = try await Self.audit(town).head
            let attacks = [
                "UPDATE ledger_entry SET day = '2020-01-01' WHERE seq = 3", "DELETE FROM ledger_entry",
                "DELETE FROM ledger_entry WHERE seq = 12",
                "UPDATE ledger_transfer SET amount = amount + 1 WHERE entry_seq = 2",
                "DELETE FROM ledger_transfer", "UPDATE ledger_balance SET posted = 9 WHERE entry_seq = 12",
                "DELETE FROM ledger_balance", "UPDATE ledger_account SET name = 'b' WHERE id = 1",
                "DELETE FROM ledger_account WHERE id = 1",
                """
                INSERT OR REPLACE INTO ledger_entry (seq, key, type, day, hash)
                VALUES (3, 'x', 'POSTED', '2026-01-01', zeroblob(32))
                """,
                """
                INSERT OR REPLACE INTO ledger_entry (seq, key, type, day, hash)
                VALUES (13, 'in:1', 'POSTED', '2026-01-01', zeroblob(32))
                """,
                """
                INSERT OR REPLACE INTO ledger_transfer (entry_seq, position, source_id, destination_id, asset, amount)
                VALUES (12, 0, 1, 2, 'EUR', 1)
                """,
                """
                INSERT OR REPLACE INTO ledger_balance (entry_seq, account_id, asset, posted, held)
                SELECT entry_seq, account_id, asset, 0, 0 FROM ledger_balance WHERE entry_seq = 12
                """,
                "INSERT OR REPLACE INTO ledger_account (id, name) VALUES (1, 'b')",
                "INSERT OR REPLACE INTO ledger_account (name) VALUES ('world:x')",
                "INSERT INTO ledger_account (name) VALUES ('Jeanne Martin')",
                """
                INSERT INTO ledger_entry (seq, key, type, day, hash)
                VALUES (3, 'in:3', 'POSTED', '2026-01-01', zeroblob(32))
                ON CONFLICT (key) DO UPDATE SET day = '2020-01-01'
                """,
            ]
            for attack in attacks {
                let refused = await failure { try await town.store.write { _ = try $0.execute(attack) } }
                #expect(refused == .check, "\(attack)")
            }
            #expect(try await Self.audit(town).head == head)
        }
    }

    @Test(
        "whatever is changed in the file is found at its line",
        arguments: [
            ("UPDATE ledger_entry SET day = '2024-10-08' WHERE seq = 5", 5),
            ("UPDATE ledger_entry SET key = 'in:4x' WHERE seq = 4", 4),
            ("UPDATE ledger_entry SET type = 'PENDING' WHERE seq = 6", 6),
            ("UPDATE ledger_entry SET type = 'MADE' WHERE seq = 6", 6),
            ("UPDATE ledger_entry SET hash = zeroblob(32) WHERE seq = 7", 7),
            ("UPDATE ledger_entry SET hash = zeroblob(3) WHERE seq = 7", 7),
            ("UPDATE ledger_entry SET day = 'never' WHERE seq = 2", 2),
            ("UPDATE ledger_transfer SET amount = 101 WHERE entry_seq = 8", 8),
            ("UPDATE ledger_transfer SET amount = -5 WHERE entry_seq = 8", 8),
            ("UPDATE ledger_transfer SET asset = 'PTS' WHERE entry_seq = 1", 1),
            ("UPDATE ledger_transfer SET destination_id = 77 WHERE entry_seq = 3", 3),
            ("DELETE FROM ledger_transfer WHERE entry_seq = 9 AND position = 1", 9),
            ("INSERT INTO ledger_transfer VALUES (5, 1, 1, 2, 'EUR', 1)", 5),
            ("UPDATE ledger_balance SET posted = posted + 1 WHERE entry_seq = 10 AND account_id = 2", 10),
            ("DELETE FROM ledger_balance WHERE entry_seq = 11 AND account_id = 1", 11),
            ("INSERT INTO ledger_balance VALUES (4, 2, 'EUR', 100, 0)", 4),
            ("UPDATE ledger_account SET name = 'fund:6:pond' WHERE name = 'fund:6:pool'", 6),
            (
                """
                INSERT INTO ledger_entry (seq, key, type, day, hash)
                VALUES (14, 'x', 'POSTED', '2026-01-01', zeroblob(32))
                """, 13
            ), ("DELETE FROM ledger_entry WHERE seq = 5", 5), ("DELETE FROM ledger_entry WHERE seq = 1", 1),
            ("DELETE FROM ledger_entry WHERE seq = 12", 12),
            (
                """
                DELETE FROM ledger_entry WHERE seq > 11; DELETE FROM ledger_transfer WHERE entry_seq > 11
                """, 12
            ),
        ])
    func changed(edit: String, line: Int64) async throws {
        try await Town.live { town in
            try await Self.fill(town)
            let report = try await Self.audit(town) { try await Self.tamper($0, edit) }
            #expect(report.fault?.seq == line, "\(String(describing: report.fault))")
            #expect(report.head.seq == line - 1)
        }
    }

    @Test("one byte changed in the file itself is found at its line")
    func oneByte() async throws {
        try await Town.live { town in
            try await Self.fill(town)
            let report = try await Self.audit(town) { path in
                var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
                let key = try #require(bytes.range(of: Data("in:7POSTED".utf8)))
                bytes[key.lowerBound + 3] = UInt8(ascii: "9")
                try bytes.write(to: URL(fileURLWithPath: path))
            }
            #expect(report.fault == LedgerFault(seq: 7, reason: .changed))
        }
    }

    @Test("a tail that was cut off whole is found by a head that was noted")
    func cut() async throws {
        try await Town.live { town in
            try await Self.fill(town)
            let head = try await Self.audit(town).head
            let cut = (9...12).map { seq in
                [
                    "ledger_transfer WHERE entry_seq", "ledger_balance WHERE entry_seq",
                    "ledger_entry WHERE seq",
                ]
                .map { "DELETE FROM \($0) = \(seq);" }.joined()
            }.joined()
            #expect(try await Self.audit(town) { try await Self.tamper($0, cut) }.fault == nil)
            let report = try await Self.audit(town, noted: head) { try await Self.tamper($0, cut) }
            #expect(report.fault == LedgerFault(seq: 12, reason: .missing))
            let other = LedgerHead(seq: 4, fingerprint: .zero)
            #expect(try await Self.audit(town, noted: other).fault == LedgerFault(seq: 4, reason: .otherHead))
            #expect(try await Self.audit(town, noted: head).fault == nil)
        }
    }
}
