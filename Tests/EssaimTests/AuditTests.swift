import Domain
import Foundation
import Storage
import Testing

@Suite("Audits from the command line")
struct AuditTests {
    private static let rules = """
        {"feeBps": 1750, "insurerBps": 3333, "preventionBps": 0, "deductible": 0, "perClaimPoolLimit": 15000,
        "coverLimit": 1000000000, "firstEuro": [], "reserveBps": 0, "reserveCap": 1000000000000,
        "cashbackCapBps": 10000, "mode": "prorata", "leaver": "prorated", "dropDown": "advance"}
        """
    private static let events = """
        [{"t": "contribute", "m": "A", "c": 10001}, {"t": "contribute", "m": "é\\"", "c": 6667},
        {"t": "contribute", "m": "C", "c": 3333}, {"t": "claim", "m": "é\\"", "gross": 4567, "kind": "std"},
        {"t": "leave", "m": "C", "days": 365, "period": 365}]
        """

    /// Runs a command on a file with this content.
    private static func run(_ command: String..., on content: String) async throws -> Program.Outcome {
        let folder = try Folder()
        let path = folder.path("input.json")
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        return try await Program.run([command[0], path] + command.dropFirst())
    }

    @Test("computes a period to the cent, as JSON of whole numbers")
    func fund() async throws {
        let outcome = try await Self.run(
            "fund", on: #"{"rules": \#(Self.rules), "events": \#(Self.events), "name": "a note"}"#)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(
            outcome.output == """
                {
                  "fee": 3499,
                  "insurer": 6665,
                  "prevention": 0,
                  "repay": 0,
                  "S": 5270,
                  "retain": 0,
                  "D": 5270,
                  "cashback": {
                    "A": 2635,
                    "C": 878,
                    "é\\"": 1757
                  },
                  "carryOut": 0,
                  "results": [
                    {"fee": 1750, "insurer": 3333, "prevention": 0, "pool": 4918},
                    {"fee": 1166, "insurer": 2222, "prevention": 0, "pool": 3279},
                    {"fee": 583, "insurer": 1110, "prevention": 0, "pool": 1640},
                    {"pool": 4567, "insurer": 0, "member": 0},
                    {"earned": 3333, "refund": 0, "fee": 0, "insurer": 0, "prevention": 0, "pool": 0}
                  ]
                }

                """)
    }

    @Test("says the sum behind each cent")
    func explanation() async throws {
        let outcome = try await Self.run(
            "fund", "--explain", on: #"{"rules": \#(Self.rules), "events": \#(Self.events)}"#)
        #expect(outcome.code == 0)
        #expect(
            outcome.output.contains("A: 5270 × 4918 / 9837 = 2634.73 → 26.35 (one of the cents left over)\n"))
        #expect(outcome.output.contains("C: 5270 × 1640 / 9837 = 878.60 → 8.78\n"))
    }

    @Test(
        "refuses a period that cannot be computed, in one line that says where",
        arguments: [
            ("", "is not JSON"), ("[]", "must be an object"),
            (#"{"rules": {}, "events": []}"#, "rules.feeBps is missing"),
            (#"{"rules": RULES}"#, "events is missing"),
            (#"{"rules": RULES, "events": [{"t": "contribute", "m": "A", "c": 1.5}]}"#, "events[0].c"),
            (
                #"{"rules": RULES, "events": [{"t": "contribute", "m": "A", "c": "1"}]}"#,
                "events[0].c must be a whole number"
            ),
            (
                #"{"rules": RULES, "events": [{"t": "contribute", "m": "A", "c": -1}]}"#,
                "events[0]: an amount is below zero"
            ),
            (
                #"{"rules": RULES, "events": [{"t": "contribute", "m": "A", "c": 99999999999999999999}]}"#,
                "events[0].c"
            ),
            (#"{"rules": RULES, "events": [{"t": "gift", "m": "A", "c": 1}]}"#, "“gift” is none of"),
            (
                #"{"rules": RULES, "events": [{"t": "claim", "m": "A", "gros": 1, "kind": "x"}]}"#,
                "events[0].gros: this is not known"
            ),
            (
                #"{"rules": RULES, "events": [{"t": "settle"}]}"#,
                "events[0]: claims are settled together only"
            ),
            (#"{"rules": RULES, "opening": -1, "events": []}"#, "an amount is below zero"),
            (#"{"rules": RULES, "opening": "1", "events": []}"#, "opening must be a whole number"),
        ])
    func refusedFunds(content: String, says: String) async throws {
        let outcome = try await Self.run(
            "fund", on: content.split(separator: "RULES").joined(separator: Self.rules))
        #expect(outcome.code == 78)
        #expect(outcome.complaints.count == 1)
        #expect(outcome.errors.contains(says), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test("takes events from a table, all or none")
    func table() async throws {
        let folder = try Folder()
        let files = ["rules.json", "good.csv", "bad.csv"].map(folder.path)
        try Data(#"{"rules": \#(Self.rules), "events": []}"#.utf8).write(to: URL(fileURLWithPath: files[0]))
        let head = "type;member;amount\n"
        try Data("\(head)contribute;A;100,01\ncontribute;B;66,67\n".utf8)
            .write(to: URL(fileURLWithPath: files[1]))
        try Data("\(head)contribute;A;100,01\ncontribute;B;x\ngift;B;1\n".utf8)
            .write(to: URL(fileURLWithPath: files[2]))
        let good = try await Program.run("fund", files[0], "--events", files[1])
        #expect(
            good.output.contains(#""cashback": {\#n    "A": 4918,\#n    "B": 3279\#n  }"#), "\(good.errors)")
        let bad = try await Program.run("fund", files[0], "--events", files[2])
        #expect(bad.code == 78)
        #expect(bad.complaints == ["essaim: \(files[2]): line 3, amount: notANumber (and 1 more)"])
    }

    private static let seed = "0123456789abcdef0123456789abcdef"

    private static func draw(seed: String = seed, participants: String = #"["ana", "bob", "cleo", "dan"]"#)
        -> String
    {
        """
        {"commitment": "\(Fingerprint(of: Self.seed))", "seed": "\(seed)", "publicInput": "8123,45",
        "participants": \(participants), "winners": 2}
        """
    }

    @Test("draws what anybody can draw again, and fails when the commitment is broken")
    func draw() async throws {
        let outcome = try await Self.run("draw", on: Self.draw())
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("\"commitmentKept\": true"))
        let again = try await Self.run("draw", on: Self.draw(participants: #"["dan", "cleo", "bob", "ana"]"#))
        #expect(again.output == outcome.output)
        let broken = try await Self.run("draw", on: Self.draw(seed: Self.seed + "0"))
        #expect(broken.code == 1)
        #expect(broken.output.contains("\"commitmentKept\": false"))
        #expect(broken.complaints.count == 1)
        let twice = try await Self.run("draw", on: Self.draw(participants: #"["ana", "ana"]"#))
        #expect(twice.code == 78)
        #expect(twice.errors.contains("participants: somebody is there twice"))
    }

    @Test("verifies the ledger, tells balances, and names the first line that is wrong")
    func verify() async throws {
        let folder = try Folder()
        let path = folder.path("essaim.sqlite")
        let store = try Store(path: path)
        try await store.migrate()
        let pool = try #require(LedgerAccount("fund:7:pool"))
        let world = try #require(LedgerAccount("world:member"))
        for number in 1...5 {
            let key = try #require(LedgerKey("contrib:7:2027:\(number)"))
            let transfer = try #require(Transfer(1_005, .euros, from: world, to: pool))
            try await store.keep([.post(key, [transfer])], on: Day(number: 20_000 + number))
        }
        await store.close()

        let well = try await Program.run(
            "verify", "--database", path, "--account", "fund:7:pool", "--on", "2024-10-06")
        #expect(well.code == 0, "\(well.errors)")
        #expect(well.output.contains("fund:7:pool: 20.10 EUR\n"))
        let head = try #require(well.output.split(separator: " ").last).trimmingCharacters(in: .newlines)
        #expect(head.hasPrefix("5:"))
        #expect(try await Program.run("verify", "--database", path, "--head", head).code == 0)
        let other = try await Program.run(
            "verify", "--database", path, "--head", "3:" + String(repeating: "0", count: 64))
        #expect(other.code == 1)
        #expect(other.errors.contains("line 3 has another hash than was noted"))

        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let place = try #require(bytes.range(of: Data("contrib:7:2027:4POSTED".utf8)))
        bytes[place.lowerBound] = UInt8(ascii: "C")
        try bytes.write(to: URL(fileURLWithPath: path))
        let changed = try await Program.run("verify", "--database", path)
        #expect(changed.code == 1)
        #expect(changed.complaints == ["essaim: \(path): line 4 was changed: it does not give its hash"])
    }
}
