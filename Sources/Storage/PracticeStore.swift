public import Domain

/// In what order practices are listed.
public enum PracticeOrder: String, CaseIterable, Sendable {
    case newest
    /// What costs least first.
    case cheapest
}

/// Which practices are listed.
public enum PracticeChoice: String, CaseIterable, Sendable {
    case all
    /// Those that the viewer applies.
    case applied
    /// Those that the viewer proposed, hidden ones too.
    case own
    /// Those that moderators took from the list; for moderators.
    case hidden
}

extension Look {
    /// Practices on one page of their list.
    public static let practicesPerPage = 20

    private static func practiceColumns(in community: CommunityID) -> String {
        """
        q.id, q.community_id, q.title, q.does, q.needs, q.cost, q.takes, p.id, \(authorName(in: community)), p.is_staff,
        q.author_id, q.proposed_at, q.edited_at, q.hidden_at, q.hidden_reason, q.hidden_note, q.told_on, q.told_count,
        (SELECT y.begun_at FROM practice_use y WHERE y.practice_id = q.id AND y.member_id = :viewer)
        """
    }

    /// A practice before what changed since its tally is known.
    private typealias Found = (practice: Practice, tally: PracticeTally)

    private static func makePractice(_ row: borrowing Row) throws -> Found {
        let hiddenAt = row.timeOrNil(13)
        let reason: ModerationReason? = try row.wordOrNil(14)
        let tally = PracticeTally(
            toldOn: row.intOrNil(16).map { Day(number: Int($0)) }, count: row.count(17))
        let practice = Practice(
            id: row.id(0), community: row.id(1),
            content: PracticeContent(
                title: row.text(2), does: row.text(3), needs: row.text(4), cost: row.int(5),
                takes: row.text(6)),
            author: row.member(7), proposedBy: row.id(10), proposedAt: row.time(11),
            editedAt: row.timeOrNil(12),
            hiding: reason.flatMap { reason in
                hiddenAt.map { Practice.Hiding(reason: reason, note: row.textOrNil(15) ?? "", at: $0) }
            }, appliers: nil, appliedSince: row.timeOrNil(18))
        return (practice, tally)
    }

    /// Throws `notFound` to those who may not read what members of the community write.
    private func requirePractices(of community: CommunityID) throws {
        guard viewer.seesPractices(of: community) else { throw Refusal.notFound }
    }

    /// One page of the practices of a community. Throws `notFound` to those who may not read them.
    public func practices(
        of community: CommunityID, _ choice: PracticeChoice = .all, by order: PracticeOrder = .newest,
        page: Int = 1, size: Int = Self.practicesPerPage
    ) throws -> ListPage<Practice> {
        try requirePractices(of: community)
        let page = max(1, page)
        let walk =
            switch choice {
            case .all:
                """
                FROM practice q INDEXED BY \(order == .newest ? "practice_newest" : "practice_cheapest")
                CROSS JOIN member p ON p.id = q.author_id WHERE q.community_id = ? AND q.hidden_at IS NULL
                ORDER BY \(order == .newest ? "" : "q.cost, ")q.id DESC
                """
            case .applied:
                """
                FROM practice_use u INDEXED BY practice_use_by_member CROSS JOIN practice q ON q.id = u.practice_id
                CROSS JOIN member p ON p.id = q.author_id
                WHERE u.member_id = :viewer AND q.community_id = ? AND q.hidden_at IS NULL
                ORDER BY u.practice_id DESC
                """
            case .own:
                """
                FROM practice q INDEXED BY practice_by_author CROSS JOIN member p ON p.id = q.author_id
                WHERE q.author_id = :viewer AND q.community_id = ? ORDER BY q.id DESC
                """
            case .hidden:
                """
                FROM practice q INDEXED BY practice_hidden CROSS JOIN member p ON p.id = q.author_id
                WHERE q.community_id = ? AND q.hidden_at IS NOT NULL ORDER BY q.hidden_at DESC, q.id DESC
                """
            }
        if choice == .hidden, !viewer.moderatesCommunities { throw Refusal.notFound }
        let found = try db.rows(
            "SELECT \(Self.practiceColumns(in: community)) \(walk) LIMIT ? OFFSET ?", community, size + 1,
            (page - 1) * size, make: Self.makePractice)
        return ListPage(fetched: try told(found), number: page, size: size)
    }

    /// A practice of a community. Throws `notFound` unless the viewer may read it.
    public func practice(_ id: PracticeID, of community: CommunityID) throws -> Practice {
        try requirePractices(of: community)
        let found = try db.one(
            """
            SELECT \(Self.practiceColumns(in: community)) FROM practice q CROSS JOIN member p ON p.id = q.author_id
            WHERE q.id = ? AND q.community_id = ?
            """, id, community, make: Self.makePractice)
        guard let found, let practice = try told([found]).first, practice.isVisible(to: viewer) else {
            throw Refusal.notFound
        }
        return practice
    }

    /// The same with how many apply each, as far as it may be told.
    private func told(_ found: [Found]) throws -> [Practice] {
        let numbers = "[\(found.map(\.practice.id.description).joined(separator: ","))]"
        let changes = try db.practiceChanges(of: numbers)
        return found.map { practice, tally in
            let tally = tally.moved(on: changes[practice.id] ?? [], before: Day(now), by: anonymity)
            return Practice(
                id: practice.id, community: practice.community, content: practice.content,
                author: practice.author, proposedBy: practice.proposedBy, proposedAt: practice.proposedAt,
                editedAt: practice.editedAt, hiding: practice.hiding, appliers: tally.figure(by: anonymity),
                appliedSince: practice.appliedSince)
        }
    }
}

extension Reading {
    /// What changed in these practices (numbers as JSON) since their tallies, the earliest first.
    func practiceChanges(of numbers: String) throws -> [PracticeID: [PracticeChange]] {
        let rows = try rows(
            """
            SELECT c.practice_id, c.day, c.member_id, c.applies FROM json_each(?) n
            CROSS JOIN practice_change c ON c.practice_id = n.value ORDER BY n.key, c.day, c.member_id
            """, numbers
        ) { row in
            (
                practice: row.id(0) as PracticeID,
                change: PracticeChange(
                    day: Day(number: row.count(1)), member: row.id(2), applies: row.flag(3))
            )
        }
        return Dictionary(grouping: rows, by: \.practice).mapValues { $0.map(\.change) }
    }
}

extension Store {
    /// Proposes a practice in a community.
    ///
    /// Throws the refusal of `Viewer.practiceRefusal(in:)`, `.invalid` if something has to be mended.
    @discardableResult
    public func proposePractice(
        _ content: PracticeContent, in community: CommunityID, by member: MemberID, at now: Timestamp
    ) async throws -> PracticeID {
        try await act(by: member, at: now) { acting in
            try refuse(acting.viewer.practiceRefusal(in: community))
            try refuse(content.problems)
            return Identifier(
                try acting.db.insert(
                    """
                    INSERT INTO practice (community_id, author_id, title, does, needs, cost, takes, proposed_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """, community, member, content.title, content.does, content.needs, content.cost,
                    content.takes, now))
        }
    }

    /// Changes what a practice says. Throws the refusal of `Practice.changeRefusal`, `.invalid`.
    public func changePractice(
        _ id: PracticeID, of community: CommunityID, to content: PracticeContent, by member: MemberID,
        at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let practice = try acting.look.practice(id, of: community)
            try refuse(practice.changeRefusal(for: acting.viewer))
            try refuse(content.problems)
            guard content != practice.content else { return }
            try acting.db.execute(
                """
                UPDATE practice SET title = ?, does = ?, needs = ?, cost = ?, takes = ?, edited_at = ? WHERE id = ?
                """, content.title, content.does, content.needs, content.cost, content.takes, now, id)
        }
    }

    /// Notes that somebody applies a practice, or no longer does. Said twice, it holds once.
    ///
    /// Throws the refusal of `Practice.applyingRefusal`.
    public func setApplying(
        _ applies: Bool, _ id: PracticeID, of community: CommunityID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let practice = try acting.look.practice(id, of: community)
            try refuse(practice.applyingRefusal(for: acting.viewer))
            guard applies != (practice.appliedSince != nil) else { return }
            try acting.note(applies, id)
        }
    }

    /// Takes a practice from the list with a reason, or puts it back with none.
    ///
    /// Throws the refusal of `Practice.moderationRefusal`, `.invalid` if the reason needs words.
    public func judgePractice(
        _ id: PracticeID, of community: CommunityID, _ verdict: Verdict, by member: MemberID,
        at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(
                try acting.look.practice(id, of: community).moderationRefusal(for: acting.viewer))
            try refuse(verdict.problems)
            switch verdict {
            case .show:
                try acting.db.execute(
                    """
                    UPDATE practice SET hidden_at = NULL, hidden_by = NULL, hidden_reason = NULL, hidden_note = NULL
                    WHERE id = ?
                    """, id)
            case .hide(let reason, let note):
                try acting.db.execute(
                    """
                    UPDATE practice SET hidden_at = ?, hidden_by = ?, hidden_reason = ?, hidden_note = ? WHERE id = ?
                    """, now, member, reason.rawValue, note.trimmed, id)
            }
        }
    }
}

extension Acting {
    /// Lets the member apply no practice any more: of one community, or of all.
    func endPractices(of community: CommunityID? = nil) throws {
        let applied: [(id: PracticeID, community: CommunityID)] = try db.rows(
            """
            SELECT u.practice_id, q.community_id FROM practice_use u INDEXED BY practice_use_by_member
            CROSS JOIN practice q ON q.id = u.practice_id WHERE u.member_id = ?
            """, member.id
        ) { ($0.id(0), $0.id(1)) }
        for practice in applied where community == nil || practice.community == community {
            try note(false, practice.id)
        }
    }

    /// Notes a change, once what could be told by now is kept as the tally.
    fileprivate func note(_ applies: Bool, _ id: PracticeID) throws {
        let today = Day(now)
        let known = try db.one("SELECT told_on, told_count FROM practice WHERE id = ?", id) { row in
            PracticeTally(toldOn: row.intOrNil(0).map { Day(number: Int($0)) }, count: row.count(1))
        }
        let changes = try db.practiceChanges(of: "[\(id)]")[id] ?? []
        if let known, case let tally = known.moved(on: changes, before: today, by: look.anonymity),
            let day = tally.toldOn, day != known.toldOn
        {
            try db.execute(
                "UPDATE practice SET told_on = ?, told_count = ? WHERE id = ?", Int64(day.number),
                Int64(tally.count), id)
            try db.execute(
                "DELETE FROM practice_change WHERE practice_id = ? AND day <= ?", id, Int64(day.number))
        }
        // Done and undone on one day is nothing at all.
        let undone = try db.execute(
            "DELETE FROM practice_change WHERE practice_id = ? AND day = ? AND member_id = ?", id,
            Int64(today.number), member.id)
        if undone == 0 {
            try db.execute(
                "INSERT INTO practice_change (practice_id, day, member_id, applies) VALUES (?, ?, ?, ?)", id,
                Int64(today.number), member.id, applies)
        }
        if applies {
            try db.execute(
                "INSERT INTO practice_use (practice_id, member_id, begun_at) VALUES (?, ?, ?)", id, member.id,
                now)
        } else {
            try db.execute(
                "DELETE FROM practice_use WHERE practice_id = ? AND member_id = ?", id, member.id)
        }
    }
}
