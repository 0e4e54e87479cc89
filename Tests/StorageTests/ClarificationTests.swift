import Domain
import Testing

@testable import Storage

@Suite struct ClarificationTests {
    @Test(
        "an idea whose authors are asked leaves the desk until they answer, and its question is told to all")
    func loop() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge(.draftReview)
            let manager = try await town.official("Gérante", .manager, for: call)
            let idea = try await town.idea(by: ana, in: call)
            func waiting(_ day: Double) async throws -> [Int] {
                try await town.look(as: manager, at: Town.day(day)) {
                    [
                        try $0.waitingIdeas().items.count, try $0.waitingCount(limit: 9).all,
                        try $0.challengesWithWaitingIdeas().count, try $0.awaitedClarifications().count,
                    ]
                }
            }
            #expect(try await waiting(2) == [1, 1, 1, 0])
            try await town.store.askAuthors(
                of: idea, "Pour quels logements surtout ?", answerBefore: Town.day(10), by: manager.id,
                at: Town.day(2))
            #expect(try await waiting(3) == [0, 0, 0, 1])
            #expect(try await waiting(12) == [0, 0, 0, 1])
            let late = try await town.look(as: manager, at: Town.day(12)) { try $0.awaitedClarifications() }
            #expect(late[0].clarification.isOverdue(at: Town.day(12)))
            #expect(
                try await town.store.look(as: ana.session, at: Town.day(3)) { _ in }.attention.authorship == 1
            )
            #expect(
                try await refusal {
                    try await town.store.askAuthors(
                        of: idea, "Et pour quel prix, environ ?", answerBefore: Town.day(10), by: manager.id,
                        at: Town.day(3))
                } == .conflict(.questionOpen))
            try await town.store.clarify(idea, "Pour les logements anciens.", by: ana.id, at: Town.day(13))
            #expect(try await waiting(14) == [1, 1, 1, 0])
            #expect(
                try await town.store.look(as: ana.session, at: Town.day(14)) { _ in }.attention.authorship
                    == 0)
            #expect(
                try await refusal {
                    try await town.store.clarify(idea, "Et les autres.", by: ana.id, at: Town.day(14))
                } == .conflict(.nothingAsked))
            for scope in [FeedScope.platform, .challenge(call), .idea(idea), .theme(town.theme)] {
                let told = try await town.look(as: nil, at: Town.day(15)) { try $0.feedEvents(in: scope) }
                #expect(told.contains { $0.text == "Pour quels logements surtout ?" }, "\(scope)")
                #expect(told.contains { $0.text == "Pour les logements anciens." }, "\(scope)")
            }
        }
    }

    @Test("deciding goes on without the answer; being under study does not")
    func deciding() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let idea = try await town.idea(by: ana, in: try await town.challenge())
            try await town.store.askAuthors(
                of: idea, "Pour quels logements surtout ?", answerBefore: Town.day(10), by: town.mayor.id,
                at: Town.day(2))
            try await town.decide(.underStudy, idea, at: Town.day(3))
            #expect(try await town.look(as: nil) { try $0.ideaDetail(idea) }.clarifications[0].isOpen)
            try await town.decide(.rejected, idea, at: Town.day(4))
            let asked = try await town.look(as: nil) { try $0.ideaDetail(idea) }.clarifications[0]
            #expect(asked.closedAt == Town.day(4))
            #expect(
                try await refusal {
                    try await town.store.clarify(idea, "Trop tard.", by: ana.id, at: Town.day(5))
                } == .conflict(.nothingAsked))
        }
    }

    @Test("under seal, nobody learns from an answer who wrote the solution")
    func sealed() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ananas")
            let contest = try await town.challenge(.contest)
            let idea = try await town.idea(by: ana, in: contest)
            try await town.store.askAuthors(
                of: idea, "Quel capteur avez-vous essayé ?", answerBefore: Town.day(10), by: town.mayor.id,
                at: Town.day(2))
            try await town.store.clarify(idea, "Un capteur capacitif.", by: ana.id, at: Town.day(3))
            let all = try await town.look(as: nil, at: Town.day(4)) { try $0.everything() }
            #expect(all.showing("capacitif") == [])
            #expect(all.showing("Quel capteur") == [])
            let judged = try await town.look(as: town.mayor, at: Town.day(4)) { try $0.ideaDetail(idea) }
            #expect(judged.clarifications[0].answer?.text == "Un capteur capacitif.")
            #expect(judged.clarifications[0].answer?.by == nil)
        }
    }
}
