import Domain
import Testing

@testable import Storage

@Suite struct DashboardTests {
    private func figures(_ town: Town, _ challenge: ChallengeID, as citizen: Citizen, on day: Double)
        async throws
        -> ChallengeFigures
    {
        try await town.look(as: citizen, at: Town.day(day)) { look in
            try look.figures(
                of: try look.challenge(challenge), from: (0..<50).map { Town.day(Double($0)) },
                to: Town.day(50))
        }
    }

    @Test("what happened is told day by day; what is hidden and what lies outside is not")
    func days() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge(quota: nil)
            let first = try await town.idea("Une première idée", by: ana, in: call, at: Town.day(1.5))
            let second = try await town.idea("Une seconde idée", by: ana, in: call, at: Town.day(1.9))
            _ = try await town.idea("Une idée plus tard", by: ana, in: call, at: Town.day(3))
            for person in [ana, town.mayor] {
                _ = try await town.store.addComment(
                    CommentContent(stance: .for, text: "Oui."), on: first, by: person.id, at: Town.day(2))
            }
            _ = try await town.store.judge(
                [.idea(second)], .hide(.offTopic, note: ""), by: town.mayor.id, at: Town.day(4))
            try await town.store.countReadings([
                ReadingCount(challenge: call, day: Town.day(1), members: 12, visitors: 3),
                ReadingCount(challenge: call, day: Town.day(2), members: 2, visitors: 1),
            ])
            try await town.store.countReadings([
                ReadingCount(challenge: call, day: Town.day(1), members: 0, visitors: 5)
            ])
            let found = try await figures(town, call, as: town.mayor, on: 2.5)
            #expect(found.periods.map(\.ideas).prefix(5) == [0, 1, 0, 1, 0])
            #expect(found.periods[2].comments == 2)
            #expect(found.periods.allSatisfy { $0.supports == nil })
            #expect(found.periods[1].readings == CrowdFigure(people: 20))
            // The day that is not over says nothing yet.
            #expect(found.periods[2].readings == nil)
            #expect(found.funnel.readings == 20)
            #expect(found.funnel.voters == nil)
            #expect(found.themeFigures.challenges == 1)
            #expect(found.themeFigures.ideas == 2)
        }
    }

    @Test("only those who run a challenge see its figures, and none of a draft")
    func refusals() async throws {
        try await Town.live { town in
            let call = try await town.challenge()
            let manager = try await town.official("Gérante", .manager, for: call)
            let elsewhere = try await town.official("Autre", .manager, for: try await town.challenge())
            let juror = try await town.official("Jurée", .juror, for: call)
            _ = try await figures(town, call, as: manager, on: 2)
            for citizen in [elsewhere, juror, try await town.citizen("Ana")] {
                #expect(
                    try await refusal { _ = try await figures(town, call, as: citizen, on: 2) }
                        == .forbidden(.staffOnly))
            }
            let listed = try await town.look(as: manager) { try $0.managedChallenges() }
            #expect(listed.map(\.summary.challenge.id) == [call])
            #expect(
                try await refusal { _ = try await town.look(as: juror) { try $0.managedChallenges() } }
                    == .forbidden(.staffOnly))
        }
    }

    @Test("people are told apart by community, each in one part, never fewer than ten")
    func segments() async throws {
        try await Town.live { town in
            let call = try await town.challenge()
            let bees = try await town.community("abeilles")
            let ants = try await town.community("fourmis")
            func take(_ count: Int, _ name: String, in communities: [(CommunityID, String)]) async throws {
                for number in 0..<count {
                    let citizen = try await town.citizen("\(name)\(number)")
                    for (community, slug) in communities {
                        try await town.join(community, slug, as: "\(name)\(number)", citizen)
                    }
                    _ = try await town.idea("Une idée de \(name) \(number)", by: citizen, in: call)
                }
            }
            try await take(14, "Butineuse", in: [(bees, "abeilles")])
            try await take(11, "Ouvriere", in: [(ants, "fourmis")])
            try await take(13, "Passant", in: [])
            let found = try await figures(town, call, as: town.mayor, on: 49)
            #expect(found.segmentations.map(\.kind) == [.community])
            #expect(found.segmentations[0].parts.map(\.people) == [.exact(14), .exact(11), .exact(13)])
            try await take(2, "Double", in: [(bees, "abeilles"), (ants, "fourmis")])
            let four = try await figures(town, call, as: town.mayor, on: 49).segmentations[0].parts
            #expect(four.map(\.name) == [.only("Les abeilles"), .only("Les fourmis"), .several, .none])
            // Two would be what the others leave of the whole: the smallest of these is withheld with them.
            #expect(four.map(\.people) == [.exact(14), .withheld, .withheld, .exact(13)])
        }
    }

    @Test(
        "the export has what its manager may see: no draft, nothing taken back, no secret decision, no hidden count"
    )
    func export() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge(quota: nil)
            let kept = try await town.idea("Une idée gardée", by: ana, in: call)
            let gone = try await town.idea("Une idée reprise", by: ana, in: call)
            try await town.store.withdrawIdea(gone, by: ana.id, at: Town.day(2))
            try await town.decide(.accepted, kept, secretly: true, at: Town.day(3))
            func export(_ day: Double) async throws -> [ExportedIdea] {
                try await town.look(as: town.mayor, at: Town.day(day)) { look in
                    try look.exportedIdeas(of: try look.challenge(call))
                }
            }
            let before = try await export(4)
            #expect(before.map(\.title) == ["Une idée gardée"])
            #expect(before[0].decision == nil)
            #expect(before[0].supportCount == nil)
            let after = try await export(49)
            #expect(after[0].supportCount == 0)
        }
    }
}
