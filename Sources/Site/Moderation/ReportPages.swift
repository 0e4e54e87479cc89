import Domain
import Storage
import Templating

/// Where a post is reported.
struct ReportPage: Page {
    static let template = "moderation/report"

    let heading: String
    let title: String
    let href: String
    let quote: String
    let action: String
    let problems: ProblemSummary?
    let reason: FieldView
    let words: FieldView

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("title") { $0.title }, Field("href") { $0.href },
        Field("quote") { $0.quote }, Field("action") { $0.action }, Field("problems") { $0.problems },
        Field("reason") { $0.reason }, Field("words") { $0.words },
    ]

    init(_ post: Post, reason typed: String, words: String, problems: [Problem], for visit: Visit) {
        let wording = visit.wording
        let builder = FormBuilder(room: "moderation", wording: wording, problems: problems)
        heading =
            post.id.kind == .idea
            ? wording.ideaWord("report", in: post.challenge)
            : wording.text("moderation.report.\(post.id.kind.rawValue)")
        title = post.subject.title
        href = visit.address.post(post)
        quote = Markdown.summary(post.text, limit: 240)
        action = visit.address.report(post.id)
        reason = builder.choice(
            "reason", value: typed,
            of: ModerationReason.allCases.map {
                ($0.rawValue, wording.text("moderation.reason.\($0.rawValue)"), nil)
            }, isShort: false)
        self.words = builder.text(
            "words", value: words, hint: true, isRequired: false, isShort: true,
            maximum: Post.reportRule.length.upperBound)
        self.problems = builder.summary(of: [reason, self.words])
    }
}

/// Where an author asks for a second look.
struct AppealPage: Page {
    static let template = "moderation/appeal"

    let title: String
    let href: String
    let quote: String
    let reason: String?
    let note: String?
    let action: String
    let problems: ProblemSummary?
    let words: FieldView

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("quote") { $0.quote },
        Field("reason") { $0.reason }, Field("note") { $0.note }, Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("words") { $0.words },
    ]

    init(_ post: Post, words: String, problems: [Problem], for visit: Visit) {
        let wording = visit.wording
        // The appeal's words have a label of their own.
        let builder = FormBuilder(room: "moderation", wording: wording, problems: problems)
        title = post.subject.title
        href = visit.address.post(post)
        quote = Markdown.summary(post.text, limit: 240)
        let act = post.review.lastAct
        reason = act?.reason.map { wording.text("moderation.reason.\($0.rawValue)") }
        note = act.flatMap { $0.note.isEmpty ? nil : $0.note }
        action = visit.address.appeal(post.id)
        var field = builder.text(
            "words", value: words, isShort: true, maximum: Post.appealRule.length.upperBound)
        field.label = wording.text("moderation.appeal.words")
        self.words = field
        self.problems = builder.summary(of: [field])
    }
}

/// Asks the author of a comment whether they mean it.
struct CommentWithdrawalPage: Page {
    static let template = "moderation/withdraw"

    let title: String
    let href: String
    let quote: String
    let action: String

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("quote") { $0.quote },
        Field("action") { $0.action },
    ]

    init(_ post: Post, for visit: Visit) {
        title = post.subject.title
        href = visit.address.post(post)
        quote = Markdown.summary(post.text, limit: 240)
        action = post.comment.map { visit.address.withdraw($0.id) } ?? ""
    }
}
