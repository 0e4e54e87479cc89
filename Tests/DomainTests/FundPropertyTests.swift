import Domain
import Proving
import Testing

/// What is true of every close.
enum FundProperties {
    static func check(
        _ period: FundPeriod, _ close: PeriodClose, _ location: SourceLocation = #_sourceLocation
    ) {
        var contributed: Int64 = 0
        for (event, outcome) in zip(period.events, close.outcomes) {
            switch (event, outcome) {
            case (.contribution(_, let amount), .contribution(let split)):
                contributed += amount
                #expect(split.total == amount, sourceLocation: location)
            case (.claim(_, let gross, _), .claim(let paid)):
                #expect(paid.pool + paid.insurer + paid.member == gross, sourceLocation: location)
                #expect(min(paid.pool, paid.insurer, paid.member) >= 0, sourceLocation: location)
                #expect(paid.pool <= period.rules.perClaimPoolLimit, sourceLocation: location)
                if period.rules.backing == .none { #expect(paid.insurer == 0, sourceLocation: location) }
            case (.leaving, .leaving(let leaving)):
                #expect(leaving.reversed.total == leaving.refund, sourceLocation: location)
            case (.settlement, .settlement(let batch)):
                #expect(batch.paid <= batch.asked, sourceLocation: location)
            default: Issue.record("\(event) came to \(outcome)", sourceLocation: location)
            }
        }
        let totals = close.totals
        // What came in is what went out: fee, premium, prevention, claims, repayment, cash-back, carry-over.
        #expect(
            period.opening + contributed + close.refundsAdvanced
                == totals.fee + totals.insurer + totals.prevention + close.refunded + close.claimsFromPool
                + close.repaid + close.distributed + close.carriedOver, sourceLocation: location)
        let given = close.shares.reduce(0) { $0 + $1.cents }
        #expect(given == close.distributed, sourceLocation: location)
        #expect(close.distributed <= close.surplus - close.retained, sourceLocation: location)
        #expect(close.distributed <= close.cashbackCap, sourceLocation: location)
        #expect(close.retained <= period.rules.reserveCap, sourceLocation: location)
        #expect(close.carriedOver >= close.kept + close.retained, sourceLocation: location)
        #expect(
            min(close.repaid, close.unrepaid, close.surplus, close.carriedOver) >= 0,
            sourceLocation: location)
        for share in close.shares {
            #expect(share.cents >= 0, sourceLocation: location)
            #expect((share.whyNone == nil) == (share.weight > 0), sourceLocation: location)
            if share.weight == 0 { #expect(share.cents == 0, sourceLocation: location) }
            if close.distributed > 0 {
                let product = Int128(close.distributed) * Int128(share.weight)
                #expect(
                    product
                        == Int128(share.cents - (share.hasExtraCent ? 1 : 0)) * Int128(close.weight)
                        + share.remainder, sourceLocation: location)
            }
        }
        #expect(close.shares.map(\.member) == close.shares.map(\.member).sorted(), sourceLocation: location)
    }
}

@Suite struct FundPropertyTests {
    private static func rules(_ dice: inout Dice) -> FundRules {
        FundCase.rules(
            fee: dice.roll(0...4_000), insurer: dice.roll(0...4_000), prevention: dice.roll(0...2_000),
            deductible: dice.roll(0...3_000), limit: dice.roll(0...20_000), cover: dice.roll(0...60_000),
            firstEuro: dice.roll(0...1) == 0 ? [] : ["bodily"], reserve: dice.roll(0...5_000),
            reserveCap: dice.roll(0...50_000), cap: dice.roll(0...10_000),
            mode: dice.choice(of: FundRules.Mode.allCases),
            leaver: dice.choice(of: FundRules.Leaver.allCases),
            dropDown: dice.choice(of: FundRules.DropDown.allCases),
            backing: dice.choice(of: FundRules.Backing.allCases))
    }

    private static func period(_ dice: inout Dice) -> FundPeriod {
        let rules = rules(&dice)
        let members = (0..<dice.roll(1...12)).map { "m\($0 * 7 % 12)" }
        var events: [FundEvent] = []
        for _ in 0..<dice.roll(0...40) {
            let member = dice.choice(of: members)
            switch dice.roll(0...9) {
            case 0...4: events.append(FundCase.pay(member, dice.roll(0...30_000)))
            case 5...8:
                events.append(
                    FundCase.claim(member, dice.roll(0...80_000), dice.choice(of: ["std", "bodily"])))
            default:
                let leaves = events.contains {
                    if case .leaving(let gone, _, _) = $0 { gone.id == member } else { false }
                }
                if !leaves { events.append(FundCase.leave(member, dice.roll(0...365))) }
            }
        }
        return FundPeriod(
            rules: rules, opening: dice.roll(0...20_000), outstanding: dice.roll(0...10_000), events: events)
    }

    @Test("nothing is made and nothing is lost, whatever happens", arguments: 0..<20 as Range<UInt64>)
    func conservation(seed: UInt64) throws {
        var dice = Dice(seed)
        for _ in 0..<40 {
            let period = Self.period(&dice)
            FundProperties.check(period, try period.closed())
        }
    }

    @Test("the order of events changes nothing that anybody gets", arguments: 0..<10 as Range<UInt64>)
    func order(seed: UInt64) throws {
        var dice = Dice(seed &+ 1_000)
        for _ in 0..<40 {
            let period = Self.period(&dice)
            // What an insurer has paid for good depends on the day: that is what `definitive` says.
            if period.rules.dropDown == .definitive, period.rules.backing == .insurer { continue }
            let close = try period.closed()
            let other = try FundPeriod(
                rules: period.rules, opening: period.opening, outstanding: period.outstanding,
                events: period.events.shuffled(using: &dice)
            ).closed()
            #expect(other.totals == close.totals)
            #expect(other.surplus == close.surplus)
            #expect(other.retained == close.retained)
            #expect(other.distributed == close.distributed)
            #expect(other.carriedOver == close.carriedOver)
            #expect(other.unrepaid == close.unrepaid)
            #expect(
                other.claimsFromPool + other.repaid - other.refundsAdvanced
                    == close.claimsFromPool + close.repaid - close.refundsAdvanced)
            #expect(other.shares.map(\.member) == close.shares.map(\.member))
            #expect(other.shares.map(\.cents) == close.shares.map(\.cents))
        }
    }

    @Test("a pool that can pay everything pays everything, insurer or not")
    func peers() throws {
        var dice = Dice(7)
        for _ in 0..<200 {
            let events =
                (0..<8).map { FundCase.pay("m\($0)", dice.roll(10_000...20_000)) }
                + (0..<3).map { FundCase.claim("m\($0)", dice.roll(0...5_000)) }
            let alone = try FundPeriod(rules: FundCase.rules(backing: .none), events: events).closed()
            let backed = try FundPeriod(rules: FundCase.rules(), events: events).closed()
            #expect(alone.shares.map(\.cents) == backed.shares.map(\.cents))
            #expect(alone.outcomes == backed.outcomes)
        }
    }

    @Test("the next period opens with what this one carries over")
    func chained() throws {
        var dice = Dice(99)
        var opening: Int64 = 0
        for _ in 0..<50 {
            let drawn = Self.period(&dice)
            let period = FundPeriod(
                rules: drawn.rules, opening: opening, outstanding: drawn.outstanding, events: drawn.events)
            let close = try period.closed()
            FundProperties.check(period, close)
            opening = close.carriedOver
        }
    }
}
