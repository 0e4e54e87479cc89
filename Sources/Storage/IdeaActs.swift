public import Domain

extension Store {
    /// Keeps what an author has written so far; one draft a person and challenge. Only what is too long is refused.
    /// - Parameters:
    ///   - entries: What was entered for the challenge's questions; nil to leave what is kept.
    ///   - isOpened: Whether the author lets it be opened after the results; nil where that was not asked.
    public func saveDraft(
        _ content: IdeaContent, entries: [Entry]? = nil, in challenge: ChallengeID,
        agreeing isOpened: Bool? = nil, by member: MemberID, at now: Timestamp
    ) async throws -> IdeaID {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(challenge)
            try refuse(challenge.submissionRefusal(for: acting.viewer, at: now))
            let questions = try acting.look.questions(of: challenge)
            try refuse(content.draftProblems + questions.draftProblems(in: entries ?? []))
            let draft = try acting.saveDraft(content, in: challenge)
            if let entries { try acting.save(questions.kept(entries), of: draft) }
            if let isOpened, challenge.keepsSeals { try acting.keepConsent(isOpened, to: draft) }
            return draft
        }
    }

    /// Submits an idea and gives it its number: the receipt. A draft in the same challenge becomes this idea, with the
    /// files that are attached to it.
    ///
    /// The same text sent twice by its author, as by a button pressed twice, is one idea: the first one is given.
    /// Throws `Refusal.invalid` if something has to be mended, `.conflict` outside of the phase.
    /// - Parameters:
    ///   - entries: What was entered for the challenge's questions; nil for what the draft keeps.
    ///   - isOpened: Whether the author lets it be opened after the results; nil for what the draft keeps.
    public func submitIdea(
        _ content: IdeaContent, entries: [Entry]? = nil, in challenge: ChallengeID,
        agreeing isOpened: Bool? = nil, by member: MemberID, at now: Timestamp
    ) async throws -> IdeaID {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(challenge)
            try refuse(challenge.submissionRefusal(for: acting.viewer, at: now))
            if content.problems.isEmpty, let sent = try acting.submitted(content, in: challenge.id) {
                return sent
            }
            if let rules = try acting.look.regulation(of: challenge.id) {
                try refuse(
                    rules.acceptanceRefusal(try acting.look.regulationAcceptance(in: challenge.id)))
            }
            let questions = try acting.look.questions(of: challenge)
            let kept = try acting.look.particulars(
                ofDraft: try acting.look.draft(in: challenge.id), in: challenge)
            let entries = entries ?? kept.entries
            try refuse(
                content.problems + questions.problems(in: entries, files: kept.questionsWithFiles))
            let idea = try acting.saveDraft(content, in: challenge)
            try acting.save(questions.settled(entries), of: idea)
            let visibility = challenge.visibility(ofSubmissionBy: try acting.look.authorRecord())
            try acting.db.execute(
                "UPDATE challenge SET last_idea_number = last_idea_number + 1 WHERE id = ?", challenge.id)
            try acting.db.execute(
                """
                UPDATE idea SET visibility = ?, submitted_at = ?, edited_at = NULL, answer_due_at = ?,
                    number = (SELECT last_idea_number FROM challenge WHERE id = idea.challenge_id)
                WHERE id = ?
                """,
                visibility.rawValue, now, challenge.answerDue(forSubmissionAt: now),
                idea)
            if visibility == .awaitingModeration {
                _ = try acting.openCase(.submission, on: PostPlace(idea: idea), in: challenge)
            }
            try acting.seal(idea, saying: content, in: challenge)
            if let isOpened, challenge.keepsSeals { try acting.keepConsent(isOpened, to: idea) }
            try acting.takePart(in: challenge.id)
            return idea
        }
    }

    /// Changes the text of a submitted idea; what it said before stays as a version. The same text changes nothing.
    /// - Parameters:
    ///   - entries: What was entered for the challenge's questions; nil to leave what is kept.
    ///   - isOpened: Whether the author lets it be opened after the results; nil where that was not asked.
    public func editIdea(
        _ id: IdeaID, to content: IdeaContent, entries: [Entry]? = nil, agreeing isOpened: Bool? = nil,
        by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.editRefusal(for: acting.viewer, in: challenge, at: now))
            let questions = try acting.look.questions(of: challenge)
            if idea.visibility == .draft {
                try refuse(content.draftProblems + questions.draftProblems(in: entries ?? []))
            } else {
                let files = try acting.look.particulars(of: idea, in: challenge).questionsWithFiles
                try refuse(
                    content.problems
                        + (entries.map { questions.problems(in: $0, files: files) } ?? []))
            }
            if content != idea.content, idea.visibility != .draft {
                try acting.keepVersion(of: idea, replacedBy: content)
            }
            try acting.db.execute(
                "UPDATE idea SET title = ?, text = ?, edited_at = ? WHERE id = ?", content.title,
                content.text,
                now, id)
            if idea.visibility != .draft, content != idea.content {
                try acting.seal(id, saying: content, in: challenge)
            }
            if let isOpened, challenge.keepsSeals { try acting.keepConsent(isOpened, to: id) }
            if let entries {
                let isDraft = idea.visibility == .draft
                try acting.save(isDraft ? questions.kept(entries) : questions.settled(entries), of: id)
            }
            try acting.haveReadAgain(idea, in: challenge)
        }
    }

    /// Takes an idea out of the challenge; a draft goes altogether.
    public func withdrawIdea(_ id: IdeaID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.withdrawalRefusal(for: acting.viewer, in: challenge))
            if idea.visibility == .draft {
                try acting.db.execute("DELETE FROM idea WHERE id = ?", id)
            } else {
                try acting.separateAll(from: id)
                try acting.db.execute("UPDATE idea SET visibility = 'withdrawn' WHERE id = ?", id)
                // Supports given to it are free again for other ideas.
                try acting.db.execute("DELETE FROM vote WHERE idea_id = ?", id)
                try acting.closeCases(on: id, as: "withdrawn")
                try acting.closeQuestion(on: id)
            }
        }
    }
}

extension Acting {
    /// What was read is not what it says now: where ideas are read first, it waits for that anew.
    func haveReadAgain(_ idea: Idea, in challenge: Challenge) throws {
        guard idea.visibility == .public,
            challenge.visibility(ofSubmissionBy: try look.authorRecord()) == .awaitingModeration
        else { return }
        try db.execute("UPDATE idea SET visibility = 'awaitingModeration' WHERE id = ?", idea.id)
        let place = PostPlace(idea: idea.id)
        try closeCase(of: place, as: "withdrawn")
        _ = try openCase(.submission, on: place, in: challenge)
    }

    /// The member's idea in `challenge` that says exactly this.
    func submitted(_ content: IdeaContent, in challenge: ChallengeID) throws -> IdeaID? {
        try db.one(
            """
            SELECT id FROM idea WHERE author_id = ? AND challenge_id = ? AND title = ? AND text = ?
                AND visibility NOT IN ('draft', 'withdrawn')
            """, member.id, challenge, content.title, content.text
        ) { $0.id(0) }
    }

    /// The language in which a member reads, by their number: what they write is taken to be in it.
    static let ownLanguage = "(SELECT p.language FROM member p WHERE p.id = ?)"

    func saveDraft(_ content: IdeaContent, in challenge: Challenge) throws -> IdeaID {
        if let draft = try look.draft(in: challenge.id) {
            try db.execute(
                "UPDATE idea SET title = ?, text = ?, edited_at = ? WHERE id = ?", content.title,
                content.text,
                now, draft.id)
            return draft.id
        }
        return Identifier(
            try db.insert(
                """
                INSERT INTO idea (challenge_id, author_id, title, text, visibility, created_at, edited_at, language)
                VALUES (?, ?, ?, ?, 'draft', ?, ?, \(Self.ownLanguage))
                """, challenge.id, member.id, content.title, content.text, now, now, member.id))
    }
}
