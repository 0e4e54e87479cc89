public import Domain

/// One reward with all that those who look after it have to know.
public struct RewardDetail: Sendable {
    public let summary: RewardSummary
    public let challenge: Challenge
    public let parts: [RewardPart]
    /// What each of them is to the insurer.
    public let statuses: [MemberID: ParticipantStatus]
    /// What happened, the last first.
    public let steps: [Step]
    /// Whether the idea became what was promised.
    public let isIdeaDelivered: Bool

    public var reward: Reward { summary.reward }

    /// One thing that happened to it.
    public struct Step: Sendable {
        public let state: Reward.State
        /// Nil once the account is gone.
        public let by: Member?
        public let note: String
        public let at: Timestamp
    }

    /// Why `viewer` may not take the reward to `state` on `today`, or nil.
    public func refusal(to state: Reward.State, for viewer: Viewer, on today: Day) -> Refusal? {
        reward.advanceRefusal(
            to: state, for: viewer, in: challenge, parts: parts, isIdeaDelivered: isIdeaDelivered, on: today)
    }
}

/// What is kept of the rewards of one challenge.
public struct ChallengeRewards: Sendable {
    public let challenge: Challenge
    public let plan: RewardPlan
    public let budget: RewardBudget
    /// For whom nothing was proposed yet.
    public let winners: [UnrewardedWinner]
    public let rewards: [RewardSummary]

    /// Whether a winner waits, or a reward for its end.
    public var isOpen: Bool {
        !winners.isEmpty || rewards.contains { $0.reward.state.isOpen && $0.reward.state != .delivered }
    }

    /// Whether the announced money can be divided among the winners in one act: none of it was proposed yet.
    public var canDivide: Bool {
        challenge.announcedCents > 0 && !winners.isEmpty
            && !rewards.contains { $0.reward.state != .refused }
    }
}

/// The budget of one challenge, for lists.
public struct BudgetSummary: Sendable {
    public let challenge: ChallengeID
    public let title: String
    public let standing: Challenge.Standing
    public let announced: Int64
    public let budget: RewardBudget
}

extension Look {
    /// Throws unless the viewer keeps the register of rewards.
    public func requireRegister() throws {
        try refuse(viewer.registerRefusal)
    }

    /// The rewards in `states` of the challenges that the viewer looks after, newest first.
    public func rewardRegister(in state: Reward.State?, page: Int = 1) throws -> ListPage<RewardSummary> {
        try requireRegister()
        let size = Self.rewardsPerPage
        let condition = state.map { "r.state = '\($0.rawValue)' AND " } ?? ""
        let found = try db.rows(
            """
            SELECT \(Self.rewardColumns) FROM \(Self.rewardTables)
            WHERE \(condition)\(challengeIsHeld(by: .rewardOfficer))
            ORDER BY r.proposed_at DESC, r.id DESC LIMIT ? OFFSET ?
            """, size + 1, (max(1, page) - 1) * size, make: Self.makeReward)
        return ListPage(fetched: found, number: max(1, page), size: size)
    }

    /// How many proposals wait for the viewer, who may not approve their own; at most `limit`. Nil for those who approve
    /// nothing.
    public func approvalCount(limit: Int) throws -> Int? {
        guard viewer.holds(.rewardOfficer) else { return nil }
        return try db.one(
            """
            SELECT count(*) FROM (SELECT 1 FROM reward r CROSS JOIN challenge c ON c.id = r.challenge_id
                WHERE r.state = 'proposed' AND r.proposed_by <> :viewer AND \(challengeIsApproved)
                ORDER BY r.proposed_at DESC LIMIT \(limit))
            """
        ) { $0.count(0) }
    }

    /// The SQL condition under which the viewer approves rewards of challenge `c`.
    private var challengeIsApproved: String {
        if viewer.isAdministrator || viewer.rolesEverywhere.contains(.rewardOfficer) { return "TRUE" }
        let own = viewer.rolesByChallenge.filter { $0.value.contains(.rewardOfficer) }.keys
        guard !own.isEmpty else { return "FALSE" }
        return "c.id IN (\(own.map(\.description).sorted().joined(separator: ", ")))"
    }

    /// The budgets of the challenges that the viewer looks after and that announce money, the newest first.
    public func rewardBudgets() throws -> [BudgetSummary] {
        try requireRegister()
        return try db.rows(
            """
            SELECT c.id, c.title, c.standing, c.reward_cents FROM challenge c
            WHERE c.reward_cents > 0 AND \(challengeIsHeld(by: .rewardOfficer))
            ORDER BY c.published_at DESC, c.id DESC LIMIT 100
            """
        ) { row in
            BudgetSummary(
                challenge: row.id(0), title: row.text(1), standing: try row.word(2), announced: row.int(3),
                budget: try db.rewardBudget(of: row.id(0)))
        }
    }

    /// One reward for those who look after it. Throws `Refusal.notFound` to others.
    public func reward(_ id: RewardID) throws -> RewardDetail {
        try requireRegister()
        let found = try db.one(
            "SELECT \(Self.rewardColumns) FROM \(Self.rewardTables) WHERE r.id = ?", id, make: Self.makeReward
        )
        guard let found else { throw Refusal.notFound }
        let challenge = try challenge(found.challenge)
        if challenge.rewardRefusal(for: viewer) != nil { throw Refusal.notFound }
        let parts = try db.rewardParts(of: id)
        return RewardDetail(
            summary: found, challenge: challenge, parts: parts.map(\.part),
            statuses: Dictionary(parts.map { ($0.part.number, $0.status) }) { first, _ in first },
            steps: try db.rows(
                """
                SELECT e.state, p.id, p.pseudonym, p.is_staff, e.note, e.happened_at
                FROM reward_event e JOIN member p ON p.id = e.by_id WHERE e.reward_id = ? ORDER BY e.id DESC
                """, id
            ) { row in
                RewardDetail.Step(
                    state: try row.word(0), by: row.member(1), note: row.text(4), at: row.time(5))
            },
            isIdeaDelivered: try db.isDelivered(found.reward.idea))
    }

    /// What is kept of the rewards of a challenge, for those who look after it. Throws `Refusal.notFound` to others.
    public func challengeRewards(_ id: ChallengeID) throws -> ChallengeRewards {
        try requireRegister()
        let challenge = try challenge(id)
        if challenge.rewardRefusal(for: viewer) != nil { throw Refusal.notFound }
        return ChallengeRewards(
            challenge: challenge, plan: try rewardPlan(of: challenge), budget: try db.rewardBudget(of: id),
            winners: try winners(of: challenge),
            rewards: try db.rows(
                """
                SELECT \(Self.rewardColumns) FROM \(Self.rewardTables)
                WHERE r.challenge_id = ? ORDER BY r.proposed_at DESC, r.id DESC LIMIT 200
                """, id, make: Self.makeReward))
    }

    /// How the money of a challenge is divided.
    public func rewardPlan(of challenge: Challenge) throws -> RewardPlan {
        try db.one(
            "SELECT weights, decision_bps, claim_days FROM reward_plan WHERE challenge_id = ?", challenge.id
        ) { row in
            RewardPlan(
                weights: row.text(0).split(separator: ",").compactMap { Int64($0) }, decisionBps: row.int(1),
                claimDays: row.count(2))
        } ?? .usual
    }

    /// What is set aside for the winners of a challenge. For those who look after it.
    public func rewardBudget(of challenge: Challenge) throws -> RewardBudget {
        try refuse(challenge.rewardRefusal(for: viewer))
        return try db.rewardBudget(of: challenge.id)
    }
}

extension Reading {
    /// Who gets what of a reward, and what they are to the insurer.
    func rewardParts(of reward: RewardID) throws -> [(part: RewardPart, status: ParticipantStatus)] {
        try rows(
            """
            SELECT p.id, \(Look.authorName), p.is_staff, s.weight, s.cents, s.claimed_at, s.returned_at,
                coalesce(q.status, CASE WHEN p.is_staff THEN 'employee' ELSE 'client' END)
            FROM reward_part s CROSS JOIN reward r ON r.id = s.reward_id
            CROSS JOIN challenge c ON c.id = r.challenge_id CROSS JOIN member p ON p.id = s.member_id
            LEFT JOIN participant_status q ON q.member_id = s.member_id
            WHERE s.reward_id = ? ORDER BY s.member_id
            """, reward
        ) { row in
            (
                RewardPart(
                    member: row.member(0), number: row.id(0), weight: row.int(3), cents: row.intOrNil(4),
                    claimedAt: row.timeOrNil(5), returnedAt: row.timeOrNil(6)), try row.word(7)
            )
        }
    }

    /// Whether an idea became what was promised: it was decided so, or every step of its follow-up is done.
    func isDelivered(_ idea: IdeaID) throws -> Bool {
        try exists(
            """
            SELECT 1 FROM idea i WHERE i.id = ? AND (i.decision = 'implemented'
                OR (EXISTS (SELECT 1 FROM milestone m WHERE m.idea_id = i.id)
                    AND NOT EXISTS (SELECT 1 FROM milestone m WHERE m.idea_id = i.id AND m.done_at IS NULL)))
            """, idea)
    }
}
