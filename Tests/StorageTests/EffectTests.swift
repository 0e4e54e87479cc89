import Domain
import Testing

@testable import Storage

@Suite struct EffectTests {
    static func measure(after idea: IdeaID, starting day: Double) -> Measure {
        Measure(
            idea: idea, what: "Une vanne par colonne", place: "Laval", start: Day(Town.day(day)),
            cost: 240_000,
            owner: "Prévention")
    }

    /// Thirty days before the measure, thirty from its beginning on.
    static func plan(of measure: Measure) -> EffectPlan {
        let start = measure.start.number
        return EffectPlan(
            metric: .water, exposed: "Les foyers équipés", control: "Les autres foyers",
            before: Day(number: start - 30)...Day(number: start - 1),
            after: Day(number: start)...Day(number: start + 29), meanPoolCost: 12_000)
    }

    static func seen(_ numbers: Int64...) throws -> Observation {
        let counts = try stride(from: 0, to: 8, by: 2).map {
            try #require(ClaimCount(claims: numbers[$0], exposure: numbers[$0 + 1]))
        }
        return Observation(
            exposedBefore: counts[0], exposedAfter: counts[1], controlBefore: counts[2],
            controlAfter: counts[3])
    }

    /// A community with a fund and somebody who keeps it, and an idea with which the insurer goes on.
    private struct Scene {
        let swarm: FundTests.Swarm
        let idea: IdeaID
        let challenge: ChallengeID
        var town: Town { swarm.town }
        var keeper: MemberID { swarm.keeper.id }

        init(_ town: Town, members: Int = 12) async throws {
            swarm = try await FundTests.Swarm(town, members: members)
            challenge = try await town.challenge()
            idea = try await town.idea(by: try await town.citizen("Ana"), in: challenge)
            try await town.decide(.accepted, idea, at: Town.day(2))
        }

        func add(starting day: Double = 60, adoptedBy communities: Set<CommunityID>? = nil) async throws
            -> (id: MeasureID, measure: Measure)
        {
            let measure = EffectTests.measure(after: idea, starting: day)
            let id = try await town.store.addMeasure(
                measure, adoptedBy: communities ?? [swarm.community], by: keeper, at: Town.day(10))
            return (id, measure)
        }

        func observe(_ seen: Observation, in community: CommunityID? = nil, of id: MeasureID, at day: Double)
            async throws
        {
            try await town.store.observe(
                seen, source: "Un relevé", in: community ?? swarm.community, of: id, by: keeper,
                at: Town.day(day))
        }

        func story(_ id: MeasureID, as citizen: Citizen? = nil, at day: Double = 100) async throws
            -> MeasureStory
        {
            try await town.look(as: citizen, at: Town.day(day)) { try $0.measure(id) }
        }
    }

    @Test("a plan is frozen before the measure, once, and nothing of it changes any more")
    func freezing() async throws {
        try await Town.live { town in
            let scene = try await Scene(town)
            let (id, measure) = try await scene.add()
            let plan = Self.plan(of: measure)
            #expect(
                try await refusal {
                    try await town.store.freezePlan(plan, of: id, by: scene.keeper, at: Town.day(60))
                } == .conflict(.measureStarted))
            let print = try await town.store.freezePlan(plan, of: id, by: scene.keeper, at: Town.day(20))
            let frozen = try #require(try await scene.story(id).plan)
            #expect(frozen.plan == plan)
            #expect(frozen.fingerprint == print)
            #expect(Fingerprint(of: frozen.text) == print)
            #expect(frozen.text.contains("communities=abeilles\n"))
            for act in [
                { try await town.store.freezePlan(plan, of: id, by: scene.keeper, at: Town.day(21)) },
                {
                    try await town.store.changeMeasure(
                        id, to: measure, adoptedBy: [scene.swarm.community], by: scene.keeper,
                        at: Town.day(21))
                    return print
                },
            ] as [() async throws -> Fingerprint] {
                #expect(try await refusal { _ = try await act() } == .conflict(.planFrozen))
            }
            for statement in [
                "UPDATE effect_plan SET mean_pool_cost = 1", "DELETE FROM effect_plan",
                "UPDATE measure SET start_day = '2030-01-01'", "DELETE FROM measure_adoption",
            ] {
                await #expect(throws: StorageFailure.self) {
                    try await town.store.write { _ = try $0.execute(statement) }
                }
            }
        }
    }

    @Test("what was observed is entered once the time is over, by those who keep funds, and never rewritten")
    func observing() async throws {
        try await Town.live { town in
            let scene = try await Scene(town)
            let (id, measure) = try await scene.add()
            let seen = try Self.seen(8, 200, 3, 200, 40, 1_000, 38, 1_000)
            #expect(
                try await refusal { try await scene.observe(seen, of: id, at: 95) } == .conflict(.planMissing)
            )
            try await town.store.freezePlan(
                Self.plan(of: measure), of: id, by: scene.keeper, at: Town.day(20))
            #expect(
                try await refusal { try await scene.observe(seen, of: id, at: 89) }
                    == .conflict(.effectStillObserved))
            let ana = try await town.citizen("Bea")
            #expect(
                try await refusal {
                    try await town.store.observe(
                        seen, source: "Un relevé", in: scene.swarm.community, of: id, by: ana.id,
                        at: Town.day(95))
                } == .notFound)
            let stranger = try await town.community("fourmis")
            #expect(
                try await refusal { try await scene.observe(seen, in: stranger, of: id, at: 95) } == .notFound
            )
            try await scene.observe(seen, of: id, at: 95)
            let mended = try Self.seen(8, 200, 4, 200, 40, 1_000, 38, 1_000)
            try await scene.observe(mended, of: id, at: 96)
            let story = try await scene.story(id)
            #expect(story.federation.together == mended)
            #expect(story.federation.toldAt == Town.day(95))
            #expect(story.finding?.verdict == .encouraging)
            for statement in ["UPDATE effect_observation SET n1 = 0", "DELETE FROM effect_observation"] {
                await #expect(throws: StorageFailure.self) {
                    try await town.store.write { _ = try $0.execute(statement) }
                }
            }
        }
    }

    @Test("communities are named, and their own figures shown, to those who may know what happens in them")
    func reserved() async throws {
        try await Town.live { town in
            let scene = try await Scene(town)
            let other = try await town.community("fourmis")
            let (id, measure) = try await scene.add(adoptedBy: [scene.swarm.community, other])
            try await town.store.freezePlan(
                Self.plan(of: measure), of: id, by: scene.keeper, at: Town.day(20))
            try await scene.observe(
                try Self.seen(400, 10_000, 230, 10_000, 1_600, 40_000, 1_560, 40_000), of: id, at: 95)
            try await scene.observe(
                try Self.seen(2, 6, 1, 6, 41, 1_000, 38, 1_000), in: other, of: id, at: 96)
            let outside = try await scene.story(id)
            #expect(outside.adopterCount == 2)
            #expect(outside.adopters.isEmpty && outside.observations.isEmpty)
            // Six people wait for others.
            #expect(outside.federation.together?.exposedBefore.exposure == 10_000)
            #expect(outside.finding?.verdict == .demonstrated)
            let inside = try await scene.story(id, as: scene.swarm.members[0])
            #expect(inside.adopters.map(\.slug) == ["abeilles"])
            #expect(inside.observations.map(\.community) == [scene.swarm.community])
            let ant = try await town.citizen("Fourmi")
            try await town.join(other, "fourmis", as: "Une fourmi", ant)
            #expect(try await scene.story(id, as: ant).observations.isEmpty)
            #expect(try await scene.story(id, as: scene.swarm.keeper).observations.count == 2)
        }
    }

    @Test("a measure is seen with its idea, and not at all without it")
    func hidden() async throws {
        try await Town.live { town in
            let scene = try await Scene(town)
            let (id, _) = try await scene.add()
            _ = try await scene.story(id)
            _ = try await town.store.judge(
                [.idea(scene.idea)], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(12))
            #expect(try await refusal { _ = try await scene.story(id) } == .notFound)
            #expect(
                try await refusal {
                    _ = try await town.look(as: scene.swarm.members[0], at: Town.day(20)) {
                        try $0.keptMeasures()
                    }
                } == .notFound)
        }
    }

    @Test("only those who keep funds write measures, of ideas that are kept, with somebody who adopts them")
    func writing() async throws {
        try await Town.live { town in
            let scene = try await Scene(town)
            let measure = Self.measure(after: scene.idea, starting: 60)
            let store = town.store
            let moderator = try await town.official("Modératrice", .moderator)
            for citizen in [scene.swarm.members[0], moderator] {
                #expect(
                    try await refusal {
                        try await store.addMeasure(
                            measure, adoptedBy: [scene.swarm.community], by: citizen.id, at: Town.day(10))
                    } == .notFound)
            }
            #expect(
                try await refusal {
                    try await store.addMeasure(measure, adoptedBy: [], by: scene.keeper, at: Town.day(10))
                } == .invalid("communities", .missing))
            let waiting = try await town.idea(
                "Une autre idée", by: try await town.citizen("Bob"), in: scene.challenge)
            #expect(
                try await refusal {
                    try await store.addMeasure(
                        Self.measure(after: waiting, starting: 60), adoptedBy: [scene.swarm.community],
                        by: scene.keeper, at: Town.day(10))
                } == .conflict(.ideaNotKept))
        }
    }

    @Test("a close tells of the measure and stays the same; the idea then has all of its way behind it")
    func closing() async throws {
        try await Town.live { town in
            let scene = try await Scene(town)
            let swarm = scene.swarm
            let (id, measure) = try await scene.add()
            try await town.store.freezePlan(
                Self.plan(of: measure), of: id, by: scene.keeper, at: Town.day(20))
            try await scene.observe(
                try Self.seen(40, 1_000, 12, 1_000, 160, 4_000, 156, 4_000), of: id, at: 95)
            for place in 0..<12 { try await swarm.pay(place, 10_000) }
            func lines() async throws -> (told: ToldPeriod, lines: [EffectLine]) {
                try await town.look(as: swarm.members[0], at: Town.day(380)) { look in
                    guard let record = try look.fund(of: swarm.community)?.periods.first else {
                        throw Refusal.notFound
                    }
                    let told = try look.toldPeriod(record)
                    return (told, try look.effectLines(in: told, of: swarm.community))
                }
            }
            #expect(try await lines().lines.isEmpty)
            try await swarm.advance(.closing, by: swarm.keeper)
            try await swarm.advance(.proposed, by: swarm.keeper)
            let proposed = try await lines()
            let returned = try #require(proposed.told.group?.close.distributed)
            let line = try #require(proposed.lines.first)
            #expect(line.verdict == .demonstrated)
            let credited = try #require(line.own?.credited)
            #expect(credited > 0 && credited <= returned)
            #expect(try await scene.story(id, at: 380).returns.isEmpty)
            try await swarm.advance(.validated, by: swarm.second)
            let seen = try await scene.story(id, as: swarm.members[0], at: 380)
            #expect(seen.returns.map { $0.place?.period } == [1])
            let visitor = try await scene.story(id, at: 380)
            #expect(visitor.returns.count == 1 && visitor.returns[0].place == nil)
            #expect(try await lines().told.group?.close.distributed == returned)
        }
    }
}
