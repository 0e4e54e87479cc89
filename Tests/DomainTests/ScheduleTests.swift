import Domain
import Proving
import Testing

@Suite struct ScheduleTests {
    private func phase(_ kind: Phase.Kind, _ opening: Int64, _ close: Int64?) -> Phase {
        Phase(kind: kind, opensAt: People.day(opening), closesAt: close.map { People.day($0) })
    }

    @Test("wrong dates are named phase by phase")
    func problems() {
        func found(_ phases: [Phase]) -> [Problem] { Schedule(phases).problems }
        #expect(found([]) == [Problem(field: "phases", code: .missing)])
        #expect(
            found([phase(.ideas, 5, 5)]) == [Problem(field: "phase-0", code: .endsBeforeStart)])
        #expect(
            found([phase(.ideas, 0, nil), phase(.votes, 9, 10)])
                == [Problem(field: "phase-0", code: .openEndedOnlyLast)])
        #expect(
            found([phase(.ideas, 0, 10), phase(.votes, 9, 12)])
                == [Problem(field: "phase-1", code: .overlapsPreviousPhase)])
        #expect(found([phase(.ideas, 0, 1), phase(.votes, 1, 2), phase(.followUp, 8, nil)]) == [])
    }

    @Test("at most twelve phases; sealed ideas are sealed in all of them, and nobody votes on them")
    func rights() {
        let many = (0..<13).map { phase(.ideas, $0, $0 + 1) }
        #expect(
            Schedule(many).problems == [Problem(field: "phases", code: .outOfRange, limit: Schedule.most)])
        #expect(Schedule(Array(many.dropLast())).problems == [])
        func sealed(_ kind: Phase.Kind, _ opening: Int64) -> Phase {
            Phase(
                kind: kind, rights: kind.usualRights.subtracting(.see), opensAt: People.day(opening),
                closesAt: People.day(opening + 1))
        }
        #expect(Schedule([sealed(.ideas, 0), phase(.deliberation, 1, 2)]).problems == [])
        #expect(Schedule([sealed(.ideas, 0)]).sealsIdeas)
        #expect(!Schedule([sealed(.votes, 0)]).sealsIdeas)
        #expect(
            Schedule([sealed(.ideas, 0), phase(.ideas, 1, 2), phase(.votes, 2, 3)]).problems == [
                Problem(field: "phase-1-rights", code: .partlySealed),
                Problem(field: "phase-2-rights", code: .voteOnSealedIdeas),
            ])
        let contest = People.content(.contest, schedule: Schedule([phase(.ideasAndVotes, 0, 1)]))
        #expect(contest.problems == [Problem(field: "phase-0-rights", code: .voteOnSealedIdeas)])
        let hidden = People.challenge(.published, People.content(schedule: Schedule([sealed(.ideas, 0)])))
        #expect(hidden.visibilityOfSubmissions == .sealed)
    }

    @Test("phases of one hour and of one day are phases")
    func short() {
        let opening = People.day(0)
        let hour = Phase(kind: .votes, opensAt: opening, closesAt: opening + .hours(1))
        #expect(Schedule([hour]).problems == [])
        #expect(hour.contains(opening))
        #expect(hour.contains(opening + .minutes(59)))
        #expect(!hour.contains(opening + .hours(1)))
        #expect(!hour.contains(opening - Span(seconds: 1)))
    }

    @Test("a challenge goes through its states as time passes")
    func states() {
        let challenge = People.challenge()
        let expected: [(Int64, Challenge.State)] = [
            (-1, .toCome), (0, .openToIdeas), (9, .openToIdeas), (10, .openToVotes), (19, .openToVotes),
            (20, .underDeliberation), (400, .underDeliberation),
        ]
        for (day, state) in expected { #expect(challenge.state(at: People.day(day)) == state, "\(day)") }
        let published = People.challenge(.resultsPublished)
        #expect(published.state(at: People.day(25)) == .resultsPublished)
        #expect(published.state(at: People.day(30)) == .followedUp)
        for standing in [Challenge.Standing.draft, .suspended, .cancelled, .archived] {
            #expect(People.challenge(standing).state(at: People.day(5)).rawValue == standing.rawValue)
        }
    }

    @Test(
        "counts are shown once every vote phase is over, to anybody alike, and never of a cancelled challenge"
    )
    func counts() {
        let two = Schedule([phase(.votes, 0, 5), phase(.deliberation, 5, 8), phase(.votes, 8, 12)])
        let challenge = People.challenge(.published, People.content(schedule: two))
        for (day, shown) in [(-1, false), (4, false), (6, false), (11, false), (12, true)] as [(Int64, Bool)]
        {
            #expect(challenge.showsCounts(at: People.day(day)) == shown, "\(day)")
        }
        let cancelled = People.challenge(.cancelled, People.content(schedule: two))
        #expect(!cancelled.showsCounts(at: People.day(99)))
        let voteless = Schedule([phase(.ideas, 0, 5)])
        #expect(
            !People.challenge(.published, People.content(schedule: voteless)).showsCounts(at: People.day(99)))
        let endless = Schedule([phase(.ideasAndVotes, 0, nil)])
        #expect(!endless.isVotingOver(at: People.day(9_999)))
        #expect(!endless.isParticipationOver(at: People.day(9_999)))
    }

    @Test("an answer is due so many days after participation ends, or after an idea where there is no end")
    func answers() {
        let dated = People.challenge(.published, People.content(answerDays: 30))
        #expect(dated.answerDue(forSubmissionAt: People.day(3)) == People.day(50))
        let endless = Schedule([phase(.ideasAndVotes, 0, nil)])
        let box = People.challenge(.published, People.content(answerDays: 30, schedule: endless))
        #expect(box.answerDue(forSubmissionAt: People.day(3)) == People.day(33))
        #expect(People.challenge().answerDue(forSubmissionAt: People.day(3)) == nil)
    }

    @Test("an answer is overdue only while nothing answers a living idea")
    func overdue() {
        func idea(_ visibility: Idea.Visibility, _ decision: Decision.Code?) -> Idea {
            Idea(
                id: Identifier(1), challenge: People.challenge, number: 1,
                content: IdeaContent(title: "Titre", text: "Texte"), author: nil, visibility: visibility,
                submittedAt: People.day(0), editedAt: nil, answerDue: People.day(10), decision: decision,
                supportCount: 0, commentCount: 0)
        }
        #expect(!idea(.public, nil).isAnswerOverdue(at: People.day(10)))
        #expect(idea(.public, nil).isAnswerOverdue(at: People.day(11)))
        #expect(idea(.sealed, nil).isAnswerOverdue(at: People.day(11)))
        #expect(!idea(.withdrawn, nil).isAnswerOverdue(at: People.day(11)))
        for code in Decision.Code.allCases {
            #expect(idea(.public, code).isAnswerOverdue(at: People.day(11)) == !code.isAnswer)
        }
    }

    @Test(
        "every blueprint starts with dates that are right, and answers by default",
        arguments: Blueprint.allCases)
    func blueprints(blueprint: Blueprint) {
        let schedule = blueprint.usualSchedule(opening: People.day(0))
        #expect(schedule.problems == [])
        #expect(schedule.opensAt == People.day(0))
        #expect(schedule.phases.last?.closesAt == nil)
        #expect(blueprint.sealsIdeas == (blueprint == .contest))
        #expect((1...365).contains(blueprint.usualAnswerDays))
    }

    @Test("at any moment of any schedule at most one phase runs, and the state agrees with what may be done")
    func properties() {
        var chance = Dice(42)
        for _ in 0..<400 {
            var phases: [Phase] = []
            var day = Int64.random(in: -10...10, using: &chance)
            for _ in 0..<Int.random(in: 1...5, using: &chance) {
                let close = day + Int64.random(in: 1...8, using: &chance)
                let kind = Phase.Kind.allCases.randomElement(using: &chance) ?? .ideas
                phases.append(phase(kind, day, close))
                day = close + (Bool.random(using: &chance) ? 0 : Int64.random(in: 1...4, using: &chance))
            }
            let schedule = Schedule(phases)
            #expect(schedule.problems == [])
            let challenge = People.challenge(.published, People.content(schedule: schedule))
            for _ in 0..<40 {
                let now = People.day(Int64.random(in: -15...60, using: &chance))
                let running = phases.filter { $0.contains(now) }
                #expect(running.count <= 1)
                let state = challenge.state(at: now)
                let submits = challenge.submissionRefusal(for: People.Who.other.viewer, at: now) == nil
                #expect(submits == (state == .openToIdeas))
                let votes =
                    People.idea().voteRefusal(
                        for: People.Who.other.viewer, in: challenge, ballot: People.noVotes, at: now) == nil
                if votes { #expect(state == .openToIdeas || state == .openToVotes) }
                if challenge.showsCounts(at: now) { #expect(!votes) }
                if schedule.isParticipationOver(at: now) { #expect(!votes && !submits) }
                if state == .toCome { #expect(running.isEmpty) }
            }
        }
    }
}
