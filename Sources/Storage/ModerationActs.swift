public import Domain

extension Store {
    /// Says of posts that they may be seen, or not. Where several are judged together, those that somebody else has
    /// judged meanwhile are passed over.
    ///
    /// Throws the refusal of `Post.refusal(of:for:)`, `.invalid` if the verdict has to be mended.
    /// - Returns: How many were judged.
    public func judge(_ posts: [PostID], _ verdict: Verdict, by member: MemberID, at now: Timestamp)
        async throws -> Int
    {
        try await act(by: member, at: now) { acting in
            try refuse(verdict.problems)
            var judged = 0
            for id in posts {
                let post = try acting.look.post(id)
                let refusal = post.refusal(of: verdict, for: acting.viewer)
                if case .conflict = refusal, posts.count > 1 { continue }
                try refuse(refusal)
                try acting.judge(post, verdict)
                judged += 1
            }
            return judged
        }
    }

    /// Takes a passage out of a post, wherever it stands in it, and out of what an idea said before. The register keeps what kind it was, never what it said.
    ///
    /// Throws `Refusal.invalid` if it is not in the text.
    public func redact(
        _ passage: String, as kind: Guard.Kind, in id: PostID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let post = try acting.look.post(id)
            try refuse(post.moderationRefusal(for: acting.viewer))
            guard post.standing != .gone else { throw Refusal.conflict(.ideaNotPublic) }
            try refuse([Redaction.passageRule.problem(in: passage)].compactMap(\.self))
            let text = Redaction.redact(passage, in: post.text)
            switch id {
            case .idea(let idea):
                let title = Redaction.redact(passage, in: post.subject.title)
                let stoodBefore = try acting.redactPast(of: idea, passage)
                let entries = try acting.redact(passage, inEntriesOf: idea)
                guard text != nil || title != nil || stoodBefore || entries else {
                    throw Refusal.invalid("passage", .notInTheText)
                }
                try acting.db.execute(
                    "UPDATE idea SET title = ?, text = ? WHERE id = ?", title ?? post.subject.title,
                    text ?? post.text, idea)
            case .comment(let comment):
                guard let text else { throw Refusal.invalid("passage", .notInTheText) }
                try acting.db.execute("UPDATE comment SET text = ? WHERE id = ?", text, comment)
            case .reaction(let reaction):
                guard let text else { throw Refusal.invalid("passage", .notInTheText) }
                try acting.db.execute("UPDATE draft_reaction SET comment = ? WHERE id = ?", text, reaction)
            }
            try acting.record(.redacted, on: post, redacted: kind, by: member)
        }
    }

    /// Tells moderators of a post. Enough people's reports hide it until it is read.
    ///
    /// Throws the refusal of `Post.reportRefusal`, `.invalid` if `words` are too long, or missing where no reason of the
    /// list fits.
    public func report(
        _ id: PostID, for reason: ModerationReason, words: String, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let post = try acting.look.post(id)
            try refuse(post.reportRefusal(for: acting.viewer))
            if reason == .other, words.trimmed.isEmpty { throw Refusal.invalid("words", .missing) }
            try refuse([Post.reportRule.problem(in: words)].compactMap(\.self))
            let place = try acting.look.place(of: id)
            let open = try acting.db.one(
                "SELECT id FROM moderation_case WHERE \(place.condition) AND closed_at IS NULL", place.number
            ) { $0.int(0) }
            let number =
                try open
                ?? acting.openCase(
                    .reports, on: place, in: post.challenge?.id, by: post.subject.moderation)
            try acting.db.insert(
                """
                INSERT INTO report (case_id, idea_id, comment_id, reaction_id, reporter_id, reason, words, reported_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, number, place.idea, place.comment, place.reaction, member, reason.rawValue,
                words.trimmed, now)
            let reports = try acting.db.one("SELECT count(*) FROM report WHERE case_id = ?", number) {
                $0.count(0)
            }
            guard post.isHidden(byReports: reports ?? 0) else { return }
            try acting.setShown(false, post)
            try acting.record(.hiddenByReports, on: post, by: nil)
        }
    }

    /// Asks for a second look at a post that a moderator hid.
    ///
    /// Throws the refusal of `Post.appealRefusal`, `.invalid` without a few words.
    public func appeal(_ id: PostID, words: String, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let post = try acting.look.post(id)
            try refuse(post.appealRefusal(for: acting.viewer))
            try refuse([Post.appealRule.problem(in: words)].compactMap(\.self))
            _ = try acting.openCase(
                .appeal, on: try acting.look.place(of: id), in: post.challenge?.id,
                by: post.subject.moderation, words: words.trimmed)
        }
    }

    /// Takes a comment back: what it said is erased, and the replies to it keep their place.
    public func withdrawComment(_ id: CommentID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let post = try acting.look.post(.comment(id))
            try refuse(post.withdrawalRefusal(for: acting.viewer))
            try acting.db.execute(
                "UPDATE comment SET visibility = 'withdrawn', text = '' WHERE id = ?", id)
            try acting.closeCase(of: try acting.look.place(of: post.id), as: "withdrawn")
        }
    }
}

extension Acting {
    /// Takes a passage out of what was entered with an idea; whether it was there.
    fileprivate func redact(_ passage: String, inEntriesOf idea: IdeaID) throws -> Bool {
        var isFound = false
        for entry in try look.entries(of: idea) {
            guard let text = Redaction.redact(passage, in: entry.text) else { continue }
            try db.execute(
                "UPDATE entry SET text = ? WHERE idea_id = ? AND question_id = ?", text, idea, entry.question)
            isFound = true
        }
        return isFound
    }

    fileprivate func judge(_ post: Post, _ verdict: Verdict) throws {
        let kind = post.act(of: verdict)
        switch verdict {
        case .show:
            if post.standing != .shown { try setShown(true, post) }
            try record(kind, on: post, by: member.id)
        case .hide(let reason, let note):
            if post.standing != .hidden { try setShown(false, post) }
            try record(kind, on: post, reason: reason, note: note.trimmed, by: member.id)
        }
        try closeCase(of: try look.place(of: post.id), as: kind.rawValue)
    }
}

extension Look {
    /// What the viewer showed as an author before.
    public func authorRecord() throws -> AuthorRecord {
        let accepted = try db.one(
            """
            SELECT count(*) FROM idea WHERE author_id = ? AND visibility = 'public'
                AND decision IN ('accepted', 'planned', 'inProgress', 'implemented', 'winner')
            """, viewerNumber
        ) { $0.count(0) }
        return AuthorRecord(acceptedIdeas: accepted ?? 0)
    }
}
