/// What the insurer answers to an idea: one row of its history. A row is superseded by a later one, never changed.
public struct Decision: Sendable {
    public let id: DecisionID
    public let idea: IdeaID
    public let code: Code
    /// The public reason.
    public let reason: String
    public let decidedBy: Member
    public let decidedAt: Timestamp
    /// Nil while it is secret.
    public let publishedAt: Timestamp?
    /// In which the reason is written.
    public let language: Language

    public init(
        id: DecisionID, idea: IdeaID, code: Code, reason: String, decidedBy: Member, decidedAt: Timestamp,
        publishedAt: Timestamp?, language: Language = .french
    ) {
        self.id = id
        self.idea = idea
        self.code = code
        self.reason = reason
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
        self.publishedAt = publishedAt
        self.language = language
    }

    /// What was decided.
    public enum Code: String, CaseIterable, Hashable, Sendable {
        case underStudy
        case shortlisted
        case winner
        case accepted
        case planned
        case inProgress
        case implemented
        case rejected
        case ineligible

        /// Whether it keeps the promise of an answer, rather than announcing one.
        public var isAnswer: Bool {
            switch self {
            case .underStudy, .shortlisted: false
            case .winner, .accepted, .planned, .inProgress, .implemented, .rejected, .ineligible: true
            }
        }

        /// Whether the insurer goes on with the idea.
        public var isPositive: Bool {
            switch self {
            case .shortlisted, .winner, .accepted, .planned, .inProgress, .implemented: true
            case .underStudy, .rejected, .ineligible: false
            }
        }
    }

    public static let reasonRule = TextRule("reason", 20...4_000)
}

extension Idea {
    /// Why `viewer` may not decide on the idea, or nil. It can be decided `secretly` only where results are to
    /// come: nothing else would publish the decision.
    public func decisionRefusal(for viewer: Viewer, in challenge: Challenge, secretly: Bool = false)
        -> Refusal?
    {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        if let refusal = challenge.managementRefusal(for: viewer) { return refusal }
        guard challenge.standing != .cancelled else { return .conflict(.challengeCancelled) }
        if secretly, !challenge.awaitsResults {
            return .conflict(
                challenge.resultsPublishedAt == nil ? .participationStillOpen : .resultsAlreadyPublished)
        }
        return visibility == .public || visibility == .sealed ? nil : .conflict(.ideaNotPublic)
    }
}
