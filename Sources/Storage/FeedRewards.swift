import Domain

// What is granted, as subscribers are told.

extension Look {
    /// Rewards as the list of rewards has them, told at the moment at which their winners were.
    func rewardEvents(_ scope: FeedScope, _ limit: Int) throws -> [FeedEvent] {
        let order = if case .idea = scope { "r.id" } else { "r.proposed_at DESC, r.id" }
        return try db.rows(
            """
            SELECT e.happened_at, c.id, c.title, i.id, i.title, \(Self.feedAuthors), r.nature, r.id, r.kind, r.cents,
                (SELECT sum(rp.points) FROM reward_points rp WHERE rp.reward_id = r.id)
            FROM \(Self.rewardTables) CROSS JOIN reward_event e ON e.reward_id = r.id AND e.state = 'notified'
            WHERE \(Self.publicReward) AND i.visibility = 'public'
                AND \(condition(scope, challenge: "r.challenge_id", idea: "r.idea_id"))
            ORDER BY \(order) DESC LIMIT ?
            """, limit
        ) { row in
            FeedEvent(
                kind: .rewarded(
                    row.id(9),
                    RewardOffer(
                        kind: try row.word(10), cents: row.intOrNil(11), nature: row.text(8),
                        points: row.intOrNil(12))),
                happenedAt: row.time(0), challenge: row.id(1), challengeTitle: row.text(2), idea: row.id(3),
                ideaTitle: row.text(4), author: row.member(5), text: row.text(8))
        }
    }
}
