public import Domain

/// An idea that waits for its answer, as the desk shows it.
public struct WaitingIdea: Sendable {
    public let idea: IdeaID
    /// Its number in the challenge.
    public let number: Int?
    public let title: String
    public let beginning: String
    public let author: Member?
    /// Whether it is judged without its author's name.
    public let hidesAuthor: Bool
    public let challenge: ChallengeID
    public let challengeTitle: String
    public let submittedAt: Timestamp
    public let answerDue: Timestamp?
    /// The published decision that is not yet an answer.
    public let decision: Decision.Code?
    /// Whether an answer can be prepared in secret: `Challenge.awaitsResults`.
    public let awaitsResults: Bool
    /// Whether it reached the supports from which on it comes before others.
    public let isPassedOn: Bool
}

/// How many ideas wait for an answer.
public struct WaitingCount: Hashable, Sendable {
    public let all: Int
    /// Those whose promise is broken.
    public let late: Int
}

/// An idea with all that one needs to answer it.
public struct IdeaToAnswer: Sendable {
    public let idea: Idea
    public let challenge: Challenge
    /// Whether it is judged without its author's name.
    public let hidesAuthor: Bool
    /// Published decisions, the oldest first.
    public let decisions: [Decision]
    /// The answer that is prepared in secret.
    public let prepared: (code: Decision.Code, reason: String)?
    /// What was asked of its authors, the oldest first.
    public let clarifications: [Clarification]
    /// Whether something can be asked of them now.
    public let mayAsk: Bool
    public let particulars: IdeaParticulars
}

/// A challenge whose results are being prepared.
public struct ResultsInPreparation: Sendable {
    public let challenge: Challenge
    /// Decisions that wait in secret.
    public let ready: Int
    /// Ideas without any decision.
    public let missing: Int
    /// When the first of the answers still secret or missing was, or is, promised.
    public let answerDue: Timestamp?
    /// When they will be published by themselves, or should have been; nil if nobody said.
    public let schedule: ResultsSchedule?
}

extension Look {
    /// Ideas on one page of the desk.
    public static let waitingPerPage = 15

    /// Throws unless the viewer works for the insurer; to others there is no desk.
    public func requireDesk() throws {
        try refuse(viewer.deskRefusal)
    }

    /// Ideas that wait for an answer in the challenges which the viewer manages, or in one of them: the overdue first, then
    /// those that reached the supports asked for, then the soonest due. Those whose answer is prepared wait for the results, not for the viewer.
    public func waitingIdeas(in challenge: ChallengeID? = nil, page: Int = 1) throws -> ListPage<WaitingIdea>
    {
        guard viewer.member != nil else { throw Refusal.signInRequired }
        let size = Self.waitingPerPage
        let page = max(1, page)
        let latest = Timestamp(seconds: .max)
        // One walk along the index for each challenge: those of others, however many, are not passed through.
        let walks = try managedWalks(in: challenge)
        let limit = page * size + 1
        let first = try walks.flatMap { try waitingIdeas(passedOnIn: $0, limit: limit) }
        let known = Set(first.map(\.idea))
        let others = try walks.flatMap { try waitingIdeas(in: $0, limit: limit) }.filter {
            !known.contains($0.idea)
        }
        func turn(_ waiting: WaitingIdea) -> (Int, Timestamp, IdeaID) {
            let due = waiting.answerDue ?? latest
            return (due < now ? 0 : waiting.isPassedOn ? 1 : 2, due, waiting.idea)
        }
        let urgent = (first + others).sorted { turn($0) < turn($1) }
        return ListPage(fetched: Array(urgent.dropFirst((page - 1) * size)), number: page, size: size)
    }

    /// How many ideas wait for the viewer's answer, counted up to about `limit`, the overdue first.
    public func waitingCount(limit: Int) throws -> WaitingCount {
        var all = 0
        var late = 0
        for challenge in try managedWalks(in: nil) where all < limit {
            let count = try db.one(
                """
                SELECT count(*), count(*) FILTER (WHERE due < ?)
                FROM (SELECT i.answer_due_at AS due \(Self.waiting(in: challenge)) LIMIT ?)
                """, with: [now] + (challenge.map { [$0] } ?? []) + [limit - all]
            ) { ($0.count(0), $0.count(1)) }
            all += count?.0 ?? 0
            late += count?.1 ?? 0
        }
        return WaitingCount(all: all, late: late)
    }

    /// Some challenges managed by the viewer in which ideas wait, the latest published first.
    public func challengesWithWaitingIdeas() throws -> [(id: ChallengeID, title: String)] {
        try db.rows(
            """
            SELECT c.id, c.title FROM challenge c INDEXED BY challenge_by_publication
            WHERE \(challengeIsHeld()) AND c.standing IN ('published', 'resultsPublished') AND EXISTS (
                SELECT 1 FROM idea i INDEXED BY idea_unanswered
                WHERE i.challenge_id = c.id AND \(Self.isUnanswered))
            ORDER BY c.published_at DESC, c.id DESC LIMIT 12
            """
        ) { ($0.id(0), $0.text(1)) }
    }

    /// An idea with its history and the answer that is prepared. Throws the refusal of `Idea.decisionRefusal`, and
    /// `notFound` to those who have no desk.
    public func ideaToAnswer(_ id: IdeaID) throws -> IdeaToAnswer {
        try requireDesk()
        let prepared = try preparedDecision(on: id)
        let (idea, challenge) = try ideaInChallenge(id)
        return IdeaToAnswer(
            idea: idea, challenge: challenge, hidesAuthor: idea.hidesAuthor(from: viewer),
            decisions: try publishedDecisions(on: id), prepared: prepared,
            clarifications: try clarifications(of: idea, in: challenge),
            mayAsk: idea.questionRefusal(for: viewer, in: challenge, isAsked: try isAsked(id)) == nil,
            particulars: try particulars(of: idea, in: challenge))
    }

    /// Challenges managed by the viewer whose results wait, or in which decisions wait for the results already.
    public func resultsInPreparation() throws -> [ResultsInPreparation] {
        let early = try challengeSummaries(
            """
            WHERE \(challengeIsHeld()) AND c.standing = 'published' AND c.participation_closes_at > ?
                AND EXISTS (SELECT 1 FROM decision d WHERE d.challenge_id = c.id AND d.published_at IS NULL
                    AND d.superseded_at IS NULL)
            ORDER BY c.participation_closes_at, c.id LIMIT 20
            """, with: [now])
        return try (try challengesAwaitingResults() + early).map { summary in
            let counts = try db.one(
                """
                SELECT count(d.id), count(*) FILTER (WHERE d.id IS NULL AND i.decision IS NULL),
                    min(i.answer_due_at) FILTER (WHERE i.first_answer_at IS NULL)
                FROM idea i
                LEFT JOIN decision d ON d.idea_id = i.id AND d.published_at IS NULL AND d.superseded_at IS NULL
                WHERE i.challenge_id = ? AND i.visibility IN ('public', 'sealed')
                """, summary.challenge.id
            ) { ($0.count(0), $0.count(1), $0.timeOrNil(2)) }
            return ResultsInPreparation(
                challenge: summary.challenge, ready: counts?.0 ?? 0, missing: counts?.1 ?? 0,
                answerDue: counts?.2, schedule: try resultsSchedule(of: summary.challenge.id))
        }
    }

    /// The walks that find the ideas of the viewer's challenges: nil is the one through all challenges.
    private func managedWalks(in challenge: ChallengeID?) throws -> [ChallengeID?] {
        if let challenge { return viewer.manages(challenge) ? [challenge] : [] }
        if viewer.isAdministrator || viewer.rolesEverywhere.contains(.manager) { return [nil] }
        return viewer.rolesByChallenge.filter { $0.value.contains(.manager) }.keys.sorted()
    }

    /// The condition under which idea `i` has no answer, neither published nor prepared, and waits for none from its
    /// authors.
    private static let isUnanswered = """
        i.visibility IN ('public', 'sealed') AND (i.decision IS NULL OR i.decision IN ('underStudy', 'shortlisted'))
        AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.idea_id = i.id AND d.published_at IS NULL
            AND d.superseded_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM clarification q WHERE q.idea_id = i.id AND q.answered_at IS NULL
            AND q.closed_at IS NULL)
        """

    /// Ideas `i` of challenges `c` that wait, the most urgent first. With a challenge, it takes its number.
    private static func waiting(in challenge: ChallengeID?, joining table: String = "") -> String {
        let (index, condition) =
            challenge == nil ? ("idea_waiting", "TRUE") : ("idea_unanswered", "i.challenge_id = ?")
        return """
            FROM idea i INDEXED BY \(index) CROSS JOIN challenge c ON c.id = i.challenge_id
            \(table) WHERE \(isUnanswered) AND \(condition) AND c.standing IN ('published', 'resultsPublished')
            ORDER BY i.answer_due_at IS NULL, i.answer_due_at, i.id
            """
    }

    /// Whether ideas of a challenge wait for an answer.
    func hasWaitingIdeas(in challenge: ChallengeID) throws -> Bool {
        try db.exists("SELECT 1 \(Self.waiting(in: challenge)) LIMIT 1", challenge)
    }

    private func waitingIdeas(in challenge: ChallengeID?, limit: Int) throws -> [WaitingIdea] {
        try db.rows(
            """
            SELECT \(waitingColumns), EXISTS (SELECT 1 FROM idea_passed_on w WHERE w.idea_id = i.id)
            \(Self.waiting(in: challenge, joining: "JOIN member p ON p.id = i.author_id")) LIMIT ?
            """, with: (challenge.map { [$0] } ?? []) + [limit], make: Self.makeWaitingIdea)
    }

    /// Those that reached the supports from which on they come first.
    private func waitingIdeas(passedOnIn challenge: ChallengeID?, limit: Int) throws -> [WaitingIdea] {
        let (index, condition) =
            challenge == nil
            ? ("idea_passed_on_first", "TRUE") : ("idea_passed_on_in_challenge", "w.challenge_id = ?")
        return try db.rows(
            """
            SELECT \(waitingColumns), TRUE
            FROM idea_passed_on w INDEXED BY \(index) CROSS JOIN idea i ON i.id = w.idea_id
            CROSS JOIN challenge c ON c.id = i.challenge_id CROSS JOIN member p ON p.id = i.author_id
            WHERE NOT w.is_answered AND \(Self.isUnanswered) AND \(condition)
                AND c.standing IN ('published', 'resultsPublished')
            ORDER BY w.passed_at, w.idea_id LIMIT ?
            """, with: (challenge.map { [$0] } ?? []) + [limit], make: Self.makeWaitingIdea)
    }

    private var waitingColumns: String {
        """
        i.id, i.title, substr(i.text, 1, 400), p.id, \(unlessSealed(Self.ideaAuthors)), p.is_staff, c.id, c.title,
        i.submitted_at, i.answer_due_at, i.decision,
        c.standing = 'published' AND c.participation_closes_at < \(Self.noEnd.seconds),
        i.number, \(isBlind)
        """
    }

    private static func makeWaitingIdea(_ row: borrowing Row) throws -> WaitingIdea {
        WaitingIdea(
            idea: row.id(0), number: row.intOrNil(12).map { Int($0) }, title: row.text(1),
            beginning: row.text(2), author: row.member(3), hidesAuthor: row.flag(13),
            challenge: row.id(6), challengeTitle: row.text(7), submittedAt: row.time(8),
            answerDue: row.timeOrNil(9), decision: try row.wordOrNil(10), awaitsResults: row.flag(11),
            isPassedOn: row.flag(14))
    }
}
