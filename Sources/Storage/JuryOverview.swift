public import Domain

/// A jury as those who manage the challenge see it.
public struct JuryOverview: Sendable {
    public let challenge: Challenge
    /// Nil as long as nobody said by what the jury judges.
    public let rules: JuryRules?
    /// Everybody who may judge here or did, by name.
    public let jurors: [Juror]
    /// What is before the jury; empty until it sits.
    public let ideas: [JudgedIdea]
    public let cards: [JuryCard]
    /// How the scores rank the ideas so far; nil without any.
    public let ranking: Ranking?
    /// How the vote ranked the ideas when the jury was seated; nil without a vote, and until then.
    public let vote: Ranking?

    public var isSeated: Bool { jurors.contains(where: \.isSeated) }

    public struct Juror: Sendable {
        public let member: Member
        /// Whether they hold the role.
        public let mayJudge: Bool
        /// Whether ideas are dealt to them.
        public let isSeated: Bool
    }
}

/// What a jury's scores would give if the results were published now.
public struct JuryPreview: Sendable {
    /// Nil without scores.
    public let ranking: Ranking?
    public let choice: SelectionChain.Choice?
    /// Cards that wait for scores.
    public let openCards: Int
}

/// An idea before a jury, with all its cards, for those who manage the challenge.
public struct JudgedIdeaReading: Sendable {
    public let overview: JuryOverview
    public let idea: JudgedIdea
    public let remarks: [JuryRemark]
}

extension Look {
    /// The jury of a challenge. For managers alone; throws the refusal of `Challenge.juryRefusal`.
    public func juryOverview(of id: ChallengeID) throws -> JuryOverview {
        let challenge = try challenge(id)
        try refuse(challenge.juryRefusal(for: viewer))
        let rules = try juryRules(of: challenge)
        let seats = Set(try seats(in: id))
        let cards = try rules.map { try juryCards(in: challenge, criteria: $0.criteria.count) } ?? []
        return JuryOverview(
            challenge: challenge, rules: rules,
            jurors: try everybody(inJuryOf: id).map { member, mayJudge in
                JuryOverview.Juror(
                    member: member, mayJudge: mayJudge, isSeated: seats.contains(member.id))
            },
            ideas: try judgedIdeas(try shortlist(of: id), in: challenge), cards: cards,
            ranking: try rules.flatMap { try juryCount(of: challenge, $0, cards)?.ranking },
            vote: try frozenVote(of: id)?.ranking)
    }

    /// One idea before the jury, with its cards. For managers alone.
    public func judgedIdea(_ idea: IdeaID, in id: ChallengeID) throws -> JudgedIdeaReading {
        let overview = try juryOverview(of: id)
        guard let found = overview.ideas.first(where: { $0.idea == idea }) else { throw Refusal.notFound }
        return JudgedIdeaReading(overview: overview, idea: found, remarks: try juryRemarks(on: idea))
    }

    /// How the scores rank the ideas so far, what the chain would choose, and how many cards wait, for those who prepare
    /// the results; nil where no jury sits.
    func juryPreview(of challenge: Challenge) throws -> JuryPreview? {
        guard viewer.manages(challenge.id), let rules = try juryRules(of: challenge),
            try !seats(in: challenge.id).isEmpty
        else { return nil }
        let cards = try juryCards(in: challenge, criteria: rules.criteria.count)
        let ranking = try juryCount(of: challenge, rules, cards)?.ranking
        let vote = try frozenVote(of: challenge.id)?.ranking
        return JuryPreview(
            ranking: ranking, choice: ranking.map { rules.chain.choice(jury: $0, vote: vote) },
            openCards: cards.count(where: \.isOpen))
    }

    /// Those who hold the role of juror for a challenge or for all.
    func jurors(of challenge: ChallengeID) throws -> [MemberID] {
        try everybody(inJuryOf: challenge).filter(\.mayJudge).map(\.member.id)
    }

    /// Those who hold the role of juror, and those who held it and were given ideas, by name.
    private func everybody(inJuryOf challenge: ChallengeID) throws -> [(member: Member, mayJudge: Bool)] {
        let holding = """
            SELECT r.member_id FROM role r WHERE r.challenge_id = ?1 AND r.role = 'juror'
            UNION ALL SELECT r.member_id FROM role r WHERE r.challenge_id IS NULL AND r.role = 'juror'
            """
        return try db.rows(
            """
            SELECT p.id, p.pseudonym, p.is_staff, p.id IN (\(holding)) FROM member p
            WHERE p.id IN (\(holding) UNION ALL SELECT k.member_id FROM jury_card k WHERE k.challenge_id = ?1)
                AND p.deleted_at IS NULL
            """, challenge
        ) { row -> (member: Member, mayJudge: Bool)? in
            row.member(0).map { ($0, row.flag(3)) }
        }.compactMap(\.self).sorted {
            ($0.member.pseudonym ?? "", $0.member.id) < ($1.member.pseudonym ?? "", $1.member.id)
        }
    }

    /// To whom ideas of a challenge are dealt.
    func seats(in challenge: ChallengeID) throws -> [MemberID] {
        try db.rows("SELECT member_id FROM jury_seat WHERE challenge_id = ?", challenge) { $0.id(0) }
    }

    /// What jurors may not judge: their own ideas.
    func juryBars(in challenge: ChallengeID) throws -> Set<JuryDealing.Bar> {
        let bars = try db.rows(
            """
            SELECT s.member_id, i.id FROM jury_seat s CROSS JOIN idea i ON i.author_id = s.member_id
            WHERE s.challenge_id = ?1 AND i.challenge_id = ?1
            UNION ALL SELECT s.member_id, a.idea_id FROM jury_seat s CROSS JOIN co_author a ON a.member_id = s.member_id
            WHERE s.challenge_id = ?1 AND a.state IN ('joined', 'invited')
            """, challenge
        ) { JuryDealing.Bar(juror: $0.id(0), idea: $0.id(1)) }
        return Set(bars)
    }

    /// The scores of `cards` as they are published, and how they rank the ideas; nil without scores.
    func juryCount(of challenge: Challenge, _ rules: JuryRules, _ cards: [JuryCard]) throws -> (
        file: BallotFile, ranking: Ranking
    )? {
        guard cards.contains(where: { $0.state == .done }) else { return nil }
        let listed = try shortlist(of: challenge.id)
        let titles = try titles(of: challenge)
        let standing = Set(try judgedIdeas(listed, in: challenge).map(\.idea))
        let seed = try db.one("SELECT seed FROM vote_secret WHERE challenge_id = ?", challenge.id) {
            $0.text(0)
        }
        let file = BallotFile(
            challenge.title, rules: rules, seed: seed ?? "",
            ideas: listed.filter(standing.contains).map { ($0, titles["\($0)"]) }, cards: cards)
        let vote = try file.vote()
        return (file, try JuryMethod(options: vote.options).rank(vote.tally))
    }
}
