import Domain
import Storage

/// An election of elsewhere as a challenge of the demonstration, played through the store's own doors.
struct ElectionImport {
    private let vote: ReadVote
    private let store: Store
    private let now: Timestamp
    /// Tells accounts of one file from those of another.
    private let mark: String

    init(_ vote: ReadVote, into store: Store, at now: Timestamp) {
        self.vote = vote
        self.store = store
        self.now = now
        mark = String(vote.tally.digest.prefix(12))
    }

    private var opening: Timestamp { now - .days(70) }

    /// Plays it. Throws a `ConfigurationFault` if the same file was imported before, or if nothing can be funded.
    func play() async throws -> ChallengeID {
        // Amounts of the file are in its own unit of currency, those of the platform in cents.
        let scale = Int64(100 / vote.tally.terms.currencyUnit)
        let envelope = Int64(vote.tally.terms.budget ?? 0) * scale
        let costs = vote.tally.ideas.map { Int64($0.cost ?? 0) * scale }
        guard DecidingWay.envelopes.contains(envelope), costs.contains(where: { (1...envelope).contains($0) })
        else {
            throw ConfigurationFault("nothing of this election can be funded from its envelope")
        }
        let keeper = try await openOffice()
        let challenge = try await launch(envelope: envelope, by: keeper)
        let ideas = try await store.seedIdeas(
            vote.tally.ideas.enumerated().map { place, idea in
                SeededIdea(
                    challenge: challenge, number: place + 1, author: keeper, content: content(of: idea),
                    submittedAt: opening + .days(1), answerDue: nil)
            })
        // What costs more than there is cannot be chosen, and loses nothing by it.
        let priced = zip(ideas, costs).filter { (1...envelope).contains($0.1) }
        try await store.setCosts(
            Dictionary(priced.map { ($0.0, .some($0.1)) }) { first, _ in first }, in: challenge, by: keeper,
            at: opening + .days(2))
        try await castBallots(on: ideas, among: Set(priced.map(\.0)), in: challenge)
        try await decide(on: ideas, in: challenge, by: keeper)
        return challenge
    }

    private func openOffice() async throws -> MemberID {
        do {
            return try await store.seedMembers([
                SeededMember(
                    email: "bureau-\(mark)@personnes.demo.example", pseudonym: "Bureau de vote \(mark)",
                    passwordHash: DemonstrationSeeding.nobodysPassword, isAdministrator: true, isStaff: true,
                    joinedAt: opening)
            ])[0]
        } catch let failure as StorageFailure where failure.kind == .unique {
            throw ConfigurationFault("this election was imported before")
        }
    }

    private func launch(envelope: Int64, by keeper: MemberID) async throws -> ChallengeID {
        let theme = try await store.look(as: nil, at: now) { try $0.themes().first?.id }.value
        guard let theme else { throw ConfigurationFault("the demonstration has no theme") }
        let name = title("Une élection d’ailleurs", vote.title, within: ChallengeContent.titleRule)
        let stages: [(kind: Phase.Kind, from: Int64, to: Int64?)] = [
            (.ideas, 0, 10), (.votes, 10, 40), (.deliberation, 40, 60), (.followUp, 60, nil),
        ]
        let content = ChallengeContent(
            blueprint: .openCall, theme: theme, title: name,
            question: "Qu’est-ce que ce vote aurait financé à parts égales\u{202F}?",
            brief: """
                Un vrai budget participatif, lu dans un fichier public (pabulib.org) et compté ici par la méthode des parts \
                égales. Les personnes et les dates de cette page sont inventées, les projets, les coûts et les votes sont \
                ceux du fichier.
                """, rules: "", way: .equalShares(envelope: envelope), answerWithinDays: nil,
            schedule: Schedule(
                stages.map { stage in
                    Phase(
                        kind: stage.kind, opensAt: opening + .days(stage.from),
                        closesAt: stage.to.map { opening + .days($0) })
                }))
        let challenge = try await store.launchChallenge(content, by: keeper, at: opening)
        try await store.publishChallenge(challenge, by: keeper, at: opening)
        return challenge
    }

    /// What the file calls something, cut to what a title may have; what it is, before a name too short to stand alone.
    private func title(_ kind: String, _ name: String, within rule: TextRule) -> String {
        guard name.count < rule.length.lowerBound else { return String(name.prefix(rule.length.upperBound)) }
        return name.isEmpty ? kind : "\(kind)\u{A0}: \(name)"
    }

    private func content(of idea: Tally.Entry) -> IdeaContent {
        IdeaContent(
            title: title("Projet \(idea.id)", vote.titles[idea.id] ?? "", within: IdeaContent.titleRule),
            text:
                "Projet \(idea.id) du fichier importé. Son titre, son coût et ses votes sont ceux du fichier."
        )
    }

    private func castBallots(
        on ideas: [IdeaID], among priced: Set<IdeaID>, in challenge: ChallengeID
    ) async throws {
        let ballots = vote.tally.ballots.map { ballot in
            ballot.supported.map { ideas[$0] }.filter(priced.contains)
        }.filter { !$0.isEmpty }
        let voters = try await store.seedMembers(
            ballots.indices.map { place in
                SeededMember(
                    email: "votant-\(mark)-\(place + 1)@personnes.demo.example",
                    pseudonym: "Votant \(mark)-\(place + 1)",
                    passwordHash: DemonstrationSeeding.nobodysPassword,
                    joinedAt: opening - .days(Int64(30 + place % 300)))
            })
        let span = Span.days(30).seconds - 1
        let voting = opening + .days(10)
        let store = store
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, (voter, ballot)) in zip(voters, ballots).enumerated() {
                let at = voting + Span(seconds: Int64(place) * span / Int64(max(1, ballots.count)))
                group.addTask {
                    try await store.castMarks(
                        Dictionary(ballot.map { ($0, .some(1)) }) { first, _ in first }, in: challenge,
                        by: voter,
                        at: at)
                }
            }
            try await group.waitForAll()
        }
    }

    /// Decides as the vote did, and publishes.
    private func decide(on ideas: [IdeaID], in challenge: ChallengeID, by keeper: MemberID) async throws {
        let winners = Set(try EqualShares(options: [:]).rank(vote.tally).winners)
        for (idea, entry) in zip(ideas, vote.tally.ideas) {
            let isFunded = winners.contains(entry.id)
            try await store.decide(
                isFunded ? .accepted : .rejected,
                reason: isFunded
                    ? "Financé\u{A0}: le vote à parts égales lui donne l’argent qu’il faut."
                    : "Non financé\u{A0}: le vote à parts égales ne lui donne pas assez.", publicly: false,
                on: idea,
                by: keeper, at: opening + .days(50))
        }
        try await store.publishResults(of: challenge, by: keeper, at: now - .minutes(1))
    }
}
