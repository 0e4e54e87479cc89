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

    /// What a member was granted in money.
    public static func prizes(of member: MemberID) -> LedgerAccount {
        LedgerAccount(known: "member:\(member):prizes")
    }
}

extension Challenge {
    /// Sets aside what the challenge announces, once it is public; nil if nothing is missing.
    /// - Parameter booked: The cents that were set aside before.
    public func potAct(booked: Int64) -> LedgerAct? {
        guard standing != .draft, let announced = content.reward?.cents else { return nil }
        let amount = announced - booked
        let transfers = [
            Transfer(amount, .euros, from: .sponsor(of: id), to: .pot(of: id)),
            Transfer(amount, .euros, from: .pot(of: id), to: .reserved(for: id)),
        ].compactMap(\.self)
        return transfers.isEmpty ? nil : .post(LedgerKey(known: "pot:\(id):\(announced)"), transfers)
    }

    /// Grants a winner `cents` of what is set aside; nil if it is no money.
    public func prizeAct(_ cents: Int64?, for idea: IdeaID, to member: MemberID) -> LedgerAct? {
        guard let cents,
            let transfer = Transfer(cents, .euros, from: .reserved(for: id), to: .prizes(of: member))
        else { return nil }
        return .post(LedgerKey(known: "prize:\(id):\(idea):\(member)"), [transfer])
    }
}
