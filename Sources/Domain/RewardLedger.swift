extension LedgerAccount {
    /// Whoever pays for the rewards of a challenge; what it is below zero is what was set aside so far.
    public static func sponsor(of challenge: ChallengeID) -> LedgerAccount {
        LedgerAccount(known: "world:sponsor:\(challenge)")
    }

    /// What was announced for the winners of a challenge.
    public static func pot(of challenge: ChallengeID) -> LedgerAccount {
        LedgerAccount(known: "challenge:\(challenge):pot")
    }

    /// What of it is set aside for them and not granted yet.
    public static func reserved(for challenge: ChallengeID) -> LedgerAccount {
        LedgerAccount(known: "challenge:\(challenge):reserved")
    }

    /// What was handed over to the winners of a challenge.
    public static func delivered(in challenge: ChallengeID) -> LedgerAccount {
        LedgerAccount(known: "world:delivered:\(challenge)")
    }

    /// What of a challenge's budget nobody got, and went back to whoever pays.
    public static func returned(from challenge: ChallengeID) -> LedgerAccount {
        LedgerAccount(known: "world:returned:\(challenge)")
    }

    /// What a member was granted in money and was not handed over yet.
    public static func prizes(of member: MemberID) -> LedgerAccount {
        LedgerAccount(known: "member:\(member):prizes")
    }
}

extension Challenge {
    /// Brings what is set aside in `budget` to `cents`; nil if it is that already.
    /// - Parameter line: How many lines of the ledger touched the sponsor before: each change is a fact of its own.
    public func budgetAct(_ budget: RewardBudget, to cents: Int64, line: Int) -> LedgerAct? {
        let missing = cents - budget.reserved
        let way: [LedgerAccount] = [.sponsor(of: id), .pot(of: id), .reserved(for: id)]
        let stops = missing > 0 ? way : way.reversed()
        let transfers = zip(stops, stops.dropFirst()).compactMap {
            Transfer(abs(missing), .euros, from: $0, to: $1)
        }
        return transfers.isEmpty ? nil : .post(LedgerKey(known: "budget:\(id):\(line)"), transfers)
    }

    /// Gives back what is left of the budget; nil if nothing is.
    public func returnAct(_ budget: RewardBudget) -> LedgerAct? {
        Transfer(budget.left, .euros, from: .reserved(for: id), to: .returned(from: id)).map {
            .post(LedgerKey(known: "budget-return:\(id):\(budget.returned)"), [$0])
        }
    }

    /// Grants a winner `cents` of what is set aside, as it was done before a second person had to approve; nil if it is
    /// no money.
    public func prizeAct(_ cents: Int64?, for idea: IdeaID, to member: MemberID) -> LedgerAct? {
        guard let cents,
            let transfer = Transfer(cents, .euros, from: .reserved(for: id), to: .prizes(of: member))
        else { return nil }
        return .post(LedgerKey(known: "prize:\(id):\(idea):\(member)"), [transfer])
    }

    /// Sets a reward's money aside for those who share it, until a second person decides; nil if it is no money.
    public func proposalAct(_ reward: RewardID, _ parts: [(member: MemberID, cents: Int64)]) -> LedgerAct? {
        let transfers = parts.compactMap {
            Transfer($0.cents, .euros, from: .reserved(for: id), to: .prizes(of: $0.member))
        }
        return transfers.isEmpty ? nil : .reserve(.award(reward, in: id), transfers)
    }

    /// Notes that a part was handed over; nil if it is no money.
    public func deliveryAct(_ reward: RewardID, _ part: RewardPart) -> LedgerAct? {
        Transfer(part.cents ?? 0, .euros, from: .prizes(of: part.number), to: .delivered(in: id)).map {
            .post(LedgerKey(known: "delivered:\(reward):\(part.number)"), [$0])
        }
    }

    /// Gives a part that nobody claimed back to the budget; nil if it is no money.
    public func unclaimedAct(_ reward: RewardID, _ part: RewardPart) -> LedgerAct? {
        Transfer(part.cents ?? 0, .euros, from: .prizes(of: part.number), to: .reserved(for: id)).map {
            .post(LedgerKey(known: "unclaimed:\(reward):\(part.number)"), [$0])
        }
    }
}

extension LedgerKey {
    /// Under which the money of a reward is set aside.
    public static func award(_ reward: RewardID, in challenge: ChallengeID) -> LedgerKey {
        LedgerKey(known: "award:\(challenge):\(reward)")
    }
}
