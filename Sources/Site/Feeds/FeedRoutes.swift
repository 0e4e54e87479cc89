import Domain
import HTTP
import HTTPTypes
import Storage
import Syndication
import Templating

extension App {
    /// What happens, for feed readers: of the platform, a theme, a challenge, an idea; and the page that explains it.
    static let feedRoutes: [Route<Action>] =
        [Route(.get, "/feeds", listFeeds)] + FeedFormat.allCases.flatMap(routes)

    private static func routes(in format: FeedFormat) -> [Route<Action>] {
        let name = "feed.\(format.rawValue)"
        return [
            Route(.get, "/\(name)") { try await followPlatform($0, format) },
            Route(.get, "/themes/:theme/\(name)") { try await followTheme($0, format) },
            Route(.get, "/challenges/:challenge/\(name)") { try await followChallenge($0, format) },
            Route(.get, "/ideas/:idea/\(name)") { try await followIdea($0, format) },
        ]
    }

    @Sendable private static func followPlatform(_ visit: Visit, _ format: FeedFormat) async throws
        -> Response
    {
        let events = try await visit.lookAsVisitor { try $0.feedEvents(in: .platform) }
        return try visit.show(
            Bulletin(
                name: "platform", address: .platform(visit), title: visit.app.settings.insurer,
                subtitle: visit.wording.text("feeds.platform.about"), events: events), as: format)
    }

    @Sendable private static func followTheme(_ visit: Visit, _ format: FeedFormat) async throws -> Response {
        let slug = visit.parameters?["theme"] ?? ""
        let seen = try await visit.lookAsVisitor { look in
            let theme = try look.theme(slug: slug)
            return (
                theme: theme, events: try look.feedEvents(in: .theme(theme.id)),
                contributions: try look.contributions(in: theme.id)
            )
        }
        return try visit.show(
            Bulletin(
                name: "theme:\(seen.theme.id)", address: .theme(visit, seen.theme),
                title: visit.bulletinTitle(seen.theme.title(in: visit.language)),
                subtitle: seen.theme.summary(in: visit.language), events: seen.events,
                said: seen.contributions.map { ($0, seen.theme) }), as: format)
    }

    @Sendable private static func followChallenge(_ visit: Visit, _ format: FeedFormat) async throws
        -> Response
    {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.lookAsVisitor { look in
            (challenge: try look.challenge(id), events: try look.feedEvents(in: .challenge(id)))
        }
        return try visit.show(
            Bulletin(
                name: "challenge:\(id)", address: .challenge(visit, seen.challenge),
                title: visit.bulletinTitle(seen.challenge.title),
                subtitle: seen.challenge.content.question, events: seen.events), as: format)
    }

    @Sendable private static func followIdea(_ visit: Visit, _ format: FeedFormat) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let seen: (idea: Idea, events: [FeedEvent])
        do {
            seen = try await visit.lookAsVisitor { look in
                try look.requireStanding(id)
                return (idea: try look.ideaInChallenge(id).idea, events: try look.feedEvents(in: .idea(id)))
            }
        } catch let elsewhere as MergedElsewhere {
            let page = visit.address.idea(elsewhere.target, elsewhere.title)
            return .redirect(to: FeedAddress(title: elsewhere.title, page: page).target(format), .found)
        }
        let title = seen.idea.content.title
        return try visit.show(
            Bulletin(
                name: "idea:\(id)", address: .idea(visit, seen.idea), title: visit.bulletinTitle(title),
                subtitle: visit.wording.text("feeds.idea.about", ["title": .text(title)]),
                events: seen.events), as: format)
    }
}

/// A feed on its way to its format.
struct Bulletin {
    /// What the feed is about, in a form that never changes: part of its identifier.
    let name: String
    let address: FeedAddress
    let title: String
    let subtitle: String
    let events: [FeedEvent]
    /// The page to which the feed belongs, where that is not the one of which its address is made.
    var home: String?
    /// What was said under prompts, each with its theme.
    var said: [(contribution: Contribution, theme: Theme)] = []

    /// Items that a feed holds at most.
    static let most = 50

    /// The events without the openings that the announcement of a challenge says already.
    var news: [FeedEvent] {
        let announced = events.filter { $0.kind == .challengeAnnounced }
        let moments = Dictionary(announced.map { ($0.challenge, $0.happenedAt) }) { first, _ in first }
        return events.filter { event in
            guard case .phaseOpened = event.kind else { return true }
            return moments[event.challenge] != event.happenedAt
        }
    }
}

extension Visit {
    /// Reads as anybody may, whoever asks: readers have no session, and what they keep, others may see.
    func lookAsVisitor<Value: Sendable>(_ body: @escaping @Sendable (Look) throws -> Value) async throws
        -> Value
    {
        try await app.store.look(as: nil, at: now, body).value
    }

    /// What a subscription is called in a reader's list, where feeds of many sites stand together.
    func bulletinTitle(_ title: String) -> String {
        "\(title) · \(app.settings.insurer)"
    }

    func show(_ bulletin: Bulletin, as format: FeedFormat) throws -> Response {
        let path = bulletin.address.path(format)
        // Readers understood 301 long before 308.
        if request.path != path { return .redirect(to: bulletin.address.target(format), .movedPermanently) }
        let settings = app.settings
        var items = bulletin.news.compactMap { item(for: $0) }
        if !bulletin.said.isEmpty {
            items += bulletin.said.map { item(for: $0.contribution, in: $0.theme) }
            items = Array(items.sorted { $0.published > $1.published }.prefix(Bulletin.most))
        }
        // An empty feed is as old as its day, so that it stays the same between two visits.
        let moments = bulletin.events.map(\.changedAt) + bulletin.said.map(\.contribution.writtenAt)
        let updated = moments.max() ?? app.time.startOfDay(now)
        let feed = Feed(
            title: bulletin.title, subtitle: bulletin.subtitle,
            identifier: universalName("feed:\(bulletin.name):\(language.rawValue)"),
            address: settings.baseURL + (bulletin.home ?? bulletin.address.target),
            feedAddress: settings.baseURL + bulletin.address.target(format),
            language: language.rawValue, updated: updated.seconds, author: settings.insurer,
            icon: app.assets.address(of: "icon.png").map { settings.baseURL + $0 },
            stylesheet: app.assets.address(of: "feed.css"), items: items)
        let bytes = try format.write(feed)
        return Response(
            headers: [
                .contentType: request.isFromBrowserForFeed ? format.typeInBrowser : format.mediaType,
                .vary: "Accept", .cacheControl: "public, max-age=300",
                .eTag: EntityTag.strong(of: bytes).text,
                .lastModified: HTTPDate(secondsSince1970: Int(updated.seconds)).text,
            ], body: .bytes(bytes))
    }
}
