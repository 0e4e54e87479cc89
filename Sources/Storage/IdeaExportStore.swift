public import Domain

/// An idea as the export of a challenge tells it.
public struct ExportedIdea: Sendable {
    public let idea: IdeaID
    /// Its number in the challenge.
    public let number: Int?
    public let title: String
    public let text: String
    public let author: Member?
    /// Whether it is judged without its author's name.
    public let hidesAuthor: Bool
    public let visibility: Idea.Visibility
    public let submittedAt: Timestamp?
    public let commentCount: Int
    /// Nil while counts are hidden.
    public let supportCount: Int?
    /// The latest published decision.
    public let decision: Decision.Code?
    public let reason: String?
    public let decidedAt: Timestamp?
    public let answerDue: Timestamp?
    /// When the promise of an answer was kept.
    public let firstAnswerAt: Timestamp?
}

extension Look {
    /// Ideas in an export at most.
    static let mostExported = 20_000

    /// The ideas of a challenge as those who run it may see them, by number: no drafts, nothing that was taken back, no
    /// decision that is secret. Throws the refusal of `Challenge.dashboardRefusal`.
    public func exportedIdeas(of challenge: Challenge) throws -> [ExportedIdea] {
        try refuse(challenge.dashboardRefusal(for: viewer))
        let showsCounts = challenge.showsCounts(at: now)
        return try db.rows(
            """
            SELECT i.id, i.number, i.title, i.text, i.author_id, \(ideaAuthorName(in: challenge.content.community)),
                p.is_staff, i.visibility, i.submitted_at, i.comment_count, i.support_count, i.decision, i.decided_at,
                i.answer_due_at, i.first_answer_at,
                CASE WHEN i.decision IS NOT NULL THEN (SELECT d.reason FROM decision d WHERE d.idea_id = i.id
                    AND d.published_at IS NOT NULL ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) END
            FROM idea i CROSS JOIN member p ON p.id = i.author_id
            WHERE i.challenge_id = ? AND i.number IS NOT NULL
                AND i.visibility IN ('public', 'sealed', 'awaitingModeration', 'hidden')
            ORDER BY i.number LIMIT ?
            """, challenge.id, Self.mostExported
        ) { row in
            let visibility = try row.word(7, as: Idea.Visibility.self)
            return ExportedIdea(
                idea: row.id(0), number: row.intOrNil(1).map { Int($0) }, title: row.text(2),
                text: row.text(3), author: row.member(4),
                hidesAuthor: visibility == .sealed && row.int(4) != viewerNumber, visibility: visibility,
                submittedAt: row.timeOrNil(8), commentCount: row.count(9),
                supportCount: showsCounts ? row.count(10) : nil, decision: try row.wordOrNil(11),
                reason: row.textOrNil(15), decidedAt: row.timeOrNil(12), answerDue: row.timeOrNil(13),
                firstAnswerAt: row.timeOrNil(14))
        }
    }
}
