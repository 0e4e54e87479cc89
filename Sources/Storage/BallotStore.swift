public import Domain

/// An idea on somebody's ballot.
public struct BallotItem: Sendable {
    public let idea: IdeaID
    public let title: String
    /// The beginning of the text, as typed.
    public let beginning: String
    public let author: Member?
    /// In cents, where an envelope is shared out.
    public let cost: Int64?
    /// What the person said of it; nil if nothing.
    public let mark: Int?
}

extension BallotItem {
    /// The idea of a page that shows the rest of it elsewhere.
    public init(_ detail: IdeaDetail) {
        self.init(
            idea: detail.idea.id, title: detail.idea.content.title, beginning: "",
            author: detail.idea.author, cost: detail.cost, mark: detail.mark)
    }
}

/// A part of somebody's ballot, which may be long.
public struct BallotReading: Sendable {
    public let challenge: Challenge
    public let items: ListPage<BallotItem>
    /// Ideas on which the person may say something.
    public let ideaCount: Int
    /// What they said so far, of all these ideas.
    public let marks: [IdeaID: Int]
    /// Nil before they said something, and once the results are out.
    public let receipt: Receipt?
}

extension Look {
    /// Ideas on one page of a ballot.
    public static let marksPerPage = 12

    /// One page of the viewer's ballot. Everybody has the ideas in an order of their own, so that none is helped by its
    /// place. With `idea`, it is the page on which that one stands. Throws `Refusal.signInRequired` to visitors.
    public func ballot(in id: ChallengeID, page: Int = 1, showing idea: IdeaID? = nil) throws -> BallotReading
    {
        let challenge = try challenge(id)
        let member = try viewer.requireMember()
        let said = try ownMarks(in: challenge)
        // Supports are given where the ideas are read: the ballot has those that were.
        let ids =
            challenge.content.way == .approval
            ? said.keys.sorted() : try ballotIdeas(in: challenge, of: member.id)
        let known = Set(ids)
        let marks = said.filter { known.contains($0.key) }
        let turns = TieDraw(seed: "ballot \(id) \(member.id)").turns(of: ids.map(\.description))
        let shown = zip(turns, ids).sorted { $0.0 < $1.0 }.map(\.1)
        let size = Self.marksPerPage
        let page = idea.flatMap { shown.firstIndex(of: $0) }.map { $0 / size + 1 } ?? page
        let start = min((max(1, page) - 1) * size, shown.count)
        return BallotReading(
            challenge: challenge,
            items: ListPage(
                fetched: try ballotItems(Array(shown[start...].prefix(size + 1)), in: challenge, marks),
                number: max(1, page), size: size),
            ideaCount: ids.count, marks: marks, receipt: try ownReceipt(in: challenge))
    }

    /// The ideas of which `member` may say something: public, not their own, and with a cost where one is needed.
    private func ballotIdeas(in challenge: Challenge, of member: MemberID) throws -> [IdeaID] {
        let condition =
            challenge.content.way.envelope == nil
            ? "" : "AND EXISTS (SELECT 1 FROM idea_cost k WHERE k.idea_id = i.id)"
        return try db.rows(
            """
            SELECT i.id FROM idea i WHERE i.challenge_id = ?1 AND i.visibility = 'public'
                AND i.author_id <> ?2 AND NOT EXISTS (
                    SELECT 1 FROM co_author a WHERE a.idea_id = i.id AND a.member_id = ?2 AND a.state = 'joined')
                \(condition)
            """, challenge.id, member
        ) { $0.id(0) }
    }

    /// These ideas as a ballot shows them, in this order.
    func ballotItems(_ ids: [IdeaID], in challenge: Challenge, _ marks: [IdeaID: Int]) throws -> [BallotItem]
    {
        let numbers = ids.map(\.description).joined(separator: ",")
        return try db.rows(
            """
            SELECT i.id, i.title, substr(i.text, 1, 420), i.author_id,
                \(ideaAuthorName(in: challenge.content.community)), p.is_staff, w.cents
            FROM json_each(?) n CROSS JOIN idea i ON i.id = n.value JOIN member p ON p.id = i.author_id
            LEFT JOIN idea_cost w ON w.idea_id = i.id ORDER BY n.key
            """, "[\(numbers)]"
        ) { row in
            BallotItem(
                idea: row.id(0), title: row.text(1), beginning: row.text(2), author: row.member(3),
                cost: row.intOrNil(6), mark: marks[row.id(0)])
        }
    }

    /// What the viewer said of the public ideas of `challenge`: tokens, grades, or 1 for a support.
    public func ownMarks(in challenge: Challenge) throws -> [IdeaID: Int] {
        let marks: [(IdeaID, Int)]
        switch challenge.content.way {
        case .approval, .equalShares:
            marks = try db.rows(
                """
                SELECT v.idea_id FROM vote v CROSS JOIN idea i ON i.id = v.idea_id
                WHERE v.member_id = ? AND v.challenge_id = ? AND i.visibility = 'public'
                """, viewerNumber, challenge.id
            ) { ($0.id(0), 1) }
        case .tokens, .majorityJudgment:
            marks = try db.rows(
                """
                SELECT m.idea_id, m.value FROM mark m CROSS JOIN idea i ON i.id = m.idea_id
                WHERE m.challenge_id = ? AND m.member_id = ? AND i.visibility = 'public'
                """, challenge.id, viewerNumber
            ) { ($0.id(0), $0.count(1)) }
        case .pairwise: marks = []
        }
        return Dictionary(marks) { first, _ in first }
    }

    /// What staff said that an idea costs, in cents.
    public func cost(of idea: IdeaID) throws -> Int64? {
        try db.one("SELECT cents FROM idea_cost WHERE idea_id = ?", idea) { $0.int(0) }
    }

    /// The receipt of the viewer's ballot; nil before there is one, and once the results are out.
    public func ownReceipt(in challenge: Challenge) throws -> Receipt? {
        guard let member = viewer.member,
            try db.exists(
                "SELECT 1 FROM ballot WHERE challenge_id = ? AND member_id = ?", challenge.id, member.id)
        else { return nil }
        return try db.voteSecret(of: challenge.id)?.receipt(of: member.id)
    }
}

extension Store {
    /// Writes what `member` says of some ideas on their ballot, and leaves the others as they are: tokens, numbers of
    /// grades, 1 for an approval, nil to take back. Doing so twice is doing so once.
    ///
    /// Throws the refusal of `Idea.markRefusal`, or `.invalid("ballot", …)` if the whole ballot says too much.
    public func castMarks(
        _ marks: [IdeaID: Int?], in id: ChallengeID, by member: MemberID, at now: Timestamp
    ) async throws {
        try await act(by: member, at: now) { acting in
            let challenge = try acting.look.challenge(id)
            let way = challenge.content.way
            try refuse(challenge.ballotRefusal(for: acting.viewer, at: now))
            guard let range = way.marks else { throw Refusal.conflict(.otherBallot) }
            for (number, mark) in marks.sorted(by: { $0.key < $1.key }) {
                let (idea, home) = try acting.look.ideaInChallenge(number)
                guard home.id == id else { throw Refusal.notFound }
                // What was said of an idea that cannot be voted on any more can still be taken back.
                if mark != nil {
                    try refuse(
                        idea.markRefusal(
                            for: acting.viewer, in: challenge, cost: try acting.look.cost(of: number), at: now
                        ))
                }
                guard mark.map(range.contains) ?? true else {
                    throw Refusal.invalid("mark-\(number)", .outOfRange, limit: range.upperBound)
                }
                try acting.write(mark == 0 && !way.keepsZero ? nil : mark, on: number, in: challenge)
            }
            try refuse([way.problem(with: try acting.look.ownMarks(in: challenge).values)].compactMap(\.self))
            try acting.keepBallot(in: id)
        }
    }
}

extension Acting {
    fileprivate func write(_ mark: Int?, on idea: IdeaID, in challenge: Challenge) throws {
        let areSupports = challenge.content.way.ballotKind == .approvals
        guard let mark else {
            if areSupports {
                try db.execute("DELETE FROM vote WHERE idea_id = ? AND member_id = ?", idea, member.id)
            } else {
                try db.execute(
                    "DELETE FROM mark WHERE challenge_id = ? AND member_id = ? AND idea_id = ?", challenge.id,
                    member.id, idea)
            }
            return
        }
        if areSupports {
            try db.execute(
                """
                INSERT INTO vote (idea_id, member_id, challenge_id, cast_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, idea, member.id, challenge.id, now)
        } else {
            try db.execute(
                """
                INSERT INTO mark (challenge_id, member_id, idea_id, value, marked_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET marked_at = CASE WHEN value = excluded.value THEN marked_at
                    ELSE excluded.marked_at END, value = excluded.value
                """, challenge.id, member.id, idea, mark, now)
        }
    }

    /// Takes back all that the member said of an idea on whatever ballot, a juror's card among them.
    func takeBackMarks(on idea: IdeaID) throws {
        for statement in [
            "DELETE FROM vote WHERE idea_id = ?1 AND member_id = ?2",
            "DELETE FROM mark WHERE idea_id = ?1 AND member_id = ?2",
            "DELETE FROM duel WHERE first_id = ?1 AND member_id = ?2",
            "DELETE FROM duel WHERE second_id = ?1 AND member_id = ?2",
            "DELETE FROM jury_card WHERE idea_id = ?1 AND member_id = ?2",
        ] {
            try db.execute(statement, idea, member.id)
        }
    }

    /// Notes that the member has a ballot in `challenge`, with the fingerprint of its receipt.
    func keepBallot(in challenge: ChallengeID) throws {
        if let secret = try db.voteSecret(of: challenge) {
            try db.execute(
                "INSERT INTO ballot (challenge_id, member_id, receipt) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                challenge, member.id, secret.receipt(of: member.id).fingerprint.bytes)
        }
        try takePart(in: challenge)
    }
}

extension Reading {
    /// What is secret about a vote; nil once its results are out.
    func voteSecret(of challenge: ChallengeID) throws -> VoteSecret? {
        try one(
            "SELECT seed, receipt_key FROM vote_secret WHERE challenge_id = ? AND receipt_key IS NOT NULL",
            challenge
        ) { VoteSecret(seed: $0.text(0), receiptKey: $0.blob(1)) }
    }
}
