import Domain
import Testing

@Suite struct EffectTests {
    private static func seen(_ numbers: Int64...) throws -> Observation {
        let counts = try stride(from: 0, to: 8, by: 2).map {
            try #require(ClaimCount(claims: numbers[$0], exposure: numbers[$0 + 1]))
        }
        return Observation(
            exposedBefore: counts[0], exposedAfter: counts[1], controlBefore: counts[2],
            controlAfter: counts[3])
    }

    private static func hundredths(_ risk: RelativeRisk?) -> [Int]? {
        risk.map { [$0.ratio, $0.lower, $0.upper].map { Int(($0 * 100).rounded()) } }
    }

    @Test("two hundred homes are encouraging and prove nothing")
    func few() throws {
        let finding = try #require(
            Self.seen(8, 200, 3, 200, 40, 1_000, 38, 1_000).finding(meanPoolCost: 12_000, returned: 100_000))
        #expect(Self.hundredths(finding.risk) == [39, 10, 160])
        #expect(finding.verdict == .encouraging)
        #expect(finding.expectedThousandths == 7_600)
        #expect(finding.avoidedThousandths == 4_600)
        #expect(finding.amount == 55_200)
        // √(11/1082) = 0.1008
        #expect(finding.credibilityThousandths == 100)
        #expect(finding.credited == 5_520)
    }

    @Test("ten thousand homes prove it, and are credited to the cent")
    func many() throws {
        let seen = try Self.seen(400, 10_000, 230, 10_000, 1_600, 40_000, 1_560, 40_000)
        let finding = try #require(seen.finding(meanPoolCost: 12_000, returned: 10_000_000))
        #expect(Self.hundredths(finding.risk) == [59, 49, 70])
        #expect(finding.verdict == .demonstrated)
        #expect(finding.expectedThousandths == 390_000)
        #expect(finding.credibilityThousandths == 763)
        #expect(finding.credited == 1_464_960)
        #expect(seen.finding(meanPoolCost: 12_000, returned: 1_000)?.credited == 1_000)
    }

    @Test("more claims are adverse when chance is no explanation, and credit nothing")
    func adverse() throws {
        let worse = try #require(
            Self.seen(230, 10_000, 400, 10_000, 1_600, 40_000, 1_560, 40_000)
                .finding(meanPoolCost: 12_000, returned: 10_000_000))
        #expect(worse.verdict == .adverse)
        #expect(worse.amount < 0)
        #expect(worse.credited == 0)
        let unclear = try #require(
            Self.seen(8, 200, 9, 200, 40, 1_000, 38, 1_000).finding(meanPoolCost: 12_000, returned: 1))
        #expect(unclear.verdict == .notDemonstrated)
    }

    @Test("without claims there is no interval; without control claims there is nothing to expect")
    func zeros() throws {
        let none = try #require(
            Self.seen(8, 200, 0, 200, 40, 1_000, 38, 1_000).finding(meanPoolCost: 100, returned: 1_000))
        #expect(none.risk == nil)
        #expect(none.verdict == .encouraging)
        #expect(
            try Self.seen(8, 200, 3, 200, 0, 1_000, 38, 1_000).finding(meanPoolCost: 1, returned: 1) == nil)
        let huge = try Self.seen(
            1_000_000_000, 1, 1, 1_000_000_000, 1, 1, 1_000_000_000, 1)
        #expect(huge.finding(meanPoolCost: Int64.max, returned: 0) == nil)
        #expect(ClaimCount(claims: 1, exposure: 0) == nil)
        #expect(ClaimCount(claims: -1, exposure: 1) == nil)
    }

    @Test("communities that adopted the same measure prove together what none proves alone")
    func together() throws {
        let one = try Self.seen(8, 200, 4, 200, 40, 1_000, 40, 1_000)
        #expect(one.finding(meanPoolCost: 0, returned: 0)?.verdict == .encouraging)
        let all = try #require(Observation.together(Array(repeating: one, count: 20)))
        #expect(all.finding(meanPoolCost: 0, returned: 0)?.verdict == .demonstrated)
        #expect(Observation.together([]) == nil)
    }

    @Test("a plan is frozen before the measure and the observation begin, and never changes unseen")
    func plan() throws {
        func day(_ text: String) throws -> Day { try #require(Day(text)) }
        let before = try day("2026-01-01")...day("2026-12-31")
        let after = try day("2027-02-01")...day("2028-01-31")
        func plan(_ cost: Int64 = 12_000, control: String = "others") -> EffectPlan {
            EffectPlan(
                metric: "leak", exposed: "fund:7", control: control, before: before, after: after,
                meanPoolCost: cost)
        }
        let measure = Measure(
            idea: IdeaID(1), what: "Un détecteur de fuite par logement", place: "Lyon",
            start: try day("2027-01-15"), cost: 1_200_000, owner: "Équipe prévention")
        #expect(measure.problems == [])
        #expect(try plan().freezeRefusal(for: measure, on: day("2027-01-14")) == nil)
        #expect(
            try plan().freezeRefusal(for: measure, on: day("2027-01-15")) == .conflict(.measureStarted))
        #expect(plan().problems == [])
        #expect(plan(control: "fund:7").problems.map(\.field) == ["control"])
        #expect(plan(-1).problems.map(\.field) == ["meanPoolCost"])
        #expect(plan().fingerprint != plan(12_001).fingerprint)
        #expect(
            plan().canonicalText
                == "effect-plan-1|metric=leak|exposed=fund:7|control=others|before=2026-01-01..2026-12-31"
                + "|after=2027-02-01..2028-01-31|meanPoolCost=12000")
        let nothing = Measure(
            idea: IdeaID(1), what: "", place: "", start: after.lowerBound, cost: -1, owner: "")
        #expect(
            nothing.problems.map(\.field) == ["measureWhat", "measurePlace", "measureOwner", "measureCost"])
    }
}
