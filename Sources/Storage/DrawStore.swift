public import Domain

/// Somebody who was drawn, for those who hand over what they won.
public struct DrawnWinner: Sendable {
    public let code: String
    /// Nil once the account is gone.
    public let member: Member?
}

extension Look {
    /// The draw of a challenge that the viewer may see; nil if there is none. The seed is in it once it was drawn.
    public func prizeDraw(of challenge: Challenge) throws -> PrizeDraw? {
        try db.prizeDraw(of: challenge.id)
    }

    /// Under which code the viewer is on the list of a draw; nil if they are not, or it is not fixed yet.
    public func ownTicket(in challenge: ChallengeID) throws -> String? {
        try db.one(
            "SELECT code FROM draw_ticket WHERE challenge_id = ? AND member_id = ?", challenge, viewerNumber
        ) { $0.text(0) }
    }

    /// The draw of a challenge for those who manage it, with who was drawn, the first prize first.
    public func drawToManage(_ id: ChallengeID) throws -> (
        challenge: Challenge, draw: PrizeDraw?, winners: [DrawnWinner]
    ) {
        try requireDesk()
        let challenge = try challenge(id)
        try refuse(challenge.managementRefusal(for: viewer))
        let draw = try db.prizeDraw(of: id)
        let tickets = draw?.drawn?.draw.result ?? []
        let winners = try tickets.map { ticket in
            let member = try db.one(
                """
                SELECT p.id, p.pseudonym, p.is_staff FROM draw_ticket t CROSS JOIN member p ON p.id = t.member_id
                WHERE t.challenge_id = ? AND t.code = ?
                """, id, ticket.participant
            ) { $0.member(0) }
            return DrawnWinner(code: ticket.participant, member: member ?? nil)
        }
        return (challenge, draw, winners)
    }
}

extension Store {
    /// Commits to a draw: its seed is kept secret, its SHA-256 is public from now on.
    /// - Parameter seed: Chance, of 32 to 128 letters, digits and `:_./-`.
    ///
    /// Throws the refusal of `Challenge.commitmentRefusal`, `.invalid` if something has to be mended.
    public func commitDraw(
        of id: ChallengeID, winners: Int, source: String, seed: String, by member: MemberID,
        at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let found = try acting.look.drawToManage(id)
            try refuse(
                found.challenge.commitmentRefusal(for: acting.viewer, hasDraw: found.draw != nil, at: now))
            try refuse(PrizeDraw.problems(winners: winners, source: source))
            try acting.db.execute(
                """
                INSERT INTO prize_draw (challenge_id, commitment, seed, winners, source, committed_by, committed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, id, Fingerprint(of: seed).bytes, seed, winners, source.trimmed, member, now)
        }
    }

    /// Fixes the list of those who took part, the insurer's own people apart, and draws among them.
    ///
    /// Throws the refusal of `Challenge.drawRefusal`, `.invalid` if the public input has to be mended, a conflict if
    /// nobody took part.
    public func draw(in id: ChallengeID, publicInput: String, by member: MemberID, at now: Timestamp)
        async throws
    {
        let input = publicInput.trimmed
        try await act(by: member, at: now) { acting in
            let found = try acting.look.drawToManage(id)
            try refuse(found.challenge.drawRefusal(for: acting.viewer, found.draw, at: now))
            try refuse([PrizeDraw.problem(inPublicInput: input)].compactMap(\.self))
            guard let draw = found.draw else { throw Refusal.conflict(.drawNotCommitted) }
            let participants: [MemberID] = try acting.db.rows(
                """
                SELECT n.member_id FROM participation n CROSS JOIN member p ON p.id = n.member_id
                WHERE n.challenge_id = ? AND p.is_staff = 0 AND p.is_administrator = 0 AND p.deleted_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM role r WHERE r.member_id = p.id)
                """, id
            ) { $0.id(0) }
            guard !participants.isEmpty else { throw Refusal.conflict(.drawEmpty) }
            for (code, participant) in PrizeDraw.tickets(participants, commitment: draw.commitment) {
                try acting.db.execute(
                    "INSERT INTO draw_ticket (challenge_id, code, member_id) VALUES (?, ?, ?)", id, code,
                    participant)
            }
            try acting.db.execute(
                "UPDATE prize_draw SET public_input = ?, drawn_by = ?, drawn_at = ? WHERE challenge_id = ?",
                input, member, now, id)
        }
    }
}

extension Reading {
    /// The draw of a challenge.
    fileprivate func prizeDraw(of challenge: ChallengeID) throws -> PrizeDraw? {
        let found = try one(
            """
            SELECT commitment, seed, winners, source, committed_at, public_input, drawn_at FROM prize_draw
            WHERE challenge_id = ?
            """, challenge
        ) { row in
            (
                commitment: Fingerprint(bytes: row.blob(0)) ?? .zero, seed: row.text(1),
                winners: row.count(2), source: row.text(3), committedAt: row.time(4),
                input: row.textOrNil(5), drawnAt: row.timeOrNil(6)
            )
        }
        guard let found else { return nil }
        var drawn: PrizeDraw.Drawn?
        if let input = found.input, let drawnAt = found.drawnAt {
            let codes = try rows(
                "SELECT code FROM draw_ticket WHERE challenge_id = ? ORDER BY code", challenge
            ) { $0.text(0) }
            drawn = PrizeDraw.Drawn(
                draw: Draw(
                    commitment: found.commitment, seed: found.seed, publicInput: input, participants: codes,
                    winners: found.winners), at: drawnAt)
        }
        return PrizeDraw(
            challenge: challenge, commitment: found.commitment, winners: found.winners,
            source: found.source, committedAt: found.committedAt, drawn: drawn)
    }
}
