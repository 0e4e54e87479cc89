import Testing

@testable import Domain

@Suite struct FundTests {
    @Test("periods computed by hand come out to the cent", arguments: FundCase.all)
    func cases(_ expected: FundCase) throws {
        let close = try expected.period.closed()
        #expect(close.surplus == expected.surplus)
        #expect(close.distributed == expected.distributed)
        #expect(close.carriedOver == expected.carriedOver)
        #expect(close.repaid == expected.repaid)
        #expect(close.retained == expected.retained)
        #expect([close.totals.fee, close.totals.insurer, close.totals.prevention] == expected.taken)
        #expect(close.shares.map(\.cents) == expected.cashback)
        let claims = close.outcomes.compactMap { outcome in
            if case .claim(let paid) = outcome { [paid.pool, paid.insurer, paid.member] } else { nil }
        }
        #expect(claims == expected.claims)
        #expect(close.outcomes.count == expected.events.count)
        FundProperties.check(expected.period, close)
    }

    @Test("who leaves gets back the days that they were not there, from each account its part")
    func leaver() throws {
        let period = FundPeriod(
            rules: FundCase.rules(fee: 1_500, insurer: 3_500),
            events: [FundCase.pay("C", 12_000), FundCase.leave("C", 146)])
        let leaving = FundOutcome.Leaving(
            earned: 4_800, refund: 7_200,
            reversed: ContributionSplit(fee: 1_080, insurer: 2_520, prevention: 0, pool: 3_600))
        #expect(try period.closed().outcomes[1] == .leaving(leaving))
    }

    @Test("the insurer advances a leaver's part that the pool lacks")
    func advancedRefund() throws {
        let close = try FundPeriod(
            rules: FundCase.rules(),
            events: [
                FundCase.pay("A", 10_000), FundCase.pay("B", 10_000), FundCase.claim("A", 8_000),
                FundCase.leave("B", 0), FundCase.pay("C", 20_000),
            ]
        ).closed()
        #expect(close.refunded == 10_000)
        #expect(close.refundsAdvanced == 4_000)
        #expect(close.repaid == 4_000)
        #expect(close.surplus == 4_000)
        #expect(close.shares.map(\.cents) == [1_333, 0, 2_667])
        #expect(close.shares.map(\.whyNone) == [nil, .nothingPaid, nil])
    }

    @Test("every cent has its sum")
    func explanation() throws {
        let expected = try #require(FundCase.all.first { $0.name == "rounding" })
        let close = try expected.period.closed()
        #expect(close.weight == 9_837)
        let first = close.shares[0]
        // 5270 × 4918 / 9837 = 2634.73…
        #expect(first.weight == 4_918)
        #expect(first.remainder == 5_270 * 4_918 - 2_634 * 9_837)
        #expect(close.shares.map(\.hasExtraCent) == [true, true, false])
    }

    @Test("one hundred euros, as one bar", arguments: FundCase.all)
    func hundred(_ expected: FundCase) throws {
        let close = try expected.period.closed()
        let bar = try #require(close.hundredEuros)
        #expect(
            bar.fee + bar.insurer + bar.prevention + bar.claims + bar.returned + bar.kept == 10_000)
        if expected.name == FundCase.all[0].name {
            #expect(
                bar
                    == HundredEuros(
                        fee: 2_000, insurer: 4_000, prevention: 0, claims: 2_400, returned: 1_600, kept: 0))
        }
        #expect(try FundPeriod(rules: expected.rules, events: []).closed().hundredEuros == nil)
    }

    @Test("what cannot be computed is refused at its place")
    func faults() {
        func fault(_ events: [FundEvent], _ rules: FundRules = FundCase.rules(), opening: Int64 = 0)
            -> FundFault?
        {
            let period = FundPeriod(rules: rules, opening: opening, events: events)
            do {
                _ = try period.closed()
                return nil
            } catch { return error }
        }
        let pay = FundCase.pay("A", 100)
        #expect(fault([pay]) == nil)
        #expect(fault([pay], opening: -1) == FundFault(event: nil, reason: .negativeAmount))
        #expect(fault([pay, FundCase.pay("A", -1)]) == FundFault(event: 1, reason: .negativeAmount))
        #expect(fault([FundCase.claim("A", -1)]) == FundFault(event: 0, reason: .negativeAmount))
        #expect(fault([FundCase.pay("", 1)]) == FundFault(event: 0, reason: .namelessMember))
        for days: Int64 in [-1, 366] {
            #expect(fault([pay, FundCase.leave("A", days)]) == FundFault(event: 1, reason: .impossibleDays))
        }
        #expect(fault([FundCase.leave("A", 0, of: 0)]) == FundFault(event: 0, reason: .impossibleDays))
        #expect(
            fault([FundCase.leave("A", 1), FundCase.leave("A", 2)])
                == FundFault(event: 1, reason: .leftTwice))
        #expect(fault([.settlement]) == FundFault(event: 0, reason: .settlementWithInsurer))
        #expect(
            fault([FundCase.pay("A", Int64.max), FundCase.claim("A", 1)])
                == FundFault(event: 1, reason: .tooLarge))
        #expect(fault([FundCase.pay("A", Int64.max)]) == nil)
    }

    @Test("rules are checked, and known by their fingerprint")
    func rules() {
        #expect(FundCase.rules().problems == [])
        let bad = FundCase.rules(
            fee: 10_001, deductible: -1, limit: -1, cover: -1, firstEuro: ["corporel, grave"], reserve: -1,
            reserveCap: -1, cap: 10_001)
        #expect(
            bad.problems.map(\.field) == [
                "feeBps", "reserveBps", "cashbackCapBps", "deductible", "perClaimPoolLimit", "coverLimit",
                "reserveCap", "firstEuro",
            ])
        #expect(FundCase.rules(fee: 5_000, insurer: 5_001).problems.map(\.field) == ["feeBps"])
        #expect(
            FundCase.rules(firstEuro: ["b", "a"]).canonicalText
                == "fund-rules-1|feeBps=2000|insurerBps=4000|preventionBps=0|deductible=0"
                + "|perClaimPoolLimit=15000|coverLimit=1000000000|firstEuro=a,b|reserveBps=0"
                + "|reserveCap=1000000000000|cashbackCapBps=10000|mode=prorata|leaver=prorated"
                + "|dropDown=advance|backing=insurer")
        #expect(FundCase.rules().fingerprint == FundCase.rules().fingerprint)
        #expect(FundCase.rules().fingerprint != FundCase.rules(mode: .offset).fingerprint)
    }

    @Test("a close is validated by somebody else than who proposed it, once")
    func states() {
        let one = MemberID(1)
        let other = MemberID(2)
        let allowed: [PeriodState: [PeriodState]] = [
            .open: [.closing], .closing: [.open, .proposed], .proposed: [.validated, .rejected],
            .rejected: [.open], .validated: [.paid], .paid: [],
        ]
        for from in PeriodState.allCases {
            for to in PeriodState.allCases {
                let refusal = from.advanceRefusal(to: to, by: other, proposedBy: one)
                let isAllowed = allowed[from, default: []].contains(to)
                #expect(refusal == (isAllowed ? nil : .conflict(.periodOutOfOrder)), "\(from) \(to)")
            }
            #expect((from.bookingRefusal == nil) == (from == .open))
        }
        for decision in [PeriodState.validated, .rejected] {
            #expect(
                PeriodState.proposed.advanceRefusal(to: decision, by: one, proposedBy: one)
                    == .forbidden(.ownProposal))
        }
    }
}
