public import Domain

/// One thing that somebody got: a line of their statement.
public struct StatementLine: Sendable {
    public let reward: RewardID
    public let at: Timestamp
    public let kind: Reward.Kind
    public let nature: String
    public let cents: Int64?
    public let proof: String
    public let ideaTitle: String
    public let challengeTitle: String
}

/// What one person got in a year, for those who declare it.
public struct YearlySum: Sendable {
    public let number: MemberID
    /// Nil once the account is gone.
    public let member: Member?
    public let status: ParticipantStatus
    /// What was handed over, money or not.
    public let count: Int
    /// What of it was money, in cents.
    public let cents: Int64
}

extension Look {
    /// What the viewer was handed over from `start` until before `end`, oldest first.
    public func ownStatement(from start: Timestamp, until end: Timestamp) throws -> [StatementLine] {
        _ = try viewer.requireMember()
        return try db.rows(
            """
            SELECT r.id, e.happened_at, r.kind, r.nature, s.cents, e.note, i.title, c.title
            FROM reward_part s CROSS JOIN reward r ON r.id = s.reward_id
            CROSS JOIN reward_event e ON e.reward_id = r.id AND e.state = 'delivered'
            CROSS JOIN idea i ON i.id = r.idea_id CROSS JOIN challenge c ON c.id = r.challenge_id
            WHERE s.member_id = :viewer AND s.returned_at IS NULL AND e.happened_at >= ? AND e.happened_at < ?
            ORDER BY e.happened_at, r.id
            """, start, end
        ) { row in
            StatementLine(
                reward: row.id(0), at: row.time(1), kind: try row.word(2), nature: row.text(3),
                cents: row.intOrNil(4), proof: row.text(5), ideaTitle: row.text(6),
                challengeTitle: row.text(7))
        }
    }

    /// What everybody was handed over from `start` until before `end` in the challenges that the viewer looks after, by
    /// status and then the greatest sum first.
    public func yearlySums(from start: Timestamp, until end: Timestamp) throws -> [YearlySum] {
        try requireRegister()
        let rows = try db.rows(
            """
            SELECT p.id, p.pseudonym, p.is_staff, s.cents,
                coalesce(q.status, CASE WHEN p.is_staff THEN 'employee' ELSE 'client' END)
            FROM reward_event e CROSS JOIN reward r ON r.id = e.reward_id
            CROSS JOIN challenge c ON c.id = r.challenge_id CROSS JOIN reward_part s ON s.reward_id = r.id
            CROSS JOIN member p ON p.id = s.member_id LEFT JOIN participant_status q ON q.member_id = p.id
            WHERE e.state = 'delivered' AND e.happened_at >= ? AND e.happened_at < ? AND s.returned_at IS NULL
                AND \(challengeIsHeld(by: .rewardOfficer))
            """, start, end
        ) { row in
            YearlySum(
                number: row.id(0), member: row.member(0), status: try row.word(4), count: 1,
                cents: row.intOrNil(3) ?? 0)
        }
        return Dictionary(grouping: rows, by: \.number).values.compactMap { own in
            own.first.map {
                YearlySum(
                    number: $0.number, member: $0.member, status: $0.status, count: own.count,
                    cents: own.reduce(0) { $0 + $1.cents })
            }
        }.sorted {
            ($0.status.rawValue, -$0.cents, $0.number.rawValue)
                < ($1.status.rawValue, -$1.cents, $1.number.rawValue)
        }
    }

    /// The lines of the ledger about what the viewer was granted, handed over or not, oldest first.
    public func ownPrizeLines() throws -> [LedgerEntry] {
        let member = try viewer.requireMember()
        guard let account = try db.ledgerAccountNumber(.prizes(of: member.id)) else { return [] }
        let keys = try db.rows(
            """
            SELECT e.key FROM ledger_balance b CROSS JOIN ledger_entry e ON e.seq = b.entry_seq
            WHERE b.account_id = ? AND b.asset = 'EUR' ORDER BY b.entry_seq LIMIT 200
            """, account
        ) { LedgerKey($0.text(0)) }
        return try keys.compactMap(\.self).compactMap { try db.ledgerEntry($0) }
    }
}

extension Store {
    /// Notes what somebody who got a reward is to the insurer. For those who look after the reward.
    public func noteStatus(
        _ status: ParticipantStatus, of person: MemberID, for reward: RewardID, by member: MemberID,
        at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let detail = try acting.look.reward(reward)
            guard detail.parts.contains(where: { $0.number == person }) else { throw Refusal.notFound }
            try acting.db.execute(
                """
                INSERT INTO participant_status (member_id, status, noted_by, noted_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (member_id) DO UPDATE SET status = excluded.status, noted_by = excluded.noted_by,
                    noted_at = excluded.noted_at
                """, person, status.rawValue, member, now)
        }
    }
}
