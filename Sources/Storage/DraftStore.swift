public import Domain

/// The draft of a challenge with what people said about it, as its page shows it.
public struct DraftDetail: Sendable {
    /// The one that is read: the latest, unless another was asked for.
    public let version: DraftVersion
    /// All versions, the latest first.
    public let history: [DraftStep]
    /// What the viewer said about how much the subject matters to them.
    public let concern: Concern?
    /// How many people gave each answer. Nil while counts are hidden.
    public let concerns: [Concern: Int]?
    /// How many people reacted in each way. Nil while counts are hidden.
    public let tallies: [DraftParagraphID: [DraftReaction.Kind: Int]]?
    /// What was said about each paragraph, the latest first.
    public let comments: [DraftParagraphID: [DraftReaction]]
    /// The viewer's own reactions.
    public let own: [DraftParagraphID: DraftReaction]
    /// How moderation stands with the comments that it touched, as far as the viewer may know.
    public let reviews: [DraftReactionID: Review]
    /// Passages that were taken out of comments.
    public let redactions: [DraftReactionID: [ModerationAct]]

    /// Whether it is the version on which people react.
    public var isLatest: Bool { version.number == history.first?.number }
}

/// A version of a draft, as its history tells it.
public struct DraftStep: Sendable {
    public let number: Int
    public let publishedAt: Timestamp
    /// Nil once the account was deleted.
    public let by: Member?
    public let changes: [DraftChange]
}

/// A draft that is to be written anew.
public struct DraftToRevise: Sendable {
    public let challenge: Challenge
    /// Nil before the first version.
    public let detail: DraftDetail?
    /// Who may be thanked for a change of each paragraph: those whose comment everybody can read, and once counts are
    /// shown, all who reacted.
    public let thankable: [DraftParagraphID: [Member]]
}

extension Look {
    /// Comments shown under one paragraph at most.
    static let commentsPerParagraph = 40

    /// The draft of `challenge`, which the viewer may see: its latest version, or the one with this number. Nil if there
    /// is none; throws `Refusal.notFound` for a number that there is not.
    public func draft(of challenge: Challenge, version number: Int? = nil) throws -> DraftDetail? {
        guard challenge.content.blueprint == .draftReview, challenge.publishedAt != nil else { return nil }
        let history = try draftHistory(of: challenge)
        guard let latest = history.first else { return nil }
        guard let step = number == nil ? latest : history.first(where: { $0.number == number }) else {
            throw Refusal.notFound
        }
        let version = DraftVersion(
            number: step.number, publishedAt: step.publishedAt,
            paragraphs: try draftParagraphs(of: challenge.id, version: step.number))
        let showsCounts = challenge.showsCounts(at: now)
        let comments = try draftComments(on: version.paragraphs, in: challenge)
        let shown = comments.values.joined()
        let acts = try acts(onReactions: shown.map(\.id))
        return DraftDetail(
            version: version, history: history, concern: try concern(in: challenge.id),
            concerns: showsCounts ? try concerns(in: challenge.id) : nil,
            tallies: showsCounts ? try tallies(of: version.paragraphs) : nil,
            comments: comments, own: try ownReactions(on: version.paragraphs, in: challenge),
            reviews: try reviews(of: shown, in: challenge, acts: acts),
            redactions: acts.mapValues { $0.filter { $0.kind == .redacted } })
    }

    /// The draft of a challenge, for those who write it. Throws the refusal of `Challenge.draftRefusal`.
    public func draftToRevise(_ id: ChallengeID) throws -> DraftToRevise {
        let challenge = try challenge(id)
        try refuse(challenge.draftRefusal(for: viewer))
        let detail = try draft(of: challenge)
        return DraftToRevise(
            challenge: challenge, detail: detail,
            thankable: try thankable(for: detail?.version.paragraphs ?? [], in: challenge))
    }

    /// One version of a challenge's draft. Throws `Refusal.notFound` if there is none, or the viewer may not see the
    /// challenge.
    public func draftVersion(_ number: Int, of challenge: ChallengeID) throws -> DraftVersion {
        _ = try self.challenge(challenge)
        let published = try db.one(
            "SELECT published_at FROM draft_version WHERE challenge_id = ? AND number = ?", challenge, number
        ) { $0.time(0) }
        guard let published else { throw Refusal.notFound }
        return DraftVersion(
            number: number, publishedAt: published,
            paragraphs: try draftParagraphs(of: challenge, version: number))
    }

    /// How much the viewer said that the subject matters to them.
    func concern(in challenge: ChallengeID) throws -> Concern? {
        try db.one(
            "SELECT answer FROM concern WHERE challenge_id = ? AND member_id = ?", challenge, viewerNumber
        ) { try $0.word(0) }
    }

    private func concerns(in challenge: ChallengeID) throws -> [Concern: Int] {
        let rows = try db.rows("SELECT answer, count FROM concern_tally WHERE challenge_id = ?", challenge) {
            (try $0.word(0, as: Concern.self), $0.count(1))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    private func draftParagraphs(of challenge: ChallengeID, version: Int) throws -> [DraftParagraph] {
        try db.rows(
            """
            SELECT g.id, g.text FROM draft_version v CROSS JOIN draft_place l ON l.version_id = v.id
            CROSS JOIN draft_paragraph g ON g.id = l.paragraph_id
            WHERE v.challenge_id = ? AND v.number = ? ORDER BY l.position
            """, challenge, version
        ) { DraftParagraph(id: $0.id(0), text: $0.text(1)) }
    }

    private func draftHistory(of challenge: Challenge) throws -> [DraftStep] {
        let name = Self.authorName(in: challenge.content.community)
        let thanks = try db.rows(
            """
            SELECT h.change_id, p.id, \(name), p.is_staff
            FROM draft_version v CROSS JOIN draft_change e ON e.version_id = v.id
            CROSS JOIN draft_thanks h ON h.change_id = e.id CROSS JOIN member p ON p.id = h.member_id
            WHERE v.challenge_id = ? ORDER BY v.number, e.position, h.member_id
            """, challenge.id
        ) { (change: $0.int(0), member: $0.member(1)) }
        let thanked = Dictionary(grouping: thanks, by: \.change).mapValues { $0.map(\.member) }
        let changes = try db.rows(
            """
            SELECT v.number, e.id, e.old_place, e.new_place, e.why
            FROM draft_version v CROSS JOIN draft_change e ON e.version_id = v.id
            WHERE v.challenge_id = ? ORDER BY v.number, e.position
            """, challenge.id
        ) { row in
            (
                version: row.count(0),
                change: DraftChange(
                    old: row.intOrNil(2).map { Int($0) }, new: row.intOrNil(3).map { Int($0) },
                    why: row.text(4), thanked: thanked[row.int(1)] ?? [])
            )
        }
        let byVersion = Dictionary(grouping: changes, by: \.version).mapValues { $0.map(\.change) }
        return try db.rows(
            """
            SELECT v.number, v.published_at, p.id, \(name), p.is_staff
            FROM draft_version v CROSS JOIN member p ON p.id = v.published_by
            WHERE v.challenge_id = ? ORDER BY v.number DESC
            """, challenge.id
        ) { row in
            DraftStep(
                number: row.count(0), publishedAt: row.time(1), by: row.member(2),
                changes: byVersion[row.count(0)] ?? [])
        }
    }

    private func tallies(of paragraphs: [DraftParagraph]) throws -> [DraftParagraphID: [DraftReaction.Kind:
        Int]]
    {
        let rows = try db.rows(
            """
            SELECT t.paragraph_id, t.kind, t.count
            FROM json_each(?) n CROSS JOIN draft_tally t ON t.paragraph_id = n.value
            """, Self.numbers(of: paragraphs)
        ) { ($0.id(0) as DraftParagraphID, try $0.word(1, as: DraftReaction.Kind.self), $0.count(2)) }
        return Dictionary(grouping: rows, by: \.0).mapValues { rows in
            Dictionary(uniqueKeysWithValues: rows.map { ($0.1, $0.2) })
        }
    }

    /// The latest comments under each paragraph; hidden ones for their authors and moderators alone.
    private func draftComments(on paragraphs: [DraftParagraph], in challenge: Challenge) throws
        -> [DraftParagraphID: [DraftReaction]]
    {
        let seesHidden = viewer.moderates(challenge.id)
        let found = try db.rows(
            """
            SELECT \(Self.reactionColumns(in: challenge))
            FROM json_each(?) n CROSS JOIN draft_reaction r CROSS JOIN member p ON p.id = r.member_id
            WHERE r.id IN (SELECT x.id FROM draft_reaction x WHERE x.paragraph_id = n.value AND x.comment <> ''
                ORDER BY x.reacted_at DESC, x.id DESC LIMIT \(Self.commentsPerParagraph))
            """, Self.numbers(of: paragraphs), make: Self.makeReaction)
        let shown = found.filter { !$0.isHidden || seesHidden || $0.isAuthor(viewer) }
        return Dictionary(grouping: shown, by: \.paragraph).mapValues { comments in
            comments.sorted { ($0.reactedAt, $0.id) > ($1.reactedAt, $1.id) }
        }
    }

    private func ownReactions(on paragraphs: [DraftParagraph], in challenge: Challenge) throws
        -> [DraftParagraphID: DraftReaction]
    {
        guard viewer.member != nil else { return [:] }
        let found = try db.rows(
            """
            SELECT \(Self.reactionColumns(in: challenge))
            FROM json_each(?) n CROSS JOIN draft_reaction r ON r.paragraph_id = n.value AND r.member_id = ?
            CROSS JOIN member p ON p.id = r.member_id
            """, Self.numbers(of: paragraphs), viewerNumber, make: Self.makeReaction)
        return Dictionary(uniqueKeysWithValues: found.map { ($0.paragraph, $0) })
    }

    private func thankable(for paragraphs: [DraftParagraph], in challenge: Challenge) throws
        -> [DraftParagraphID: [Member]]
    {
        let readable = "r.comment <> '' AND r.is_hidden = 0"
        let rows = try db.rows(
            """
            SELECT r.paragraph_id, p.id, \(Self.authorName(in: challenge.content.community)), p.is_staff
            FROM json_each(?) n CROSS JOIN draft_reaction r ON r.paragraph_id = n.value
            CROSS JOIN member p ON p.id = r.member_id
            WHERE \(challenge.showsCounts(at: now) ? "r.is_hidden = 0" : readable)
            LIMIT 2000
            """, Self.numbers(of: paragraphs)
        ) { ($0.id(0) as DraftParagraphID, $0.member(1)) }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.compactMap(\.1) }
    }

    /// One reaction, whoever may see it, with its challenge. Throws `Refusal.notFound` unless the viewer may see that.
    func draftReaction(_ id: DraftReactionID) throws -> (reaction: DraftReaction, challenge: Challenge) {
        let place = try db.one("SELECT challenge_id FROM draft_reaction WHERE id = ?", id) {
            $0.id(0) as ChallengeID
        }
        guard let place else { throw Refusal.notFound }
        let challenge = try challenge(place)
        let reaction = try db.one(
            """
            SELECT \(Self.reactionColumns(in: challenge))
            FROM draft_reaction r JOIN member p ON p.id = r.member_id WHERE r.id = ?
            """, id, make: Self.makeReaction)
        guard let reaction else { throw Refusal.notFound }
        return (reaction, challenge)
    }

    private static func numbers(of paragraphs: [DraftParagraph]) -> String {
        "[\(paragraphs.map(\.id.description).joined(separator: ","))]"
    }

    private static func reactionColumns(in challenge: Challenge) -> String {
        """
        r.id, r.paragraph_id, p.id, \(authorName(in: challenge.content.community)), p.is_staff, r.kind, r.comment,
        r.reacted_at, r.is_hidden
        """
    }

    private static func makeReaction(_ row: borrowing Row) throws -> DraftReaction {
        DraftReaction(
            id: row.id(0), paragraph: row.id(1), author: row.member(2), kind: try row.word(5),
            comment: row.text(6), reactedAt: row.time(7), isHidden: row.flag(8))
    }
}
