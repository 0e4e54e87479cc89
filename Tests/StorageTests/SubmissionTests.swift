import Domain
import Testing

@testable import Storage

@Suite struct SubmissionTests {
    @Test("ideas are numbered in their order, and a refused one leaves nothing behind")
    func numbers() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let call = try await town.challenge()
            let first = try await town.idea(by: ana, in: call)
            let early = try await refusal { _ = try await town.idea(by: bob, in: call, at: Town.day(-1)) }
            #expect(early == .conflict(.challengeNotOpenYet))
            let late = try await refusal { _ = try await town.idea(by: bob, in: call, at: Town.day(28)) }
            #expect(late == .conflict(.submissionsClosed))
            let short = try await refusal {
                _ = try await town.store.submitIdea(
                    IdeaContent(title: "Bof", text: ""), in: call, by: bob.id, at: Town.day(1))
            }
            #expect(
                short
                    == .invalid([
                        Problem(field: "title", code: .tooShort, limit: 5),
                        Problem(field: "text", code: .missing),
                    ]))
            #expect(try await town.number("SELECT count(*) FROM idea") == 1)
            #expect(try await town.number("SELECT last_idea_number FROM challenge") == 1)
            #expect(try await town.number("SELECT participant_count FROM challenge") == 1)
            let second = try await town.idea(by: bob, in: call)
            let numbers = try await town.look(as: nil) {
                [try $0.ideaDetail(first).idea.number, try $0.ideaDetail(second).idea.number]
            }
            #expect(numbers == [1, 2])
        }
    }

    @Test("the same text sent many times at once is one idea, another text is another")
    func doubled() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let call = try await town.challenge()
            _ = try await town.store.saveDraft(
                IdeaContent(title: "Un brou", text: ""), in: call, by: ana.id, at: Town.day(1))
            let ideas = try await withThrowingTaskGroup(of: IdeaID.self) { group in
                for _ in 0..<8 { group.addTask { try await town.idea(by: ana, in: call) } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(ideas.count == 1)
            #expect(try await town.number("SELECT count(*) FROM idea") == 1)
            let others = try await town.idea(by: bob, in: call)
            let another = try await town.idea("Une autre idée", by: ana, in: call)
            #expect(Set([others, another]).union(ideas).count == 3)
            for idea in ideas { try await town.store.withdrawIdea(idea, by: ana.id, at: Town.day(2)) }
            let again = try await town.idea(by: ana, in: call, at: Town.day(3))
            #expect(!ideas.contains(again))
        }
    }

    @Test("a draft is kept, is its author's alone, and becomes the idea")
    func drafts() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let content = IdeaContent(title: "Secretissime", text: "")
            let draft = try await town.store.saveDraft(content, in: call, by: ana.id, at: Town.day(1))
            let same = try await town.store.saveDraft(content, in: call, by: ana.id, at: Town.day(1))
            #expect(draft == same)
            let kept = try await town.look(as: ana) { try $0.draft(in: call)?.content }
            #expect(kept == content)
            for person in [nil, town.mayor] {
                let seen = try await town.look(as: person) { try $0.everything().showing("Secretissime") }
                #expect(seen == [])
            }
            let tooLong = try await refusal {
                _ = try await town.store.saveDraft(
                    IdeaContent(title: String(repeating: "a", count: 121), text: ""), in: call, by: ana.id,
                    at: Town.day(1))
            }
            #expect(tooLong == .invalid("title", .tooLong, limit: 120))
            let first = try await town.idea(by: ana, in: call)
            #expect(first == draft)
            let next = try await town.store.saveDraft(content, in: call, by: ana.id, at: Town.day(2))
            let own = try await town.look(as: ana) { try $0.ownIdeas().map(\.idea.id) }
            #expect(own == [next, first])
            try await town.store.withdrawIdea(next, by: ana.id, at: Town.day(2))
            #expect(try await town.number("SELECT count(*) FROM idea") == 1)
        }
    }

    @Test("a withdrawn idea is its author's alone, is not counted, and frees the supports given to it")
    func withdrawing() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let call = try await town.challenge(.draftReview, quota: 1)
            let first = try await town.idea(by: ana, in: call)
            let second = try await town.idea("Une autre idée", by: ana, in: call)
            try await town.store.castVote(on: first, by: bob.id, at: Town.day(1))
            let full = try await refusal {
                try await town.store.castVote(on: second, by: bob.id, at: Town.day(1))
            }
            #expect(full == .conflict(.quotaReached))
            let stranger = try await refusal {
                try await town.store.withdrawIdea(first, by: bob.id, at: Town.day(1))
            }
            #expect(stranger == .forbidden(.authorOnly))
            try await town.store.withdrawIdea(first, by: ana.id, at: Town.day(1))
            try await town.store.castVote(on: second, by: bob.id, at: Town.day(1))
            #expect(try await town.number("SELECT idea_count FROM challenge") == 1)
            let unseen = try await town.look(as: bob) { try $0.everything().showing("Un détecteur") }
            #expect(unseen == [])
        }
    }

    @Test("a community that a challenge is reserved to, and its blueprint, stay once it is published")
    func fixedPlace() async throws {
        try await Town.live { town in
            let swarm = try await town.community("abeilles")
            let inner = try await town.challenge(community: swarm)
            try await town.store.reviseChallenge(
                inner,
                to: town.content(
                    .suggestionBox, schedule: Blueprint.openCall.usualSchedule(opening: Town.start)),
                by: town.mayor.id, at: Town.day(1))
            let content = try await town.look(as: town.mayor) { try $0.challenge(inner).content }
            #expect(content.community == swarm)
            #expect(content.blueprint == .openCall)
        }
    }

    @Test("promised answers move with the dates of a challenge that is revised")
    func promises() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge(.contest, answerDays: 10)
            let idea = try await town.idea(by: ana, in: call)
            func due() async throws -> Timestamp? {
                try await town.look(as: ana) { try $0.ideaDetail(idea).idea.answerDue }
            }
            #expect(try await due() == Town.day(52))
            let longer = Schedule([
                Phase(kind: .ideas, opensAt: Town.start, closesAt: Town.day(50)),
                Phase(kind: .deliberation, opensAt: Town.day(50), closesAt: Town.day(70)),
                Phase(kind: .followUp, opensAt: Town.day(70), closesAt: nil),
            ])
            try await town.store.reviseChallenge(
                call, to: town.content(schedule: longer, answerDays: 10), because: "Deux jours de plus.",
                by: town.mayor.id, at: Town.day(1))
            #expect(try await due() == Town.day(60))
        }
    }
}
