import Domain

extension Reading {
    /// What is set aside for the winners of a challenge, as the ledger has it.
    func rewardBudget(of challenge: ChallengeID) throws -> RewardBudget {
        func balance(_ account: LedgerAccount) throws -> LedgerBalance {
            try ledgerBalance(in: LedgerPlace(account, .euros), through: .max)
        }
        let sponsored = -(try balance(.sponsor(of: challenge)).posted)
        let reserved = try balance(.reserved(for: challenge))
        let returned = try balance(.returned(from: challenge)).posted
        return RewardBudget(
            reserved: sponsored, proposed: reserved.held, granted: sponsored - returned - reserved.posted,
            delivered: try balance(.delivered(in: challenge)).posted, returned: returned)
    }
}

extension Acting {
    /// Brings what the ledger sets aside for a challenge to what it announces, or to `cents`.
    func settleBudget(of challenge: Challenge, to cents: Int64? = nil) throws {
        let account = try db.ledgerAccountNumber(.sponsor(of: challenge.id))
        let line = try db.one("SELECT count(*) FROM ledger_balance WHERE account_id = ?", account ?? 0) {
            $0.count(0)
        }
        let budget = try db.rewardBudget(of: challenge.id)
        let target = cents ?? challenge.announcedCents
        guard let act = challenge.budgetAct(budget, to: target, line: line ?? 0) else { return }
        var pen = LedgerPen(db)
        try pen.take(act, on: Day(now))
    }

    /// Enters a challenge that was public before there was a ledger, with all that was granted in it.
    func enterOldBudget(of challenge: Challenge) throws {
        let isKnown = try db.ledgerAccountNumber(.sponsor(of: challenge.id)) != nil
        guard !isKnown, challenge.standing != .draft, challenge.announcedCents > 0 else { return }
        try settleBudget(of: challenge)
        let granted = try db.rows(
            """
            SELECT s.cents, r.idea_id, s.member_id
            FROM reward r CROSS JOIN reward_part s ON s.reward_id = r.id
            WHERE r.challenge_id = ? ORDER BY r.proposed_at, r.id
            """, challenge.id
        ) { challenge.prizeAct($0.intOrNil(0), for: $0.id(1), to: $0.id(2)) }
        var pen = LedgerPen(db)
        for act in granted.compactMap(\.self) { try pen.take(act, on: Day(now)) }
    }

    /// Books what a step of a reward does to its money.
    func book(_ state: Reward.State, of reward: RewardID, _ parts: [RewardPart], in challenge: Challenge)
        throws
    {
        try enterOldBudget(of: challenge)
        var pen = LedgerPen(db)
        let award = LedgerKey.award(reward, in: challenge.id)
        let acts: [LedgerAct?] =
            switch state {
            case .approved, .refused:
                // Without money there is nothing to settle.
                [try db.ledgerEntry(award).map { _ in state == .approved ? .settle(award) : .void(award) }]
            case .delivered: parts.filter(\.stands).map { challenge.deliveryAct(reward, $0) }
            case .unclaimed:
                parts.filter { $0.stands && $0.claimedAt == nil }.map { challenge.unclaimedAct(reward, $0) }
            case .proposed, .notified, .closed: []
            }
        for act in acts.compactMap(\.self) { try pen.take(act, on: Day(now)) }
    }
}
