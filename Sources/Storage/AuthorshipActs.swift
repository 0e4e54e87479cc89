public import Domain

extension Store {
    /// Asks somebody, by the pseudonym under which the challenge knows them, to sign an idea.
    ///
    /// Throws the refusal of `Idea.signingRefusal`, `.invalid` if nobody bears that name, or it cannot be they.
    public func inviteCoAuthor(
        _ pseudonym: String, to id: IdeaID, by member: MemberID, at now: Timestamp
    ) async throws {
        let pseudonym = pseudonym.trimmed
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.signingRefusal(for: acting.viewer, in: challenge))
            if pseudonym.isEmpty { throw Refusal.invalid("pseudonym", .missing) }
            let place = try acting.look.authorship(of: idea, in: challenge)
            guard place.authors.count + idea.guests.count < Authorship.mostAuthors else {
                throw Refusal.invalid("pseudonym", .tooManyAuthors, limit: Authorship.mostAuthors)
            }
            let guest = try acting.look.person(called: pseudonym, in: challenge)
            let state = place.others.first { $0.member.id == guest }?.state
            switch state {
            case .invited: throw Refusal.invalid("pseudonym", .alreadyInvited)
            case .declined: throw Refusal.invalid("pseudonym", .hasDeclined)
            case .left, .joined, nil: break
            }
            if place.authors.contains(where: { $0.id == guest }) {
                throw Refusal.invalid("pseudonym", .alreadyAuthor)
            }
            try acting.db.execute(
                """
                INSERT INTO co_author (idea_id, member_id, state, invited_by, invited_at)
                VALUES (?, ?, 'invited', ?, ?)
                ON CONFLICT (idea_id, member_id) DO UPDATE SET state = 'invited',
                    invited_by = excluded.invited_by, invited_at = excluded.invited_at, answered_at = NULL
                """, id, guest, member, now)
        }
    }

    /// Takes back an invitation that was not answered; taking back none changes nothing.
    public func uninviteCoAuthor(
        _ guest: MemberID, from id: IdeaID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.authorshipRefusal(for: acting.viewer, in: challenge))
            try acting.db.execute(
                "DELETE FROM co_author WHERE idea_id = ? AND member_id = ? AND state = 'invited'", id, guest)
        }
    }

    /// Signs an idea together with those who asked: from then on it is one's own, which one cannot support.
    ///
    /// Throws the refusal of `Idea.joiningRefusal`.
    public func joinAuthors(of id: IdeaID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.joiningRefusal(for: acting.viewer, in: challenge))
            try acting.answerInvitation(to: id, .joined)
            try acting.dropProposal(on: id)
            try acting.takeBackMarks(on: id)
            try acting.takePart(in: challenge.id)
        }
    }

    /// Says no to an invitation.
    ///
    /// Throws `Refusal.notFound` without one.
    public func declineInvitation(to id: IdeaID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, _) = try acting.look.ideaInChallenge(id)
            guard idea.isGuest(acting.viewer) else { throw Refusal.notFound }
            try acting.answerInvitation(to: id, .declined)
        }
    }

    /// Stops signing an idea that one did not submit.
    ///
    /// Throws the refusal of `Idea.leavingRefusal`.
    public func leaveAuthors(of id: IdeaID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.leavingRefusal(for: acting.viewer, in: challenge))
            try acting.answerInvitation(to: id, .left)
            try acting.dropProposal(on: id)
        }
    }

    /// Proposes how the authors share what the idea may bring; a proposal that stood before is dropped. Whoever proposes
    /// agrees, and alone is agreed with.
    ///
    /// Throws the refusal of `Idea.signingRefusal`, `.invalid` unless the percents make a hundred.
    public func proposeShares(
        _ percents: [MemberID: Int], of id: IdeaID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.signingRefusal(for: acting.viewer, in: challenge))
            let place = try acting.look.authorship(of: idea, in: challenge)
            try refuse(place.problems(in: percents))
            try acting.dropProposal(on: id)
            let round = try acting.db.insert(
                "INSERT INTO share_round (idea_id, proposed_by, proposed_at) VALUES (?, ?, ?)", id, member,
                now)
            for author in place.authors {
                try acting.db.execute(
                    "INSERT INTO share_part (round_id, member_id, percent, agreed_at) VALUES (?, ?, ?, ?)",
                    round, author.id, percents[author.id], author.id == member ? now : nil)
            }
            try acting.settleProposal(on: id)
        }
    }

    /// Agrees to the shares that another author proposed; they stand once all have.
    ///
    /// Throws the refusal of `Idea.signingRefusal`, `.notFound` without a proposal.
    public func agreeToShares(of id: IdeaID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.signingRefusal(for: acting.viewer, in: challenge))
            let agreed = try acting.db.execute(
                """
                UPDATE share_part SET agreed_at = coalesce(agreed_at, ?) WHERE member_id = ? AND round_id =
                    (SELECT id FROM share_round WHERE idea_id = ? AND agreed_at IS NULL)
                """, now, member, id)
            guard agreed > 0 else { throw Refusal.notFound }
            try acting.settleProposal(on: id)
        }
    }
}

extension Look {
    /// The member whom a challenge knows by `pseudonym`. Throws `Refusal.invalid` if there is none.
    fileprivate func person(called pseudonym: String, in challenge: Challenge) throws -> MemberID {
        let key = pseudonym.lowercased()
        let found: MemberID? =
            if let community = challenge.content.community {
                try db.one(
                    "SELECT member_id FROM membership WHERE community_id = ? AND pseudonym_key = ?",
                    community,
                    key
                ) { $0.id(0) }
            } else {
                try db.one("SELECT id FROM member WHERE pseudonym_key = ?", key) { $0.id(0) }
            }
        guard let found else { throw Refusal.invalid("pseudonym", .unknownPerson) }
        return found
    }
}

extension Acting {
    fileprivate func answerInvitation(to idea: IdeaID, _ state: CoAuthor.State) throws {
        try db.execute(
            "UPDATE co_author SET state = ?, answered_at = ? WHERE idea_id = ? AND member_id = ?",
            state.rawValue, now, idea, member.id)
    }

    /// Drops shares that not all have agreed to: who signs the idea changed, or something else is proposed.
    fileprivate func dropProposal(on idea: IdeaID) throws {
        try db.execute("DELETE FROM share_round WHERE idea_id = ? AND agreed_at IS NULL", idea)
    }

    fileprivate func settleProposal(on idea: IdeaID) throws {
        try db.execute(
            """
            UPDATE share_round SET agreed_at = ? WHERE idea_id = ? AND agreed_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM share_part s WHERE s.round_id = share_round.id
                    AND s.agreed_at IS NULL)
            """, now, idea)
    }
}
