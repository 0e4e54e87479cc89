public import Domain

extension Look {
    /// The comments under an idea, the oldest first, at most 500.
    func comments(on idea: IdeaID, in challenge: Challenge) throws -> [Comment] {
        try db.rows(
            """
            SELECT m.id, m.parent_id, m.author_id, \(Self.authorName(in: challenge.content.community)), p.is_staff,
                m.stance, m.text, m.is_official, m.written_at
            FROM comment m JOIN member p ON p.id = m.author_id
            WHERE m.idea_id = ? ORDER BY m.written_at, m.id LIMIT 500
            """, idea
        ) { row in
            Comment(
                id: row.id(0), idea: idea, parent: row.idOrNil(1), author: row.member(2),
                stance: try row.word(5),
                text: row.text(6), isOfficial: row.flag(7), writtenAt: row.time(8))
        }
    }
}

extension Store {
    /// Says something under an idea.
    ///
    /// Throws the refusal of `Idea.commentRefusal`, `.invalid` if the text has to be mended, `.notFound` for a reply to
    /// a comment that is not there.
    public func addComment(_ content: CommentContent, on id: IdeaID, by member: MemberID, at now: Timestamp)
        async throws -> CommentID
    {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(
                idea.commentRefusal(
                    for: acting.viewer, in: challenge, officially: content.isOfficial, at: now))
            try refuse(content.problems)
            var parent = content.parent
            if let replied = parent {
                // A reply to a reply joins the conversation under the first comment.
                let found = try acting.db.one(
                    "SELECT coalesce(parent_id, id) FROM comment WHERE id = ? AND idea_id = ?", replied, id
                ) { $0.id(0) as CommentID }
                guard let found else { throw Refusal.notFound }
                parent = found
            }
            let number = try acting.db.insert(
                """
                INSERT INTO comment (idea_id, parent_id, author_id, stance, text, is_official, written_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, id, parent, member, content.stance.rawValue, content.text, content.isOfficial, now)
            try acting.takePart(in: challenge.id)
            return Identifier(number)
        }
    }
}
