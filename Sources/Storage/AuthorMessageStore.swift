public import Domain

/// What was said with the results to the authors of one idea.
public struct AuthorMessage: Sendable {
    public let idea: IdeaID
    public let ideaTitle: String
    public let challengeTitle: String
    public let text: String
    public let signedBy: Member
    public let toldAt: Timestamp
    /// What was decided, and why.
    public let decision: Decision.Code?
    public let reason: String
}

/// What is to be said to the authors, before the results.
public struct MessagesReading: Sendable {
    /// What will be published, whence one sees who will read what.
    public let preview: ResultsPreview
    public let messages: AuthorMessages
}

extension Look {
    /// What is to be said to the authors of a challenge. For managers alone.
    public func messagesToAuthors(of id: ChallengeID) throws -> MessagesReading {
        MessagesReading(
            preview: try resultsPreview(of: id),
            messages: try authorMessages(of: id) ?? AuthorMessages(chosen: "", others: ""))
    }

    /// What managers wrote to the authors; nil for nothing.
    func authorMessages(of challenge: ChallengeID) throws -> AuthorMessages? {
        try db.one("SELECT chosen, others FROM author_message WHERE challenge_id = ?", challenge) {
            AuthorMessages(chosen: $0.text(0), others: $0.text(1))
        }
    }

    /// What was said to the viewer, who is one of the authors of `idea`; nil before the results, and to others.
    func ownMessage(on idea: Idea, in challenge: Challenge) throws -> AuthorMessage? {
        guard viewer.member != nil, idea.isAuthor(viewer), challenge.resultsPublishedAt != nil else {
            return nil
        }
        return try toldMessages("[\(idea.id)]")[idea.id.rawValue]
    }

    /// What was said of ideas, by number; `numbers` is a list as JSON. Whether the viewer is one of their authors was
    /// asked before.
    func toldMessages(_ numbers: String) throws -> [Int64: AuthorMessage] {
        let pairs = try db.rows(
            """
            SELECT i.id, i.title, c.title, m.chosen, m.others, p.id, p.pseudonym, p.is_staff,
                c.results_published_at, i.decision, (SELECT d.reason FROM decision d WHERE d.idea_id = i.id
                    AND d.published_at IS NOT NULL ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), c.way,
                (SELECT group_concat(d.code, ' ') FROM decision d WHERE d.idea_id = i.id
                    AND d.published_at <= c.results_published_at)
            FROM json_each(?) n CROSS JOIN idea i ON i.id = n.value CROSS JOIN challenge c ON c.id = i.challenge_id
            CROSS JOIN author_message m ON m.challenge_id = c.id CROSS JOIN member p ON p.id = m.written_by
            WHERE c.results_published_at IS NOT NULL AND c.standing <> 'cancelled'
            """, numbers
        ) { row in
            let decisions = (row.textOrNil(12) ?? "").split(separator: " ").compactMap {
                Decision.Code(rawValue: String($0))
            }
            let way: DecidingWay.Name = try row.word(11)
            let messages = AuthorMessages(chosen: row.text(3), others: row.text(4))
            return (
                row.int(0),
                AuthorMessage(
                    idea: row.id(0), ideaTitle: row.text(1), challengeTitle: row.text(2),
                    text: messages.text(after: decisions, sharingEnvelope: way == .equalShares),
                    signedBy: Member(id: row.id(5), pseudonym: row.textOrNil(6), isStaff: row.flag(7)),
                    toldAt: row.time(8), decision: try row.wordOrNil(9), reason: row.textOrNil(10) ?? "")
            )
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension Store {
    /// Writes what is said to the authors with the results; nothing at all if both texts are empty.
    ///
    /// Throws the refusal of `Challenge.messagesRefusal`, or `.invalid("chosen", …)`, `.invalid("others", …)`.
    public func writeMessages(
        _ messages: AuthorMessages, toAuthorsOf id: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            try refuse(try acting.look.challenge(id).messagesRefusal(for: acting.viewer))
            try refuse(messages.problems)
            guard !messages.isEmpty else {
                try acting.db.execute("DELETE FROM author_message WHERE challenge_id = ?", id)
                return
            }
            try acting.db.execute(
                """
                INSERT INTO author_message (challenge_id, chosen, others, written_by, written_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET chosen = excluded.chosen, others = excluded.others,
                    written_by = excluded.written_by, written_at = excluded.written_at
                """, id, messages.chosen, messages.others, member, now)
        }
    }
}
