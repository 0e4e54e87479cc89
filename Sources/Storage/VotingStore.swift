public import Domain

extension Look {
    /// The viewer's supports in `challenge`, with regard to `idea`.
    public func ballotPaper(on idea: IdeaID, in challenge: ChallengeID) throws -> BallotPaper {
        guard viewer.member != nil else { return BallotPaper(supports: 0, supportsThis: false) }
        let supported: [IdeaID] = try db.rows(
            // Supports that others may not see now are free for other ideas.
            """
            SELECT v.idea_id FROM vote v CROSS JOIN idea i ON i.id = v.idea_id
            WHERE v.member_id = ? AND v.challenge_id = ? AND i.visibility = 'public'
            """, viewerNumber, challenge
        ) { $0.id(0) }
        return BallotPaper(supports: supported.count, supportsThis: supported.contains(idea))
    }

    /// How many ideas of `challenge` the viewer supports.
    public func supportsGiven(in challenge: ChallengeID) throws -> Int {
        guard viewer.member != nil else { return 0 }
        return try db.one(
            """
            SELECT count(*) FROM vote v CROSS JOIN idea i ON i.id = v.idea_id
            WHERE v.member_id = ? AND v.challenge_id = ? AND i.visibility = 'public'
            """, viewerNumber, challenge
        ) { $0.count(0) } ?? 0
    }
}

extension Store {
    /// Supports an idea; doing so twice is one support.
    ///
    /// Throws the refusal of `Idea.voteRefusal`.
    public func castVote(on id: IdeaID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            let ballot = try acting.look.ballotPaper(on: id, in: challenge.id)
            try refuse(idea.voteRefusal(for: acting.viewer, in: challenge, ballot: ballot, at: now))
            try acting.db.execute(
                """
                INSERT INTO vote (idea_id, member_id, challenge_id, cast_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, id, member, challenge.id, now)
            try acting.keepBallot(in: challenge.id)
        }
    }

    /// Takes a support back; taking back none changes nothing.
    public func withdrawVote(on id: IdeaID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.voteWithdrawalRefusal(for: acting.viewer, in: challenge, at: now))
            try acting.db.execute("DELETE FROM vote WHERE idea_id = ? AND member_id = ?", id, member)
        }
    }
}
