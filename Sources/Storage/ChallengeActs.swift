public import Domain

extension Store {
    /// Keeps a new challenge as a draft.
    ///
    /// Throws `Refusal.forbidden(.staffOnly)` to those who may not launch challenges, `.invalid` if something has to
    /// be mended.
    public func launchChallenge(_ content: ChallengeContent, by member: MemberID, at now: Timestamp)
        async throws
        -> ChallengeID
    {
        try await act(by: member, at: now) { acting in
            try refuse(acting.viewer.launchRefusal)
            try acting.check(content)
            let number = try acting.db.insert(
                """
                INSERT INTO challenge (blueprint, theme_id, community_id, title, question, brief, rules, reward_kind,
                    reward_cents, reward_nature, vote_quota, answer_days, created_by, created_at, review_hours,
                    hiding_reports, way, token_count, token_cap, envelope_cents, opens_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """,
                content.blueprint.rawValue, content.theme, content.community, content.title, content.question,
                content.brief, content.rules, content.reward?.kind.rawValue, content.reward?.cents,
                content.reward?.nature, content.voteQuota, content.answerWithinDays, member, now,
                content.moderation.reviewWithinHours, content.moderation.hidingReports,
                content.way.name.rawValue, content.way.tokenColumns.count, content.way.tokenColumns.cap,
                content.way.envelope)
            try acting.save(content.schedule, of: Identifier(number))
            return Identifier(number)
        }
    }

    /// Changes what is written about a challenge. Once it is published, its blueprint and its community stay what
    /// they were: what was said under a pseudonym of the community must not appear under another name. Dates that
    /// move then are noted with the `reason`, for everybody to read.
    ///
    /// Throws `Refusal.invalid` if something has to be mended, takes back what was announced, or moves public dates
    /// without a reason.
    public func reviseChallenge(
        _ id: ChallengeID, to content: ChallengeContent, because reason: String = "", by member: MemberID,
        at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.revisionRefusal(for: acting.viewer))
            let content = challenge.revised(to: content)
            try acting.check(
                content,
                and: challenge.revisionProblems(to: content, at: now)
                    + challenge.moveProblems(to: content, because: reason))
            try acting.db.execute(
                """
                UPDATE challenge SET blueprint = ?, theme_id = ?, community_id = ?, title = ?, question = ?, brief = ?,
                    rules = ?, reward_kind = ?, reward_cents = ?, reward_nature = ?, vote_quota = ?, answer_days = ?,
                    review_hours = ?, hiding_reports = ?, way = ?, token_count = ?, token_cap = ?, envelope_cents = ?
                WHERE id = ?
                """,
                content.blueprint.rawValue, content.theme, content.community, content.title, content.question,
                content.brief,
                content.rules, content.reward?.kind.rawValue, content.reward?.cents, content.reward?.nature,
                content.voteQuota, content.answerWithinDays, content.moderation.reviewWithinHours,
                content.moderation.hidingReports, content.way.name.rawValue, content.way.tokenColumns.count,
                content.way.tokenColumns.cap, content.way.envelope, id)
            let moves = challenge.moves(to: content)
            try acting.save(content.schedule, of: id)
            if !moves.isEmpty { try acting.note(.datesChanged, of: id, because: reason, moves) }
            try acting.promiseAnswersAnew(in: try acting.look.challenge(id))
            try acting.bookPot(of: id)
        }
    }

    /// Shows a draft challenge to those for whom it is. By its `secret`, whose seed everybody is told the fingerprint of,
    /// ties of its vote will be decided.
    public func publishChallenge(
        _ id: ChallengeID, secret: VoteSecret = .random(), by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.publicationRefusal(for: acting.viewer, at: now))
            try acting.db.execute(
                "UPDATE challenge SET standing = 'published', published_at = ? WHERE id = ?", now, id)
            try acting.db.execute(
                "INSERT INTO vote_secret (challenge_id, seed, receipt_key) VALUES (?, ?, ?)", id, secret.seed,
                secret.receiptKey)
            try acting.bookPot(of: id)
        }
    }
}

extension Acting {
    fileprivate func check(_ content: ChallengeContent, and others: [Problem] = []) throws {
        var problems = content.problems + others
        if try !db.exists("SELECT 1 FROM theme WHERE id = ?", content.theme) {
            problems.append(Problem(field: "theme", code: .unknownChoice))
        }
        if let community = content.community,
            try !db.exists("SELECT 1 FROM community WHERE id = ?", community)
        {
            problems.append(Problem(field: "community", code: .unknownChoice))
        }
        try refuse(problems)
    }

    fileprivate func save(_ schedule: Schedule, of challenge: ChallengeID) throws {
        try db.execute("DELETE FROM phase WHERE challenge_id = ?", challenge)
        for (position, phase) in schedule.numbered.phases.enumerated() {
            try db.insert(
                """
                INSERT INTO phase (challenge_id, position, number, kind, rights, opens_at, closes_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                challenge, position, phase.number, phase.kind.rawValue, phase.rights.rawValue, phase.opensAt,
                phase.closesAt)
        }
        let submitting = schedule.window(of: .submit)
        let voting = schedule.window(of: .vote)
        let hasEnd = schedule.isParticipationOver(at: Look.noEnd)
        let end = hasEnd ? schedule.participationClosesAt ?? schedule.opensAt : Look.noEnd
        try db.execute(
            """
            UPDATE challenge SET opens_at = ?, submit_opens_at = ?, submit_closes_at = ?, vote_opens_at = ?,
                vote_closes_at = ?, participation_closes_at = ?
            WHERE id = ?
            """,
            schedule.opensAt, submitting?.opensAt, submitting?.closesAt ?? nil, voting?.opensAt,
            voting?.closesAt ?? nil, end, challenge)
    }

    /// Promises follow the dates, but for those that were kept, or that are broken already.
    fileprivate func promiseAnswersAnew(in challenge: Challenge) throws {
        let ideas = try db.rows(
            """
            SELECT id, submitted_at FROM idea WHERE challenge_id = ? AND submitted_at IS NOT NULL
                AND first_answer_at IS NULL AND (answer_due_at IS NULL OR answer_due_at >= ?)
            """, challenge.id, now
        ) { ($0.id(0) as IdeaID, $0.time(1)) }
        for (idea, submission) in ideas {
            try db.execute(
                "UPDATE idea SET answer_due_at = ? WHERE id = ?",
                challenge.answerDue(forSubmissionAt: submission), idea)
        }
    }
}
