import Domain
import Proving
import Testing

/// Announced dates, moved at random, as often as the rules let them pass.
@Suite struct RevisionPropertyTests {
    private static let rights: [Phase.Rights] = [.submit, .edit, .comment, .vote]

    private static func schedule(_ chance: inout Dice) -> Schedule {
        var phases: [Phase] = []
        var hour = Int64.random(in: -40...40, using: &chance)
        for _ in 0..<Int.random(in: 1...5, using: &chance) {
            let opening = hour
            hour += Int64.random(in: 1...48, using: &chance)
            phases.append(phase(opening, hour, &chance))
            if Bool.random(using: &chance) { hour += Int64.random(in: 1...10, using: &chance) }
        }
        if Bool.random(using: &chance), let last = phases.popLast() {
            phases.append(
                Phase(kind: last.kind, rights: last.rights, opensAt: last.opensAt, closesAt: nil))
        }
        return Schedule(phases).numbered
    }

    private static func hour(_ count: Int64) -> Timestamp { People.day(0) + .hours(count) }

    private static func phase(_ opening: Int64, _ close: Int64, _ chance: inout Dice) -> Phase {
        let kind = Phase.Kind.allCases.randomElement(using: &chance) ?? .ideas
        return Phase(kind: kind, opensAt: hour(opening), closesAt: hour(close))
    }

    /// What a manager might do to a row of phases: mostly prolong, sometimes what is not allowed.
    private static func changed(_ schedule: Schedule, _ chance: inout Dice) -> Schedule {
        var phases = schedule.phases
        var shift: Int64 = 0
        for index in phases.indices {
            let old = phases[index]
            let opening = old.opensAt + .hours(shift)
            if Int.random(in: 0..<3, using: &chance) == 0 {
                shift += Int64.random(in: -4...30, using: &chance)
            }
            phases[index] = Phase(
                number: old.number, kind: old.kind,
                rights: Bool.random(using: &chance) ? old.rights : old.rights.union(.comment),
                opensAt: opening, closesAt: old.closesAt.map { $0 + .hours(shift) })
        }
        if Int.random(in: 0..<3, using: &chance) == 0 {
            let place = Int.random(in: 0...phases.count, using: &chance)
            let start = Int64.random(in: -40...200, using: &chance)
            phases.insert(phase(start, start + 5, &chance), at: place)
        }
        if Int.random(in: 0..<8, using: &chance) == 0 { phases.removeLast() }
        return Schedule(phases)
    }

    /// Hours after `moment` during which `right` is given; without end, more than anything else.
    private static func hours(of right: Phase.Rights, in schedule: Schedule, after moment: Timestamp) -> Int64
    {
        let giving = schedule.phases.filter { $0.rights.contains(right) }
        return giving.reduce(0) { sum, phase in
            guard let close = phase.closesAt, sum < .max else { return .max }
            return sum + max(0, close.since(max(phase.opensAt, moment)).seconds / 3_600)
        }
    }

    @Test("a change that the rules let pass takes back nothing that was promised")
    func promises() {
        var chance = Dice(20_261_121)
        var passed = 0
        for _ in 0..<6_000 {
            let old = Self.schedule(&chance)
            let now = Self.hour(Int64.random(in: -60...160, using: &chance))
            let new = Self.changed(old, &chance)
            guard new.problems.isEmpty, old.revisionProblems(to: new, at: now).isEmpty else { continue }
            passed += 1
            for right in Self.rights {
                #expect(
                    Self.hours(of: right, in: new, after: now) >= Self.hours(of: right, in: old, after: now))
                if let close = old.window(of: right)?.closesAt {
                    #expect(new.window(of: right)?.closesAt ?? close >= close)
                }
            }
            // What runs goes on as announced, moment by moment; what is over stays as it was.
            if let running = old.phase(at: now) {
                for _ in 0..<8 {
                    let most = running.closesAt?.since(now).seconds ?? 1_000_000
                    let moment = now + Span(seconds: Int64.random(in: 0..<most, using: &chance))
                    let kept = old.rights(at: moment).intersection(.participation)
                    #expect(new.rights(at: moment).isSuperset(of: kept))
                }
            }
            for _ in 0..<8 {
                let past = now - .hours(Int64.random(in: 1...100, using: &chance))
                #expect(
                    new.rights(at: past).intersection(.vote) == old.rights(at: past).intersection(.vote))
            }
            if old.isVotingOver(at: now) { #expect(new.isVotingOver(at: now)) }
            #expect(old.moves(to: new).isEmpty == (Self.dates(old) == Self.dates(new)))
        }
        #expect(passed > 500)
    }

    private static func dates(_ schedule: Schedule) -> [PhaseMove.Dates] {
        schedule.phases.map { PhaseMove.Dates(opensAt: $0.opensAt, closesAt: $0.closesAt) }
    }

    @Test("prolonging the last close alone removes no right at any moment")
    func prolonging() {
        var chance = Dice(7)
        for _ in 0..<500 {
            let old = Self.schedule(&chance)
            guard let last = old.phases.last, let close = last.closesAt else { continue }
            let longer = Phase(
                number: last.number, kind: last.kind, rights: last.rights, opensAt: last.opensAt,
                closesAt: close + .hours(Int64.random(in: 1...90, using: &chance)))
            let new = Schedule(Array(old.phases.dropLast()) + [longer])
            #expect(old.revisionProblems(to: new, at: last.opensAt).isEmpty)
            for _ in 0..<40 {
                let moment = Self.hour(Int64.random(in: -60...400, using: &chance))
                #expect(new.rights(at: moment).isSuperset(of: old.rights(at: moment)))
            }
        }
    }

    @Test("a vote that is over does not reopen, an announced phase keeps its place, seals are settled")
    func settled() {
        let old = People.schedule.numbered
        func problems(_ phases: [Phase], day: Int64) -> [Problem] {
            old.revisionProblems(to: Schedule(phases), at: People.day(day))
        }
        let again = Phase(kind: .votes, opensAt: People.day(26), closesAt: People.day(28))
        #expect(
            problems(old.phases + [again], day: 21)
                == [Problem(field: "phase-4-rights", code: .votesAlreadyCounted)])
        #expect(problems(old.phases + [again], day: 15) == [])
        let swapped = [old.phases[1], old.phases[0]] + old.phases[2...]
        #expect(problems(swapped, day: -1) == [Problem(field: "phase-0-kind", code: .announcedOrder)])
        let first = old.phases[0]
        let sealed = Phase(
            number: 0, kind: first.kind, rights: first.rights.subtracting(.see), opensAt: first.opensAt,
            closesAt: first.closesAt)
        #expect(
            problems([sealed] + old.phases.dropFirst(), day: -1)
                == [Problem(field: "phases", code: .sealingSettled)])
        let mute = Phase(
            number: 1, kind: .votes, rights: [.see, .vote], opensAt: People.day(10), closesAt: People.day(20))
        #expect(
            problems([first, mute] + old.phases[2...], day: -1)
                == [Problem(field: "phase-1-rights", code: .lessThanAnnounced)])
    }

    @Test("moving public dates needs a reason, moving those of a draft does not")
    func reasons() {
        let longer = Schedule(
            Array(People.schedule.phases.dropLast())
                + [Phase(kind: .followUp, opensAt: People.day(40), closesAt: nil)])
        func problems(_ standing: Challenge.Standing, _ reason: String) -> [Problem] {
            let challenge = People.challenge(standing, People.content(schedule: People.schedule.numbered))
            let content = challenge.revised(to: People.content(schedule: longer))
            return challenge.moveProblems(to: content, because: reason)
        }
        #expect(problems(.draft, "") == [])
        #expect(problems(.published, "") == [Problem(field: "moveReason", code: .missing)])
        #expect(problems(.published, "Court") == [Problem(field: "moveReason", code: .tooShort, limit: 10)])
        #expect(problems(.published, "L’étude demande dix jours de plus.") == [])
    }
}
