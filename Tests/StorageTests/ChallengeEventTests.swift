import Domain
import Testing

@testable import Storage

@Suite struct ChallengeEventTests {
    @Test("what is done with a public challenge is noted with its reason and dates, and told in feeds")
    func log() async throws {
        try await Town.live { town in
            let call = try await town.challenge()
            try await town.prolong(call, to: town.content(), at: Town.day(2))
            try await town.store.suspendChallenge(
                call, reason: "Nous vérifions le règlement.", by: town.mayor.id, at: Town.day(3))
            try await town.store.resumeChallenge(call, by: town.mayor.id, at: Town.day(4))
            try await town.store.cancelChallenge(
                call, reason: "La loi vient de changer.", by: town.mayor.id, at: Town.day(5))
            let seen = try await town.look(as: nil, at: Town.day(6)) { look in
                (try look.challengeDetail(call).events, try look.feedEvents(in: .challenge(call)))
            }
            #expect(seen.0.map(\.kind) == [.cancelled, .resumed, .suspended, .datesChanged])
            #expect(seen.0.map(\.by?.id) == Array(repeating: town.mayor.id, count: 4))
            #expect(seen.0[1].reason == nil)
            #expect(seen.0[3].reason == "L’étude demande un jour de plus.")
            let moves = seen.0[3].moves
            #expect(moves.map(\.kind) == [.deliberation, .followUp])
            #expect(moves[0].old?.closesAt == Town.day(63))
            #expect(moves[0].new.closesAt == Town.day(64))
            let told = seen.1.filter { if case .challengeChanged = $0.kind { true } else { false } }
            #expect(told.map(\.happenedAt) == [5, 4, 3, 2].map(Town.day))
            for sql in ["UPDATE challenge_event SET reason = 'Autre'", "DELETE FROM challenge_event"] {
                await #expect(throws: StorageFailure.self) {
                    try await town.store.write { try $0.execute(sql) }
                }
            }
        }
    }

    @Test("a draft changes without a trace; public dates do not move without a reason")
    func reasons() async throws {
        try await Town.live { town in
            let draft = try await town.store.launchChallenge(
                town.content(), by: town.mayor.id, at: Town.day(-1))
            try await town.prolong(draft, to: town.content(), at: Town.day(-1))
            #expect(try await town.number("SELECT count(*) FROM challenge_event") == 0)
            let call = try await town.challenge()
            var content = town.content()
            content.schedule = Blueprint.openCall.usualSchedule(opening: Town.start + .days(1))
            let later = content
            let silent = try await refusal {
                try await town.store.reviseChallenge(call, to: later, by: town.mayor.id, at: Town.day(-1))
            }
            #expect(silent == .invalid("moveReason", .missing))
            try await town.store.reviseChallenge(
                call, to: town.content(title: "Un autre titre"), by: town.mayor.id, at: Town.day(1))
            #expect(try await town.number("SELECT count(*) FROM challenge_event") == 0)
        }
    }

    @Test("a phase keeps its number where others are put between, so that feeds tell it once")
    func numbers() async throws {
        try await Town.live { town in
            let call = try await town.challenge()
            let old = try await town.look(as: nil) { try $0.challenge(call).schedule.phases }
            #expect(old.map(\.number) == [0, 1, 2, 3])
            var content = town.content()
            let pause = Phase(kind: .deliberation, opensAt: Town.day(63), closesAt: Town.day(65))
            let last = Phase(number: 3, kind: .followUp, opensAt: Town.day(65), closesAt: nil)
            content.schedule = Schedule(Array(old.prefix(3)) + [pause, last])
            try await town.store.reviseChallenge(
                call, to: content, because: "Un second jury se réunira.", by: town.mayor.id, at: Town.day(1))
            let new = try await town.look(as: nil) { try $0.challenge(call).schedule.phases }
            #expect(new.map(\.number) == [0, 1, 2, 4, 3])
            let told = try await town.look(as: nil, at: Town.day(70)) {
                try $0.feedEvents(in: .challenge(call))
            }
            let opened = told.compactMap { event -> Int? in
                if case .phaseOpened(_, let number, _) = event.kind { number } else { nil }
            }
            #expect(opened == [3, 4, 2, 1, 0])
        }
    }

    @Test("a promise that is broken already is not moved by later dates")
    func brokenPromises() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let schedule = Schedule([
                Phase(kind: .ideas, opensAt: Town.start, closesAt: Town.day(5)),
                Phase(kind: .deliberation, opensAt: Town.day(5), closesAt: Town.day(30)),
            ])
            let call = try await town.challenge(schedule: schedule, answerDays: 3)
            let idea = try await town.idea(by: ana, in: call)
            let votes = Phase(kind: .votes, opensAt: Town.day(30), closesAt: Town.day(40))
            try await town.store.reviseChallenge(
                call, to: town.content(schedule: Schedule(schedule.phases + [votes]), answerDays: 3),
                because: "Un vote départagera les idées.", by: town.mayor.id, at: Town.day(20))
            let due = try await town.look(as: ana) { try $0.ideaDetail(idea).idea.answerDue }
            #expect(due == Town.day(8))
        }
    }
}
