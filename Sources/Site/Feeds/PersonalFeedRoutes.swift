import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Feeds of one's own, for what is not for everybody: an address that only its owner has and can revoke.
    static let personalFeedRoutes: [Route<Action>] =
        [
            Route(.get, "/feeds/personal", leadToFeeds),
            Route(.post, "/feeds/personal", makePersonalFeed),
            Route(.get, "/feeds/personal/revoke", leadToFeeds),
            Route(.post, "/feeds/personal/revoke", revokePersonalFeed),
        ]
        + FeedFormat.allCases.map { format in
            Route(.get, "/personal/:secret/feed.\(format.rawValue)") { try await readPersonally($0, format) }
        }

    /// Whoever reloads the address of a button finds the page on which it is.
    @Sendable private static func leadToFeeds(_ visit: Visit) async throws -> Response {
        .redirect(to: visit.address.feeds, .found)
    }

    /// Shows the address that was made in the answer itself: nobody can ever read it again.
    @Sendable private static func makePersonalFeed(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let id = try visit.challengeOfForm()
        let secret = LinkSecret.make()
        try await visit.app.store.makePersonalFeed(of: id, secret.digest, by: member, at: visit.now)
        let seen = try await visit.look { look in try id.map { try look.challenge($0) } }
        var response = visit.show(PersonalFeedPage(secret, of: seen.value, for: visit), to: seen)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    @Sendable private static func revokePersonalFeed(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        try await visit.app.store.revokePersonalFeed(
            of: try visit.challengeOfForm(), by: member, at: visit.now)
        return visit.redirect(to: "\(visit.address.feeds)#personal", saying: .personalFeedRevoked)
    }

    private static func readPersonally(_ visit: Visit, _ format: FeedFormat) async throws -> Response {
        let secret = try visit.secret()
        let read = try await visit.app.store.personalBulletin(secret.digest, at: visit.now)
        let address = PersonalFeedPage.address(of: secret, read.challenge, for: visit)
        var bulletin = Bulletin(
            // One and the same for everybody, and without the secret.
            name: read.challenge.map { "challenge:\($0.id)" } ?? "platform", address: address,
            title: visit.bulletinTitle(address.title),
            subtitle: read.challenge?.content.question
                ?? visit.wording.text("feeds.personal.all.about"), events: read.events)
        bulletin.home =
            read.challenge.map { visit.address.challenge($0.id, $0.title) } ?? visit.address.home
        var response = try visit.show(bulletin, as: format)
        response.headers[.cacheControl] = "private, no-cache"
        return response
    }
}

extension Visit {
    /// The challenge that a form names; nil for all of them.
    fileprivate func challengeOfForm() throws -> ChallengeID? {
        guard let text = try form()["challenge"], !text.isEmpty else { return nil }
        guard let id: ChallengeID = Address.number(in: text) else { throw Refusal.notFound }
        return id
    }
}

/// The address of a personal feed, shown once.
struct PersonalFeedPage: Page {
    static let template = "feeds/personal"

    let title: String
    let backHref: String
    let addresses: [AddressView]

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("backHref") { $0.backHref }, Field("addresses") { $0.addresses },
    ]

    /// The feed in one format.
    struct AddressView: TemplateData {
        let format: String
        let address: String

        static let fields: [Field<Self>] = [
            Field("format") { $0.format }, Field("address") { $0.address },
        ]
    }

    init(_ secret: LinkSecret, of challenge: Challenge?, for visit: Visit) {
        let feed = Self.address(of: secret, challenge, for: visit)
        title = feed.title
        backHref = challenge.map { visit.address.challenge($0.id, $0.title) } ?? visit.address.feeds
        addresses = [(FeedFormat.rss, "RSS"), (.atom, "Atom"), (.json, "JSON")].map {
            AddressView(format: $1, address: visit.app.settings.baseURL + feed.path($0))
        }
    }

    /// Where the feed is read.
    static func address(of secret: LinkSecret, _ challenge: Challenge?, for visit: Visit) -> FeedAddress {
        FeedAddress(
            title: challenge?.title ?? visit.wording.text("feeds.personal.all"),
            page: "\(visit.address.root)/personal/\(secret.text)")
    }
}

/// The buttons by which one makes, replaces and revokes a feed of one's own.
struct PersonalFeedView: TemplateData {
    let title: String
    /// The number of the challenge; empty for all that one may see.
    let challenge: String
    let since: Moment?
    let action: String

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("challenge") { $0.challenge }, Field("since") { $0.since },
        Field("isMade") { $0.isMade }, Field("action") { $0.action },
    ]

    private let isMade: Bool

    /// For the page of a challenge; nil where the public feeds do, and for those who may follow nothing.
    init?(of challenge: Challenge, isMade: Bool, viewer: Viewer, for visit: Visit) {
        guard !challenge.isVisible(to: .visitor), challenge.followRefusal(for: viewer) == nil else {
            return nil
        }
        title = challenge.title
        self.challenge = challenge.id.description
        since = nil
        self.isMade = isMade
        action = "\(visit.address.feeds)/personal"
    }

    /// For the page of feeds: one that was made.
    init(_ feed: PersonalFeed, for visit: Visit) {
        title =
            feed.title
            ?? visit.wording.text(feed.challenge == nil ? "feeds.personal.all" : "feeds.personal.lost")
        challenge = feed.challenge?.description ?? ""
        since = visit.wording.moment(feed.madeAt)
        isMade = true
        action = "\(visit.address.feeds)/personal"
    }

    /// For the page of feeds: all that one may see, not made yet.
    init(for visit: Visit) {
        title = visit.wording.text("feeds.personal.all")
        challenge = ""
        since = nil
        isMade = false
        action = "\(visit.address.feeds)/personal"
    }
}
