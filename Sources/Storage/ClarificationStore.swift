public import Domain

/// A question that waits for the authors of an idea, as the desk shows it.
public struct AwaitedClarification: Sendable {
    public let clarification: Clarification
    public let ideaTitle: String
    public let challenge: ChallengeID
    public let challengeTitle: String
}

extension Look {
    /// Questions that wait for authors, at most, that the desk shows.
    public static let mostAwaited = 30

    private static let clarificationColumns =
        "q.id, q.idea_id, q.question, q.asked_at, q.answer_before, q.answer, q.answered_at, q.closed_at, s.id, s.pseudonym, s.is_staff"

    private static func makeClarification(_ row: borrowing Row, by author: Member? = nil) -> Clarification {
        Clarification(
            id: row.id(0), idea: row.id(1), question: row.text(2),
            askedBy: Member(id: row.id(8), pseudonym: row.textOrNil(9), isStaff: row.flag(10)),
            askedAt: row.time(3), answerBefore: row.time(4),
            answer: row.textOrNil(5).map { .init(text: $0, by: author, at: row.time(6)) },
            closedAt: row.timeOrNil(7))
    }

    /// What was asked about an idea that the viewer may see, the oldest first.
    func clarifications(of idea: Idea, in challenge: Challenge) throws -> [Clarification] {
        let isBlind = idea.hidesAuthor(from: viewer)
        return try db.rows(
            """
            SELECT \(Self.clarificationColumns), p.id, \(Self.authorName(in: challenge.content.community)), p.is_staff
            FROM clarification q JOIN member s ON s.id = q.asked_by LEFT JOIN member p ON p.id = q.answered_by
            WHERE q.idea_id = ? ORDER BY q.asked_at, q.id LIMIT 100
            """, idea.id
        ) { row in
            let isAnswered = row.textOrNil(5) != nil
            return Self.makeClarification(row, by: isAnswered && !isBlind ? row.member(11) : nil)
        }
    }

    /// Whether a question waits for the authors of an idea.
    func isAsked(_ idea: IdeaID) throws -> Bool {
        try db.exists(
            "SELECT 1 FROM clarification WHERE idea_id = ? AND answered_at IS NULL AND closed_at IS NULL",
            idea)
    }

    /// An idea with the question that waits for its authors. Throws the refusal of `Idea.clarificationRefusal`.
    public func questionToAnswer(on id: IdeaID) throws -> (
        idea: Idea, challenge: Challenge, clarification: Clarification
    ) {
        let (idea, challenge) = try ideaInChallenge(id)
        let open = try clarifications(of: idea, in: challenge).first(where: \.isOpen)
        try refuse(idea.clarificationRefusal(for: viewer, in: challenge, isAsked: open != nil))
        guard let open else { throw Refusal.notFound }
        return (idea, challenge, open)
    }

    /// An idea about which the viewer may ask something. Throws the refusal of `Idea.questionRefusal`, and `notFound` to
    /// those who have no desk.
    public func ideaToAskAbout(_ id: IdeaID) throws -> (idea: Idea, challenge: Challenge) {
        try requireDesk()
        let found = try ideaInChallenge(id)
        try refuse(
            found.idea.questionRefusal(for: viewer, in: found.challenge, isAsked: try isAsked(id)))
        return found
    }

    /// What the viewer asked, or colleagues of theirs, and authors have not answered: the soonest due first.
    public func awaitedClarifications() throws -> [AwaitedClarification] {
        try db.rows(
            """
            SELECT \(Self.clarificationColumns), i.title, c.id, c.title
            FROM clarification q INDEXED BY clarification_awaited CROSS JOIN idea i ON i.id = q.idea_id
            CROSS JOIN challenge c ON c.id = q.challenge_id CROSS JOIN member s ON s.id = q.asked_by
            WHERE q.answered_at IS NULL AND q.closed_at IS NULL AND i.visibility IN ('public', 'sealed')
                AND c.standing IN ('published', 'resultsPublished') AND \(challengeIsHeld())
            ORDER BY q.answer_before, q.id LIMIT ?
            """, Self.mostAwaited
        ) { row in
            AwaitedClarification(
                clarification: Self.makeClarification(row), ideaTitle: row.text(11), challenge: row.id(12),
                challengeTitle: row.text(13))
        }
    }

    /// What the viewer is asked about ideas that they sign, the soonest due first.
    public func questionsForMe() throws -> [AwaitedClarification] {
        guard viewer.member != nil else { throw Refusal.signInRequired }
        return try db.rows(
            """
            SELECT \(Self.clarificationColumns), i.title, c.id, c.title
            FROM clarification q CROSS JOIN idea i ON i.id = q.idea_id
            CROSS JOIN challenge c ON c.id = q.challenge_id CROSS JOIN member s ON s.id = q.asked_by
            WHERE q.idea_id IN (\(ownIdeaNumbers)) AND q.answered_at IS NULL AND q.closed_at IS NULL
                AND i.visibility IN ('public', 'sealed') AND \(challengeIsVisible)
            ORDER BY q.answer_before, q.id LIMIT 50
            """
        ) { row in
            AwaitedClarification(
                clarification: Self.makeClarification(row), ideaTitle: row.text(11), challenge: row.id(12),
                challengeTitle: row.text(13))
        }
    }

    /// What waits for the viewer as an author: invitations to sign an idea, and questions about theirs.
    func authorshipCount() throws -> Int {
        guard viewer.member != nil else { return 0 }
        return try db.one(
            """
            SELECT (SELECT count(*) FROM co_author g WHERE g.member_id = :viewer AND g.state = 'invited')
                + (SELECT count(*) FROM clarification q WHERE q.idea_id IN (\(ownIdeaNumbers))
                    AND q.answered_at IS NULL AND q.closed_at IS NULL)
                + (SELECT count(*) FROM ballot_aside s JOIN challenge c ON c.id = s.challenge_id
                    WHERE s.member_id = :viewer AND s.restored_at IS NULL AND s.appeal IS NULL
                    AND c.results_published_at IS NULL)
            """
        ) { $0.count(0) } ?? 0
    }

    /// The numbers of the ideas that the viewer signs, for use in SQL.
    var ownIdeaNumbers: String {
        """
        SELECT o.id FROM idea o WHERE o.author_id = :viewer UNION ALL
        SELECT o.idea_id FROM co_author o WHERE o.member_id = :viewer AND o.state = 'joined'
        """
    }
}

extension Store {
    /// Asks the authors of an idea something, in public, with the moment by which an answer is awaited.
    ///
    /// Throws the refusal of `Idea.questionRefusal`, `.invalid` if something has to be mended.
    @discardableResult
    public func askAuthors(
        of id: IdeaID, _ question: String, answerBefore: Timestamp, by member: MemberID, at now: Timestamp
    ) async throws -> ClarificationID {
        let question = question.trimmed
        return try await act(by: member, at: now) { acting in
            let (_, challenge) = try acting.look.ideaToAskAbout(id)
            try refuse(Clarification.problems(question: question, answerBefore: answerBefore, at: now))
            return Identifier(
                try acting.db.insert(
                    """
                    INSERT INTO clarification (idea_id, challenge_id, question, asked_by, asked_at, answer_before)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """, id, challenge.id, question, member, now, answerBefore))
        }
    }

    /// Answers what the insurer asked about one's idea.
    ///
    /// Throws the refusal of `Idea.clarificationRefusal`, `.invalid` if the text has to be mended.
    public func clarify(_ id: IdeaID, _ answer: String, by member: MemberID, at now: Timestamp) async throws {
        let answer = answer.trimmed
        try await act(by: member, at: now) { acting in
            let open = try acting.look.questionToAnswer(on: id).clarification
            try refuse([Clarification.answerRule.problem(in: answer)].compactMap(\.self))
            try acting.db.execute(
                "UPDATE clarification SET answer = ?, answered_by = ?, answered_at = ? WHERE id = ?", answer,
                member, now, open.id)
        }
    }
}

extension Acting {
    /// Goes on without what the authors of an idea were asked, if they were.
    func closeQuestion(on idea: IdeaID) throws {
        try db.execute(
            """
            UPDATE clarification SET closed_at = ?
            WHERE idea_id = ? AND answered_at IS NULL AND closed_at IS NULL
            """, now, idea)
    }
}
