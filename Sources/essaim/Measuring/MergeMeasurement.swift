import Domain
import Foundation
import Storage

/// How long it takes to merge two ideas that many people support, and to separate them again.
struct MergeMeasurement {
    /// People who support each of the two; half of them support both.
    static let supports: Int64 = 10_000

    let folder: URL

    /// Measures and prints. Throws what the store throws, and a `Disappointment` if a support was lost or doubled.
    func run() async throws {
        let now = Timestamp.now
        let store = try Store(path: folder.appendingPathComponent("merge.sqlite").path)
        try await store.migrate()
        let people = try await store.seedMembers(
            (0..<Self.supports * 3 / 2 + 1).map { index in
                SeededMember(
                    email: "fusion-\(index)@bench.example", pseudonym: "Fusion \(index)",
                    passwordHash: DemonstrationSeeding.nobodysPassword, isAdministrator: index == 0,
                    isStaff: index == 0, joinedAt: now - .days(30))
            })
        let (manager, voters) = (people[0], Array(people.dropFirst()))
        let challenge = try await Self.challenge(in: store, by: manager, at: now)
        let ideas = try await store.seedIdeas(
            (1...2).map { number in
                SeededIdea(
                    challenge: challenge, number: number, author: manager,
                    content: IdeaContent(
                        title: "Un détecteur sous l’évier, \(number)",
                        text: "Il prévient dès les premières gouttes."), submittedAt: now - .days(2),
                    answerDue: nil)
            })
        let count = Int(Self.supports)
        for (idea, some) in [(ideas[0], voters.prefix(count)), (ideas[1], voters.suffix(count))] {
            try await store.seedVotes(
                some.map { SeededVote(idea: idea, challenge: challenge, member: $0, castAt: now - .days(1)) })
        }
        let clock = ContinuousClock()
        let merging = try await clock.measure {
            try await store.merge(
                ideas[1], into: .address(ideas[0]), because: "Le même détecteur, deux fois.", by: manager,
                at: now)
        }
        try await expect(count * 3 / 2, for: ideas[0], in: store, at: now)
        let separating = try await clock.measure {
            try await store.separate(
                ideas[1], because: "Ce n’était pas le même.", by: manager, at: now)
        }
        for idea in ideas { try await expect(count, for: idea, in: store, at: now) }
        await store.close()
        Console.say("two ideas of \(count) supports merged: \(Self.milliseconds(merging))")
        Console.say("separated again: \(Self.milliseconds(separating))\n")
    }

    private static func challenge(in store: Store, by manager: MemberID, at now: Timestamp) async throws
        -> ChallengeID
    {
        let theme = try await store.addTheme(
            slug: "mesure", title: [.french: "Mesure", .english: "Measure"],
            summary: [.french: "Mesurer", .english: "Measure"], prompts: "", hues: (40, 220))
        let challenge = try await store.launchChallenge(
            ChallengeContent(
                blueprint: .suggestionBox, theme: theme, title: "Éviter les dégâts des eaux",
                question: "Comment éviter qu’une fuite ne devienne un sinistre ?",
                brief: "Nous cherchons des gestes simples et des services utiles.", rules: "", reward: nil,
                voteQuota: nil, answerWithinDays: 30,
                schedule: Schedule([Phase(kind: .ideasAndVotes, opensAt: now - .days(3), closesAt: nil)])),
            by: manager, at: now - .days(5))
        try await store.publishChallenge(challenge, by: manager, at: now - .days(4))
        return challenge
    }

    private func expect(_ supports: Int, for idea: IdeaID, in store: Store, at now: Timestamp) async throws {
        let found = try await store.look(as: nil, at: now) { try $0.ideaDetail(idea).idea.supportCount }.value
        guard found == supports else {
            throw Disappointment("idea \(idea) has \(found) supports rather than \(supports)")
        }
    }

    private static func milliseconds(_ duration: Duration) -> String {
        "\((duration / .milliseconds(1)).rounded()) ms"
    }
}
