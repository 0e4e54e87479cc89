import Domain
import Storage
import Templating

/// What becomes of an idea: who carries it, how far it is, each step with its day.
struct FollowUpView: TemplateData {
    let team: String
    let progress: String
    /// From 0 to 100, for the bar.
    let share: String
    let late: String?
    let next: String?
    let steps: [StepView]

    static let fields: [Field<Self>] = [
        Field("team") { $0.team }, Field("progress") { $0.progress }, Field("share") { $0.share },
        Field("late") { $0.late }, Field("next") { $0.next }, Field("steps") { $0.steps },
    ]

    /// One step.
    struct StepView: TemplateData {
        let title: String
        let state: String
        let tone: String
        let date: String
        /// For which day it was planned first, if it was put off.
        let first: String?
        let note: HTML?

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("state") { $0.state }, Field("tone") { $0.tone },
            Field("date") { $0.date }, Field("first") { $0.first }, Field("note") { $0.note },
        ]
    }

    init(_ followUp: FollowUp, for visit: Visit) {
        let wording = visit.wording
        let count = followUp.milestones.count
        team = followUp.team
        progress = wording.text(
            "followup.progress",
            ["count": .number(followUp.doneCount), "total": .number(count)])
        share = String(count == 0 ? 0 : followUp.doneCount * 100 / count)
        late = followUp.isLate(at: visit.now) ? wording.text("followup.state.late") : nil
        next = followUp.next.map {
            wording.text(
                "followup.next",
                ["title": .text($0.title), "date": .text(wording.date($0.plannedFor))])
        }
        steps = followUp.milestones.map { StepView($0, for: visit) }
    }
}

extension FollowUpView.StepView {
    init(_ milestone: Milestone, for visit: Visit) {
        let wording = visit.wording
        title = milestone.title
        let word = milestone.doneAt != nil ? "done" : milestone.isLate(at: visit.now) ? "late" : "planned"
        state = wording.text("followup.state.\(word)")
        tone = word == "done" ? "leaf" : word == "late" ? "clay" : "plain"
        date = wording.text(
            "followup.date.\(word)", ["date": .text(wording.date(milestone.doneAt ?? milestone.plannedFor))])
        first =
            milestone.wasPutOff
            ? wording.text("followup.first", ["date": .text(wording.date(milestone.firstPlannedFor))]) : nil
        note = milestone.note.isEmpty ? nil : Markdown.html(milestone.note)
    }
}

/// An idea with which the insurer goes on, in a list.
struct KeptIdeaView: TemplateData {
    let said: String
    let href: String
    let author: String
    let word: String
    let tone: String
    let reason: String
    let when: Moment
    let challenge: String
    let challengeHref: String
    let followUp: FollowUpView?

    static let fields: [Field<Self>] = [
        Field("said") { $0.said }, Field("href") { $0.href }, Field("author") { $0.author },
        Field("word") { $0.word }, Field("tone") { $0.tone }, Field("reason") { $0.reason },
        Field("when") { $0.when }, Field("challenge") { $0.challenge },
        Field("challengeHref") { $0.challengeHref }, Field("followUp") { $0.followUp },
    ]

    init(_ kept: KeptIdea, for visit: Visit) {
        let wording = visit.wording
        said = kept.title
        href = visit.address.idea(kept.idea, kept.title)
        author = wording.name(of: kept.author)
        word = wording.text("ideas.decision.\(kept.decision.rawValue)")
        tone = kept.decision.tone
        reason = Markdown.summary(kept.reason, limit: 240)
        when = wording.moment(kept.decidedAt)
        challenge = kept.challengeTitle
        challengeHref = visit.address.challenge(kept.challenge, kept.challengeTitle)
        followUp = kept.followUp.map { FollowUpView($0, for: visit) }
    }
}
