public import Domain

/// What somebody who judges has still to do for one challenge.
public struct JuryDuty: Sendable {
    public let challenge: ChallengeID
    public let title: String
    /// Ideas that wait for their scores.
    public let open: Int
    public let all: Int
}

/// An idea before a jury.
public struct JudgedIdea: Sendable {
    public let idea: IdeaID
    public let title: String
    public let number: Int?
    public let author: Member?
    /// Whether it is judged without its author's name.
    public let hidesAuthor: Bool
}

/// A juror's own cards for one challenge.
public struct BenchReading: Sendable {
    public let challenge: Challenge
    /// Nil as long as nobody said by what the jury judges.
    public let rules: JuryRules?
    /// In an order of the juror's own, so that no idea is helped by its place.
    public let cards: [(idea: JudgedIdea, card: JuryCard)]
}

/// One of a juror's cards, with all that there is to judge.
public struct CardReading: Sendable {
    public let bench: BenchReading
    public let rules: JuryRules
    public let idea: Idea
    public let hidesAuthor: Bool
    public let card: JuryCard
    public let particulars: IdeaParticulars
    /// What the jury says to each other of it; nil as long as the juror may still be swayed, and if they stand aside.
    public let remarks: [JuryRemark]?
}

/// What a juror or a manager said to the others of an idea.
public struct JuryRemark: Sendable {
    /// Nil once the account is gone.
    public let author: Member?
    public let text: String
    public let saidAt: Timestamp
}

extension Look {
    /// By what the jury of a challenge that the viewer may see judges; nil where nobody said so.
    public func juryRules(of challenge: Challenge) throws -> JuryRules? {
        let numbers = try db.one(
            """
            SELECT jurors_per_idea, shared_ideas, shortlist, choices, wild_cards FROM jury_rules
            WHERE challenge_id = ?
            """, challenge.id
        ) { row in
            (
                jurors: row.count(0), shared: row.count(1),
                chain: SelectionChain(
                    shortlist: row.intOrNil(2).map { Int($0) }, choices: row.count(3), wildCards: row.count(4)
                )
            )
        }
        guard let numbers else { return nil }
        let criteria = try db.rows(
            """
            SELECT name, weight, lowest, middle, highest FROM jury_criterion WHERE challenge_id = ?
            ORDER BY position
            """, challenge.id
        ) { row in
            JuryRules.Criterion(
                name: row.text(0), weight: row.count(1), lowest: row.text(2), middle: row.text(3),
                highest: row.text(4))
        }
        return JuryRules(
            criteria: criteria, jurorsPerIdea: numbers.jurors, sharedIdeas: numbers.shared,
            chain: numbers.chain)
    }

    /// The juries in which the viewer sits, with how much waits for them, those of the latest challenges first.
    public func juryDuties() throws -> [JuryDuty] {
        guard viewer.holds(.juror) else { return [] }
        return try db.rows(
            """
            SELECT c.id, c.title, count(*), count(*) FILTER (WHERE k.recusal IS NULL AND
                (SELECT count(*) FROM jury_score r WHERE r.challenge_id = k.challenge_id
                    AND r.member_id = k.member_id AND r.idea_id = k.idea_id)
                < (SELECT count(*) FROM jury_criterion q WHERE q.challenge_id = k.challenge_id))
            FROM jury_card k INDEXED BY jury_card_by_member CROSS JOIN challenge c ON c.id = k.challenge_id
            CROSS JOIN idea i ON i.id = k.idea_id
            WHERE k.member_id = ? AND c.standing = 'published' AND i.visibility IN ('public', 'sealed')
            GROUP BY k.challenge_id
            """, viewerNumber
        ) { JuryDuty(challenge: $0.id(0), title: $0.text(1), open: $0.count(3), all: $0.count(2)) }
        .filter { viewer.has(.juror, for: $0.challenge) }.sorted { $0.challenge > $1.challenge }
    }

    /// The viewer's cards in a challenge. Throws the refusal of `Challenge.benchRefusal`.
    public func bench(in id: ChallengeID) throws -> BenchReading {
        let challenge = try challenge(id)
        try refuse(challenge.benchRefusal(for: viewer))
        let rules = try juryRules(of: challenge)
        let cards = try juryCards(
            in: challenge, criteria: rules?.criteria.count ?? 0, " AND k.member_id = ?", viewerNumber)
        let ideas = try judgedIdeas(cards.map(\.idea), in: challenge)
        let own = Dictionary(cards.map { ($0.idea, $0) }) { first, _ in first }
        let turns = TieDraw(seed: "bench \(id) \(viewerNumber)").turns(of: ideas.map { "\($0.idea)" })
        return BenchReading(
            challenge: challenge, rules: rules,
            cards: zip(turns, ideas).sorted { $0.0 < $1.0 }.compactMap { _, idea in
                own[idea.idea].map { (idea: idea, card: $0) }
            })
    }

    /// One of the viewer's cards. Throws `Refusal.notFound` if the idea was not given to them.
    public func juryCard(on idea: IdeaID, in id: ChallengeID) throws -> CardReading {
        let bench = try bench(in: id)
        guard let rules = bench.rules, let card = bench.cards.first(where: { $0.idea.idea == idea })?.card
        else { throw Refusal.notFound }
        let found = try ideaInChallenge(idea)
        guard found.challenge.id == id else { throw Refusal.notFound }
        return CardReading(
            bench: bench, rules: rules, idea: found.idea, hidesAuthor: found.idea.hidesAuthor(from: viewer),
            card: card, particulars: try particulars(of: found.idea, in: found.challenge),
            remarks: found.idea.showsRemarks(to: viewer, card: card) ? try juryRemarks(on: idea) : nil)
    }

    /// The card of the viewer on an idea; nil if it was not given to them.
    func ownCard(on idea: IdeaID, in challenge: Challenge) throws -> JuryCard? {
        let criteria = try juryRules(of: challenge)?.criteria.count ?? 0
        return try juryCards(
            in: challenge, criteria: criteria, " AND k.member_id = ? AND k.idea_id = ?", viewerNumber, idea
        ).first
    }

    /// Cards of a challenge whose ideas are judged still. A private note is read by nobody but its juror.
    func juryCards(
        in challenge: Challenge, criteria: Int, _ condition: String = "", _ arguments: (any Bindable)?...
    ) throws -> [JuryCard] {
        try db.rows(
            """
            SELECT k.idea_id, k.member_id, k.is_shared, k.recusal,
                CASE WHEN k.member_id = :viewer THEN k.note ELSE '' END,
                (SELECT group_concat(r.criterion || ':' || r.score) FROM jury_score r
                    WHERE r.challenge_id = k.challenge_id AND r.member_id = k.member_id AND r.idea_id = k.idea_id)
            FROM jury_card k CROSS JOIN idea i ON i.id = k.idea_id
            WHERE k.challenge_id = ? AND i.visibility IN ('public', 'sealed')\(condition)
            """, with: [challenge.id] + arguments
        ) { row in
            var scores = [Int?](repeating: nil, count: criteria)
            for part in row.textOrNil(5)?.split(separator: ",") ?? [] {
                let numbers = part.split(separator: ":").compactMap { Int($0) }
                if numbers.count == 2, scores.indices.contains(numbers[0]) { scores[numbers[0]] = numbers[1] }
            }
            return JuryCard(
                idea: row.id(0), juror: row.id(1), isShared: row.flag(2), scores: scores,
                recusal: row.textOrNil(3), note: row.text(4))
        }
    }

    /// These ideas as those who judge see them, in the order of their numbers.
    func judgedIdeas(_ ids: [IdeaID], in challenge: Challenge) throws -> [JudgedIdea] {
        let numbers = Set(ids).sorted().map(\.description).joined(separator: ",")
        return try db.rows(
            """
            SELECT i.id, i.title, i.number, i.author_id, \(ideaAuthorName(in: challenge.content.community)),
                p.is_staff, \(isBlind)
            FROM json_each(?) n CROSS JOIN idea i ON i.id = n.value JOIN member p ON p.id = i.author_id
            WHERE i.challenge_id = ? AND i.visibility IN ('public', 'sealed') ORDER BY n.key
            """, "[\(numbers)]", challenge.id
        ) { row in
            JudgedIdea(
                idea: row.id(0), title: row.text(1), number: row.intOrNil(2).map { Int($0) },
                author: row.member(3), hidesAuthor: row.flag(6))
        }
    }

    /// What was said of an idea among those who judge it, the oldest first.
    func juryRemarks(on idea: IdeaID) throws -> [JuryRemark] {
        try db.rows(
            """
            SELECT p.id, p.pseudonym, p.is_staff, r.text, r.said_at FROM jury_remark r
            CROSS JOIN member p ON p.id = r.member_id WHERE r.idea_id = ? ORDER BY r.said_at, r.id
            """, idea
        ) { JuryRemark(author: $0.member(0), text: $0.text(3), saidAt: $0.time(4)) }
    }
}
