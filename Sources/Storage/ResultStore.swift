public import Domain

/// The published results of a challenge, once they may be shown.
public struct ChallengeResults: Sendable {
    public let publishedAt: Timestamp
    /// Whether people voted, so that places follow from supports.
    public let isRanked: Bool
    /// People who supported at least one idea.
    public let voterCount: Int
    /// The first ideas by supports, winners first where there was no vote.
    public let rows: [Row]
    /// Public ideas that are not among `rows`.
    public let others: Int
    /// Whether places follow from supports, which can be told.
    public let hasCounts: Bool
    /// Whether the vote was counted so that anybody can count it again.
    public let isExplained: Bool
    /// Whether places are those of a jury.
    public let isJudged: Bool
    /// What became of the viewer's own ideas, winners or not.
    public let own: [Own]

    /// One of the viewer's own ideas.
    public struct Own: Sendable {
        public let idea: IdeaID
        public let title: String
        /// Nil where no vote placed it.
        public let place: Int?
        public let decision: Decision.Code
        public let reason: String
        /// What was said to its authors besides.
        public let message: AuthorMessage?
    }

    public struct Row: Sendable {
        /// Shared by ideas with as many supports; nil for what the jury did not judge.
        public let place: Int?
        public let idea: IdeaID
        public let title: String
        public let author: Member?
        public let supportCount: Int
        /// The latest decision.
        public let decision: Decision.Code?
        /// Whether it was chosen, whatever became of it since.
        public let isWinner: Bool
        public let reward: RewardOffer?
    }
}

extension Look {
    /// Rows that a results table shows at most.
    static let resultRows = 10

    /// The results of `challenge`, or nil until they are published.
    public func results(of challenge: Challenge) throws -> ChallengeResults? {
        guard let publishedAt = challenge.resultsPublishedAt, challenge.standing != .cancelled else {
            return nil
        }
        let jury = try juryPublication(of: challenge)
        let isRanked = jury == nil && challenge.showsCounts(at: now)
        var place = 0
        var supports = -1
        var position = 0
        let vote = try publication(of: challenge)
        let ranking = jury?.ranking ?? vote?.ranking
        let places = Dictionary(
            (ranking?.places ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        func rows(_ condition: String, by order: String, atMost limit: Int) throws -> [ChallengeResults.Row] {
            try db.rows(
                """
                SELECT i.id, i.title, p.id, \(ideaAuthorName(in: challenge.content.community)), p.is_staff,
                    i.support_count, i.decision, \(Self.shownRewardColumns),
                    EXISTS (SELECT 1 FROM decision d WHERE d.idea_id = i.id AND d.code = 'winner'
                        AND d.published_at IS NOT NULL)
                FROM idea i JOIN member p ON p.id = i.author_id \(Self.shownReward)
                WHERE i.challenge_id = ? AND i.visibility = 'public'\(condition) ORDER BY \(order) LIMIT ?
                """, challenge.id, limit
            ) { row -> ChallengeResults.Row in
                let count = row.count(5)
                position += 1
                if !isRanked || count != supports {
                    place = position
                    supports = count
                }
                let kind = try row.wordOrNil(7, as: Reward.Kind.self)
                let ranked = places["\(row.int(0))"]
                let supports = if case .approval(let facts) = ranked?.facts { facts.supports } else { count }
                return ChallengeResults.Row(
                    place: jury == nil ? ranked?.place ?? place : ranked?.told, idea: row.id(0),
                    title: row.text(1), author: row.member(2),
                    supportCount: isRanked ? supports : 0, decision: try row.wordOrNil(6),
                    isWinner: row.flag(10),
                    reward: kind.map { RewardOffer(kind: $0, cents: row.intOrNil(8), nature: row.text(9)) })
            }
        }
        let best: [ChallengeResults.Row]
        if let ranking {
            let ranked = ranking.places.prefix(Self.resultRows).map(\.id)
            // What the crowd added need not have been before the jury.
            let added = try jury == nil ? [] : crowdChoices(of: challenge)
            let first = ranked + added.filter { !ranked.contains($0) }
            best = try rows(
                " AND i.id IN (\(first.joined(separator: ", ")))", by: "i.id", atMost: first.count
            ).sorted { one, other in
                let places = [one, other].map { first.firstIndex(of: "\($0.idea)") ?? 0 }
                return places[0] < places[1]
            }
        } else if isRanked {
            best = try rows("", by: "i.support_count DESC, i.id DESC", atMost: Self.resultRows)
        } else {
            // Two walks along an index rather than one sort of every idea.
            let winners = try rows(
                " AND i.decision = 'winner'", by: "i.submitted_at", atMost: Self.resultRows)
            best =
                try winners
                + rows(
                    " AND i.decision IS NOT 'winner'", by: "i.number",
                    atMost: Self.resultRows - winners.count)
        }
        let voters =
            try db.one("SELECT voter_count FROM challenge WHERE id = ?", challenge.id) { $0.intOrNil(0) }
            ?? nil
        return ChallengeResults(
            publishedAt: publishedAt, isRanked: isRanked || ranking != nil,
            voterCount: isRanked ? Int(voters ?? 0) : vote?.ballotCount ?? 0, rows: best,
            others: max(0, challenge.ideaCount - best.count), hasCounts: isRanked,
            isExplained: try jury != nil
                || db.exists("SELECT 1 FROM vote_publication WHERE challenge_id = ?", challenge.id),
            isJudged: jury != nil, own: try ownResults(of: challenge, places.compactMapValues(\.told)))
    }

    private func ownResults(of challenge: Challenge, _ places: [String: Int]) throws -> [ChallengeResults.Own]
    {
        guard viewerNumber > 0 else { return [] }
        let found = try db.rows(
            """
            SELECT i.id, i.title, i.decision, (SELECT d.reason FROM decision d WHERE d.idea_id = i.id
                AND d.published_at IS NOT NULL ORDER BY d.decided_at DESC, d.id DESC LIMIT 1)
            FROM idea i WHERE i.id IN (\(ownIdeaNumbers)) AND i.challenge_id = ? AND i.decision IS NOT NULL
                AND i.visibility IN ('public', 'sealed') ORDER BY i.number
            """, challenge.id
        ) { row in
            (
                idea: row.id(0) as IdeaID, title: row.text(1), code: try row.word(2, as: Decision.Code.self),
                reason: row.textOrNil(3) ?? ""
            )
        }
        guard !found.isEmpty else { return [] }
        let messages = try toldMessages("[\(found.map { "\($0.idea)" }.joined(separator: ","))]")
        return found.map { own in
            ChallengeResults.Own(
                idea: own.idea, title: own.title, place: places["\(own.idea)"], decision: own.code,
                reason: own.reason, message: messages[own.idea.rawValue])
        }
    }
}
