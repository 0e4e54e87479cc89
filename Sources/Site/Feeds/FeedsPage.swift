import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// The page that explains feeds and lists them.
    @Sendable static func listFeeds(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { look in
            (
                themes: try look.themes(), challenges: try look.challenges().items,
                personal: try look.personalFeeds()
            )
        }
        let wording = visit.wording
        let platform = FeedAddress.platform(visit)
        let page = FeedsPage(
            groups: [
                FeedGroup(
                    id: "platform", title: wording.text("feeds.group.platform"),
                    feeds: [
                        FeedRow(
                            platform, title: wording.text("feeds.platform"),
                            about: wording.text("feeds.platform.about"))
                    ]),
                FeedGroup(
                    id: "themes", title: wording.text("feeds.group.themes"),
                    feeds: seen.value.themes.map { FeedRow(.theme(visit, $0)) }),
                FeedGroup(
                    id: "challenges", title: wording.text("feeds.group.challenges"),
                    // These are read without a session: what is not for everybody has personal feeds.
                    feeds: seen.value.challenges.filter { $0.challenge.isVisible(to: .visitor) }.map {
                        FeedRow(.challenge(visit, $0.challenge))
                    }),
            ].filter { !$0.feeds.isEmpty },
            personal: seen.viewer.member == nil ? [] : personal(seen.value.personal, visit))
        return visit.show(page, to: seen, feeds: platform.links(visit))
    }

    /// All that one may see first, whether its feed is made or not.
    private static func personal(_ made: [PersonalFeed], _ visit: Visit) -> [PersonalFeedView] {
        let hasAll = made.contains { $0.challenge == nil }
        return (hasAll ? [] : [PersonalFeedView(for: visit)])
            + made.map { PersonalFeedView($0, for: visit) }
    }
}

/// How to follow the platform from a feed reader.
struct FeedsPage: Page {
    static let template = "feeds/index"

    let groups: [FeedGroup]
    let personal: [PersonalFeedView]

    static let fields: [Field<Self>] = [
        Field("groups") { $0.groups }, Field("personal") { $0.personal },
        Field("hasPersonal") { !$0.personal.isEmpty },
    ]
}

/// Feeds of one kind.
struct FeedGroup: TemplateData {
    let id: String
    let title: String
    let feeds: [FeedRow]

    static let fields: [Field<Self>] = [
        Field("id") { $0.id }, Field("title") { $0.title }, Field("feeds") { $0.feeds },
    ]
}

/// One feed with its addresses.
struct FeedRow: TemplateData {
    let address: FeedAddress
    let title: String
    let about: String?

    init(_ address: FeedAddress, title: String? = nil, about: String? = nil) {
        self.address = address
        self.title = title ?? address.title
        self.about = about
    }

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("about") { $0.about },
        Field("rssHref") { $0.address.path(.rss) }, Field("atomHref") { $0.address.path(.atom) },
        Field("jsonHref") { $0.address.path(.json) },
    ]
}
