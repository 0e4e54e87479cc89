/// A ballot that a moderator set aside: it is not counted unless it is restored, and both totals are published.
public struct SetAside: Hashable, Sendable {
    /// The signal that drew the eye to it.
    public let signal: VoteAlert.Signal
    /// Told to the person whose ballot it is, and to nobody else.
    public let reason: String
    public let at: Timestamp
    /// What the person answered; nil if nothing.
    public let appeal: String?
    public let appealedAt: Timestamp?
    /// When it was counted again.
    public let restoredAt: Timestamp?

    public init(
        signal: VoteAlert.Signal, reason: String, at: Timestamp, appeal: String?, appealedAt: Timestamp?,
        restoredAt: Timestamp?
    ) {
        self.signal = signal
        self.reason = reason
        self.at = at
        self.appeal = appeal
        self.appealedAt = appealedAt
        self.restoredAt = restoredAt
    }

    public static let reasonRule = TextRule("reason", 20...1_000)
    public static let appealRule = TextRule("appeal", 20...2_000)
}

extension Challenge {
    /// Why `viewer` may not look for manipulation of the vote, or nil. As long as people vote nobody learns who has how
    /// many votes, moderators neither.
    public func inspectionRefusal(for viewer: Viewer, at now: Timestamp) -> Refusal? {
        guard viewer.moderates(id), standing != .draft, schedule.window(of: .vote) != nil else {
            return .notFound
        }
        return schedule.isVotingOver(at: now) ? nil : .conflict(.votingStillOpen)
    }

    /// Why `viewer` may not set ballots aside or restore them, or nil. What was published of a vote stays, and so does
    /// what went before a jury: then it is settled.
    public func settingAsideRefusal(for viewer: Viewer, isSettled: Bool, at now: Timestamp) -> Refusal? {
        inspectionRefusal(for: viewer, at: now) ?? countingRefusal(isSettled)
    }

    /// Why nobody may appeal against `setAside` any more, or nil.
    public func voteAppealRefusal(_ setAside: SetAside, isSettled: Bool) -> Refusal? {
        if let refusal = countingRefusal(isSettled) { return refusal }
        if setAside.restoredAt != nil { return .conflict(.nothingToAppeal) }
        return setAside.appeal == nil ? nil : .conflict(.alreadyAppealed)
    }

    /// Whether nothing can change any more which ballots are counted.
    public func isCountFinal(isSettled: Bool) -> Bool { countingRefusal(isSettled) != nil }

    private func countingRefusal(_ isSettled: Bool) -> Refusal? {
        switch standing {
        case .draft: .notFound
        case .cancelled: .conflict(.challengeCancelled)
        case .resultsPublished, .archived: .conflict(.resultsAlreadyPublished)
        case .published, .suspended: isSettled ? .conflict(.voteSettled) : nil
        }
    }
}
