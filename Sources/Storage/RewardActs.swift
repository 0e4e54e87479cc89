public import Domain

extension Store {
    /// Says how the announced money of a challenge will be divided, paid and claimed.
    ///
    /// Throws the refusal of `Challenge.planRefusal`, `.invalid` if something has to be mended.
    public func planRewards(of id: ChallengeID, as plan: RewardPlan, by member: MemberID, at now: Timestamp)
        async throws
    {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.look.challenge(id).planRefusal(for: acting.viewer))
            try refuse(plan.problems)
            try acting.db.execute(
                """
                INSERT INTO reward_plan (challenge_id, weights, decision_bps, claim_days, written_by, written_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (challenge_id) DO UPDATE SET weights = excluded.weights,
                    decision_bps = excluded.decision_bps, claim_days = excluded.claim_days,
                    written_by = excluded.written_by, written_at = excluded.written_at
                """, id, plan.weights.map(String.init).joined(separator: ","), plan.decisionBps,
                plan.claimDays, member, now)
        }
    }

    /// Sets aside in the ledger exactly what a challenge announces, before it is public.
    ///
    /// Throws the refusal of `Challenge.reservationRefusal`.
    public func reserveBudget(of id: ChallengeID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(
                challenge.reservationRefusal(for: acting.viewer, try acting.db.rewardBudget(of: id)))
            try acting.settleBudget(of: challenge)
        }
    }

    /// Gives back what is left of a budget once every winner has what they get.
    ///
    /// Throws the refusal of `Challenge.releaseRefusal`.
    public func releaseBudget(of id: ChallengeID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let kept = try acting.look.challengeRewards(id)
            try refuse(
                kept.challenge.releaseRefusal(for: acting.viewer, kept.budget, isOpen: kept.isOpen))
            guard let act = kept.challenge.returnAct(kept.budget) else { return }
            var pen = LedgerPen(acting.db)
            try pen.take(act, on: Day(now))
        }
    }

    /// Proposes for a winner the announced reward, or the part of it that `offer` says; several authors share it as they
    /// agreed. Its money is set aside until a second person decides; with two instalments there are two rewards.
    ///
    /// Throws the refusal of `Challenge.grantRefusal`.
    @discardableResult
    public func proposeReward(_ offer: RewardOffer, for id: IdeaID, by member: MemberID, at now: Timestamp)
        async throws -> [RewardID]
    {
        try await act(by: member, at: now) { try $0.propose(offer, for: id) }
    }

    /// Proposes for every winner of a challenge what its rank makes of the announced money, all of them or none.
    /// - Parameters:
    ///   - ranks: From 1, those of one rank tied.
    ///   - natures: What each of them gets, in words.
    ///
    /// Throws `.conflict(.rewardAlreadyGranted)` once anything was proposed, `.invalid` if something has to be mended.
    public func divideReward(
        of id: ChallengeID, by ranks: [IdeaID: Int], natures: [IdeaID: String], by member: MemberID,
        at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let kept = try acting.look.challengeRewards(id)
            guard kept.canDivide, let announced = kept.challenge.content.reward,
                let cents = announced.cents
            else { throw Refusal.conflict(.rewardAlreadyGranted) }
            try refuse(kept.challenge.rankProblems(ranks, of: kept.winners.map(\.idea)))
            for prize in kept.plan.prizes(of: cents, for: ranks) {
                let nature = natures[prize.idea] ?? ""
                if let problem = RewardOffer.natureRule.problem(in: nature.trimmed) {
                    throw Refusal.invalid("nature-\(prize.idea)", problem.code, limit: problem.limit)
                }
                try acting.propose(
                    RewardOffer(kind: announced.kind, cents: prize.cents, nature: nature), for: prize.idea)
            }
        }
    }

    /// Takes a reward one step further. What was proposed together is decided together.
    ///
    /// Throws the refusal of `Reward.advanceRefusal`, `.invalid` without the reason or the proof that it takes,
    /// `.notFound` to those who keep no register.
    public func advanceReward(_ id: RewardID, by step: RewardStep, member: MemberID, at now: Timestamp)
        async throws
    {
        try await act(by: member, at: now) { acting in
            let detail = try acting.look.reward(id)
            try refuse(detail.refusal(to: step.state, for: acting.viewer, on: Day(now)))
            try refuse(step.problems)
            let isDecision = step.state == .approved || step.state == .refused
            let others =
                try !isDecision
                ? []
                : acting.db.rows(
                    "SELECT id FROM reward WHERE idea_id = ? AND state = 'proposed' AND id <> ? ORDER BY id",
                    detail.reward.idea, id
                ) { $0.id(0) as RewardID }
            for reward in [id] + others { try acting.advance(reward, of: detail, by: step) }
        }
    }

    /// Claims the member's own part of a reward of which they were told.
    ///
    /// Throws the refusal of `Reward.claimRefusal`, `.notFound` if nothing of it is theirs.
    public func claimReward(_ id: RewardID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            guard let own = try acting.look.ownRewards().first(where: { $0.summary.reward.id == id }) else {
                throw Refusal.notFound
            }
            try refuse(own.summary.reward.claimRefusal(of: own.part, on: Day(now)))
            try acting.db.execute(
                "UPDATE reward_part SET claimed_at = ? WHERE reward_id = ? AND member_id = ?", now, id, member
            )
        }
    }
}

extension Acting {
    /// Proposes a reward of this transaction's author.
    @discardableResult
    fileprivate func propose(_ offer: RewardOffer, for id: IdeaID) throws -> [RewardID] {
        let (idea, challenge) = try look.ideaInChallenge(id)
        let hasReward = try look.hasReward(id)
        try refuse(challenge.grantRefusal(for: idea, hasReward: hasReward, by: viewer))
        try enterOldBudget(of: challenge)
        try refuse(
            challenge.grantRefusal(
                of: offer, for: idea, left: try db.rewardBudget(of: challenge.id).left,
                hasReward: hasReward, by: viewer))
        let plan = try look.rewardPlan(of: challenge)
        let authorship = try look.authorship(of: idea, in: challenge)
        let weights = Authorship.weights(of: authorship.authors.map(\.id), agreed: authorship.agreed)
        guard let first = authorship.authors.first else { throw Refusal.notFound }
        return try plan.instalments(of: offer.cents).map { instalment, cents in
            let reward: RewardID = Identifier(
                try db.insert(
                    """
                    INSERT INTO reward (challenge_id, idea_id, member_id, instalment, kind, cents, nature, state,
                        claim_days, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'proposed', ?, ?, ?)
                    """, challenge.id, id, first.id, instalment.rawValue, offer.kind.rawValue, cents,
                    offer.nature, plan.claimDays, member.id, now))
            let parts = cents.map { PrizeSplit.among(authors: weights, prize: $0) }
            for (author, weight) in weights {
                try db.execute(
                    "INSERT INTO reward_part (reward_id, member_id, weight, cents) VALUES (?, ?, ?, ?)",
                    reward, author, weight, parts?.first { $0.author == author }?.cents)
            }
            try keepPoints(of: offer, in: reward, among: weights)
            if let act = challenge.proposalAct(reward, (parts ?? []).map { ($0.author, $0.cents) }) {
                var pen = LedgerPen(db)
                try pen.take(act, on: Day(now))
            }
            try note(RewardStep(to: .proposed), of: reward)
            return reward
        }
    }

    fileprivate func advance(_ id: RewardID, of detail: RewardDetail, by step: RewardStep) throws {
        let parts = try db.rewardParts(of: id).map(\.part)
        try book(step.state, of: id, parts, in: detail.challenge)
        try note(step, of: id)
        switch step.state {
        case .notified:
            let last = Day(number: Day(now).number + detail.reward.claimDays)
            try db.execute(
                "UPDATE reward SET state = 'notified', claim_until = ? WHERE id = ?", last.description, id)
        case .unclaimed:
            try db.execute(
                """
                UPDATE reward_part SET returned_at = ?
                WHERE reward_id = ? AND claimed_at IS NULL AND returned_at IS NULL
                """, now, id)
            // Those who claimed theirs still get it.
            guard !parts.contains(where: { $0.claimedAt != nil }) else { return }
            try db.execute("UPDATE reward SET state = 'unclaimed' WHERE id = ?", id)
        case .proposed, .refused, .approved, .delivered, .closed:
            try db.execute("UPDATE reward SET state = ? WHERE id = ?", step.state.rawValue, id)
        }
    }

    private func note(_ step: RewardStep, of reward: RewardID) throws {
        try db.execute(
            "INSERT INTO reward_event (reward_id, state, by_id, note, happened_at) VALUES (?, ?, ?, ?, ?)",
            reward, step.state.rawValue, member.id,
            step.state == .refused || step.state == .delivered ? step.note : "", now)
    }
}
