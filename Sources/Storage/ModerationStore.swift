public import Domain

/// A post that waits for a moderator.
public struct WaitingPost: Sendable {
    public let post: PostID
    public let kind: CaseKind
    /// Of the idea, or the prompt.
    public let title: String
    public let text: String
    public let author: Member?
    public let place: ModeratedPlace
    public let openedAt: Timestamp
    public let dueAt: Timestamp
    /// Whether it is hidden while it waits.
    public let isHidden: Bool
    /// What an author says who asks for a second look.
    public let appeal: String
    public internal(set) var reports: [PostReport]
}

/// Where something is moderated.
public enum ModeratedPlace: Sendable {
    case challenge(ChallengeID, title: String)
    case theme(Theme)
}

/// What somebody reported, without who.
public struct PostReport: Sendable {
    public let reason: ModerationReason
    public let words: String
}

/// A line of the public register: no names, no titles, no words.
public struct ModerationEntry: Sendable {
    public let place: ModeratedPlace
    public let post: PostKind
    public let kind: ModerationAct.Kind
    public let reason: ModerationReason?
    public let redacted: Guard.Kind?
    /// Why two ideas were merged or separated, in the words of who did it.
    public let words: String?
    public let at: Timestamp
}

/// A post with all that one needs to judge it.
public struct PostFile: Sendable {
    public let post: Post
    public let acts: [ModerationAct]
    public let reports: [PostReport]
    /// What its author said who asked for a second look.
    public let appeal: String?
    /// What stands with the idea; nothing with a comment.
    public let particulars: IdeaParticulars
}

/// What a member reported, and what came of it.
public struct OwnReport: Sendable {
    /// Nil if the reporter may not see it any more.
    public let subject: ReportedSubject?
    public let post: PostKind
    public let reason: ModerationReason
    public let reportedAt: Timestamp
    /// Nil while it waits.
    public let outcome: String?
}

/// What a comment is about, as lists of a member's own name it.
public enum ReportedSubject: Sendable {
    case idea(IdeaID, title: String)
    case prompt(PromptID, text: String, theme: Theme)
    case draft(ChallengeID, title: String)
}

/// A comment of the viewer's that moderators hid, on an idea, under a prompt or of a draft.
public struct OwnHiddenComment: Sendable {
    public let post: PostID
    public let subject: ReportedSubject
    public let beginning: String
}

extension Look {
    /// Cases on one page of the queue.
    public static let casesPerPage = 25
    /// Lines on one page of the register.
    public static let entriesPerPage = 40

    /// What waits in the challenges that the viewer moderates, the longest waiting first. Throws the refusal of
    /// `Viewer.moderationRefusal`.
    public func moderationQueue(page: Int = 1) throws -> ListPage<WaitingPost> {
        try refuse(viewer.moderationRefusal)
        let size = Self.casesPerPage
        let page = max(1, page)
        var numbers: [Int64] = []
        var found = try db.rows(
            """
            SELECT k.id, k.kind, k.comment_id, i.id, coalesce(i.title, q.text, c.title),
                coalesce(m.text, r.comment, i.text), p.id, \(Self.authorName), p.is_staff, c.id, c.title,
                k.opened_at, k.due_at, coalesce(coalesce(m.visibility, i.visibility) = 'hidden', r.is_hidden, 0),
                k.words, \(Self.themeColumns), k.reaction_id
            FROM moderation_case k INDEXED BY case_queue
            LEFT JOIN challenge c ON c.id = k.challenge_id LEFT JOIN idea i ON i.id = k.idea_id
            LEFT JOIN comment m ON m.id = k.comment_id \(Self.promptOfComment)
            LEFT JOIN draft_reaction r ON r.id = k.reaction_id
            CROSS JOIN member p ON p.id = coalesce(m.author_id, r.member_id, i.author_id)
            WHERE k.closed_at IS NULL AND \(caseIsHeld) ORDER BY k.opened_at, k.id LIMIT ? OFFSET ?
            """, with: [size + 1, (page - 1) * size]
        ) { row in
            numbers.append(row.int(0))
            return WaitingPost(
                post: Self.post(idea: row.idOrNil(3), comment: row.idOrNil(2), reaction: row.idOrNil(24)),
                kind: try row.word(1),
                title: row.text(4), text: row.text(5), author: row.member(6), place: Self.place(row, 9, 15),
                openedAt: row.time(11), dueAt: row.time(12), isHidden: row.flag(13), appeal: row.text(14),
                reports: [])
        }
        let reports = try reports(in: numbers)
        for (place, number) in numbers.enumerated() { found[place].reports = reports[number] ?? [] }
        return ListPage(fetched: found, number: page, size: size)
    }

    /// How many posts wait for the viewer as a moderator, counted up to `limit`; nil for those who moderate nothing.
    public func moderationCount(limit: Int) throws -> WaitingCount? {
        guard viewer.moderationRefusal == nil else { return nil }
        return try db.one(
            """
            SELECT count(*), count(*) FILTER (WHERE due < ?) FROM (
                SELECT k.due_at AS due FROM moderation_case k INDEXED BY case_queue
                LEFT JOIN challenge c ON c.id = k.challenge_id
                WHERE k.closed_at IS NULL AND \(caseIsHeld) LIMIT ?)
            """, now, limit
        ) { WaitingCount(all: $0.count(0), late: $0.count(1)) }
    }

    /// The condition under which the viewer moderates case `k` in challenge `c`, or in none.
    private var caseIsHeld: String {
        let held = challengeIsHeld(by: .moderator)
        return viewer.moderatesThemes
            ? "(k.challenge_id IS NULL OR \(held))" : "(k.challenge_id IS NOT NULL AND \(held))"
    }

    /// The prompt `q` under which comment `m` was made and its theme `t`, if it was made under one.
    private static let promptOfComment = """
        LEFT JOIN prompt q ON q.id = m.prompt_id LEFT JOIN theme t ON t.id = q.theme_id
        """

    /// What is moderated, by the numbers of which those that do not concern it are empty.
    private static func post(idea: IdeaID?, comment: CommentID?, reaction: DraftReactionID?) -> PostID {
        comment.map { .comment($0) } ?? reaction.map { .reaction($0) } ?? .idea(idea ?? Identifier(0))
    }

    /// What kind of post a row is about, by whether it has a comment and a reaction.
    private static func kind(_ row: borrowing Row, _ comment: Int, _ reaction: Int) -> PostKind {
        row.isNull(reaction) ? row.isNull(comment) ? .idea : .comment : .reaction
    }

    /// The place told by a challenge's number and title, or by a theme's columns, from these on.
    private static func place(_ row: borrowing Row, _ challenge: Int, _ theme: Int) -> ModeratedPlace {
        row.idOrNil(challenge).map { .challenge($0, title: row.text(challenge + 1)) }
            ?? .theme(makeTheme(row, from: theme))
    }

    /// The subject told by an idea's number and title, by those of the challenge of a draft, or by a prompt's number and
    /// text and its theme's columns; nil if all of these are empty.
    private static func subject(_ row: borrowing Row, _ idea: Int, draft: Int, _ prompt: Int)
        -> ReportedSubject?
    {
        if let id: IdeaID = row.idOrNil(idea) { return .idea(id, title: row.text(idea + 1)) }
        if let id: ChallengeID = row.idOrNil(draft) { return .draft(id, title: row.text(draft + 1)) }
        guard let id: PromptID = row.idOrNil(prompt) else { return nil }
        return .prompt(id, text: row.text(prompt + 1), theme: makeTheme(row, from: prompt + 2))
    }

    private func reports(in cases: [Int64]) throws -> [Int64: [PostReport]] {
        guard !cases.isEmpty else { return [:] }
        let numbers = "[\(cases.map(String.init).joined(separator: ","))]"
        let found = try db.rows(
            """
            SELECT r.case_id, r.reason, r.words FROM json_each(?) n CROSS JOIN report r ON r.case_id = n.value
            ORDER BY r.case_id, r.id
            """, numbers
        ) { (case: $0.int(0), report: PostReport(reason: try $0.word(1), words: $0.text(2))) }
        return Dictionary(grouping: found, by: \.case).mapValues { $0.map(\.report) }
    }

    /// A post with its history. Throws the refusal of `Post.moderationRefusal`.
    public func postFile(_ id: PostID) throws -> PostFile {
        let post = try post(id)
        try refuse(post.moderationRefusal(for: viewer))
        let place = try place(of: id)
        let cases = try db.rows(
            """
            SELECT id, kind, words, closed_at IS NULL FROM moderation_case
            WHERE \(place.condition) ORDER BY id LIMIT 50
            """, place.number
        ) { (id: $0.int(0), kind: try $0.word(1, as: CaseKind.self), words: $0.text(2), isOpen: $0.flag(3)) }
        let open = cases.first { $0.isOpen }
        return PostFile(
            post: post, acts: try acts(at: place).filter { $0.comment == place.comment }.map(\.act),
            reports: try open.map { try reports(in: [$0.id])[$0.id] ?? [] } ?? [],
            appeal: cases.last { $0.kind == .appeal }?.words,
            particulars: try particulars(of: post))
    }

    /// The public register, newest first: what moderation did in the challenges that the viewer may see.
    public func moderationEntries(page: Int = 1) throws -> ListPage<ModerationEntry> {
        let size = Self.entriesPerPage
        let page = max(1, page)
        let found = try db.rows(
            """
            SELECT c.id, c.title, a.comment_id, a.kind, a.reason, a.redacted, a.at,
                CASE a.kind WHEN 'merged' THEN g.reason WHEN 'separated' THEN g.undo_reason END, \(Self.themeColumns),
                a.reaction_id
            FROM moderation_act a LEFT JOIN challenge c ON c.id = a.challenge_id
            LEFT JOIN comment m ON m.id = a.comment_id \(Self.promptOfComment)
            LEFT JOIN idea_merge g ON g.id = a.merge_id
            WHERE (a.challenge_id IS NULL OR \(challengeIsVisible)) ORDER BY a.at DESC, a.id DESC LIMIT ? OFFSET ?
            """, size + 1, (page - 1) * size
        ) { row in
            ModerationEntry(
                place: Self.place(row, 0, 8), post: Self.kind(row, 2, 17), kind: try row.word(3),
                reason: try row.wordOrNil(4), redacted: try row.wordOrNil(5), words: row.textOrNil(7),
                at: row.time(6))
        }
        return ListPage(fetched: found, number: page, size: size)
    }

    /// What the viewer reported, newest first. A title is given while the viewer may see the idea, or the draft.
    public func ownReports() throws -> [OwnReport] {
        guard viewer.member != nil else { throw Refusal.signInRequired }
        return try db.rows(
            """
            SELECT CASE WHEN i.visibility = 'public' AND \(challengeIsVisible) THEN i.id END, i.title,
                CASE WHEN r.reaction_id IS NOT NULL AND \(challengeIsVisible) THEN c.id END, c.title, q.id, q.text,
                \(Self.themeColumns), r.comment_id, r.reaction_id, r.reason, r.reported_at, k.outcome
            FROM report r CROSS JOIN moderation_case k ON k.id = r.case_id LEFT JOIN idea i ON i.id = r.idea_id
            LEFT JOIN challenge c ON c.id = k.challenge_id LEFT JOIN comment m ON m.id = r.comment_id
            \(Self.promptOfComment)
            WHERE r.reporter_id = ? ORDER BY r.reported_at DESC, r.id DESC LIMIT 50
            """, viewerNumber
        ) { row in
            OwnReport(
                subject: Self.subject(row, 0, draft: 2, 4), post: Self.kind(row, 15, 16),
                reason: try row.word(17), reportedAt: row.time(18), outcome: row.textOrNil(19))
        }
    }

    /// The viewer's comments that are hidden, on what they may still see.
    public func ownHiddenComments() throws -> [OwnHiddenComment] {
        guard viewer.member != nil else { throw Refusal.signInRequired }
        let comments = try db.rows(
            """
            SELECT i.id, i.title, NULL, NULL, q.id, q.text, \(Self.themeColumns), m.id, substr(m.text, 1, 200)
            FROM comment m LEFT JOIN idea i ON i.id = m.idea_id LEFT JOIN challenge c ON c.id = i.challenge_id
            \(Self.promptOfComment)
            WHERE m.author_id = ? AND m.visibility = 'hidden'
                AND (m.prompt_id IS NOT NULL OR (i.visibility = 'public' AND \(challengeIsVisible)))
            LIMIT 50
            """, viewerNumber
        ) { row in
            Self.subject(row, 0, draft: 2, 4).map {
                OwnHiddenComment(post: .comment(row.id(15)), subject: $0, beginning: row.text(16))
            }
        }
        let reactions = try db.rows(
            """
            SELECT r.id, c.id, c.title, substr(r.comment, 1, 200)
            FROM draft_reaction r CROSS JOIN challenge c ON c.id = r.challenge_id
            WHERE r.member_id = ? AND r.is_hidden = 1 AND r.comment <> '' AND \(challengeIsVisible) LIMIT 50
            """, viewerNumber
        ) { row in
            OwnHiddenComment(
                post: .reaction(row.id(0)), subject: .draft(row.id(1), title: row.text(2)),
                beginning: row.text(3))
        }
        return comments.compactMap(\.self) + reactions
    }
}
