import Domain
import Foundation
import Storage

/// How long money takes: the close of a large period, and the replay of a long ledger.
struct MoneyMeasurement {
    let folder: URL
    /// Transactions of the ledger that is replayed.
    let transactions: Int

    /// Measures and prints. Throws what the store throws.
    func run() async throws {
        try measureClose()
        try await FundMeasurement(folder: folder).run()
        try await measureLedger()
    }

    private func measureClose() throws {
        let period = Self.period(members: 100_000, claims: 20_000)
        let clock = ContinuousClock()
        var close: PeriodClose?
        let time = try clock.measure { close = try period.closed() }
        let distributed = FundExplanation.euros(close?.distributed ?? 0)
        Console.say(
            "close of a period, 100000 members, 20000 claims: \(Self.seconds(time)) (\(distributed) € come back)"
        )
    }

    private func measureLedger() async throws {
        let path = folder.appendingPathComponent("ledger.sqlite").path
        let store = try Store(path: path)
        try await store.migrate()
        try await store.prepareForBulk()
        let clock = ContinuousClock()
        let batch = 5_000
        let writing = try await clock.measure {
            for start in stride(from: 0, to: transactions, by: batch) {
                let acts = (start..<min(start + batch, transactions)).compactMap(Self.act)
                try await store.keep(acts, on: Day(number: 20_000 + start / 50_000))
            }
        }
        await store.close()
        Console.say("\(transactions) transactions written to the ledger: \(Self.seconds(writing))")
        var report: LedgerReport?
        let reading = try await clock.measure { report = try await Store.verifyLedger(of: path) }
        if let fault = report?.fault { throw Disappointment("\(fault)") }
        Console.say("their replay, every hash and balance: \(Self.seconds(reading))\n")
    }

    /// Contributions of 100 to 500 euros, then claims of up to 1000, each the same in every run.
    static func period(members: Int, claims: Int) -> FundPeriod {
        var chance = Chance(seed: 12)
        let people = (0..<members).map { FundMember("m\($0)") }
        let contributions = people.map { member in
            FundEvent.contribution(member, amount: Int64(10_000 + chance.below(40_000)))
        }
        let claims = (0..<claims).map { _ in
            FundEvent.claim(chance.one(of: people), gross: Int64(chance.below(100_000)), kind: "std")
        }
        let rules = FundRules(
            feeBps: 2_000, insurerBps: 4_000, preventionBps: 100, deductible: 1_000,
            perClaimPoolLimit: 15_000,
            coverLimit: 1_000_000, reserveBps: 1_000, reserveCap: 100_000_000, cashbackCapBps: 3_000)
        return FundPeriod(rules: rules, events: contributions + claims)
    }

    /// Of ten acts, eight are contributions to one of 100 funds, one sets something aside for a member, and the last
    /// settles it.
    private static func act(_ number: Int) -> LedgerAct? {
        let fund = number / 10 % 100
        func key(_ number: Int) -> LedgerKey? {
            LedgerKey("contrib:\(fund):2027:\(number % 10_000):\(number)")
        }
        guard let own = key(number), let last = key(number - 1), let source = LedgerAccount("world:member"),
            let pool = LedgerAccount("fund:\(fund):pool"),
            let cashback = LedgerAccount("member:\(number % 10_000):cashback"),
            let paid = Transfer(10_000, .euros, from: source, to: pool),
            let returned = Transfer(100, .euros, from: pool, to: cashback)
        else { return nil }
        switch number % 10 {
        case 8: return .reserve(own, [returned])
        case 9: return .settle(last)
        default: return .post(own, [paid])
        }
    }

    static func seconds(_ duration: Duration) -> String {
        let hundredths = duration / .milliseconds(10)
        return "\(hundredths.rounded() / 100) s"
    }
}
