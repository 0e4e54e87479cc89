public import Domain

/// A vote as it was counted when its results were published.
public struct VotePublication: Sendable {
    public let ranking: Ranking
    public let ballotCount: Int
    /// Ballots that were set aside, which the ranking does not count.
    public let asideCount: Int
    /// The ranking with these; nil without any.
    public let wholeRanking: Ranking?
    /// Stands for all ballots.
    public let root: Fingerprint
    /// Decided ties; nobody knew it before.
    public let seed: String
}

/// A ballot among those that were published, and the proof that it is.
public struct BallotProof: Sendable {
    /// What the ballot says, as the file has it.
    public let paper: BallotFile.Paper
    /// From zero.
    public let place: Int
    public let count: Int
    public let leaf: Fingerprint
    /// The fingerprints that lead from the leaf to the root.
    public let path: [Fingerprint]
}

extension Look {
    /// What was published of the vote of a challenge; nil before its results, and without a vote.
    public func publication(of challenge: Challenge) throws -> VotePublication? {
        guard challenge.resultsPublishedAt != nil, challenge.standing != .cancelled else { return nil }
        return try db.one(
            """
            SELECT p.ranking, p.ballot_count, p.root, s.seed, p.aside_count, p.whole_ranking FROM vote_publication p
            JOIN vote_secret s ON s.challenge_id = p.challenge_id WHERE p.challenge_id = ?
            """, challenge.id
        ) { row in
            VotePublication(
                ranking: try Ranking(record: row.blob(0)), ballotCount: row.count(1),
                asideCount: row.count(4), wholeRanking: try row.blobOrNil(5).map { try Ranking(record: $0) },
                root: Fingerprint(bytes: row.blob(2)) ?? .zero, seed: row.text(3))
        }
    }

    /// The file of ballots, as it is published. Throws `Refusal.notFound` before the results.
    public func ballotFile(of id: ChallengeID) throws -> [UInt8] {
        let challenge = try challenge(id)
        guard challenge.resultsPublishedAt != nil, challenge.standing != .cancelled,
            let file = try db.one(
                "SELECT file FROM vote_publication WHERE challenge_id = ?", id, make: { $0.blob(0) })
        else { throw Refusal.notFound }
        return file
    }

    /// The titles of ideas that the viewer may see, by the ids that the file of ballots has.
    public func titles(of challenge: Challenge) throws -> [String: String] {
        let titles = try db.rows(
            "SELECT i.id, i.title FROM idea i WHERE i.challenge_id = ? AND i.visibility = 'public'",
            challenge.id
        ) { ("\($0.int(0))", $0.text(1)) }
        return Dictionary(titles) { first, _ in first }
    }

    /// The SHA-256 of the seed that decides ties; nil for a draft, and for votes of a time without seeds.
    public func seedCommitment(of challenge: Challenge) throws -> Fingerprint? {
        guard challenge.standing != .draft else { return nil }
        return try db.one(
            "SELECT seed FROM vote_secret WHERE challenge_id = ? AND seed <> ''", challenge.id
        ) { Fingerprint(of: $0.text(0)) }
    }

    /// Whether the ballot with this receipt was set aside, and so not counted. Throws `Refusal.notFound` before the results.
    public func isSetAside(_ receipt: Receipt, in id: ChallengeID) throws -> Bool {
        let fingerprint = receipt.fingerprint.description
        return try BallotFile.decoded(try ballotFile(of: id)).setAside?.contains { $0.receipt == fingerprint }
            ?? false
    }

    /// The ballot with this receipt, and the proof that it is among those counted; nil if there is none. Throws
    /// `Refusal.notFound` before the results.
    public func proof(of receipt: Receipt, in id: ChallengeID) throws -> BallotProof? {
        let file = try BallotFile.decoded(try ballotFile(of: id))
        guard let place = file.place(of: receipt) else { return nil }
        let tree = file.tree
        let paper = file.ballots[place]
        return BallotProof(
            paper: paper, place: place, count: tree.count, leaf: MerkleTree.leaf(Array(paper.line.utf8)),
            path: tree.proof(of: place))
    }

    /// How the ballots rank the ideas once nobody can vote any more, before this is published. For managers alone.
    func provisionalRanking(of challenge: Challenge) throws -> Ranking? {
        guard viewer.manages(challenge.id), challenge.schedule.isVotingOver(at: now) else { return nil }
        return try frozenVote(of: challenge.id)?.ranking ?? rankedVote(of: challenge)?.ranking
    }

    /// The ballots of `challenge` as they are now, and their ranking; nil without ideas.
    func rankedVote(of challenge: Challenge) throws -> (file: BallotFile, ranking: Ranking)? {
        let way = challenge.content.way
        let shown = way == .approval ? try showings(in: challenge.id) : [:]
        let ideas = try db.rows(
            """
            SELECT i.id, i.title, w.cents FROM idea i LEFT JOIN idea_cost w ON w.idea_id = i.id
            WHERE i.challenge_id = ? AND i.visibility = 'public'
            """, challenge.id
        ) { row in
            let idea: IdeaID = row.id(0)
            return BallotFile.Entry(
                idea, title: row.text(1), cost: row.intOrNil(2), shown: shown[idea])
        }
        .filter { way.envelope == nil || $0.cost != nil }
        guard !ideas.isEmpty, challenge.schedule.window(of: .vote) != nil else { return nil }
        let seed = try db.one("SELECT seed FROM vote_secret WHERE challenge_id = ?", challenge.id) {
            $0.text(0)
        }
        let aside = Set(
            try db.rows(
                "SELECT s.member_id FROM ballot_aside s WHERE s.challenge_id = ? AND s.restored_at IS NULL",
                challenge.id
            ) { $0.int(0) })
        let papers = try papers(of: challenge, among: Set(ideas.map(\.id)))
        let file = BallotFile(
            challenge.content, seed: seed ?? "",
            winners: try juryRules(of: challenge)?.chain.shortlist, ideas: ideas,
            papers: papers.filter { !aside.contains($0.member) }.map(\.paper),
            setAside: papers.filter { aside.contains($0.member) }.map(\.paper))
        return try Self.ranking(of: file).map { (file, $0) }
    }

    /// How the ballots of a file rank its ideas; nil if nobody here knows the method.
    fileprivate static func ranking(of file: BallotFile) throws -> Ranking? {
        guard let type = RankingMethods.type(file.method) else { return nil }
        let vote = try file.vote()
        return try type.init(options: vote.options).rank(vote.tally)
    }

    /// The ballots, each with what it says of `ideas`; those that say nothing of them are left out.
    private func papers(of challenge: Challenge, among ideas: Set<String>) throws -> [(
        member: Int64, paper: BallotFile.Paper
    )] {
        let receipts = Dictionary(
            try db.rows("SELECT member_id, receipt FROM ballot WHERE challenge_id = ?", challenge.id) {
                ($0.int(0), Fingerprint(bytes: $0.blob(1))?.description)
            }
        ) { first, _ in first }
        func receipt(_ member: Int64) -> String? { receipts[member] ?? nil }
        switch challenge.content.way {
        case .approval, .equalShares:
            let votes = try db.rows(
                """
                SELECT v.member_id, v.idea_id, 1 FROM idea i CROSS JOIN vote v ON v.idea_id = i.id
                WHERE i.challenge_id = ? AND i.visibility = 'public'
                """, challenge.id, make: Self.makeMark)
            return Self.byMember(votes, among: ideas).map {
                ($0, BallotFile.Paper(receipt: receipt($0), approvals: $1.map(\.0)))
            }
        case .tokens, .majorityJudgment:
            let marks = try db.rows(
                "SELECT member_id, idea_id, value FROM mark WHERE challenge_id = ?", challenge.id,
                make: Self.makeMark)
            let areGrades = challenge.content.way == .majorityJudgment
            return Self.byMember(marks, among: ideas).map { member, marks in
                let marks = Dictionary(marks) { first, _ in first }
                let paper =
                    areGrades
                    ? BallotFile.Paper(
                        receipt: receipt(member),
                        grades: marks.compactMapValues { Grade(rawValue: $0)?.name })
                    : BallotFile.Paper(receipt: receipt(member), tokens: marks)
                return (member, paper)
            }
        case .pairwise:
            let duels = try db.rows(
                """
                SELECT member_id, first_id, second_id, winner_id FROM duel
                WHERE challenge_id = ? AND winner_id IS NOT NULL
                """, challenge.id
            ) { row in
                let isFirst = row.int(1) == row.int(3)
                return (row.int(0), ["\(row.int(3))", "\(row.int(isFirst ? 2 : 1))"])
            }
            let known = duels.filter { ideas.isSuperset(of: $0.1) }
            return Dictionary(grouping: known, by: \.0).map {
                ($0.key, BallotFile.Paper(receipt: receipt($0.key), pairs: $0.value.map(\.1)))
            }
        }
    }

    private static func makeMark(_ row: borrowing Row) -> (member: Int64, idea: String, value: Int) {
        (row.int(0), "\(row.int(1))", row.count(2))
    }

    private static func byMember(
        _ marks: [(member: Int64, idea: String, value: Int)], among ideas: Set<String>
    ) -> [(Int64, [(String, Int)])] {
        let known = marks.filter { ideas.contains($0.idea) }
        return Dictionary(grouping: known, by: \.member).map {
            ($0.key, $0.value.map { ($0.idea, $0.value) })
        }
    }
}

extension Acting {
    /// Counts the vote of `challenge` for good, and forgets what would tell whose a ballot is.
    func publishVote(of challenge: Challenge) throws {
        guard let vote = try frozenVote(of: challenge) else { return }
        try db.execute(
            """
            INSERT INTO vote_secret (challenge_id, seed, receipt_key) VALUES (?, '', NULL) ON CONFLICT DO NOTHING
            """, challenge.id)
        try db.execute(
            """
            INSERT INTO vote_publication (challenge_id, file, ranking, ballot_count, root, aside_count, whole_ranking)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, challenge.id, try vote.file.encoded(), try vote.ranking.encoded(), vote.file.ballots.count,
            vote.file.tree.root.bytes, vote.file.setAside?.count ?? 0,
            try vote.file.whole.flatMap { try Look.ranking(of: $0) }?.encoded())
        try db.execute("UPDATE vote_secret SET receipt_key = NULL WHERE challenge_id = ?", challenge.id)
        try noteBacking(in: vote.file)
    }

    /// The vote from which a jury's shortlist was made, which is the one that counts; what was hidden since is not told
    /// again. Without a jury, the vote is frozen now.
    private func frozenVote(of challenge: Challenge) throws -> (file: BallotFile, ranking: Ranking)? {
        guard var vote = try look.frozenVote(of: challenge.id) else {
            guard let vote = try look.rankedVote(of: challenge) else { return nil }
            try keep(SelectionStep(.vote, vote.ranking, first: nil), of: challenge, vote)
            return vote
        }
        let titles = try look.titles(of: challenge)
        vote.file.ideas = vote.file.ideas.map { idea in
            var idea = idea
            idea.title = titles[idea.id]
            return idea
        }
        return vote
    }
}
