public import Domain

/// What was counted of pages with ideas since the last time.
public struct ShowingCount: Hashable, Sendable {
    /// To how many people more each idea was shown.
    public let people: [IdeaID: Int]
    /// Challenges whose lists are due for a new order.
    public let settling: Set<ChallengeID>

    public init(people: [IdeaID: Int], settling: Set<ChallengeID>) {
        self.people = people
        self.settling = settling
    }
}

extension Look {
    /// Ideas between which lots are drawn together. Longer lists are drawn piece by piece.
    static let drawnTogether = 2_000

    /// Whether people may be voting in a challenge now: a question to be asked before it is read.
    public func mayBeVoting(in challenge: ChallengeID) throws -> Bool {
        try db.exists(
            """
            SELECT 1 FROM challenge WHERE id = ?1 AND vote_opens_at <= ?2
                AND (vote_closes_at IS NULL OR vote_closes_at > ?2)
            """, challenge, now)
    }

    /// One page of the ideas of `challenge` to which `condition` applies, in `order`, and whether there are more.
    func fairlyOrdered(
        _ condition: String, in challenge: ChallengeID, _ order: FairOrder, page: Int, size: Int
    ) throws -> [IdeaID] {
        let start = (max(1, page) - 1) * size
        let piece = start / Self.drawnTogether
        let ideas = try db.rows(
            """
            SELECT s.idea_id, s.settled FROM idea_showing s CROSS JOIN idea i ON i.id = s.idea_id
            WHERE s.challenge_id = ? AND \(condition) ORDER BY s.settled, s.idea_id LIMIT ? OFFSET ?
            """, challenge, Self.drawnTogether + 1, piece * Self.drawnTogether
        ) { (idea: $0.id(0) as IdeaID, shown: $0.count(1)) }
        // The one beyond only says that the list goes on.
        let shown =
            order.sorted(Array(ideas.prefix(Self.drawnTogether)))
            + ideas.dropFirst(Self.drawnTogether).map(\.idea)
        return Array(shown.dropFirst(start - piece * Self.drawnTogether).prefix(size + 1))
    }

    /// To how many people each public idea of `challenge` was shown while they voted.
    func showings(in challenge: ChallengeID) throws -> [IdeaID: Int] {
        let shown = try db.rows(
            """
            SELECT s.idea_id, s.shown FROM idea_showing s CROSS JOIN idea i ON i.id = s.idea_id
            WHERE s.challenge_id = ? AND i.visibility = 'public'
            """, challenge
        ) { ($0.id(0) as IdeaID, $0.count(1)) }
        return Dictionary(shown) { first, _ in first }
    }
}

extension Store {
    /// Adds to what was counted of ideas that were shown, then makes the order of some lists anew. Pages that are kept
    /// ready may have the order before, for their minute: this is a quiet act.
    public func countShowings(_ count: ShowingCount) async throws {
        try await write(isQuiet: true) { db in
            // An idea that was thrown away meanwhile was shown to nobody.
            for (idea, people) in count.people {
                try db.execute("UPDATE idea_showing SET shown = shown + ? WHERE idea_id = ?", people, idea)
            }
            for challenge in count.settling {
                try db.execute(
                    "UPDATE idea_showing SET settled = shown WHERE challenge_id = ? AND settled <> shown",
                    challenge)
            }
        }
    }
}
