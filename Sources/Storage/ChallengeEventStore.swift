import Domain

extension Look {
    /// What changed about `challenge` since it was published, the newest first, at most 50 events.
    func events(of challenge: Challenge) throws -> [ChallengeEvent] {
        let rows = try db.rows(
            """
            SELECT e.id, e.kind, e.reason, p.id, p.pseudonym, p.is_staff, e.happened_at
            FROM challenge_event e JOIN member p ON p.id = e.by_id
            WHERE e.challenge_id = ? ORDER BY e.happened_at DESC, e.id DESC LIMIT 50
            """, challenge.id
        ) { row in
            ChallengeEvent(
                id: row.id(0), kind: try row.word(1), reason: row.textOrNil(2), by: row.member(3),
                happenedAt: row.time(6), moves: [])
        }
        guard rows.contains(where: { $0.kind == .datesChanged }) else { return rows }
        let moves = try moves(of: rows.map(\.id))
        return rows.map { event in
            ChallengeEvent(
                id: event.id, kind: event.kind, reason: event.reason, by: event.by,
                happenedAt: event.happenedAt, moves: moves[event.id] ?? [])
        }
    }

    /// The dates that each of `events` changed.
    func moves(of events: [ChallengeEventID]) throws -> [ChallengeEventID: [PhaseMove]] {
        guard !events.isEmpty else { return [:] }
        let rows = try db.rows(
            """
            SELECT m.event_id, m.kind, m.old_opens_at, m.old_closes_at, m.new_opens_at, m.new_closes_at
            FROM json_each(?) n JOIN phase_move m ON m.event_id = n.value ORDER BY n.key, m.place
            """, "[\(events.map(\.description).joined(separator: ","))]"
        ) { row in
            (
                event: row.id(0) as ChallengeEventID,
                move: PhaseMove(
                    kind: try row.word(1),
                    old: row.timeOrNil(2).map {
                        PhaseMove.Dates(opensAt: $0, closesAt: row.timeOrNil(3))
                    },
                    new: PhaseMove.Dates(opensAt: row.time(4), closesAt: row.timeOrNil(5)))
            )
        }
        return Dictionary(grouping: rows, by: \.event).mapValues { $0.map(\.move) }
    }
}

extension Acting {
    /// Notes for everybody what is done with a public challenge.
    func note(
        _ kind: ChallengeEvent.Kind, of challenge: ChallengeID, because reason: String? = nil,
        _ moves: [PhaseMove] = []
    ) throws {
        let event = try db.insert(
            """
            INSERT INTO challenge_event (challenge_id, kind, reason, by_id, happened_at) VALUES (?, ?, ?, ?, ?)
            """, challenge, kind.rawValue, reason?.trimmed, member.id, now)
        for (place, move) in moves.enumerated() {
            try db.execute(
                """
                INSERT INTO phase_move (event_id, place, kind, old_opens_at, old_closes_at, new_opens_at, new_closes_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, event, place, move.kind.rawValue, move.old?.opensAt, move.old?.closesAt,
                move.new.opensAt, move.new.closesAt)
        }
    }
}
