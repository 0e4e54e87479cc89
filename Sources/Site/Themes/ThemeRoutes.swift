import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// The lasting subjects, and what happens under each.
    static let themeRoutes: [Route<Action>] = [
        Route(.get, "/themes", listThemes),
        Route(.get, "/themes/:theme", showTheme),
    ]

    @Sendable private static func listThemes(_ visit: Visit) async throws -> Response {
        try await visit.showAlike { look, _ in
            ThemesPage(
                themes: try look.themesWithOpenChallenges().map {
                    ThemeCard($0.theme, openCount: $0.openCount, for: visit)
                },
                newHref: look.viewer.themeRefusal == nil ? "\(visit.address.themes)/new" : nil)
        } page: { seen in
            visit.impression(
                of: seen.value, for: seen, in: .themes, feeds: FeedAddress.platform(visit).links(visit))
        }
    }

    @Sendable private static func showTheme(_ visit: Visit) async throws -> Response {
        let slug = visit.parameters?["theme"] ?? ""
        let number = visit.pageNumber
        return try await visit.showAlike { look in
            Standing(isFollowing: try look.isFollowing(.theme(try look.theme(slug: slug).id)))
        } read: { look, standing in
            let theme = try look.theme(slug: slug)
            let list = try look.challenges(ChallengeFilter(theme: theme.id), page: number)
            let decisions =
                number > 1
                ? [] : try look.latestDecisions(positiveOnly: false, theme: theme.id, limit: 4)
            let address = visit.address.theme(theme)
            return ThemePage(
                title: theme.title(in: visit.language), about: theme.summary(in: visit.language),
                cover: Cover.svg(of: theme),
                followers: try look.followerCount(of: theme.id).map { FollowersView(count: $0) },
                prompts: number > 1
                    ? [] : try look.prompts(of: theme.id).map { PromptView($0, of: theme, for: visit) },
                drafts: number > 1
                    ? []
                    : try look.openDrafts(in: theme.id).map {
                        TitledLink(
                            title: $0.challenge.title,
                            href: visit.address.challenge($0.challenge.id, $0.challenge.title))
                    },
                challenges: list.items.map { ChallengeRow($0, for: visit) }, pages: visit.pages(list),
                answered: decisions.map { AnsweredView($0, for: visit) },
                feeds: FeedAddress.theme(visit, theme),
                follow: FollowButton(page: address, isFollowing: standing.isFollowing, viewer: look.viewer),
                editHref: look.viewer.themeRefusal == nil ? "\(address)/edit" : nil)
        } page: { seen in
            visit.impression(of: seen.value, for: seen, in: .themes, feeds: seen.value.feeds.links(visit))
        }
    }
}

/// All themes.
struct ThemesPage: Page {
    static let template = "themes/index"

    let themes: [ThemeCard]
    /// For administrators.
    let newHref: String?

    static let fields: [Field<Self>] = [Field("themes") { $0.themes }, Field("newHref") { $0.newHref }]
}

/// A theme with its challenges and its latest answers.
struct ThemePage: Page {
    static let template = "themes/show"

    let title: String
    let about: String
    let cover: HTML
    /// Nil as long as they are few enough to be known.
    let followers: FollowersView?
    let prompts: [PromptView]
    /// Drafts to which people can react now.
    let drafts: [TitledLink]
    let challenges: [ChallengeRow]
    let pages: PagesView?
    let answered: [AnsweredView]
    let feeds: FeedAddress
    let follow: FollowButton?
    /// For administrators.
    let editHref: String?

    static let fields: [Field<Self>] = [
        Field("follow") { $0.follow }, Field("editHref") { $0.editHref }, Field("title") { $0.title },
        Field("about") { $0.about }, Field("cover") { $0.cover },
        Field("followers") { $0.followers },
        Field("prompts") { $0.prompts }, Field("hasPrompts") { !$0.prompts.isEmpty },
        Field("drafts") { $0.drafts }, Field("hasDrafts") { !$0.drafts.isEmpty },
        Field("challenges") { $0.challenges }, Field("hasChallenges") { !$0.challenges.isEmpty },
        Field("pages") { $0.pages }, Field("answered") { $0.answered },
        Field("hasAnswered") { !$0.answered.isEmpty }, Field("rssHref") { $0.feeds.rss },
        Field("atomHref") { $0.feeds.atom },
    ]
}

/// How many people follow a theme.
struct FollowersView: TemplateData {
    let count: Int

    static let fields: [Field<Self>] = [Field("count") { $0.count }]
}
