public import Domain

/// An idea that is shown as part of another one.
public struct MergedIdea: Sendable {
    public let idea: IdeaID
    public let number: Int?
    public let content: IdeaContent
    /// Nil once the accounts are gone.
    public let author: Member?
    public let submittedAt: Timestamp?
    public let merge: IdeaMerge
}

/// An idea to merge, or to separate again, with all that one needs to do so.
public struct IdeaToMerge: Sendable {
    public let idea: Idea
    public let challenge: Challenge
    /// Ideas of the same challenge that resemble it, the most similar first.
    public let similar: [SimilarIdea]
    /// The merge that stands; nil if it can be merged.
    public let merge: IdeaMerge?
}

/// What is asked for was merged into another idea, where one finds it.
public struct MergedElsewhere: Error, Sendable {
    public let target: IdeaID
    public let title: String
}

extension Look {
    private static let mergeColumns = """
        g.id, g.source_id, s.title, g.target_id, t.title, g.reason, p.id, p.pseudonym, p.is_staff, g.merged_at,
        g.undo_reason, u.id, u.pseudonym, u.is_staff, g.undone_at
        """
    private static let mergeTables = """
        idea_merge g CROSS JOIN idea s ON s.id = g.source_id CROSS JOIN idea t ON t.id = g.target_id
        CROSS JOIN member p ON p.id = g.merged_by LEFT JOIN member u ON u.id = g.undone_by
        """

    private static func makeMerge(_ row: borrowing Row) -> IdeaMerge {
        IdeaMerge(
            id: row.id(0), source: row.id(1), sourceTitle: row.text(2), target: row.id(3),
            targetTitle: row.text(4), reason: row.text(5),
            mergedBy: Member(id: row.id(6), pseudonym: row.textOrNil(7), isStaff: row.flag(8)),
            mergedAt: row.time(9),
            undoing: row.timeOrNil(14).map { at in
                .init(
                    reason: row.textOrNil(10) ?? "",
                    by: Member(id: row.id(11), pseudonym: row.textOrNil(12), isStaff: row.flag(13)), at: at)
            })
    }

    /// Throws `MergedElsewhere` if the idea is shown as part of another one that the viewer may see.
    public func requireStanding(_ id: IdeaID) throws {
        let target = try db.one(
            "SELECT t.id, t.title FROM idea i CROSS JOIN idea t ON t.id = i.merged_into WHERE i.id = ?", id
        ) { MergedElsewhere(target: $0.id(0), title: $0.text(1)) }
        guard let target else { return }
        _ = try ideaInChallenge(target.target)
        throw target
    }

    /// The ideas that are shown as parts of one that the viewer may see, in the order in which they were merged.
    func mergedIdeas(into idea: IdeaID, in challenge: Challenge) throws -> [MergedIdea] {
        guard try db.exists("SELECT 1 FROM idea WHERE merged_into = ?", idea) else { return [] }
        let merges = try merges(of: idea).filter { $0.target == idea && $0.undoing == nil }
        return try merges.compactMap { merge in
            try db.one(
                """
                SELECT i.id, i.number, i.title, i.text, p.id, \(ideaAuthorName(in: challenge.content.community)),
                    p.is_staff, i.submitted_at
                FROM idea i JOIN member p ON p.id = i.author_id WHERE i.id = ?
                """, merge.source
            ) { row in
                MergedIdea(
                    idea: row.id(0), number: row.intOrNil(1).map { Int($0) },
                    content: IdeaContent(keptTitle: row.text(2), text: row.text(3)), author: row.member(4),
                    submittedAt: row.timeOrNil(7), merge: merge)
            }
        }
    }

    /// What people say under an idea and under those that are shown as parts of it, with what moderation did there.
    func conversation(
        on idea: Idea, merged: [MergedIdea], in challenge: Challenge,
        acts: [(comment: CommentID?, act: ModerationAct)]
    ) throws -> (
        comments: [Comment], reviews: [CommentID: Review],
        redactions: [(comment: CommentID?, act: ModerationAct)]
    ) {
        let place = Post.Subject.idea(idea, in: challenge)
        var comments = try comments(on: place)
        var reviews = try commentReviews(on: place, acts: acts)
        var redactions = acts.filter { $0.act.kind == .redacted }
        for part in merged {
            let others = try self.acts(on: part.idea)
            let place = Post.Subject.idea(try ideaInChallenge(part.idea).idea, in: challenge)
            comments += try self.comments(on: place)
            reviews.merge(try commentReviews(on: place, acts: others)) { $1 }
            redactions += others.filter { $0.act.kind == .redacted && $0.comment != nil }
        }
        if !merged.isEmpty { comments.sort { ($0.writtenAt, $0.id) < ($1.writtenAt, $1.id) } }
        return (comments, reviews, redactions)
    }

    /// What was merged into an idea, and into what it was merged, the oldest first; ideas that were separated and are
    /// not public since are not told.
    func merges(of idea: IdeaID) throws -> [IdeaMerge] {
        func walk(_ column: String) throws -> [IdeaMerge] {
            try db.rows(
                """
                SELECT \(Self.mergeColumns) FROM \(Self.mergeTables)
                WHERE g.\(column) = ? AND s.visibility IN ('public', 'mergedInto')
                    AND t.visibility = 'public'
                ORDER BY g.merged_at, g.id LIMIT 100
                """, idea, make: Self.makeMerge)
        }
        return try (walk("target_id") + walk("source_id")).sorted {
            ($0.mergedAt, $0.id) < ($1.mergedAt, $1.id)
        }
    }

    /// What became of those of the viewer's ideas that are merged into others.
    public func ownMerges() throws -> [IdeaMerge] {
        guard viewer.member != nil else { throw Refusal.signInRequired }
        return try db.rows(
            """
            SELECT \(Self.mergeColumns) FROM \(Self.mergeTables)
            WHERE g.source_id IN (\(ownIdeaNumbers)) AND g.undone_at IS NULL AND t.visibility = 'public'
            ORDER BY g.merged_at DESC, g.id DESC LIMIT 50
            """, make: Self.makeMerge)
    }

    /// An idea to merge or to separate. Throws the refusal of `Idea.mergeRefusal`, and `notFound` to those who have no
    /// desk.
    public func ideaToMerge(_ id: IdeaID) throws -> IdeaToMerge {
        let found = try mergeableIdea(id)
        guard found.merge == nil else { return found }
        let similar = try similarIdeas(to: found.idea.content.title, in: found.challenge).filter {
            $0.idea != id && $0.challenge == found.challenge.id
        }
        return IdeaToMerge(idea: found.idea, challenge: found.challenge, similar: similar, merge: nil)
    }

    /// The same without what resembles it.
    func mergeableIdea(_ id: IdeaID) throws -> IdeaToMerge {
        try requireDesk()
        let (idea, challenge) = try ideaInChallenge(id)
        if idea.visibility == .mergedInto {
            try refuse(idea.separationRefusal(for: viewer, in: challenge))
            let standing = try db.one(
                """
                SELECT \(Self.mergeColumns) FROM \(Self.mergeTables)
                WHERE g.source_id = ? AND g.undone_at IS NULL
                """, id, make: Self.makeMerge)
            return IdeaToMerge(idea: idea, challenge: challenge, similar: [], merge: standing)
        }
        try refuse(
            idea.mergeRefusal(for: viewer, in: challenge, obstacles: try mergeObstacles(of: id)))
        return IdeaToMerge(idea: idea, challenge: challenge, similar: [], merge: nil)
    }

    /// What stands in the way of merging an idea.
    func mergeObstacles(of idea: IdeaID) throws -> MergeObstacles {
        let questions: [(MergeObstacles, String)] = [
            (.mergedIdeas, "SELECT 1 FROM idea WHERE merged_into = ?1"),
            (
                .preparedDecision,
                "SELECT 1 FROM decision WHERE idea_id = ?1 AND published_at IS NULL AND superseded_at IS NULL"
            ),
            (
                .review,
                "SELECT 1 FROM moderation_case WHERE idea_id = ?1 AND comment_id IS NULL AND closed_at IS NULL"
            ),
            (
                .marks,
                """
                SELECT 1 FROM mark WHERE idea_id = ?1 UNION ALL SELECT 1 FROM duel WHERE first_id = ?1
                UNION ALL SELECT 1 FROM duel WHERE second_id = ?1
                UNION ALL SELECT 1 FROM jury_card WHERE idea_id = ?1
                """
            ),
        ]
        return try questions.reduce(into: []) { found, question in
            if try db.exists(question.1, idea) { found.insert(question.0) }
        }
    }

    /// The idea to which somebody points from a challenge. Throws `Refusal.invalid` if it is none that they may see.
    func idea(at reference: IdeaReference, from challenge: ChallengeID) throws -> Idea {
        let id: IdeaID? =
            switch reference {
            case .address(let id): id
            case .number(let place, let number):
                try db.one(
                    "SELECT id FROM idea WHERE challenge_id = ? AND number = ?", place ?? challenge, number
                ) { $0.id(0) }
            }
        do {
            guard let id else { throw Refusal.notFound }
            return try ideaInChallenge(id).idea
        } catch Refusal.notFound {
            throw Refusal.invalid("target", .unknownIdea)
        }
    }
}
