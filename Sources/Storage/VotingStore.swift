public import Domain

extension Look {
    /// The viewer's supports in the challenge of `idea`, with regard to it.
    public func ballotPaper(on idea: IdeaID) throws -> BallotPaper {
        guard viewer.member != nil,
            let challenge = try db.one(
                "SELECT challenge_id FROM idea WHERE id = ?", idea, make: { $0.id(0) as ChallengeID })
        else { return BallotPaper(supports: 0, supportsThis: false) }
        return try ballotPaper(on: idea, in: challenge)
    }

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

    /// When the viewer supported an idea; nil if they do not.
    func supportedAt(_ idea: IdeaID) throws -> Timestamp? {
        try db.one("SELECT cast_at FROM vote WHERE idea_id = ? AND member_id = ?", idea, viewerNumber) {
            $0.time(0)
        }
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
            try acting.passOn(id, in: challenge)
            try acting.keepBallot(in: challenge.id)
        }
    }

    /// Takes a support back; taking back none changes nothing.
    public func withdrawVote(on id: IdeaID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.voteWithdrawalRefusal(for: acting.viewer, in: challenge, at: now))
            try acting.db.execute("DELETE FROM vote WHERE idea_id = ? AND member_id = ?", id, member)
            // Whoever no longer supports it does not support what is shown as part of it either.
            try acting.db.execute(
                """
                DELETE FROM vote WHERE member_id = ? AND idea_id IN (SELECT i.id FROM idea i WHERE i.merged_into = ?)
                """, member, id)
        }
    }
}

extension Acting {
    /// Passes on `idea`, or all of the challenge, as far as they have the supports that it asks for, unless they are
    /// answered: once for all, whatever becomes of these supports.
    func passOn(_ idea: IdeaID? = nil, in challenge: Challenge) throws {
        guard let threshold = challenge.content.particulars.reviewThreshold else { return }
        try db.execute(
            """
            INSERT INTO idea_passed_on (idea_id, challenge_id, passed_at)
            SELECT id, challenge_id, ? FROM idea
            WHERE challenge_id = ? AND visibility = 'public' AND support_count >= ? AND first_answer_at IS NULL
                AND \(idea == nil ? "TRUE" : "id = ?")
            ON CONFLICT DO NOTHING
            """, with: [now, challenge.id, threshold] + (idea.map { [$0] } ?? []))
    }
}

extension Look {
    /// When an idea was passed on to the team before others, if it was.
    func passedOn(_ idea: IdeaID) throws -> Timestamp? {
        try db.one("SELECT passed_at FROM idea_passed_on WHERE idea_id = ?", idea) { $0.time(0) }
    }
}
