import Domain
import Foundation
import HTTP
import HTTPTypes
import Logging
import Proving
import Storage
import Synchronization

@testable import Site

/// A town with the real site on a real store, a clock that can be turned, and people who use it.
final class Town: Sendable {
    let store: Store
    let app: App
    private let folder: String

    /// Noon of 10 March 2026 in Paris.
    static let beginning = Timestamp(seconds: 1_773_140_400)

    /// The checkout, where Templates and Public are.
    static let home = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

    /// Read once: compiling every template takes longer than a whole test.
    private static let pages = Result { try PageWriter(directory: home + "/Templates", reloads: false) }
    private static let assets = Result { try StaticFiles(directory: home + "/Public") }

    init(isDevelopment: Bool = false, isDemonstration: Bool = false) async throws {
        folder = NSTemporaryDirectory() + "essaim-town-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try await EmptyDatabase.copy(to: folder + "/town.sqlite")
        store = try Store(path: folder + "/town.sqlite", readers: 1)
        let clock = Clock()
        var logger = Logger(label: "town")
        logger.logLevel = .critical
        app = try App(
            store: store,
            settings: Settings(
                baseURL: "http://town.example",
                textGuard: Guard(contracts: try ContractPattern.list("MT-999999")),
                isDevelopment: isDevelopment, isDemonstration: isDemonstration
            ),
            pages: try Self.pages.get(), assets: try Self.assets.get(), gallery: Gallery(home: Self.home),
            passwords: PasswordHashing(cost: .least), logger: logger, clock: { clock.now })
        self.clock = clock
    }

    /// The same site on the same store, which reads and prints every page anew.
    func forgetful() throws -> App {
        var settings = app.settings
        settings.isDevelopment = true
        return try App(
            store: store, settings: settings, pages: app.pages, assets: app.assets, gallery: app.gallery,
            passwords: app.passwords, logger: app.logger, clock: app.clock)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private let clock: Clock

    private final class Clock: Sendable {
        private let hands = Mutex(Town.beginning)
        var now: Timestamp { hands.withLock { $0 } }
        func set(_ moment: Timestamp) { hands.withLock { $0 = moment } }
    }

    var now: Timestamp { clock.now }

    /// Lets time pass.
    func wait(_ span: Span) { clock.set(now + span) }
    func turnClock(to moment: Timestamp) { clock.set(moment) }

    // MARK: People

    /// Somebody with an account and a browser in which they are signed in.
    func person(_ pseudonym: String, isAdministrator: Bool = false) async throws -> Browser {
        let email = pseudonym.lowercased().filter(\.isASCII).replacing(" ", with: ".") + "@town.example"
        let registration = Registration(
            email: email, pseudonym: pseudonym, password: "a long password", language: .french)
        let hash = try await app.passwords.hash("a long password")
        let token = SessionToken.make()
        guard
            let id = try await store.register(
                registration, passwordHash: hash, isAdministrator: isAdministrator, at: now)
        else { throw TownTrouble("\(pseudonym) lives here already") }
        try await store.openSession(token.key, for: id, at: now, until: now + .days(3_000))
        return Browser(town: self, member: id, session: token.text)
    }

    /// Somebody of whom nothing is known.
    func visitor() -> Browser { Browser(town: self, member: nil, session: nil) }

    /// A manager of every challenge, and the administrator who made them one.
    func manager(_ pseudonym: String = "Claire M.") async throws -> Browser {
        try await staff(pseudonym, .manager)
    }

    /// Somebody with a role for one challenge, or for all.
    func staff(_ pseudonym: String, _ role: Role, for challenge: ChallengeID? = nil) async throws -> Browser {
        let person = try await self.person(pseudonym)
        let administrator = try await self.person("admin \(pseudonym)", isAdministrator: true)
        try await store.giveRole(
            role, for: challenge, to: try person.requireMember(), by: try administrator.requireMember(),
            at: now)
        return person
    }

    // MARK: Things

    /// A theme.
    func theme(_ slug: String = "prevention") async throws -> ThemeID {
        try await store.addTheme(
            slug: slug, title: [.french: "Prévention", .english: "Prevention"],
            summary: [.french: "Éviter plutôt que réparer.", .english: "Avoid rather than repair."],
            prompts: "Qu’avez-vous changé chez vous ?", hues: (85, 45))
    }

    /// A published challenge: ideas for 20 days from now, then votes for 10 days, then deliberation for 10; in a contest,
    /// solutions for 30 days instead of ideas and votes.
    func challenge(
        _ title: String = "Éviter les dégâts des eaux", by manager: Browser, blueprint: Blueprint = .openCall,
        community: CommunityID? = nil, audience: Audience? = nil, quota: Int? = 3,
        way: DecidingWay = .approval,
        reward: RewardOffer? = RewardOffer(kind: .prize, cents: 50_000, nature: "Une bourse de 500 euros"),
        schedule: Schedule? = nil, moderation: ModerationRule = ModerationRule(),
        particulars: Particulars? = nil, isPublished: Bool = true
    ) async throws -> ChallengeID {
        let theme = try await existingTheme()
        let contest = Schedule([
            Phase(kind: .ideas, opensAt: now, closesAt: now + .days(30)),
            Phase(kind: .deliberation, opensAt: now + .days(30), closesAt: now + .days(40)),
            Phase(kind: .followUp, opensAt: now + .days(40), closesAt: nil),
        ])
        let usual = Schedule([
            Phase(kind: .ideas, opensAt: now, closesAt: now + .days(20)),
            Phase(kind: .votes, opensAt: now + .days(20), closesAt: now + .days(30)),
            Phase(kind: .deliberation, opensAt: now + .days(30), closesAt: now + .days(40)),
            Phase(kind: .followUp, opensAt: now + .days(40), closesAt: nil),
        ])
        let review = Schedule([
            Phase(kind: .ideasAndVotes, opensAt: now, closesAt: now + .days(30)),
            Phase(kind: .deliberation, opensAt: now + .days(30), closesAt: now + .days(40)),
            Phase(kind: .followUp, opensAt: now + .days(40), closesAt: nil),
        ])
        let draft = "La franchise est de 150 euros par an.\n\nLe vol est déclaré sous deux jours."
        let content = ChallengeContent(
            blueprint: blueprint, theme: theme, audience: audience ?? Audience(community), title: title,
            question: "Comment éviter qu’une fuite ne devienne un sinistre ?",
            brief: "Nous cherchons des gestes simples et des services utiles.",
            rules: "- Une idée par dépôt.",
            reward: reward, voteQuota: way == .approval ? quota : nil, way: way, answerWithinDays: 15,
            schedule: schedule
                ?? (blueprint == .contest ? contest : blueprint == .draftReview ? review : usual),
            moderation: moderation,
            particulars: particulars ?? Particulars(draft: blueprint == .draftReview ? draft : ""))
        let member = try manager.requireMember()
        let id = try await store.launchChallenge(content, by: member, at: now)
        if isPublished {
            if reward?.cents != nil { try await store.reserveBudget(of: id, by: member, at: now) }
            try await store.publishChallenge(id, by: member, at: now)
        }
        return id
    }

    private func existingTheme() async throws -> ThemeID {
        let seen = try await store.look(as: nil, at: now) { try $0.themes().first?.id }
        if let theme = seen.value { return theme }
        return try await theme()
    }

    /// A submitted idea.
    func idea(
        _ title: String = "Un détecteur sous chaque évier", in challenge: ChallengeID, by author: Browser
    )
        async throws -> IdeaID
    {
        try await store.submitIdea(
            IdeaContent(
                title: title,
                text: "Un petit détecteur prévient dès les premières gouttes, chez soi ou au loin."),
            in: challenge, by: try author.requireMember(), at: now)
    }
}

/// Something in a test's own making that does not fit.
struct TownTrouble: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
