import Domain

extension Acting {
    /// Sets aside in the ledger what a public challenge announces and was not set aside yet: before anybody takes part,
    /// and again when more is announced.
    ///
    /// A challenge that was public before there was a ledger is entered with all that was granted in it.
    func bookPot(of id: ChallengeID) throws {
        let challenge = try look.challenge(id)
        let sponsor = LedgerPlace(.sponsor(of: id), .euros)
        let booked = -(try db.ledgerBalance(in: sponsor, through: .max).posted)
        guard let act = challenge.potAct(booked: booked) else { return }
        var pen = LedgerPen(db)
        try pen.take(act, on: Day(now))
        guard booked == 0 else { return }
        let granted = try db.rows(
            """
            SELECT coalesce(s.cents, r.cents), r.idea_id, coalesce(s.member_id, r.member_id)
            FROM reward r LEFT JOIN reward_part s ON s.reward_id = r.id
            WHERE r.challenge_id = ? ORDER BY r.granted_at, r.id
            """, id
        ) { challenge.prizeAct($0.intOrNil(0), for: $0.id(1), to: $0.id(2)) }
        for act in granted.compactMap(\.self) { try pen.take(act, on: Day(now)) }
    }

    /// Grants a winner their part of what is set aside.
    func bookPrize(_ cents: Int64?, for idea: IdeaID, to winner: MemberID, in challenge: Challenge) throws {
        guard let act = challenge.prizeAct(cents, for: idea, to: winner) else { return }
        try bookPot(of: challenge.id)
        var pen = LedgerPen(db)
        try pen.take(act, on: Day(now))
    }

    /// Books a reward for those who sign an idea: whole for one, by their weights for several.
    func share(
        _ cents: Int64?, of reward: RewardID, for idea: IdeaID, as authorship: Authorship,
        in challenge: Challenge
    ) throws {
        let weights = Authorship.weights(of: authorship.authors.map(\.id), agreed: authorship.agreed)
        let parts = cents.map { PrizeSplit.among(authors: weights, prize: $0) }
        for (author, weight) in weights {
            let part = parts?.first { $0.author == author }?.cents
            try bookPrize(part, for: idea, to: author, in: challenge)
            guard weights.count > 1 else { continue }
            try db.execute(
                "INSERT INTO reward_part (reward_id, member_id, weight, cents) VALUES (?, ?, ?, ?)", reward,
                author, weight, part)
        }
    }
}
