import Domain
import Storage

/// Makes a world as large as a large insurer's, always the same, for measuring.
struct LargeSeeding {
    /// How much of each.
    struct Extent: Sendable {
        var challenges = 1_000
        var ideas = 100_000
        var votes = 1_000_000
        var comments = 300_000
        var members = 200_000
    }

    private let store: Store
    private let now: Timestamp
    private let extent: Extent
    private let report: (String) -> Void
    private var chance = Chance(seed: 1_911)
    private var members: [MemberID] = []
    private var challenges: [Plan] = []
    private var ideas: [Planted] = []

    /// A challenge with what has been decided about it.
    private struct Plan {
        let id: ChallengeID
        let schedule: Schedule
        let answerDays: Int64
        let ideaCount: Int

        /// When the results were published: at the end of the deliberation, once it is past.
        func resultsAt(_ now: Timestamp) -> Timestamp? {
            schedule.phases.first { $0.kind == .followUp && $0.opensAt <= now }?.opensAt
        }
    }

    private struct Planted {
        let id: IdeaID
        let plan: Int
        let at: Timestamp
    }

    /// Fills `store`, which must be empty.
    /// - Parameters:
    ///   - store: Empty, with its schema.
    ///   - extent: How much of each.
    ///   - now: The moment from which its past is told.
    ///   - report: Called with what is being made, and how far it has come.
    /// - Throws: what the store throws.
    static func fill(
        _ store: Store, _ extent: Extent = Extent(), at now: Timestamp, report: @escaping (String) -> Void
    ) async throws {
        var seeding = LargeSeeding(store: store, now: now, extent: extent, report: report)
        try await store.prepareForBulk()
        try await seeding.openAccounts()
        try await seeding.launchChallenges()
        try await seeding.submitIdeas()
        try await seeding.castVotes()
        try await seeding.writeComments()
        try await seeding.decide()
        try await store.note(.large, at: now)
    }

    private init(store: Store, now: Timestamp, extent: Extent, report: @escaping (String) -> Void) {
        self.store = store
        self.now = now
        self.extent = extent
        self.report = report
    }

    private mutating func openAccounts() async throws {
        for start in stride(from: 0, to: extent.members, by: 10_000) {
            let some = (start..<min(start + 10_000, extent.members)).map { index in
                SeededMember(
                    email: "membre-\(index)@large.example",
                    pseudonym: index == 0 ? "Administration" : QuietPeople.pseudonym(index),
                    passwordHash: DemonstrationSeeding.nobodysPassword, isAdministrator: index == 0,
                    isStaff: index == 0, joinedAt: now - .days(Int64(1_600 - index % 1_000)))
            }
            members += try await store.seedMembers(some)
            report("members: \(members.count) of \(extent.members)")
        }
    }

    private mutating func launchChallenges() async throws {
        var themes: [ThemeID] = []
        for theme in DemonstrationWorld.themes {
            themes.append(
                try await store.addTheme(
                    slug: theme.key, title: theme.title, summary: theme.summary,
                    prompts: theme.prompts.joined(separator: "\n"), hues: theme.hues))
        }
        var left = extent.ideas
        for index in 0..<extent.challenges {
            let opening = now - .hours(Int64((extent.challenges - index) * 36))
            let schedule = Blueprint.openCall.usualSchedule(opening: opening)
            let content = ChallengeContent(
                blueprint: .openCall, theme: themes[index % themes.count],
                title: LargeWords.title(&chance), question: LargeWords.title(&chance) + " : comment faire ?",
                brief: LargeWords.text(&chance) + "\n\n" + LargeWords.text(&chance),
                rules: "- Une idée par message.\n- Pas d’affaire personnelle.", answerWithinDays: 30,
                schedule: schedule)
            let id = try await store.launchChallenge(content, by: members[0], at: opening - .days(2))
            try await store.publishChallenge(id, by: members[0], at: opening - .days(1))
            let remaining = extent.challenges - index
            let usual = left / remaining
            let count =
                remaining == 1 ? left : min(left, usual * 2 / 5 + chance.skewed(mean: Double(usual) * 0.6))
            left -= count
            challenges.append(Plan(id: id, schedule: schedule, answerDays: 30, ideaCount: count))
            if index % 250 == 249 { report("challenges: \(index + 1) of \(extent.challenges)") }
        }
    }

    private mutating func submitIdeas() async throws {
        var batch: [SeededIdea] = []
        var plans: [Int] = []
        for (place, plan) in challenges.enumerated() {
            let opening = plan.schedule.phases[0].opensAt
            let close = min(plan.schedule.phases[0].closesAt ?? now, now)
            let span = Int(max(2, close.since(opening).seconds))
            for number in 0..<plan.ideaCount {
                let at = Timestamp(seconds: opening.seconds + Int64(span / max(1, plan.ideaCount) * number))
                batch.append(
                    SeededIdea(
                        challenge: plan.id, number: number + 1, author: chance.one(of: members),
                        content: IdeaContent(
                            title: LargeWords.title(&chance), text: LargeWords.text(&chance)),
                        submittedAt: at,
                        answerDue: plan.schedule.phases[1].closesAt.map { $0 + .days(plan.answerDays) }))
                plans.append(place)
            }
            guard batch.count >= 5_000 || place == challenges.count - 1 else { continue }
            for ((id, idea), plan) in zip(zip(try await store.seedIdeas(batch), batch), plans) {
                ideas.append(Planted(id: id, plan: plan, at: idea.submittedAt))
            }
            batch = []
            plans = []
            report("ideas: \(ideas.count) of \(extent.ideas)")
        }
    }

    private mutating func castVotes() async throws {
        let supported = ideas.filter { challenges[$0.plan].schedule.phases[1].opensAt < now }
        var left = extent.votes
        var batch: [SeededVote] = []
        for (place, idea) in supported.enumerated() {
            let plan = challenges[idea.plan]
            let opening = plan.schedule.phases[1].opensAt
            let remaining = supported.count - place
            let usual = Double(left) / Double(remaining)
            let count = remaining == 1 ? left : min(left, chance.skewed(mean: usual), members.count / 2)
            left -= count
            // A stride without a common divisor with the number of members meets each of them once.
            let start = chance.below(members.count)
            for step in 0..<min(count, members.count - 1) {
                batch.append(
                    SeededVote(
                        idea: idea.id, challenge: plan.id,
                        member: members[(start + step * 7_919) % members.count],
                        castAt: opening + .minutes(Int64(step % 10_000))))
            }
            guard batch.count >= 20_000 || remaining == 1 else { continue }
            try await store.seedVotes(batch)
            batch = []
            report("votes: \(extent.votes - left) of \(extent.votes)")
        }
    }

    private mutating func writeComments() async throws {
        let stances: [Comment.Stance] = [.for, .for, .against, .question]
        var left = extent.comments
        var batch: [SeededComment] = []
        for (place, idea) in ideas.enumerated() {
            let remaining = ideas.count - place
            let usual = Double(left) / Double(remaining)
            let count = remaining == 1 ? left : min(left, chance.skewed(mean: usual + 0.5))
            left -= count
            for step in 0..<count {
                batch.append(
                    SeededComment(
                        idea: idea.id, author: chance.one(of: members), stance: chance.one(of: stances),
                        text: LargeWords.remark(&chance),
                        writtenAt: min(now, idea.at + .minutes(Int64(20 + step * 7)))))
            }
            guard batch.count >= 10_000 || remaining == 1 else { continue }
            try await store.seedComments(batch)
            batch = []
            report("comments: \(extent.comments - left) of \(extent.comments)")
        }
    }

    private mutating func decide() async throws {
        let codes: [Decision.Code] = [.implemented, .rejected, .underStudy, .rejected]
        var decided: [Int: [SeededDecision]] = [:]
        for idea in ideas {
            guard let at = challenges[idea.plan].resultsAt(now) else { continue }
            let choice = chance.below(codes.count)
            decided[idea.plan, default: []].append(
                SeededDecision(
                    idea: idea.id, challenge: challenges[idea.plan].id, code: codes[choice],
                    reason: LargeWords.reasons[choice], by: members[0], at: at))
        }
        for (place, plan) in challenges.enumerated() {
            if let decisions = decided[place] { try await store.seedDecisions(decisions) }
            try await store.seedParticipation(in: plan.id, resultsAt: plan.resultsAt(now))
            if place % 100 == 99 { report("decisions: \(place + 1) of \(challenges.count) challenges") }
        }
    }
}
