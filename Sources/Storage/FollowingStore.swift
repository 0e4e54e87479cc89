public import Domain

/// What a member chose to follow.
public struct FollowedSubjects: Sendable {
    public let themes: [Theme]
    /// Only those that the member may still see.
    public let challenges: [(id: ChallengeID, title: String)]
    /// Likewise.
    public let ideas: [(id: IdeaID, title: String)]
}

extension Look {
    /// Whether the viewer follows `subject`.
    public func isFollowing(_ subject: Followed) throws -> Bool {
        guard viewer.member != nil else { return false }
        return switch subject {
        case .theme(let theme):
            try db.exists(
                "SELECT 1 FROM theme_follow WHERE member_id = ? AND theme_id = ?", viewerNumber, theme)
        case .challenge(let challenge):
            try db.exists(
                "SELECT 1 FROM challenge_follow WHERE member_id = ? AND challenge_id = ?", viewerNumber,
                challenge)
        case .idea(let idea):
            try db.exists(
                "SELECT 1 FROM idea_follow WHERE member_id = ? AND idea_id = ?", viewerNumber, idea)
        }
    }

    /// All that the viewer follows, the challenges and ideas that came last first.
    public func followedSubjects() throws -> FollowedSubjects {
        let themes = try db.rows(
            """
            SELECT \(Self.themeColumns) FROM theme_follow f CROSS JOIN theme t ON t.id = f.theme_id
            WHERE f.member_id = ? ORDER BY f.theme_id
            """, viewerNumber
        ) { Self.makeTheme($0) }
        let challenges = try db.rows(
            """
            SELECT c.id, c.title FROM challenge_follow f CROSS JOIN challenge c ON c.id = f.challenge_id
            WHERE f.member_id = ? AND \(challengeIsVisible) ORDER BY f.challenge_id DESC LIMIT 200
            """, viewerNumber
        ) { (id: $0.id(0) as ChallengeID, title: $0.text(1)) }
        let ideas = try db.rows(
            """
            SELECT i.id, i.title FROM idea_follow f CROSS JOIN idea i ON i.id = f.idea_id
            CROSS JOIN challenge c ON c.id = i.challenge_id
            WHERE f.member_id = ? AND i.visibility = 'public' AND \(challengeIsVisible)
            ORDER BY f.idea_id DESC LIMIT 200
            """, viewerNumber
        ) { (id: $0.id(0) as IdeaID, title: $0.text(1)) }
        return FollowedSubjects(themes: themes, challenges: challenges, ideas: ideas)
    }
}

extension Store {
    /// Lets a member follow `subject`, or stop; doing it twice changes nothing.
    ///
    /// Throws `Refusal.notFound` for what the member may not see, the refusals of `Challenge.followRefusal` and
    /// `Idea.followRefusal`, and `.conflict(.followsEnough)`. To stop is never refused.
    public func setFollowing(_ follows: Bool, _ subject: Followed, by member: MemberID, at now: Timestamp)
        async throws
    {
        try await act(by: member, at: now) { acting in
            let (table, column, number) =
                switch subject {
                case .theme(let theme): ("theme_follow", "theme_id", theme.rawValue)
                case .challenge(let challenge): ("challenge_follow", "challenge_id", challenge.rawValue)
                case .idea(let idea): ("idea_follow", "idea_id", idea.rawValue)
                }
            guard follows else {
                try acting.db.execute(
                    "DELETE FROM \(table) WHERE member_id = ? AND \(column) = ?", member, number)
                return
            }
            switch subject {
            case .theme(let theme):
                guard try acting.db.exists("SELECT 1 FROM theme WHERE id = ?", theme) else {
                    throw Refusal.notFound
                }
            case .challenge(let challenge):
                try refuse(try acting.look.challenge(challenge).followRefusal(for: acting.viewer))
            case .idea(let id):
                let (idea, challenge) = try acting.look.ideaInChallenge(id)
                try refuse(idea.followRefusal(for: acting.viewer, in: challenge))
            }
            let count = try acting.db.one("SELECT count(*) FROM \(table) WHERE member_id = ?", member) {
                $0.count(0)
            }
            if count ?? 0 >= Followed.most { throw Refusal.conflict(.followsEnough) }
            try acting.db.execute(
                """
                INSERT INTO \(table) (member_id, \(column), followed_at) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """, member, number, now)
        }
    }

    /// Writes a theme: a new one, whose address is made of its French title, or one that there is, which keeps its own.
    /// - Returns: Its readable address.
    ///
    /// Throws the refusal of `Viewer.themeRefusal`, `.invalid` if something has to be mended or the title is taken.
    public func writeTheme(
        _ content: ThemeContent, as slug: String?, by member: MemberID, at now: Timestamp
    ) async throws -> String {
        try await act(by: member, at: now) { acting in
            try refuse(acting.viewer.themeRefusal)
            try refuse(content.problems)
            func text(_ texts: [Language: String], _ language: Language) -> String {
                let own = texts[language] ?? ""
                return own.isEmpty ? texts[.french] ?? "" : own
            }
            let columns: [(any Bindable)?] = [
                text(content.title, .french), text(content.title, .english), text(content.summary, .french),
                text(content.summary, .english), content.prompts, content.firstHue, content.secondHue,
            ]
            if let slug {
                let theme = try acting.look.theme(slug: slug)
                try acting.db.execute(
                    """
                    UPDATE theme SET title_fr = ?, title_en = ?, summary_fr = ?, summary_en = ?, prompts = ?,
                        first_hue = ?, second_hue = ? WHERE slug = ?
                    """, with: columns + [slug])
                try acting.db.writePrompts(of: theme.id, from: content.prompts, at: now)
                return slug
            }
            let slug = Slug.make(from: text(content.title, .french))
            // “new” is where themes are written.
            if try slug.isEmpty || slug == "new"
                || acting.db.exists("SELECT 1 FROM theme WHERE slug = ?", slug)
            {
                throw Refusal.invalid("title", .taken)
            }
            try acting.db.execute(
                """
                INSERT INTO theme (title_fr, title_en, summary_fr, summary_en, prompts, first_hue, second_hue, slug)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, with: columns + [slug])
            try acting.db.writePrompts(
                of: try acting.look.theme(slug: slug).id, from: content.prompts, at: now)
            return slug
        }
    }
}
