public import Domain

/// The ideas of a challenge with an envelope, with what they would cost.
public struct CostsReading: Sendable {
    public let challenge: Challenge
    public let ideas: [(idea: IdeaID, title: String, cost: Int64?)]
}

extension Look {
    /// Ideas whose costs are written on one page.
    static let costRows = 500

    /// What the ideas of a challenge cost. For managers alone; throws the refusal of `managementRefusal`.
    public func costs(in id: ChallengeID) throws -> CostsReading {
        let challenge = try challenge(id)
        try refuse(challenge.managementRefusal(for: viewer))
        guard challenge.content.way.envelope != nil else { throw Refusal.conflict(.otherBallot) }
        let ideas = try db.rows(
            """
            SELECT i.id, i.title, w.cents FROM idea i LEFT JOIN idea_cost w ON w.idea_id = i.id
            WHERE i.challenge_id = ? AND i.visibility = 'public' ORDER BY i.submitted_at DESC, i.id DESC LIMIT ?
            """, id, Self.costRows
        ) { (idea: $0.id(0) as IdeaID, title: $0.text(1), cost: $0.intOrNil(2)) }
        return CostsReading(challenge: challenge, ideas: ideas)
    }
}

extension Store {
    /// Says what ideas would cost, in cents; nil where that is not known, so that nobody can vote for the idea.
    ///
    /// Throws the refusal of `Challenge.costRefusal`, or `.invalid("cost-12", …)`.
    public func setCosts(
        _ costs: [IdeaID: Int64?], in id: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            try refuse(challenge.costRefusal(for: acting.viewer, at: now))
            let envelope = challenge.content.way.envelope ?? 0
            var problems: [Problem] = []
            for (idea, cost) in costs.sorted(by: { $0.key < $1.key }) {
                guard try acting.look.ideaInChallenge(idea).challenge.id == id else { throw Refusal.notFound }
                guard let cost else {
                    try acting.db.execute("DELETE FROM idea_cost WHERE idea_id = ?", idea)
                    continue
                }
                guard (1...envelope).contains(cost) else {
                    problems.append(
                        Problem(field: "cost-\(idea)", code: .outOfRange, limit: Int(envelope / 100)))
                    continue
                }
                try acting.db.execute(
                    """
                    INSERT INTO idea_cost (idea_id, challenge_id, cents) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET cents = excluded.cents
                    """, idea, id, cost)
            }
            try refuse(problems)
        }
    }
}
