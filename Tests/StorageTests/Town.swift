import Domain
import Foundation
import Proving
import Testing

@testable import Storage

/// A person of the town, signed in.
struct Citizen: Sendable {
    let id: MemberID
    let session: SessionKey
    let pseudonym: String
    var email: String { "\(pseudonym.lowercased())@example.org" }
}

/// A small platform on a temporary file: one theme, one administrator, and the clock of its tests.
struct Town: Sendable {
    let store: Store
    let path: String
    let theme: ThemeID
    let mayor: Citizen
    /// What the stores ran since it was last emptied.
    let statements: Note<[String]>

    static let start = Timestamp(seconds: 1_800_000_000)

    /// So many days after the first opening.
    static func day(_ count: Double) -> Timestamp {
        Timestamp(seconds: start.seconds + Int64(count * 86_400))
    }

    static func live(anonymity: Anonymity = .usual, _ body: (Town) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
            "essaim-town-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let statements = Note<[String]>([])
        let path = directory.appendingPathComponent("town.db").path
        try await EmptyDatabase.copy(to: path)
        let store = try Store(
            path: path, readers: 1, anonymity: anonymity, migrations: Schema.migrations
        ) { statement in
            statements.change { $0.append(statement) }
        }
        let theme = try await store.addTheme(
            slug: "prevention", title: [.french: "Prévention", .english: "Prevention"],
            summary: [.french: "Éviter", .english: "Avoid"], prompts: "Et vous\u{202F}?", hues: (40, 220))
        let mayor = try await Self.settle("Mairesse", in: store, isAdministrator: true)
        try await body(Town(store: store, path: path, theme: theme, mayor: mayor, statements: statements))
        let problems = try await store.integrityProblems()
        #expect(problems == [])
        await store.close()
    }

    private static func settle(_ pseudonym: String, in store: Store, isAdministrator: Bool = false)
        async throws -> Citizen
    {
        let email = "\(pseudonym.lowercased())@example.org"
        let registration = Registration(
            email: email, pseudonym: pseudonym, password: "correct horse battery", language: .french)
        let id = try await store.register(
            registration, passwordHash: "$argon2id$\(pseudonym)", isAdministrator: isAdministrator,
            isStaff: isAdministrator, at: day(-30))
        let member = try #require(id)
        let session = SessionKey(digest: (0..<32).map { _ in UInt8.random(in: 0...255) })
        try await store.openSession(session, for: member, at: day(-30), until: day(3_000))
        return Citizen(id: member, session: session, pseudonym: pseudonym)
    }

    func citizen(_ pseudonym: String) async throws -> Citizen {
        try await Self.settle(pseudonym, in: store)
    }

    /// Somebody with `role` for one challenge, or for all.
    func official(_ pseudonym: String, _ role: Role, for challenge: ChallengeID? = nil) async throws
        -> Citizen
    {
        let official = try await citizen(pseudonym)
        try await store.giveRole(role, for: challenge, to: official.id, by: mayor.id, at: Self.day(-20))
        return official
    }

    func community(_ slug: String) async throws -> CommunityID {
        try await store.addCommunity(
            slug: slug, name: "Les \(slug)", summary: "Entre nous", charter: "Rester polis",
            joinCode: "CODE-\(slug.uppercased())")
    }

    func join(_ community: CommunityID, _ slug: String, as pseudonym: String, _ citizen: Citizen) async throws
    {
        try await store.join(
            community, code: "code-\(slug)", as: pseudonym, member: citizen.id, at: Self.day(-10))
    }

    /// What is particular to a blueprint, by default: a draft of two paragraphs.
    static func particulars(_ blueprint: Blueprint) -> Particulars {
        blueprint == .draftReview
            ? Particulars(draft: "La franchise est de 150 euros.\n\nLe vol est déclaré sous deux jours.")
            : Particulars()
    }

    func content(
        _ blueprint: Blueprint = .openCall, title: String = "Mieux vivre chez soi", schedule: Schedule? = nil,
        community: CommunityID? = nil, audience: Audience? = nil,
        reward: RewardOffer? = nil, quota: Int? = nil, answerDays: Int? = 30,
        moderation: ModerationRule = ModerationRule()
    ) -> ChallengeContent {
        ChallengeContent(
            blueprint: blueprint, theme: theme, audience: audience ?? Audience(community), title: title,
            question: "Que feriez-vous pour mieux vivre chez vous ?",
            brief: "Un logement sûr se prépare bien avant le sinistre.", rules: "", reward: reward,
            voteQuota: quota, answerWithinDays: answerDays,
            schedule: schedule ?? blueprint.usualSchedule(opening: Self.start), moderation: moderation,
            particulars: Self.particulars(blueprint))
    }

    /// A published challenge, open from day 0.
    func challenge(
        _ blueprint: Blueprint = .openCall, title: String = "Mieux vivre chez soi", schedule: Schedule? = nil,
        community: CommunityID? = nil, audience: Audience? = nil,
        reward: RewardOffer? = nil, quota: Int? = nil, answerDays: Int? = 30,
        moderation: ModerationRule = ModerationRule()
    ) async throws -> ChallengeID {
        let challenge = try await store.launchChallenge(
            content(
                blueprint, title: title, schedule: schedule, community: community, audience: audience,
                reward: reward,
                quota: quota, answerDays: answerDays, moderation: moderation),
            by: mayor.id, at: Self.day(-5))
        let opening = schedule?.opensAt ?? Self.start
        if reward?.cents != nil {
            try await store.reserveBudget(of: challenge, by: mayor.id, at: min(opening, Self.day(-4)))
        }
        try await store.publishChallenge(challenge, by: mayor.id, at: min(opening, Self.day(-4)))
        return challenge
    }

    /// Gives the last dated phase of a public challenge a day more, and moves what follows.
    func prolong(_ challenge: ChallengeID, to content: ChallengeContent, at now: Timestamp = Town.day(2))
        async throws
    {
        var content = content
        var phases = content.schedule.phases
        guard let last = phases.lastIndex(where: { $0.closesAt != nil }) else { return }
        phases[last] = Phase(
            kind: phases[last].kind, opensAt: phases[last].opensAt,
            closesAt: phases[last].closesAt.map { $0 + .days(1) })
        for index in phases.indices where index > last {
            phases[index] = Phase(
                kind: phases[index].kind, opensAt: phases[index].opensAt + .days(1), closesAt: nil)
        }
        content.schedule = Schedule(phases)
        try await store.reviseChallenge(
            challenge, to: content, because: "L’étude demande un jour de plus.", by: mayor.id, at: now)
    }

    func idea(
        _ title: String = "Un détecteur par chambre", by author: Citizen, in challenge: ChallengeID,
        at now: Timestamp = Town.day(1)
    ) async throws -> IdeaID {
        try await store.submitIdea(
            IdeaContent(title: title, text: "\(title), et voici comment nous ferions."), in: challenge,
            by: author.id, at: now)
    }

    static let reason = "Parce que cela aide vraiment nos assurés."

    func decide(
        _ code: Decision.Code, _ idea: IdeaID, secretly: Bool = false, reason: String = Town.reason,
        at now: Timestamp = Town.day(43)
    ) async throws {
        try await store.decide(
            code, reason: reason, publicly: !secretly, on: idea, by: mayor.id, at: now)
    }

    /// A reward that the mayor proposed and somebody else took as far as `last`.
    @discardableResult
    func reward(
        _ offer: RewardOffer, for idea: IdeaID, until last: Reward.State = .notified,
        at now: Timestamp = Town.day(45)
    ) async throws -> RewardID {
        let rewards = try await store.proposeReward(offer, for: idea, by: mayor.id, at: now)
        let second = try await official("Seconde\(idea)", .rewardOfficer)
        for reward in rewards {
            for state in [Reward.State.approved, .notified, .delivered, .closed] {
                try await store.advanceReward(
                    reward, by: RewardStep(to: state, note: "Virement 2027-118"), member: second.id, at: now)
                if state == last { break }
            }
        }
        return rewards[0]
    }

    /// What `citizen` (a visitor, if nil) reads at `now`.
    func look<Value: Sendable>(
        as citizen: Citizen?, at now: Timestamp = Town.day(1),
        _ body: @escaping @Sendable (Look) throws -> Value
    ) async throws -> Value {
        try await store.look(as: citizen?.session, at: now, body).value
    }

    /// One number that a raw query gives.
    func number(_ sql: String) async throws -> Int64 {
        try await store.read { db in try db.one(sql) { $0.int(0) } ?? -1 }
    }
}

/// The refusal that `work` meets, or nil; any other failure is thrown on.
func refusal(of work: () async throws -> Void) async throws -> Refusal? {
    do {
        try await work()
        return nil
    } catch let refusal as Refusal {
        return refusal
    }
}
