import Domain

// What authors and the insurer say to each other about an idea, and what becomes of duplicates, as subscribers are told.

extension Look {
    func questionEvents(_ scope: FeedScope, _ limit: Int) throws -> [FeedEvent] {
        try db.rows(
            """
            SELECT q.asked_at, c.id, c.title, i.id, i.title, \(Self.feedAuthors), q.question, q.id, q.answer_before
            FROM clarification q CROSS JOIN idea i ON i.id = q.idea_id CROSS JOIN challenge c ON c.id = q.challenge_id
            CROSS JOIN member p ON p.id = i.author_id
            WHERE i.visibility = 'public' AND \(condition(scope, challenge: "q.challenge_id", idea: "q.idea_id"))
            ORDER BY q.asked_at DESC, q.id DESC LIMIT ?
            """, limit
        ) { row in
            FeedEvent(
                kind: .clarificationAsked(row.id(9), answerBefore: row.time(10)), happenedAt: row.time(0),
                challenge: row.id(1), challengeTitle: row.text(2), idea: row.id(3), ideaTitle: row.text(4),
                author: row.member(5), text: row.text(8))
        }
    }

    func clarificationEvents(_ scope: FeedScope, _ limit: Int) throws -> [FeedEvent] {
        try db.rows(
            """
            SELECT q.answered_at, c.id, c.title, i.id, i.title, \(Self.feedSpeaker), q.answer, q.id
            FROM clarification q CROSS JOIN idea i ON i.id = q.idea_id CROSS JOIN challenge c ON c.id = q.challenge_id
            CROSS JOIN member p ON p.id = q.answered_by
            WHERE q.answered_at IS NOT NULL AND i.visibility = 'public'
                AND \(condition(scope, challenge: "q.challenge_id", idea: "q.idea_id"))
            ORDER BY q.answered_at DESC, q.id DESC LIMIT ?
            """, limit
        ) { row in
            FeedEvent(
                kind: .clarificationAnswered(row.id(9)), happenedAt: row.time(0), challenge: row.id(1),
                challengeTitle: row.text(2), idea: row.id(3), ideaTitle: row.text(4), author: row.member(5),
                text: row.text(8))
        }
    }

    func mergeEvents(_ scope: FeedScope, _ limit: Int, isUndone: Bool) throws -> [FeedEvent] {
        let (at, reason) = isUndone ? ("g.undone_at", "g.undo_reason") : ("g.merged_at", "g.reason")
        return try db.rows(
            """
            SELECT \(at), c.id, c.title, i.id, i.title, \(Self.feedAuthors), \(reason), g.id, s.title
            FROM idea_merge g CROSS JOIN idea i ON i.id = g.target_id CROSS JOIN idea s ON s.id = g.source_id
            CROSS JOIN challenge c ON c.id = g.challenge_id CROSS JOIN member p ON p.id = i.author_id
            WHERE \(at) IS NOT NULL AND i.visibility = 'public' AND s.visibility IN ('public', 'mergedInto')
                AND \(condition(scope, challenge: "g.challenge_id", idea: "g.target_id"))
            ORDER BY \(at) DESC, g.id DESC LIMIT ?
            """, limit
        ) { row in
            FeedEvent(
                kind: .merged(row.id(9), with: row.text(10), isUndone: isUndone), happenedAt: row.time(0),
                challenge: row.id(1), challengeTitle: row.text(2), idea: row.id(3), ideaTitle: row.text(4),
                author: row.member(5), text: row.text(8))
        }
    }
}
