public import Domain

extension Look {
    /// The comments under an idea or a prompt, the oldest first, at most 500. One that is not public stays, without its text and its
    /// author, where somebody replied to it; whole, it is seen by its author and the moderators.
    func comments(on subject: Post.Subject) throws -> [Comment] {
        let (column, number) =
            switch subject {
            case .idea(let idea, _): ("idea_id", idea.id.rawValue)
            case .prompt(let prompt, _): ("prompt_id", prompt.id.rawValue)
            // What is said of a draft are reactions.
            case .draft: throw Refusal.notFound
            }
        let all = try db.rows(
            """
            SELECT \(Self.commentColumns(in: subject.community)) FROM comment m CROSS JOIN member p ON p.id = m.author_id
            WHERE m.\(column) = ? ORDER BY m.written_at, m.id LIMIT 500
            """, number, make: Self.makeComment)
        guard all.contains(where: { $0.visibility != .public }) else { return all }
        let answered = Set(all.filter { $0.visibility == .public }.compactMap(\.parent))
        return all.compactMap { comment in
            let isOwn = comment.author != nil && comment.author?.id == viewer.member?.id
            if comment.visibility == .public { return comment }
            if comment.visibility == .hidden, isOwn || subject.isModerated(by: viewer) { return comment }
            return answered.contains(comment.id) ? comment.emptied : nil
        }
    }

    /// One comment, whoever may see it; nil if there is none.
    func comment(_ id: CommentID, in community: CommunityID?) throws -> Comment? {
        try db.one(
            """
            SELECT \(Self.commentColumns(in: community)) FROM comment m JOIN member p ON p.id = m.author_id
            WHERE m.id = ?
            """, id, make: Self.makeComment)
    }

    private static func commentColumns(in community: CommunityID?) -> String {
        """
        m.id, m.parent_id, m.author_id, \(authorName(in: community)), p.is_staff, m.stance, m.text,
        m.is_official, m.written_at, m.idea_id, m.visibility, m.language
        """
    }

    private static func makeComment(_ row: borrowing Row) throws -> Comment {
        Comment(
            id: row.id(0), idea: row.idOrNil(9), parent: row.idOrNil(1), author: row.member(2),
            stance: try row.word(5), text: row.text(6), isOfficial: row.flag(7), writtenAt: row.time(8),
            visibility: try row.word(10), language: try row.word(11))
    }
}

extension Comment {
    /// Its place in the conversation, and nothing of what was said or by whom.
    fileprivate var emptied: Comment {
        Comment(
            id: id, idea: idea, parent: parent, author: nil, stance: stance, text: "", isOfficial: isOfficial,
            writtenAt: writtenAt, visibility: visibility)
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
            let number = try acting.say(content, under: .idea(idea, in: challenge))
            try acting.takePart(in: challenge.id)
            return number
        }
    }
}

extension Acting {
    /// Keeps what somebody says. Throws as `Store.addComment` does.
    func say(_ content: CommentContent, under subject: Post.Subject) throws -> CommentID {
        try refuse(subject.commentRefusal(for: viewer, officially: content.isOfficial, at: now))
        try refuse(content.problems)
        var idea = subject.ideaID
        let prompt: PromptID? = if case .prompt(let prompt, _) = subject { prompt.id } else { nil }
        var parent = content.parent
        if let replied = parent {
            // A reply to a reply joins the conversation under the first comment.
            let found = try db.one(
                """
                SELECT coalesce(m.parent_id, m.id), m.idea_id FROM comment m LEFT JOIN idea i ON i.id = m.idea_id
                WHERE m.id = ? AND (m.idea_id IS ? OR i.merged_into = ?) AND m.prompt_id IS ?
                    AND m.visibility = 'public'
                """, replied, idea, idea, prompt
            ) { (comment: $0.id(0) as CommentID, idea: $0.idOrNil(1) as IdeaID?) }
            guard let found else { throw Refusal.notFound }
            parent = found.comment
            // What is said to a comment on an idea merged into this one stays with that comment.
            idea = found.idea
        }
        return Identifier(
            try db.insert(
                """
                INSERT INTO comment (idea_id, prompt_id, parent_id, author_id, stance, text, is_official, written_at,
                    language)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, \(Self.ownLanguage))
                """, idea, prompt, parent, member.id, content.stance.rawValue, content.text,
                content.isOfficial, now, member.id))
    }
}
