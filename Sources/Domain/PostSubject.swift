extension Post.Subject {
    /// What people read as its name.
    public var title: String {
        switch self {
        case .idea(let idea, _): idea.content.title
        case .prompt(let prompt, _): prompt.text
        case .draft(let challenge): challenge.title
        }
    }

    public var isIdea: Bool {
        guard case .idea = self else { return false }
        return true
    }

    /// In whose community people speak here, if it is reserved to one.
    public var community: CommunityID? {
        switch self {
        case .idea(_, let challenge), .draft(let challenge): challenge.content.community
        case .prompt: nil
        }
    }

    /// Whether `viewer` may know that it exists. Themes are for everybody.
    public func isVisible(to viewer: Viewer) -> Bool {
        switch self {
        case .idea(let idea, let challenge): challenge.isVisible(to: viewer) && idea.isVisible(to: viewer)
        case .draft(let challenge): challenge.isVisible(to: viewer)
        case .prompt: true
        }
    }

    public func isAuthor(_ viewer: Viewer) -> Bool {
        guard case .idea(let idea, _) = self else { return false }
        return idea.isAuthor(viewer)
    }

    /// Whether `viewer` moderates what is said here.
    public func isModerated(by viewer: Viewer) -> Bool {
        switch self {
        case .idea(_, let challenge), .draft(let challenge): viewer.moderates(challenge.id)
        case .prompt: viewer.moderatesThemes
        }
    }

    /// How what is said here is moderated.
    public var moderation: ModerationRule {
        switch self {
        case .idea(_, let challenge), .draft(let challenge): challenge.content.moderation
        case .prompt: ModerationRule()
        }
    }

    /// Why `viewer` may not say something here, or nil.
    public func commentRefusal(for viewer: Viewer, officially: Bool = false, at now: Timestamp) -> Refusal? {
        switch self {
        case .idea(let idea, let challenge):
            idea.commentRefusal(for: viewer, in: challenge, officially: officially, at: now)
        case .prompt(let prompt, _): prompt.commentRefusal(for: viewer, officially: officially)
        // A draft takes reactions, paragraph by paragraph.
        case .draft: .notFound
        }
    }
}
