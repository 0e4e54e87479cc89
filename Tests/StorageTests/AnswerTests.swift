import Domain
import Testing

@testable import Storage

@Suite struct AnswerRecordTests {
    private func tally(_ town: Town, _ challenge: ChallengeID, _ day: Double) async throws -> AnswerTally {
        try await town.look(as: nil, at: Town.day(day)) { try $0.answers(in: try $0.challenge(challenge)) }
    }

    @Test("answers in time, too late, late and waiting are counted, with their median delay")
    func counts() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let box = try await town.challenge(.suggestionBox, answerDays: 10)
            var ideas: [IdeaID] = []
            for number in 0..<5 {
                ideas.append(try await town.idea("Idée numéro \(number)", by: ana, in: box, at: Town.day(1)))
            }
            #expect(try await tally(town, box, 2).waiting == 5)
            try await town.decide(.underStudy, ideas[0], at: Town.day(2))
            #expect(try await tally(town, box, 2).answered == 0)
            try await town.decide(.accepted, ideas[0], at: Town.day(4))
            try await town.decide(.rejected, ideas[1], at: Town.day(6.5))
            try await town.decide(.rejected, ideas[2], at: Town.day(15))
            try await town.store.withdrawIdea(ideas[3], by: ana.id, at: Town.day(16))
            let found = try await tally(town, box, 16)
            #expect(found.answered == 3)
            #expect(found.inTime == 2)
            #expect(found.tooLate == 1)
            #expect(found.waiting == 1)
            #expect(found.late == 1)
            #expect(found.percentKept == 50)
            #expect(found.delays.middle?.lower == 5)
            // A decision after the first answer changes nothing.
            try await town.decide(.planned, ideas[0], at: Town.day(30))
            #expect(try await tally(town, box, 16) == found)
            let all = try await town.look(as: nil, at: Town.day(16)) { look in
                (try look.answerRecord(), try look.answersByChallenge())
            }
            #expect(all.0 == found)
            #expect(all.1.items.map(\.tally) == [found])
        }
    }

    @Test("neither secret answers nor sealed solutions show in any count before the results")
    func secrets() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let contest = try await town.challenge(.contest, title: "Détecter une fuite")
            let idea = try await town.idea(by: ana, in: call)
            _ = try await town.idea("Un capteur", by: ana, in: contest)
            let before = try await tally(town, call, 44)
            try await town.decide(.accepted, idea, secretly: true)
            #expect(try await tally(town, call, 44) == before)
            #expect(try await tally(town, contest, 400).waiting == 0)
            #expect(try await tally(town, contest, 400).late == 0)
            let rows = try await town.look(as: nil, at: Town.day(44)) { try $0.answersByChallenge().items }
            #expect(rows.map(\.challenge) == [call])
            try await town.store.publishResults(of: call, by: town.mayor.id, at: Town.day(45))
            #expect(try await tally(town, call, 46).answered == 1)
            #expect(try await tally(town, call, 46).waiting == 0)
        }
    }

    @Test("promises of a cancelled challenge lapse rather than being late for ever")
    func cancelled() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let box = try await town.challenge(.suggestionBox, answerDays: 5)
            _ = try await town.idea(by: ana, in: box)
            try await town.store.cancelChallenge(
                box, reason: Town.reason, by: town.mayor.id, at: Town.day(2))
            #expect(try await tally(town, box, 30).late == 0)
            let all = try await town.look(as: nil, at: Town.day(30)) { try $0.answerRecord() }
            #expect(all.late == 0)
        }
    }

    @Test("what becomes of an idea is written by managers, keeps its first days, and is told when it is done")
    func followUp() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let box = try await town.challenge(.suggestionBox)
            let idea = try await town.idea(by: ana, in: box)
            func content(_ id: MilestoneID?, _ day: Double, done: Double? = nil) -> FollowUpContent {
                FollowUpContent(
                    team: "Prévention",
                    milestones: [
                        .init(
                            id: id, title: "Premier essai", plannedFor: Town.day(day),
                            doneAt: done.map(Town.day), note: "")
                    ])
            }
            let early = try await refusal {
                try await town.store.follow(idea, as: content(nil, 20), by: town.mayor.id, at: Town.day(3))
            }
            #expect(early == .conflict(.ideaNotKept))
            try await town.decide(.planned, idea, at: Town.day(3))
            let ids = try await town.store.follow(
                idea, as: content(nil, 20), by: town.mayor.id, at: Town.day(4))
            let gone = try await refusal {
                try await town.store.follow(idea, as: content(nil, 20), by: town.mayor.id, at: Town.day(4))
            }
            #expect(gone == .notFound)
            let ahead = try await refusal {
                try await town.store.follow(
                    idea, as: content(ids[0], 20, done: 9), by: town.mayor.id, at: Town.day(5))
            }
            #expect(ahead == .invalid("milestone-0-done", .inTheFuture))
            try await town.store.follow(idea, as: content(ids[0], 25), by: town.mayor.id, at: Town.day(21))
            try await town.store.follow(
                idea, as: content(ids[0], 25, done: 24), by: town.mayor.id, at: Town.day(24))
            let seen = try await town.look(as: nil, at: Town.day(26)) { look in
                (
                    try look.ideaDetail(idea).followUp?.milestones.first,
                    try look.feedEvents(in: .idea(idea)),
                    try look.keptIdeas().items, try look.keptIdeas(.implemented).items
                )
            }
            #expect(seen.0?.firstPlannedFor == Town.day(20))
            #expect(seen.0?.wasPutOff == true)
            #expect(seen.1.first?.kind == .milestoneDone(ids[0], title: "Premier essai"))
            #expect(seen.2.map(\.idea) == [idea])
            #expect(seen.3.isEmpty)
            await #expect(throws: StorageFailure.self) {
                try await town.store.write { try $0.execute("DELETE FROM milestone") }
            }
        }
    }
}
