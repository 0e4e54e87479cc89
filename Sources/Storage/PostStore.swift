public import Domain

/// Where a post lies.
struct PostPlace: Sendable {
    let post: PostID
    /// The idea that it is, or on which it was said; nil for what is said under a prompt or of a draft.
    let idea: IdeaID?

    init(post: PostID, idea: IdeaID?) {
        self.post = post
        self.idea = idea
    }

    /// The place of an idea itself.
    init(idea: IdeaID) {
        self.init(post: .idea(idea), idea: idea)
    }

    /// Nil unless it is a comment.
    var comment: CommentID? {
        guard case .comment(let comment) = post else { return nil }
        return comment
    }

    /// Nil unless it was said of a draft.
    var reaction: DraftReactionID? {
        guard case .reaction(let reaction) = post else { return nil }
        return reaction
    }

    /// The condition for the rows of moderation that are about it, with `number` in its place.
    var condition: String {
        switch post.kind {
        case .idea: "idea_id = ? AND comment_id IS NULL"
        case .comment: "comment_id = ?"
        case .reaction: "reaction_id = ?"
        }
    }

    var number: Int64 {
        switch post {
        case .idea(let id): id.rawValue
        case .comment(let id): id.rawValue
        case .reaction(let id): id.rawValue
        }
    }
}

extension Look {
    /// What somebody published, with what moderation knows about it. Throws `Refusal.notFound` unless the viewer may see
    /// it.
    public func post(_ id: PostID) throws -> Post {
        let place = try place(of: id)
        let review = try review(of: place, acts: try acts(at: place))
        let post: Post
        if case .reaction(let number) = id {
            let (reaction, challenge) = try draftReaction(number)
            post = Post(reaction: reaction, in: challenge, review: review)
        } else {
            let subject = try subject(of: place)
            let comment = try place.comment.map { number in
                guard let comment = try self.comment(number, in: subject.community) else {
                    throw Refusal.notFound
                }
                return comment
            }
            post = Post(id: id, subject: subject, comment: comment, review: review)
        }
        guard post.isVisible(to: viewer) else { throw Refusal.notFound }
        return post
    }

    func place(of id: PostID) throws -> PostPlace {
        switch id {
        case .idea(let idea): return PostPlace(post: id, idea: idea)
        case .reaction: return PostPlace(post: id, idea: nil)
        case .comment(let comment):
            let place = try db.one("SELECT idea_id FROM comment WHERE id = ?", comment) {
                PostPlace(post: id, idea: $0.idOrNil(0))
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

    /// What moderation did with the idea at a place and the comments on it; or with the one post that is about no idea.
    func acts(at place: PostPlace) throws -> [(comment: CommentID?, act: ModerationAct)] {
        if let idea = place.idea { return try acts(on: idea) }
        return try acts("WHERE a.\(place.condition)", place.number)
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
            SELECT a.comment_id, \(Self.actColumns) FROM moderation_act a \(Self.actAuthor)
            \(clause) ORDER BY a.at, a.id LIMIT 500
            """, number
        ) { (comment: $0.idOrNil(0), act: try Self.makeAct($0)) }
    }

    static let actColumns =
        "a.kind, a.reason, a.note, a.redacted, a.at, p.id, p.pseudonym, p.is_staff"
    static let actAuthor = "LEFT JOIN member p ON p.id = a.by_id"

    /// An act told by `actColumns`, which stand behind one other column.
    static func makeAct(_ row: borrowing Row) throws -> ModerationAct {
        ModerationAct(
            kind: try row.word(1), reason: try row.wordOrNil(2), note: row.text(3),
            redacted: try row.wordOrNil(4),
            by: row.idOrNil(6).map {
                Member(id: $0, pseudonym: row.textOrNil(7), isStaff: row.flag(8))
            },
            at: row.time(5))
    }

    /// How moderation stands with a post, given the acts on its idea.
    func review(of place: PostPlace, acts: [(comment: CommentID?, act: ModerationAct)]) throws -> Review {
        let own = acts.filter { $0.comment == place.comment }.map(\.act)
        let cases = try db.rows(
            """
            SELECT kind, closed_at IS NULL FROM moderation_case WHERE \(place.condition) ORDER BY id DESC LIMIT 50
            """, place.number
        ) { (kind: try $0.word(0, as: CaseKind.self), isOpen: $0.flag(1)) }
        let isReported =
            try viewer.member != nil
            && db.exists(
                "SELECT 1 FROM report WHERE \(place.condition) AND reporter_id = ?", place.number,
                viewerNumber)
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
                of: PostPlace(post: .comment(comment), idea: subject.ideaID), acts: acts)
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
            case .draft: []
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
        case .reaction(let reaction):
            try db.execute(
                "UPDATE draft_reaction SET is_hidden = ? WHERE id = ?", isShown ? 0 : 1, reaction)
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
            INSERT INTO moderation_act
                (challenge_id, idea_id, comment_id, reaction_id, kind, reason, note, redacted, by_id, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, post.challenge?.id, place.idea, place.comment, place.reaction, kind.rawValue,
            reason?.rawValue, note, redacted?.rawValue, author, now)
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
            INSERT INTO moderation_case
                (kind, challenge_id, idea_id, comment_id, reaction_id, opened_at, due_at, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, kind.rawValue, challenge, place.idea, place.comment, place.reaction, now,
            rule.due(forOpeningAt: now), words)
    }

    /// Closes the open case of a post, if there is one.
    func closeCase(of place: PostPlace, as outcome: String) throws {
        try db.execute(
            """
            UPDATE moderation_case SET outcome = ?, closed_at = ?, closed_by = ?
            WHERE \(place.condition) AND closed_at IS NULL
            """, outcome, now, member.id, place.number)
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
