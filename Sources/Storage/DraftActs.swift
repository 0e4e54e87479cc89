public import Domain

extension Store {
    /// Says how much the subject of a draft matters to a member; saying it again replaces what was said.
    ///
    /// Throws the refusal of `Challenge.concernRefusal`.
    public func answer(_ concern: Concern, in id: ChallengeID, by member: MemberID, at now: Timestamp)
        async throws
    {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.concernRefusal(for: acting.viewer, at: now))
            try acting.db.execute(
                """
                INSERT INTO concern (challenge_id, member_id, answer) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET answer = excluded.answer
                """, id, member, concern.rawValue)
            try acting.takePart(in: id)
        }
    }

    /// Reacts on a paragraph of the latest version; a second reaction of the same person replaces the first. What is
    /// hidden stays so whatever its author makes of it.
    ///
    /// Throws the refusal of `Challenge.reactionRefusal`, `.invalid` if the comment has to be mended, `.newerVersion` if
    /// the paragraph was changed meanwhile.
    public func react(
        _ content: DraftReactionContent, on paragraph: DraftParagraphID, in id: ChallengeID,
        by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.challengeToReact(in: id, on: paragraph)
            try refuse(content.problems)
            try acting.db.execute(
                """
                INSERT INTO draft_reaction (paragraph_id, challenge_id, member_id, kind, comment, reacted_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (paragraph_id, member_id) DO UPDATE SET kind = excluded.kind, comment = excluded.comment,
                    reacted_at = excluded.reacted_at
                """, paragraph, id, member, content.kind.rawValue, content.comment, now)
            if content.comment.isEmpty { try acting.closeCaseOfReaction(on: paragraph) }
            try acting.takePart(in: challenge.id)
        }
    }

    /// Takes a reaction back, with its comment; taking back none changes nothing.
    public func takeReactionBack(
        on paragraph: DraftParagraphID, in id: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            _ = try acting.challengeToReact(in: id, on: paragraph)
            try acting.closeCaseOfReaction(on: paragraph)
            try acting.db.execute(
                "DELETE FROM draft_reaction WHERE paragraph_id = ? AND member_id = ?", paragraph, member)
        }
    }

    /// Publishes the next version of a draft, with what changed and thanks to whom, and gives its number.
    ///
    /// Throws the refusal of `Challenge.draftRefusal`, `.newerVersion` if somebody published one meanwhile, `.invalid`
    /// if something has to be mended, `.notFound` for somebody who cannot be thanked.
    @discardableResult
    public func publishDraft(
        _ revision: DraftRevision, of id: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws -> Int {
        try await act(by: member, at: now) { acting in
            let found = try acting.look.draftToRevise(id)
            let present = found.detail?.version
            guard revision.base == present?.number ?? 0 else { throw Refusal.conflict(.newerVersion) }
            try refuse(revision.problems(after: present?.paragraphs.map(\.text) ?? []))
            let known = found.thankable.mapValues { Set($0.map(\.id)) }
            let everybody = known.values.reduce(into: Set()) { $0.formUnion($1) }
            for (place, explanation) in revision.explanations {
                let paragraph = place.old.flatMap { old in
                    present.flatMap { $0.paragraphs.indices.contains(old) ? $0.paragraphs[old].id : nil }
                }
                // What was missing is said about the paragraphs beside which it now stands.
                let circle = paragraph.map { known[$0] ?? [] } ?? everybody
                guard circle.isSuperset(of: explanation.thanked) else { throw Refusal.notFound }
            }
            return try acting.publish(revision, after: present, of: id)
        }
    }
}

extension Acting {
    /// Writes a version whose text and explanations are right, and gives its number.
    @discardableResult
    func publish(_ revision: DraftRevision, after present: DraftVersion?, of challenge: ChallengeID) throws
        -> Int
    {
        let number = (present?.number ?? 0) + 1
        let version = try db.insert(
            "INSERT INTO draft_version (challenge_id, number, published_by, published_at) VALUES (?, ?, ?, ?)",
            challenge, number, member.id, now)
        let old = present?.paragraphs ?? []
        let difference = TextDifference(from: old.map(\.text), to: revision.paragraphs)
        for paragraph in difference.paragraphs {
            guard let place = paragraph.new else { continue }
            let kept = paragraph.isKept ? paragraph.old.map { old[$0].id.rawValue } : nil
            let id =
                try kept
                ?? db.insert(
                    "INSERT INTO draft_paragraph (challenge_id, text) VALUES (?, ?)", challenge,
                    revision.paragraphs[place])
            try db.execute(
                "INSERT INTO draft_place (version_id, position, paragraph_id) VALUES (?, ?, ?)", version,
                place, id)
        }
        guard present != nil else { return number }
        let changes = DraftRevision.changes(from: old.map(\.text), to: revision.paragraphs)
        for (position, place) in changes.enumerated() {
            guard let explanation = revision.explanations[place] else { continue }
            let change = try db.insert(
                "INSERT INTO draft_change (version_id, position, old_place, new_place, why) VALUES (?, ?, ?, ?, ?)",
                version, position, place.old, place.new, explanation.why)
            for thanked in Set(explanation.thanked) {
                try db.execute(
                    "INSERT INTO draft_thanks (change_id, member_id) VALUES (?, ?)", change, thanked)
            }
        }
        return number
    }

    /// Closes what is open about the comment of the member's reaction, because its author took it back.
    fileprivate func closeCaseOfReaction(on paragraph: DraftParagraphID) throws {
        let reaction: DraftReactionID? = try db.one(
            "SELECT id FROM draft_reaction WHERE paragraph_id = ? AND member_id = ?", paragraph, member.id
        ) { $0.id(0) }
        guard let reaction else { return }
        try closeCase(of: try look.place(of: .reaction(reaction)), as: "withdrawn")
    }

    /// The challenge, if the member may react on `paragraph` of its latest version.
    fileprivate func challengeToReact(in id: ChallengeID, on paragraph: DraftParagraphID) throws -> Challenge
    {
        let challenge = try look.challenge(id)
        try refuse(
            challenge.reactionRefusal(for: viewer, concern: try look.concern(in: id), at: now))
        let isThere = try db.exists(
            "SELECT 1 FROM draft_paragraph WHERE id = ? AND challenge_id = ?", paragraph, id)
        guard isThere else { throw Refusal.notFound }
        let isPresent = try db.exists(
            """
            SELECT 1 FROM draft_version v CROSS JOIN draft_place l ON l.version_id = v.id
            WHERE v.challenge_id = ? AND v.number = (SELECT max(x.number) FROM draft_version x WHERE x.challenge_id = ?)
                AND l.paragraph_id = ?
            """, id, id, paragraph)
        guard isPresent else { throw Refusal.conflict(.newerVersion) }
        return challenge
    }
}
