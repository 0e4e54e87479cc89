/// An idea, a comment on an idea or under a prompt, or what somebody said of a draft, with all that moderation knows
/// about it.
public struct Post: Sendable {
    public let id: PostID
    public let subject: Subject
    /// Nil unless it is a comment.
    public let comment: Comment?
    /// Nil unless it was said of a draft.
    public let reaction: DraftReaction?
    public let review: Review

    public init(
        id: PostID, subject: Subject, comment: Comment?, reaction: DraftReaction? = nil, review: Review
    ) {
        self.id = id
        self.subject = subject
        self.comment = comment
        self.reaction = reaction
        self.review = review
    }

    /// An idea, or a comment on it.
    public init(id: PostID, idea: Idea, challenge: Challenge, comment: Comment?, review: Review) {
        self.init(id: id, subject: .idea(idea, in: challenge), comment: comment, review: review)
    }

    /// What is said of a draft.
    public init(reaction: DraftReaction, in challenge: Challenge, review: Review) {
        self.init(
            id: .reaction(reaction.id), subject: .draft(of: challenge), comment: nil, reaction: reaction,
            review: review)
    }

    /// What a comment is about.
    public enum Subject: Sendable {
        case idea(Idea, in: Challenge)
        case prompt(Prompt, of: Theme)
        case draft(of: Challenge)
    }

    /// The idea, if it is one or about one.
    public var idea: Idea? {
        guard case .idea(let idea, _) = subject else { return nil }
        return idea
    }

    /// The challenge in which it is, if it is in one.
    public var challenge: Challenge? {
        switch subject {
        case .idea(_, let challenge), .draft(let challenge): challenge
        case .prompt: nil
        }
    }

    public var author: Member? {
        switch id {
        case .idea: idea?.author
        case .comment: comment?.author
        case .reaction: reaction?.author
        }
    }
    public var text: String { comment?.text ?? reaction?.comment ?? idea?.content.text ?? "" }

    /// Where the post stands.
    public var standing: Standing {
        if let comment {
            switch comment.visibility {
            case .public: return .shown
            case .hidden: return .hidden
            case .withdrawn: return .gone
            }
        }
        if let reaction {
            // Where nothing was written, there is a count and nothing to judge.
            return reaction.comment.isEmpty ? .gone : reaction.isHidden ? .hidden : .shown
        }
        guard let idea else { return .gone }
        switch idea.visibility {
        case .public, .sealed: return .shown
        case .awaitingModeration: return .awaiting
        case .hidden: return .hidden
        case .draft, .withdrawn: return .gone
        case .mergedInto: return .merged
        }
    }

    public enum Standing: Hashable, Sendable {
        case awaiting
        case shown
        case hidden
        /// Taken back, or never sent.
        case gone
        /// Shown as part of another idea: what is judged is that one.
        case merged
    }

    /// Whether `viewer` wrote it, alone or with others.
    public func isAuthor(_ viewer: Viewer) -> Bool {
        if case .idea = id { return idea?.isAuthor(viewer) == true }
        guard let author, let member = viewer.member else { return false }
        return author.id == member.id
    }

    /// Whether `viewer` may know that the post exists.
    public func isVisible(to viewer: Viewer) -> Bool {
        guard subject.isVisible(to: viewer) else { return false }
        if case .idea = id { return true }
        if let reaction, reaction.comment.isEmpty { return false }
        let isHidden = comment.map { $0.visibility != .public } ?? reaction?.isHidden ?? true
        return !isHidden || isAuthor(viewer) || subject.isModerated(by: viewer)
    }
}

// MARK: Rules

extension Post {
    /// What a report or an appeal may say.
    public static let reportRule = TextRule("words", 0...1_000)
    public static let appealRule = TextRule("words", 10...2_000)

    /// Why `viewer` may not report the post, or nil. Each person reports a post once.
    public func reportRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        if isAuthor(viewer) { return .forbidden(.ownPost) }
        guard standing == .shown else { return .conflict(.ideaNotPublic) }
        return review.isReportedByViewer ? .conflict(.alreadyReported) : nil
    }

    /// Whether moderators have read the post as it stands now, and kept it.
    private var isAsKept: Bool {
        guard let keptAt = review.keptAt else { return false }
        let changedAt: Timestamp? =
            switch id {
            case .idea: idea?.editedAt
            case .comment: nil
            case .reaction: reaction?.reactedAt
            }
        return changedAt.map { $0 <= keptAt } ?? true
    }

    /// Whether `reports` open reports hide the post until it is read. The insurer's own word stays, and so does what
    /// moderators have read and kept: a crowd cannot have it hidden again.
    public func isHidden(byReports reports: Int) -> Bool {
        standing == .shown && comment?.isOfficial != true && !isAsKept
            && reports >= subject.moderation.hidingReports
    }

    /// Why `viewer` may not ask for a second look at what a moderator hid, or nil. Authors may do so once.
    public func appealRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        guard isAuthor(viewer) else { return .forbidden(.authorOnly) }
        if review.hasAppealed { return .conflict(.alreadyAppealed) }
        guard standing == .hidden, review.openCase == nil, review.lastAct?.kind == .hidden else {
            return .conflict(.nothingToAppeal)
        }
        return nil
    }

    /// Why `viewer` may not open the post's file, or nil.
    public func moderationRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        if let refusal = viewer.moderationRefusal { return refusal }
        return subject.isModerated(by: viewer) ? nil : .forbidden(.staffOnly)
    }

    /// Why `viewer` may not give this verdict, or nil. Nobody judges their own post.
    public func refusal(of verdict: Verdict, for viewer: Viewer) -> Refusal? {
        if let refusal = moderationRefusal(for: viewer) { return refusal }
        if isAuthor(viewer) { return .forbidden(.ownPost) }
        guard standing != .gone, standing != .merged else {
            return idea?.notPublicRefusal ?? .conflict(.ideaNotPublic)
        }
        guard review.openCase == nil else { return nil }
        switch verdict {
        case .show: return standing == .shown ? .conflict(.alreadyPublished) : nil
        case .hide: return standing == .hidden ? .conflict(.alreadyHidden) : nil
        }
    }

    /// What the register says of a verdict.
    public func act(of verdict: Verdict) -> ModerationAct.Kind {
        switch (verdict, standing) {
        case (.show, .awaiting): .published
        case (.show, .hidden): .restored
        case (.show, _): .kept
        case (.hide, .hidden) where review.openCase == .appeal: .confirmed
        case (.hide, _): .hidden
        }
    }

    /// What the idea is when it may be seen.
    public var visibilityWhenShown: Idea.Visibility {
        guard let challenge, challenge.resultsPublishedAt == nil else { return .public }
        return challenge.visibilityOfSubmissions
    }

    /// Why `viewer` may not take a comment of theirs back, or nil.
    public func withdrawalRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        guard isAuthor(viewer) else { return .forbidden(.authorOnly) }
        return comment?.visibility == .withdrawn ? .conflict(.ideaNotPublic) : nil
    }
}
