import Domain
import Proving
import Testing

@testable import Storage

@Suite struct StateTests {
    private static func schedule(_ chance: inout Dice) -> Schedule {
        var phases: [Phase] = []
        var day = Int64.random(in: -20...20, using: &chance)
        for _ in 0..<Int.random(in: 1...5, using: &chance) {
            let opening = day
            day += Int64.random(in: 1...9, using: &chance)
            let kind = Phase.Kind.allCases.randomElement(using: &chance) ?? .ideas
            phases.append(
                Phase(kind: kind, opensAt: Town.day(Double(opening)), closesAt: Town.day(Double(day))))
            if Bool.random(using: &chance) { day += Int64.random(in: 0...5, using: &chance) }
        }
        if Bool.random(using: &chance), let last = phases.popLast() {
            phases.append(Phase(kind: last.kind, opensAt: last.opensAt, closesAt: nil))
        }
        return Schedule(phases)
    }

    private static let standings: [(Challenge.Standing, String)] = [
        (.draft, "standing = 'draft', published_at = NULL"), (.published, "standing = 'published'"),
        (.published, "standing = 'published'"), (.suspended, "standing = 'suspended'"),
        (.cancelled, "standing = 'cancelled', cancellation_reason = 'Une bonne raison'"),
        (.resultsPublished, "standing = 'resultsPublished', results_published_at = 1800000000"),
        (.archived, "standing = 'archived'"),
    ]

    @Test("lists select exactly the challenges that the rules put in a state, for whoever may see them")
    func agreement() async throws {
        try await Town.live { town in
            var chance = Dice(20_170_601)
            let swarm = try await town.community("abeilles")
            let hive = try await town.community("ruche")
            let ana = try await town.citizen("Ana")
            try await town.join(swarm, "abeilles", as: "Butineuse", ana)
            var all: [ChallengeID] = []
            for _ in 0..<60 {
                let schedule = Self.schedule(&chance)
                #expect(schedule.problems == [])
                let place = [nil, nil, swarm, hive].randomElement(using: &chance) ?? nil
                let challenge = try await town.challenge(schedule: schedule, community: place)
                let standing = Self.standings.randomElement(using: &chance)?.1 ?? ""
                try await town.store.write {
                    try $0.execute("UPDATE challenge SET \(standing) WHERE id = ?", challenge)
                }
                all.append(challenge)
            }
            let juror = try await town.official("Jurée", .juror, for: all[3])
            try await town.store.giveRole(
                .manager, for: all[17], to: ana.id, by: town.mayor.id, at: Town.day(0))
            let judge = try await town.official("Juge", .juror)
            let challenges = all
            for person in [nil, ana, juror, judge, town.mayor] {
                for _ in 0..<25 {
                    let now = Town.day(Double(Int.random(in: -25...70, using: &chance)))
                    try await town.look(as: person, at: now) { look in
                        try Self.compare(look, challenges)
                    }
                }
            }
        }
    }

    private static func compare(_ look: Look, _ all: [ChallengeID]) throws {
        var visible: [Challenge] = []
        for id in all {
            let schedule = try look.schedule(of: id)
            let found = try look.db.one(
                "SELECT \(Look.challengeColumns(withTexts: true)) FROM challenge c WHERE c.id = ?", id,
                make: { try Look.makeChallenge($0, schedule: schedule) })
            if let found, found.isVisible(to: look.viewer) { visible.append(found) }
        }
        let listable = visible.filter { $0.standing != .draft }
        func read(_ filter: ChallengeFilter) throws -> Set<ChallengeID> {
            var ids: Set<ChallengeID> = []
            for page in 1...5 {
                let list = try look.challenges(filter, page: page)
                ids.formUnion(list.items.map(\.challenge.id))
                if !list.hasNext { break }
            }
            return ids
        }
        for state in Challenge.State.allCases {
            let expected = Set(listable.filter { $0.state(at: look.now) == state }.map(\.id))
            #expect(try read(ChallengeFilter(state: state)) == expected, "\(state) at \(look.now)")
        }
        #expect(
            try read(ChallengeFilter()) == Set(listable.filter { $0.standing != .archived }.map(\.id)))
        let open = visible.filter { [.openToIdeas, .openToVotes].contains($0.state(at: look.now)) }
        #expect(Set(try look.openChallenges(limit: 100).map(\.challenge.id)) == Set(open.map(\.id)))
        let awaiting = visible.filter {
            $0.state(at: look.now) != .toCome
                && $0.resultsRefusal(for: look.viewer, undecided: 0, at: look.now) == nil
        }
        #expect(Set(try look.challengesAwaitingResults().map(\.challenge.id)) == Set(awaiting.map(\.id)))
        let drafts = visible.filter { $0.standing == .draft && look.viewer.manages($0.id) }
        #expect(Set(try look.draftChallenges().map(\.challenge.id)) == Set(drafts.map(\.id)))
    }
}
