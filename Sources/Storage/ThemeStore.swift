public import Domain

extension Look {
    static let themeColumns = """
        t.id, t.slug, t.title_fr, t.title_en, t.summary_fr, t.summary_en, t.prompts, t.first_hue, t.second_hue
        """

    static func makeTheme(_ row: borrowing Row, from index: Int = 0) -> Theme {
        Theme(
            id: row.id(index), slug: row.text(index + 1),
            title: [.french: row.text(index + 2), .english: row.text(index + 3)],
            summary: [.french: row.text(index + 4), .english: row.text(index + 5)],
            prompts: row.text(index + 6), hues: (Int(row.int(index + 7)), Int(row.int(index + 8))))
    }

    /// All themes, in the order in which they were made.
    public func themes() throws -> [Theme] {
        try db.rows("SELECT \(Self.themeColumns) FROM theme t ORDER BY t.id") { Self.makeTheme($0) }
    }

    /// The theme with this readable address. Throws `Refusal.notFound`.
    public func theme(slug: String) throws -> Theme {
        let found = try db.one("SELECT \(Self.themeColumns) FROM theme t WHERE t.slug = ?", slug) {
            Self.makeTheme($0)
        }
        guard let found else { throw Refusal.notFound }
        return found
    }
}

extension Store {
    /// Adds a theme; its number is given by the store.
    public func addTheme(
        slug: String, title: [Language: String], summary: [Language: String], prompts: String,
        hues: (Int, Int)
    ) async throws -> ThemeID {
        let french = (title[.french] ?? slug, summary[.french] ?? "")
        let english = (title[.english] ?? french.0, summary[.english] ?? french.1)
        return try await write { db in
            let theme: ThemeID = Identifier(
                try db.insert(
                    """
                    INSERT INTO theme (slug, title_fr, title_en, summary_fr, summary_en, prompts, first_hue, second_hue)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    slug, french.0, english.0, french.1, english.1, prompts, hues.0, hues.1))
            // None is taken away, so that the moment does not matter.
            try db.writePrompts(of: theme, from: prompts, at: Timestamp(seconds: 0))
            return theme
        }
    }
}

extension Look {
    /// All themes, each with the number of its challenges in which the viewer can take part now.
    public func themesWithOpenChallenges() throws -> [(theme: Theme, openCount: Int)] {
        var arguments: [(any Bindable)?] = [now]
        let ideas = Self.condition(for: .openToIdeas, at: now, arguments: &arguments)
        let votes = Self.condition(for: .openToVotes, at: now, arguments: &arguments)
        return try db.rows(
            """
            SELECT \(Self.themeColumns), (SELECT count(*) FROM challenge c WHERE c.theme_id = t.id
                AND c.standing = 'published' AND c.participation_closes_at > ? AND \(challengeIsVisible) AND ((\(ideas)) OR (\(votes))))
            FROM theme t ORDER BY t.id
            """, with: arguments
        ) { (Self.makeTheme($0), $0.count(9)) }
    }
}
