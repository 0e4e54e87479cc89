public import Domain

/// What a feed is about.
public enum FeedScope: Hashable, Sendable {
    case platform
    case theme(ThemeID)
    case challenge(ChallengeID)
    case idea(IdeaID)
}

/// Something that happened, as subscribers are told.
public struct FeedEvent: Sendable {
    public let kind: Kind
    public let happenedAt: Timestamp
    /// When its text was last changed; `happenedAt` for what is never rewritten.
    public let changedAt: Timestamp
    public let challenge: ChallengeID
    public let challengeTitle: String
    /// The idea concerned, if one is.
    public let idea: IdeaID?
    public let ideaTitle: String?
    public let author: Member?
    /// What was written: the idea, the comment, the reason, the question of the challenge. Simple Markdown.
    public let text: String
    /// By when an answer to the idea is promised; nil unless it was submitted.
    public let answerDue: Timestamp?
    /// The kind of challenge in which it happened, where its words depend on that.
    public let blueprint: Blueprint

    init(
        kind: Kind, happenedAt: Timestamp, changedAt: Timestamp? = nil, challenge: ChallengeID,
        challengeTitle: String, idea: IdeaID?, ideaTitle: String?, author: Member?, text: String,
        answerDue: Timestamp? = nil, blueprint: Blueprint = .openCall
    ) {
        self.kind = kind
        self.happenedAt = happenedAt
        self.changedAt = changedAt ?? happenedAt
        self.challenge = challenge
        self.challengeTitle = challengeTitle
        self.idea = idea
        self.ideaTitle = ideaTitle
        self.author = author
        self.text = text
        self.answerDue = answerDue
        self.blueprint = blueprint
    }

    public enum Kind: Hashable, Sendable {
        case challengeAnnounced
        /// A phase opened, by its number in the challenge.
        case phaseOpened(Phase.Kind, number: Int, closesAt: Timestamp?)
        /// A phase of participation closes three days later.
        case closingSoon(Phase.Kind, number: Int, closesAt: Timestamp)
        /// Dates moved, or the challenge was halted, resumed or cancelled.
        case challengeChanged(ChallengeEventID, ChallengeEvent.Kind, [PhaseMove])
        case ideaSubmitted
        /// What an idea says was changed, told to those who follow it.
        case ideaRevised
        case commented(CommentID, Comment.Stance, isOfficial: Bool)
        case decided(DecisionID, Decision.Code)
        case resultsPublished
        /// The winner was told of a reward, or of an instalment of it.
        case rewarded(RewardID, RewardOffer)
        /// A step of what becomes of an idea is done.
        case milestoneDone(MilestoneID, title: String)
        /// A later version of the draft on which people react.
        case draftPublished(version: Int)
        /// The insurer asks the authors of an idea something, until a day.
        case clarificationAsked(ClarificationID, answerBefore: Timestamp)
        case clarificationAnswered(ClarificationID)
        /// Another idea was merged into this one, or separated from it again.
        case merged(MergeID, with: String, isUndone: Bool)

        /// What comes first among things of one moment: results are told before the decisions that they publish.
        fileprivate var weight: Int { self == .resultsPublished ? 1 : 0 }
    }
}

extension Look {
    /// The latest events of `scope` that the viewer may see, newest first.
    ///
    /// What follows from dates (phases, three days left) is computed, so that nothing has to run at midnight.
    public func feedEvents(in scope: FeedScope, limit: Int = 50) throws -> [FeedEvent] {
        var events =
            try ideaEvents(scope, limit) + decisionEvents(scope, limit) + milestoneEvents(scope, limit)
            + rewardEvents(scope, limit) + questionEvents(scope, limit) + clarificationEvents(scope, limit)
            + mergeEvents(scope, limit, isUndone: false) + mergeEvents(scope, limit, isUndone: true)
        switch scope {
        case .idea(let idea):
            let parts: [IdeaID] = try db.rows("SELECT id FROM idea WHERE merged_into = ?", idea) { $0.id(0) }
            for place in [idea] + parts { events += try commentEvents(place, limit) }
        default:
            events +=
                try challengeEvents(scope, limit) + phaseEvents(scope, limit)
                + changeEvents(scope, limit) + draftEvents(scope, limit)
        }
        events.sort {
            ($0.happenedAt, $0.kind.weight, $0.challenge.rawValue)
                > ($1.happenedAt, $1.kind.weight, $1.challenge.rawValue)
        }
        return Array(events.prefix(limit))
    }

    /// The condition of a scope. `challenge` and `idea` are the columns that hold these numbers in the table along
    /// which the list walks.
    func condition(_ scope: FeedScope, challenge: String, idea: String = "i.id") -> String {
        switch scope {
        case .platform: challengeIsVisible
        case .theme(let theme): "\(challengeIsVisible) AND c.theme_id = \(theme)"
        case .challenge(let number): "\(challengeIsVisible) AND \(challenge) = \(number)"
        case .idea(let number): "\(challengeIsVisible) AND \(idea) = \(number)"
        }
    }

    /// The columns that name the authors of idea `i`.
    static let feedAuthors = "p.id, \(Self.ideaAuthors), p.is_staff"
    /// The columns that name one person.
    static let feedSpeaker = "p.id, \(Self.authorName), p.is_staff"

    private func ideaEvents(_ scope: FeedScope, _ limit: Int) throws -> [FeedEvent] {
        try db.rows(
            """
            SELECT i.submitted_at, c.id, c.title, i.id, i.title, \(Self.feedAuthors), i.text, i.edited_at, i.answer_due_at
            FROM idea i CROSS JOIN challenge c ON c.id = i.challenge_id CROSS JOIN member p ON p.id = i.author_id
            WHERE i.visibility = 'public' AND \(condition(scope, challenge: "i.challenge_id"))
            ORDER BY i.submitted_at DESC, i.id DESC LIMIT ?
            """, limit
        ) { row in
            FeedEvent(
                kind: .ideaSubmitted, happenedAt: row.time(0), changedAt: row.timeOrNil(9),
                challenge: row.id(1), challengeTitle: row.text(2), idea: row.id(3), ideaTitle: row.text(4),
                author: row.member(5), text: row.text(8), answerDue: row.timeOrNil(10))
        }
    }

    private func decisionEvents(_ scope: FeedScope, _ limit: Int) throws -> [FeedEvent] {
        try db.rows(
            """
            SELECT d.published_at, c.id, c.title, i.id, i.title, \(Self.feedAuthors), d.reason, d.id, d.code
            FROM decision d CROSS JOIN idea i ON i.id = d.idea_id CROSS JOIN challenge c ON c.id = d.challenge_id
            CROSS JOIN member p ON p.id = i.author_id
            WHERE d.published_at IS NOT NULL AND i.visibility = 'public'
                AND \(condition(scope, challenge: "d.challenge_id", idea: "d.idea_id"))
            ORDER BY d.published_at DESC, d.id DESC LIMIT ?
            """, limit
        ) { row in
            FeedEvent(
                kind: .decided(row.id(9), try row.word(10)), happenedAt: row.time(0), challenge: row.id(1),
                challengeTitle: row.text(2), idea: row.id(3), ideaTitle: row.text(4), author: row.member(5),
                text: row.text(8))
        }
    }

    private func milestoneEvents(_ scope: FeedScope, _ limit: Int) throws -> [FeedEvent] {
        try db.rows(
            """
            SELECT s.told_at, c.id, c.title, i.id, i.title, \(Self.feedAuthors), s.note, s.id, s.title
            FROM milestone s CROSS JOIN idea i ON i.id = s.idea_id CROSS JOIN challenge c ON c.id = s.challenge_id
            CROSS JOIN member p ON p.id = i.author_id
            WHERE s.told_at IS NOT NULL AND i.visibility = 'public'
                AND \(condition(scope, challenge: "s.challenge_id", idea: "s.idea_id"))
            ORDER BY s.told_at DESC, s.id DESC LIMIT ?
            """, limit
        ) { row in
            FeedEvent(
                kind: .milestoneDone(row.id(9), title: row.text(10)), happenedAt: row.time(0),
                challenge: row.id(1), challengeTitle: row.text(2), idea: row.id(3), ideaTitle: row.text(4),
                author: row.member(5), text: row.text(8))
        }
    }

    private func commentEvents(_ idea: IdeaID, _ limit: Int) throws -> [FeedEvent] {
        try db.rows(
            """
            SELECT m.written_at, c.id, c.title, i.id, i.title, \(Self.feedSpeaker), m.text, m.id, m.stance, m.is_official
            FROM comment m JOIN idea i ON i.id = m.idea_id JOIN challenge c ON c.id = i.challenge_id
            JOIN member p ON p.id = m.author_id
            WHERE m.idea_id = ? AND m.visibility = 'public' AND (i.visibility = 'public'
                OR (SELECT t.visibility FROM idea t WHERE t.id = i.merged_into) = 'public')
                AND \(challengeIsVisible)
            ORDER BY m.written_at DESC, m.id DESC LIMIT ?
            """, idea, limit
        ) { row in
            FeedEvent(
                kind: .commented(row.id(9), try row.word(10), isOfficial: row.flag(11)),
                happenedAt: row.time(0),
                challenge: row.id(1), challengeTitle: row.text(2), idea: row.id(3), ideaTitle: row.text(4),
                author: row.member(5), text: row.text(8))
        }
    }

    private func challengeEvents(_ scope: FeedScope, _ limit: Int) throws -> [FeedEvent] {
        func events(_ kind: FeedEvent.Kind, when column: String) throws -> [FeedEvent] {
            try db.rows(
                """
                SELECT c.\(column), c.id, c.title, c.question FROM challenge c
                WHERE c.\(column) IS NOT NULL AND \(condition(scope, challenge: "c.id")) ORDER BY c.\(column) DESC, c.id DESC LIMIT ?
                """, limit
            ) { row in
                FeedEvent(
                    kind: kind, happenedAt: row.time(0), challenge: row.id(1), challengeTitle: row.text(2),
                    idea: nil,
                    ideaTitle: nil, author: nil, text: row.text(3))
            }
        }
        return try events(.challengeAnnounced, when: "published_at")
            + events(.resultsPublished, when: "results_published_at")
    }

    private func phaseEvents(_ scope: FeedScope, _ limit: Int) throws -> [FeedEvent] {
        let columns =
            "ph.opens_at, ph.closes_at, c.id, c.title, c.question, ph.kind, ph.number, c.published_at, c.blueprint"
        let shown =
            "+c.standing IN ('published', 'resultsPublished', 'archived') AND \(condition(scope, challenge: "ph.challenge_id"))"
        let opened = try db.rows(
            """
            SELECT \(columns) FROM phase ph CROSS JOIN challenge c ON c.id = ph.challenge_id
            WHERE ph.opens_at <= ? AND \(shown) ORDER BY ph.opens_at DESC LIMIT ?
            """, now, limit
        ) { row in
            FeedEvent(
                kind: .phaseOpened(try row.word(5), number: row.count(6), closesAt: row.timeOrNil(1)),
                // A phase that was open when the challenge appeared is news from then on.
                happenedAt: max(row.time(0), row.time(7)), challenge: row.id(2), challengeTitle: row.text(3),
                idea: nil, ideaTitle: nil, author: nil, text: row.text(4), blueprint: try row.word(8))
        }
        let notice = Span.days(3)
        let closing = try db.rows(
            """
            SELECT \(columns) FROM phase ph CROSS JOIN challenge c ON c.id = ph.challenge_id
            WHERE ph.closes_at <= ? AND ph.closes_at > c.published_at AND ph.closes_at - ph.opens_at > ? AND ph.rights & ? <> 0 AND \(shown)
            ORDER BY ph.closes_at DESC LIMIT ?
            """, now + notice, notice.seconds, Phase.Rights([.submit, .vote]).rawValue, limit
        ) { row in
            FeedEvent(
                kind: .closingSoon(try row.word(5), number: row.count(6), closesAt: row.time(1)),
                happenedAt: max(row.time(1) - notice, row.time(7)), challenge: row.id(2),
                challengeTitle: row.text(3), idea: nil, ideaTitle: nil, author: nil, text: row.text(4),
                blueprint: try row.word(8))
        }
        return opened + closing
    }

    private func changeEvents(_ scope: FeedScope, _ limit: Int) throws -> [FeedEvent] {
        let rows = try db.rows(
            """
            SELECT e.id, e.kind, e.reason, e.happened_at, c.id, c.title, c.blueprint
            FROM challenge_event e CROSS JOIN challenge c ON c.id = e.challenge_id
            WHERE \(condition(scope, challenge: "e.challenge_id")) ORDER BY e.happened_at DESC, e.id DESC LIMIT ?
            """, limit
        ) { row in
            (
                id: row.id(0) as ChallengeEventID, kind: try row.word(1) as ChallengeEvent.Kind,
                reason: row.textOrNil(2), at: row.time(3), challenge: row.id(4) as ChallengeID,
                title: row.text(5), blueprint: try row.word(6) as Blueprint
            )
        }
        let moves = try moves(of: rows.filter { $0.kind == .datesChanged }.map(\.id))
        return rows.map { row in
            FeedEvent(
                kind: .challengeChanged(row.id, row.kind, moves[row.id] ?? []), happenedAt: row.at,
                challenge: row.challenge, challengeTitle: row.title, idea: nil, ideaTitle: nil, author: nil,
                text: row.reason ?? "", blueprint: row.blueprint)
        }
    }

    private func draftEvents(_ scope: FeedScope, _ limit: Int) throws -> [FeedEvent] {
        try db.rows(
            """
            SELECT v.published_at, c.id, c.title, v.number,
                (SELECT group_concat('- ' || n.why, char(10)) FROM (SELECT e.why FROM draft_change e
                    WHERE e.version_id = v.id ORDER BY e.position) n)
            FROM draft_version v CROSS JOIN challenge c ON c.id = v.challenge_id
            WHERE +v.number > 1 AND \(condition(scope, challenge: "v.challenge_id"))
            ORDER BY v.published_at DESC, v.id DESC LIMIT ?
            """, limit
        ) { row in
            FeedEvent(
                kind: .draftPublished(version: row.count(3)), happenedAt: row.time(0), challenge: row.id(1),
                challengeTitle: row.text(2), idea: nil, ideaTitle: nil, author: nil,
                text: row.textOrNil(4) ?? "", blueprint: .draftReview)
        }
    }
}
