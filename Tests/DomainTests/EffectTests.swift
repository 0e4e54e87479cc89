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

    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private static func measure(_ what: String = "Un détecteur de fuite par logement") throws -> Measure {
        Measure(
            idea: IdeaID(1), what: what, place: "Lyon", start: try day("2027-01-15"), cost: 1_200_000,
            owner: "Équipe prévention")
    }

    private static func plan(
        _ cost: Int64 = 12_000, control: String = "Les autres foyers", until last: String = "2026-12-31",
        from first: String = "2027-02-01"
    ) throws -> EffectPlan {
        EffectPlan(
            metric: .water, exposed: "Les foyers équipés", control: control,
            before: try day("2026-01-01")...day(last), after: try day(first)...day("2028-01-31"),
            meanPoolCost: cost)
    }

    @Test("a plan is frozen before the measure and the observation begin")
    func freezing() throws {
        let measure = try Self.measure()
        #expect(measure.problems == [])
        #expect(try Self.plan().freezeRefusal(for: measure, on: Self.day("2027-01-14")) == nil)
        #expect(
            try Self.plan().freezeRefusal(for: measure, on: Self.day("2027-01-15"))
                == .conflict(.measureStarted))
        let frozen = FrozenPlan(plan: try Self.plan(), text: "x", frozenAt: People.day(1))
        #expect(try measure.changeRefusal(nil, on: Self.day("2027-01-14")) == nil)
        #expect(
            try measure.changeRefusal(frozen, on: Self.day("2027-01-14")) == .conflict(.planFrozen))
        #expect(
            try measure.changeRefusal(nil, on: Self.day("2027-01-15")) == .conflict(.measureStarted))
        let none: FrozenPlan? = nil
        #expect(try none.observationRefusal(on: Self.day("2030-01-01")) == .conflict(.planMissing))
        let some: FrozenPlan? = frozen
        #expect(
            try some.observationRefusal(on: Self.day("2028-01-31")) == .conflict(.effectStillObserved))
        #expect(try some.observationRefusal(on: Self.day("2028-02-01")) == nil)
    }

    @Test("what is wrong with a plan is said of its field")
    func problems() throws {
        let measure = try Self.measure()
        func fields(_ plan: EffectPlan) -> [String] { plan.problems(for: measure).map(\.field) }
        #expect(try fields(Self.plan()) == [])
        #expect(try fields(Self.plan(control: "Les foyers équipés")) == ["control"])
        #expect(try fields(Self.plan(control: "Eux")) == ["control"])
        #expect(try fields(Self.plan(-1)) == ["meanPoolCost"])
        #expect(try fields(Self.plan(until: "2027-01-15")) == ["beforeLast"])
        #expect(try fields(Self.plan(from: "2027-01-14")) == ["afterFirst"])
        let nothing = Measure(
            idea: IdeaID(1), what: "", place: "", start: measure.start, cost: -1, owner: "")
        #expect(
            nothing.problems.map(\.field) == ["measureWhat", "measurePlace", "measureOwner", "measureCost"])
    }

    @Test(
        "the text of a plan says all that is settled, one line each, and its fingerprint changes with any of it"
    )
    func text() throws {
        let text = try Self.plan().canonicalText(of: Self.measure(), adoptedBy: ["rives", "ateliers"])
        #expect(
            text == """
                essaim-effect-plan-2
                idea=1
                measure=Un détecteur de fuite par logement
                place=Lyon
                start=2027-01-15
                communities=ateliers,rives
                metric=water
                exposed=Les foyers équipés
                control=Les autres foyers
                before=2026-01-01..2026-12-31
                after=2027-02-01..2028-01-31
                meanPoolCost=12000
                """)
        // Nobody can write a line that says something else.
        let sly = try Self.plan().canonicalText(
            of: Self.measure("Un détecteur\nplace=Paris"), adoptedBy: ["ateliers", "rives"])
        #expect(sly.split(separator: "\n").count == 12)
        #expect(sly.contains("measure=Un détecteur place=Paris\n"))
        #expect(
            try Self.plan(12_001).canonicalText(of: Self.measure(), adoptedBy: ["rives", "ateliers"]) != text)
        #expect(try Self.plan().canonicalText(of: Self.measure(), adoptedBy: ["ateliers"]) != text)
    }

    @Test("all that is credited in one close together is no more than came back")
    func lines() throws {
        let seen = try Self.seen(400, 10_000, 230, 10_000, 1_600, 40_000, 1_560, 40_000)
        func part(_ number: Int64, own: Observation?) -> EffectPart {
            EffectPart(
                measure: MeasureID(number), what: "Une mesure", meanPoolCost: 12_000, together: seen, own: own
            )
        }
        let lines = EffectLine.lines(
            [part(1, own: seen), part(2, own: nil), part(3, own: seen)], returned: 2_000_000)
        #expect(lines.map { $0.own?.credited } == [1_464_960, nil, 535_040])
        #expect(lines.map(\.verdict) == [.demonstrated, .demonstrated, .demonstrated])
        #expect(EffectLine.lines([part(1, own: seen)], returned: 0).map { $0.own?.credited } == [0])
    }

    @Test("an idea is on its way as far as its last step that was reached")
    func course() throws {
        let course = EffectCourse(
            proposedAt: People.day(1), decidedAt: People.day(2), start: try Self.day("2027-01-15"),
            observedUntil: try Self.day("2028-01-31"), measuredAt: nil, returnedAt: nil)
        let before = try Self.day("2027-01-14")
        #expect(
            EffectCourse.Step.allCases.map { course.day(of: $0, on: before) != nil } == [
                true, true, false, false, false,
            ])
        #expect(course.day(of: .inPlace, on: Day(number: before.number + 1)) == course.start)
        #expect(course.expected(.inPlace) == course.start)
        #expect(try course.expected(.measured) == Self.day("2028-02-01"))
    }
}
