public import Domain

/// A prompt as its theme's page shows it, with what was said last.
public struct PromptSummary: Sendable {
    public let prompt: Prompt
    /// Nil while nobody said anything.
    public let latest: Contribution?
}

/// A prompt as its own page shows it.
public struct PromptDetail: Sendable {
    public let prompt: Prompt
    public let theme: Theme
    public let comments: [Comment]
    /// How moderation stands with those that it touched, as far as the viewer may know.
    public let reviews: [CommentID: Review]
    /// Passages that were taken out.
    public let redactions: [(comment: CommentID?, act: ModerationAct)]
}

/// Something that somebody said under a prompt.
public struct Contribution: Sendable {
    public let comment: CommentID
    public let prompt: PromptID
    /// The prompt's own words.
    public let promptText: String
    public let author: Member?
    public let isOfficial: Bool
    public let text: String
    public let writtenAt: Timestamp
}

extension Look {
    private static let promptColumns =
        "q.id, q.theme_id, q.text, q.closed_at, q.contribution_count, q.latest_at"

    private static func makePrompt(_ row: borrowing Row, from index: Int = 0) -> Prompt {
        Prompt(
            id: row.id(index), theme: row.id(index + 1), text: row.text(index + 2),
            closedAt: row.timeOrNil(index + 3), contributionCount: row.count(index + 4),
            latestAt: row.timeOrNil(index + 5))
    }

    private static let contributionColumns =
        "m.id, q.id, q.text, p.id, p.pseudonym, p.is_staff, m.is_official, m.text, m.written_at"

    private static func makeContribution(_ row: borrowing Row, from index: Int = 0) -> Contribution {
        Contribution(
            comment: row.id(index), prompt: row.id(index + 1), promptText: row.text(index + 2),
            author: row.member(index + 3), isOfficial: row.flag(index + 6), text: row.text(index + 7),
            writtenAt: row.time(index + 8))
    }

    /// The open prompts of a theme in their order, each with what was said last.
    public func prompts(of theme: ThemeID) throws -> [PromptSummary] {
        try db.rows(
            """
            SELECT \(Self.promptColumns), \(Self.contributionColumns) FROM prompt q
            LEFT JOIN comment m ON m.id = (SELECT l.id FROM comment l WHERE l.prompt_id = q.id
                AND l.visibility = 'public' ORDER BY l.written_at DESC, l.id DESC LIMIT 1)
            LEFT JOIN member p ON p.id = m.author_id
            WHERE q.theme_id = ? AND q.closed_at IS NULL ORDER BY q.place LIMIT 50
            """, theme
        ) { row in
            PromptSummary(
                prompt: Self.makePrompt(row),
                latest: row.isNull(6) ? nil : Self.makeContribution(row, from: 6))
        }
    }

    /// The open prompts of all themes, at most 500.
    public func openPrompts() throws -> [(prompt: Prompt, theme: Theme)] {
        try db.rows(
            """
            SELECT \(Self.promptColumns), \(Self.themeColumns) FROM theme t CROSS JOIN prompt q ON q.theme_id = t.id
            WHERE q.closed_at IS NULL ORDER BY t.id, q.place LIMIT 500
            """
        ) { (prompt: Self.makePrompt($0), theme: Self.makeTheme($0, from: 6)) }
    }

    /// The prompt with this number and its theme. Throws `Refusal.notFound`.
    func prompt(_ id: PromptID) throws -> (prompt: Prompt, theme: Theme) {
        let found = try db.one(
            """
            SELECT \(Self.promptColumns), \(Self.themeColumns) FROM prompt q JOIN theme t ON t.id = q.theme_id
            WHERE q.id = ?
            """, id
        ) { (Self.makePrompt($0), Self.makeTheme($0, from: 6)) }
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// All that the page of a prompt shows. Throws `Refusal.notFound`.
    public func promptDetail(_ id: PromptID) throws -> PromptDetail {
        let (prompt, theme) = try prompt(id)
        let subject = Post.Subject.prompt(prompt, of: theme)
        let acts = try acts(under: id)
        return PromptDetail(
            prompt: prompt, theme: theme, comments: try comments(on: subject),
            reviews: try commentReviews(on: subject, acts: acts),
            redactions: acts.filter { $0.act.kind == .redacted })
    }

    /// What was said last under the prompts of a theme, the newest first: what each said last, merged.
    public func contributions(in theme: ThemeID, limit: Int = 50) throws -> [Contribution] {
        let prompts: [PromptID] = try db.rows(
            "SELECT q.id FROM prompt q WHERE q.theme_id = ? ORDER BY q.place LIMIT 200", theme
        ) { $0.id(0) }
        let found = try prompts.flatMap { prompt in
            try db.rows(
                """
                SELECT \(Self.contributionColumns) FROM comment m CROSS JOIN prompt q ON q.id = m.prompt_id
                CROSS JOIN member p ON p.id = m.author_id
                WHERE m.prompt_id = ? AND m.visibility = 'public' ORDER BY m.written_at DESC, m.id DESC LIMIT ?
                """, prompt, limit
            ) { Self.makeContribution($0) }
        }
        return Array(
            found.sorted { ($0.writtenAt, $0.comment) > ($1.writtenAt, $1.comment) }.prefix(limit))
    }

    /// Contributions by number, each with its theme; `numbers` is a list as JSON.
    func contributions(_ numbers: String) throws -> [Int64: (contribution: Contribution, theme: Theme)] {
        let rows = try db.rows(
            """
            SELECT \(Self.contributionColumns), \(Self.themeColumns) FROM json_each(?) n
            CROSS JOIN comment m ON m.id = n.value CROSS JOIN prompt q ON q.id = m.prompt_id
            CROSS JOIN theme t ON t.id = q.theme_id CROSS JOIN member p ON p.id = m.author_id
            """, numbers
        ) { ($0.int(0), (contribution: Self.makeContribution($0), theme: Self.makeTheme($0, from: 9))) }
        return Dictionary(rows) { first, _ in first }
    }

    /// How many people follow a theme; nil as long as they are few enough to be known.
    public func followerCount(of theme: ThemeID) throws -> Int? {
        let count = try db.one("SELECT follower_count FROM theme WHERE id = ?", theme) { $0.count(0) } ?? 0
        return count >= anonymity.fewest ? count : nil
    }

    /// The drafts of a theme to which people can react now, the soonest to close first.
    public func openDrafts(in theme: ThemeID) throws -> [ChallengeSummary] {
        var arguments: [(any Bindable)?] = [theme, now]
        let ideas = Self.condition(for: .openToIdeas, at: now, arguments: &arguments)
        let votes = Self.condition(for: .openToVotes, at: now, arguments: &arguments)
        return try challengeSummaries(
            """
            WHERE c.theme_id = ? AND c.standing = 'published' AND c.participation_closes_at > ?
                AND +c.blueprint = 'draftReview' AND \(challengeIsVisible) AND ((\(ideas)) OR (\(votes)))
            ORDER BY c.participation_closes_at, c.id LIMIT 6
            """, with: arguments)
    }
}

extension Store {
    /// Says something under a prompt.
    ///
    /// Throws the refusal of `Prompt.commentRefusal`, `.invalid` if the text has to be mended, `.notFound` for a reply to
    /// a comment that is not there.
    public func contribute(
        _ content: CommentContent, under id: PromptID, by member: MemberID, at now: Timestamp
    )
        async throws -> CommentID
    {
        try await act(by: member, at: now) { acting in
            let (prompt, theme) = try acting.look.prompt(id)
            return try acting.say(content, under: .prompt(prompt, of: theme))
        }
    }
}

extension Writer {
    /// Makes the prompts of a theme those of `text`, one a line. A line that stands as before keeps what was said under
    /// it, and so does one that was only reworded (`Similarity`); others are closed, or opened.
    func writePrompts(of theme: ThemeID, from text: String, at now: Timestamp) throws {
        let lines = Prompt.lines(of: text)
        let known = try rows(
            "SELECT q.id, q.text, q.closed_at IS NULL FROM prompt q WHERE q.theme_id = ? ORDER BY q.place, q.id",
            theme
        ) { (id: $0.id(0) as PromptID, text: $0.text(1), isOpen: $0.flag(2)) }
        var gone = known.filter { $0.isOpen && !lines.contains($0.text) }
        let stemmer = Stemmer()
        for line in lines where !known.contains(where: { $0.text == line }) {
            let title = Similarity.Title(line, stems: stemmer.stems)
            let near = gone.indices.max { likeness(gone[$0].text) < likeness(gone[$1].text) }
            func likeness(_ text: String) -> Double {
                Similarity(of: title, and: Similarity.Title(text, stems: stemmer.stems)).score
            }
            if let near, likeness(gone[near].text) >= Similarity.verySimilar {
                try execute("UPDATE prompt SET text = ? WHERE id = ?", line, gone.remove(at: near).id)
            } else {
                try insert("INSERT INTO prompt (theme_id, text, place) VALUES (?, ?, 0)", theme, line)
            }
        }
        for prompt in gone { try execute("UPDATE prompt SET closed_at = ? WHERE id = ?", now, prompt.id) }
        for (place, line) in lines.enumerated() {
            try execute(
                "UPDATE prompt SET place = ?, closed_at = NULL WHERE theme_id = ? AND text = ?", place, theme,
                line)
        }
    }
}
