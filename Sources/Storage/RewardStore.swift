public import Domain

/// A reward with its idea, for lists.
public struct RewardSummary: Sendable {
    public let reward: Reward
    public let ideaTitle: String
    public let challenge: ChallengeID
    public let challengeTitle: String
}

/// A reward of one's own, with one's part of it.
public struct OwnReward: Sendable {
    public let summary: RewardSummary
    public let part: RewardPart
    /// When it was handed over, and what shows it.
    public let delivery: Delivery?

    /// That something was handed over.
    public struct Delivery: Sendable {
        public let at: Timestamp
        public let proof: String
    }
}

/// A winner with all that one needs to propose what was announced for them.
public struct RewardToGrant: Sendable {
    public let idea: Idea
    public let challenge: Challenge
    public let announced: RewardOffer
    public let plan: RewardPlan
    /// Cents of the budget that nobody has. Nil if the reward is not money.
    public let left: Int64?
    /// What to propose for this winner.
    public let proposal: RewardOffer
}

/// A winner whose reward waits to be proposed.
public struct UnrewardedWinner: Sendable {
    public let idea: IdeaID
    public let ideaTitle: String
    public let author: Member?
    public let challenge: ChallengeID
    public let challengeTitle: String
    public let offer: RewardOffer
}

extension Look {
    /// Rewards on one page of a list.
    public static let rewardsPerPage = 30

    static let rewardColumns = """
        r.id, r.idea_id, p.id, \(Self.ideaAuthors), p.is_staff,
        r.kind, r.cents, r.nature, r.state, r.proposed_at, i.title, c.id, c.title, r.instalment, r.proposed_by,
        r.claim_days, r.claim_until,
        (SELECT sum(rp.points) FROM reward_points rp WHERE rp.reward_id = r.id)
        """
    /// How many columns these are.
    static let rewardWidth = 18

    static let rewardTables = """
        reward r CROSS JOIN idea i ON i.id = r.idea_id CROSS JOIN challenge c ON c.id = r.challenge_id
        CROSS JOIN member p ON p.id = r.member_id
        """

    /// The states of which everybody may read.
    static let publicReward = "r.state NOT IN ('proposed', 'refused', 'approved')"

    /// What of an idea's rewards lists show beside it: one row at most, with the sum of its instalments.
    static let shownReward = """
        LEFT JOIN reward r ON r.idea_id = i.id AND r.instalment <> 'delivery' AND \(publicReward)
        """
    static let shownRewardColumns = """
        r.kind, (SELECT sum(x.cents) FROM reward x WHERE x.idea_id = r.idea_id
            AND x.state IN ('notified', 'delivered', 'closed', 'unclaimed')), r.nature
        """

    static func makeReward(_ row: borrowing Row) throws -> RewardSummary {
        RewardSummary(
            reward: Reward(
                id: row.id(0), idea: row.id(1), winner: row.member(2), instalment: try row.word(13),
                offer: RewardOffer(
                    kind: try row.word(5), cents: row.intOrNil(6), nature: row.text(7),
                    points: row.intOrNil(17)),
                state: try row.word(8), proposer: row.id(14), proposedAt: row.time(9),
                claimDays: row.count(15), claimUntil: row.textOrNil(16).flatMap(Day.init)),
            ideaTitle: row.text(10), challenge: row.id(11), challengeTitle: row.text(12))
    }

    /// What everybody may know of the rewards of an idea that the viewer may see, the first instalment first.
    func rewards(for idea: IdeaID) throws -> [Reward] {
        try db.rows(
            """
            SELECT \(Self.rewardColumns) FROM \(Self.rewardTables)
            WHERE r.idea_id = ? AND \(Self.publicReward) ORDER BY r.id
            """, idea, make: { try Self.makeReward($0).reward })
    }

    /// Whether a reward of the idea was proposed, and not refused.
    func hasReward(_ idea: IdeaID) throws -> Bool {
        try db.exists("SELECT 1 FROM reward WHERE idea_id = ? AND state <> 'refused'", idea)
    }

    /// The rewards granted in all challenges that the viewer may see, or in `challenge`, once their winners were told,
    /// newest first. Those of ideas that are not public are for reward officers alone.
    public func rewards(in challenge: ChallengeID? = nil, page: Int = 1) throws -> ListPage<RewardSummary> {
        let size = Self.rewardsPerPage
        var condition = """
            \(challengeIsVisible) AND \(Self.publicReward)
            AND (i.visibility = 'public' OR \(challengeIsHeld(by: .rewardOfficer)))
            """
        if challenge != nil { condition += " AND r.challenge_id = ?" }
        let found = try db.rows(
            """
            SELECT \(Self.rewardColumns) FROM \(Self.rewardTables)
            WHERE \(condition) ORDER BY r.proposed_at DESC, r.id DESC LIMIT ? OFFSET ?
            """, with: (challenge.map { [$0] } ?? []) + [size + 1, (max(1, page) - 1) * size],
            make: Self.makeReward)
        return ListPage(fetched: found, number: max(1, page), size: size)
    }

    /// What one needs to propose the reward of `id`. Throws the refusal of `Challenge.grantRefusal`, and `notFound` to
    /// those who have no desk.
    public func rewardToGrant(for id: IdeaID) throws -> RewardToGrant {
        try requireDesk()
        let (idea, challenge) = try ideaInChallenge(id)
        try refuse(challenge.grantRefusal(for: idea, hasReward: try hasReward(id), by: viewer))
        guard let announced = challenge.content.reward else { throw Refusal.conflict(.noRewardAnnounced) }
        let rewarded = try db.one(
            """
            SELECT count(*) FROM reward
            WHERE challenge_id = ? AND state <> 'refused' AND instalment <> 'delivery'
            """, challenge.id
        ) { $0.count(0) }
        return RewardToGrant(
            idea: idea, challenge: challenge, announced: announced, plan: try rewardPlan(of: challenge),
            left: try announced.cents.map { _ in try db.rewardBudget(of: challenge.id).left },
            proposal: announced.proposal(
                granted: rewarded ?? 0, winners: try winners(of: challenge).count))
    }

    /// The viewer's own rewards once they were granted, newest first, with their part of each.
    public func ownRewards() throws -> [OwnReward] {
        try db.rows(
            """
            SELECT \(Self.rewardColumns), s.weight, s.cents, s.claimed_at, s.returned_at, e.happened_at, e.note
            FROM reward_part s CROSS JOIN reward r ON r.id = s.reward_id CROSS JOIN idea i ON i.id = r.idea_id
            CROSS JOIN challenge c ON c.id = r.challenge_id CROSS JOIN member p ON p.id = r.member_id
            LEFT JOIN reward_event e ON e.reward_id = r.id AND e.state = 'delivered'
            WHERE s.member_id = :viewer AND r.state NOT IN ('proposed', 'refused')
            ORDER BY r.proposed_at DESC, r.id DESC LIMIT 100
            """
        ) { row in
            let width = Self.rewardWidth
            let delivered = row.timeOrNil(width + 4)
            return OwnReward(
                summary: try Self.makeReward(row),
                part: RewardPart(
                    member: viewer.member, number: viewer.member?.id ?? MemberID(0), weight: row.int(width),
                    cents: row.intOrNil(width + 1), claimedAt: row.timeOrNil(width + 2),
                    returnedAt: row.timeOrNil(width + 3)),
                delivery: delivered.map { OwnReward.Delivery(at: $0, proof: row.text(width + 5)) })
        }
    }

    /// Winners of the viewer's challenges for whom nothing was proposed yet.
    public func unrewardedWinners() throws -> [UnrewardedWinner] {
        try db.rows(
            """
            SELECT i.id, i.title, p.id, \(Self.ideaAuthors), p.is_staff,
                c.id, c.title, c.reward_kind, c.reward_cents, c.reward_nature
            FROM idea i CROSS JOIN challenge c ON c.id = i.challenge_id CROSS JOIN member p ON p.id = i.author_id
            WHERE i.decision = 'winner' AND c.reward_kind IS NOT NULL AND i.visibility = 'public'
                AND NOT EXISTS (SELECT 1 FROM reward r WHERE r.idea_id = i.id AND r.state <> 'refused')
                AND \(challengeIsHeld(by: .rewardOfficer))
            ORDER BY i.decided_at DESC LIMIT 50
            """, make: Self.makeWinner)
    }

    /// Winners of one challenge for whom nothing was proposed yet, in the order of their numbers.
    func winners(of challenge: Challenge) throws -> [UnrewardedWinner] {
        guard challenge.content.reward != nil else { return [] }
        return try db.rows(
            """
            SELECT i.id, i.title, p.id, \(Self.ideaAuthors), p.is_staff,
                c.id, c.title, c.reward_kind, c.reward_cents, c.reward_nature
            FROM idea i CROSS JOIN challenge c ON c.id = i.challenge_id CROSS JOIN member p ON p.id = i.author_id
            WHERE i.challenge_id = ? AND i.decision = 'winner' AND i.visibility = 'public'
                AND NOT EXISTS (SELECT 1 FROM reward r WHERE r.idea_id = i.id AND r.state <> 'refused')
            ORDER BY i.number LIMIT 50
            """, challenge.id, make: Self.makeWinner)
    }

    private static func makeWinner(_ row: borrowing Row) throws -> UnrewardedWinner {
        UnrewardedWinner(
            idea: row.id(0), ideaTitle: row.text(1), author: row.member(2), challenge: row.id(5),
            challengeTitle: row.text(6),
            offer: RewardOffer(kind: try row.word(7), cents: row.intOrNil(8), nature: row.text(9)))
    }
}
