import Domain

/// What somebody did that others found useful or the insurer kept, as the tables have it now.
struct PointDeeds {
    let facts: [PointFact]
    /// Whether the insurer answered an idea of theirs.
    let hasAnswer: Bool
}

extension Reading {
    /// All that earns points for a member, or gives a badge. An idea that was merged counts as the one that stands; what
    /// somebody decided, asked or published themselves earns them nothing.
    /// - Parameter isPublic: Whether only what everybody may see counts.
    func pointDeeds(of member: MemberID, isPublic: Bool = false) throws -> PointDeeds {
        let circle =
            isPublic ? "c.community_id IS NULL AND c.segment_id IS NULL AND NOT c.is_by_invitation" : "TRUE"
        let ideas = try ideaFacts(of: member, in: circle)
        let facts =
            try ideas.facts + clarificationFacts(of: member, in: circle) + thanksFacts(of: member, in: circle)
            + (isPublic ? [] : rewardFacts(of: member))
        return PointDeeds(facts: facts, hasAnswer: ideas.hasAnswer)
    }

    private func ideaFacts(of member: MemberID, in circle: String) throws -> PointDeeds {
        let signed = try rows(
            """
            SELECT coalesce(o.merged_into, o.id) FROM idea o WHERE o.author_id = ?1 AND o.visibility <> 'draft'
            UNION ALL SELECT coalesce(o.merged_into, o.id) FROM co_author g CROSS JOIN idea o ON o.id = g.idea_id
                WHERE g.member_id = ?1 AND g.state = 'joined'
            """, member
        ) { $0.int(0) }
        guard !signed.isEmpty else { return PointDeeds(facts: [], hasAnswer: false) }
        let kept = "('winner', 'accepted', 'planned', 'inProgress', 'implemented')"
        func since(_ condition: String) -> String {
            """
            (SELECT min(d.published_at) FROM decision d WHERE d.idea_id = i.id AND d.published_at IS NOT NULL
                AND d.decided_by <> ?2 AND d.\(condition))
            """
        }
        let found = try rows(
            """
            SELECT i.id, b.counted_at, CASE WHEN i.decision IN \(kept) THEN \(since("code IN \(kept)")) END,
                CASE WHEN i.decision = 'implemented' THEN \(since("code = 'implemented'")) END,
                i.first_answer_at IS NOT NULL
            FROM json_each(?1) n CROSS JOIN idea i ON i.id = n.value CROSS JOIN challenge c ON c.id = i.challenge_id
            LEFT JOIN idea_backing b ON b.idea_id = i.id AND b.backers >= ?3
            WHERE i.visibility IN ('public', 'sealed') AND \(circle)
            """, "[\(Set(signed).sorted().map(String.init).joined(separator: ","))]", member,
            PointSource.backersNeeded
        ) { row in
            let facts = [
                (PointSource.supported, row.timeOrNil(1)), (.kept, row.timeOrNil(2)),
                (.implemented, row.timeOrNil(3)),
            ].compactMap { source, at in at.flatMap { PointFact(source, row.int(0), at: $0) } }
            return (facts: facts, isAnswered: row.flag(4))
        }
        return PointDeeds(facts: found.flatMap(\.facts), hasAnswer: found.contains(where: \.isAnswered))
    }

    private func clarificationFacts(of member: MemberID, in circle: String) throws -> [PointFact] {
        try rows(
            """
            SELECT q.id, q.answered_at FROM clarification q CROSS JOIN idea i ON i.id = q.idea_id
            CROSS JOIN challenge c ON c.id = q.challenge_id
            WHERE q.answered_by = ?1 AND q.asked_by <> ?1 AND i.visibility IN ('public', 'sealed', 'mergedInto')
                AND \(circle)
            """, member
        ) { PointFact(.clarified, $0.int(0), at: $0.time(1)) }.compactMap(\.self)
    }

    private func thanksFacts(of member: MemberID, in circle: String) throws -> [PointFact] {
        let facts = try rows(
            """
            SELECT v.id, v.published_at FROM draft_thanks t CROSS JOIN draft_change g ON g.id = t.change_id
            CROSS JOIN draft_version v ON v.id = g.version_id CROSS JOIN challenge c ON c.id = v.challenge_id
            WHERE t.member_id = ?1 AND v.published_by <> ?1 AND \(circle)
            """, member
        ) { PointFact(.thanked, $0.int(0), at: $0.time(1)) }.compactMap(\.self)
        // However many changes of a version are owed to the same person.
        return Set(facts).sorted { $0.key < $1.key }
    }

    private func rewardFacts(of member: MemberID) throws -> [PointFact] {
        try rows(
            """
            SELECT r.id, e.happened_at, x.points FROM reward_part s CROSS JOIN reward r ON r.id = s.reward_id
            CROSS JOIN reward_points x ON x.reward_id = r.id AND x.member_id = s.member_id
            CROSS JOIN reward_event e ON e.reward_id = r.id AND e.state = 'delivered'
            WHERE s.member_id = ? AND s.returned_at IS NULL
            """, member
        ) { PointFact(.reward, $0.int(0), at: $0.time(1), points: $0.int(2)) }
    }

    /// All lines of a member under the cap that holds now.
    func pointBook(of member: MemberID) throws -> PointBook {
        let lines = try rows(
            "SELECT \(PointRow.columns) FROM points_line l WHERE l.member_id = ? ORDER BY l.booked_at DESC, l.id DESC",
            member, make: PointRow.line)
        return PointBook(lines, cap: try dailyCap())
    }

    /// The most points of one day.
    func dailyCap() throws -> Int64 {
        try one("SELECT points FROM points_cap ORDER BY id DESC LIMIT 1") { $0.int(0) } ?? DailyCap.usual
    }

    /// Times in which a member wanted no points.
    func pointPauses(of member: MemberID) throws -> [PointPause] {
        try rows("SELECT from_at, until_at FROM points_pause WHERE member_id = ?", member) {
            PointPause(from: $0.time(0), until: $0.timeOrNil(1))
        }
    }
}

/// How a row of points is read.
enum PointRow {
    static let columns = """
        l.id, l.source, l.subject_id, l.turn, l.earned_at, l.amount, l.posted, l.cap, l.reversed_at IS NOT NULL,
        l.settled_by IS NOT NULL
        """
    /// How many columns these are.
    static let width = 10

    static func line(_ row: borrowing Row) throws -> PointLine {
        PointLine(
            id: row.id(0), key: PointFact.Key(try row.word(1), row.int(2)), turn: row.count(3),
            earnedAt: row.time(4), amount: row.int(5), posted: row.int(6), cap: row.intOrNil(7),
            isReversed: row.flag(8), isSettled: row.flag(9))
    }
}
