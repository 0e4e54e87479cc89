/// What a challenge announces for its winners.
public struct RewardOffer: Hashable, Sendable {
    public let kind: Reward.Kind
    /// Euro cents; nil if the reward is not money.
    public let cents: Int64?
    /// What it is, in words.
    public let nature: String
    /// How many points, of a reward in points that is proposed for somebody; nil otherwise.
    public let points: Int64?

    public init(kind: Reward.Kind, cents: Int64?, nature: String, points: Int64? = nil) {
        self.kind = kind
        self.cents = cents
        self.nature = nature.trimmed
        self.points = points
    }

    public static let natureRule = TextRule("rewardNature", 3...300)
    /// The highest amount that can be announced or granted, in cents: one million euros.
    public static let highestAmount: Int64 = 100_000_000
    /// The most points that one reward may have.
    public static let mostPoints: Int64 = 1_000

    /// What has to be mended.
    public var problems: [Problem] {
        var problems = [Self.natureRule.problem(in: nature)].compactMap(\.self)
        if let cents, !(1...Self.highestAmount).contains(cents) {
            problems.append(
                Problem(field: "rewardAmount", code: .outOfRange, limit: Int(Self.highestAmount / 100)))
        }
        return problems
    }

    /// What has to be mended before it can be proposed for somebody: points are a number, and no money.
    public var proposalProblems: [Problem] {
        guard kind == .points else { return problems }
        let money = cents.map { _ in Problem(field: "rewardAmount", code: .notForPoints) }
        let number: Problem? =
            switch points {
            case nil: Problem(field: "rewardPoints", code: .missing)
            case let points? where (1...Self.mostPoints).contains(points): nil
            default: Problem(field: "rewardPoints", code: .outOfRange, limit: Int(Self.mostPoints))
            }
        return [money, number].compactMap(\.self) + problems
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

/// What a winner gets, from the proposal to the end.
public struct Reward: Sendable {
    public let id: RewardID
    public let idea: IdeaID
    /// Nil once the winner deleted their account.
    public let winner: Member?
    public let instalment: Instalment
    public let offer: RewardOffer
    public let state: State
    /// Who proposed it: somebody else approves it.
    public let proposer: MemberID
    public let proposedAt: Timestamp
    /// Days in which it is to be claimed once its winner was told.
    public let claimDays: Int
    /// The last day on which it can be claimed; nil until its winner was told.
    public let claimUntil: Day?

    public init(
        id: RewardID, idea: IdeaID, winner: Member?, instalment: Instalment = .whole, offer: RewardOffer,
        state: State, proposer: MemberID, proposedAt: Timestamp, claimDays: Int = RewardPlan.usualClaimDays,
        claimUntil: Day? = nil
    ) {
        self.id = id
        self.idea = idea
        self.winner = winner
        self.instalment = instalment
        self.offer = offer
        self.state = state
        self.proposer = proposer
        self.proposedAt = proposedAt
        self.claimDays = claimDays
        self.claimUntil = claimUntil
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

    /// Which part of what an idea won it is.
    public enum Instalment: String, CaseIterable, Hashable, Sendable {
        /// All of it.
        case whole
        /// What is due at the decision.
        case decision
        /// What is due once the idea is delivered.
        case delivery
    }

    /// How far the reward is on its way.
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// Its money is set aside; a second person decides.
        case proposed
        case refused
        case approved
        /// Its winner was told, and can claim it.
        case notified
        case delivered
        case closed
        /// Nobody claimed it in time: it went back to the budget.
        case unclaimed

        /// The states that may come after.
        public var next: [State] {
            switch self {
            case .proposed: [.approved, .refused]
            case .approved: [.notified]
            case .notified: [.delivered, .unclaimed]
            case .delivered: [.closed]
            case .refused, .closed, .unclaimed: []
            }
        }

        /// Whether it was granted: what is only proposed is a matter among those who decide.
        public var isGranted: Bool { self != .proposed && self != .refused }

        /// Whether everybody may read of it: nobody should learn from a list that they won.
        public var isPublic: Bool { isGranted && self != .approved }

        /// Whether something is still to be done.
        public var isOpen: Bool { !next.isEmpty }
    }
}

/// One author's part of a reward.
public struct RewardPart: Sendable {
    /// Nil once the account is gone.
    public let member: Member?
    public let number: MemberID
    public let weight: Int64
    /// Cents; nil if the reward is not money.
    public let cents: Int64?
    public let claimedAt: Timestamp?
    /// When it went back to the budget, because nobody claimed it.
    public let returnedAt: Timestamp?

    public init(
        member: Member?, number: MemberID, weight: Int64, cents: Int64?, claimedAt: Timestamp?,
        returnedAt: Timestamp?
    ) {
        self.member = member
        self.number = number
        self.weight = weight
        self.cents = cents
        self.claimedAt = claimedAt
        self.returnedAt = returnedAt
    }

    /// Whether it is still to be handed over, or was.
    public var stands: Bool { returnedAt == nil }
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

    /// Why `viewer` may not propose `offer` for `idea`, or nil. `left` are the cents of the budget that nobody has, and
    /// `hasReward` whether this idea has its reward already.
    public func grantRefusal(
        of offer: RewardOffer, for idea: Idea, left: Int64, hasReward: Bool, by viewer: Viewer
    ) -> Refusal? {
        if let refusal = grantRefusal(for: idea, hasReward: hasReward, by: viewer) { return refusal }
        let problems = offer.proposalProblems
        guard problems.isEmpty else { return .invalid(problems) }
        if let cents = offer.cents, cents > left {
            return .invalid("rewardAmount", .moreThanAnnounced, limit: Int(max(0, left) / 100))
        }
        return nil
    }
}
