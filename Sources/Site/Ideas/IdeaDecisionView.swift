import Domain
import Storage
import Templating

/// One act in an idea's history.
struct IdeaDecisionView: TemplateData {
    let word: String
    let tone: String
    let reason: HTML?
    let who: String?
    let when: Moment?
    let isSecret: Bool
    /// Of the reason, where it is not the page's.
    var lang: String?

    static let fields: [Field<Self>] = [
        Field("word") { $0.word }, Field("tone") { $0.tone }, Field("reason") { $0.reason },
        Field("who") { $0.who }, Field("when") { $0.when }, Field("isSecret") { $0.isSecret },
        Field("lang") { $0.lang },
    ]

    /// All acts, the newest first, down to the submission; on top the secret one, for those who may know it.
    static func history(
        of detail: IdeaDetail, author: String, prepared: (code: Decision.Code, reason: String)?,
        wording: Wording
    ) -> [IdeaDecisionView] {
        var acts: [IdeaDecisionView] = []
        if let prepared {
            acts.append(
                IdeaDecisionView(
                    word: wording.text("ideas.decision.\(prepared.code.rawValue)"), tone: prepared.code.tone,
                    reason: Markdown.html(prepared.reason), who: nil, when: nil, isSecret: true))
        }
        var told = detail.decisions.reversed().map {
            (at: $0.publishedAt ?? $0.decidedAt, view: IdeaDecisionView($0, wording: wording))
        }
        told += detail.clarifications.reversed().flatMap { views(of: $0, author: author, wording: wording) }
        told += detail.merges.reversed().flatMap {
            views(of: $0, seenFrom: detail.idea.id, wording: wording)
        }
        acts += told.sorted { $0.at > $1.at }.map(\.view)
        if let submission = detail.idea.submittedAt {
            acts.append(
                IdeaDecisionView(
                    word: wording.text("ideas.decision.submitted"), tone: "plain", reason: nil,
                    who: author, when: wording.moment(submission),
                    isSecret: false))
        }
        return acts
    }
}

extension IdeaDecisionView {
    /// A published decision, or one that is still secret.
    init(_ decision: Decision, wording: Wording) {
        self.init(
            word: wording.text("ideas.decision.\(decision.code.rawValue)"), tone: decision.code.tone,
            reason: Markdown.html(decision.reason), who: wording.name(of: decision.decidedBy),
            when: wording.moment(decision.publishedAt ?? decision.decidedAt),
            isSecret: decision.publishedAt == nil, lang: wording.lang(of: decision.language))
    }
}
