public import Domain

/// That somebody was told of a reward of theirs, or that it was handed over.
public struct RewardNews: Sendable {
    public let ideaTitle: String
    public let challengeTitle: String
    /// The viewer's own part.
    public let offer: RewardOffer
    /// Told or handed over.
    public let state: Reward.State
    /// The last day on which it can be claimed.
    public let claimUntil: Day?
    public let happenedAt: Timestamp
}

extension Look {
    /// What happened to the viewer's rewards, by the number of what happened; `numbers` is a list as JSON.
    func rewardNews(_ numbers: String) throws -> [Int64: RewardNews] {
        let pairs = try db.rows(
            """
            SELECT x.id, i.title, c.title, r.kind, s.cents, r.nature, x.state, r.claim_until, x.happened_at
            FROM json_each(?) n CROSS JOIN reward_event x ON x.id = n.value CROSS JOIN reward r ON r.id = x.reward_id
            CROSS JOIN reward_part s ON s.reward_id = r.id AND s.member_id = ?
            CROSS JOIN idea i ON i.id = r.idea_id CROSS JOIN challenge c ON c.id = r.challenge_id
            """, numbers, viewerNumber
        ) { row in
            (
                row.int(0),
                RewardNews(
                    ideaTitle: row.text(1), challengeTitle: row.text(2),
                    offer: RewardOffer(kind: try row.word(3), cents: row.intOrNil(4), nature: row.text(5)),
                    state: try row.word(6), claimUntil: row.textOrNil(7).flatMap(Day.init),
                    happenedAt: row.time(8))
            )
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
