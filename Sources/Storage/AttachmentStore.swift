public import Domain

extension Look {
    private static let attachmentColumns = """
        a.id, a.idea_id, a.question_id, a.challenge_id, a.is_cover, a.kind, a.name, a.description, a.size, a.width,
        a.height, a.small_width, a.small_height, a.added_at, a.removed_at, a.removal_reason
        """

    private static func makeAttachment(_ row: borrowing Row) throws -> Attachment {
        let place: Attachment.Place =
            if let idea: IdeaID = row.idOrNil(1) {
                .idea(idea, question: row.idOrNil(2))
            } else if row.flag(4) {
                .cover(row.id(3))
            } else {
                .brief(row.id(3))
            }
        let dimensions = row.intOrNil(9).map { width in
            AttachmentContent.Dimensions(
                width: Int(width), height: row.count(10), smallWidth: row.count(11),
                smallHeight: row.count(12))
        }
        let reason = try row.wordOrNil(15, as: ModerationReason.self)
        return Attachment(
            id: row.id(0), place: place,
            content: AttachmentContent.Facts(
                kind: try row.word(5), name: row.text(6), description: row.text(7), size: row.count(8),
                dimensions: dimensions),
            addedAt: row.time(13),
            removal: reason.map { Attachment.Removal(reason: $0, at: row.time(14)) })
    }

    /// The files of an idea that was loaded for the viewer, the oldest first.
    func attachments(of idea: IdeaID) throws -> [Attachment] {
        try db.rows(
            "SELECT \(Self.attachmentColumns) FROM attachment a WHERE a.idea_id = ? ORDER BY a.id", idea,
            make: Self.makeAttachment)
    }

    /// The documents of the brief of `challenge`, which the viewer may see, the oldest first.
    public func documents(of challenge: Challenge) throws -> [Attachment] {
        try db.rows(
            """
            SELECT \(Self.attachmentColumns) FROM attachment a WHERE a.challenge_id = ? AND a.is_cover = 0 ORDER BY a.id
            """, challenge.id, make: Self.makeAttachment)
    }

    /// The pictures of challenges that were loaded for the viewer; one select for a whole list.
    public func covers(of challenges: [ChallengeID]) throws -> [ChallengeID: Attachment] {
        guard !challenges.isEmpty else { return [:] }
        let numbers = challenges.map(\.description).joined(separator: ",")
        let covers = try db.rows(
            """
            SELECT \(Self.attachmentColumns) FROM json_each(?) n
            JOIN attachment a ON a.challenge_id = n.value AND a.is_cover = 1
            """, "[\(numbers)]", make: Self.makeAttachment)
        return Dictionary(
            uniqueKeysWithValues: covers.compactMap { cover in
                guard case .cover(let challenge) = cover.place else { return nil }
                return (challenge, cover)
            })
    }

    /// A file whose content the viewer may read: who may read the idea or the challenge may. Throws `Refusal.notFound`
    /// otherwise, and when moderators took it out.
    public func attachment(_ id: AttachmentID) throws -> Attachment {
        let found = try anyAttachment(id)
        guard found.removal == nil else { throw Refusal.notFound }
        return found
    }

    /// The same, also when its content is gone.
    func anyAttachment(_ id: AttachmentID) throws -> Attachment {
        let found = try db.one(
            "SELECT \(Self.attachmentColumns) FROM attachment a WHERE a.id = ?", id, make: Self.makeAttachment
        )
        guard let found else { throw Refusal.notFound }
        switch found.place {
        case .brief(let challenge), .cover(let challenge): _ = try self.challenge(challenge)
        case .idea(let number, let question):
            let (idea, challenge) = try ideaInChallenge(number)
            guard let question else { break }
            let asked = try questions(of: challenge).first { $0.id == question }
            guard asked?.isReadable(by: viewer, in: idea) == true else { throw Refusal.notFound }
        }
        return found
    }

    /// The content of a file that was loaded for the viewer. Documents have no small form: it is not found.
    public func content(of attachment: Attachment, _ form: AttachmentContent.Form) throws -> [UInt8] {
        let bytes = try db.one(
            "SELECT bytes FROM attachment_content WHERE attachment_id = ? AND form = ?", attachment.id,
            form.rawValue
        ) { $0.blob(0) }
        guard let bytes else { throw Refusal.notFound }
        return bytes
    }
}
