public import Domain

/// Something that happened in what somebody follows.
public struct NewsItem: Sendable {
    public let told: Told
    public let isUnread: Bool

    /// What it was.
    public enum Told: Sendable {
        case event(FeedEvent)
        /// Somebody spoke under a prompt.
        case contribution(Contribution, in: Theme)
        /// What was said with the results to the authors of an idea.
        case message(AuthorMessage)
        /// That the viewer has a reward, or that it was handed over.
        case reward(RewardNews)
    }
}

/// What is new to somebody.
public struct NewsList: Sendable {
    public let page: ListPage<NewsItem>
    /// Of all kinds, at most 99.
    public let unreadCount: Int
}

extension Look {
    /// News on one page.
    public static let newsPerPage = 25
    /// The most that are counted as unread.
    static let mostUnread = 99

    /// One page of what happened in what the viewer follows and may see now, newest first; all, or one kind of it.
    ///
    /// It is computed from what happened: following writes nothing for anybody. Throws `Refusal.signInRequired`.
    public func news(_ kind: NewsKind? = nil, page: Int = 1) throws -> NewsList {
        _ = try viewer.requireMember()
        let readAt = try newsPosition()
        let size = Self.newsPerPage
        let number = min(max(1, page), News.most / size)
        let rows = try candidates(of: kind, since: now - News.memory, limit: News.most)
        let slice = rows.dropFirst((number - 1) * size).prefix(size + 1)
        let events = try events(of: Array(slice))
        let items = slice.compactMap { row in
            events[row].map {
                NewsItem(
                    told: $0,
                    isUnread: News.isUnread(row.at, readUntil: readAt, followedAt: row.since, at: now))
            }
        }
        return NewsList(
            page: ListPage(fetched: items, number: number, size: size), unreadCount: try unreadNewsCount())
    }

    /// How much is new to the viewer, counted up to 99. Zero for visitors.
    public func unreadNewsCount() throws -> Int {
        guard viewer.member != nil, try isToldAnything() else { return 0 }
        let readAt = max(try newsPosition(), now - News.freshness)
        let walks = NewsWalk.all(self)
        let count = try db.one(
            """
            SELECT count(*) FROM (SELECT DISTINCT thing, number
                FROM (\(walks.map(\.sql).joined(separator: " UNION ALL "))) w WHERE at > since LIMIT ?4) n
            """, viewerNumber, readAt, now, Self.mostUnread
        ) { $0.count(0) }
        return count ?? 0
    }

    /// Whether there is any way in which news reach the viewer. Most people follow nothing and signed nothing, and every page
    /// asks.
    private func isToldAnything() throws -> Bool {
        try db.exists(
            """
            SELECT 1 FROM challenge_follow WHERE member_id = :viewer
            UNION ALL SELECT 1 FROM theme_follow WHERE member_id = :viewer
            UNION ALL SELECT 1 FROM idea_follow WHERE member_id = :viewer
            UNION ALL SELECT 1 FROM idea WHERE author_id = :viewer
            UNION ALL SELECT 1 FROM co_author WHERE member_id = :viewer
            UNION ALL SELECT 1 FROM reward_part WHERE member_id = :viewer
            UNION ALL SELECT 1 FROM told_comment WHERE replies_to = :viewer
            """)
    }

    /// Until when the viewer read.
    private func newsPosition() throws -> Timestamp {
        try db.one("SELECT read_at FROM news_position WHERE member_id = ?", viewerNumber) { $0.time(0) }
            ?? Timestamp(seconds: 0)
    }

    private struct Candidate: Hashable {
        let thing: NewsWalk.Thing
        let number: Int64
        let at: Timestamp
        /// The earliest from which it is followed, by whatever way.
        let since: Timestamp
    }

    private func candidates(of kind: NewsKind?, since: Timestamp, limit: Int) throws -> [Candidate] {
        let walks = NewsWalk.all(self).filter { kind == nil || $0.thing.kind == kind }
        return try db.rows(
            """
            SELECT thing, number, at, min(since) FROM (\(walks.map(\.sql).joined(separator: " UNION ALL "))) w
            WHERE since IS NOT NULL GROUP BY thing, number, at ORDER BY at DESC, thing, number DESC LIMIT ?4
            """, viewerNumber, since, now, limit
        ) { row in
            Candidate(
                thing: try row.word(0), number: row.int(1), at: row.time(2), since: row.time(3))
        }
    }

    /// What is told of each candidate: one statement for each thing that is among them.
    private func events(of candidates: [Candidate]) throws -> [Candidate: NewsItem.Told] {
        var events: [Candidate: NewsItem.Told] = [:]
        for thing in NewsWalk.Thing.allCases {
            let own = candidates.filter { $0.thing == thing }
            guard !own.isEmpty else { continue }
            let numbers = "[\(own.map { String($0.number) }.joined(separator: ","))]"
            let loaded: [Int64: NewsItem.Told] =
                switch thing {
                case .contribution:
                    try contributions(numbers).mapValues { .contribution($0.contribution, in: $0.theme) }
                case .message: try toldMessages(numbers).mapValues { .message($0) }
                case .reward: try rewardNews(numbers).mapValues { .reward($0) }
                default: try feedEvents(thing, numbers).mapValues { .event($0) }
                }
            for candidate in own { events[candidate] = loaded[candidate.number] }
        }
        return events
    }
}

extension Store {
    /// Remembers that a member read all that happened until `moment`. It never goes back.
    public func markNewsRead(until moment: Timestamp, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            _ = try acting.db.execute(
                """
                INSERT INTO news_position (member_id, read_at) VALUES (?, ?)
                ON CONFLICT DO UPDATE SET read_at = max(read_at, excluded.read_at)
                """, member, min(moment, now))
        }
    }
}
