public import Domain

/// Where a post lies.
struct PostPlace: Sendable {
    let idea: IdeaID
    /// Nil for the idea itself.
    let comment: CommentID?
}

extension Look {
    /// An idea or a comment with what moderation knows about it. Throws `Refusal.notFound` unless the viewer may see it.
    public func post(_ id: PostID) throws -> Post {
        let place = try place(of: id)
        let (idea, challenge) = try ideaInChallenge(place.idea)
        let comment = try place.comment.map { number in
            guard let comment = try self.comment(number, in: challenge) else { throw Refusal.notFound }
            return comment
        }
        let post = Post(
            id: id, idea: idea, challenge: challenge, comment: comment,
            review: try review(of: place, acts: try acts(on: place.idea)))
        guard post.isVisible(to: viewer) else { throw Refusal.notFound }
        return post
    }

    func place(of id: PostID) throws -> PostPlace {
        switch id {
        case .idea(let idea): return PostPlace(idea: idea, comment: nil)
        case .comment(let comment):
            let idea = try db.one("SELECT idea_id FROM comment WHERE id = ?", comment) {
                $0.id(0) as IdeaID
            }
            guard let idea else { throw Refusal.notFound }
            return PostPlace(idea: idea, comment: comment)
        }
    }

    /// What moderation did with an idea and the comments on it, the oldest first.
    func acts(on idea: IdeaID) throws -> [(comment: CommentID?, act: ModerationAct)] {
        try db.rows(
            """
            SELECT a.comment_id, a.kind, a.reason, a.note, a.redacted, a.at, p.id, p.pseudonym, p.is_staff
            FROM moderation_act a LEFT JOIN member p ON p.id = a.by_id
            WHERE a.idea_id = ? ORDER BY a.at, a.id LIMIT 500
            """, idea
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
            SELECT kind, closed_at IS NULL FROM moderation_case WHERE idea_id = ? AND comment_id IS ?
            ORDER BY id DESC LIMIT 50
            """, place.idea, place.comment
        ) { (kind: try $0.word(0, as: CaseKind.self), isOpen: $0.flag(1)) }
        let isReported =
            try viewer.member != nil
            && db.exists(
                """
                SELECT 1 FROM report WHERE idea_id = ? AND coalesce(comment_id, 0) = ? AND reporter_id = ?
                """, place.idea, place.comment?.rawValue ?? 0, viewerNumber)
        return Review(
            openCase: cases.first { $0.isOpen }?.kind, lastAct: own.last { $0.kind != .redacted },
            hasAppealed: cases.contains { $0.kind == .appeal },
            keptAt: own.last { $0.kind == .kept || $0.kind == .restored }?.at, isReportedByViewer: isReported
        )
    }
}

extension Look {
    /// How moderation stands with the comments on an idea: whole for moderators, and for authors of theirs; to others
    /// only whether they reported it.
    func commentReviews(
        on idea: IdeaID, in challenge: Challenge, acts: [(comment: CommentID?, act: ModerationAct)]
    ) throws -> [CommentID: Review] {
        guard viewer.member != nil else { return [:] }
        var reviews: [CommentID: Review] = [:]
        for comment in Set(acts.compactMap(\.comment)) {
            let isOwn = try db.exists(
                "SELECT 1 FROM comment WHERE id = ? AND author_id = ?", comment, viewerNumber)
            guard isOwn || viewer.moderates(challenge.id) else { continue }
            reviews[comment] = try review(of: PostPlace(idea: idea, comment: comment), acts: acts)
        }
        let reported: [CommentID] = try db.rows(
            """
            SELECT comment_id FROM report
            WHERE idea_id = ? AND coalesce(comment_id, 0) > 0 AND reporter_id = ?
            """, idea, viewerNumber
        ) { $0.id(0) }
        for comment in reported where reviews[comment] == nil {
            reviews[comment] = Review(isReportedByViewer: true)
        }
        return reviews
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
            """, post.challenge.id, place.idea, place.comment, kind.rawValue, reason?.rawValue, note,
            redacted?.rawValue, author, now)
    }

    /// Opens a case for a post that has none.
    func openCase(_ kind: CaseKind, on place: PostPlace, in challenge: Challenge, words: String = "") throws
        -> Int64
    {
        try db.insert(
            """
            INSERT INTO moderation_case (kind, challenge_id, idea_id, comment_id, opened_at, due_at, words)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, kind.rawValue, challenge.id, place.idea, place.comment, now,
            challenge.content.moderation.due(forOpeningAt: now), words)
    }

    /// Closes the open case of a post, if there is one.
    func closeCase(of place: PostPlace, as outcome: String) throws {
        try db.execute(
            """
            UPDATE moderation_case SET outcome = ?, closed_at = ?, closed_by = ?
            WHERE idea_id = ? AND comment_id IS ? AND closed_at IS NULL
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
