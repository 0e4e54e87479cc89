public import Domain

/// A challenge as lists show it: without its brief and rules.
public struct ChallengeSummary: Sendable {
    public let challenge: Challenge
    public let theme: Theme
    public let communityName: String?
    /// Its picture, if it was given one.
    public let cover: Attachment?
}

/// A challenge as its own page shows it.
public struct ChallengeDetail: Sendable {
    public let challenge: Challenge
    public let theme: Theme
    public let community: Community?
    /// What its segment asks for; nil unless it is for one.
    public let segment: Segment?
    /// What changed since it was published, the newest first.
    public let events: [ChallengeEvent]
    /// Its picture, if it was given one.
    public let cover: Attachment?
    /// What its brief comes with.
    public let documents: [Attachment]
}

/// Which challenges a list asks for.
public struct ChallengeFilter: Hashable, Sendable {
    public var theme: ThemeID?
    public var community: CommunityID?
    public var state: Challenge.State?

    public init(theme: ThemeID? = nil, community: CommunityID? = nil, state: Challenge.State? = nil) {
        self.theme = theme
        self.community = community
        self.state = state
    }
}

extension Look {
    /// Challenges on one page of a list.
    public static let challengesPerPage = 18

    /// The columns of `challenge c` that `makeChallenge` reads; lists leave out the long texts.
    static func challengeColumns(withTexts: Bool) -> String {
        """
        c.id, c.blueprint, c.theme_id, c.community_id, c.title, c.question, \(withTexts ? "c.brief" : "''"),
        \(withTexts ? "c.rules" : "''"), c.reward_kind,
        c.reward_cents, c.reward_nature, c.vote_quota, c.answer_days, c.standing, c.cancellation_reason,
        c.published_at, c.results_published_at, c.idea_count, c.participant_count, c.review_hours,
        c.hiding_reports, c.segment_id, c.is_by_invitation, \(withTexts ? "c.draft_text" : "''"), \(withTexts ? "c.criteria" : "''"),
        \(withTexts ? "c.deliverables" : "''"), c.opens_winners, c.review_threshold, c.way, c.token_count,
        c.token_cap, c.envelope_cents, c.language
        """
    }
    /// The number of these columns.
    static let challengeWidth = 33

    static func makeChallenge(_ row: borrowing Row, schedule: Schedule) throws -> Challenge {
        let kind = try row.wordOrNil(8, as: Reward.Kind.self)
        var content = ChallengeContent(
            blueprint: try row.word(1), theme: row.id(2),
            audience: makeAudience(
                community: row.idOrNil(3), segment: row.idOrNil(21), isByInvitation: row.flag(22)),
            title: row.text(4), question: row.text(5), brief: row.text(6), rules: row.text(7),
            reward: kind.map { RewardOffer(kind: $0, cents: row.intOrNil(9), nature: row.text(10)) },
            voteQuota: row.intOrNil(11).map { Int($0) }, way: try row.way(28),
            answerWithinDays: row.intOrNil(12).map { Int($0) },
            schedule: schedule,
            moderation: ModerationRule(
                reviewWithinHours: row.intOrNil(19).map { Int($0) }, hidingReports: row.count(20)),
            particulars: Particulars(
                draft: row.text(23), criteria: row.text(24), deliverables: row.text(25),
                opensWinners: row.flag(26), reviewThreshold: row.intOrNil(27).map { Int($0) }))
        content.language = try row.word(32)
        return Challenge(
            id: row.id(0), content: content,
            standing: try row.word(13), cancellationReason: row.textOrNil(14), publishedAt: row.timeOrNil(15),
            resultsPublishedAt: row.timeOrNil(16), ideaCount: row.count(17), participantCount: row.count(18))
    }

    /// The phases of `challenge` in their order.
    func schedule(of challenge: ChallengeID) throws -> Schedule {
        Schedule(
            try db.rows(
                """
                SELECT number, kind, rights, opens_at, closes_at FROM phase WHERE challenge_id = ? ORDER BY position
                """, challenge
            ) { try Self.makePhase($0) })
    }

    private static func makePhase(_ row: borrowing Row, from index: Int = 0) throws -> Phase {
        Phase(
            number: row.count(index), kind: try row.word(index + 1),
            rights: Phase.Rights(rawValue: row.int(index + 2)), opensAt: row.time(index + 3),
            closesAt: row.timeOrNil(index + 4))
    }

    /// The challenge with this number. Throws `Refusal.notFound` unless the viewer may see it.
    public func challenge(_ id: ChallengeID) throws -> Challenge {
        let schedule = try schedule(of: id)
        let found = try db.one(
            "SELECT \(Self.challengeColumns(withTexts: true)) FROM challenge c WHERE c.id = ?", id
        ) {
            try Self.makeChallenge($0, schedule: schedule)
        }
        guard let found, found.isVisible(to: viewer) else { throw Refusal.notFound }
        return found
    }

    /// The challenge with its theme and community. Throws `Refusal.notFound` unless the viewer may see it.
    public func challengeDetail(_ id: ChallengeID) throws -> ChallengeDetail {
        try detail(of: try challenge(id))
    }

    /// A challenge that was loaded, with its theme and community.
    func detail(of challenge: Challenge) throws -> ChallengeDetail {
        let theme = try db.one(
            "SELECT \(Self.themeColumns) FROM theme t WHERE t.id = ?", challenge.content.theme
        ) { Self.makeTheme($0) }
        guard let theme else { throw Refusal.notFound }
        return ChallengeDetail(
            challenge: challenge, theme: theme,
            community: try challenge.content.community.map { try community($0) },
            segment: try segment(of: challenge.content.audience),
            events: challenge.publishedAt == nil ? [] : try events(of: challenge),
            cover: try covers(of: [challenge.id])[challenge.id], documents: try documents(of: challenge))
    }

    /// One page of the challenges that the viewer may see, the latest published first. Drafts are not in it: they wait
    /// on the desk of their managers. Archived ones are, if they are asked for.
    public func challenges(_ filter: ChallengeFilter = ChallengeFilter(), page: Int = 1) throws -> ListPage<
        ChallengeSummary
    > {
        let size = Self.challengesPerPage
        var conditions = [challengeIsVisible, "c.published_at IS NOT NULL"]
        var arguments: [(any Bindable)?] = []
        if let theme = filter.theme {
            conditions.append("c.theme_id = ?")
            arguments.append(theme)
        }
        if let community = filter.community {
            conditions.append("c.community_id = ?")
            arguments.append(community)
        }
        if let state = filter.state {
            conditions.append(Self.condition(for: state, at: now, arguments: &arguments))
        } else {
            conditions.append("c.standing <> 'archived'")
        }
        arguments += [size + 1, (max(1, page) - 1) * size]
        let found = try challengeSummaries(
            "WHERE \(conditions.joined(separator: " AND ")) ORDER BY c.published_at DESC, c.id DESC LIMIT ? OFFSET ?",
            with: arguments)
        return ListPage(fetched: found, number: max(1, page), size: size)
    }

    /// What stands in the place of a moment that never comes, so that it sorts last: in the year 2286.
    static let noEnd = Timestamp(seconds: 9_999_999_999)

    /// The challenges in which one can take part now, those in which taking part ends soonest first.
    public func openChallenges(limit: Int) throws -> [ChallengeSummary] {
        var arguments: [(any Bindable)?] = [now]
        let open = Self.condition(for: .openToIdeas, at: now, arguments: &arguments)
        let votable = Self.condition(for: .openToVotes, at: now, arguments: &arguments)
        arguments.append(limit)
        return try challengeSummaries(
            """
            WHERE \(challengeIsVisible) AND c.standing = 'published' AND c.participation_closes_at > ?
                AND ((\(open)) OR (\(votable)))
            ORDER BY c.participation_closes_at, c.id LIMIT ?
            """, with: arguments)
    }

    /// The draft challenges that the viewer manages.
    public func draftChallenges() throws -> [ChallengeSummary] {
        try challengeSummaries(
            "WHERE \(challengeIsHeld()) AND c.standing = 'draft' ORDER BY c.published_at DESC, c.id DESC LIMIT 50",
            with: [])
    }

    /// Summaries of the challenges that `clause`, on `challenge c`, selects. Their phases come in the same statement's
    /// neighbourhood: one more select for the whole list.
    func challengeSummaries(_ clause: String, with arguments: [(any Bindable)?]) throws -> [ChallengeSummary]
    {
        let width = Self.challengeWidth
        var found: [ChallengeSummary] = []
        let sql = """
            SELECT \(Self.challengeColumns(withTexts: false)), \(Self.themeColumns), k.name
            FROM challenge c JOIN theme t ON t.id = c.theme_id LEFT JOIN community k ON k.id = c.community_id
            \(clause)
            """
        let bare = try db.rows(sql, with: arguments) { row in
            ChallengeSummary(
                challenge: try Self.makeChallenge(row, schedule: Schedule([])),
                theme: Self.makeTheme(row, from: width),
                communityName: row.textOrNil(width + 9), cover: nil)
        }
        guard !bare.isEmpty else { return [] }
        let schedules = try schedules(of: bare.map(\.challenge.id))
        let covers = try covers(of: bare.map(\.challenge.id))
        found.reserveCapacity(bare.count)
        for summary in bare {
            found.append(
                ChallengeSummary(
                    challenge: summary.challenge.with(schedules[summary.challenge.id] ?? Schedule([])),
                    theme: summary.theme, communityName: summary.communityName,
                    cover: covers[summary.challenge.id]))
        }
        return found
    }

    private func schedules(of challenges: [ChallengeID]) throws -> [ChallengeID: Schedule] {
        var phases: [ChallengeID: [Phase]] = [:]
        let numbers = challenges.map(\.description).joined(separator: ",")
        let rows = try db.rows(
            """
            SELECT p.challenge_id, p.number, p.kind, p.rights, p.opens_at, p.closes_at
            FROM json_each(?) n JOIN phase p ON p.challenge_id = n.value ORDER BY p.challenge_id, p.position
            """, "[\(numbers)]"
        ) { (challenge: $0.id(0) as ChallengeID, phase: try Self.makePhase($0, from: 1)) }
        for (challenge, phase) in rows { phases[challenge, default: []].append(phase) }
        return phases.mapValues { Schedule($0) }
    }

    /// `Challenge.state(at:)` said for lists, on `challenge c`.
    static func condition(
        for state: Challenge.State, at now: Timestamp, arguments: inout [(any Bindable)?]
    ) -> String {
        func take(_ count: Int) { arguments += Array(repeating: now, count: count) }
        func isPhase(_ condition: String) -> String {
            take(2)
            return """
                EXISTS (SELECT 1 FROM phase ph WHERE ph.challenge_id = c.id AND ph.opens_at <= ? \
                AND (ph.closes_at IS NULL OR ph.closes_at > ?) AND \(condition))
                """
        }
        let gives = { (rights: Phase.Rights) in "ph.rights & \(rights.rawValue) <> 0" }
        switch state {
        case .draft, .suspended, .cancelled, .archived: return "c.standing = '\(state.rawValue)'"
        case .toCome:
            take(1)
            return "c.standing = 'published' AND c.opens_at > ?"
        case .openToIdeas:
            return "c.standing = 'published' AND \(isPhase(gives(.submit)))"
        case .openToVotes:
            take(1)
            let condition = "c.standing = 'published' AND c.opens_at <= ? AND NOT \(isPhase(gives(.submit)))"
            let voting = isPhase(gives(.vote))
            take(1)
            return "\(condition) AND (\(voting) OR c.vote_opens_at > ?)"
        case .underDeliberation:
            take(2)
            return """
                c.standing = 'published' AND c.opens_at <= ? AND (c.vote_opens_at IS NULL OR c.vote_opens_at <= ?) \
                AND NOT \(isPhase(gives([.submit, .vote])))
                """
        case .resultsPublished:
            return "c.standing = 'resultsPublished' AND NOT \(isPhase("ph.kind = 'followUp'"))"
        case .followedUp:
            return "c.standing = 'resultsPublished' AND \(isPhase("ph.kind = 'followUp'"))"
        }
    }
}

extension Row {
    /// Four columns from `index`: the way, tokens, how many on one idea, the envelope.
    fileprivate func way(_ index: Int) throws -> DecidingWay {
        switch try word(index, as: DecidingWay.Name.self) {
        case .approval: .approval
        case .tokens: .tokens(count: count(index + 1), cap: count(index + 2))
        case .majorityJudgment: .majorityJudgment
        case .pairwise: .pairwise
        case .equalShares: .equalShares(envelope: int(index + 3))
        }
    }
}

extension DecidingWay {
    /// Tokens, and how many on one idea, as columns.
    var tokenColumns: (count: Int?, cap: Int?) {
        if case .tokens(let count, let cap) = self { (count, cap) } else { (nil, nil) }
    }
}

extension Challenge {
    /// The same challenge with its phases.
    func with(_ schedule: Schedule) -> Challenge {
        var content = content
        content.schedule = schedule
        return Challenge(
            id: id, content: content, standing: standing, cancellationReason: cancellationReason,
            publishedAt: publishedAt, resultsPublishedAt: resultsPublishedAt, ideaCount: ideaCount,
            participantCount: participantCount)
    }
}
