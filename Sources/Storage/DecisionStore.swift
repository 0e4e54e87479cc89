public import Domain

/// What publishing the results of a challenge would publish.
public struct ResultsPreview: Sendable {
    public let challenge: Challenge
    /// Every public or sealed idea, with the decision that would stand.
    public let ideas: [PreparedIdea]
    /// Where jury or ballots place each idea, in this order, where they are more than supports; empty while people vote. What
    /// no juror judged has none.
    public let places: [(idea: IdeaID, place: Int?)]
    /// Ballots that stay set aside although their owner appealed.
    public let contested: Int
    /// When all this will be published by itself; nil if it will not.
    public let schedule: ResultsSchedule?
    /// Whether something is to be said to the authors.
    public let hasMessages: Bool
    /// Nil where no jury sits.
    public let jury: JuryPreview?
    /// Ideas without a decision, prepared or published.
    public var undecided: Int { ideas.count { $0.code == nil } }

    public struct PreparedIdea: Sendable {
        public let idea: IdeaID
        public let number: Int?
        public let title: String
        public let author: Member?
        /// Whether it is judged without its author's name.
        public let hidesAuthor: Bool
        public let code: Decision.Code?
        public let reason: String?
        /// Whether the decision is secret until the results.
        public let isSecret: Bool
        /// Nil while counts are hidden.
        public let supportCount: Int?
        /// What was granted for it; nil as long as nothing was.
        public let reward: RewardOffer?
    }

    /// Ideas on which nobody decided, in the order of their numbers.
    public var missing: [PreparedIdea] { ideas.filter { $0.code == nil } }

    /// Ideas with a decision and their places, in the order in which the results will show them: by supports where
    /// people voted, ideas with as many sharing a place; winners first otherwise. What was neither judged nor counted comes
    /// last, without a place.
    public var decided: [(place: Int?, idea: PreparedIdea)] {
        let decided = ideas.filter { $0.code != nil }
        guard places.isEmpty else {
            let own = Dictionary(decided.map { ($0.idea, $0) }) { first, _ in first }
            let ranked: [(place: Int?, idea: PreparedIdea)] = places.compactMap { place in
                own[place.idea].map { (place.place, $0) }
            }
            let known = Set(places.map(\.idea))
            let unranked = decided.filter { !known.contains($0.idea) }
            return ranked + unranked.map { (place: nil, idea: $0) }
        }
        guard decided.contains(where: { $0.supportCount != nil }) else {
            let winners = decided.filter { $0.code == .winner }
            return (winners + decided.filter { $0.code != .winner }).enumerated().map { ($0 + 1, $1) }
        }
        let sorted = decided.sorted {
            ($1.supportCount ?? 0, $1.idea) < ($0.supportCount ?? 0, $0.idea)
        }
        var place = 0
        var supports: Int?
        return sorted.enumerated().map { position, idea in
            if idea.supportCount != supports { place = position + 1 }
            supports = idea.supportCount
            return (place, idea)
        }
    }
}

/// A published decision with its idea, for home, themes and feeds.
public struct DecisionSummary: Sendable {
    public let decision: DecisionID
    public let code: Decision.Code
    public let reason: String
    public let publishedAt: Timestamp
    public let idea: IdeaID
    public let ideaTitle: String
    public let author: Member?
    public let challenge: ChallengeID
    public let challengeTitle: String
}

extension Look {
    /// The published decisions on an idea, the oldest first.
    func publishedDecisions(on idea: IdeaID) throws -> [Decision] {
        try db.rows(
            """
            SELECT d.id, d.idea_id, d.code, d.reason, p.id, p.pseudonym, p.is_staff, d.decided_at, d.published_at,
                d.language
            FROM decision d JOIN member p ON p.id = d.decided_by
            WHERE d.idea_id = ? AND d.published_at IS NOT NULL ORDER BY d.decided_at, d.id
            """, idea
        ) { row in
            Decision(
                id: row.id(0), idea: row.id(1), code: try row.word(2), reason: row.text(3),
                decidedBy: Member(id: row.id(4), pseudonym: row.textOrNil(5), isStaff: row.flag(6)),
                decidedAt: row.time(7), publishedAt: row.timeOrNil(8), language: try row.word(9))
        }
    }

    /// The decision on `idea` that is prepared in secret, for those who may decide.
    public func preparedDecision(on idea: IdeaID) throws -> (code: Decision.Code, reason: String)? {
        let (found, challenge) = try ideaInChallenge(idea)
        try refuse(found.decisionRefusal(for: viewer, in: challenge))
        return try db.one(
            """
            SELECT code, reason FROM decision
            WHERE idea_id = ? AND published_at IS NULL AND superseded_at IS NULL
            """, idea
        ) { (try $0.word(0), $0.text(1)) }
    }

    /// What publishing the results would publish. For managers alone.
    public func resultsPreview(of id: ChallengeID) throws -> ResultsPreview {
        let challenge = try challenge(id)
        try refuse(challenge.managementRefusal(for: viewer))
        let showsCounts = challenge.showsCounts(at: now)
        let ideas = try db.rows(
            """
            SELECT i.id, i.number, i.title, p.id, \(ideaAuthorName(in: challenge.content.community)), p.is_staff,
                coalesce(d.code, i.decision), coalesce(d.reason, (SELECT o.reason FROM decision o
                    WHERE o.idea_id = i.id AND o.published_at IS NOT NULL ORDER BY o.decided_at DESC, o.id DESC LIMIT 1)),
                d.code IS NOT NULL, i.support_count, \(isBlind),
                \(Self.shownRewardColumns)
            FROM idea i JOIN member p ON p.id = i.author_id \(Self.shownReward)
            LEFT JOIN decision d ON d.idea_id = i.id AND d.published_at IS NULL AND d.superseded_at IS NULL
            WHERE i.challenge_id = ? AND i.visibility IN ('public', 'sealed')
            ORDER BY i.number
            """, id
        ) { row in
            let kind = try row.wordOrNil(11, as: Reward.Kind.self)
            return ResultsPreview.PreparedIdea(
                idea: row.id(0), number: row.intOrNil(1).map { Int($0) }, title: row.text(2),
                author: row.member(3), hidesAuthor: row.flag(10),
                code: try row.wordOrNil(6), reason: row.textOrNil(7), isSecret: row.flag(8),
                supportCount: showsCounts ? row.count(9) : nil,
                reward: kind.map { RewardOffer(kind: $0, cents: row.intOrNil(12), nature: row.text(13)) })
        }
        let jury = try juryPreview(of: challenge)
        let ranking = try jury?.ranking ?? provisionalRanking(of: challenge)
        let places = (ranking?.places ?? []).compactMap { place in
            Int64(place.id).map { (idea: IdeaID($0), place: place.told) }
        }
        return ResultsPreview(
            challenge: challenge, ideas: ideas, places: places, contested: try contestedSetAsides(in: id),
            schedule: try resultsSchedule(of: id), hasMessages: try authorMessages(of: id) != nil, jury: jury)
    }

    /// Challenges managed by the viewer in which nobody can take part any more and whose results wait, the longest
    /// waiting first.
    public func challengesAwaitingResults() throws -> [ChallengeSummary] {
        try challengeSummaries(
            """
            WHERE \(challengeIsHeld()) AND c.standing = 'published' AND c.opens_at <= ?
                AND c.participation_closes_at <= ?
            ORDER BY c.participation_closes_at, c.id LIMIT 50
            """, with: [now, now])
    }

    /// The latest published decisions that say yes, or all of them, newest first, in challenges the viewer may see.
    public func latestDecisions(
        positiveOnly: Bool, in challenge: ChallengeID? = nil, theme: ThemeID? = nil, limit: Int
    ) throws -> [DecisionSummary] {
        var conditions = [
            "d.published_at IS NOT NULL", challengeIsVisible, "i.visibility = 'public'",
        ]
        var arguments: [(any Bindable)?] = []
        if positiveOnly {
            conditions.append("d.code IN ('accepted', 'planned', 'inProgress', 'implemented', 'winner')")
        }
        if let challenge {
            conditions.append("d.challenge_id = ?")
            arguments.append(challenge)
        }
        if let theme {
            conditions.append("c.theme_id = ?")
            arguments.append(theme)
        }
        arguments.append(limit)
        return try db.rows(
            """
            SELECT d.id, d.code, d.reason, d.published_at, i.id, i.title, p.id,
                \(Self.ideaAuthors),
                p.is_staff, c.id, c.title
            FROM decision d CROSS JOIN idea i ON i.id = d.idea_id CROSS JOIN challenge c ON c.id = d.challenge_id
            CROSS JOIN member p ON p.id = i.author_id
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY d.published_at DESC, d.id DESC LIMIT ?
            """, with: arguments
        ) { row in
            DecisionSummary(
                decision: row.id(0), code: try row.word(1), reason: row.text(2), publishedAt: row.time(3),
                idea: row.id(4), ideaTitle: row.text(5), author: row.member(6), challenge: row.id(9),
                challengeTitle: row.text(10))
        }
    }
}

extension Store {
    /// Decides on an idea, with a public reason: at once, or in secret until the results. A secret decision that
    /// stood before is superseded.
    ///
    /// Throws `Refusal.invalid` without a real reason.
    public func decide(
        _ code: Decision.Code, reason: String, publicly: Bool, on id: IdeaID, by member: MemberID,
        at now: Timestamp
    ) async throws {
        let reason = reason.trimmed
        try await act(by: member, at: now) { acting in
            let (idea, challenge) = try acting.look.ideaInChallenge(id)
            try refuse(idea.decisionRefusal(for: acting.viewer, in: challenge, secretly: !publicly))
            try refuse([Decision.reasonRule.problem(in: reason)].compactMap(\.self))
            try acting.db.execute(
                """
                UPDATE decision SET superseded_at = ?
                WHERE idea_id = ? AND published_at IS NULL AND superseded_at IS NULL
                """, now, id)
            try acting.db.insert(
                """
                INSERT INTO decision (idea_id, challenge_id, code, reason, decided_by, decided_at, published_at, language)
                VALUES (?, ?, ?, ?, ?, ?, ?, \(Acting.ownLanguage))
                """, id, challenge.id, code.rawValue, reason, member, now, publicly ? now : nil, member)
            // What was asked is answered by deciding.
            if code.isAnswer { try acting.closeQuestion(on: id) }
            if publicly {
                try acting.db.execute(
                    """
                    UPDATE idea SET decision = ?, decided_at = ?,
                        first_answer_at = coalesce(first_answer_at, CASE WHEN ? THEN ? END)
                    WHERE id = ?
                    """, code.rawValue, now, code.isAnswer, now, id)
            }
        }
    }

    /// Publishes the results of a challenge in one act: every prepared decision, and sealed ideas with them. In a contest
    /// only winning solutions are opened by that, and only if its rules say so.
    ///
    /// Throws `Refusal.conflict(.ideasWithoutDecision)` while an idea has none, `.participationStillOpen` too early.
    public func publishResults(of id: ChallengeID, by member: MemberID, at now: Timestamp) async throws {
        try await act(by: member, at: now) { acting in
            let preview = try acting.look.resultsPreview(of: id)
            try refuse(
                preview.challenge.resultsRefusal(for: acting.viewer, undecided: preview.undecided, at: now))
            try acting.db.execute(
                """
                UPDATE idea SET decided_at = ?, decision = (SELECT d.code FROM decision d
                    WHERE d.idea_id = idea.id AND d.published_at IS NULL AND d.superseded_at IS NULL)
                WHERE challenge_id = ? AND EXISTS (SELECT 1 FROM decision d
                    WHERE d.idea_id = idea.id AND d.published_at IS NULL AND d.superseded_at IS NULL)
                """, now, id)
            try acting.db.execute(
                """
                UPDATE decision SET published_at = ?
                WHERE challenge_id = ? AND published_at IS NULL AND superseded_at IS NULL
                """, now, id)
            if !preview.challenge.keepsSeals {
                try acting.open("TRUE", of: id)
            } else if preview.challenge.content.particulars.opensWinners {
                try acting.open("decision = 'winner'", of: id)
            }
            try acting.db.execute(
                """
                UPDATE idea SET first_answer_at = ?
                WHERE challenge_id = ? AND first_answer_at IS NULL AND decision IN ('winner', 'accepted', 'planned',
                    'inProgress', 'implemented', 'rejected', 'ineligible')
                """, now, id)
            try acting.db.execute(
                """
                UPDATE challenge SET standing = 'resultsPublished', results_published_at = ?,
                    voter_count = (SELECT count(DISTINCT v.member_id) FROM idea i JOIN vote v ON v.idea_id = i.id
                        WHERE i.challenge_id = challenge.id)
                WHERE id = ?
                """, now, id)
            try acting.publishVote(of: preview.challenge)
            try acting.publishJury(of: preview.challenge)
            try acting.publishFunding(of: preview.challenge)
            try acting.db.execute("DELETE FROM results_schedule WHERE challenge_id = ?", id)
        }
    }
}
