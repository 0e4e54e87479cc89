import Domain
import Storage

extension Sample {
    static let effects: [Sample] = [
        Sample("effect-show", .member) { "/measures/\($0.countedMeasure)" },
        Sample("effect-show-visitor") { "/measures/\($0.countedMeasure)" },
        Sample("effect-show-awaited") { "/measures/\($0.plannedMeasure)" },
        Sample("effect-show-unplanned") { "/measures/\($0.unplannedMeasure)" },
        Sample("effect-index", .rewardOfficer) { _ in "/desk/measures" },
        Sample("effect-form", .rewardOfficer) { "/desk/ideas/\($0.winningIdea)/measure" },
        Sample(
            "effect-form-refused", .rewardOfficer, form: [("measureWhat", "Oui"), ("measureCost", "cher")]
        ) { "/desk/ideas/\($0.winningIdea)/measure" },
        Sample("effect-form-change", .rewardOfficer) { "/desk/measures/\($0.futureMeasure)/edit" },
        Sample("effect-keep", .rewardOfficer) { "/desk/measures/\($0.countedMeasure)" },
        Sample("effect-keep-plan", .rewardOfficer) { "/desk/measures/\($0.futureMeasure)" },
        Sample(
            "effect-keep-refused", .rewardOfficer,
            form: [("exposed", "Nous"), ("beforeFirst", "demain"), ("meanPoolCost", "")]
        ) { "/desk/measures/\($0.futureMeasure)/plan" },
        Sample(
            "effect-keep-uncounted", .rewardOfficer,
            form: [("community", "3"), ("n0", "trois"), ("e0", "0"), ("source", "")]
        ) { "/desk/measures/\($0.countedMeasure)/observations" },
        Sample("ideas-show-measured") { "/ideas/\($0.winningIdea)" },
    ]
}

extension SampleStory {
    /// Measures that follow from an idea: one that was counted, one under way, one without a plan, one to come.
    func playEffects(_ places: inout SamplePlaces) async throws {
        let keeper = try member(.rewardOfficer)
        let slugs = [places.largeCommunity, places.community]
        let adopters = try await store.look(as: nil, at: day(0)) { look in
            try slugs.map { try look.community(slug: $0).id }
        }.value
        func measure(_ what: String, start: Int64, on date: Int64) async throws -> MeasureID {
            try await store.addMeasure(
                Measure(
                    idea: places.winningIdea, what: what, place: "Laval et ses environs",
                    start: Day(day(start)), cost: 240_000, owner: "Assistance automobile"),
                adoptedBy: Set(adopters), by: keeper, at: day(date))
        }
        func plan(_ start: Int64, days: Int) -> EffectPlan {
            let first = Day(day(start)).number
            return EffectPlan(
                metric: .theft, exposed: "Les vélos gravés", control: "Les vélos assurés qui ne le sont pas",
                before: Day(number: first - days)...Day(number: first - 1),
                after: Day(number: first)...Day(number: first + days - 1), meanPoolCost: 9_000)
        }
        let counted = try await measure(
            "Un vélo gravé et une attache prêtée par le garage", start: -50, on: -60)
        try await store.freezePlan(plan(-50, days: 35), of: counted, by: keeper, at: day(-60))
        let numbers: [[Int64]] = [
            [44, 620, 19, 634, 210, 3_100, 204, 3_090], [3, 12, 1, 12, 31, 400, 30, 398],
        ]
        for (community, numbers) in zip(adopters, numbers) {
            let counts = stride(from: 0, to: 8, by: 2).compactMap {
                ClaimCount(claims: numbers[$0], exposure: numbers[$0 + 1])
            }
            try await store.observe(
                Observation(
                    exposedBefore: counts[0], exposedAfter: counts[1], controlBefore: counts[2],
                    controlAfter: counts[3]), source: "Relevé des déclarations de vol", in: community,
                of: counted, by: keeper, at: day(-5))
        }
        let planned = try await measure("Un parking gardé les jours de marché", start: -10, on: -16)
        try await store.freezePlan(plan(-10, days: 60), of: planned, by: keeper, at: day(-15))
        places.countedMeasure = counted
        places.plannedMeasure = planned
        places.unplannedMeasure = try await measure("Des arceaux devant la gare", start: -30, on: -3)
        places.futureMeasure = try await measure("Une cave fermée pour quarante vélos", start: 40, on: -2)
    }
}
