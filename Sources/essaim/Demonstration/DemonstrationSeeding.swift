import Domain
import Site
import Storage

/// Plays the script of the demonstration: every act of it, in the order of time, through the store's own doors.
struct DemonstrationSeeding {
    /// Members who vote and read but do not speak.
    static let quietPeople = 220
    /// A hash that no password has.
    static let nobodysPassword = "!"

    let store: Store
    let now: Timestamp
    let writer: RegulationWriter?
    private(set) var members: [String: MemberID] = [:]
    private(set) var quiet: [MemberID] = []
    private var themes: [String: ThemeID] = [:]
    private var communities: [String: CommunityID] = [:]
    /// The last period of each community's fund.
    var periods: [String: PeriodID] = [:]
    private var challenges: [String: ChallengeID] = [:]
    private var ideas: [String: IdeaID] = [:]
    /// Comments by the key of their idea, in the order in which they were written.
    private(set) var comments: [String: [CommentID]] = [:]

    /// Fills `store`, which must be empty, with the demonstration as it looks at `now`.
    ///
    /// Throws what the store throws; a script that breaks a rule of the platform is a `ScriptFault`.
    /// - Parameter writer: Writes the rules of challenges; without it there are none.
    static func play(into store: Store, at now: Timestamp, writer: RegulationWriter? = nil) async throws {
        var seeding = DemonstrationSeeding(store: store, now: endOfWorkingDay(before: now), writer: writer)
        try await seeding.openAccounts()
        try await seeding.prepareGround()
        try await seeding.importPortfolio(seeding.householders)
        try await seeding.tellStory()
        try await seeding.followSubjects()
        try await seeding.discuss()
        try await seeding.drawUpDeed()
        try await seeding.takeMeasures()
        try await seeding.practise()
        try await seeding.countReaders()
        try await seeding.watchVotes()
        try await store.note(.demonstration, at: now)
    }

    /// The latest 17:00 in universal time, an early evening in Paris all year: from there whole days lead to the hours
    /// at which people open and close things.
    private static func endOfWorkingDay(before now: Timestamp) -> Timestamp {
        let evening = Span.hours(17)
        return now - Span(seconds: (now - evening).seconds % Span.days(1).seconds)
    }

    private init(store: Store, now: Timestamp, writer: RegulationWriter?) {
        self.store = store
        self.now = now
        self.writer = writer
    }

    private mutating func openAccounts() async throws {
        let hashing = PasswordHashing()
        let hash = try await hashing.hash(DemonstrationStaff.password)
        try await hashing.shutDown()
        let accounts = Dictionary(
            uniqueKeysWithValues: DemonstrationStaff.accounts.map { ($0.person, $0.email) })
        func account(_ key: String, _ pseudonym: String, _ place: Int, staff: ScriptedEmployee? = nil)
            -> SeededMember
        {
            SeededMember(
                email: accounts[key] ?? "\(key)@personnes.demo.example", pseudonym: pseudonym,
                passwordHash: accounts[key] == nil ? Self.nobodysPassword : hash,
                isAdministrator: staff?.isAdministrator ?? false, isStaff: staff != nil,
                joinedAt: now - .days(Int64(420 + place)))
        }
        let staff = DemonstrationWorld.staff
        let people = DemonstrationWorld.people
        let quietOnes = (0..<Self.quietPeople).map {
            account("discret-\($0 + 1)", QuietPeople.pseudonym($0), $0 + staff.count + people.count)
        }
        let everybody =
            staff.enumerated().map { account($1.key, $1.name, $0, staff: $1) }
            + people.enumerated().map { account($1.key, $1.pseudonym, $0 + staff.count) } + quietOnes
        let numbers = try await store.seedMembers(everybody)
        for (key, number) in zip(staff.map(\.key) + people.map(\.key), numbers) { members[key] = number }
        quiet = Array(numbers.suffix(Self.quietPeople))
    }

    /// The addresses of those who speak after the storm, each followed by two of the others.
    private var householders: [String] {
        let accounts = Dictionary(
            uniqueKeysWithValues: DemonstrationStaff.accounts.map { ($0.person, $0.email) })
        let first = AfterTheStorm.challenge.ideas.flatMap { [$0.author] + $0.comments.map(\.by) }
        let people = DemonstrationWorld.people.map(\.key)
        let near = people.filter(first.contains)
        var others = people.filter { !first.contains($0) }[...]
        return near.flatMap { [$0] + others.popFirst(2) }.map {
            accounts[$0] ?? "\($0)@personnes.demo.example"
        }
    }

    private mutating func prepareGround() async throws {
        for theme in DemonstrationWorld.themes {
            themes[theme.key] = try await store.addTheme(
                slug: theme.key, title: theme.title, summary: theme.summary,
                prompts: theme.prompts.joined(separator: "\n"), hues: theme.hues)
        }
        let administrator = try employee { $0.isAdministrator }
        let beginning = now - .days(419)
        for employee in DemonstrationWorld.staff {
            for role in employee.roles where role.challenge == nil {
                try await store.giveRole(
                    role.role, for: nil, to: try member(employee.key), by: administrator, at: beginning)
            }
        }
        for community in DemonstrationWorld.communities {
            let number = try await store.addCommunity(
                slug: community.key, name: community.name, summary: community.summary,
                charter: community.charter, joinCode: community.joinCode)
            communities[community.key] = number
            for (place, membership) in community.members.enumerated() {
                try await store.join(
                    number, code: community.joinCode, as: membership.pseudonym,
                    member: try member(membership.person), at: beginning + .days(Int64(place)))
            }
            for (place, pseudonym) in community.quietMembers.enumerated() {
                try await store.join(
                    number, code: community.joinCode, as: pseudonym, member: quiet[quiet.count - 1 - place],
                    at: beginning + .days(Int64(place)))
            }
        }
    }

    func employee(where fits: (ScriptedEmployee) -> Bool) throws -> MemberID {
        guard let found = DemonstrationWorld.staff.first(where: fits) else {
            throw ScriptFault(scene: "staff", reason: "nobody administers or manages")
        }
        return try member(found.key)
    }

    /// What the lent accounts follow, so that their page of news is alive: read until four days ago; and what quiet people
    /// do.
    private func followSubjects() async throws {
        for (place, member) in quiet.enumerated() {
            for (theme, share) in [("prevention", 4), ("sante", 7), ("habitation", 11)]
            where place.isMultiple(of: share) {
                guard let number = themes[theme] else { continue }
                try await store.setFollowing(true, .theme(number), by: member, at: now)
            }
        }
        for account in DemonstrationStaff.accounts {
            let person = try member(account.person)
            let begun = now - .days(40)
            for theme in ["prevention", "habitation"] {
                guard let number = themes[theme] else { continue }
                try await store.setFollowing(true, .theme(number), by: person, at: begun)
            }
            for key in ["service", "students"] {
                try await store.setFollowing(true, .challenge(try challenge(key)), by: person, at: begun)
            }
            try await store.markNewsRead(until: now - .days(4), by: person, at: now - .days(4))
        }
        let reader = try member("pervenche")
        for key in ["storm", "readers"] {
            try await store.setFollowing(true, .challenge(try challenge(key)), by: reader, at: now - .days(5))
        }
        try await store.setFollowing(true, .idea(try idea("storm/baches")), by: reader, at: now - .days(4))
    }

    private mutating func tellStory() async throws {
        for scene in DemonstrationScenes.inOrder {
            do {
                try await play(scene)
            } catch let refusal as Refusal {
                throw ScriptFault(scene: scene.name, reason: "\(refusal)")
            }
        }
    }

    private mutating func play(_ scene: Scene) async throws {
        let at = scene.at.timestamp(from: now)
        switch scene.act {
        case .launch(let script):
            let manager = try manager(of: script)
            let isAsking = script.key == DemonstrationParticulars.challenge
            let challenge = try await store.launchChallenge(
                try content(of: script, asAnnounced: true),
                questions: isAsking ? DemonstrationParticulars.questions : [], by: manager, at: at)
            challenges[script.key] = challenge
            if isAsking { try await illustrate(challenge, by: manager, at: at) }
            let administrator = try employee { $0.isAdministrator }
            for employee in DemonstrationWorld.staff {
                for role in employee.roles where role.challenge == script.key {
                    try await store.giveRole(
                        role.role, for: challenge, to: try member(employee.key), by: administrator, at: at)
                }
            }
        case .publish(let script):
            if script.reward?.cents != nil {
                let officer = try employee { $0.key == "yves" }
                if let weights = script.prizes {
                    try await store.planRewards(
                        of: try challenge(script.key), as: RewardPlan(weights: weights), by: officer, at: at)
                }
                try await store.reserveBudget(of: try challenge(script.key), by: officer, at: at)
            }
            try await regulate(script, by: try manager(of: script), at: at)
            try await store.publishChallenge(
                try challenge(script.key), by: try manager(of: script), at: at)
            try await invite(to: try challenge(script.key), script, by: try manager(of: script), at: at)
        case .moveDates(let move, let script):
            try await store.reviseChallenge(
                try challenge(script.key), to: try content(of: script), because: move.reason,
                by: try manager(of: script), at: at)
        case .halt(let script, let challenge):
            try await halt(challenge, as: script, by: try manager(of: challenge), at: at)
        case .submit(let idea, let script):
            ideas[script.key + "/" + idea.key] = try await submit(
                idea, in: try challenge(script.key),
                isAsked: script.key == DemonstrationParticulars.challenge,
                at: at)
        case .comment(let comment, let idea):
            comments[idea, default: []].append(try await say(comment, on: try self.idea(idea)))
        case .complain(let scripted):
            try await play(scripted)
        case .moderate(let scripted):
            try await play(scripted, at: at)
        case .react(let reactions, let script):
            try await react(reactions, on: script)
        case .revise(let version, let script):
            try await publish(version, of: script, by: try manager(of: script), at: at)
        case .turn(let turn):
            try await play(turn, at: at)
        case .points(let scripted): try await play(scripted, at: at)
        case .vote(let script):
            try await vote(in: script)
            try await countShowings(in: script)
        case .decide(let decision, let idea, let script):
            let decider = try manager(of: script, preferring: decision.by)
            let waits = decision.isSecret || decision.at == script.resultsAt
            try await store.decide(
                decision.code, reason: decision.reason, publicly: !waits, on: try self.idea(idea),
                by: decider,
                at: at)
        case .hide(let idea):
            try await passOn(try self.idea(idea), at: at)
        case .commitDraw(let scripted): try await commit(to: scripted)
        case .draw(let scripted): try await make(scripted)
        case .jury(let scripted, let step): try await play(scripted, step)
        case .keepFund(let scripted):
            try await play(scripted)
        case .follow(let script):
            try await follow(script)
        case .publishResults(let script):
            try await writeMessages(in: script.key, by: try manager(of: script), at: at - .hours(2))
            try await store.publishResults(
                of: try challenge(script.key), by: try manager(of: script), at: at)
        case .grant(let grant, let script):
            try await give(grant, idea: try idea(script.key + "/" + grant.idea))
        }
    }
}

extension DemonstrationSeeding {
    func member(_ key: String) throws -> MemberID {
        guard let found = members[key] else { throw ScriptFault(scene: key, reason: "no such person") }
        return found
    }

    func challenge(_ key: String) throws -> ChallengeID {
        guard let found = challenges[key] else { throw ScriptFault(scene: key, reason: "no such challenge") }
        return found
    }

    /// Says to the authors of a challenge what the script has for them, if anything.
    func writeMessages(in key: String, by manager: MemberID, at: Timestamp) async throws {
        guard let messages = DemonstrationMessages.all[key] else { return }
        try await store.writeMessages(messages, toAuthorsOf: try challenge(key), by: manager, at: at)
    }

    func community(_ key: String) throws -> CommunityID {
        guard let found = communities[key] else { throw ScriptFault(scene: key, reason: "no such community") }
        return found
    }

    func idea(_ key: String) throws -> IdeaID {
        guard let found = ideas[key] else { throw ScriptFault(scene: key, reason: "no such idea") }
        return found
    }

    /// The employee `key` if they manage the challenge, else whoever manages all of them.
    private func manager(of script: ScriptedChallenge, preferring key: String? = nil) throws -> MemberID {
        if let key, DemonstrationWorld.staff.contains(where: { $0.key == key && $0.manages(script.key) }) {
            return try member(key)
        }
        return try employee { $0.manages(nil) }
    }

    private func content(of script: ScriptedChallenge, asAnnounced: Bool = false) throws -> ChallengeContent {
        guard let theme = themes[script.theme] else {
            throw ScriptFault(scene: script.key, reason: "no theme \(script.theme)")
        }
        return ChallengeContent(
            blueprint: script.blueprint, theme: theme,
            audience: script.audience(communities),
            title: script.title, question: script.question, brief: script.brief, rules: script.rulesText,
            reward: script.reward, voteQuota: script.voteQuota, way: script.way,
            answerWithinDays: script.answerWithinDays,
            schedule: script.schedule(from: now, asAnnounced: asAnnounced),
            moderation: ModerationRule(reviewWithinHours: script.reviewWithinHours),
            particulars: script.particulars)
    }
}

/// A scene of the script that the platform's rules do not allow.
struct ScriptFault: Error, CustomStringConvertible {
    let scene: String
    let reason: String
    var description: String { "the demonstration’s script does not hold at “\(scene)”: \(reason)" }
}
