import Domain
import Storage

/// A measure that follows from an idea: written and planned at once, counted once its time of observation is over.
struct ScriptedMeasure: Sendable {
    /// The key of its challenge, a slash and its own.
    let idea: String
    let what: String
    let place: String
    /// So many days before the seeding; below zero, after it.
    let start: Int
    /// In cents.
    let cost: Int64
    let owner: String
    /// The keys of the communities.
    let communities: [String]
    let plannedAt: Moment
    let metric: ClaimKind
    let exposed: String
    let control: String
    /// How many days are counted, before and after.
    let length: Int
    let meanPoolCost: Int64
    var seen: [Seen] = []

    /// What one community observed: claims and how many could have one, with the measure before and after, without it
    /// before and after.
    struct Seen: Sendable {
        let community: String
        let at: Moment
        let counts: [(Int64, Int64)]
        let source: String
    }
}

/// The measures of the demonstration: one whose effect is demonstrated, one that is encouraging, one under way.
enum DemonstrationMeasures {
    static let all: [ScriptedMeasure] = [
        ScriptedMeasure(
            idea: "box/vanne-seule",
            what: "Une vanne à coupure automatique au pied de chaque colonne d’immeuble et à l’arrivée de "
                + "chaque atelier",
            place: "Valbourg et les deux rives", start: 205, cost: 1_008_000,
            owner: "Service prévention habitation",
            communities: ["artisans-du-fleuve", "syndics-benevoles"], plannedAt: .before(days: 209),
            metric: .water, exposed: "Les logements et les ateliers où la vanne est posée",
            control: "Des logements et des ateliers du même âge, dans les mêmes quartiers, sans la vanne",
            length: 165, meanPoolCost: 14_000,
            seen: [
                .init(
                    community: "syndics-benevoles", at: .before(days: 35, hours: 3),
                    counts: [(96, 2_400), (51, 2_412), (402, 9_800), (396, 9_811)],
                    source: "Extraction du logiciel des sinistres, immeubles"),
                .init(
                    community: "artisans-du-fleuve", at: .before(days: 35, hours: 2),
                    counts: [(3, 12), (1, 12), (38, 160), (37, 158)],
                    source: "Relevé des déclarations, ateliers"),
            ]),
        ScriptedMeasure(
            idea: "box/outils-graves",
            what:
                "Les outils gravés et photographiés, camionnette par camionnette, un autocollant à l’arrière",
            place: "Ateliers membres", start: 190, cost: 86_400, owner: "Agence de Valbourg",
            communities: ["artisans-du-fleuve"], plannedAt: .before(days: 196), metric: .theft,
            exposed: "Les ateliers membres, outils gravés",
            control: "Les artisans du canton assurés ailleurs que dans une communauté", length: 150,
            meanPoolCost: 62_000,
            seen: [
                .init(
                    community: "artisans-du-fleuve", at: .before(days: 34),
                    counts: [(5, 12), (2, 12), (52, 310), (49, 305)],
                    source: "Relevé des déclarations de vol")
            ]),
        ScriptedMeasure(
            idea: "box/outils-graves",
            what: "Le vélo gravé avant le départ, par l’association de la ville d’arrivée",
            place: "Neuf villes universitaires", start: 12, cost: 21_600, owner: "Assurance des étudiants",
            communities: ["etudiants-en-mobilite"], plannedAt: .before(days: 18), metric: .theft,
            exposed: "Les membres qui ont fait graver leur vélo",
            control: "Les étudiants assurés qui partent sans le faire", length: 300, meanPoolCost: 9_500),
    ]
}

extension DemonstrationSeeding {
    /// Writes down the measures, with their plans and what was observed.
    func takeMeasures() async throws {
        let keeper = try member("yves")
        for script in DemonstrationMeasures.all {
            let idea = try idea(script.idea)
            let start = Day(now - .days(Int64(script.start)))
            let plannedAt = script.plannedAt.timestamp(from: now)
            let adopters = try script.communities.map { try community($0) }
            let id = try await store.addMeasure(
                Measure(
                    idea: idea, what: script.what, place: script.place, start: start, cost: script.cost,
                    owner: script.owner), adoptedBy: Set(adopters), by: keeper, at: plannedAt)
            let before = Day(number: start.number - script.length)...Day(number: start.number - 1)
            let after = start...Day(number: start.number + script.length - 1)
            try await store.freezePlan(
                EffectPlan(
                    metric: script.metric, exposed: script.exposed, control: script.control, before: before,
                    after: after, meanPoolCost: script.meanPoolCost), of: id, by: keeper, at: plannedAt)
            for seen in script.seen {
                let counts = seen.counts.compactMap { ClaimCount(claims: $0.0, exposure: $0.1) }
                guard counts.count == 4 else {
                    throw ScriptFault(scene: script.idea, reason: "counts of \(seen.community)")
                }
                try await store.observe(
                    Observation(
                        exposedBefore: counts[0], exposedAfter: counts[1], controlBefore: counts[2],
                        controlAfter: counts[3]), source: seen.source, in: try community(seen.community),
                    of: id, by: keeper, at: seen.at.timestamp(from: now))
            }
        }
    }
}
