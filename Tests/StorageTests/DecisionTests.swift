import Domain
import Testing

@testable import Storage

@Suite struct DecisionTests {
    @Test("a secret decision is in no load but a manager's until all are published at once")
    func secrecy() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let first = try await town.idea(by: ana, in: call)
            let second = try await town.idea("Une autre idée", by: ana, in: call)
            let manager = try await town.official("Gérante", .manager, for: call)
            var others: [Citizen?] = [nil, ana]
            for role in [Role.juror, .moderator, .rewardOfficer] {
                others.append(try await town.official("P\(role.rawValue)", role, for: call))
            }
            try await town.decide(.rejected, first, secretly: true, reason: "Zqold, une raison dépassée")
            try await town.decide(.winner, first, secretly: true, reason: "Zqnew, la meilleure de toutes")
            try await town.decide(.accepted, second, secretly: true, reason: "Zqtwo, une très bonne idée")
            func shown(to person: Citizen?, at day: Double) async throws -> [String] {
                try await town.look(as: person, at: Town.day(day)) { try $0.everything().showing("Zq") }
            }
            for person in others {
                #expect(try await shown(to: person, at: 44) == [], "\(person?.pseudonym ?? "visitor")")
            }
            #expect(try await !shown(to: manager, at: 44).isEmpty)
            let prepared = try await town.look(as: manager) {
                [try $0.preparedDecision(on: first)?.code, try $0.preparedDecision(on: second)?.code]
            }
            #expect(prepared == [.winner, .accepted])
            let waiting = try await town.look(as: manager) { try $0.waitingIdeas().items.map(\.idea) }
            #expect(waiting == [])
            try await town.store.publishResults(of: call, by: manager.id, at: Town.day(50))
            for person in others {
                let seen = try await town.look(as: person, at: Town.day(51)) { try $0.everything() }
                #expect(seen.showing("Zqold") == [])
                #expect(!seen.showing("Zqnew").isEmpty)
                #expect(!seen.showing("Zqtwo").isEmpty)
            }
            #expect(try await town.number("SELECT count(DISTINCT published_at) FROM decision") == 1)
            let again = try await refusal {
                try await town.store.publishResults(of: call, by: manager.id, at: Town.day(51))
            }
            #expect(again == .conflict(.resultsAlreadyPublished))
        }
    }

    @Test(
        "results wait for the end of participation and for a decision on every idea, and publish all or nothing"
    )
    func allOrNothing() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let first = try await town.idea(by: ana, in: call)
            let second = try await town.idea("Une autre idée", by: ana, in: call)
            let third = try await town.idea("Une idée retirée", by: ana, in: call)
            try await town.store.withdrawIdea(third, by: ana.id, at: Town.day(2))
            func publish(_ day: Double, by person: Citizen) async throws -> Refusal? {
                try await refusal {
                    try await town.store.publishResults(of: call, by: person.id, at: Town.day(day))
                }
            }
            try await town.decide(.winner, first, secretly: true)
            #expect(try await publish(41, by: town.mayor) == .conflict(.participationStillOpen))
            #expect(try await publish(42, by: town.mayor) == .conflict(.ideasWithoutDecision))
            #expect(try await publish(42, by: ana) == .forbidden(.staffOnly))
            #expect(
                try await town.number("SELECT count(*) FROM decision WHERE published_at IS NOT NULL") == 0)
            let awaiting = try await town.look(as: town.mayor, at: Town.day(43)) { look in
                try look.challengesAwaitingResults().map(\.challenge.id)
            }
            #expect(awaiting == [call])
            try await town.decide(.rejected, second)
            #expect(try await publish(43, by: town.mayor) == nil)
            let codes = try await town.look(as: nil, at: Town.day(44)) {
                [try $0.ideaDetail(first).idea.decision, try $0.ideaDetail(second).idea.decision]
            }
            #expect(codes == [.winner, .rejected])
        }
    }

    @Test("a decision needs a real reason, and a manager")
    func reasons() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let juror = try await town.official("Jurée", .juror)
            let call = try await town.challenge()
            let idea = try await town.idea(by: ana, in: call)
            let short = try await refusal { try await town.decide(.rejected, idea, reason: "  Non.      ") }
            #expect(short == .invalid("reason", .tooShort, limit: 20))
            let empty = try await refusal { try await town.decide(.rejected, idea, reason: " ") }
            #expect(empty == .invalid("reason", .missing))
            for person in [ana, juror] {
                let refused = try await refusal {
                    try await town.store.decide(
                        .accepted, reason: Town.reason, publicly: true, on: idea, by: person.id,
                        at: Town.day(3))
                }
                #expect(refused == .forbidden(.staffOnly))
            }
            #expect(try await town.number("SELECT count(*) FROM decision") == 0)
        }
    }

    @Test("the history of public decisions keeps every row, and nobody can rewrite or delete one")
    func history() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let idea = try await town.idea(by: ana, in: call)
            let codes: [Decision.Code] = [.underStudy, .planned, .inProgress, .implemented]
            for (day, code) in codes.enumerated() {
                try await town.decide(code, idea, at: Town.day(43 + Double(day)))
            }
            let detail = try await town.look(as: nil, at: Town.day(50)) { try $0.ideaDetail(idea) }
            #expect(detail.decisions.map(\.code) == codes)
            #expect(detail.idea.decision == .implemented)
            let attempts = [
                "UPDATE decision SET reason = 'une autre raison, plus commode'",
                "UPDATE decision SET code = 'rejected'", "UPDATE decision SET published_at = NULL",
                "UPDATE decision SET published_at = 1", "UPDATE decision SET challenge_id = 2",
                "UPDATE decision SET decided_at = 1", "DELETE FROM decision",
                "UPDATE decision SET id = id + 100",
                "INSERT OR REPLACE INTO decision SELECT * FROM decision",
            ]
            for attempt in attempts {
                let kind = await failure { _ = try await town.store.write { try $0.execute(attempt) } }
                #expect(kind == .check, "\(attempt)")
            }
            #expect(try await town.number("SELECT count(*) FROM decision") == 4)
        }
    }

    @Test("nothing is prepared in secret once the results are out: nothing would publish it")
    func afterTheResults() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let idea = try await town.idea(by: ana, in: call)
            try await town.decide(.accepted, idea, secretly: true)
            try await town.store.publishResults(of: call, by: town.mayor.id, at: Town.day(43))
            let secret = try await refusal {
                try await town.decide(.planned, idea, secretly: true, at: Town.day(44))
            }
            #expect(secret == .conflict(.resultsAlreadyPublished))
            try await town.decide(.planned, idea, at: Town.day(44))
            // A phase that is over is not prolonged into opening again.
            var phases = Blueprint.openCall.usualSchedule(opening: Town.start).phases
            phases[0] = Phase(kind: .ideas, opensAt: Town.start, closesAt: Town.day(90))
            let longer = Schedule(Array(phases.prefix(1)))
            let reopened = try await refusal {
                try await town.store.reviseChallenge(
                    call, to: town.content(schedule: longer), because: "Encore un peu de temps.",
                    by: town.mayor.id, at: Town.day(45))
            }
            #expect(
                reopened
                    == .invalid([
                        Problem(field: "phase-0-closes", code: .alreadyOver),
                        Problem(field: "phases", code: .announcedPhaseMissing),
                    ]))
            let late = try await refusal { _ = try await town.idea(by: ana, in: call, at: Town.day(46)) }
            #expect(late == .conflict(.submissionsClosed))
        }
    }

    @Test("the most urgent answers come first, and an answered idea waits no more")
    func urgency() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let box = try await town.challenge(.suggestionBox, answerDays: 10)
            let call = try await town.challenge(answerDays: nil)
            let soon = try await town.idea(by: ana, in: box, at: Town.day(2))
            let sooner = try await town.idea("Plus ancienne", by: ana, in: box, at: Town.day(1))
            let never = try await town.idea("Sans promesse", by: ana, in: call, at: Town.day(1))
            let manager = try await town.official("Gérante", .manager, for: box)
            try await town.store.giveRole(
                .manager, for: call, to: manager.id, by: town.mayor.id, at: Town.day(0))
            for person in [manager, town.mayor] {
                let waiting = try await town.look(as: person) { try $0.waitingIdeas().items.map(\.idea) }
                #expect(waiting == [sooner, soon, never])
            }
            try await town.decide(.underStudy, sooner, at: Town.day(3))
            try await town.decide(.accepted, soon, at: Town.day(3))
            for person in [manager, town.mayor] {
                let waiting = try await town.look(as: person) { try $0.waitingIdeas().items.map(\.idea) }
                #expect(waiting == [sooner, never])
            }
        }
    }
}
