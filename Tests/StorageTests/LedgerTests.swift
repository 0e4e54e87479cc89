import Domain
import Testing

@testable import Storage

@Suite struct LedgerTests {
    static let today = Day(number: 20_000)

    static func key(_ text: String) throws -> LedgerKey { try #require(LedgerKey(text)) }

    static func place(_ account: String, _ asset: Asset = .euros) throws -> LedgerPlace {
        LedgerPlace(try #require(LedgerAccount(account)), asset)
    }

    static func transfer(
        _ amount: Int64, _ source: String, _ destination: String, _ asset: Asset = .euros
    ) throws -> Transfer {
        let transfer = Transfer(
            amount, asset, from: try place(source).account, to: try place(destination).account)
        return try #require(transfer)
    }

    static func post(_ name: String, _ amount: Int64, _ source: String, _ destination: String) throws
        -> LedgerAct
    {
        .post(try key(name), [try transfer(amount, source, destination)])
    }

    private static func balance(_ town: Town, _ account: String, on day: Day? = nil) async throws
        -> LedgerBalance
    {
        let place = try place(account)
        return try await town.look(as: town.mayor) { try $0.ledgerBalance(in: place, on: day) }
    }

    @Test("acts move, set aside, settle, void and take back; balances follow")
    func acts() async throws {
        try await Town.live { town in
            try await town.store.keep(
                [
                    Self.post("in", 1_000, "world:insurer", "fund:1:pool"),
                    .reserve(Self.key("p"), [Self.transfer(300, "fund:1:pool", "member:1:cashback")]),
                    .reserve(Self.key("q"), [Self.transfer(200, "fund:1:pool", "member:1:cashback")]),
                ], on: Self.today)
            #expect(try await Self.balance(town, "fund:1:pool") == LedgerBalance(posted: 1_000, held: 500))
            try await town.store.keep([.settle(Self.key("p")), .void(Self.key("q"))], on: Self.today)
            #expect(try await Self.balance(town, "fund:1:pool") == LedgerBalance(posted: 700, held: 0))
            try await town.store.keep([.reverse(Self.key("p"))], on: Self.today)
            #expect(try await Self.balance(town, "fund:1:pool").posted == 1_000)
            #expect(try await Self.balance(town, "member:1:cashback") == .zero)
            #expect(try await Self.balance(town, "nobody") == .zero)
        }
    }

    @Test("the same fact twice has one effect, also from one batch to the next")
    func idempotency() async throws {
        try await Town.live { town in
            let act = try Self.post("in", 1_000, "world:insurer", "fund:1:pool")
            let first = try await town.store.keep([act, act], on: Self.today)
            let again = try await town.store.keep([act], on: Day(number: 20_009))
            #expect(first == [again[0], again[0]])
            let other = try Self.post("in", 1_001, "world:insurer", "fund:1:pool")
            let refused = try await refusal { try await town.store.keep([other], on: Self.today) }
            #expect(refused == .conflict(.ledgerKeyTaken))
            #expect(try await town.number("SELECT count(*) FROM ledger_entry") == 1)
        }
    }

    @Test("a batch is kept whole or not at all")
    func batch() async throws {
        try await Town.live { town in
            let acts = [
                try Self.post("1", 10, "world:x", "a"), try Self.post("2", 5, "a", "b"),
                try Self.post("3", 6, "a", "b"),
            ]
            let refused = try await refusal { try await town.store.keep(acts, on: Self.today) }
            #expect(refused == .conflict(.insufficientBalance))
            #expect(try await town.number("SELECT count(*) FROM ledger_entry") == 0)
            #expect(try await town.number("SELECT count(*) FROM ledger_account") == 0)
        }
    }

    @Test("a balance can be asked for at the end of any day")
    func past() async throws {
        try await Town.live { town in
            for number in 0..<10 {
                try await town.store.keep(
                    [Self.post("in:\(number)", 100, "world:x", "a")], on: Day(number: 20_000 + 2 * number))
            }
            for (day, expected) in [
                (19_999, 0), (20_000, 100), (20_001, 100), (20_002, 200), (20_999, 1_000),
            ]
                as [(Int, Int64)]
            {
                #expect(try await Self.balance(town, "a", on: Day(number: day)).posted == expected)
            }
            // The clock went back: the line stands on the day of the one above.
            let late = try await town.store.keep(
                [Self.post("late", 1, "world:x", "a")], on: Day(number: 20_001))
            #expect(late.map(\.day) == [Day(number: 20_018)])
            #expect(try await Self.balance(town, "a", on: Day(number: 20_002)).posted == 200)
        }
    }

    @Test("members see their own accounts, administrators all, others none")
    func visibility() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let place = try Self.place("member:\(ana.id):prizes")
            let neighbour = try Self.place("member:\(ana.id)1:prizes")
            let amount = try Self.transfer(7, "world:x", place.account.name)
            try await town.store.keep([.post(Self.key("k"), [amount])], on: Self.today)
            for person in [ana, town.mayor] {
                let seen = try await town.look(as: person) { try $0.ledgerBalance(in: place) }
                #expect(seen.posted == 7)
            }
            for person in [bob, nil] {
                let refused = try await refusal {
                    _ = try await town.look(as: person) { try $0.ledgerBalance(in: place) }
                }
                #expect(refused == .notFound)
            }
            let refused = try await refusal {
                _ = try await town.look(as: ana) { try $0.ledgerBalance(in: neighbour) }
            }
            #expect(refused == .notFound)
        }
    }

    @Test("of concurrent acts that spend the same money, exactly one wins")
    func doubleSpend() async throws {
        try await Town.live { town in
            try await town.store.keep([Self.post("in", 100, "world:x", "a")], on: Self.today)
            let refused = try await withThrowingTaskGroup(of: Refusal?.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        try await refusal {
                            let act = try Self.post("out:\(number)", 60, "a", "world:y")
                            try await town.store.keep([act], on: Self.today)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
            }
            #expect(refused == Array(repeating: .conflict(.insufficientBalance), count: 19))
            #expect(try await Self.balance(town, "a").posted == 40)
        }
    }

    @Test("concurrent writers of every kind leave a ledger that replays")
    func concurrent() async throws {
        try await Town.live { town in
            await withTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        for number in 0..<25 {
                            let acts: [LedgerAct?] = [
                                try? Self.post("\(number)", 100, "world:x", "a"),
                                try? .reserve(
                                    Self.key("r:\(number % 7)"), [Self.transfer(40, "a", "b:\(writer % 2)")]),
                                try? .settle(Self.key("r:\(number % 5)")),
                                try? .void(Self.key("r:\(number % 3)")),
                                try? .reverse(Self.key("\((number + writer) % 9)")),
                            ]
                            for act in acts.compactMap(\.self) {
                                // Most are refused: another writer was there first, or nothing is left.
                                _ = try? await town.store.keep([act], on: Self.today)
                            }
                        }
                    }
                }
            }
            let report = try await Store.verifyLedger(of: town.path)
            #expect(report.fault == nil)
            #expect(report.head.seq > 30)
        }
    }
}
