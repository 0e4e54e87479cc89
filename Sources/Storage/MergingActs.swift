public import Domain

extension Store {
    /// Merges an idea into another one of its challenge: its address leads there, its comments and authors are shown
    /// there, and who supported either supports the other idea once. Its own rows stay, so that all of it can be undone.
    ///
    /// Throws the refusal of `Idea.mergeRefusal`, `.invalid` if the other idea does not fit, or without a real reason.
    /// - Returns: The idea that stands.
    @discardableResult
    public func merge(
        _ id: IdeaID, into reference: IdeaReference?, because reason: String, by member: MemberID,
        at now: Timestamp
    ) async throws -> IdeaID {
        let reason = reason.trimmed
        return try await act(by: member, at: now) { acting in
            let found = try acting.look.mergeableIdea(id)
            guard found.merge == nil else { throw Refusal.conflict(.alreadyMerged) }
            var problems = [IdeaMerge.reasonRule.problem(in: reason)].compactMap(\.self)
            guard let reference else {
                throw Refusal.invalid([Problem(field: "target", code: .missing)] + problems)
            }
            let target = try acting.look.idea(at: reference, from: found.challenge.id)
            if let code = found.idea.mergeProblem(into: target) {
                problems.insert(Problem(field: "target", code: code), at: 0)
            }
            try refuse(problems)
            try acting.merge(found.idea, into: target, because: reason)
            return target.id
        }
    }

    /// Makes an idea stand by itself again, as it was before it was merged. Supports that were given to the other one
    /// since stay there.
    ///
    /// Throws the refusal of `Idea.separationRefusal`, `.invalid` without a real reason.
    public func separate(_ id: IdeaID, because reason: String, by member: MemberID, at now: Timestamp)
        async throws
    {
        let reason = reason.trimmed
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.separationRefusal(for: acting.viewer, in: challenge))
            try refuse([IdeaMerge.reasonRule.problem(in: reason)].compactMap(\.self))
            try acting.separate(id, because: reason)
        }
    }
}

extension Acting {
    fileprivate func merge(_ idea: Idea, into target: Idea, because reason: String) throws {
        let number = try db.insert(
            """
            INSERT INTO idea_merge (challenge_id, source_id, target_id, reason, merged_by, merged_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """, idea.challenge, idea.id, target.id, reason, member.id, now)
        // Each person once; nobody supports an idea that they sign.
        try db.execute(
            """
            INSERT INTO merged_vote (idea_id, member_id, source_id)
            SELECT ?, v.member_id, v.idea_id FROM vote v WHERE v.idea_id = ?
                AND NOT EXISTS (SELECT 1 FROM vote o WHERE o.idea_id = ? AND o.member_id = v.member_id)
                AND v.member_id <> (SELECT t.author_id FROM idea t WHERE t.id = ?)
                AND NOT EXISTS (SELECT 1 FROM co_author a WHERE a.idea_id = ? AND a.member_id = v.member_id
                    AND a.state = 'joined')
            """, target.id, idea.id, target.id, target.id, target.id)
        try db.execute(
            """
            INSERT INTO vote (idea_id, member_id, challenge_id, cast_at)
            SELECT w.idea_id, v.member_id, v.challenge_id, v.cast_at
            FROM merged_vote w CROSS JOIN vote v ON v.idea_id = w.source_id AND v.member_id = w.member_id
            WHERE w.source_id = ? AND w.idea_id = ?
            """, idea.id, target.id)
        try db.execute(
            """
            UPDATE idea SET comment_count = comment_count + (SELECT s.comment_count FROM idea s WHERE s.id = ?)
            WHERE id = ?
            """, idea.id, target.id)
        try db.execute(
            "UPDATE idea SET visibility = 'mergedInto', merged_into = ? WHERE id = ?", target.id, idea.id)
        try record(.merged, Identifier(number), of: idea.id, in: idea.challenge)
    }

    /// Undoes the merge of an idea; `reason` is empty where the idea that took it in is withdrawn.
    func separate(_ idea: IdeaID, because reason: String) throws {
        let found = try db.one(
            "SELECT id, target_id, challenge_id FROM idea_merge WHERE source_id = ? AND undone_at IS NULL",
            idea
        ) { (merge: $0.id(0) as MergeID, target: $0.id(1) as IdeaID, challenge: $0.id(2) as ChallengeID) }
        guard let found else { throw Refusal.conflict(.notMerged) }
        try passOnVotes(of: idea, at: found.target)
        try db.execute(
            """
            DELETE FROM vote WHERE idea_id = ? AND member_id IN (SELECT w.member_id FROM merged_vote w
                WHERE w.source_id = ? AND w.idea_id = ?)
            """, found.target, idea, found.target)
        try db.execute(
            """
            UPDATE idea SET comment_count = comment_count - (SELECT s.comment_count FROM idea s WHERE s.id = ?)
            WHERE id = ?
            """, idea, found.target)
        try db.execute("UPDATE idea SET visibility = 'public', merged_into = NULL WHERE id = ?", idea)
        try db.execute(
            "UPDATE idea_merge SET undo_reason = ?, undone_by = ?, undone_at = ? WHERE id = ?", reason,
            member.id, now, found.merge)
        try record(.separated, found.merge, of: idea, in: found.challenge)
    }

    /// Separates all that was merged into an idea that is withdrawn.
    func separateAll(from idea: IdeaID) throws {
        let merged: [IdeaID] = try db.rows("SELECT id FROM idea WHERE merged_into = ?", idea) { $0.id(0) }
        for source in merged { try separate(source, because: "") }
    }

    /// Leaves to `target` the supports that came with `idea` and would have come with another idea merged into it too.
    private func passOnVotes(of idea: IdeaID, at target: IdeaID) throws {
        let others: [IdeaID] = try db.rows(
            "SELECT id FROM idea WHERE merged_into = ? AND id <> ?", target, idea
        ) { $0.id(0) }
        for other in others {
            try db.execute(
                """
                UPDATE vote SET cast_at = (SELECT v.cast_at FROM vote v WHERE v.idea_id = ? AND v.member_id = vote.member_id)
                WHERE idea_id = ? AND member_id IN (SELECT w.member_id FROM merged_vote w
                    WHERE w.source_id = ? AND w.idea_id = ?)
                    AND EXISTS (SELECT 1 FROM vote v WHERE v.idea_id = ? AND v.member_id = vote.member_id)
                """, other, target, idea, target, other)
            try db.execute(
                """
                UPDATE merged_vote SET source_id = ? WHERE source_id = ? AND idea_id = ?
                    AND EXISTS (SELECT 1 FROM vote v WHERE v.idea_id = ? AND v.member_id = merged_vote.member_id)
                """, other, idea, target, other)
        }
    }

    private func record(
        _ kind: ModerationAct.Kind, _ merge: MergeID, of idea: IdeaID, in challenge: ChallengeID
    ) throws {
        try db.insert(
            """
            INSERT INTO moderation_act (challenge_id, idea_id, kind, by_id, at, merge_id) VALUES (?, ?, ?, ?, ?, ?)
            """, challenge, idea, kind.rawValue, member.id, now, merge)
    }
}
