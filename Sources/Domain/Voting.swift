/// One person's supports in one challenge, as the rules need them.
public struct BallotPaper: Hashable, Sendable {
    /// Ideas of the challenge that the person supports now.
    public let supports: Int
    /// Whether the idea in question is one of them.
    public let supportsThis: Bool

    public init(supports: Int, supportsThis: Bool) {
        self.supports = supports
        self.supportsThis = supportsThis
    }
}

extension Idea {
    /// Why `viewer` may not support the idea, or nil. Supporting it once more changes nothing and is never refused for
    /// the quota.
    public func voteRefusal(
        for viewer: Viewer, in challenge: Challenge, ballot: BallotPaper, at now: Timestamp
    ) -> Refusal? {
        if let refusal = supportRefusal(for: viewer, in: challenge, at: now) { return refusal }
        if isAuthor(viewer) { return .forbidden(.ownIdea) }
        if ballot.supportsThis { return nil }
        if let quota = challenge.content.voteQuota, ballot.supports >= quota {
            return .conflict(.quotaReached)
        }
        return nil
    }

    /// Why `viewer` may not take their support back, or nil.
    public func voteWithdrawalRefusal(for viewer: Viewer, in challenge: Challenge, at now: Timestamp)
        -> Refusal?
    {
        supportRefusal(for: viewer, in: challenge, at: now)
    }

    private func supportRefusal(for viewer: Viewer, in challenge: Challenge, at now: Timestamp) -> Refusal? {
        if let refusal = ballotRefusal(for: viewer, in: challenge, at: now) { return refusal }
        return challenge.content.way == .approval ? nil : .conflict(.otherBallot)
    }

    /// Why `viewer` may not put the idea on a ballot of whatever kind, or nil.
    func ballotRefusal(for viewer: Viewer, in challenge: Challenge, at now: Timestamp) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        if let refusal = challenge.phaseRefusal(
            for: .vote, at: now, early: .votingNotOpenYet, late: .votingClosed)
        {
            return refusal
        }
        guard viewer.member != nil else { return .signInRequired }
        return visibility == .public ? nil : notPublicRefusal
    }
}
