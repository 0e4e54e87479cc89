public import Domain
public import HTTP
public import HTTPTypes
public import Logging
public import Storage
import Templating

/// The whole site as one value: what it is made of, and one function from a request to a response.
public final class App: Sendable {
    public let store: Store
    public let settings: Settings
    let pages: PageWriter
    let assets: StaticFiles
    let time: LocalTime
    let clock: @Sendable () -> Timestamp
    let passwords: PasswordHashing
    let intake = FileIntake()
    let limits = Limits()
    let cache = PageCache()
    let plates = Plates()
    let readership = Readership()
    let showings = Showings()
    let gallery: Gallery
    let logger: Logger
    private let localised: Router<Action>
    private let bare: Router<Action>

    /// Wires the site. Everything that could be wrong with templates, words, routes or files is found here.
    ///
    /// - Parameters:
    ///   - home: The folder that holds `Templates` and `Public`.
    ///   - clock: What time it is.
    /// Throws `TemplateProblems`, `RouterFailure` or `UnknownTimeZone`, each saying where.
    public convenience init(
        store: Store, settings: Settings, home: String, passwords: PasswordHashing = PasswordHashing(),
        logger: Logger, clock: @escaping @Sendable () -> Timestamp
    ) throws {
        try self.init(
            store: store, settings: settings,
            pages: try PageWriter(directory: home + "/Templates", reloads: settings.isDevelopment),
            assets: try StaticFiles(directory: home + "/Public", reloads: settings.isDevelopment),
            gallery: Gallery(home: home), passwords: passwords, logger: logger, clock: clock)
    }

    /// Wires the site with templates and files that were read before, as towns of tests share them.
    init(
        store: Store, settings: Settings, pages: PageWriter, assets: StaticFiles, gallery: Gallery,
        passwords: PasswordHashing, logger: Logger, clock: @escaping @Sendable () -> Timestamp
    ) throws {
        self.store = store
        self.settings = settings
        self.pages = pages
        self.assets = assets
        self.passwords = passwords
        self.gallery = gallery
        self.logger = logger
        self.clock = clock
        time = try LocalTime(settings.timeZone)
        localised = try Router(Self.localisedRoutes(isDevelopment: settings.isDevelopment))
        bare = try Router(Self.bareRoutes)
    }

    /// How often people may do what could be abused.
    struct Limits: Sendable {
        /// Attempts to sign in: by account and client together, so that nobody is locked out by somebody else's
        /// attempts; by account alone, so that many clients cannot guess together; and by client alone.
        let signIn = RateLimit(burst: 8, refill: .seconds(60))
        let signInByAccount = RateLimit(burst: 100, refill: .seconds(20))
        let signInByClient = RateLimit(burst: 40, refill: .seconds(15))
        /// New accounts, by client.
        let signUp = RateLimit(burst: 10, refill: .minutes(5))
        /// Codes of communities, by member.
        let joining = RateLimit(burst: 6, refill: .minutes(10))
        /// Texts and votes, by member.
        let writing = RateLimit(burst: 60, refill: .seconds(2))
        /// Files, by member.
        let sending = RateLimit(burst: 20, refill: .seconds(20))
    }

    /// Answers a request. Never throws: what goes wrong becomes a page that says so.
    public func respond(to request: Request) async -> Response {
        await Layer.answer(request, of: self)
    }

    /// The greatest body that the path of a request may have.
    public func bodyLimit(_ method: HTTPRequest.Method, _ segments: [String]) -> BodyLimit {
        let limit: BodyLimit =
            switch find(method, segments) {
            case .found(let route, _): route.bodyLimit
            default: 0
            }
        return method == .get || method == .head
            ? 0 : BodyLimit(max(limit.most, 1_024), surplus: limit.surplus)
    }

    /// Every route under a language, then every other.
    public static func routes(isDevelopment: Bool) -> [(method: String, pattern: String)] {
        localisedRoutes(isDevelopment: isDevelopment).map {
            ($0.method.rawValue, "/:language" + ($0.pattern == "/" ? "" : $0.pattern))
        }
            + bareRoutes.map { ($0.method.rawValue, $0.pattern) }
    }

    /// The route of a path, whose first segment may be a language.
    func find(_ method: HTTPRequest.Method, _ segments: [String]) -> Router<Action>.Match {
        guard let first = segments.first, Language(rawValue: first) != nil else {
            return bare.match(method, segments)
        }
        return localised.match(method, Array(segments.dropFirst()))
    }

    /// Sentences in `language`.
    func wording(_ language: Language) -> Wording {
        Wording(
            language: language, catalogue: pages.catalogue, time: time, anonymity: store.anonymity)
    }
}

extension Span {
    /// So many seconds.
    static func seconds(_ count: Int64) -> Span { Span(seconds: count) }
}

/// What answers a request.
typealias Action = @Sendable (Visit) async throws -> Response
