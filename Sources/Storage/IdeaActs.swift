public import Domain

extension Store {
    /// Keeps what an author has written so far; one draft a person and challenge. Only what is too long is refused.
    /// - Parameter isOpened: Whether the author lets it be opened after the results; nil where that was not asked.
    public func saveDraft(
        _ content: IdeaContent, in challenge: ChallengeID, agreeing isOpened: Bool? = nil,
        by member: MemberID,
        at now: Timestamp
    ) async throws -> IdeaID {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(challenge)
            try refuse(challenge.submissionRefusal(for: acting.viewer, at: now))
            try refuse(content.draftProblems)
            let draft = try acting.saveDraft(content, in: challenge)
            if let isOpened, challenge.keepsSeals { try acting.keepConsent(isOpened, to: draft) }
            return draft
        }
    }

    /// Submits an idea and gives it its number: the receipt. A draft in the same challenge becomes this idea.
    ///
    /// The same text sent twice by its author, as by a button pressed twice, is one idea: the first one is given.
    /// Throws `Refusal.invalid` if something has to be mended, `.conflict` outside of the phase.
    public func submitIdea(
        _ content: IdeaContent, in challenge: ChallengeID, agreeing isOpened: Bool? = nil,
        by member: MemberID,
        at now: Timestamp
    ) async throws -> IdeaID {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(challenge)
            try refuse(challenge.submissionRefusal(for: acting.viewer, at: now))
            try refuse(content.problems)
            if let sent = try acting.submitted(content, in: challenge.id) { return sent }
            let idea = try acting.saveDraft(content, in: challenge)
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
                _ = try acting.openCase(.submission, on: PostPlace(idea: idea, comment: nil), in: challenge)
            }
            try acting.seal(idea, saying: content, in: challenge)
            if let isOpened, challenge.keepsSeals { try acting.keepConsent(isOpened, to: idea) }
            try acting.takePart(in: challenge.id)
            return idea
        }
    }

    /// Changes the text of a submitted idea.
    public func editIdea(
        _ id: IdeaID, to content: IdeaContent, agreeing isOpened: Bool? = nil, by member: MemberID,
        at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.editRefusal(for: acting.viewer, in: challenge, at: now))
            try refuse(idea.visibility == .draft ? content.draftProblems : content.problems)
            try acting.db.execute(
                "UPDATE idea SET title = ?, text = ?, edited_at = ? WHERE id = ?", content.title,
                content.text,
                now, id)
            if idea.visibility != .draft, content != idea.content {
                try acting.seal(id, saying: content, in: challenge)
            }
            if let isOpened, challenge.keepsSeals { try acting.keepConsent(isOpened, to: id) }
            // What was read is not what it says now.
            if idea.visibility == .public,
                challenge.visibility(ofSubmissionBy: try acting.look.authorRecord()) == .awaitingModeration
            {
                try acting.db.execute("UPDATE idea SET visibility = 'awaitingModeration' WHERE id = ?", id)
                let place = PostPlace(idea: id, comment: nil)
                try acting.closeCase(of: place, as: "withdrawn")
                _ = try acting.openCase(.submission, on: place, in: challenge)
            }
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
                try acting.db.execute("UPDATE idea SET visibility = 'withdrawn' WHERE id = ?", id)
                // Supports given to it are free again for other ideas.
                try acting.db.execute("DELETE FROM vote WHERE idea_id = ?", id)
                try acting.closeCases(on: id, as: "withdrawn")
            }
        }
    }
}

extension Acting {
    /// The member's idea in `challenge` that says exactly this.
    fileprivate func submitted(_ content: IdeaContent, in challenge: ChallengeID) throws -> IdeaID? {
        try db.one(
            """
            SELECT id FROM idea WHERE author_id = ? AND challenge_id = ? AND title = ? AND text = ?
                AND visibility NOT IN ('draft', 'withdrawn')
            """, member.id, challenge, content.title, content.text
        ) { $0.id(0) }
    }

    fileprivate func saveDraft(_ content: IdeaContent, in challenge: Challenge) throws -> IdeaID {
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
                INSERT INTO idea (challenge_id, author_id, title, text, visibility, created_at, edited_at)
                VALUES (?, ?, ?, ?, 'draft', ?, ?)
                """, challenge.id, member.id, content.title, content.text, now, now))
    }
}
