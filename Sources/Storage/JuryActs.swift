public import Domain

extension Store {
    /// Says by what the jury of a challenge judges, and what becomes of its scores.
    ///
    /// Throws the refusal of `Challenge.juryRulesRefusal`, or `.invalid` if something has to be mended.
    public func setJuryRules(
        _ rules: JuryRules, of id: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            let hasRules = try acting.look.juryRules(of: challenge) != nil
            let isSeated = try acting.db.exists(
                "SELECT 1 FROM selection_step WHERE challenge_id = ? AND kind = 'shortlist'", id)
            try refuse(
                challenge.juryRulesRefusal(
                    for: acting.viewer, hasRules: hasRules, isSeated: isSeated, at: now))
            let hasVote = challenge.content.hasRankedVote
            try refuse(rules.problems(hasVote: hasVote))
            try acting.db.execute("DELETE FROM jury_criterion WHERE challenge_id = ?", id)
            try acting.db.execute(
                """
                INSERT INTO jury_rules (challenge_id, jurors_per_idea, shared_ideas, shortlist, choices, wild_cards)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET jurors_per_idea = excluded.jurors_per_idea,
                    shared_ideas = excluded.shared_ideas, shortlist = excluded.shortlist,
                    choices = excluded.choices, wild_cards = excluded.wild_cards
                """, id, rules.jurorsPerIdea, rules.sharedIdeas, hasVote ? rules.chain.shortlist : nil,
                rules.chain.choices, hasVote ? rules.chain.wildCards : 0)
            for (position, criterion) in rules.criteria.enumerated() {
                try acting.db.execute(
                    """
                    INSERT INTO jury_criterion (challenge_id, position, name, weight, lowest, middle, highest)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """, id, position, criterion.name, criterion.weight, criterion.lowest, criterion.middle,
                    criterion.highest)
            }
        }
    }

    /// Seats `jurors`, those before them excepted who are not among them, and deals the ideas. The first time the ideas
    /// that go before the jury are settled. Who leaves keeps the scores they gave; what they still had goes to others.
    ///
    /// Throws the refusal of `Challenge.seatingRefusal`, or `.invalid("jurors", .missing)`.
    public func seatJury(
        _ jurors: Set<MemberID>, in id: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            let rules = try acting.look.juryRules(of: challenge)
            try refuse(challenge.seatingRefusal(for: acting.viewer, hasRules: rules != nil, at: now))
            guard let rules else { return }
            guard !jurors.isEmpty else { throw Refusal.invalid("jurors", .missing) }
            guard jurors.isSubset(of: try acting.look.jurors(of: id)) else {
                throw Refusal.notFound
            }
            if try acting.look.shortlist(of: id).isEmpty {
                try acting.freezeShortlist(of: challenge, by: rules)
            }
            let seated = Set(try acting.look.seats(in: id))
            let cards = try acting.look.juryCards(in: challenge, criteria: rules.criteria.count)
            let hasBegun = cards.contains { $0.state != .pending }
            for card in cards where card.isOpen && (!hasBegun || !jurors.contains(card.juror)) {
                try acting.db.execute(
                    "DELETE FROM jury_card WHERE challenge_id = ? AND member_id = ? AND idea_id = ?", id,
                    card.juror, card.idea)
            }
            for juror in seated.subtracting(jurors) {
                try acting.db.execute(
                    "DELETE FROM jury_seat WHERE challenge_id = ? AND member_id = ?", id, juror)
            }
            for juror in jurors.subtracting(seated) {
                try acting.db.execute(
                    "INSERT INTO jury_seat (challenge_id, member_id) VALUES (?, ?)", id, juror)
            }
            try acting.dealCards(in: challenge, by: rules)
        }
    }

    /// Keeps a juror's scores for an idea, one for each criterion, nil where they give none yet, with their own note.
    ///
    /// Throws the refusal of `Idea.scoringRefusal`, or `.invalid` if something has to be mended.
    public func castScores(
        _ scores: [Int?], note: String, on idea: IdeaID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let (found, challenge) = try acting.look.ideaInChallenge(idea)
            let card = try acting.look.ownCard(on: idea, in: challenge)
            try refuse(found.scoringRefusal(for: acting.viewer, in: challenge, card: card, at: now))
            guard scores.count == card?.scores.count else { throw Refusal.notFound }
            try refuse(JuryCard.problems(scores: scores, note: note))
            try acting.db.execute(
                "UPDATE jury_card SET note = ? WHERE challenge_id = ? AND member_id = ? AND idea_id = ?",
                note.trimmed, challenge.id, member, idea)
            try acting.forgetScores(on: idea, in: challenge.id)
            for (criterion, score) in scores.enumerated() {
                guard let score else { continue }
                try acting.db.execute(
                    """
                    INSERT INTO jury_score (challenge_id, member_id, idea_id, criterion, score)
                    VALUES (?, ?, ?, ?, ?)
                    """, challenge.id, member, idea, criterion, score)
            }
        }
    }

    /// Has a juror stand aside for an idea, for a reason that managers read: their scores for it go, and another juror
    /// is given it if there is one. Without a reason, they judge it after all.
    ///
    /// Throws the refusal of `Idea.recusalRefusal`, or `.invalid("recusal", …)`.
    public func standAside(
        from idea: IdeaID, because reason: String?, by member: MemberID, at now: Timestamp
    ) async throws {
        let reason = reason?.trimmed
        try await act(by: member, at: now) { acting in
            let (found, challenge) = try acting.look.ideaInChallenge(idea)
            let card = try acting.look.ownCard(on: idea, in: challenge)
            try refuse(found.recusalRefusal(for: acting.viewer, in: challenge, card: card, at: now))
            if let reason { try refuse([JuryCard.recusalRule.problem(in: reason)].compactMap(\.self)) }
            try acting.db.execute(
                "UPDATE jury_card SET recusal = ? WHERE challenge_id = ? AND member_id = ? AND idea_id = ?",
                reason, challenge.id, member, idea)
            guard reason != nil, let rules = try acting.look.juryRules(of: challenge) else { return }
            try acting.forgetScores(on: idea, in: challenge.id)
            try acting.dealCards(in: challenge, by: rules)
        }
    }

    /// Says something of an idea to jurors and managers.
    ///
    /// Throws `Refusal.notFound` to those who do not read what is said, or the refusal of `Challenge.remarkRefusal`.
    public func remark(
        _ text: String, on idea: IdeaID, by member: MemberID, at now: Timestamp
    ) async throws {
        let text = text.trimmed
        try await act(by: member, at: now) { acting in
            let (found, challenge) = try acting.look.ideaInChallenge(idea)
            try refuse(challenge.remarkRefusal(for: acting.viewer))
            let card = try acting.look.ownCard(on: idea, in: challenge)
            guard found.showsRemarks(to: acting.viewer, card: card),
                try acting.look.shortlist(of: challenge.id).contains(idea)
            else { throw Refusal.notFound }
            try refuse([JuryCard.remarkRule.problem(in: text)].compactMap(\.self))
            try acting.db.insert(
                """
                INSERT INTO jury_remark (challenge_id, idea_id, member_id, text, said_at) VALUES (?, ?, ?, ?, ?)
                """, challenge.id, idea, member, text, now)
        }
    }
}

extension Acting {
    /// Deals what is not dealt yet to those who sit.
    fileprivate func dealCards(in challenge: Challenge, by rules: JuryRules) throws {
        let listed = try look.shortlist(of: challenge.id)
        let dealing = JuryDealing(
            ideas: try look.judgedIdeas(listed, in: challenge).map(\.idea),
            to: try look.seats(in: challenge.id).sorted(), by: rules,
            barring: try look.juryBars(in: challenge.id), seed: "jury \(challenge.id)")
        let dealt = try look.juryCards(in: challenge, criteria: rules.criteria.count)
        for card in dealing.cards(besides: dealt) {
            try db.execute(
                "INSERT INTO jury_card (challenge_id, member_id, idea_id, is_shared) VALUES (?, ?, ?, ?)",
                challenge.id, card.juror, card.idea, card.isShared)
        }
    }

    fileprivate func forgetScores(on idea: IdeaID, in challenge: ChallengeID) throws {
        try db.execute(
            "DELETE FROM jury_score WHERE challenge_id = ? AND member_id = ? AND idea_id = ?", challenge,
            member.id, idea)
    }
}
