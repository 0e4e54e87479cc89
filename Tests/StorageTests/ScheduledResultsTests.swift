import Domain
import Testing

@testable import Storage

@Suite struct ScheduledResultsTests {
    /// A challenge that is over, every idea of which is decided.
    private func ready(_ town: Town, _ title: String = "Mieux vivre chez soi") async throws -> ChallengeID {
        let author = try await town.citizen("Auteur\(title.utf8.count)")
        let call = try await town.challenge(title: title)
        let idea = try await town.idea(by: author, in: call)
        try await town.decide(.winner, idea, secretly: true)
        return call
    }

    private func published(_ call: ChallengeID, in town: Town) async throws -> Timestamp? {
        try await town.look(as: nil, at: Town.day(60)) { try $0.challenge(call).resultsPublishedAt }
    }

    @Test("results come out once, at the instant that was set, whoever asks first and however many at once")
    func once() async throws {
        try await Town.live { town in
            let (first, second) = (try await ready(town), try await ready(town, "Mieux dormir"))
            for (call, day) in [(first, 45.0), (second, 46)] {
                try await town.store.scheduleResults(
                    of: call, for: Town.day(day), by: town.mayor.id, at: Town.day(44))
            }
            let moment = Town.day(45)
            try await town.store.publishDueResults(at: Timestamp(seconds: moment.seconds - 1))
            #expect(try await published(first, in: town) == nil)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await town.store.publishDueResults(at: Town.day(45.5)) }
                }
                try await group.waitForAll()
            }
            #expect(try await published(first, in: town) == moment)
            #expect(try await published(second, in: town) == nil)
            try await town.store.publishDueResults(at: Town.day(50))
            #expect(try await published(second, in: town) == Town.day(46))
            #expect(try await town.number("SELECT count(*) FROM results_schedule") == 0)
        }
    }

    @Test("a server that was down at the instant publishes at it when it comes back")
    func restart() async throws {
        try await Town.live { town in
            let call = try await ready(town)
            try await town.store.scheduleResults(
                of: call, for: Town.day(45), by: town.mayor.id, at: Town.day(44))
            let other = try Store(path: town.path)
            try await other.migrate()
            try await other.publishDueResults(at: Town.day(48))
            await other.close()
            #expect(try await published(call, in: town) == Town.day(45))
        }
    }

    @Test("the instant is moved or dropped before it comes; one in the past is none")
    func moved() async throws {
        try await Town.live { town in
            let (store, call) = (town.store, try await ready(town))
            let past = try await refusal {
                try await store.scheduleResults(
                    of: call, for: Town.day(44), by: town.mayor.id, at: Town.day(44))
            }
            #expect(past == .invalid("publishAt", .inThePast))
            for day in [45.0, 47] {
                try await store.scheduleResults(
                    of: call, for: Town.day(day), by: town.mayor.id, at: Town.day(44))
            }
            try await store.publishDueResults(at: Town.day(46))
            #expect(try await published(call, in: town) == nil)
            // Earlier than what was looked up last.
            try await store.scheduleResults(
                of: call, for: Town.day(46.2), by: town.mayor.id, at: Town.day(46))
            try await store.scheduleResults(of: call, for: nil, by: town.mayor.id, at: Town.day(46.1))
            try await store.publishDueResults(at: Town.day(50))
            #expect(try await published(call, in: town) == nil)
            try await store.scheduleResults(
                of: call, for: Town.day(51), by: town.mayor.id, at: Town.day(50))
            try await store.publishDueResults(at: Town.day(51))
            #expect(try await published(call, in: town) == Town.day(51))
            let late = try await refusal {
                try await store.scheduleResults(
                    of: call, for: Town.day(53), by: town.mayor.id, at: Town.day(52))
            }
            #expect(late == .conflict(.resultsAlreadyPublished))
        }
    }

    @Test("what is learned while another instant is set is not believed")
    func learning() throws {
        let next = NextResults()
        let early = try #require(next.mayBeDue(at: Town.day(1)))
        next.forget()
        next.learn(nil, age: early)
        let age = try #require(next.mayBeDue(at: Town.day(1)))
        next.learn(Town.day(3), age: age)
        #expect(next.mayBeDue(at: Town.day(2)) == nil)
        #expect(next.mayBeDue(at: Town.day(3)) != nil)
        next.learn(nil, age: age)
        #expect(next.mayBeDue(at: Town.day(90)) == nil)
    }
}
