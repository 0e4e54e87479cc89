/// One act by which a reward goes on.
public struct RewardStep: Hashable, Sendable {
    public let state: Reward.State
    /// The reason of a refusal, the proof of a delivery; empty otherwise.
    public let note: String

    public init(to state: Reward.State, note: String = "") {
        self.state = state
        self.note = note.trimmed
    }

    /// What a refusal has to say.
    public static let reasonRule = TextRule("reason", 10...500)
    /// What shows that something was handed over: the reference of a transfer, a receipt, a letter.
    public static let proofRule = TextRule("proof", 3...500)

    /// What has to be mended.
    public var problems: [Problem] {
        switch state {
        case .refused: [Self.reasonRule.problem(in: note)].compactMap(\.self)
        case .delivered: [Self.proofRule.problem(in: note)].compactMap(\.self)
        case .proposed, .approved, .notified, .closed, .unclaimed: []
        }
    }
}

extension Reward {
    /// Why `viewer` may not take the reward to `state` on `today`, or nil.
    /// - Parameters:
    ///   - parts: Who gets something of it: none of them decides about it.
    ///   - isIdeaDelivered: Whether the idea became what was promised, which the last instalment waits for.
    public func advanceRefusal(
        to state: State, for viewer: Viewer, in challenge: Challenge, parts: [RewardPart],
        isIdeaDelivered: Bool, on today: Day
    ) -> Refusal? {
        if let refusal = challenge.rewardRefusal(for: viewer) { return refusal }
        guard self.state.next.contains(state) else { return .conflict(.rewardOutOfOrder) }
        if parts.contains(where: { $0.number == viewer.member?.id }) { return .forbidden(.ownReward) }
        switch state {
        case .approved:
            guard viewer.approvesRewards(of: challenge.id) else { return .forbidden(.rewardOfficersOnly) }
            return viewer.member?.id == proposer ? .forbidden(.ownRewardProposal) : nil
        case .refused:
            // Whoever proposed it may take that back.
            let mayRefuse = viewer.approvesRewards(of: challenge.id) || viewer.member?.id == proposer
            return mayRefuse ? nil : .forbidden(.rewardOfficersOnly)
        case .notified:
            return instalment == .delivery && !isIdeaDelivered ? .conflict(.ideaNotDelivered) : nil
        case .unclaimed:
            guard let claimUntil, today > claimUntil else { return .conflict(.claimStillOpen) }
            return parts.contains { $0.stands && $0.claimedAt == nil } ? nil : .conflict(.rewardClaimed)
        case .proposed, .delivered, .closed: return nil
        }
    }

    /// Why `part`, which is the viewer's own, cannot be claimed on `today`, or nil.
    public func claimRefusal(of part: RewardPart, on today: Day) -> Refusal? {
        guard state == .notified, let claimUntil else { return .conflict(.rewardOutOfOrder) }
        guard part.stands, today <= claimUntil else { return .conflict(.claimOver) }
        return part.claimedAt == nil ? nil : .conflict(.rewardClaimed)
    }
}

extension Viewer {
    /// Whether the person may approve what another one proposed for `challenge`: reward officers and administrators.
    /// Whoever only manages the challenge proposes.
    public func approvesRewards(of challenge: ChallengeID) -> Bool {
        isAdministrator || has(.rewardOfficer, for: challenge)
    }

    /// Why the person may not keep the register of rewards, or nil. To others it does not exist.
    public var registerRefusal: Refusal? {
        if member == nil { return .signInRequired }
        return holds(.manager) || holds(.rewardOfficer) ? nil : .notFound
    }
}
