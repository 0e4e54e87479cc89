/// What somebody says under an idea, or under a prompt of a theme.
public struct Comment: Sendable {
    public let id: CommentID
    /// Nil under a prompt.
    public let idea: IdeaID?
    /// The comment to which this one replies; replies have no replies of their own.
    public let parent: CommentID?
    /// Nil once the author deleted their account.
    public let author: Member?
    public let stance: Stance
    public let text: String
    /// Whether it speaks for the insurer.
    public let isOfficial: Bool
    public let writtenAt: Timestamp
    public let visibility: Visibility
    /// In which it was written.
    public let language: Language

    public init(
        id: CommentID, idea: IdeaID?, parent: CommentID?, author: Member?, stance: Stance, text: String,
        isOfficial: Bool, writtenAt: Timestamp, visibility: Visibility = .public,
        language: Language = .french
    ) {
        self.id = id
        self.idea = idea
        self.parent = parent
        self.author = author
        self.stance = stance
        self.text = text
        self.isOfficial = isOfficial
        self.writtenAt = writtenAt
        self.visibility = visibility
        self.language = language
    }

    /// Who can see a comment.
    public enum Visibility: String, CaseIterable, Hashable, Sendable {
        case `public`
        case hidden
        /// Taken back by its author.
        case withdrawn
    }

    /// What the comment does to the idea.
    public enum Stance: String, CaseIterable, Hashable, Sendable {
        case `for`
        case against
        case question
        case reply
    }
}

/// What a person types under an idea.
public struct CommentContent: Hashable, Sendable {
    public let stance: Comment.Stance
    public let text: String
    /// The comment to which it replies.
    public let parent: CommentID?
    /// Asked by staff: to speak for the insurer.
    public let isOfficial: Bool

    /// A reply always has the stance `reply`.
    public init(stance: Comment.Stance, text: String, parent: CommentID? = nil, isOfficial: Bool = false) {
        self.stance = parent == nil ? stance : .reply
        self.text = text.trimmed
        self.parent = parent
        self.isOfficial = isOfficial
    }

    public static let textRule = TextRule("comment", 2...4_000)

    /// What has to be mended.
    public var problems: [Problem] {
        [Self.textRule.problem(in: text)].compactMap(\.self)
    }
}

extension Idea {
    /// Why `viewer` may not comment, or nil. Staff may answer officially in every phase.
    public func commentRefusal(
        for viewer: Viewer, in challenge: Challenge, officially: Bool = false, at now: Timestamp
    ) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        if officially {
            guard viewer.member != nil else { return .signInRequired }
            guard viewer.manages(challenge.id) || viewer.has(.moderator, for: challenge.id) else {
                return .forbidden(.staffOnly)
            }
            return visibility == .public || visibility == .sealed ? nil : .conflict(.ideaNotPublic)
        }
        if let refusal = challenge.phaseRefusal(
            for: .comment, at: now, early: .challengeNotOpenYet, late: .commentsClosed)
        {
            return refusal
        }
        guard viewer.member != nil else { return .signInRequired }
        return visibility == .public ? nil : notPublicRefusal
    }
}
