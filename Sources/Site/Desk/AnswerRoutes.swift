import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Answering one idea.
    static let answerRoutes: [Route<Action>] = [
        Route(.get, "/desk/ideas/:idea", showAnswer),
        Route(.post, "/desk/ideas/:idea", answer),
    ]

    @Sendable private static func showAnswer(_ visit: Visit) async throws -> Response {
        try await showAnswer(visit, draft: nil, problems: [])
    }

    @Sendable private static func answer(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.official()
        let draft = AnswerDraft(try visit.form())
        do {
            try await visit.app.store.decide(
                try draft.decision(), reason: draft.reason, publicly: !draft.isSecret, on: id, by: member,
                at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showAnswer(visit, draft: draft, problems: problems)
        }
        let notice: Notice = draft.isSecret ? .decisionPrepared : .decisionPublished
        guard visit.request.query["from"] == AnswerPage.fromResults else {
            return visit.redirect(to: visit.address.desk, saying: notice)
        }
        let challenge = try await visit.look { try $0.ideaInChallenge(id).challenge }.value
        return visit.redirect(to: visit.address.results(challenge.id, challenge.title), saying: notice)
    }

    private static func showAnswer(_ visit: Visit, draft: AnswerDraft?, problems: [Problem]) async throws
        -> Response
    {
        let id: IdeaID = try visit.identifier("idea")
        let seen = try await visit.look { try $0.ideaToAnswer(id) }
        let present = visit.address.answer(id, seen.value.idea.content.title)
        if draft == nil, let moved = visit.redirectIfMoved(to: present) { return moved }
        let page = AnswerPage(
            seen.value, draft: draft ?? AnswerDraft(seen.value), problems: problems, for: visit)
        return visit.show(
            page, to: seen, in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

/// One idea to answer.
struct AnswerPage: Page {
    static let template = "desk/answer"

    let idea: Idea
    let text: HTML
    let href: String
    let author: String
    let submitted: Moment?
    let challenge: String
    let challengeHref: String
    let due: AnswerDue
    let tally: CountView?
    let history: [IdeaDecisionView]
    let problems: ProblemSummary?
    let form: AnswerForm
    let askHref: String?
    let particulars: ParticularsView?

    static let fields: [Field<Self>] = [
        Field("title") { $0.idea.content.title }, Field("href") { $0.href }, Field("text") { $0.text },
        Field("author") { $0.author }, Field("submitted") { $0.submitted },
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("due") { $0.due.text }, Field("tone") { $0.due.tone }, Field("tally") { $0.tally },
        Field("history") { $0.history }, Field("hasHistory") { !$0.history.isEmpty },
        Field("problems") { $0.problems }, Field("form") { $0.form },
        Field("askHref") { $0.askHref },
        Field("particulars") { $0.particulars },
    ]

    /// The value of `from` in the address of somebody who came from the results and goes back there.
    static let fromResults = "results"

    init(_ found: IdeaToAnswer, draft: AnswerDraft, problems: [Problem], for visit: Visit) {
        let wording = visit.wording
        let address = visit.address
        let content = found.idea.content
        idea = found.idea
        text = Markdown.html(content.text)
        href = address.idea(idea.id, content.title)
        particulars = ParticularsView(found.particulars, for: visit)
        author = wording.author(of: idea, isHidden: found.hidesAuthor)
        submitted = idea.submittedAt.map { wording.moment($0) }
        challenge = found.challenge.title
        challengeHref = address.challenge(found.challenge.id, found.challenge.title)
        due = AnswerDue(
            idea.answerDue, isAnswered: idea.decision?.isAnswer == true,
            isLate: idea.isAnswerOverdue(at: visit.now), for: visit)
        tally = found.challenge.showsCounts(at: visit.now) ? CountView(count: idea.supportCount) : nil
        let author = author
        var told = found.decisions.reversed().map {
            (at: $0.publishedAt ?? $0.decidedAt, view: IdeaDecisionView($0, wording: wording))
        }
        told += found.clarifications.reversed().flatMap {
            IdeaDecisionView.views(of: $0, author: author, wording: wording)
        }
        history = told.sorted { $0.at > $1.at }.map(\.view)
        askHref = found.mayAsk ? address.question(about: idea) : nil
        let builder = FormBuilder(room: "desk", wording: wording, problems: problems)
        let form = AnswerForm(
            draft, awaitsResults: found.challenge.awaitsResults,
            action: address.answer(idea.id, content.title)
                + (visit.request.query["from"] == Self.fromResults ? "?from=\(Self.fromResults)" : ""),
            builder: builder)
        self.problems = builder.summary(of: form.all)
        self.form = form
    }
}

/// When an answer is promised, in words and a colour.
struct AnswerDue: Sendable {
    let text: String
    let tone: String

    init(_ due: Timestamp?, isAnswered: Bool = false, isLate: Bool, for visit: Visit) {
        let wording = visit.wording
        guard !isAnswered else {
            text = wording.text("desk.due.answered")
            tone = "leaf"
            return
        }
        guard let due else {
            text = wording.text("desk.due.none")
            tone = "plain"
            return
        }
        let days = wording.time.days(from: visit.now, to: due)
        if isLate {
            text = wording.text("desk.due.late", ["count": .number(max(1, -days))])
            tone = "clay"
        } else if days == 0 {
            text = wording.text("desk.due.today")
            tone = "honey"
        } else {
            text = wording.text("desk.due.days", ["count": .number(days)])
            tone = "plain"
        }
    }
}
