public import Domain

/// Where a post lies.
struct PostPlace: Sendable {
    /// Nil for what is said under a prompt.
    let idea: IdeaID?
    /// Nil for the idea itself.
    let comment: CommentID?
}

extension Look {
    /// An idea or a comment with what moderation knows about it. Throws `Refusal.notFound` unless the viewer may see it.
    public func post(_ id: PostID) throws -> Post {
        let place = try place(of: id)
        let subject = try subject(of: place)
        let comment = try place.comment.map { number in
            guard let comment = try self.comment(number, in: subject.community) else {
                throw Refusal.notFound
            }
            return comment
        }
        let post = Post(
            id: id, subject: subject, comment: comment,
            review: try review(of: place, acts: try acts(at: place)))
        guard post.isVisible(to: viewer) else { throw Refusal.notFound }
        return post
    }

    func place(of id: PostID) throws -> PostPlace {
        switch id {
        case .idea(let idea): return PostPlace(idea: idea, comment: nil)
        case .comment(let comment):
            let place = try db.one("SELECT idea_id FROM comment WHERE id = ?", comment) {
                PostPlace(idea: $0.idOrNil(0), comment: comment)
            }
            guard let place else { throw Refusal.notFound }
            return place
        }
    }

    /// The idea in its challenge or the prompt of its theme to which a post belongs. Throws `Refusal.notFound`.
    private func subject(of place: PostPlace) throws -> Post.Subject {
        if let idea = place.idea {
            let (idea, challenge) = try ideaInChallenge(idea)
            return .idea(idea, in: challenge)
        }
        guard let comment = place.comment else { throw Refusal.notFound }
        let prompt = try db.one("SELECT prompt_id FROM comment WHERE id = ?", comment) {
            $0.idOrNil(0) as PromptID?
        }
        guard let prompt = prompt ?? nil else { throw Refusal.notFound }
        let (found, theme) = try self.prompt(prompt)
        return .prompt(found, of: theme)
    }

    /// What moderation did with the idea at a place and the comments on it, or with the comment under a prompt.
    func acts(at place: PostPlace) throws -> [(comment: CommentID?, act: ModerationAct)] {
        if let idea = place.idea { return try acts(on: idea) }
        return try acts("WHERE a.comment_id = ?", place.comment?.rawValue ?? 0)
    }

    /// What moderation did with an idea and the comments on it, the oldest first.
    func acts(on idea: IdeaID) throws -> [(comment: CommentID?, act: ModerationAct)] {
        try acts("WHERE a.idea_id = ?", idea.rawValue)
    }

    /// What moderation did with the comments under a prompt, the oldest first.
    func acts(under prompt: PromptID) throws -> [(comment: CommentID?, act: ModerationAct)] {
        try acts("WHERE a.comment_id IN (SELECT m.id FROM comment m WHERE m.prompt_id = ?)", prompt.rawValue)
    }

    private func acts(_ clause: String, _ number: Int64) throws -> [(comment: CommentID?, act: ModerationAct)]
    {
        try db.rows(
            """
            SELECT a.comment_id, a.kind, a.reason, a.note, a.redacted, a.at, p.id, p.pseudonym, p.is_staff
            FROM moderation_act a LEFT JOIN member p ON p.id = a.by_id
            \(clause) ORDER BY a.at, a.id LIMIT 500
            """, number
        ) { row in
            (
                comment: row.idOrNil(0),
                act: ModerationAct(
                    kind: try row.word(1), reason: try row.wordOrNil(2), note: row.text(3),
                    redacted: try row.wordOrNil(4),
                    by: row.idOrNil(6).map {
                        Member(id: $0, pseudonym: row.textOrNil(7), isStaff: row.flag(8))
                    },
                    at: row.time(5))
            )
        }
    }

    /// How moderation stands with a post, given the acts on its idea.
    func review(of place: PostPlace, acts: [(comment: CommentID?, act: ModerationAct)]) throws -> Review {
        let own = acts.filter { $0.comment == place.comment }.map(\.act)
        let cases = try db.rows(
            """
            SELECT kind, closed_at IS NULL FROM moderation_case WHERE idea_id IS ? AND comment_id IS ?
            ORDER BY id DESC LIMIT 50
            """, place.idea, place.comment
        ) { (kind: try $0.word(0, as: CaseKind.self), isOpen: $0.flag(1)) }
        let isReported =
            try viewer.member != nil
            && db.exists(
                """
                SELECT 1 FROM report WHERE idea_id IS ? AND coalesce(comment_id, 0) = ? AND reporter_id = ?
                """, place.idea, place.comment?.rawValue ?? 0, viewerNumber)
        return Review(
            openCase: cases.first { $0.isOpen }?.kind, lastAct: own.last { $0.kind.isVerdict },
            hasAppealed: cases.contains { $0.kind == .appeal },
            keptAt: own.last { $0.kind == .kept || $0.kind == .restored }?.at, isReportedByViewer: isReported
        )
    }
}

extension Look {
    /// How moderation stands with the comments on an idea or under a prompt: whole for moderators, and for authors of theirs; to others
    /// only whether they reported it.
    func commentReviews(
        on subject: Post.Subject, acts: [(comment: CommentID?, act: ModerationAct)]
    ) throws -> [CommentID: Review] {
        guard viewer.member != nil else { return [:] }
        var reviews: [CommentID: Review] = [:]
        for comment in Set(acts.compactMap(\.comment)) {
            let isOwn = try db.exists(
                "SELECT 1 FROM comment WHERE id = ? AND author_id = ?", comment, viewerNumber)
            guard isOwn || subject.isModerated(by: viewer) else { continue }
            reviews[comment] = try review(
                of: PostPlace(idea: subject.ideaID, comment: comment), acts: acts)
        }
        let reported: [CommentID] =
            switch subject {
            case .idea(let idea, _):
                try db.rows(
                    """
                    SELECT comment_id FROM report
                    WHERE idea_id = ? AND coalesce(comment_id, 0) > 0 AND reporter_id = ?
                    """, idea.id, viewerNumber
                ) { $0.id(0) }
            case .prompt(let prompt, _):
                try db.rows(
                    """
                    SELECT r.comment_id FROM comment m CROSS JOIN report r ON r.comment_id = m.id
                    WHERE m.prompt_id = ? AND r.reporter_id = ?
                    """, prompt.id, viewerNumber
                ) { $0.id(0) }
            }
        for comment in reported where reviews[comment] == nil {
            reviews[comment] = Review(isReportedByViewer: true)
        }
        return reviews
    }
}

extension Post.Subject {
    /// The number of the idea, if it is one.
    var ideaID: IdeaID? {
        guard case .idea(let idea, _) = self else { return nil }
        return idea.id
    }
}

extension Acting {
    /// Puts a post where a verdict puts it.
    func setShown(_ isShown: Bool, _ post: Post) throws {
        switch post.id {
        case .idea(let idea):
            let visibility = isShown ? try visibilityWhenShown(post) : .hidden
            try db.execute("UPDATE idea SET visibility = ? WHERE id = ?", visibility.rawValue, idea)
        case .comment(let comment):
            let visibility = isShown ? Comment.Visibility.public : .hidden
            try db.execute("UPDATE comment SET visibility = ? WHERE id = ?", visibility.rawValue, comment)
        }
    }

    /// Writes an act into the register.
    func record(
        _ kind: ModerationAct.Kind, on post: Post, reason: ModerationReason? = nil, note: String = "",
        redacted: Guard.Kind? = nil, by author: MemberID?
    ) throws {
        let place = try look.place(of: post.id)
        try db.insert(
            """
            INSERT INTO moderation_act (challenge_id, idea_id, comment_id, kind, reason, note, redacted, by_id, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, post.challenge?.id, place.idea, place.comment, kind.rawValue, reason?.rawValue, note,
            redacted?.rawValue, author, now)
    }

    /// Opens a case for a post of a challenge that has none.
    func openCase(_ kind: CaseKind, on place: PostPlace, in challenge: Challenge) throws -> Int64 {
        try openCase(kind, on: place, in: challenge.id, by: challenge.content.moderation)
    }

    /// Opens a case for a post that has none.
    func openCase(
        _ kind: CaseKind, on place: PostPlace, in challenge: ChallengeID?, by rule: ModerationRule,
        words: String = ""
    ) throws -> Int64 {
        try db.insert(
            """
            INSERT INTO moderation_case (kind, challenge_id, idea_id, comment_id, opened_at, due_at, words)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, kind.rawValue, challenge, place.idea, place.comment, now,
            rule.due(forOpeningAt: now), words)
    }

    /// Closes the open case of a post, if there is one.
    func closeCase(of place: PostPlace, as outcome: String) throws {
        try db.execute(
            """
            UPDATE moderation_case SET outcome = ?, closed_at = ?, closed_by = ?
            WHERE idea_id IS ? AND comment_id IS ? AND closed_at IS NULL
            """, outcome, now, member.id, place.idea, place.comment)
    }

    /// Closes whatever is open about an idea and the comments on it, because its author took it back.
    func closeCases(on idea: IdeaID, as outcome: String) throws {
        try db.execute(
            """
            UPDATE moderation_case SET outcome = ?, closed_at = ?, closed_by = ?
            WHERE idea_id = ? AND closed_at IS NULL
            """, outcome, now, member.id, idea)
    }
}
