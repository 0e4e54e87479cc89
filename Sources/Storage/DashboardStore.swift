public import Domain

/// All that a challenge's dashboard tells.
public struct ChallengeFigures: Sendable {
    public let challenge: Challenge
    public let theme: Theme
    public let periods: [PeriodFigures]
    public let funnel: Funnel
    public let answers: AnswerTally
    /// None where there is nothing to tell apart.
    public let segmentations: [Segmentation]
    /// The theme as a whole, this challenge included.
    public let themeFigures: ThemeFigures
}

/// A challenge in the list of dashboards.
public struct ManagedChallenge: Sendable {
    public let summary: ChallengeSummary
    public let answers: AnswerTally
}

/// How many people read a challenge on one day.
public struct ReadingCount: Hashable, Sendable {
    public let challenge: ChallengeID
    /// Midnight at the beginning of the day.
    public let day: Timestamp
    public let members: Int
    public let visitors: Int

    public init(challenge: ChallengeID, day: Timestamp, members: Int, visitors: Int) {
        self.challenge = challenge
        self.day = day
        self.members = members
        self.visitors = visitors
    }
}

extension Look {
    /// Challenges in the list of dashboards.
    static let mostDashboards = 200

    /// The challenge, for somebody who may see its dashboard. Throws the refusal of `Challenge.dashboardRefusal`.
    public func challengeToMeasure(_ id: ChallengeID) throws -> Challenge {
        let challenge = try challenge(id)
        try refuse(challenge.dashboardRefusal(for: viewer))
        return challenge
    }

    /// The figures of `challenge` in periods that begin at `starts`, in rising order, the last of which ends at `end`.
    ///
    /// Throws the refusal of `Challenge.dashboardRefusal`.
    public func figures(of challenge: Challenge, from starts: [Timestamp], to end: Timestamp) throws
        -> ChallengeFigures
    {
        try refuse(challenge.dashboardRefusal(for: viewer))
        let theme = try db.one(
            "SELECT \(Self.themeColumns) FROM theme t WHERE t.id = ?", challenge.content.theme
        ) { Self.makeTheme($0) }
        guard let theme else { throw Refusal.notFound }
        let ideas = try db.rows(
            "SELECT i.submitted_at, i.author_id FROM idea i WHERE i.challenge_id = ? AND i.visibility = 'public'",
            challenge.id
        ) { Deed(at: $0.time(0), by: $0.int(1)) }
        let comments = try deeds(
            "SELECT m.written_at, m.author_id FROM idea i CROSS JOIN comment m ON m.idea_id = i.id",
            and: "m.visibility = 'public'", in: challenge)
        // Who supports what stays unread, by staff as by anybody, until the numbers may be told.
        let supports =
            challenge.showsCounts(at: now)
            ? try deeds(
                "SELECT v.cast_at, v.member_id FROM idea i CROSS JOIN vote v ON v.idea_id = i.id",
                and: "TRUE", in: challenge) : nil
        let readings = try readings(of: challenge.id)
        let edges = Edges(starts: starts, end: end)
        let (ideasIn, commentsIn, supportsIn) = (
            edges.put(ideas), edges.put(comments), supports.map(edges.put)
        )
        let readingsIn = edges.put(readings) { $0.at }
        let periods = starts.indices.map { place in
            PeriodFigures(
                start: starts[place], ideas: ideasIn[place].count, comments: commentsIn[place].count,
                supports: supportsIn.map { periods in
                    CrowdFigure(value: periods[place].count, people: Set(periods[place].map(\.by)).count)
                },
                readings: edges.end(of: place) > now
                    ? nil
                    : CrowdFigure(
                        value: readingsIn[place].reduce(0) { $0 + $1.people },
                        people: readingsIn[place].map(\.people).max() ?? 0))
        }
        return ChallengeFigures(
            challenge: challenge, theme: theme, periods: periods,
            funnel: Funnel(
                periods: periods, participants: challenge.participantCount,
                voters: supports.map { Set($0.map(\.by)).count },
                commenters: Set(comments.map(\.by)).count, authors: Set(ideas.map(\.by)).count,
                by: anonymity),
            answers: try answers(in: challenge), segmentations: try segmentations(of: challenge),
            themeFigures: try figures(of: theme.id))
    }

    private func deeds(_ select: String, and condition: String, in challenge: Challenge) throws -> [Deed] {
        try db.rows(
            "\(select) WHERE i.challenge_id = ? AND i.visibility = 'public' AND \(condition)", challenge.id
        ) { Deed(at: $0.time(0), by: $0.int(1)) }
    }

    private func readings(of challenge: ChallengeID) throws -> [(at: Timestamp, people: Int)] {
        try db.rows(
            "SELECT r.day_at, r.members + r.visitors FROM reading r WHERE r.challenge_id = ?", challenge
        ) { (at: $0.time(0), people: $0.count(1)) }
    }

    /// The people who took part by community, each in one part; none where the challenge is that of a community, or
    /// where nobody is in any.
    private func segmentations(of challenge: Challenge) throws -> [Segmentation] {
        guard challenge.content.community == nil else { return [] }
        let rows = try db.rows(
            """
            SELECT p.member_id, ms.community_id FROM participation p
            LEFT JOIN membership ms ON ms.member_id = p.member_id WHERE p.challenge_id = ?
            """, challenge.id
        ) { (member: $0.int(0), community: $0.idOrNil(1) as CommunityID?) }
        let people = Dictionary(grouping: rows, by: \.member).values
        var only: [CommunityID: Int] = [:]
        for communities in people where communities.count == 1 {
            if let community = communities[0].community { only[community, default: 0] += 1 }
        }
        let several = people.count { $0.count > 1 }
        guard !only.isEmpty || several > 0 else { return [] }
        var parts: [(name: Segmentation.Part.Name, people: Int)] = try communities().compactMap { community in
            only[community.id].map { (.only(community.name), $0) }
        }
        if several > 0 { parts.append((.several, several)) }
        parts.append((.none, people.count { $0.count == 1 && $0[0].community == nil }))
        return [
            Segmentation(
                .community, parts: parts, isGrowing: !challenge.schedule.isParticipationOver(at: now),
                by: anonymity)
        ]
    }

    /// Sums over the challenges of a theme that everybody may see and that have begun.
    private func figures(of theme: ThemeID) throws -> ThemeFigures {
        let everybody = Look(on: db.connection, viewer: .visitor, now: now, anonymity: anonymity)
        let rows = try db.rows(
            """
            SELECT c.id, c.idea_count, c.participant_count, coalesce(w.answered, 0), coalesce(w.promised, 0),
                coalesce(w.in_time, 0), coalesce(w.waiting, 0), \(Self.lateCount(in: "c.id"))
            FROM challenge c LEFT JOIN answer_tally w ON w.challenge_id = c.id
            WHERE c.theme_id = ? AND c.published_at IS NOT NULL AND c.standing <> 'cancelled'
                AND c.opens_at <= ? AND \(everybody.challengeIsVisible) ORDER BY c.published_at DESC, c.id DESC LIMIT ?
            """, now, theme, now, Self.mostDashboards
        ) { row in (challenge: row.id(0) as ChallengeID, counts: (1...7).map { row.count($0) }) }
        func sum(_ column: Int) -> Int { rows.reduce(0) { $0 + $1.counts[column] } }
        var delays: [Int: Int] = [:]
        for counts in try self.delays(in: rows.map(\.challenge)).values {
            for count in counts { delays[count.days, default: 0] += count.answers }
        }
        return ThemeFigures(
            challenges: rows.count, ideas: sum(0), participants: sum(1),
            answers: Self.tally(
                (2...6).map(sum),
                delays.sorted { $0.key < $1.key }.map { AnswerDelays.Count(days: $0.key, answers: $0.value) })
        )
    }

    /// The challenges whose dashboards the viewer may see, the latest published first. Throws the refusal of
    /// `Viewer.dashboardRefusal`.
    public func managedChallenges() throws -> [ManagedChallenge] {
        try refuse(viewer.dashboardRefusal)
        let summaries = try challengeSummaries(
            """
            WHERE \(challengeIsHeld()) AND c.published_at IS NOT NULL
            ORDER BY c.published_at DESC, c.id DESC LIMIT \(Self.mostDashboards)
            """, with: [])
        let tallies = try answers(in: summaries.map(\.challenge.id))
        return summaries.map {
            ManagedChallenge(summary: $0, answers: tallies[$0.challenge.id] ?? .none)
        }
    }
}

/// Something that somebody did.
private struct Deed {
    let at: Timestamp
    let by: Int64
}

/// Where periods begin and end.
private struct Edges {
    let starts: [Timestamp]
    let end: Timestamp

    func end(of place: Int) -> Timestamp { place + 1 < starts.count ? starts[place + 1] : end }

    func put(_ deeds: [Deed]) -> [[Deed]] { put(deeds) { $0.at } }

    /// The things that happened in each period; what lies outside of all is in none.
    func put<Thing>(_ things: [Thing], at moment: (Thing) -> Timestamp) -> [[Thing]] {
        var periods = starts.map { _ in [Thing]() }
        for thing in things {
            let at = moment(thing)
            guard at < end else { continue }
            var low = 0
            var high = starts.count
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] <= at { low = middle + 1 } else { high = middle }
            }
            if low > 0 { periods[low - 1].append(thing) }
        }
        return periods
    }
}

extension Store {
    /// Adds to what was counted of readers. No page that is kept ready shows it, so that this is a quiet act.
    public func countReadings(_ counts: [ReadingCount]) async throws {
        try await write(isQuiet: true) { db in
            for count in counts {
                // A challenge that was thrown away meanwhile has no readers.
                try db.execute(
                    """
                    INSERT INTO reading (challenge_id, day_at, members, visitors)
                    SELECT id, ?, ?, ? FROM challenge WHERE id = ?
                    ON CONFLICT DO UPDATE SET members = members + excluded.members,
                        visitors = visitors + excluded.visitors
                    """, count.day, count.members, count.visitors, count.challenge)
            }
        }
    }
}
