public import Domain

extension Look {
    /// Complaints on one page of the register.
    public static let complaintsPerPage = 50

    private static let complaintColumns = """
        q.id, p.id, \(authorName), p.is_staff, c.id, c.title, q.title, q.text, q.received_at, q.acknowledge_before,
        q.answer_before, q.acknowledged_at, q.answered_at
        """
    private static let complaintTables = """
        CROSS JOIN challenge c ON c.id = q.challenge_id CROSS JOIN member p ON p.id = q.author_id
        """

    private static func makeComplaint(_ row: borrowing Row) throws -> Complaint {
        Complaint(
            id: row.id(0), author: row.member(1), challenge: row.id(4), challengeTitle: row.text(5),
            title: row.text(6), text: row.text(7), receivedAt: row.time(8),
            deadlines: ComplaintDeadlines(acknowledgeBefore: row.time(9), answerBefore: row.time(10)),
            acknowledgedAt: row.timeOrNil(11), answeredAt: row.timeOrNil(12))
    }

    /// One complaint. Throws `Refusal.notFound` to all but its author and those who follow it up.
    public func complaint(_ id: ComplaintID) throws -> Complaint {
        let found = try db.one(
            "SELECT \(Self.complaintColumns) FROM complaint q \(Self.complaintTables) WHERE q.id = ?", id,
            make: Self.makeComplaint)
        guard let found else { throw Refusal.notFound }
        switch found.handlingRefusal(for: viewer) {
        case nil, .forbidden: return found
        case let refusal?: throw refusal
        }
    }

    /// The complaint that a post became; nil if it became none, or not for this viewer.
    public func complaint(from post: PostID) throws -> ComplaintID? {
        guard viewer.member != nil else { return nil }
        let place = try place(of: post)
        let found = try db.one(
            """
            SELECT id, author_id, challenge_id FROM complaint
            WHERE \(place.condition)
            """, place.number
        ) { ($0.id(0) as ComplaintID, $0.int(1), $0.id(2) as ChallengeID) }
        guard let found, found.1 == viewerNumber || viewer.moderates(found.2) else { return nil }
        return found.0
    }

    /// The register of the challenges that the viewer moderates: complaints that run, those first whose delay ends
    /// first; or those that are answered, the latest first. Throws the refusal of `Viewer.complaintsRefusal`.
    public func complaints(answered: Bool = false, page: Int = 1) throws -> ListPage<Complaint> {
        try refuse(viewer.complaintsRefusal)
        let size = Self.complaintsPerPage
        let page = max(1, page)
        let walk =
            answered
            ? "INDEXED BY complaint_answered \(Self.complaintTables) WHERE q.answered_at IS NOT NULL"
            : "INDEXED BY complaint_running \(Self.complaintTables) WHERE q.answered_at IS NULL"
        let found = try db.rows(
            """
            SELECT \(Self.complaintColumns) FROM complaint q \(walk) AND \(challengeIsHeld(by: .moderator))
            ORDER BY \(answered ? "q.answered_at DESC, q.id DESC" : "q.due_at, q.id") LIMIT ? OFFSET ?
            """, with: [size + 1, (page - 1) * size], make: Self.makeComplaint)
        return ListPage(fetched: found, number: page, size: size)
    }

    /// How many complaints run, counted up to `limit`; nil for those who follow none up.
    public func complaintCount(limit: Int) throws -> WaitingCount? {
        guard viewer.complaintsRefusal == nil else { return nil }
        return try db.one(
            """
            SELECT count(*), count(*) FILTER (WHERE due <= ?) FROM (
                SELECT q.due_at AS due FROM complaint q INDEXED BY complaint_running
                CROSS JOIN challenge c ON c.id = q.challenge_id
                WHERE q.answered_at IS NULL AND \(challengeIsHeld(by: .moderator)) LIMIT ?)
            """, now, limit
        ) { WaitingCount(all: $0.count(0), late: $0.count(1)) }
    }

    /// The viewer's own complaints, newest first.
    public func ownComplaints() throws -> [Complaint] {
        guard viewer.member != nil else { throw Refusal.signInRequired }
        return try db.rows(
            """
            SELECT \(Self.complaintColumns) FROM complaint q \(Self.complaintTables)
            WHERE q.author_id = ? ORDER BY q.received_at DESC, q.id DESC LIMIT 50
            """, viewerNumber, make: Self.makeComplaint)
    }
}

extension Store {
    /// Takes what somebody wrote in the form of an idea as a complaint; it is never public. Their draft goes.
    ///
    /// Throws the refusal of `Challenge.submissionRefusal`, `.invalid` if something has to be mended.
    public func complain(
        _ content: IdeaContent, in id: ChallengeID, by member: MemberID, at now: Timestamp,
        deadlines: ComplaintDeadlines
    ) async throws -> ComplaintID {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.submissionRefusal(for: acting.viewer, at: now))
            try refuse(content.problems)
            try acting.db.execute(
                "DELETE FROM idea WHERE challenge_id = ? AND author_id = ? AND visibility = 'draft'", id,
                member)
            return try acting.register(
                content, from: nil, in: id, of: member, deadlines: deadlines)
        }
    }

    /// Passes a post on as a complaint: it is not public any more, and the register has it.
    ///
    /// Throws the refusal of `Post.redirectionRefusal`.
    public func redirectAsComplaint(
        _ id: PostID, by member: MemberID, at now: Timestamp, deadlines: ComplaintDeadlines
    ) async throws -> ComplaintID {
        try await act(by: member, at: now) { acting in
            let post = try acting.look.post(id)
            try refuse(post.redirectionRefusal(for: acting.viewer))
            guard let author = post.author, let challenge = post.challenge else {
                throw Refusal.conflict(.ideaNotPublic)
            }
            let place = try acting.look.place(of: id)
            if post.standing != .hidden { try acting.setShown(false, post) }
            try acting.record(.redirected, on: post, by: member)
            try acting.closeCase(of: place, as: "redirected")
            if let known = try acting.look.complaint(from: id) { return known }
            return try acting.register(
                IdeaContent(title: post.subject.title, text: post.text), from: place,
                in: challenge.id, of: author.id, deadlines: deadlines)
        }
    }

    /// Says that a complaint was acknowledged, or answered.
    ///
    /// Throws the refusal of `Complaint.advanceRefusal`.
    public func advanceComplaint(
        _ id: ComplaintID, to state: Complaint.State, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let complaint = try acting.look.complaint(id)
            try refuse(complaint.advanceRefusal(to: state, for: acting.viewer))
            if state == .acknowledged {
                try acting.db.execute(
                    """
                    UPDATE complaint SET acknowledged_at = ?, acknowledged_by = ?, due_at = answer_before
                    WHERE id = ?
                    """, now, member, id)
            } else {
                try acting.db.execute(
                    "UPDATE complaint SET answered_at = ?, answered_by = ?, due_at = NULL WHERE id = ?", now,
                    member, id)
            }
        }
    }
}

extension Acting {
    fileprivate func register(
        _ content: IdeaContent, from place: PostPlace?, in challenge: ChallengeID, of author: MemberID,
        deadlines: ComplaintDeadlines
    ) throws -> ComplaintID {
        Identifier(
            try db.insert(
                """
                INSERT INTO complaint (challenge_id, idea_id, comment_id, reaction_id, author_id, title, text,
                    received_at, acknowledge_before, answer_before, due_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, challenge, place?.idea, place?.comment, place?.reaction, author, content.title,
                content.text,
                now, deadlines.acknowledgeBefore, deadlines.answerBefore, deadlines.acknowledgeBefore))
    }
}
