import Domain
import Foundation
import Storage

/// How long the acts of a large fund take, from the table that is brought in to what is paid.
struct FundMeasurement {
    /// People who contribute; a fifth of them have a claim.
    static let members = 100_000

    let folder: URL

    /// Measures and prints. Throws what the store throws.
    func run() async throws {
        let start = Timestamp.now - .days(400)
        let path = folder.appendingPathComponent("fund.sqlite").path
        let store = try Store(path: path)
        try await store.migrate()
        let people = try await store.seedMembers(
            (0..<Self.members + 2).map { index in
                SeededMember(
                    email: "fonds-\(index)@bench.example", pseudonym: "Fonds \(index)",
                    passwordHash: DemonstrationSeeding.nobodysPassword, isAdministrator: index < 2,
                    isStaff: index < 2, joinedAt: start)
            })
        let (keeper, second, payers) = (people[0], people[1], Array(people.dropFirst(2)))
        let community = try await store.addCommunity(
            slug: "bench", name: "Le grand nombre", summary: "Tous ensemble.", charter: "S’aider.",
            joinCode: "ENSEMBLE")
        try await store.seedMemberships(of: community, payers, since: start) { "Nom \($0)" }
        let example = MoneyMeasurement.period(members: Self.members, claims: Self.members / 5)
        let period = try await store.openPeriod(
            PeriodPlan(
                rules: example.rules, first: Day(start), last: Day(start + .days(364)), expectedBps: 1_000),
            of: community, by: keeper, at: start)

        let clock = ContinuousClock()
        let table = Self.table(example.events, payers)
        let booking = try await clock.measure {
            _ = try await store.book(table, in: period, by: keeper, at: start + .days(30))
        }
        Console.say(
            "\(example.events.count) facts of a fund brought in: \(MoneyMeasurement.seconds(booking))")
        let end = start + .days(366)
        for (state, member) in [
            (PeriodState.closing, keeper), (.proposed, keeper), (.validated, second), (.paid, keeper),
        ] {
            let time = try await clock.measure {
                try await store.advancePeriod(
                    period, by: PeriodRecord.Step(to: state, outstanding: 0), member: member, at: end)
            }
            guard state.isFrozen else { continue }
            Console.say("its close \(state.rawValue), each share a line: \(MoneyMeasurement.seconds(time))")
        }
        await store.close()
        let report = try await Store.verifyLedger(of: path)
        if let fault = report.fault { throw Disappointment("\(fault)") }
    }

    private static func table(_ events: [FundEvent], _ payers: [MemberID]) -> String {
        var lines = ["type;member;amount;kind"]
        for event in events {
            // The members of the example are `m0` and so on.
            guard let place = event.member.flatMap({ Int($0.id.dropFirst()) }) else { continue }
            let code = FundMember(payers[place])
            switch event {
            case .contribution(_, let amount): lines.append("contribute;\(code);\(euros(amount));")
            case .claim(_, let gross, _): lines.append("claim;\(code);\(euros(max(1, gross)));water")
            case .leaving, .settlement: break
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func euros(_ cents: Int64) -> String {
        "\(cents / 100),\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
}
