import Domain
import Storage
import Templating

/// Where staff ask the authors of an idea something.
struct QuestionPage: Page {
    static let template = "clarifications/question"

    let title: String
    let href: String
    let author: String
    let excerpt: String
    let answerHref: String
    let action: String
    let question: FieldView
    let before: FieldView
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("author") { $0.author },
        Field("excerpt") { $0.excerpt }, Field("answerHref") { $0.answerHref },
        Field("action") { $0.action }, Field("question") { $0.question }, Field("before") { $0.before },
        Field("problems") { $0.problems },
    ]

    init(_ idea: Idea, typed: TypedQuestion, problems found: [Problem], isBlind: Bool, for visit: Visit) {
        let builder = FormBuilder(room: "clarifications", wording: visit.wording, problems: found)
        title = idea.content.title
        href = visit.address.page(of: idea)
        author = visit.wording.author(of: idea, isHidden: isBlind)
        excerpt = Markdown.summary(idea.content.text, limit: 400)
        answerHref = visit.address.answer(idea)
        action = visit.address.question(about: idea)
        question = builder.text(
            "question", value: typed.question, hint: true, isShort: true,
            maximum: Clarification.questionRule.length.upperBound)
        before = builder.text("before", kind: "date", value: typed.before, hint: true, isShort: true)
        problems = builder.summary(of: [question, before])
    }
}

/// Where an author answers what was asked, if it has to be mended.
struct ClarificationPage: Page {
    static let template = "clarifications/answer"

    let title: String
    let href: String
    let question: OpenQuestionView
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("question") { $0.question },
        Field("problems") { $0.problems },
    ]

    init(_ idea: Idea, question: OpenQuestionView, problems found: [Problem], for visit: Visit) {
        title = idea.content.title
        href = visit.address.page(of: idea)
        self.question = question
        problems = FormBuilder(room: "clarifications", wording: visit.wording, problems: found).summary(
            of: [question.answer])
    }
}

/// A question that waits for the authors of an idea, with the form of their answer.
struct OpenQuestionView: TemplateData {
    let question: HTML
    let until: String
    let isLate: Bool
    let action: String
    let answer: FieldView
    let caution: GuardWarning?

    static let fields: [Field<Self>] = [
        Field("question") { $0.question }, Field("until") { $0.until }, Field("isLate") { $0.isLate },
        Field("action") { $0.action }, Field("answer") { $0.answer }, Field("caution") { $0.caution },
    ]

    init(
        _ asked: Clarification, on idea: Idea, typed: String = "", problems: [Problem] = [], for visit: Visit
    ) {
        let wording = visit.wording
        let builder = FormBuilder(room: "clarifications", wording: wording, problems: problems)
        question = Markdown.html(asked.question)
        isLate = asked.isOverdue(at: visit.now)
        until = wording.text(
            isLate ? "clarifications.late" : "clarifications.until",
            ["date": .text(wording.date(asked.answerBefore))])
        action = visit.address.clarification(of: idea)
        answer = builder.text(
            "answer", value: typed, hint: true, isShort: true,
            maximum: Clarification.answerRule.length.upperBound)
        caution = GuardWarning(problems, in: [typed], correctHref: "#answer", for: visit)
    }
}

/// A question that waits for authors, on the desk of those who asked.
struct AwaitedRow: TemplateData {
    let title: String
    let href: String
    let question: String
    let challenge: String
    let until: String
    let tone: String
    let answerHref: String

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("question") { $0.question },
        Field("challenge") { $0.challenge }, Field("until") { $0.until }, Field("tone") { $0.tone },
        Field("answerHref") { $0.answerHref },
    ]

    init(_ awaited: AwaitedClarification, for visit: Visit) {
        let wording = visit.wording
        let asked = awaited.clarification
        let isLate = asked.isOverdue(at: visit.now)
        title = awaited.ideaTitle
        href = visit.address.idea(asked.idea, awaited.ideaTitle)
        question = Markdown.summary(asked.question, limit: 160)
        challenge = awaited.challengeTitle
        until = wording.text(
            isLate ? "clarifications.late" : "clarifications.until",
            ["date": .text(wording.date(asked.answerBefore))])
        tone = isLate ? "clay" : "plain"
        answerHref = visit.address.answer(asked.idea, awaited.ideaTitle)
    }
}

extension IdeaDecisionView {
    /// A question in the history of an idea, and what its authors said to it; the later first.
    static func views(of asked: Clarification, author: String, wording: Wording) -> [(
        at: Timestamp, view: IdeaDecisionView
    )] {
        let outcome = asked.closedAt != nil ? "closed" : asked.isOpen ? "open" : "asked"
        let question = IdeaDecisionView(
            word: wording.text(
                "clarifications.history.\(outcome)",
                ["date": .text(wording.date(asked.answerBefore))]), tone: "plain",
            reason: Markdown.html(asked.question), who: wording.name(of: asked.askedBy),
            when: wording.moment(asked.askedAt), isSecret: false)
        guard let answer = asked.answer else { return [(asked.askedAt, question)] }
        let reply = IdeaDecisionView(
            word: wording.text("clarifications.history.answered"), tone: "plain",
            reason: Markdown.html(answer.text), who: answer.by.map { wording.name(of: $0) } ?? author,
            when: wording.moment(answer.at), isSecret: false)
        return [(answer.at, reply), (asked.askedAt, question)]
    }
}
