public import Domain

extension Store {
    /// Throws a draft challenge away, with the roles given for it.
    ///
    /// Throws `Refusal.conflict(.alreadyPublished)` once it was public.
    public func discardChallenge(_ id: ChallengeID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.discardRefusal(for: acting.viewer))
            try acting.settleBudget(of: challenge, to: 0)
            for table in ["phase", "role", "reward_plan", "regulation"] {
                try acting.db.execute("DELETE FROM \(table) WHERE challenge_id = ?", id)
            }
            try acting.db.execute("DELETE FROM challenge WHERE id = ?", id)
        }
    }

    /// Ends a challenge before its time, for good, with a reason that everybody reads. What was submitted stays.
    ///
    /// Throws `Refusal.invalid` without a reason that is long enough, `.conflict` unless it is public and without
    /// results.
    public func cancelChallenge(
        _ id: ChallengeID, reason: String, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.look.challenge(id).cancellationRefusal(for: acting.viewer))
            try refuse([Challenge.cancellationRule.problem(in: reason)].compactMap(\.self))
            try acting.db.execute(
                "UPDATE challenge SET standing = 'cancelled', cancellation_reason = ? WHERE id = ?",
                reason.trimmed, id)
            // Nobody can answer there any more: what was promised is not late for ever.
            try acting.db.execute(
                "UPDATE idea SET answer_due_at = NULL WHERE challenge_id = ? AND first_answer_at IS NULL", id)
            try acting.note(.cancelled, of: id, because: reason)
        }
    }

    /// Halts all taking part in a challenge until it is resumed, with a reason that everybody reads; its dates run on.
    ///
    /// Throws `Refusal.invalid` without a reason that is long enough.
    public func suspendChallenge(
        _ id: ChallengeID, reason: String, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.look.challenge(id).suspensionRefusal(for: acting.viewer))
            try refuse([Challenge.cancellationRule.problem(in: reason)].compactMap(\.self))
            try acting.db.execute("UPDATE challenge SET standing = 'suspended' WHERE id = ?", id)
            try acting.note(.suspended, of: id, because: reason)
        }
    }

    /// Puts a challenge whose results are out into the archives: lists leave it out unless they are asked for archives, all
    /// else stays where it is.
    ///
    /// Throws the refusal of `Challenge.archivalRefusal`.
    public func archiveChallenge(_ id: ChallengeID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.look.archivalRefusal(of: try acting.look.challenge(id)))
            try acting.db.execute("UPDATE challenge SET standing = 'archived' WHERE id = ?", id)
            try acting.note(.archived, of: id)
        }
    }

    /// Takes a challenge back from the archives.
    public func retrieveChallenge(_ id: ChallengeID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.look.challenge(id).retrievalRefusal(for: acting.viewer))
            try acting.db.execute("UPDATE challenge SET standing = 'resultsPublished' WHERE id = ?", id)
            try acting.note(.retrieved, of: id)
        }
    }

    /// Lets a suspended challenge go on at its dates.
    public func resumeChallenge(_ id: ChallengeID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.look.challenge(id).resumptionRefusal(for: acting.viewer))
            try acting.db.execute("UPDATE challenge SET standing = 'published' WHERE id = ?", id)
            try acting.note(.resumed, of: id)
        }
    }
}

extension Look {
    /// Why the viewer may not archive `challenge` now, or nil.
    public func archivalRefusal(of challenge: Challenge) throws -> Refusal? {
        challenge.archivalRefusal(for: viewer, owesAnswers: try hasWaitingIdeas(in: challenge.id))
    }
}
