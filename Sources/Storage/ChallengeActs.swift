public import Domain

extension Store {
    /// Keeps a new challenge as a draft.
    ///
    /// Throws `Refusal.forbidden(.staffOnly)` to those who may not launch challenges, `.invalid` if something has to
    /// be mended.
    public func launchChallenge(
        _ content: ChallengeContent, questions: [Question] = [], by member: MemberID, at now: Timestamp
    ) async throws -> ChallengeID {
        try await act(by: member, at: now) { acting in
            try refuse(acting.viewer.launchRefusal)
            return try acting.launch(content, asking: questions)
        }
    }

    /// Keeps a new draft that says and asks what another challenge does, on the dates that `moving` makes of its own.
    ///
    /// Throws the refusal of `Challenge.duplicationRefusal`.
    public func duplicateChallenge(
        _ id: ChallengeID, moving: @escaping @Sendable (Schedule) -> Schedule, by member: MemberID,
        at now: Timestamp
    ) async throws -> ChallengeID {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.duplicationRefusal(for: acting.viewer))
            let draft = try acting.look.draft(of: challenge)?.version.paragraphs.map(\.text)
            return try acting.launch(
                challenge.copy(on: moving(challenge.schedule), draft: draft?.joined(separator: "\n\n")),
                asking: try acting.look.questions(of: challenge))
        }
    }

    /// Changes what is written about a challenge. Once it is published, its blueprint and its audience stay what
    /// they were: what was said among some must not be read by others, nor appear under another name. Dates that
    /// move then are noted with the `reason`, for everybody to read.
    ///
    /// Throws `Refusal.invalid` if something has to be mended, takes back what was announced, or moves public dates
    /// without a reason.
    /// - Parameter questions: What is asked with each idea; nil to leave it.
    public func reviseChallenge(
        _ id: ChallengeID, to content: ChallengeContent, questions: [Question]? = nil,
        because reason: String = "",
        by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.revisionRefusal(for: acting.viewer))
            let content = challenge.revised(to: content)
            let asked = try acting.look.questions(of: challenge)
            try acting.check(
                content,
                and: challenge.revisionProblems(to: content, at: now)
                    + challenge.moveProblems(to: content, because: reason)
                    + (questions.map { challenge.questionProblems(from: asked, to: $0) } ?? []))
            if let questions { try acting.save(questions, of: id, from: asked) }
            try acting.db.execute(
                """
                UPDATE challenge SET blueprint = ?, theme_id = ?, community_id = ?, title = ?, question = ?, brief = ?,
                    rules = ?, reward_kind = ?, reward_cents = ?, reward_nature = ?, vote_quota = ?, answer_days = ?,
                    review_hours = ?, hiding_reports = ?, segment_id = ?, is_by_invitation = ?, draft_text = ?, criteria = ?, deliverables = ?,
                    opens_winners = ?, review_threshold = ?, way = ?, token_count = ?, token_cap = ?, envelope_cents = ?
                WHERE id = ?
                """,
                content.blueprint.rawValue, content.theme, content.community, content.title, content.question,
                content.brief,
                content.rules, content.reward?.kind.rawValue, content.reward?.cents, content.reward?.nature,
                content.voteQuota, content.answerWithinDays, content.moderation.reviewWithinHours,
                content.moderation.hidingReports, try acting.keepSegment(of: content.audience),
                content.audience == .invited, content.particulars.draft, content.particulars.criteria,
                content.particulars.deliverables, content.particulars.opensWinners,
                content.particulars.reviewThreshold, content.way.name.rawValue,
                content.way.tokenColumns.count,
                content.way.tokenColumns.cap, content.way.envelope, id)
            let moves = challenge.moves(to: content)
            try acting.save(content.schedule, of: id)
            if !moves.isEmpty { try acting.note(.datesChanged, of: id, because: reason, moves) }
            let revised = try acting.look.challenge(id)
            try acting.promiseAnswersAnew(in: revised)
            try acting.passOn(in: revised)
            if revised.standing != .draft {
                try acting.enterOldBudget(of: revised)
                try acting.settleBudget(of: revised)
            }
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
            try refuse(challenge.budgetRefusal(try acting.db.rewardBudget(of: id)))
            try acting.db.execute(
                "UPDATE challenge SET standing = 'published', published_at = ? WHERE id = ?", now, id)
            if challenge.content.blueprint == .draftReview {
                try acting.publish(
                    DraftRevision(text: challenge.content.particulars.draft, base: 0), after: nil, of: id)
            }
            try acting.db.execute(
                "INSERT INTO vote_secret (challenge_id, seed, receipt_key) VALUES (?, ?, ?)", id, secret.seed,
                secret.receiptKey)
        }
    }
}

extension Acting {
    /// Keeps a new challenge with what it asks, if nothing has to be mended.
    fileprivate func launch(_ content: ChallengeContent, asking questions: [Question]) throws -> ChallengeID {
        try check(content, and: Challenge.problems(inNew: questions))
        let number = try db.insert(
            """
            INSERT INTO challenge (blueprint, theme_id, community_id, title, question, brief, rules, reward_kind,
                reward_cents, reward_nature, vote_quota, answer_days, created_by, created_at, review_hours,
                hiding_reports, segment_id, is_by_invitation, opens_at, draft_text, criteria, deliverables,
                opens_winners, review_threshold, way, token_count, token_cap, envelope_cents, language)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                \(Self.ownLanguage))
            """,
            content.blueprint.rawValue, content.theme, content.community, content.title, content.question,
            content.brief, content.rules, content.reward?.kind.rawValue, content.reward?.cents,
            content.reward?.nature, content.voteQuota, content.answerWithinDays, member.id, now,
            content.moderation.reviewWithinHours, content.moderation.hidingReports,
            try keepSegment(of: content.audience), content.audience == .invited,
            content.particulars.draft,
            content.particulars.criteria, content.particulars.deliverables,
            content.particulars.opensWinners,
            content.particulars.reviewThreshold, content.way.name.rawValue, content.way.tokenColumns.count,
            content.way.tokenColumns.cap, content.way.envelope, member.id)
        try save(content.schedule, of: Identifier(number))
        try save(questions, of: Identifier(number), from: [])
        return Identifier(number)
    }

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
