import Domain
import Site
import Storage

/// What measuring adds to a copy of a database: people who are signed in, an idea with fifty comments, and a challenge
/// whose ideas many can support.
struct MeasuringGround {
    static let people = 2_000
    static let ballots = 64
    static let comments = 50

    /// The people's sessions.
    let sessions: [PreparedSession]
    /// The challenge with the most ideas among those that a visitor can take part in.
    let challenge: Challenge
    /// One of its ideas, with fifty comments.
    let idea: IdeaID
    /// The ideas to vote on.
    let votable: [IdeaID]
    /// The challenge with the most ideas among those to which one can still be added; nil if there is none.
    let writable: ChallengeID?

    /// Throws what the store throws, and a `Disappointment` if nothing in it can be measured.
    static func prepare(in store: Store, at now: Timestamp) async throws -> MeasuringGround {
        let members = try await store.seedMembers(
            (0..<people).map { index in
                SeededMember(
                    email: "mesure-\(index)@bench.example", pseudonym: "Mesure \(index)",
                    passwordHash: DemonstrationSeeding.nobodysPassword, isAdministrator: index == 0,
                    joinedAt: now - .days(30))
            })
        let sessions = try await openSessions(for: members, in: store, at: now)
        let (challenge, idea) = try await busiest(in: store, at: now)
        let written = try await store.look(as: nil, at: now) { try $0.ideaDetail(idea).comments.count }.value
        try await store.seedComments(
            (written..<max(written, comments)).map { index in
                SeededComment(
                    idea: idea, author: members[index], stance: index % 3 == 0 ? .against : .for,
                    text: LargeWords.sentences[index % LargeWords.sentences.count],
                    writtenAt: now - .minutes(Int64(comments - index)))
            })
        let votable = try await openBallots(by: members, in: store, at: now)
        let writable = try await store.look(as: nil, at: now) { look in
            try look.challenges(ChallengeFilter(state: .openToIdeas)).items.map(\.challenge)
                .filter { !$0.content.sealsIdeas }.max { $0.ideaCount < $1.ideaCount }?.id
        }.value
        return MeasuringGround(
            sessions: sessions, challenge: challenge, idea: idea, votable: votable, writable: writable)
    }

    private static func openSessions(
        for members: [MemberID], in store: Store, at now: Timestamp
    ) async throws -> [PreparedSession] {
        let sessions = members.map { _ in PreparedSession() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (member, session) in zip(members, sessions) {
                group.addTask {
                    try await store.openSession(session.key, for: member, at: now, until: now + .days(1))
                }
            }
            try await group.waitForAll()
        }
        return sessions
    }

    private static func busiest(
        in store: Store, at now: Timestamp
    ) async throws -> (challenge: Challenge, idea: IdeaID) {
        let found = try await store.look(as: nil, at: now) { look -> (Challenge, IdeaID)? in
            let challenges = try look.challenges(ChallengeFilter()).items.map(\.challenge)
            let most = challenges.max { $0.ideaCount < $1.ideaCount }
            return try most.flatMap { challenge in
                try look.ideas(in: challenge).items.first.map { (challenge, $0.idea) }
            }
        }
        guard let value = found.value else {
            throw Disappointment("no challenge in the database has an idea: there is nothing to measure")
        }
        return value
    }

    private static func openBallots(
        by members: [MemberID], in store: Store, at now: Timestamp
    ) async throws -> [IdeaID] {
        let theme = try await store.look(as: nil, at: now) { try $0.themes().first }.value
        guard let theme else { throw Disappointment("the database has no theme") }
        let content = ChallengeContent(
            blueprint: .suggestionBox, theme: theme.id, title: "Mesure des votes",
            question: "Combien de votes par seconde ?",
            brief: "Un défi qui n’existe que le temps d’une mesure.", rules: "", answerWithinDays: 30,
            schedule: Blueprint.suggestionBox.usualSchedule(opening: now - .days(2)))
        let challenge = try await store.launchChallenge(content, by: members[0], at: now - .days(2))
        try await store.publishChallenge(challenge, by: members[0], at: now - .days(2))
        return try await store.seedIdeas(
            (0..<ballots).map { index in
                SeededIdea(
                    challenge: challenge, number: index + 1, author: members[0],
                    content: IdeaContent(
                        title: "Une idée à soutenir, la \(index + 1)e",
                        text: LargeWords.sentences[index % LargeWords.sentences.count]),
                    submittedAt: now - .days(1), answerDue: nil)
            })
    }

    /// A script for wrk in which every request is another person's support of another idea: each of its two threads
    /// goes through its half of the people, idea by idea. The author supports nothing.
    var votingScript: String {
        let people = sessions.dropFirst().map { "{\"\($0.cookie)\",\"\($0.formToken)\"}" }
        return """
            local people = {\(people.joined(separator: ",\n"))}
            local ideas = {\(votable.map(\.description).joined(separator: ","))}
            local threads = 0
            function setup(thread)
                thread:set("part", threads)
                threads = threads + 1
            end
            function init(arguments)
                half = math.floor(#people / 2)
                count = 0
            end
            function request()
                local person = people[part * half + count % half + 1]
                local idea = ideas[math.floor(count / half) % #ideas + 1]
                count = count + 1
                return wrk.format("POST", "/fr/ideas/" .. idea .. "/vote", {
                    ["Content-Type"] = "application/x-www-form-urlencoded",
                    ["Cookie"] = person[1],
                    ["Sec-Fetch-Site"] = "same-origin"
                }, "formToken=" .. person[2])
            end
            """
    }
}
