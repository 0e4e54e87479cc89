import Domain
import Storage
import Templating

/// An idea in a list.
struct IdeaRow: TemplateData {
    let title: String
    let href: String
    let excerpt: String
    /// Where title and excerpt are in another language than the page.
    let lang: String?
    /// Whose it is; nil where all are the viewer's.
    let author: String?
    let submitted: Moment?
    let commentCount: Int
    /// Whether it can be discussed, now or once.
    let isDiscussed: Bool
    let state: String?
    let challenge: TitledLink?
    let decision: DecisionView?
    let due: DueView?
    let ballot: BallotView?
    var lateEdit: LateEditView?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("excerpt") { $0.excerpt },
        Field("lang") { $0.lang },
        Field("author") { $0.author }, Field("submitted") { $0.submitted },
        Field("commentCount") { $0.commentCount }, Field("isDiscussed") { $0.isDiscussed },
        Field("state") { $0.state },
        Field("challenge") { $0.challenge }, Field("decision") { $0.decision }, Field("due") { $0.due },
        Field("ballot") { $0.ballot }, Field("lateEdit") { $0.lateEdit },
    ]

    /// The idea in the list of its challenge, with what the viewer may do with their vote.
    init(_ summary: IdeaSummary, voting: VotingSituation, for visit: Visit) {
        let wording = visit.wording
        title = summary.title
        href = visit.address.idea(summary.idea, summary.title)
        excerpt = Markdown.summary(summary.beginning, limit: 220)
        lang = wording.lang(of: summary.language)
        author =
            summary.isViewers
            ? wording.ideaWord("mine", in: voting.challenge)
            : wording.author(
                summary.author, isHidden: summary.visibility == .sealed, challenge: summary.challenge,
                number: summary.number)
        submitted = summary.submittedAt.map { wording.moment($0) }
        commentCount = summary.commentCount
        isDiscussed = summary.visibility != .sealed
        state =
            summary.visibility == .public
            ? summary.isPassedOn ? wording.text("ideas.passed-on.short") : nil
            : wording.visibility(summary.visibility, in: voting.challenge)
        challenge = nil
        decision = summary.decision.map {
            DecisionView(
                word: wording.text("ideas.decision.\($0.rawValue)"), tone: $0.tone,
                reason: summary.reason.map { Markdown.summary($0, limit: 160) },
                lang: wording.lang(of: summary.reasonLanguage))
        }
        due = DueView(
            summary.answerDue, decision: summary.decision, visibility: summary.visibility,
            in: voting.challenge, for: visit)
        ballot = voting.ballot(on: summary, for: visit)
        lateEdit = LateEditView(summary, in: voting.challenge, for: visit)
    }

    struct DecisionView: TemplateData {
        let word: String
        let tone: String
        let reason: String?
        var lang: String?

        static let fields: [Field<Self>] = [
            Field("word") { $0.word }, Field("tone") { $0.tone }, Field("reason") { $0.reason },
            Field("lang") { $0.lang },
        ]
    }
}

/// A link with its title.
struct TitledLink: TemplateData {
    let title: String
    let href: String

    static let fields: [Field<Self>] = [Field("title") { $0.title }, Field("href") { $0.href }]
}
