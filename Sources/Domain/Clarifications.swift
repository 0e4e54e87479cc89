/// What the insurer asks the authors of an idea before it answers.
public struct Clarification: Sendable {
    public let id: ClarificationID
    public let idea: IdeaID
    public let question: String
    public let askedBy: Member
    public let askedAt: Timestamp
    /// The last moment of the day by which an answer is asked for.
    public let answerBefore: Timestamp
    public let answer: Answer?
    /// When the insurer went on without an answer.
    public let closedAt: Timestamp?

    public init(
        id: ClarificationID, idea: IdeaID, question: String, askedBy: Member, askedAt: Timestamp,
        answerBefore: Timestamp, answer: Answer?, closedAt: Timestamp?
    ) {
        self.id = id
        self.idea = idea
        self.question = question
        self.askedBy = askedBy
        self.askedAt = askedAt
        self.answerBefore = answerBefore
        self.answer = answer
        self.closedAt = closedAt
    }

    /// What the authors said.
    public struct Answer: Hashable, Sendable {
        public let text: String
        /// Nil once the account is gone, and where the idea is judged without names.
        public let by: Member?
        public let at: Timestamp

        public init(text: String, by: Member?, at: Timestamp) {
            self.text = text
            self.by = by
            self.at = at
        }
    }

    /// Whether the authors' answer is awaited.
    public var isOpen: Bool { answer == nil && closedAt == nil }

    /// Whether the day by which it was asked for is over.
    public func isOverdue(at now: Timestamp) -> Bool { isOpen && now > answerBefore }

    public static let questionRule = TextRule("question", 10...2_000)
    public static let answerRule = TextRule("answer", 2...4_000)
    /// Days that authors are given at most.
    public static let longestDelay = 90

    /// What has to be mended in a question asked at `now`.
    public static func problems(question: String, answerBefore: Timestamp, at now: Timestamp) -> [Problem] {
        var problems = [questionRule.problem(in: question)].compactMap(\.self)
        if answerBefore <= now { problems.append(Problem(field: "before", code: .inThePast)) }
        if answerBefore > now + .days(Int64(longestDelay) + 1) {
            problems.append(Problem(field: "before", code: .outOfRange, limit: longestDelay))
        }
        return problems
    }
}

extension Idea {
    /// Why `viewer` may not ask the authors something, or nil. `isAsked`: a question waits for them already.
    public func questionRefusal(for viewer: Viewer, in challenge: Challenge, isAsked: Bool) -> Refusal? {
        if let refusal = decisionRefusal(for: viewer, in: challenge) { return refusal }
        if decision?.isAnswer == true { return .conflict(.alreadyAnswered) }
        return isAsked ? .conflict(.questionOpen) : nil
    }

    /// Why `viewer` may not answer what was asked, or nil. A late answer is better than none: it is taken until the
    /// insurer has decided.
    public func clarificationRefusal(for viewer: Viewer, in challenge: Challenge, isAsked: Bool) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        guard isAuthor(viewer) else { return .forbidden(.authorOnly) }
        guard visibility == .public || visibility == .sealed else { return .conflict(.ideaNotPublic) }
        return isAsked ? nil : .conflict(.nothingAsked)
    }
}
