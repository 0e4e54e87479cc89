/// What happened in what somebody follows, by what it is.
public enum NewsKind: String, CaseIterable, Hashable, Sendable {
    /// Challenges announced, phases that opened, dates moved, results.
    case challenges
    case ideas
    /// Decisions with their reasons.
    case decisions
    /// Official answers, replies to one's comments, what is said under the ideas that one follows.
    case replies
    /// What becomes of ideas that were kept.
    case milestones
}

/// How news become old.
public enum News {
    /// What is older than this is not new to anybody, read or not.
    public static let freshness = Span.days(60)
    /// What is older than this is not told among the news; it is read where it happened.
    public static let memory = Span.days(180)
    /// The most that are told.
    public static let most = 200

    /// Whether something is new to somebody who read all until `readAt` and follows what it happened in since
    /// `followedAt`: what came before one followed was there to be seen.
    public static func isUnread(
        _ happenedAt: Timestamp, readUntil readAt: Timestamp, followedAt: Timestamp, at now: Timestamp
    ) -> Bool {
        happenedAt > max(readAt, followedAt, now - freshness)
    }
}

extension Followed {
    /// The most that one person follows of each kind.
    public static let most = 200
}

extension Idea {
    /// Why `viewer` may not follow the idea, or nil. Authors are told what becomes of their own without following it.
    public func followRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        guard !isAuthor(viewer) else { return .conflict(.followedAnyway) }
        return visibility == .public ? nil : .conflict(.ideaNotPublic)
    }
}
