public import Domain

/// A granted reward with its idea, for lists.
public struct RewardSummary: Sendable {
    public let reward: Reward
    public let ideaTitle: String
    public let challenge: ChallengeID
    public let challengeTitle: String

    /// The state to which `viewer` may take the reward next, or nil.
    public func next(for viewer: Viewer) -> Reward.State? {
        viewer.grantsRewards(of: challenge) ? reward.state.next : nil
    }
}

/// A winner with all that one needs to grant them what was announced.
public struct RewardToGrant: Sendable {
    public let idea: Idea
    public let challenge: Challenge
    public let announced: RewardOffer
    /// Cents of the announced amount that were not granted yet. Nil if the reward is not money.
    public let left: Int64?
    /// What to propose for this winner.
    public let proposal: RewardOffer
}

/// A winner whose reward waits to be granted.
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

    private static let rewardColumns = rewardColumns(cents: "r.cents")

    private static func rewardColumns(cents: String) -> String {
        """
        r.id, r.idea_id, p.id, \(Self.ideaAuthors), p.is_staff,
        r.kind, \(cents), r.nature, r.state, r.granted_at, i.title, c.id, c.title
        """
    }

    private static let rewardTables = """
        reward r CROSS JOIN idea i ON i.id = r.idea_id CROSS JOIN challenge c ON c.id = r.challenge_id
        CROSS JOIN member p ON p.id = r.member_id
        """

    private static func makeReward(_ row: borrowing Row) throws -> RewardSummary {
        RewardSummary(
            reward: Reward(
                id: row.id(0), idea: row.id(1), winner: row.member(2),
                offer: RewardOffer(kind: try row.word(5), cents: row.intOrNil(6), nature: row.text(7)),
                state: try row.word(8), grantedAt: row.time(9)),
            ideaTitle: row.text(10), challenge: row.id(11), challengeTitle: row.text(12))
    }

    /// The reward of an idea that the viewer may see.
    func reward(for idea: IdeaID) throws -> Reward? {
        try db.one(
            "SELECT \(Self.rewardColumns) FROM \(Self.rewardTables) WHERE r.idea_id = ?", idea,
            make: Self.makeReward
        )?.reward
    }

    /// The rewards granted in `challenge`, or in all challenges that the viewer may see, newest first. Those of ideas
    /// that are not public are for reward officers alone.
    public func rewards(in challenge: ChallengeID? = nil, page: Int = 1) throws -> ListPage<RewardSummary> {
        let size = Self.rewardsPerPage
        var condition =
            "\(challengeIsVisible) AND (i.visibility = 'public' OR \(challengeIsHeld(by: .rewardOfficer)))"
        if challenge != nil { condition += " AND r.challenge_id = ?" }
        let found = try db.rows(
            """
            SELECT \(Self.rewardColumns) FROM \(Self.rewardTables)
            WHERE \(condition) ORDER BY r.granted_at DESC, r.id DESC LIMIT ? OFFSET ?
            """, with: (challenge.map { [$0] } ?? []) + [size + 1, (max(1, page) - 1) * size],
            make: Self.makeReward)
        return ListPage(fetched: found, number: max(1, page), size: size)
    }

    /// What one needs to grant the reward of `id`. Throws the refusal of `Challenge.grantRefusal`, and `notFound` to
    /// those who have no desk.
    public func rewardToGrant(for id: IdeaID) throws -> RewardToGrant {
        try requireDesk()
        let (idea, challenge) = try ideaInChallenge(id)
        try refuse(challenge.grantRefusal(for: idea, hasReward: try reward(for: id) != nil, by: viewer))
        guard let announced = challenge.content.reward else { throw Refusal.conflict(.noRewardAnnounced) }
        let granted = try centsGranted(in: challenge.id)
        let winners = try db.one(
            """
            SELECT count(*) FROM idea i WHERE i.challenge_id = ? AND i.visibility = 'public'
                AND i.decision = 'winner' AND NOT EXISTS (SELECT 1 FROM reward r WHERE r.idea_id = i.id)
            """, challenge.id
        ) { $0.count(0) }
        let rewarded = try db.one("SELECT count(*) FROM reward WHERE challenge_id = ?", challenge.id) {
            $0.count(0)
        }
        return RewardToGrant(
            idea: idea, challenge: challenge, announced: announced,
            left: announced.cents.map { max(0, $0 - granted) },
            proposal: announced.proposal(granted: rewarded ?? 0, winners: winners ?? 1))
    }

    /// The viewer's own rewards, newest first; of one that several share, their part.
    public func ownRewards() throws -> [RewardSummary] {
        let part = """
            coalesce((SELECT s.cents FROM reward_part s WHERE s.reward_id = r.id AND s.member_id = :viewer), r.cents)
            """
        return try db.rows(
            """
            SELECT \(Self.rewardColumns(cents: part)) FROM \(Self.rewardTables)
            WHERE r.id IN (SELECT o.id FROM reward o WHERE o.member_id = :viewer
                UNION ALL SELECT o.reward_id FROM reward_part o WHERE o.member_id = :viewer)
            ORDER BY r.granted_at DESC, r.id DESC LIMIT 50
            """, make: Self.makeReward)
    }

    /// One reward with its challenge. Throws `Refusal.notFound` unless the viewer may see the challenge and the idea,
    /// or grants its rewards.
    public func reward(_ id: RewardID) throws -> (summary: RewardSummary, challenge: Challenge) {
        let found = try db.one(
            "SELECT \(Self.rewardColumns) FROM \(Self.rewardTables) WHERE r.id = ?", id, make: Self.makeReward
        )
        guard let found else { throw Refusal.notFound }
        let challenge = try challenge(found.challenge)
        if challenge.rewardRefusal(for: viewer) != nil { _ = try ideaInChallenge(found.reward.idea) }
        return (found, challenge)
    }

    /// Winners of the viewer's challenges whose announced reward was not granted yet.
    public func unrewardedWinners() throws -> [UnrewardedWinner] {
        try db.rows(
            """
            SELECT i.id, i.title, p.id, \(Self.ideaAuthors), p.is_staff,
                c.id, c.title, c.reward_kind, c.reward_cents, c.reward_nature
            FROM idea i CROSS JOIN challenge c ON c.id = i.challenge_id CROSS JOIN member p ON p.id = i.author_id
            WHERE i.decision = 'winner' AND c.reward_kind IS NOT NULL AND i.visibility = 'public'
                AND NOT EXISTS (SELECT 1 FROM reward r WHERE r.idea_id = i.id)
                AND \(challengeIsHeld(by: .rewardOfficer))
            ORDER BY i.decided_at DESC LIMIT 50
            """
        ) { row in
            UnrewardedWinner(
                idea: row.id(0), ideaTitle: row.text(1), author: row.member(2), challenge: row.id(5),
                challengeTitle: row.text(6),
                offer: RewardOffer(kind: try row.word(7), cents: row.intOrNil(8), nature: row.text(9)))
        }
    }

    /// Cents granted so far in `challenge`.
    public func centsGranted(in challenge: ChallengeID) throws -> Int64 {
        try db.one("SELECT coalesce(sum(cents), 0) FROM reward WHERE challenge_id = ?", challenge) {
            $0.int(0)
        } ?? 0
    }
}

extension Store {
    /// Grants a winner the announced reward, or the part of it that `offer` says; several authors share it as they agreed.
    ///
    /// Throws the refusal of `Challenge.grantRefusal`.
    public func grantReward(_ offer: RewardOffer, for id: IdeaID, by member: MemberID, at now: Timestamp)
        async throws
        -> RewardID
    {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(
                challenge.grantRefusal(
                    of: offer, for: idea, granted: try acting.look.centsGranted(in: challenge.id),
                    hasReward: try acting.look.reward(for: id) != nil, by: acting.viewer))
            let place = try acting.look.authorship(of: idea, in: challenge)
            guard let first = place.authors.first else { throw Refusal.notFound }
            let number = try acting.db.insert(
                """
                INSERT INTO reward (challenge_id, idea_id, member_id, kind, cents, nature, state, granted_by, granted_at)
                VALUES (?, ?, ?, ?, ?, ?, 'granted', ?, ?)
                """, challenge.id, id, first.id, offer.kind.rawValue, offer.cents, offer.nature, member, now)
            try acting.share(offer.cents, of: RewardID(number), for: id, as: place, in: challenge)
            return Identifier(number)
        }
    }

    /// Notes that a reward went one state further.
    public func advanceReward(_ id: RewardID, to state: Reward.State, by member: MemberID, at now: Timestamp)
        async throws
    {
        try await act(by: member, at: now) { acting in
            let (found, challenge) = try acting.look.reward(id)
            try refuse(found.reward.advanceRefusal(to: state, for: acting.viewer, in: challenge))
            try acting.db.execute("UPDATE reward SET state = ? WHERE id = ?", state.rawValue, id)
        }
    }
}
