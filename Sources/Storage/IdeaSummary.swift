public import Domain

/// An idea as lists show it.
public struct IdeaSummary: Sendable {
    public let idea: IdeaID
    public let challenge: ChallengeID
    /// Its number in the challenge.
    public let number: Int?
    public let title: String
    /// The beginning of the text, as typed.
    public let beginning: String
    /// Nil once the author deleted their account, or left the community.
    public let author: Member?
    public let visibility: Idea.Visibility
    public let submittedAt: Timestamp?
    public let commentCount: Int
    /// Nil while counts are hidden.
    public let supportCount: Int?
    public let decision: Decision.Code?
    /// The reason of that decision.
    public let reason: String?
    /// By when an answer is promised.
    public let answerDue: Timestamp?
    /// When its text changed last after it was submitted.
    public let editedAt: Timestamp?
    public let isViewers: Bool
    public let isSupportedByViewer: Bool
    /// Whether it reached the supports from which on it is passed on to the team.
    public let isPassedOn: Bool
    /// In which it was written.
    public let language: Language
    /// In which the reason was.
    public let reasonLanguage: Language
}

/// An idea as its own page shows it.
public struct IdeaDetail: Sendable {
    public let idea: Idea
    public let challenge: ChallengeDetail
    /// Published decisions, the oldest first.
    public let decisions: [Decision]
    public let comments: [Comment]
    /// What its winner was told of, the first instalment first.
    public let rewards: [Reward]
    /// What moderation knows of it; its last act for the author and moderators alone.
    public let review: Review
    /// Passages that were taken out of the idea (nil) and of comments.
    public let redactions: [(comment: CommentID?, act: ModerationAct)]
    /// How moderation stands with the comments that it touched, as far as the viewer may know.
    public let commentReviews: [CommentID: Review]
    /// The complaint that it became, for its author and moderators.
    public let complaint: ComplaintID?
    /// What becomes of it; nil until somebody planned that.
    public let followUp: FollowUp?
    /// When its versions came, in their order; empty if it never changed.
    public let versions: [VersionStamp]
    /// What the insurer asked its authors, the oldest first.
    public let clarifications: [Clarification]
    /// When the viewer supported it; nil if they do not.
    public let supportedAt: Timestamp?
    /// What was asked and entered, and the files that stand with it.
    public let particulars: IdeaParticulars
    /// Ideas that are shown as parts of it.
    public let merged: [MergedIdea]
    /// What was merged into it or separated from it, and into what it was merged once, the oldest first.
    public let merges: [IdeaMerge]
    /// What stands in the way of merging it, for moderators.
    public let mergeObstacles: MergeObstacles
    /// Where solutions are sealed.
    public let sealing: Sealing?
    /// When it reached the supports from which on it is passed on to the team.
    public let passedOnAt: Timestamp?
    /// What the viewer said of it on their ballot, and of the other ideas; supports apart.
    public let marks: [IdeaID: Int]
    /// In cents, where an envelope is shared out.
    public let cost: Int64?
    /// What was said with the results to the viewer, one of its authors.
    public let message: AuthorMessage?

    public var mark: Int? { marks[idea.id] }
}

extension IdeaSummary {
    /// Why `viewer` may not support the idea, or nil: the same rule as on the idea's own page.
    public func voteRefusal(
        for viewer: Viewer, in challenge: Challenge, ballot: BallotPaper, at now: Timestamp
    ) -> Refusal? {
        Idea(
            id: idea, challenge: self.challenge, number: number,
            content: IdeaContent(keptTitle: title, text: beginning),
            author: isViewers ? viewer.member : author, visibility: visibility, submittedAt: submittedAt,
            editedAt: nil,
            answerDue: answerDue, decision: decision, supportCount: supportCount ?? 0,
            commentCount: commentCount
        ).voteRefusal(for: viewer, in: challenge, ballot: ballot, at: now)
    }
}
