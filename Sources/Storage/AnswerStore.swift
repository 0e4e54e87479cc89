public import Domain

/// How the promise of an answer was kept in one challenge.
public struct ChallengeAnswers: Sendable {
    public let challenge: ChallengeID
    public let title: String
    /// Days within which an answer is promised.
    public let promise: Int?
    public let tally: AnswerTally
}

extension Look {
    /// Challenges on one page of the record of answers.
    public static let recordsPerPage = 20
    /// Late or waiting ideas that are counted one by one, at most.
    static let mostCounted = 10_000

    /// How the platform kept its promise of answers so far, in all challenges together.
    public func answerRecord() throws -> AnswerTally {
        let unanswered = """
            i.visibility IN ('public', 'sealed') AND (i.decision IS NULL OR i.decision IN ('underStudy', 'shortlisted'))
            """
        let late = try db.one(
            """
            SELECT count(*) FROM (SELECT 1 FROM idea i WHERE \(unanswered)
                AND (i.answer_due_at IS NULL) = 0 AND i.answer_due_at < ? LIMIT ?)
            """, now, Self.mostCounted
        ) { $0.count(0) }
        let waiting = try db.one(
            "SELECT count(*) FROM (SELECT 1 FROM idea i INDEXED BY idea_waiting WHERE \(unanswered) LIMIT ?)",
            Self.mostCounted
        ) { $0.count(0) }
        let delays = try db.rows("SELECT o.days, o.answers FROM answer_delay_overall o ORDER BY o.days") {
            AnswerDelays.Count(days: $0.count(0), answers: $0.count(1))
        }
        let record = try db.one("SELECT in_time, answered FROM answer_record") { ($0.count(0), $0.count(1)) }
        return AnswerTally(
            answered: delays.reduce(0) { $0 + $1.answers }, promised: record?.1 ?? 0, inTime: record?.0 ?? 0,
            waiting: waiting ?? 0, late: late ?? 0, delays: AnswerDelays(delays))
    }

    /// How the promise was kept in `challenge`, which the viewer may see. What is sealed is not counted.
    public func answers(in challenge: Challenge) throws -> AnswerTally {
        let counts = try db.one(
            """
            SELECT w.answered, w.promised, w.in_time, w.waiting, \(Self.lateCount(in: "w.challenge_id"))
            FROM answer_tally w WHERE w.challenge_id = ?
            """, now, challenge.id
        ) { row in (0...4).map { row.count($0) } }
        return Self.tally(counts ?? [0, 0, 0, 0, 0], try delays(in: [challenge.id])[challenge.id] ?? [])
    }

    /// How the promise was kept in each of `challenges`, which the viewer may see.
    func answers(in challenges: [ChallengeID]) throws -> [ChallengeID: AnswerTally] {
        let rows = try db.rows(
            """
            SELECT w.challenge_id, w.answered, w.promised, w.in_time, w.waiting, \(Self.lateCount(in: "w.challenge_id"))
            FROM json_each(?) n CROSS JOIN answer_tally w ON w.challenge_id = n.value
            """, now, "[\(challenges.map(\.description).joined(separator: ","))]"
        ) { row in (challenge: row.id(0) as ChallengeID, counts: (1...5).map { row.count($0) }) }
        let delays = try delays(in: challenges)
        return Dictionary(
            uniqueKeysWithValues: rows.map {
                ($0.challenge, Self.tally($0.counts, delays[$0.challenge] ?? []))
            })
    }

    /// One page of the challenges that the viewer may see and in which there are ideas, the latest published first.
    public func answersByChallenge(page: Int = 1) throws -> ListPage<ChallengeAnswers> {
        let size = Self.recordsPerPage
        let page = max(1, page)
        let found = try db.rows(
            """
            SELECT c.id, c.title, c.answer_days, w.answered, w.promised, w.in_time, w.waiting,
                CASE WHEN c.standing <> 'cancelled' THEN \(Self.lateCount(in: "c.id")) ELSE 0 END
            FROM challenge c INDEXED BY challenge_by_publication CROSS JOIN answer_tally w ON w.challenge_id = c.id
            WHERE c.published_at IS NOT NULL AND \(challengeIsVisible) AND w.answered + w.waiting > 0
            ORDER BY c.published_at DESC, c.id DESC LIMIT ? OFFSET ?
            """, now, size + 1, (page - 1) * size
        ) { row in
            (
                challenge: row.id(0) as ChallengeID, title: row.text(1),
                promise: row.intOrNil(2).map { Int($0) }, counts: (3...7).map { row.count($0) }
            )
        }
        let delays = try delays(in: found.map(\.challenge))
        return ListPage(
            fetched: found.map { row in
                ChallengeAnswers(
                    challenge: row.challenge, title: row.title, promise: row.promise,
                    tally: Self.tally(row.counts, delays[row.challenge] ?? []))
            }, number: page, size: size)
    }

    /// The number of public ideas of a challenge whose answer is late; it takes the present moment.
    static func lateCount(in challenge: String) -> String {
        """
        (SELECT count(*) FROM (SELECT 1 FROM idea i INDEXED BY idea_unanswered WHERE i.challenge_id = \(challenge)
            AND i.visibility IN ('public', 'sealed') AND i.visibility = 'public'
            AND (i.decision IS NULL OR i.decision IN ('underStudy', 'shortlisted'))
            AND (i.answer_due_at IS NULL) = 0 AND i.answer_due_at < ? LIMIT 1000))
        """
    }

    func delays(in challenges: [ChallengeID]) throws -> [ChallengeID: [AnswerDelays.Count]] {
        guard !challenges.isEmpty else { return [:] }
        let rows = try db.rows(
            """
            SELECT d.challenge_id, d.days, d.answers FROM json_each(?) n
            JOIN answer_delay d ON d.challenge_id = n.value ORDER BY n.key, d.days
            """, "[\(challenges.map(\.description).joined(separator: ","))]"
        ) {
            (
                challenge: $0.id(0) as ChallengeID,
                count: AnswerDelays.Count(days: $0.count(1), answers: $0.count(2))
            )
        }
        return Dictionary(grouping: rows, by: \.challenge).mapValues { $0.map(\.count) }
    }

    static func tally(_ counts: [Int], _ delays: [AnswerDelays.Count]) -> AnswerTally {
        AnswerTally(
            answered: counts[0], promised: counts[1], inTime: counts[2], waiting: counts[3],
            late: counts[4], delays: AnswerDelays(delays))
    }
}
