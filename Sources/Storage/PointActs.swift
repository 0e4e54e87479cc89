public import Domain

extension Store {
    /// Takes part in points no more, or again. What was posted before stays as it is; nothing is posted for what happens
    /// in between, not even later. Saying it again changes nothing.
    public func setPoints(_ areWanted: Bool, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            guard areWanted else {
                try acting.db.execute(
                    "INSERT INTO points_pause (member_id, from_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    member,
                    now)
                return
            }
            try acting.db.execute(
                "UPDATE points_pause SET until_at = max(from_at, ?) WHERE member_id = ? AND until_at IS NULL",
                now, member)
            try acting.notePointsDue(of: member)
        }
    }

    /// Shows a member's badges beside their pseudonym, or no longer.
    public func showBadges(_ areShown: Bool, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            _ = try acting.db.execute(
                areShown
                    ? "INSERT INTO badge_display (member_id) VALUES (?) ON CONFLICT DO NOTHING"
                    : "DELETE FROM badge_display WHERE member_id = ?", member)
        }
    }

    /// Objects to a line of one's own points.
    ///
    /// Throws the refusal of `PointBook.contestRefusal`, `.invalid` without a real reason, `.notFound` for others' lines.
    @discardableResult
    public func contest(
        _ id: PointLineID, because reason: String, by member: MemberID, at now: Timestamp
    ) async throws -> PointContestID {
        let reason = reason.trimmed
        return try await act(by: member, at: now) { acting in
            let own = try acting.look.ownPointLine(id)
            try refuse(own.contestRefusal)
            try refuse([PointContest.reasonRule.problem(in: reason)].compactMap(\.self))
            return Identifier(
                try acting.db.insert(
                    "INSERT INTO points_contest (line_id, reason, contested_at) VALUES (?, ?, ?)", id, reason,
                    now))
        }
    }

    /// Answers an objection: the line stays, or a corrected one takes its place in the ledger.
    ///
    /// Throws the refusal of `PointContest.answerRefusal`, `.invalid` if something has to be mended,
    /// `.conflict(.lineReplaced)` to correct what has a later line.
    public func answerContest(
        _ id: PointContestID, with answer: PointAnswer, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let detail = try acting.look.pointContest(id)
            try refuse(detail.contest.answerRefusal(for: acting.viewer))
            let line = detail.own.line
            let book = try acting.db.pointBook(of: detail.contest.member)
            try refuse(answer.problems(about: line, in: book))
            guard let verdict = answer.verdict else { return }
            if verdict == .corrected, let points = answer.points {
                guard !book.isReplaced(line) else { throw Refusal.conflict(.lineReplaced) }
                var pen = LedgerPen(acting.db)
                if !line.isReversed {
                    try acting.reverse(line, of: detail.contest.member, for: "corrected", &pen)
                }
                try acting.write(
                    book.correction(of: line, to: points), of: detail.contest.member, settled: true, &pen)
            }
            try acting.db.execute(
                "UPDATE points_contest SET verdict = ?, answer = ?, answered_by = ?, answered_at = ? WHERE id = ?",
                verdict.rawValue, answer.text, member, now, id)
        }
    }

    /// Settles the most points of one day, from the next line on. For administrators.
    public func setDailyCap(to points: Int64?, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(acting.viewer.pointsRefusal)
            guard acting.viewer.isAdministrator else { throw Refusal.forbidden(.administratorOnly) }
            try refuse([DailyCap.problem(in: points)].compactMap(\.self))
            guard let points, points != (try acting.db.dailyCap()) else { return }
            try acting.db.insert(
                "INSERT INTO points_cap (points, set_by, set_at) VALUES (?, ?, ?)", points, member, now)
        }
    }
}

extension Acting {
    /// People whose lines one act settles at most; the others follow with the next ones.
    private static let mostSettled = 200

    /// Brings the points of all whose facts changed up to date, within the act that changed them.
    func settlePoints() throws {
        let due: [MemberID] = try db.rows(
            "SELECT member_id FROM points_due LIMIT ?", Self.mostSettled
        ) { $0.id(0) }
        guard !due.isEmpty else { return }
        var pen = LedgerPen(db)
        for member in due {
            try settlePoints(of: member, &pen)
            try db.execute("DELETE FROM points_due WHERE member_id = ?", member)
        }
    }

    /// Notes that the lines of a member may no longer say what their facts do.
    func notePointsDue(of member: MemberID) throws {
        try db.execute("INSERT INTO points_due (member_id) VALUES (?) ON CONFLICT DO NOTHING", member)
    }

    private func settlePoints(of member: MemberID, _ pen: inout LedgerPen) throws {
        // Whoever speaks for the insurer earns nothing; what they earned before stays.
        let takesPart = try db.exists(
            "SELECT 1 FROM member WHERE id = ? AND deleted_at IS NULL AND is_staff = 0", member)
        let pauses = try db.pointPauses(of: member)
        guard takesPart, !pauses.contains(where: { $0.until == nil }) else { return }
        let changes = try db.pointBook(of: member).changes(
            for: try db.pointDeeds(of: member).facts, except: pauses)
        for line in changes.reversals { try reverse(line, of: member, for: "gone", &pen) }
        for entry in changes.entries { try write(entry, of: member, settled: false, &pen) }
    }

    fileprivate func reverse(
        _ line: PointLine, of member: MemberID, for reason: String, _ pen: inout LedgerPen
    ) throws {
        let entry = try line.reversal(for: member).map { try pen.take($0, on: Day(now)) }
        try db.execute(
            "UPDATE points_line SET reversed_at = ?, reversed_for = ?, reversal_seq = ? WHERE id = ?", now,
            reason, entry?.seq, line.id)
    }

    fileprivate func write(
        _ entry: PointEntry, of owner: MemberID, settled: Bool, _ pen: inout LedgerPen
    ) throws {
        let line = try entry.act(for: owner).map { try pen.take($0, on: Day(now)) }
        try db.insert(
            """
            INSERT INTO points_line (member_id, source, subject_id, turn, earned_at, amount, posted, cap, booked_at,
                entry_seq, settled_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, owner, entry.key.source.rawValue, entry.key.subject, entry.turn, entry.earnedAt,
            entry.amount,
            entry.posted, entry.cap, now, line?.seq, settled ? member.id : nil)
    }

    /// Notes how many ballots of a published vote back each idea.
    func noteBacking(in file: BallotFile) throws {
        for (idea, backers) in file.backers.sorted(by: { $0.key < $1.key }) {
            guard let number = Int64(idea) else { continue }
            try db.execute(
                """
                INSERT INTO idea_backing (idea_id, backers, counted_at) SELECT id, ?, ? FROM idea WHERE id = ?
                ON CONFLICT DO NOTHING
                """, backers, now, number)
        }
    }

    /// Keeps how many points of a reward each of its authors gets; nothing of a reward that is none.
    func keepPoints(
        of offer: RewardOffer, in reward: RewardID, among weights: [(author: MemberID, weight: Int64)]
    ) throws {
        guard offer.kind == .points, let points = offer.points else { return }
        for part in PrizeSplit.among(authors: weights, prize: points) where part.cents > 0 {
            try db.execute(
                "INSERT INTO reward_points (reward_id, member_id, points) VALUES (?, ?, ?)", reward,
                part.author,
                part.cents)
        }
    }

    /// Keeps of a member who leaves what the ledger has to keep, and no word of theirs.
    func forgetPoints() throws {
        for table in ["points_due", "points_pause", "badge_display"] {
            try db.execute("DELETE FROM \(table) WHERE member_id = ?", member.id)
        }
        let own = "line_id IN (SELECT id FROM points_line WHERE member_id = ?)"
        try db.execute("DELETE FROM points_contest WHERE answered_at IS NULL AND \(own)", member.id)
        try db.execute("UPDATE points_contest SET reason = '', answer = '' WHERE \(own)", member.id)
    }
}
