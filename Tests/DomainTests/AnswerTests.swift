import Domain
import Proving
import Testing

@Suite struct AnswerTests {
    @Test("the median of delays is the middle one, or the two middle ones, whatever their numbers")
    func median() {
        #expect(AnswerDelays([]).middle == nil)
        var chance = Dice(9)
        for _ in 0..<300 {
            let days = (0..<Int.random(in: 1...40, using: &chance)).map { _ in
                Int.random(in: 0...12, using: &chance)
            }.sorted()
            let counts = Dictionary(grouping: days) { $0 }.sorted { $0.key < $1.key }.map {
                AnswerDelays.Count(days: $0.key, answers: $0.value.count)
            }
            let middle = AnswerDelays(counts).middle
            #expect(middle?.lower == days[(days.count - 1) / 2])
            #expect(middle?.upper == days[days.count / 2])
        }
    }

    @Test("all promises kept is the only hundred percent; late ideas count as missed")
    func share() {
        func tally(_ promised: Int, _ inTime: Int, late: Int) -> AnswerTally {
            AnswerTally(
                answered: promised, promised: promised, inTime: inTime, waiting: late, late: late,
                delays: AnswerDelays([]))
        }
        #expect(tally(0, 0, late: 0).percentKept == nil)
        #expect(tally(200, 200, late: 0).percentKept == 100)
        #expect(tally(200, 200, late: 1).percentKept == 99)
        #expect(tally(0, 0, late: 3).percentKept == 0)
        #expect(tally(10, 7, late: 0).tooLate == 3)
    }

    @Test("a step is late once its day is over, and only while it is not done")
    func milestones() {
        func step(_ id: Int64, _ day: Int64, first: Int64? = nil, done: Int64? = nil) -> Milestone {
            Milestone(
                id: Identifier(id), title: "Essai", plannedFor: People.day(day),
                firstPlannedFor: People.day(first ?? day), doneAt: done.map { People.day($0) }, note: "")
        }
        let followUp = FollowUp(
            team: "Santé", milestones: [step(1, 2, done: 3), step(2, 9), step(3, 5, first: 4)])
        #expect(followUp.doneCount == 1)
        #expect(followUp.next?.id == Identifier(3))
        #expect(!followUp.isLate(at: People.day(5)))
        #expect(followUp.isLate(at: People.day(6)))
        #expect(followUp.milestones.map(\.wasPutOff) == [false, false, true])
    }

    @Test("only ideas that were kept are followed up, by those who manage them")
    func rule() {
        for code in Decision.Code.allCases {
            let refusal = People.idea(decision: code).followUpRefusal(
                for: People.Who.manager.viewer, in: People.challenge())
            #expect(refusal == (code.isKept ? nil : .conflict(.ideaNotKept)), "\(code)")
        }
        let kept = People.idea(decision: .planned)
        #expect(
            kept.followUpRefusal(for: People.Who.author.viewer, in: People.challenge())
                == .forbidden(.staffOnly))
        #expect(
            kept.followUpRefusal(for: People.Who.managerElsewhere.viewer, in: People.challenge())
                == .forbidden(.staffOnly))
    }
}
