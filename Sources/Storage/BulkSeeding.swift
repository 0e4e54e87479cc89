public import Domain

// What makes a large world writes many rows in one transaction and asks no rule: its maker keeps them.

extension Store {
    /// Fits the writer to acts of thousands of rows, until the store is closed: more of the file stays in memory, and
    /// what a statement with triggers would undo goes to a temporary file. Kept in memory it is a list, which SQLite walks
    /// from its beginning at the end of each statement: the time would grow with the square of the rows.
    /// - Throws: ``StorageFailure``.
    public func prepareForBulk() async throws {
        try await hold {
            _ = try $0.control("PRAGMA cache_size = -262144")
            _ = try $0.control("PRAGMA temp_store = FILE")
        }
    }

    /// Adds ideas; their challenges count them.
    /// - Returns: Their numbers in the store, in the same order.
    /// - Throws: ``StorageFailure``.
    public func seedIdeas(_ ideas: [SeededIdea]) async throws -> [IdeaID] {
        try await write { db in
            try ideas.map { idea in
                try db.execute(
                    "UPDATE challenge SET last_idea_number = max(last_idea_number, ?) WHERE id = ?",
                    idea.number, idea.challenge)
                return Identifier(
                    try db.insert(
                        """
                        INSERT INTO idea (challenge_id, number, author_id, title, text, visibility, created_at,
                            submitted_at, answer_due_at)
                        VALUES (?, ?, ?, ?, ?, 'public', ?, ?, ?)
                        """,
                        idea.challenge, idea.number, idea.author, idea.content.title, idea.content.text,
                        idea.submittedAt, idea.submittedAt, idea.answerDue))
            }
        }
    }

    /// Puts people into a community, each under the name `pseudonym` gives them.
    /// - Throws: ``StorageFailure``, of kind `unique` when two have the same name.
    public func seedMemberships(
        of community: CommunityID, _ members: [MemberID], since joinedAt: Timestamp,
        as pseudonym: @Sendable (Int) -> String
    ) async throws {
        let names = members.indices.map(pseudonym)
        try await write { db in
            for (member, name) in zip(members, names) {
                try db.execute(
                    """
                    INSERT INTO membership (community_id, member_id, pseudonym, pseudonym_key, joined_at)
                    VALUES (?, ?, ?, ?, ?)
                    """, community, member, name, name.lowercased(), joinedAt)
            }
        }
    }

    /// Adds supports; their ideas count them.
    /// - Throws: ``StorageFailure``, of kind `unique` when somebody supports an idea twice.
    public func seedVotes(_ votes: [SeededVote]) async throws {
        try await write { db in
            for vote in votes {
                try db.execute(
                    "INSERT INTO vote (idea_id, member_id, challenge_id, cast_at) VALUES (?, ?, ?, ?)",
                    vote.idea, vote.member, vote.challenge, vote.castAt)
            }
        }
    }

    /// Adds comments; their ideas count them.
    /// - Throws: ``StorageFailure``.
    public func seedComments(_ comments: [SeededComment]) async throws {
        try await write { db in
            for comment in comments {
                try db.insert(
                    """
                    INSERT INTO comment (idea_id, author_id, stance, text, written_at) VALUES (?, ?, ?, ?, ?)
                    """, comment.idea, comment.author, comment.stance.rawValue, comment.text,
                    comment.writtenAt)
            }
        }
    }

    /// Adds public decisions, each the latest on its idea.
    /// - Throws: ``StorageFailure``.
    public func seedDecisions(_ decisions: [SeededDecision]) async throws {
        try await write { db in
            for decision in decisions {
                try db.insert(
                    """
                    INSERT INTO decision (idea_id, challenge_id, code, reason, decided_by, decided_at, published_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """, decision.idea, decision.challenge, decision.code.rawValue, decision.reason,
                    decision.by, decision.at, decision.at)
                try db.execute(
                    """
                    UPDATE idea SET decision = ?, decided_at = ?,
                        first_answer_at = coalesce(first_answer_at, CASE WHEN ? THEN ? END)
                    WHERE id = ?
                    """, decision.code.rawValue, decision.at, decision.code.isAnswer, decision.at,
                    decision.idea)
            }
        }
    }

    /// Counts everybody who took part in a challenge, and publishes its results if `resultsAt` is given.
    /// - Throws: ``StorageFailure``.
    public func seedParticipation(in challenge: ChallengeID, resultsAt: Timestamp?) async throws {
        try await write { db in
            try db.execute(
                """
                INSERT INTO participation (challenge_id, member_id)
                SELECT ?, author_id FROM idea WHERE challenge_id = ?
                UNION SELECT ?, v.member_id FROM idea i JOIN vote v ON v.idea_id = i.id WHERE i.challenge_id = ?
                UNION SELECT ?, m.author_id FROM idea i JOIN comment m ON m.idea_id = i.id WHERE i.challenge_id = ?
                """, challenge, challenge, challenge, challenge, challenge, challenge)
            guard let resultsAt else { return }
            try db.execute(
                """
                UPDATE challenge SET standing = 'resultsPublished', results_published_at = ?,
                    voter_count = (SELECT count(DISTINCT v.member_id) FROM idea i JOIN vote v ON v.idea_id = i.id
                        WHERE i.challenge_id = challenge.id)
                WHERE id = ?
                """, resultsAt, challenge)
        }
    }
}
