public import Domain

/// A deed about an idea for whoever may read it.
public struct DeedDetail: Sendable {
    public let idea: Idea
    public let challenge: Challenge
    public let authors: [Member]
    /// The last version; nil if there is none.
    public let deed: Deed?
    /// 0 without one.
    public let number: Int
    public let writtenAt: Timestamp?
}

extension Look {
    /// The last deed about an idea. Throws `Refusal.notFound` unless the viewer signs the idea or manages its challenge.
    public func deed(about id: IdeaID) throws -> DeedDetail {
        let (idea, challenge) = try ideaInChallenge(id)
        guard idea.showsDeed(to: viewer, in: challenge) else { throw Refusal.notFound }
        let found = try db.one(
            """
            SELECT id, number, purpose, place, years, is_exclusive, price, written_at FROM deed
            WHERE idea_id = ? ORDER BY number DESC LIMIT 1
            """, id
        ) { row in
            (
                id: row.int(0), number: row.count(1), purpose: row.text(2),
                place: try row.word(3, as: Deed.Place.self), years: row.count(4), isExclusive: row.flag(5),
                price: row.text(6), at: row.time(7)
            )
        }
        let deed = try found.map { found in
            Deed(
                rights: try db.rows(
                    "SELECT name, extent FROM deed_right WHERE deed_id = ? ORDER BY place", found.id
                ) { Deed.Grant(try $0.word(0), extent: $0.text(1)) },
                purpose: found.purpose, place: found.place, years: found.years,
                isExclusive: found.isExclusive, price: found.price)
        }
        return DeedDetail(
            idea: idea, challenge: challenge, authors: try authorship(of: idea, in: challenge).authors,
            deed: deed, number: found?.number ?? 0, writtenAt: found?.at)
    }

    /// Whether there is a deed about `idea` that the viewer may read.
    public func hasDeed(about idea: Idea, in challenge: Challenge) throws -> Bool {
        guard idea.decision?.isKept == true, idea.showsDeed(to: viewer, in: challenge) else { return false }
        return try db.exists("SELECT 1 FROM deed WHERE idea_id = ?", idea.id)
    }

    /// The same for whoever draws it up. Throws the refusal of `Idea.deedRefusal`.
    public func deedToWrite(about id: IdeaID) throws -> DeedDetail {
        try requireDesk()
        let (idea, challenge) = try ideaInChallenge(id)
        try refuse(idea.deedRefusal(for: viewer, in: challenge))
        return try deed(about: id)
    }
}

extension Store {
    /// Draws up a deed about an idea; the same one again changes nothing.
    ///
    /// Throws the refusal of `Idea.deedRefusal`, `.invalid` if something has to be mended.
    public func drawUp(_ deed: Deed, about id: IdeaID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let found = try acting.look.deedToWrite(about: id)
            try refuse(deed.problems)
            guard found.deed != deed else { return }
            let number = try acting.db.insert(
                """
                INSERT INTO deed (idea_id, number, purpose, place, years, is_exclusive, price, written_by, written_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, id, found.number + 1, deed.purpose, deed.place.rawValue, deed.years, deed.isExclusive,
                deed.price, member, now)
            for (place, grant) in deed.rights.enumerated() {
                try acting.db.execute(
                    "INSERT INTO deed_right (deed_id, place, name, extent) VALUES (?, ?, ?, ?)", number,
                    place, grant.right.rawValue, grant.extent)
            }
        }
    }
}
