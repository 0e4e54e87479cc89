public import Domain

/// One line of somebody's points as they read it.
public struct OwnPointLine: Sendable {
    public let line: PointLine
    public let bookedAt: Timestamp
    /// The line of the ledger; nil if the cap left nothing.
    public let entry: Int64?
    public let reversal: Reversal?
    /// What it is about; nil if its owner may no longer see that.
    public let subject: Subject?
    public let contest: PointContest?
    /// Whether the same fact has a later line.
    public let isReplaced: Bool
    /// Why it cannot be contested, or nil.
    public let contestRefusal: Refusal?

    /// That it was taken back.
    public struct Reversal: Sendable {
        public let at: Timestamp
        /// Whether a corrected line took its place, rather than that its fact was gone.
        public let isCorrection: Bool
        /// The line of the ledger, if it had posted anything.
        public let entry: Int64?
    }

    /// The idea that a line is about, or the challenge whose draft.
    public struct Subject: Sendable {
        public let idea: IdeaID?
        public let challenge: ChallengeID
        public let title: String
    }
}

/// Somebody's points.
public struct OwnPoints: Sendable {
    /// What the ledger has.
    public let balance: Int64
    public let lines: ListPage<OwnPointLine>
    /// Since when they want none; nil if they take part.
    public let pausedSince: Timestamp?
    public let showsBadges: Bool
    public let badges: [Badge]
    public let cap: Int64
    /// Whether something is still to be settled, after an act that concerned many.
    public let isWaiting: Bool
    /// Whether they speak for the insurer, and so earn nothing.
    public let isStaff: Bool
}

/// An objection with all that whoever answers it has to know.
public struct PointContestDetail: Sendable {
    public let contest: PointContest
    /// Whose line it is. Nil once the account is gone.
    public let person: Member?
    public let own: OwnPointLine
    /// The most that a correction may give.
    public let most: Int64
}

extension Look {
    /// Lines of points on one page of the statement.
    public static let pointLinesPerPage = 30

    private var pointLines: String {
        """
        SELECT \(PointRow.columns), l.booked_at, l.entry_seq, l.reversed_at, l.reversed_for, l.reversal_seq,
            i.id, coalesce(i.title, c.title), c.id, (\(challengeIsVisible)), k.id, k.reason, k.contested_at,
            k.verdict, k.answer, k.answered_at, l.member_id,
            EXISTS (SELECT 1 FROM points_line x WHERE x.member_id = l.member_id AND x.source = l.source
                AND x.subject_id = l.subject_id AND x.turn > l.turn)
        FROM points_line l LEFT JOIN points_contest k ON k.line_id = l.id
        LEFT JOIN clarification q ON l.source = 'clarified' AND q.id = l.subject_id
        LEFT JOIN reward r ON l.source = 'reward' AND r.id = l.subject_id
        LEFT JOIN draft_version v ON l.source = 'thanked' AND v.id = l.subject_id
        LEFT JOIN idea i ON i.id = CASE l.source WHEN 'clarified' THEN q.idea_id WHEN 'reward' THEN r.idea_id
            WHEN 'thanked' THEN NULL ELSE l.subject_id END
        LEFT JOIN challenge c ON c.id = coalesce(v.challenge_id, i.challenge_id)
        """
    }

    private static func makePointLine(_ row: borrowing Row) throws -> OwnPointLine {
        let width = PointRow.width
        let line = try PointRow.line(row)
        let verdict = try row.wordOrNil(width + 12, as: PointContest.Verdict.self)
        let contest: PointContest? = (row.idOrNil(width + 9) as PointContestID?).map { id in
            PointContest(
                id: id, line: line.id, member: row.id(width + 15), reason: row.text(width + 10),
                contestedAt: row.time(width + 11),
                answer: verdict.map {
                    PointContest.Answer(verdict: $0, text: row.text(width + 13), at: row.time(width + 14))
                })
        }
        let isReplaced = row.flag(width + 16)
        return OwnPointLine(
            line: line, bookedAt: row.time(width), entry: row.intOrNil(width + 1),
            reversal: row.timeOrNil(width + 2).map {
                OwnPointLine.Reversal(
                    at: $0, isCorrection: row.text(width + 3) == "corrected",
                    entry: row.intOrNil(width + 4))
            },
            subject: row.flagOrNil(width + 8) == true
                ? OwnPointLine.Subject(
                    idea: row.idOrNil(width + 5), challenge: row.id(width + 7), title: row.text(width + 6))
                : nil,
            contest: contest, isReplaced: isReplaced,
            contestRefusal: PointBook.contestRefusal(isReplaced: isReplaced, after: contest))
    }

    /// The viewer's own points, the latest lines first. Throws `Refusal.signInRequired` to visitors.
    public func ownPoints(page: Int = 1) throws -> OwnPoints {
        let member = try viewer.requireMember()
        let size = Self.pointLinesPerPage
        let deeds = try db.pointDeeds(of: member.id)
        let found = try db.rows(
            """
            \(pointLines) WHERE l.member_id = :viewer ORDER BY l.booked_at DESC, l.id DESC LIMIT ? OFFSET ?
            """, size + 1, (max(1, page) - 1) * size, make: Self.makePointLine)
        return OwnPoints(
            balance: try db.ledgerBalance(
                in: LedgerPlace(.points(of: member.id), .points), through: .max
            ).posted,
            lines: ListPage(fetched: found, number: max(1, page), size: size),
            pausedSince: try db.pointPauses(of: member.id).first { $0.until == nil }?.from,
            showsBadges: try db.exists("SELECT 1 FROM badge_display WHERE member_id = :viewer"),
            badges: Badge.earned(by: deeds.facts, hasAnswer: deeds.hasAnswer), cap: try db.dailyCap(),
            isWaiting: try db.exists("SELECT 1 FROM points_due WHERE member_id = :viewer"),
            isStaff: member.isStaff)
    }

    /// One line of the viewer's own. Throws `Refusal.notFound` for any other.
    public func ownPointLine(_ id: PointLineID) throws -> OwnPointLine {
        _ = try viewer.requireMember()
        let found = try db.one(
            "\(pointLines) WHERE l.id = ? AND l.member_id = :viewer", id, make: Self.makePointLine)
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// The most points of one day, for everybody to read.
    public func pointsCap() throws -> Int64 { try db.dailyCap() }

    /// Objections that wait, the oldest first. Throws the refusal of `Viewer.pointsRefusal`.
    public func openContests() throws -> [PointContestDetail] {
        try refuse(viewer.pointsRefusal)
        let open: [PointContestID] = try db.rows(
            "SELECT id FROM points_contest WHERE answered_at IS NULL ORDER BY contested_at, id LIMIT 50"
        ) { $0.id(0) }
        return try open.map { try pointContest($0) }
    }

    /// How many objections wait that the viewer may answer, at most `limit`; nil for those who answer none.
    public func contestCount(limit: Int) throws -> Int? {
        guard viewer.keepsPoints else { return nil }
        return try db.one(
            """
            SELECT count(*) FROM (SELECT 1 FROM points_contest k CROSS JOIN points_line l ON l.id = k.line_id
                WHERE k.answered_at IS NULL AND l.member_id <> :viewer ORDER BY k.contested_at LIMIT ?)
            """, limit
        ) { $0.count(0) }
    }

    /// One objection. Throws the refusal of `Viewer.pointsRefusal`.
    public func pointContest(_ id: PointContestID) throws -> PointContestDetail {
        try refuse(viewer.pointsRefusal)
        let own = try db.one("\(pointLines) WHERE k.id = ?", id, make: Self.makePointLine)
        guard let own, let contest = own.contest else { throw Refusal.notFound }
        let person = try db.one(
            "SELECT id, pseudonym, is_staff FROM member WHERE id = ?", contest.member
        ) { $0.member(0) }
        let book = try db.pointBook(of: contest.member)
        return PointContestDetail(
            contest: contest, person: person ?? nil, own: own, most: book.most(for: own.line))
    }

    /// The badges of those of `members` who want them shown, by what everybody may see.
    public func shownBadges(of members: Set<MemberID>) throws -> [MemberID: [Badge]] {
        guard !members.isEmpty else { return [:] }
        let shown: [MemberID] = try db.rows(
            """
            SELECT s.member_id FROM json_each(?) n CROSS JOIN badge_display s ON s.member_id = n.value
            CROSS JOIN member p ON p.id = s.member_id
            WHERE p.deleted_at IS NULL AND p.is_staff = 0
                AND NOT EXISTS (SELECT 1 FROM points_pause x WHERE x.member_id = p.id AND x.until_at IS NULL)
            """, "[\(members.sorted().map(\.description).joined(separator: ","))]"
        ) { $0.id(0) }
        let badges = try shown.map { member in
            let deeds = try db.pointDeeds(of: member, isPublic: true)
            return (member, Badge.earned(by: deeds.facts, hasAnswer: deeds.hasAnswer))
        }
        return Dictionary(badges) { first, _ in first }
    }
}
