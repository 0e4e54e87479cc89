import Domain
import HTTP
import HTTPTypes
import Storage

extension App {
    /// Asking the authors of an idea something, and their answer.
    static let clarificationRoutes: [Route<Action>] = [
        Route(.get, "/desk/ideas/:idea/question", showQuestionForm),
        Route(.post, "/desk/ideas/:idea/question", ask),
        Route(.get, "/ideas/:idea/clarification", showClarificationForm),
        Route(.post, "/ideas/:idea/clarification", bodyLimit: 96 * 1_024, clarify),
    ]

    @Sendable private static func showQuestionForm(_ visit: Visit) async throws -> Response {
        try await visit.showQuestionForm()
    }

    @Sendable private static func ask(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.official()
        let typed = TypedQuestion(try visit.form())
        do {
            let before = try typed.answerBefore(at: visit.now, wording: visit.wording)
            try await visit.app.store.askAuthors(
                of: id, typed.question, answerBefore: before, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await visit.showQuestionForm(typed, problems)
        }
        return visit.redirect(to: visit.address.desk, saying: .questionAsked)
    }

    @Sendable private static func showClarificationForm(_ visit: Visit) async throws -> Response {
        try await visit.showClarificationForm()
    }

    @Sendable private static func clarify(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.writer()
        let form = try visit.form()
        let typed = form["answer"] ?? ""
        do {
            let text =
                Clarification.answerRule.problem(in: typed.trimmed) == nil
                ? try visit.app.settings.textGuard.admit(
                    typed, as: Clarification.answerRule.field,
                    answer: form["act"].flatMap(Guard.Answer.init)) : typed
            try await visit.app.store.clarify(id, text, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await visit.showClarificationForm(typed, problems)
        }
        let idea = try await visit.look { try $0.ideaInChallenge(id).idea }.value
        return visit.redirect(to: visit.address.page(of: idea) + "#history", saying: .questionAnswered)
    }
}

/// A question as it was typed; the day as `2026-03-12`.
struct TypedQuestion: Sendable {
    var question = ""
    var before = ""

    /// Days proposed for an answer.
    static let usualDelay = 10

    /// An empty question, with a day that leaves time.
    init(at now: Timestamp, wording: Wording) {
        before = wording.inputDay(wording.time.sameTime(Self.usualDelay, daysAfter: now))
    }

    init(_ form: Form) {
        question = form["question"] ?? ""
        before = form["before"] ?? ""
    }

    /// The last second of the day. Throws `Refusal.invalid` with all that has to be mended if it is none.
    func answerBefore(at now: Timestamp, wording: Wording) throws(Refusal) -> Timestamp {
        if let day = wording.day(fromInput: before) { return day.end }
        let problem = Problem(field: "before", code: before.trimmed.isEmpty ? .missing : .notADate)
        let others = Clarification.problems(question: question.trimmed, answerBefore: now + .days(1), at: now)
        throw .invalid(others + [problem])
    }
}

extension Visit {
    fileprivate func showQuestionForm(_ typed: TypedQuestion? = nil, _ problems: [Problem] = []) async throws
        -> Response
    {
        let id: IdeaID = try identifier("idea")
        let seen = try await look { try $0.ideaToAskAbout(id) }
        let present = address.question(about: seen.value.idea)
        if typed == nil, let moved = redirectIfMoved(to: present) { return moved }
        let page = QuestionPage(
            seen.value.idea, typed: typed ?? TypedQuestion(at: now, wording: wording), problems: problems,
            isBlind: seen.value.idea.hidesAuthor(from: seen.viewer), for: self)
        return show(page, to: seen, in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    fileprivate func showClarificationForm(_ typed: String? = nil, _ problems: [Problem] = []) async throws
        -> Response
    {
        let id: IdeaID = try identifier("idea")
        let seen = try await look { try $0.questionToAnswer(on: id) }
        let (idea, _, question) = seen.value
        let present = address.clarification(of: idea)
        if typed == nil, let moved = redirectIfMoved(to: present) { return moved }
        let page = ClarificationPage(
            idea,
            question: OpenQuestionView(question, on: idea, typed: typed ?? "", problems: problems, for: self),
            problems: problems, for: self)
        return show(
            page, to: seen, in: .challenges, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Address {
    /// Where staff ask the authors of an idea something.
    func question(about idea: Idea) -> String { "\(answer(idea))/question" }

    /// Where they answer.
    func clarification(of idea: Idea) -> String { "\(page(of: idea))/clarification" }
}
