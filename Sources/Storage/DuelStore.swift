public import Domain

/// Two ideas to choose between, and how far the person has come.
public struct DuelReading: Sendable {
    public let challenge: Challenge
    /// Nil once every pair was answered, or where fewer than two ideas can be compared.
    public let pair: (left: BallotItem, right: BallotItem)?
    /// What the person answered to that pair before, when they open it again.
    public let answered: DuelAnswer?
    /// The person's answers, each with both titles.
    public let answers: [(answer: DuelAnswer, first: String, second: String)]
    /// Nil before they answered, and once the results are out.
    public let receipt: Receipt?
}

extension Look {
    /// The next pair for the viewer, or the `wanted` one, which they answered already and open again.
    ///
    /// Throws `Refusal.signInRequired` to visitors.
    public func duel(in id: ChallengeID, wanted: DuelPair? = nil) throws -> DuelReading {
        let challenge = try challenge(id)
        let member = try viewer.requireMember()
        let answers = try ownDuels(in: id)
        let isOpen = challenge.ballotRefusal(for: viewer, at: now) == nil
        let again = answers.first { $0.answer.first == wanted?.first && $0.answer.second == wanted?.second }?
            .answer
        let next =
            try again.map { DuelPair(left: $0.first, right: $0.second) }
            ?? DuelChoice.next(
                among: duelStandings(in: id, except: member.id), answered: answers.map(\.answer),
                seed: "duel \(id) \(member.id) \(answers.count)")
        let items =
            isOpen ? try next.map { try ballotItems([$0.left, $0.right], in: challenge, [:]) } : nil
        return DuelReading(
            challenge: challenge,
            pair: items.flatMap { $0.count == 2 ? (left: $0[0], right: $0[1]) : nil },
            answered: again, answers: answers, receipt: try ownReceipt(in: challenge))
    }

    /// How often the public ideas of a challenge that `member` did not write were compared.
    private func duelStandings(in challenge: ChallengeID, except member: MemberID) throws
        -> [DuelChoice.Standing]
    {
        try db.rows(
            """
            SELECT i.id, coalesce(d.duels, 0), coalesce(d.wins, 0) FROM idea i
            LEFT JOIN duel_count d ON d.challenge_id = i.challenge_id AND d.idea_id = i.id
            WHERE i.challenge_id = ?1 AND i.visibility = 'public' AND i.author_id <> ?2 AND NOT EXISTS (
                SELECT 1 FROM co_author a WHERE a.idea_id = i.id AND a.member_id = ?2 AND a.state = 'joined')
            """, challenge, member
        ) { DuelChoice.Standing(idea: $0.id(0), duels: $0.count(1), wins: $0.count(2)) }
    }

    /// The viewer's answers about ideas that are public.
    func ownDuels(in challenge: ChallengeID) throws -> [(answer: DuelAnswer, first: String, second: String)] {
        try db.rows(
            """
            SELECT d.first_id, d.second_id, d.winner_id, a.title, b.title
            FROM duel d CROSS JOIN idea a ON a.id = d.first_id CROSS JOIN idea b ON b.id = d.second_id
            WHERE d.challenge_id = ? AND d.member_id = ? AND a.visibility = 'public' AND b.visibility = 'public'
            """, challenge, viewerNumber
        ) { row in
            (
                DuelAnswer(first: row.id(0), second: row.id(1), winner: row.idOrNil(2)), row.text(3),
                row.text(4)
            )
        }
    }
}

extension Store {
    /// Answers which of two ideas is the better one; nil if the person cannot say. The same pair answered again is
    /// answered anew.
    ///
    /// Throws the refusal of `Idea.duelRefusal`.
    public func answerDuel(
        _ pair: DuelPair, winner: IdeaID?, in id: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.ballotRefusal(for: acting.viewer, at: now))
            guard challenge.content.way == .pairwise else { throw Refusal.conflict(.otherBallot) }
            guard pair.first != pair.second, winner.map({ [pair.first, pair.second].contains($0) }) ?? true
            else { throw Refusal.notFound }
            for number in [pair.first, pair.second] {
                let (idea, home) = try acting.look.ideaInChallenge(number)
                guard home.id == id else { throw Refusal.notFound }
                try refuse(idea.duelRefusal(for: acting.viewer, in: challenge, at: now))
            }
            try acting.db.execute(
                """
                DELETE FROM duel WHERE challenge_id = ? AND member_id = ? AND first_id = ? AND second_id = ?
                """, id, member, pair.first, pair.second)
            try acting.db.execute(
                """
                INSERT INTO duel (challenge_id, member_id, first_id, second_id, winner_id)
                VALUES (?, ?, ?, ?, ?)
                """, id, member, pair.first, pair.second, winner)
            try acting.keepBallot(in: id)
        }
    }
}
