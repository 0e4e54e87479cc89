import Domain

extension Look {
    private static let ideaColumns = """
        c.id, c.title, i.id, i.title, p.id, \(Self.authorName), p.is_staff
        """
    private static let ideaPlace = """
        CROSS JOIN challenge c ON c.id = i.challenge_id CROSS JOIN member p ON p.id
        """

    /// What the feeds tell of some things, by number; `numbers` is a list as JSON. Whether the viewer may see them was
    /// asked by the walk that found them.
    func feedEvents(_ thing: NewsWalk.Thing, _ numbers: String) throws -> [Int64: FeedEvent] {
        let pairs =
            switch thing {
            case .announcement: try challengeEvents(numbers, .challengeAnnounced, "published_at")
            case .results: try challengeEvents(numbers, .resultsPublished, "results_published_at")
            case .phase: try phaseEvents(numbers)
            case .change: try changeEvents(numbers)
            case .draft: try draftEvents(numbers)
            case .idea: try ideaEvents(numbers)
            case .revision: try revisionEvents(numbers)
            case .question: try questionEvents(numbers)
            case .clarification: try clarificationEvents(numbers)
            // Told as what they are.
            case .contribution, .message, .reward: [Pair]()
            case .decision: try decisionEvents(numbers)
            case .comment: try commentEvents(numbers)
            case .milestone: try milestoneEvents(numbers)
            }
        return Dictionary(pairs) { first, _ in first }
    }

    private typealias Pair = (Int64, FeedEvent)

    private func challengeEvents(_ numbers: String, _ kind: FeedEvent.Kind, _ column: String) throws -> [Pair]
    {
        try db.rows(
            """
            SELECT c.id, c.title, c.question, c.\(column) FROM json_each(?) n
            CROSS JOIN challenge c ON c.id = n.value
            """, numbers
        ) { row in
            (
                row.int(0),
                FeedEvent(
                    kind: kind, happenedAt: row.time(3), challenge: row.id(0), challengeTitle: row.text(1),
                    idea: nil, ideaTitle: nil, author: nil, text: row.text(2))
            )
        }
    }

    private func phaseEvents(_ numbers: String) throws -> [Pair] {
        try db.rows(
            """
            SELECT ph.id, ph.kind, ph.number, ph.opens_at, ph.closes_at, c.id, c.title, c.question,
                c.blueprint
            FROM json_each(?) n CROSS JOIN phase ph ON ph.id = n.value
            CROSS JOIN challenge c ON c.id = ph.challenge_id
            """, numbers
        ) { row in
            (
                row.int(0),
                FeedEvent(
                    kind: .phaseOpened(try row.word(1), number: row.count(2), closesAt: row.timeOrNil(4)),
                    happenedAt: row.time(3), challenge: row.id(5), challengeTitle: row.text(6), idea: nil,
                    ideaTitle: nil, author: nil, text: row.text(7), blueprint: try row.word(8))
            )
        }
    }

    private func changeEvents(_ numbers: String) throws -> [Pair] {
        let rows = try db.rows(
            """
            SELECT e.id, e.kind, e.reason, e.happened_at, c.id, c.title, c.blueprint
            FROM json_each(?) n CROSS JOIN challenge_event e ON e.id = n.value
            CROSS JOIN challenge c ON c.id = e.challenge_id
            """, numbers
        ) { row in
            (
                id: row.id(0) as ChallengeEventID, kind: try row.word(1, as: ChallengeEvent.Kind.self),
                reason: row.textOrNil(2), at: row.time(3), challenge: row.id(4) as ChallengeID,
                title: row.text(5), blueprint: try row.word(6, as: Blueprint.self)
            )
        }
        let moves = try moves(of: rows.filter { $0.kind == .datesChanged }.map(\.id))
        return rows.map { row in
            (
                row.id.rawValue,
                FeedEvent(
                    kind: .challengeChanged(row.id, row.kind, moves[row.id] ?? []), happenedAt: row.at,
                    challenge: row.challenge, challengeTitle: row.title, idea: nil, ideaTitle: nil,
                    author: nil, text: row.reason ?? "", blueprint: row.blueprint)
            )
        }
    }

    private func ideaEvents(_ numbers: String) throws -> [Pair] {
        try db.rows(
            """
            SELECT i.id, i.submitted_at, i.text, \(Self.ideaColumns) FROM json_each(?) n
            CROSS JOIN idea i ON i.id = n.value \(Self.ideaPlace) = i.author_id
            """, numbers
        ) { row in (row.int(0), Self.event(row, .ideaSubmitted)) }
    }

    private func draftEvents(_ numbers: String) throws -> [Pair] {
        try db.rows(
            """
            SELECT v.id, v.published_at, v.number, c.id, c.title,
                (SELECT group_concat('- ' || w.why, char(10)) FROM (SELECT e.why FROM draft_change e
                    WHERE e.version_id = v.id ORDER BY e.position) w)
            FROM json_each(?) n CROSS JOIN draft_version v ON v.id = n.value
            CROSS JOIN challenge c ON c.id = v.challenge_id
            """, numbers
        ) { row in
            (
                row.int(0),
                FeedEvent(
                    kind: .draftPublished(version: row.count(2)), happenedAt: row.time(1),
                    challenge: row.id(3),
                    challengeTitle: row.text(4), idea: nil, ideaTitle: nil, author: nil,
                    text: row.textOrNil(5) ?? "", blueprint: .draftReview)
            )
        }
    }

    /// The last change of each idea.
    private func revisionEvents(_ numbers: String) throws -> [Pair] {
        try db.rows(
            """
            SELECT i.id, x.written_at, x.text, \(Self.ideaColumns) FROM json_each(?) n
            CROSS JOIN idea i ON i.id = n.value
            CROSS JOIN idea_version x ON x.idea_id = i.id
                AND x.number = (SELECT max(w.number) FROM idea_version w WHERE w.idea_id = i.id)
            \(Self.ideaPlace) = x.written_by
            """, numbers
        ) { row in (row.int(0), Self.event(row, .ideaRevised)) }
    }

    private func questionEvents(_ numbers: String) throws -> [Pair] {
        try db.rows(
            """
            SELECT q.id, q.asked_at, q.question, \(Self.ideaColumns), q.answer_before FROM json_each(?) n
            CROSS JOIN clarification q ON q.id = n.value CROSS JOIN idea i ON i.id = q.idea_id
            \(Self.ideaPlace) = i.author_id
            """, numbers
        ) { row in
            (row.int(0), Self.event(row, .clarificationAsked(row.id(0), answerBefore: row.time(10))))
        }
    }

    private func clarificationEvents(_ numbers: String) throws -> [Pair] {
        try db.rows(
            """
            SELECT q.id, q.answered_at, q.answer, \(Self.ideaColumns) FROM json_each(?) n
            CROSS JOIN clarification q ON q.id = n.value CROSS JOIN idea i ON i.id = q.idea_id
            \(Self.ideaPlace) = q.answered_by
            """, numbers
        ) { row in (row.int(0), Self.event(row, .clarificationAnswered(row.id(0)))) }
    }

    private func decisionEvents(_ numbers: String) throws -> [Pair] {
        try db.rows(
            """
            SELECT d.id, d.published_at, d.reason, \(Self.ideaColumns), d.code FROM json_each(?) n
            CROSS JOIN decision d ON d.id = n.value CROSS JOIN idea i ON i.id = d.idea_id
            \(Self.ideaPlace) = i.author_id
            """, numbers
        ) { row in (row.int(0), Self.event(row, .decided(row.id(0), try row.word(10)))) }
    }

    private func commentEvents(_ numbers: String) throws -> [Pair] {
        try db.rows(
            """
            SELECT m.id, m.written_at, m.text, \(Self.ideaColumns), m.stance, m.is_official FROM json_each(?) n
            CROSS JOIN comment m ON m.id = n.value CROSS JOIN idea o ON o.id = m.idea_id
            CROSS JOIN idea i ON i.id = coalesce(o.merged_into, o.id)
            \(Self.ideaPlace) = m.author_id
            """, numbers
        ) { row in
            (
                row.int(0),
                Self.event(row, .commented(row.id(0), try row.word(10), isOfficial: row.flag(11)))
            )
        }
    }

    private func milestoneEvents(_ numbers: String) throws -> [Pair] {
        try db.rows(
            """
            SELECT s.id, s.told_at, s.note, \(Self.ideaColumns), s.title FROM json_each(?) n
            CROSS JOIN milestone s ON s.id = n.value CROSS JOIN idea i ON i.id = s.idea_id
            \(Self.ideaPlace) = i.author_id
            """, numbers
        ) { row in (row.int(0), Self.event(row, .milestoneDone(row.id(0), title: row.text(10)))) }
    }

    /// What happened to an idea: number, moment and text, then `ideaColumns`.
    private static func event(_ row: borrowing Row, _ kind: FeedEvent.Kind) -> FeedEvent {
        FeedEvent(
            kind: kind, happenedAt: row.time(1), challenge: row.id(3), challengeTitle: row.text(4),
            idea: row.id(5), ideaTitle: row.text(6), author: row.member(7), text: row.text(2))
    }
}
