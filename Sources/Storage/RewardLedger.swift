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
            "SELECT cents, idea_id, member_id FROM reward WHERE challenge_id = ? ORDER BY granted_at, id", id
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
}
