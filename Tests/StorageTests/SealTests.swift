import Domain
import Testing

@testable import Storage

@Suite struct SealTests {
    private func detail(_ idea: IdeaID, _ town: Town, as citizen: Citizen?, at day: Double = 1) async throws
        -> IdeaDetail
    {
        try await town.look(as: citizen, at: Town.day(day)) { try $0.ideaDetail(idea) }
    }

    @Test("each text that was submitted has its seal, which nothing takes away")
    func seals() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let contest = try await town.challenge(.contest)
            let idea = try await town.idea("Un capteur", by: ana, in: contest)
            let content = IdeaContent(title: "Un capteur", text: "Il écoute les tuyaux, la nuit seulement.")
            try await town.store.editIdea(idea, to: content, by: ana.id, at: Town.day(2))
            // Saying the same again is no other solution.
            try await town.store.editIdea(idea, to: content, by: ana.id, at: Town.day(3))
            let sealing = try #require(try await detail(idea, town, as: ana).sealing)
            #expect(sealing.seals.map(\.sealedAt) == [Town.day(2), Town.day(1)])
            #expect(sealing.seals.first?.fingerprint == Fingerprint(of: content.sealedText))
            let open = try await town.idea(by: ana, in: try await town.challenge())
            #expect(try await detail(open, town, as: ana).sealing == nil)
            for sql in ["UPDATE idea_seal SET sealed_at = 0", "DELETE FROM idea_seal"] {
                await #expect(throws: (any Error).self) {
                    try await town.store.write { db in _ = try db.execute(sql) }
                }
            }
        }
    }

    @Test(
        "results open the winners as the rules say, then the manager those whose authors agree, and no other")
    func opening() async throws {
        for opensWinners in [true, false] {
            try await Town.live { town in
                let (ana, ben) = (try await town.citizen("Ana"), try await town.citizen("Ben"))
                var content = town.content(.contest)
                content.particulars.opensWinners = opensWinners
                let contest = try await town.store.launchChallenge(
                    content, by: town.mayor.id, at: Town.day(-5))
                try await town.store.publishChallenge(contest, by: town.mayor.id, at: Town.day(-4))
                func solution(_ title: String, _ author: Citizen, _ agrees: Bool?) async throws -> IdeaID {
                    try await town.store.submitIdea(
                        IdeaContent(title: title, text: "\(title), et ses mesures."), in: contest,
                        agreeing: agrees, by: author.id, at: Town.day(1))
                }
                let winner = try await solution("Un capteur", ana, false)
                let agreed = try await solution("Un robinet", ben, nil)
                let refused = try await solution("Une vanne", ana, true)
                try await town.store.agreeToOpening(agreed, true, by: ben.id, at: Town.day(50))
                try await town.store.agreeToOpening(refused, false, by: ana.id, at: Town.day(50))
                try await town.decide(.winner, winner, secretly: true, at: Town.day(60))
                for idea in [agreed, refused] {
                    try await town.decide(.rejected, idea, secretly: true, at: Town.day(60))
                }
                #expect(
                    try await refusal {
                        try await town.store.openSolutions(of: contest, by: town.mayor.id, at: Town.day(60))
                    } == .conflict(.resultsNotPublished))
                try await town.store.publishResults(of: contest, by: town.mayor.id, at: Town.day(71))
                func isPublic(_ idea: IdeaID) async throws -> Bool {
                    try await refusal { _ = try await detail(idea, town, as: nil, at: 80) } == nil
                }
                #expect(try await isPublic(winner) == opensWinners)
                #expect(try await !isPublic(agreed))
                #expect(try await !isPublic(refused))
                let late = try await refusal {
                    try await town.store.agreeToOpening(refused, true, by: ana.id, at: Town.day(72))
                }
                #expect(late == .conflict(.resultsAlreadyPublished))
                let counts = try await town.look(as: town.mayor, at: Town.day(72)) {
                    try $0.sealedSolutions(of: try $0.challenge(contest))
                }
                #expect(counts?.all == (opensWinners ? 2 : 3) && counts?.agreed == 1)
                let told = try await town.look(as: ben, at: Town.day(72)) {
                    try $0.sealedSolutions(of: try $0.challenge(contest))?.agreed
                }
                #expect(told == 0)
                #expect(
                    try await town.store.openSolutions(of: contest, by: town.mayor.id, at: Town.day(72)) == 1)
                #expect(try await isPublic(agreed))
                #expect(try await !isPublic(refused))
                #expect(try await isPublic(winner) == opensWinners)
                #expect(
                    try await refusal {
                        try await town.store.openSolutions(of: contest, by: town.mayor.id, at: Town.day(72))
                    } == .conflict(.nothingToOpen))
                // What moderators hide and show again is as open as it was.
                for idea in [agreed, refused] {
                    for verdict in [Verdict.hide(.offTopic, note: ""), .show] {
                        _ = try await town.store.judge(
                            [.idea(idea)], verdict, by: town.mayor.id, at: Town.day(73))
                    }
                }
                #expect(try await isPublic(agreed))
                #expect(try await !isPublic(refused))
                let sealed = try await town.look(as: town.mayor, at: Town.day(73)) {
                    try $0.ideas(in: try $0.challenge(contest), IdeaFilter(answer: .sealed)).items.map(\.idea)
                }
                #expect(Set(sealed) == Set(opensWinners ? [refused] : [refused, winner]))
            }
        }
    }

    @Test(
        "an idea that reaches the supports asked for is passed on, comes first on the desk, and leaves it answered"
    )
    func passingOn() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let voters = [try await town.citizen("Ben"), try await town.citizen("Cyr")]
            var content = town.content(.suggestionBox)
            content.particulars.reviewThreshold = 2
            let box = try await town.store.launchChallenge(content, by: town.mayor.id, at: Town.day(-5))
            try await town.store.publishChallenge(box, by: town.mayor.id, at: Town.day(-4))
            let first = try await town.idea("Une première idée", by: ana, in: box, at: Town.day(1))
            let loved = try await town.idea("Une idée aimée", by: ana, in: box, at: Town.day(2))
            func desk(on day: Double = 5) async throws -> [IdeaID] {
                try await town.look(as: town.mayor, at: Town.day(day)) {
                    try $0.waitingIdeas().items.map(\.idea)
                }
            }
            try await town.store.castVote(on: loved, by: voters[0].id, at: Town.day(3))
            #expect(try await desk() == [first, loved])
            #expect(try await detail(loved, town, as: nil, at: 3).passedOnAt == nil)
            try await town.store.castVote(on: loved, by: voters[1].id, at: Town.day(4))
            #expect(try await desk() == [loved, first])
            // What is overdue was promised first.
            #expect(try await desk(on: 200) == [first, loved])
            // A support that is taken back takes nothing back from the team.
            try await town.store.withdrawVote(on: loved, by: voters[1].id, at: Town.day(4))
            #expect(try await detail(loved, town, as: nil, at: 5).passedOnAt == Town.day(4))
            try await town.decide(.accepted, loved, at: Town.day(5))
            #expect(try await desk() == [first])
            try await town.store.castVote(on: first, by: voters[0].id, at: Town.day(6))
            var lower = content
            lower.particulars.reviewThreshold = nil
            try await town.store.reviseChallenge(box, to: lower, by: town.mayor.id, at: Town.day(6))
            try await town.store.castVote(on: first, by: voters[1].id, at: Town.day(6))
            #expect(try await detail(first, town, as: nil, at: 6).passedOnAt == nil)
            try await town.store.reviseChallenge(box, to: content, by: town.mayor.id, at: Town.day(7))
            #expect(try await detail(first, town, as: nil, at: 7).passedOnAt == Town.day(7))
        }
    }
}
