public import Domain

/// What an idea said over time, as the page of its versions shows it.
public struct IdeaHistory: Sendable {
    public let idea: Idea
    public let challenge: Challenge
    /// Versions that the viewer may read, in their order, without their texts; one or more.
    public let stamps: [VersionStamp]
    /// The version that is read.
    public let shown: IdeaVersion
    /// The one with which it is compared; nil for the first.
    public let base: IdeaVersion?
    /// How its text became that of `shown`.
    public let difference: TextDifference?
}

extension Look {
    /// When the versions of an idea that the viewer may see came, in their order; empty if it never changed.
    func versionStamps(of idea: Idea, in challenge: Challenge) throws -> [VersionStamp] {
        guard idea.editedAt != nil, idea.visibility != .draft else { return [] }
        let showsCounts = challenge.showsCounts(at: now)
        let stamps = try db.rows(
            """
            SELECT number, written_at, support_count, is_withheld FROM idea_version
            WHERE idea_id = ? ORDER BY number DESC LIMIT ?
            """, idea.id, IdeaVersion.mostListed
        ) { row in
            VersionStamp(
                number: row.count(0), writtenAt: row.time(1), supportCount: showsCounts ? row.count(2) : nil,
                isWithheld: row.flag(3))
        }
        let showsAll = idea.showsWithheldVersions(to: viewer)
        return stamps.reversed().filter { showsAll || !$0.isWithheld }
    }

    /// What an idea said over time, compared at `number` with the version before it, or with `base`. Throws
    /// `Refusal.notFound` unless the viewer may read those.
    public func ideaHistory(_ id: IdeaID, version number: Int? = nil, since base: Int? = nil) throws
        -> IdeaHistory
    {
        try requireStanding(id)
        let (idea, challenge) = try ideaInChallenge(id)
        guard idea.visibility != .draft else { throw Refusal.notFound }
        var stamps = try versionStamps(of: idea, in: challenge)
        if stamps.isEmpty, let submission = idea.submittedAt {
            stamps = [VersionStamp(number: 1, writtenAt: submission, supportCount: nil)]
        }
        guard let shown = number == nil ? stamps.last : stamps.first(where: { $0.number == number }) else {
            throw Refusal.notFound
        }
        let before = stamps.filter { $0.number < shown.number }
        guard let compared = base == nil ? before.last : before.first(where: { $0.number == base }) else {
            guard base == nil else { throw Refusal.notFound }
            return IdeaHistory(
                idea: idea, challenge: challenge, stamps: stamps,
                shown: try version(shown, of: idea, challenge),
                base: nil, difference: nil)
        }
        let (old, new) = (try version(compared, of: idea, challenge), try version(shown, of: idea, challenge))
        return IdeaHistory(
            idea: idea, challenge: challenge, stamps: stamps, shown: new, base: old,
            difference: TextDifference(from: old.content.text, to: new.content.text))
    }

    private func version(_ stamp: VersionStamp, of idea: Idea, _ challenge: Challenge) throws -> IdeaVersion {
        let found = try db.one(
            """
            SELECT w.title, w.text, p.id, \(Self.authorName(in: challenge.content.community)), p.is_staff
            FROM idea_version w JOIN member p ON p.id = w.written_by WHERE w.idea_id = ? AND w.number = ?
            """, idea.id, stamp.number
        ) { (content: IdeaContent(keptTitle: $0.text(0), text: $0.text(1)), author: $0.member(2)) }
        let isBlind = idea.hidesAuthor(from: viewer)
        return IdeaVersion(
            content: found?.content ?? idea.content,
            author: isBlind ? nil : found.map(\.author) ?? idea.author, stamp: stamp)
    }
}

extension Acting {
    /// Keeps what `idea` says before `content` takes its place, and that as its next version.
    func keepVersion(of idea: Idea, replacedBy content: IdeaContent) throws {
        let latest = try db.one("SELECT max(number) FROM idea_version WHERE idea_id = ?", idea.id) {
            Int($0.intOrNil(0) ?? 0)
        }
        var number = latest ?? 0
        if number == 0 {
            // The first change: what stood until now is written down as it was.
            try write(
                idea.content, as: 1, of: idea.id, by: idea.author?.id ?? member.id,
                at: idea.editedAt ?? idea.submittedAt ?? now, supports: 0)
            number = 1
        }
        if idea.withholdsReplacedText {
            try db.execute(
                "UPDATE idea_version SET is_withheld = 1 WHERE idea_id = ? AND number = ?", idea.id, number)
        }
        try write(
            content, as: number + 1, of: idea.id, by: member.id, at: now, supports: idea.supportCount)
    }

    private func write(
        _ content: IdeaContent, as number: Int, of idea: IdeaID, by author: MemberID, at moment: Timestamp,
        supports: Int
    ) throws {
        try db.execute(
            """
            INSERT INTO idea_version (idea_id, number, title, text, written_by, written_at, support_count)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, idea, number, content.title, content.text, author, moment, supports)
    }

    /// Takes a passage out of whatever else was said in the name of an idea: its versions, and what its authors answered.
    /// - Returns: Whether it stood in any of it.
    func redactPast(of idea: IdeaID, _ passage: String) throws -> Bool {
        var isFound = false
        let versions = try db.rows("SELECT number, title, text FROM idea_version WHERE idea_id = ?", idea) {
            (number: $0.count(0), title: $0.text(1), text: $0.text(2))
        }
        for version in versions {
            let title = Redaction.redact(passage, in: version.title)
            let text = Redaction.redact(passage, in: version.text)
            guard title != nil || text != nil else { continue }
            isFound = true
            try db.execute(
                "UPDATE idea_version SET title = ?, text = ? WHERE idea_id = ? AND number = ?",
                title ?? version.title, text ?? version.text, idea, version.number)
        }
        let answers = try db.rows(
            "SELECT id, answer FROM clarification WHERE idea_id = ? AND answer IS NOT NULL", idea
        ) { (id: $0.id(0) as ClarificationID, text: $0.text(1)) }
        for answer in answers {
            guard let text = Redaction.redact(passage, in: answer.text) else { continue }
            isFound = true
            try db.execute("UPDATE clarification SET answer = ? WHERE id = ?", text, answer.id)
        }
        return isFound
    }
}
