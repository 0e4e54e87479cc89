/// The rules of ballots that are filled idea by idea: tokens, grades, approvals under an envelope.
extension Idea {
    /// Why `viewer` may not say anything of the idea on their ballot, or nil. `cost`, in cents, is what staff announced.
    public func markRefusal(
        for viewer: Viewer, in challenge: Challenge, cost: Int64?, at now: Timestamp
    ) -> Refusal? {
        if let refusal = ballotRefusal(for: viewer, in: challenge, at: now) { return refusal }
        guard challenge.content.way.marks != nil else { return .conflict(.otherBallot) }
        if isAuthor(viewer) { return .forbidden(.ownIdea) }
        return challenge.content.way.envelope != nil && cost == nil ? .conflict(.ideaWithoutCost) : nil
    }

    /// Why `viewer` may not compare the idea with another one, or nil.
    public func duelRefusal(for viewer: Viewer, in challenge: Challenge, at now: Timestamp) -> Refusal? {
        if let refusal = ballotRefusal(for: viewer, in: challenge, at: now) { return refusal }
        guard challenge.content.way == .pairwise else { return .conflict(.otherBallot) }
        return isAuthor(viewer) ? .forbidden(.ownIdea) : nil
    }
}

extension Challenge {
    /// Why `viewer` cannot fill a ballot now, whatever the idea; nil if they can.
    public func ballotRefusal(for viewer: Viewer, at now: Timestamp) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        if let refusal = phaseRefusal(
            for: .vote, at: now, early: .votingNotOpenYet, late: .votingClosed)
        {
            return refusal
        }
        return viewer.member == nil ? .signInRequired : nil
    }
}
