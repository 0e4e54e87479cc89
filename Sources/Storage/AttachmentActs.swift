public import Domain

/// A file on its way to an idea.
public struct NewAttachment: Sendable {
    public let content: AttachmentContent
    /// The question that asks for it, if one does.
    public let question: QuestionID?

    public init(_ content: AttachmentContent, for question: QuestionID? = nil) {
        self.content = content
        self.question = question
    }
}

extension Store {
    /// Attaches files to what the member writes for `challenge`, and keeps what was typed as their draft unless it is
    /// too long for one. Sent twice with an idea, as by a button pressed twice, they are attached once.
    ///
    /// Throws `Refusal.invalid` if there are too many, or a question does not ask for one.
    public func attach(
        _ files: [NewAttachment], with content: IdeaContent, entries: [Entry],
        toDraftIn challenge: ChallengeID,
        by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(challenge)
            try refuse(challenge.submissionRefusal(for: acting.viewer, at: now))
            if try acting.submitted(content, in: challenge.id) != nil { return }
            let questions = try acting.look.questions(of: challenge)
            let kept = try acting.look.draft(in: challenge.id)
            let draft: IdeaID
            if content.draftProblems.isEmpty, questions.draftProblems(in: entries).isEmpty {
                draft = try acting.saveDraft(content, in: challenge)
                try acting.save(questions.kept(entries), of: draft)
            } else {
                draft = try kept?.id ?? acting.saveDraft(IdeaContent(title: "", text: ""), in: challenge)
            }
            try acting.attach(files, to: draft, questions)
        }
    }

    /// Attaches files to a submitted idea, which is read again where that is the rule.
    ///
    /// Throws the refusal of `Idea.attachmentRefusal`, `.invalid` if there are too many.
    public func attach(_ files: [NewAttachment], to id: IdeaID, by member: MemberID, at now: Timestamp)
        async throws
    {
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.attachmentRefusal(for: acting.viewer, in: challenge, at: now))
            try acting.attach(files, to: id, try acting.look.questions(of: challenge))
            try acting.db.execute("UPDATE idea SET edited_at = ? WHERE id = ?", now, id)
            try acting.haveReadAgain(idea, in: challenge)
        }
    }

    /// Adds a document to a challenge's brief.
    public func attach(
        _ content: AttachmentContent, toBriefOf id: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.documentRefusal(for: acting.viewer))
            guard try acting.look.documents(of: challenge).count < Attachment.mostOfBrief else {
                throw Refusal.invalid("document", .tooManyFiles, limit: Attachment.mostOfBrief)
            }
            try refuse(content.descriptionProblems)
            try acting.add(content, at: .brief(id))
        }
    }

    /// Gives a challenge its picture, in the place of the one it had.
    ///
    /// Throws `Refusal.invalid` unless it is a picture and says what it shows.
    public func setCover(
        _ content: AttachmentContent, of id: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.documentRefusal(for: acting.viewer))
            var problems = [Attachment.alternativeRule.problem(in: content.facts.description)].compactMap(
                \.self)
            if content.facts.kind != .webp {
                problems.append(Problem(field: "cover", code: .fileOfUnknownKind))
            }
            try refuse(problems)
            try acting.db.execute("DELETE FROM attachment WHERE challenge_id = ? AND is_cover = 1", id)
            try acting.add(content, at: .cover(id))
        }
    }

    /// Takes a file away, for those who may attach one there.
    public func detach(_ id: AttachmentID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let attachment = try acting.look.attachment(id)
            switch attachment.place {
            case .brief(let challenge), .cover(let challenge):
                try refuse(try acting.look.challenge(challenge).documentRefusal(for: acting.viewer))
            case .idea(let number, let question):
                let (idea, challenge) = try acting.look.ideaInChallenge(number)
                try refuse(idea.attachmentRefusal(for: acting.viewer, in: challenge, at: now))
                let asked = try acting.look.questions(of: challenge).first { $0.id == question }
                if let asked, question != nil, asked.isRequired, idea.visibility != .draft {
                    throw Refusal.invalid(asked.field, .missing)
                }
            }
            try acting.db.execute("DELETE FROM attachment WHERE id = ?", id)
        }
    }

    /// Takes a file out of an idea for good: its content is erased; that it was there, when it went and why, stays.
    ///
    /// Throws the refusal of `Post.moderationRefusal`.
    public func removeAttachment(
        _ id: AttachmentID, because reason: ModerationReason, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let attachment = try acting.look.attachment(id)
            guard case .idea(let idea, _) = attachment.place else { throw Refusal.notFound }
            try refuse(try acting.look.post(.idea(idea)).moderationRefusal(for: acting.viewer))
            try acting.db.execute("DELETE FROM attachment_content WHERE attachment_id = ?", id)
            // The name and what was said about it may be what had to go.
            try acting.db.execute(
                """
                UPDATE attachment SET removed_at = ?, removed_by = ?, removal_reason = ?, name = kind, description = ''
                WHERE id = ?
                """, now, member, reason.rawValue, id)
        }
    }
}

extension AttachmentContent {
    fileprivate var descriptionProblems: [Problem] {
        [Attachment.descriptionRule.problem(in: facts.description)].compactMap(\.self)
    }
}

extension Acting {
    fileprivate func attach(_ files: [NewAttachment], to idea: IdeaID, _ questions: [Question]) throws {
        for file in files {
            try refuse(file.content.descriptionProblems)
            if let question = file.question {
                guard questions.contains(where: { $0.id == question && $0.kind == .file }) else {
                    throw Refusal.invalid("files", .unknownChoice)
                }
                // A question asks for one file: the last one that is sent is meant.
                try db.execute(
                    "DELETE FROM attachment WHERE idea_id = ? AND question_id = ? AND removed_at IS NULL",
                    idea,
                    question)
            } else {
                let free = try look.attachments(of: idea).count {
                    $0.question == nil && $0.removal == nil
                }
                guard free < Attachment.mostOfIdea else {
                    throw Refusal.invalid("files", .tooManyFiles, limit: Attachment.mostOfIdea)
                }
            }
            try add(file.content, at: .idea(idea, question: file.question))
        }
    }

    fileprivate func add(_ content: AttachmentContent, at place: Attachment.Place) throws {
        var (idea, question, challenge): (IdeaID?, QuestionID?, ChallengeID?) = (nil, nil, nil)
        var isCover = false
        switch place {
        case .idea(let number, let asked): (idea, question) = (number, asked)
        case .brief(let number): challenge = number
        case .cover(let number): (challenge, isCover) = (number, true)
        }
        let facts = content.facts
        let number = try db.insert(
            """
            INSERT INTO attachment (idea_id, question_id, challenge_id, is_cover, kind, name, description, size, width,
                height, small_width, small_height, added_by, added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            idea, question, challenge, isCover, facts.kind.rawValue, facts.name, facts.description,
            facts.size,
            facts.dimensions?.width, facts.dimensions?.height, facts.dimensions?.smallWidth,
            facts.dimensions?.smallHeight, member.id, now)
        let forms =
            [(AttachmentContent.Form.whole, content.whole)] + (content.small.map { [(.small, $0)] } ?? [])
        for (form, bytes) in forms {
            try db.insert(
                "INSERT INTO attachment_content (attachment_id, form, bytes) VALUES (?, ?, ?)", number,
                form.rawValue, bytes)
        }
    }
}
