/// What a challenge announces for its winners.
public struct RewardOffer: Hashable, Sendable {
    public let kind: Reward.Kind
    /// Euro cents; nil if the reward is not money.
    public let cents: Int64?
    /// What it is, in words.
    public let nature: String

    public init(kind: Reward.Kind, cents: Int64?, nature: String) {
        self.kind = kind
        self.cents = cents
        self.nature = nature.trimmed
    }

    public static let natureRule = TextRule("rewardNature", 3...300)
    /// The highest amount that can be announced or granted, in cents: one million euros.
    public static let highestAmount: Int64 = 100_000_000

    /// What has to be mended.
    public var problems: [Problem] {
        var problems = [Self.natureRule.problem(in: nature)].compactMap(\.self)
        if let cents, !(1...Self.highestAmount).contains(cents) {
            problems.append(
                Problem(field: "rewardAmount", code: .outOfRange, limit: Int(Self.highestAmount / 100)))
        }
        return problems
    }
}

extension RewardOffer {
    /// What to propose for one of `winners` who wait for their reward after `granted` others got theirs: all that was
    /// announced if nobody has to share it, otherwise nothing but its kind. How a sum is shared is for people to say,
    /// and the announcement of the whole must not be published as the part of one.
    public func proposal(granted: Int, winners: Int) -> RewardOffer {
        let isShared = granted > 0 || (cents != nil && winners > 1)
        return isShared ? RewardOffer(kind: kind, cents: nil, nature: "") : self
    }
}

/// What a winner really gets.
public struct Reward: Sendable {
    public let id: RewardID
    public let idea: IdeaID
    /// Nil once the winner deleted their account.
    public let winner: Member?
    public let offer: RewardOffer
    public let state: State
    public let grantedAt: Timestamp

    public init(
        id: RewardID, idea: IdeaID, winner: Member?, offer: RewardOffer, state: State, grantedAt: Timestamp
    ) {
        self.id = id
        self.idea = idea
        self.winner = winner
        self.offer = offer
        self.state = state
        self.grantedAt = grantedAt
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case prize
        case gift
        case voucher
        case donation
        case invitation
        case recognition
        case points
    }

    /// How far the reward is on its way, in this order.
    public enum State: String, CaseIterable, Hashable, Sendable {
        case granted
        case notified
        case delivered

        /// The state that comes after, or nil at the end.
        public var next: State? {
            switch self {
            case .granted: .notified
            case .notified: .delivered
            case .delivered: nil
            }
        }
    }

    /// Why the reward cannot go on to `state`, or nil.
    public func advanceRefusal(to state: State, for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        if let refusal = challenge.rewardRefusal(for: viewer) { return refusal }
        return self.state.next == state ? nil : .conflict(.rewardOutOfOrder)
    }
}

extension Challenge {
    /// Why `viewer` may not grant rewards of this challenge, or nil.
    public func rewardRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        return viewer.grantsRewards(of: id) ? nil : .forbidden(.staffOnly)
    }

    /// Why `viewer` may not grant any reward for `idea`, or nil. `hasReward`: this idea has its reward already.
    public func grantRefusal(for idea: Idea, hasReward: Bool, by viewer: Viewer) -> Refusal? {
        if let refusal = rewardRefusal(for: viewer) { return refusal }
        guard content.reward != nil else { return .conflict(.noRewardAnnounced) }
        guard idea.decision == .winner else { return .conflict(.notAWinner) }
        return hasReward ? .conflict(.rewardAlreadyGranted) : nil
    }

    /// Why `viewer` may not grant `offer` for `idea`, or nil. `granted` are the cents already granted and
    /// `hasReward` whether this idea has its reward already.
    public func grantRefusal(
        of offer: RewardOffer, for idea: Idea, granted: Int64, hasReward: Bool, by viewer: Viewer
    ) -> Refusal? {
        if let refusal = grantRefusal(for: idea, hasReward: hasReward, by: viewer) { return refusal }
        let problems = offer.problems
        guard problems.isEmpty else { return .invalid(problems) }
        if let cents = offer.cents {
            let budget = content.reward?.cents ?? 0
            guard granted + cents <= budget else {
                return .invalid(
                    "rewardAmount", .moreThanAnnounced, limit: Int(max(0, budget - granted) / 100))
            }
        }
        return nil
    }
}
