import Domain
import Proving
import Testing

@testable import Storage

@Suite struct FundTests {
    static let rules = FundRules(
        feeBps: 1_750, insurerBps: 3_333, perClaimPoolLimit: 15_000, coverLimit: 1_000_000,
        firstEuro: ["bodily"])

    static func plan(_ rules: FundRules = rules, from first: Double = 0, days: Int = 365) -> PeriodPlan {
        let first = Day(Town.day(first))
        return PeriodPlan(
            rules: rules, first: first, last: Day(number: first.number + days - 1), expectedBps: 1_600)
    }

    /// A community with a fund, an open period, three members and two people who keep it.
    struct Swarm {
        let town: Town
        let community: CommunityID
        let period: PeriodID
        let members: [Citizen]
        let keeper: Citizen
        let second: Citizen

        init(_ town: Town, rules: FundRules = FundTests.rules, members count: Int = 3) async throws {
            self.town = town
            community = try await town.community("abeilles")
            var members: [Citizen] = []
            for number in 1...count {
                let citizen = try await town.citizen("Membre\(number)")
                try await town.join(community, "abeilles", as: "Abeille \(number)", citizen)
                members.append(citizen)
            }
            self.members = members
            keeper = try await town.official("Trésorière", .rewardOfficer)
            second = try await town.official("Cheffe", .manager)
            period = try await town.store.openPeriod(
                FundTests.plan(rules), of: community, by: keeper.id, at: Town.day(0))
        }

        func book(_ event: FundEvent, ticket: String, at day: Double = 1) async throws {
            try await town.store.book(
                event, in: period, ticket: ticket, by: keeper.id, at: Town.day(day))
        }

        func pay(_ place: Int, _ amount: Int64, _ ticket: String = "", at day: Double = 1) async throws {
            try await book(
                .contribution(FundMember(members[place].id), amount: amount),
                ticket: ticket.isEmpty ? "pay \(place) \(amount)" : ticket, at: day)
        }

        func claim(_ place: Int, _ gross: Int64, _ kind: ClaimKind = .water) async throws {
            try await book(
                .claim(FundMember(members[place].id), gross: gross, kind: kind.rawValue),
                ticket: "claim \(place) \(gross)")
        }

        func advance(_ state: PeriodState, by citizen: Citizen, reason: String = "") async throws {
            try await town.store.advancePeriod(
                period,
                by: PeriodRecord.Step(
                    to: state, outstanding: state == .closing ? 0 : nil, reason: reason),
                member: citizen.id, at: Town.day(366))
        }

        func story() async throws -> PeriodStory {
            let community = community
            return try await town.look(as: keeper) { look in
                let record = try #require(try look.fund(of: community)?.periods.last)
                return try look.story(of: record)
            }
        }

        func balance(_ account: String) async throws -> Int64 {
            let place = try LedgerTests.place(account)
            return try await town.look(as: town.mayor) { try $0.ledgerBalance(in: place).posted }
        }

        func verify() async throws -> LedgerFault? {
            let copy = town.path + "-\(Int.random(in: 0 ... .max))"
            try await town.store.backup(to: copy)
            return try await Store.verifyLedger(of: copy).fault
        }
    }

    @Test("a period goes from facts to money, by two people, and the ledger holds every cent of it")
    func course() async throws {
        try await Town.live { town in
            let swarm = try await Swarm(town)
            for (place, amount) in [Int64(10_001), 6_667, 3_333].enumerated() {
                try await swarm.pay(place, amount)
            }
            try await swarm.claim(1, 4_567)
            #expect(try await swarm.balance("fund:1:pool") == 4_918 + 3_279 + 1_640 - 4_567)
            let early = try await refusal {
                try await town.store.advancePeriod(
                    swarm.period, by: PeriodRecord.Step(to: .closing, outstanding: 0),
                    member: swarm.keeper.id,
                    at: Town.day(300))
            }
            #expect(early == .conflict(.periodStillRunning))
            try await swarm.advance(.closing, by: swarm.keeper)
            try await swarm.advance(.proposed, by: swarm.keeper)
            let own = try await refusal { try await swarm.advance(.validated, by: swarm.keeper) }
            #expect(own == .forbidden(.ownProposal))
            let silent = try await refusal { try await swarm.advance(.rejected, by: swarm.second) }
            #expect(silent == .invalid("reason", .missing))
            try await swarm.advance(.rejected, by: swarm.second, reason: "Il manque la cotisation d’avril.")
            try await swarm.advance(.open, by: swarm.keeper)
            try await swarm.advance(.closing, by: swarm.keeper)
            try await swarm.advance(.proposed, by: swarm.keeper)
            try await swarm.advance(.validated, by: swarm.second)
            let cashback = try await swarm.story().close.shares.map(\.cents)
            #expect(cashback == [2_635, 1_757, 878])
            for (place, cents) in cashback.enumerated() {
                #expect(try await swarm.balance("member:\(swarm.members[place].id):cashback") == cents)
            }
            #expect(try await swarm.balance("fund:1:pool") == 0)
            #expect(try await swarm.balance("fund:1:fee") == 1_750 + 1_166 + 583)
            try await swarm.advance(.paid, by: swarm.keeper)
            #expect(try await swarm.balance("member:\(swarm.members[0].id):cashback") == 0)
            #expect(try await swarm.verify() == nil)
            let late = try await refusal { try await swarm.pay(0, 1) }
            #expect(late == .conflict(.periodNotOpen))
        }
    }

    @Test("a validated period is frozen, in SQLite itself")
    func frozen() async throws {
        try await Town.live { town in
            let swarm = try await Swarm(town)
            try await swarm.pay(0, 10_000)
            for state in [PeriodState.closing, .proposed] { try await swarm.advance(state, by: swarm.keeper) }
            try await swarm.advance(.validated, by: swarm.second)
            for attack in [
                "UPDATE fund_period SET outstanding = 5", "UPDATE fund_period SET state = 'open'",
                "UPDATE fund_fact SET withdrawn_at = 1, withdrawn_by = 1", "UPDATE fund_fact SET amount = 5",
                "DELETE FROM fund_fact", "DELETE FROM fund_period", "UPDATE fund_rules SET fee_bps = 0",
                "DELETE FROM fund_rules", "DELETE FROM fund_step", "UPDATE fund_step SET by_id = 1",
                """
                INSERT INTO fund_fact (period_id, booking_id, sort, member_id, amount, place, booked_at)
                VALUES (1, 1, 'contribution', 1, 5, 9, 0)
                """,
            ] {
                let refused = await failure { try await town.store.write { _ = try $0.execute(attack) } }
                #expect(refused == .check, "\(attack)")
            }
        }
    }

    @Test("the same form and the same file are booked once")
    func once() async throws {
        try await Town.live { town in
            let swarm = try await Swarm(town)
            try await swarm.pay(0, 10_000, "same")
            try await swarm.pay(0, 10_000, "same")
            #expect(try await swarm.balance("world:policyholders") == -10_000)
            try await swarm.pay(0, 10_000, "another")
            #expect(try await swarm.balance("world:policyholders") == -20_000)
            let table = "type;member;amount;kind\ncontribute;abeille 2;60,00;\n"
            func send() async throws -> Int {
                try await town.store.book(table, in: swarm.period, by: swarm.keeper.id, at: Town.day(2))
            }
            #expect(try await send() == 1)
            #expect(try await refusal { _ = try await send() } == .invalid("table", .taken))
            #expect(try await swarm.balance("world:policyholders") == -26_000)
        }
    }

    @Test("a table is booked whole or not at all, and says line by line what is wrong")
    func imports() async throws {
        try await Town.live { town in
            let swarm = try await Swarm(town)
            let code = FundMember(swarm.members[0].id)
            let bad = """
                type;member;amount;kind;days;period
                contribute;\(code);100;;;
                contribute;Personne;100;;;
                claim;Abeille 2;90;Météorite;;
                leave;Abeille 3;;;146;360
                contribute;Nul;1,234;;;
                """
            await #expect(throws: FundImport.Rejection.self) {
                _ = try await town.store.book(
                    bad, in: swarm.period, by: swarm.keeper.id, at: Town.day(2))
            }
            do {
                _ = try await town.store.book(bad, in: swarm.period, by: swarm.keeper.id, at: Town.day(2))
            } catch let rejection as FundImport.Rejection {
                #expect(rejection.faults.map(\.line) == [3, 4, 5, 6, 6])
                #expect(
                    rejection.faults.map(\.problem.field) == ["member", "kind", "period", "amount", "member"])
            }
            #expect(try await swarm.story().facts.isEmpty)
            let good = """
                type;member;amount;kind;days;period
                contribute;\(code);100;;;
                contribute;Abeille 3;100;;;
                claim;ABEILLE 1;90;water;;
                leave;Abeille 3;;;146;365
                """
            let count = try await town.store.book(
                good, in: swarm.period, by: swarm.keeper.id, at: Town.day(2))
            #expect(count == 4)
            #expect(try await swarm.verify() == nil)
            let after = try await refusal { try await swarm.pay(2, 500) }
            #expect(after == .invalid("member", .leftTheFund))
        }
    }

    @Test("what is withdrawn is taken back in the ledger, with all that followed from it")
    func withdrawal() async throws {
        try await Town.live { town in
            let swarm = try await Swarm(
                town,
                rules: FundRules(
                    feeBps: 2_000, insurerBps: 4_000, perClaimPoolLimit: 15_000, coverLimit: 1_000_000))
            try await swarm.pay(0, 10_000)
            try await swarm.pay(1, 10_000)
            try await swarm.claim(0, 6_000)
            #expect(try await swarm.balance("fund:1:pool") == 2_000)
            let second = try #require(try await swarm.story().facts.dropFirst().first)
            try await town.store.withdrawFact(second.id, by: swarm.keeper.id, at: Town.day(3))
            // The pool could pay only 40 € of the claim now.
            #expect(try await swarm.balance("fund:1:pool") == 0)
            #expect(try await swarm.balance("world:insurer") == -2_000)
            #expect(try await swarm.verify() == nil)
            try await swarm.pay(1, 10_000, "again")
            #expect(try await swarm.balance("fund:1:pool") == 4_000)
            #expect(try await swarm.story().close.repaid == 2_000)
            let gone = try await refusal {
                try await town.store.withdrawFact(second.id, by: swarm.keeper.id, at: Town.day(3))
            }
            #expect(gone == .notFound)
        }
    }

    @Test("without an insurer, claims wait for a settlement and are paid in proportion")
    func peers() async throws {
        try await Town.live { town in
            let swarm = try await Swarm(
                town,
                rules: FundRules(
                    feeBps: 0, insurerBps: 0, perClaimPoolLimit: 1_000_000, coverLimit: 1_000_000,
                    backing: .none))
            try await swarm.pay(0, 10_000)
            try await swarm.claim(0, 9_000)
            try await swarm.claim(1, 6_000)
            #expect(try await swarm.balance("fund:1:pool") == 10_000)
            try await swarm.book(.settlement, ticket: "settle")
            #expect(try await swarm.balance("fund:1:pool") == 0)
            let payments = try await swarm.story().outcomes.compactMap { outcome in
                if case .claim(let payment) = outcome { payment.pool } else { nil }
            }
            #expect(payments == [6_000, 4_000])
            try await swarm.pay(1, 500)
            try await swarm.claim(2, 200)
            for state in [PeriodState.closing, .proposed] { try await swarm.advance(state, by: swarm.keeper) }
            try await swarm.advance(.validated, by: swarm.second)
            #expect(try await swarm.balance("fund:1:pool") == 0)
            #expect(try await swarm.verify() == nil)
        }
    }

    @Test("rules change between periods only; what is carried over opens the next")
    func succession() async throws {
        try await Town.live { town in
            let reserve = FundRules(
                feeBps: 2_000, insurerBps: 4_000, perClaimPoolLimit: 15_000, coverLimit: 1_000_000,
                reserveBps: 2_500, reserveCap: 1_000_000)
            let swarm = try await Swarm(town, rules: reserve)
            try await swarm.pay(0, 10_000)
            func next(_ rules: FundRules, from day: Double) async throws {
                _ = try await town.store.openPeriod(
                    Self.plan(rules, from: day), of: swarm.community, by: swarm.keeper.id,
                    at: Town.day(367))
            }
            #expect(try await refusal { try await next(reserve, from: 365) } == .conflict(.periodUnderWay))
            for state in [PeriodState.closing, .proposed] { try await swarm.advance(state, by: swarm.keeper) }
            try await swarm.advance(.validated, by: swarm.second)
            #expect(
                try await refusal { try await next(reserve, from: 364) }
                    == .invalid("first", .overlapsPreviousPhase))
            try await next(Self.rules, from: 365)
            let community = swarm.community
            let periods = try await town.look(as: swarm.keeper) { try $0.fund(of: community)?.periods ?? [] }
            #expect(periods.map(\.number) == [2, 1])
            #expect(periods.first?.opening == 1_000)
            #expect(periods.map(\.version.number) == [2, 1])
            #expect(periods.last?.version.rules.fingerprint == reserve.fingerprint)
        }
    }

    @Test("the fund is for its members and those who keep it; keeping it, for the latter alone")
    func visibility() async throws {
        try await Town.live { town in
            let swarm = try await Swarm(town)
            try await swarm.pay(0, 10_000)
            let stranger = try await town.citizen("Étrangère")
            let (community, period) = (swarm.community, swarm.period)
            for person in [nil, stranger] {
                #expect(
                    try await refusal { _ = try await town.look(as: person) { try $0.fund(of: community) } }
                        == .notFound)
            }
            #expect(try await town.look(as: swarm.members[0]) { try $0.fund(of: community) } != nil)
            for citizen in [stranger, swarm.members[0]] {
                let refused = try await refusal {
                    try await town.store.book(
                        .contribution(FundMember(citizen.id), amount: 100), in: period, ticket: "x",
                        by: citizen.id, at: Town.day(2))
                }
                #expect(refused == .notFound)
                #expect(
                    try await refusal {
                        _ = try await town.look(as: citizen) { try $0.fundParticipants(of: community) }
                    } == .notFound)
            }
        }
    }

    @Test("while facts come in, members are told of others only with ten of them at once")
    func telling() async throws {
        try await Town.live { town in
            let swarm = try await Swarm(town, members: 24)
            let record = try await swarm.story().record
            func told(_ place: Int, on day: Double) async throws -> ToldPeriod {
                try await town.look(as: swarm.members[place], at: Town.day(day)) { try $0.toldPeriod(record) }
            }
            for place in 0..<12 { try await swarm.pay(place, 10_000) }
            let early = try await told(0, on: 1)
            #expect(early.group == nil && early.own?.story == nil && early.balances.isEmpty)
            #expect(early.own?.share.contributed == 10_000)
            let next = try await told(0, on: 2)
            #expect(next.group?.memberCount == 12 && next.through == Day(Town.day(1)))
            #expect(next.group?.close.surplus == next.balances.last?.cents)
            #expect(next.balances.map(\.cents) == [12 * 4_917])

            // A claim, one who joins, a contribution taken back: nothing of it is told to others.
            try await swarm.book(
                .claim(FundMember(swarm.members[1].id), gross: 9_000, kind: "water"), ticket: "c", at: 3)
            try await swarm.pay(12, 77_700, at: 4)
            let second = try #require(try await swarm.story().facts.dropFirst(2).first)
            try await town.store.withdrawFact(second.id, by: swarm.keeper.id, at: Town.day(5))
            let later = try await told(0, on: 9)
            #expect(later.group?.facts.map(\.id) == next.group?.facts.map(\.id))
            #expect(later.own?.share.cents == next.own?.share.cents)
            #expect(later.balances.map(\.cents) == next.balances.map(\.cents))
            #expect(later.through == next.through)
            // Whose they are sees them in their own.
            #expect(try await told(1, on: 9).own?.paid == 9_000)
            #expect(try await told(12, on: 9).own?.share.contributed == 77_700)
            #expect(try await told(2, on: 9).own == nil)

            for place in 13..<24 { try await swarm.pay(place, 10_000, at: 12) }
            let new = try await told(0, on: 13)
            #expect(new.through == Day(Town.day(12)))
            #expect(new.group?.memberCount == 23 && new.group?.close.claimsFromPool == 9_000)
            #expect(new.balances.count == 1 || new.balances.count == 2)
            #expect(new.group?.close.surplus == new.balances.last?.cents)

            for state in [PeriodState.closing, .proposed] { try await swarm.advance(state, by: swarm.keeper) }
            let proposed = try await town.look(as: swarm.members[0], at: Town.day(366)) { look in
                try look.toldPeriod(try #require(try look.fund(of: swarm.community)?.periods.first))
            }
            #expect(proposed.through == nil && proposed.group?.memberCount == 23)
            let refused = try await refusal {
                _ = try await town.look(as: swarm.members[0]) { try $0.story(of: record) }
            }
            #expect(refused == .notFound)
        }
    }

    @Test("whatever happens, the pool in the ledger is what the computation says", arguments: 1...8)
    func dice(seed: UInt64) async throws {
        try await Town.live { town in
            var dice = Dice(seed)
            let swarm = try await Swarm(town, members: 4)
            var gone: Set<Int> = []
            for turn in 0..<30 {
                let place = Int(dice.roll(0...3))
                switch dice.roll(0...9) {
                case 0...4 where !gone.contains(place):
                    try await swarm.pay(place, dice.roll(1...30_000), "pay \(turn)")
                case 5...7:
                    try await swarm.book(
                        .claim(
                            FundMember(swarm.members[place].id), gross: dice.roll(1...40_000), kind: "theft"),
                        ticket: "claim \(turn)")
                case 8 where gone.count < 2 && !gone.contains(place):
                    try await swarm.book(
                        .leaving(
                            FundMember(swarm.members[place].id), days: dice.roll(0...365), period: 365),
                        ticket: "leave \(turn)")
                    gone.insert(place)
                default:
                    let contributions = try await swarm.story().facts.filter { $0.event.isWithdrawable }
                    guard let fact = contributions.first else { continue }
                    try await town.store.withdrawFact(fact.id, by: swarm.keeper.id, at: Town.day(2))
                }
            }
            for state in [PeriodState.closing, .proposed] { try await swarm.advance(state, by: swarm.keeper) }
            try await swarm.advance(.validated, by: swarm.second)
            let close = try await swarm.story().close
            #expect(try await swarm.balance("fund:1:pool") == close.carriedOver)
            #expect(try await swarm.balance("fund:1:fee") == close.totals.fee)
            #expect(try await swarm.verify() == nil)
        }
    }
}

extension FundEvent {
    /// Claims and contributions, at the dice's pleasure.
    fileprivate var isWithdrawable: Bool {
        switch self {
        case .contribution, .claim: true
        case .leaving, .settlement: false
        }
    }
}
