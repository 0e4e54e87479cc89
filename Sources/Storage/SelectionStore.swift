public import Domain

/// A jury's scores as they were counted when the results were published.
public struct JuryPublication: Sendable {
    public let rules: JuryRules
    public let ranking: Ranking
    /// Jurors who scored at least one idea, or stood aside.
    public let jurorCount: Int
    /// What each idea was given for each criterion on average, in the order of the rules.
    public let means: [String: [Double]]
}

extension Look {
    /// The steps by which ideas were chosen, in their order; none before the results.
    public func selection(of challenge: Challenge) throws -> [SelectionStep] {
        guard challenge.resultsPublishedAt != nil, challenge.standing != .cancelled else { return [] }
        return try db.rows(
            """
            SELECT kind, method, options, input_digest, output FROM selection_step WHERE challenge_id = ?
            ORDER BY position
            """, challenge.id
        ) { row in
            SelectionStep(
                kind: try row.word(0), method: row.text(1), options: row.text(2),
                input: Fingerprint(bytes: row.blob(3)) ?? .zero, output: row.text(4))
        }
    }

    /// What the crowd added to the choice of the jury, by the ids of rankings.
    func crowdChoices(of challenge: Challenge) throws -> [String] {
        try selection(of: challenge).first { $0.kind == .choice }?.ids(of: "crowd") ?? []
    }

    /// What was published of the jury of a challenge; nil before its results, and without a jury.
    public func juryPublication(of challenge: Challenge) throws -> JuryPublication? {
        guard challenge.resultsPublishedAt != nil, challenge.standing != .cancelled,
            let rules = try juryRules(of: challenge), let step = try countedStep(.jury, of: challenge.id)
        else { return nil }
        let file = try BallotFile.decoded(step.file)
        return JuryPublication(
            rules: rules, ranking: step.ranking, jurorCount: file.ballots.count, means: file.criterionMeans)
    }

    /// The file of a jury's scores, without names. Throws `Refusal.notFound` before the results.
    public func juryFile(of id: ChallengeID) throws -> [UInt8] {
        let challenge = try challenge(id)
        guard challenge.resultsPublishedAt != nil, challenge.standing != .cancelled,
            let step = try countedStep(.jury, of: id)
        else { throw Refusal.notFound }
        return step.file
    }

    /// Numbers of solutions that stay sealed after the results, by the ids that files have.
    public func sealedNumbers(of challenge: Challenge) throws -> [String: Int] {
        guard challenge.keepsSeals else { return [:] }
        let numbers = try db.rows(
            "SELECT i.id, i.number FROM idea i WHERE i.challenge_id = ? AND i.visibility = 'sealed'",
            challenge.id
        ) { ("\($0.int(0))", $0.count(1)) }
        return Dictionary(numbers) { first, _ in first }
    }

    /// The vote as it was counted when the jury was seated; nil until then, and without a vote.
    func frozenVote(of challenge: ChallengeID) throws -> (file: BallotFile, ranking: Ranking)? {
        try countedStep(.vote, of: challenge).map { (try BallotFile.decoded($0.file), $0.ranking) }
    }

    /// The ideas that came before the jury; none until it was seated.
    func shortlist(of challenge: ChallengeID) throws -> [IdeaID] {
        let output = try db.one(
            "SELECT output FROM selection_step WHERE challenge_id = ? AND kind = 'shortlist'", challenge
        ) { $0.text(0) }
        return (output ?? "").split(separator: "\n").compactMap { Int64($0).map { IdeaID($0) } }
    }

    private func countedStep(_ kind: SelectionStep.Kind, of challenge: ChallengeID) throws -> (
        file: [UInt8], ranking: Ranking
    )? {
        try db.one(
            "SELECT file, ranking FROM selection_step WHERE challenge_id = ? AND kind = ?", challenge,
            kind.rawValue
        ) { ($0.blob(0), try Ranking(record: $0.blob(1))) }
    }
}

extension Acting {
    /// Freezes what goes before the jury: the vote as it stands, and the first of it. Throws
    /// `Refusal.conflict(.nothingToJudge)` without ideas.
    func freezeShortlist(of challenge: Challenge, by rules: JuryRules) throws {
        let ideas = try db.rows(
            "SELECT id FROM idea WHERE challenge_id = ? AND visibility IN ('public', 'sealed')", challenge.id
        ) { "\($0.int(0))" }
        guard !ideas.isEmpty else { throw Refusal.conflict(.nothingToJudge) }
        let vote = challenge.content.hasRankedVote ? try look.rankedVote(of: challenge) : nil
        if let vote {
            try keep(SelectionStep(.vote, vote.ranking, first: rules.chain.shortlist), of: challenge, vote)
        }
        try keep(
            SelectionStep(
                shortlist: vote == nil ? nil : rules.chain.shortlist, of: vote?.ranking, among: ideas),
            of: challenge)
    }

    /// Counts the jury's scores for good, and chooses.
    func publishJury(of challenge: Challenge) throws {
        guard let rules = try look.juryRules(of: challenge),
            let count = try look.juryCount(
                of: challenge, rules, try look.juryCards(in: challenge, criteria: rules.criteria.count))
        else { return }
        try keep(SelectionStep(.jury, count.ranking, first: rules.chain.choices), of: challenge, count)
        let vote = try look.frozenVote(of: challenge.id)?.ranking
        try keep(
            SelectionStep(choiceBy: rules.chain, jury: count.ranking, vote: vote), of: challenge)
    }

    /// Keeps what the envelope of `challenge` pays for, where no jury chose.
    func publishFunding(of challenge: Challenge) throws {
        guard let envelope = challenge.content.way.envelope,
            let vote = try look.frozenVote(of: challenge.id)?.ranking,
            try !db.exists(
                "SELECT 1 FROM selection_step WHERE challenge_id = ? AND kind = 'choice'", challenge.id)
        else { return }
        try keep(SelectionStep(funding: vote, from: envelope), of: challenge)
    }

    /// Keeps a step with what was counted in it.
    func keep(
        _ step: SelectionStep, of challenge: Challenge, _ counted: (file: BallotFile, ranking: Ranking)? = nil
    ) throws {
        let position = SelectionStep.Kind.allCases.firstIndex(of: step.kind) ?? 0
        try db.execute(
            """
            INSERT INTO selection_step (challenge_id, position, kind, method, options, input_digest, output,
                output_digest, file, ranking, made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, challenge.id, position, step.kind.rawValue, step.method, step.options, step.input.bytes,
            step.output, step.fingerprint.bytes, try counted?.file.encoded(), try counted?.ranking.encoded(),
            now)
    }
}
