import Domain
import Storage
import Templating

/// By when the answer is promised, until it is given.
struct DueView: TemplateData {
    let text: String
    let isLate: Bool

    static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("isLate") { $0.isLate }]

    /// Nil without a promise, and once it is kept.
    init?(_ idea: Idea, in challenge: Challenge, for visit: Visit) {
        self.init(
            idea.answerDue, decision: idea.decision, visibility: idea.visibility, in: challenge, for: visit)
    }

    /// The same for an idea of which a list knows only this.
    init?(
        _ due: Timestamp?, decision: Decision.Code?, visibility: Idea.Visibility, in challenge: Challenge,
        for visit: Visit
    ) {
        guard let due, decision?.isAnswer != true, challenge.standing != .cancelled,
            visibility == .public || visibility == .sealed
        else { return nil }
        isLate = visit.now > due
        text = visit.wording.text(
            isLate ? "ideas.late" : "ideas.due", ["date": .text(visit.wording.date(due))])
    }
}
