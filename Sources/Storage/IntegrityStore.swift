public import Domain

/// A vote that is over, as moderators look through it.
public struct InspectionReading: Sendable {
    public let challenge: Challenge
    public let alerts: [VoteAlert]
    /// Every vote that signals were looked for in.
    public let votes: [CastVote]
    public let titles: [IdeaID: String]
    public let joined: [MemberID: Timestamp]
    /// Ballots that are set aside now, by whose they are.
    public let aside: [MemberID: SetAside]
    /// Everything that was set aside or restored, the latest first.
    public let history: [(id: SetAsideID, entry: SetAside)]
    public let ballotCount: Int
    /// Whether the vote was counted already, for a jury or for the results.
    public let isSettled: Bool
}

/// A ballot of the viewer's own that was set aside.
public struct OwnSetAside: Sendable {
    public let challenge: Challenge
    public let entry: SetAside
    /// Whether the vote was counted already.
    public let isSettled: Bool

    /// Whether it stays as it is: not counted, unless it was restored.
    public var isFinal: Bool { challenge.isCountFinal(isSettled: isSettled) }
}

extension Look {
    /// Entries in the history of a challenge's ballots at most.
    static let mostSetAside = 2_000

    /// The vote of a challenge with what a person should look at. Throws the refusal of `inspectionRefusal`.
    public func inspection(of id: ChallengeID) throws -> InspectionReading {
        let challenge = try challenge(id)
        try refuse(challenge.inspectionRefusal(for: viewer, at: now))
        let ideas = try db.rows(
            "SELECT i.id, i.title, i.submitted_at FROM idea i WHERE i.challenge_id = ? AND i.visibility = 'public'",
            id
        ) { (idea: $0.id(0) as IdeaID, title: $0.text(1), at: $0.timeOrNil(2)) }
        let titles = Dictionary(ideas.map { ($0.idea, $0.title) }) { first, _ in first }
        let votes = try favourableVotes(in: challenge).filter { titles[$0.idea] != nil }
        let joined = Dictionary(
            try db.rows(
                """
                SELECT p.id, p.joined_at FROM ballot b CROSS JOIN member p ON p.id = b.member_id
                WHERE b.challenge_id = ?
                """, id
            ) { ($0.id(0) as MemberID, $0.time(1)) }
        ) { first, _ in first }
        let inspection = VoteInspection(
            votes, joined: joined,
            submitted: Dictionary(ideas.compactMap { idea in idea.at.map { (idea.idea, $0) } }) { first, _ in
                first
            })
        let entries = try db.rows(
            """
            SELECT \(Self.setAsideColumns), s.member_id, s.id FROM ballot_aside s WHERE s.challenge_id = ?
            ORDER BY s.set_at DESC, s.id DESC LIMIT ?
            """, id, Self.mostSetAside
        ) { (member: $0.id(6) as MemberID, id: $0.id(7) as SetAsideID, entry: try Self.makeSetAside($0)) }
        let standing = entries.filter { $0.entry.restoredAt == nil }.map { ($0.member, $0.entry) }
        return InspectionReading(
            challenge: challenge, alerts: inspection.alerts, votes: votes, titles: titles, joined: joined,
            aside: Dictionary(standing) { first, _ in first },
            history: entries.map { (id: $0.id, entry: $0.entry) },
            ballotCount: try db.one("SELECT count(*) FROM ballot WHERE challenge_id = ?", id) { $0.count(0) }
                ?? 0, isSettled: try isVoteSettled(in: id))
    }

    /// Whether the vote of a challenge was counted for good.
    func isVoteSettled(in challenge: ChallengeID) throws -> Bool {
        try db.exists("SELECT 1 FROM selection_step WHERE challenge_id = ? AND kind = 'vote'", challenge)
    }

    /// Votes that lift an idea: supports, tokens, the two best grades. Pairs are dealt by the platform: nobody chooses for
    /// what to vote, and there is nothing to see in when they did.
    private func favourableVotes(in challenge: Challenge) throws -> [CastVote] {
        switch challenge.content.way {
        case .approval, .equalShares:
            try db.rows(
                """
                SELECT v.member_id, v.idea_id, v.cast_at FROM idea i CROSS JOIN vote v ON v.idea_id = i.id
                WHERE i.challenge_id = ? AND NOT EXISTS (
                    SELECT 1 FROM merged_vote w WHERE w.idea_id = v.idea_id AND w.member_id = v.member_id)
                """, challenge.id
            ) { CastVote(voter: $0.id(0), idea: $0.id(1), at: $0.time(2)) }
        case .tokens, .majorityJudgment:
            try db.rows(
                """
                SELECT m.member_id, m.idea_id, m.marked_at FROM mark m
                WHERE m.challenge_id = ? AND m.value >= ? AND m.marked_at IS NOT NULL
                """, challenge.id, challenge.content.way == .majorityJudgment ? Grade.good.rawValue : 1
            ) { CastVote(voter: $0.id(0), idea: $0.id(1), at: $0.time(2)) }
        case .pairwise: []
        }
    }

    private static let setAsideColumns =
        "s.signal, s.reason, s.set_at, s.appeal, s.appealed_at, s.restored_at"

    private static func makeSetAside(_ row: borrowing Row) throws -> SetAside {
        SetAside(
            signal: try row.word(0), reason: row.text(1), at: row.time(2), appeal: row.textOrNil(3),
            appealedAt: row.timeOrNil(4), restoredAt: row.timeOrNil(5))
    }

    /// What was done with the viewer's ballot in a challenge, the latest; nil if it was never set aside.
    public func ownSetAside(in challenge: ChallengeID) throws -> SetAside? {
        try db.one(
            """
            SELECT \(Self.setAsideColumns) FROM ballot_aside s WHERE s.member_id = ? AND s.challenge_id = ?
            ORDER BY s.id DESC LIMIT 1
            """, viewerNumber, challenge, make: Self.makeSetAside)
    }

    /// The viewer's ballot in `challenge`; nil if it was never set aside.
    public func ownSetAside(of challenge: Challenge) throws -> OwnSetAside? {
        guard viewer.member != nil, let entry = try ownSetAside(in: challenge.id) else { return nil }
        return OwnSetAside(
            challenge: challenge, entry: entry, isSettled: try isVoteSettled(in: challenge.id))
    }

    /// The viewer's ballot in a challenge, which was set aside. Throws `Refusal.notFound` if it never was.
    public func setAsideToAnswer(in id: ChallengeID) throws -> OwnSetAside {
        let challenge = try challenge(id)
        _ = try viewer.requireMember()
        guard let own = try ownSetAside(of: challenge) else { throw Refusal.notFound }
        return own
    }

    /// All of the viewer's ballots that are set aside now.
    public func ownSetAsides() throws -> [OwnSetAside] {
        guard viewer.member != nil else { return [] }
        let ids: [ChallengeID] = try db.rows(
            "SELECT s.challenge_id FROM ballot_aside s WHERE s.member_id = ? AND s.restored_at IS NULL",
            viewerNumber
        ) { $0.id(0) }
        return try ids.compactMap { try ownSetAside(of: try challenge($0)) }
    }

    /// Ballots that stay set aside although their owner appealed.
    func contestedSetAsides(in challenge: ChallengeID) throws -> Int {
        try db.one(
            """
            SELECT count(*) FROM ballot_aside s
            WHERE s.challenge_id = ? AND s.appeal IS NOT NULL AND s.restored_at IS NULL
            """, challenge
        ) { $0.count(0) } ?? 0
    }
}

extension Store {
    /// Sets ballots aside: they are not counted unless they are restored. Those that are set aside already stay so.
    ///
    /// Throws the refusal of `settingAsideRefusal`, `.invalid("reason", …)`, or `.invalid("voters", .missing)`.
    public func setAside(
        ballotsOf voters: [MemberID], for signal: VoteAlert.Signal, reason: String, in id: ChallengeID,
        by member: MemberID, at now: Timestamp
    ) async throws {
        let reason = reason.trimmed
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(
                challenge.settingAsideRefusal(
                    for: acting.viewer, isSettled: try acting.look.isVoteSettled(in: id), at: now))
            let problems = [
                voters.isEmpty ? Problem(field: "voters", code: .missing) : nil,
                SetAside.reasonRule.problem(in: reason),
            ]
            try refuse(problems.compactMap(\.self))
            for voter in voters {
                try acting.db.execute(
                    """
                    INSERT INTO ballot_aside (challenge_id, member_id, signal, reason, set_by, set_at)
                    SELECT b.challenge_id, b.member_id, ?, ?, ?, ? FROM ballot b
                    WHERE b.challenge_id = ? AND b.member_id = ? ON CONFLICT DO NOTHING
                    """, signal.rawValue, reason, member, now, id, voter)
            }
        }
    }

    /// Counts a ballot again that was set aside; doing so twice is doing so once. Throws the refusal of
    /// `settingAsideRefusal`.
    public func restoreBallot(
        _ number: SetAsideID, in id: ChallengeID, by member: MemberID, at now: Timestamp
    )
        async throws
    {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(
                challenge.settingAsideRefusal(
                    for: acting.viewer, isSettled: try acting.look.isVoteSettled(in: id), at: now))
            try acting.db.execute(
                """
                UPDATE ballot_aside SET restored_by = ?, restored_at = ?
                WHERE id = ? AND challenge_id = ? AND restored_at IS NULL
                """, member, now, number, id)
        }
    }

    /// Says why one's own ballot should be counted. Throws the refusal of `voteAppealRefusal`, or
    /// `.invalid("appeal", …)`.
    public func appealSetAside(_ text: String, in id: ChallengeID, by member: MemberID, at now: Timestamp)
        async throws
    {
        let text = text.trimmed
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            guard let entry = try acting.look.ownSetAside(in: id) else { throw Refusal.notFound }
            try refuse(
                challenge.voteAppealRefusal(entry, isSettled: try acting.look.isVoteSettled(in: id)))
            try refuse([SetAside.appealRule.problem(in: text)].compactMap(\.self))
            try acting.db.execute(
                """
                UPDATE ballot_aside SET appeal = ?, appealed_at = ?
                WHERE challenge_id = ? AND member_id = ? AND restored_at IS NULL
                """, text, now, id, member)
        }
    }
}
