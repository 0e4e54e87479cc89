public import Domain

/// What stands with an idea besides its title and text, as far as the viewer may read it.
public struct IdeaParticulars: Sendable {
    /// The questions of the challenge, in their order.
    public let questions: [Question]
    public let entries: [Entry]
    /// The oldest first; among them those that moderators took out, without their content.
    public let attachments: [Attachment]

    public init(questions: [Question], entries: [Entry] = [], attachments: [Attachment] = []) {
        self.questions = questions
        self.entries = entries
        self.attachments = attachments
    }

    /// What was entered for `question`; empty if nothing was.
    public func text(for question: Question) -> String {
        entries.first { $0.question == question.id }?.text ?? ""
    }

    /// The files that stand there as what `question` asks for; with nil, beside all questions.
    public func files(for question: Question?) -> [Attachment] {
        attachments.filter { $0.question == question?.id }
    }

    /// The questions to which a file is attached.
    public var questionsWithFiles: Set<QuestionID> {
        Set(attachments.filter { $0.removal == nil }.compactMap(\.question))
    }
}

extension Attachment {
    /// The question that asked for it.
    public var question: QuestionID? {
        guard case .idea(_, let question) = place else { return nil }
        return question
    }
}

extension Look {
    /// What `challenge`, which the viewer may see, asks, in the order of the form.
    public func questions(of challenge: Challenge) throws -> [Question] {
        try db.rows(
            """
            SELECT id, kind, label, hint, is_required, is_public, choices, unit, minimum, maximum
            FROM question WHERE challenge_id = ? ORDER BY position
            """, challenge.id
        ) { row in
            Question(
                id: row.id(0), kind: try row.word(1), label: row.text(2), hint: row.text(3),
                isRequired: row.flag(4), isPublic: row.flag(5),
                choices: row.text(6).split(separator: "\n").map(String.init), unit: row.text(7),
                minimum: row.intOrNil(8).map { Quantity(hundredths: $0) },
                maximum: row.intOrNil(9).map { Quantity(hundredths: $0) })
        }
    }

    /// What stands with `idea`, which the viewer may see.
    public func particulars(of idea: Idea, in challenge: Challenge) throws -> IdeaParticulars {
        let questions = try questions(of: challenge).filter { $0.isReadable(by: viewer, in: idea) }
        let readable = Set(questions.compactMap(\.id))
        return IdeaParticulars(
            questions: questions,
            entries: questions.isEmpty
                ? [] : try entries(of: idea.id).filter { readable.contains($0.question) },
            attachments: try attachments(of: idea.id).filter {
                $0.question.map { readable.contains($0) } ?? true
            })
    }

    /// What stands with a post: nothing, unless it is an idea.
    func particulars(of post: Post) throws -> IdeaParticulars {
        guard post.comment == nil, let idea = post.idea, let challenge = post.challenge else {
            return IdeaParticulars(questions: [])
        }
        return try particulars(of: idea, in: challenge)
    }

    /// What stands with the viewer's draft in `challenge`, or would with a new idea.
    public func particulars(ofDraft draft: Idea?, in challenge: Challenge) throws -> IdeaParticulars {
        try draft.map { try particulars(of: $0, in: challenge) }
            ?? IdeaParticulars(questions: try questions(of: challenge))
    }

    func entries(of idea: IdeaID) throws -> [Entry] {
        try db.rows("SELECT question_id, text FROM entry WHERE idea_id = ?", idea) {
            Entry(question: $0.id(0), text: $0.text(1))
        }
    }
}

extension Acting {
    /// Keeps `questions` in the place of `old`: those that are known change, those that are missing go.
    func save(_ questions: [Question], of challenge: ChallengeID, from old: [Question]) throws {
        for question in old where !questions.contains(where: { $0.id == question.id }) {
            try db.execute("DELETE FROM question WHERE id = ?", question.id)
        }
        for (position, question) in questions.enumerated() {
            let values: [(any Bindable)?] = [
                position, question.kind.rawValue, question.label, question.hint, question.isRequired,
                question.isPublic, question.choices.joined(separator: "\n"), question.unit,
                question.minimum?.hundredths, question.maximum?.hundredths,
            ]
            if let id = question.id, old.contains(where: { $0.id == id }) {
                try db.execute(
                    """
                    UPDATE question SET position = ?, kind = ?, label = ?, hint = ?, is_required = ?, is_public = ?,
                        choices = ?, unit = ?, minimum = ?, maximum = ?
                    WHERE id = ? AND challenge_id = ?
                    """, with: values + [id, challenge])
            } else {
                try db.execute(
                    """
                    INSERT INTO question (position, kind, label, hint, is_required, is_public, choices, unit, minimum,
                        maximum, challenge_id)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, with: values + [challenge])
            }
        }
    }

    /// Keeps exactly `entries` with an idea.
    func save(_ entries: [Entry], of idea: IdeaID) throws {
        let old = try look.entries(of: idea)
        for entry in old where !entries.contains(where: { $0.question == entry.question }) {
            try db.execute(
                "DELETE FROM entry WHERE idea_id = ? AND question_id = ?", idea, entry.question)
        }
        for entry in entries where !old.contains(entry) {
            try db.execute(
                """
                INSERT INTO entry (idea_id, question_id, text) VALUES (?, ?, ?)
                ON CONFLICT (idea_id, question_id) DO UPDATE SET text = excluded.text
                """, idea, entry.question, entry.text)
        }
    }
}
