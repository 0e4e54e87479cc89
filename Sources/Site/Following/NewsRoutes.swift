import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What is new in what one follows.
    static let newsRoutes: [Route<Action>] = [
        Route(.get, "/following", showNews),
        Route(.get, "/following/read") { .redirect(to: $0.address.following, .found) },
        Route(.post, "/following/read", markRead),
    ]

    @Sendable private static func showNews(_ visit: Visit) async throws -> Response {
        let kind = visit.request.query["kind"].flatMap(NewsKind.init)
        let page = visit.pageNumber
        let seen = try await visit.look { look in
            (news: try look.news(kind, page: page), followed: try look.followedSubjects())
        }
        return visit.show(
            FollowingPage(seen.value.news, seen.value.followed, for: visit), to: seen)
    }

    /// Reads until the moment at which the page was made: what happened since stays new.
    @Sendable private static func markRead(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        guard let until = try visit.form()["until"].flatMap({ Int64($0) }) else { throw BadRequest() }
        try await visit.app.store.markNewsRead(
            until: Timestamp(seconds: until), by: member, at: visit.now)
        return visit.redirect(to: visit.address.following, saying: .newsRead)
    }
}

extension Address {
    var following: String { "\(root)/following" }
}

/// What happened in what one follows, and what that is.
struct FollowingPage: Page {
    static let template = "following/index"

    let read: ReadView?
    let filters: [FilterView]
    let news: [NewsView]
    let pages: PagesView?
    let subjects: [SubjectGroup]
    let account: String

    static let fields: [Field<Self>] = [
        Field("read") { $0.read }, Field("filters") { $0.filters }, Field("news") { $0.news },
        Field("hasNews") { !$0.news.isEmpty }, Field("pages") { $0.pages },
        Field("isFiltered") { $0.filters.contains(where: \.isUsed) }, Field("subjects") { $0.subjects },
        Field("hasSubjects") { !$0.subjects.isEmpty }, Field("allHref") { $0.account },
    ]

    /// The button by which all is read.
    struct ReadView: TemplateData {
        let action: String
        /// Seconds since 1970: until when the page tells.
        let until: String
        let count: Int

        static let fields: [Field<Self>] = [
            Field("action") { $0.action }, Field("until") { $0.until }, Field("count") { $0.count },
        ]
    }

    init(_ list: NewsList, _ followed: FollowedSubjects, for visit: Visit) {
        let wording = visit.wording
        read =
            list.unreadCount > 0
            ? ReadView(
                action: "\(visit.address.following)/read", until: String(visit.now.seconds),
                count: list.unreadCount) : nil
        let any: (value: String?, label: String) = (nil, wording.text("following.kind.any"))
        filters = [
            visit.filter(
                "kind", label: wording.text("following.kind"),
                choices: [any]
                    + NewsKind.allCases.map {
                        ($0.rawValue, wording.text("following.kind.\($0.rawValue)"))
                    })
        ]
        news = list.page.items.compactMap { NewsView($0, for: visit) }
        pages = visit.pages(list.page)
        subjects = SubjectGroup.all(followed, for: visit)
        account = visit.address.following
    }
}

/// One thing that happened.
struct NewsView: TemplateData {
    let title: String
    let href: String
    let summary: String
    let place: String?
    let when: Moment
    let isUnread: Bool

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("summary") { $0.summary },
        Field("place") { $0.place }, Field("when") { $0.when }, Field("isUnread") { $0.isUnread },
    ]

    init?(_ item: NewsItem, for visit: Visit) {
        switch item.told {
        case .event(let event):
            guard let told = visit.headline(of: event) else { return nil }
            (title, href, summary) = told
            place = event.idea == nil ? nil : event.challengeTitle
            when = visit.wording.moment(event.happenedAt)
        case .message(let message):
            (title, href, summary) = visit.headline(of: message)
            place = message.challengeTitle
            when = visit.wording.moment(message.toldAt)
        case .reward(let reward):
            (title, href, summary) = visit.headline(of: reward)
            place = reward.challengeTitle
            when = visit.wording.moment(reward.happenedAt)
        case .contribution(let contribution, let theme):
            (title, href, summary) = visit.headline(of: contribution, in: theme)
            place = theme.title(in: visit.language)
            when = visit.wording.moment(contribution.writtenAt)
        }
        isUnread = item.isUnread
    }
}

/// Themes, challenges or ideas that one follows, each with the button that stops.
struct SubjectGroup: TemplateData {
    let title: String
    let subjects: [SubjectView]

    static let fields: [Field<Self>] = [Field("title") { $0.title }, Field("subjects") { $0.subjects }]

    struct SubjectView: TemplateData {
        let title: String
        let href: String
        let stop: String

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("href") { $0.href }, Field("stop") { $0.stop },
        ]

        init(_ title: String, _ href: String) {
            self.title = title
            self.href = href
            stop = "\(href)/unfollow"
        }
    }

    static func all(_ followed: FollowedSubjects, for visit: Visit) -> [SubjectGroup] {
        func group(_ name: String, _ subjects: [SubjectView]) -> SubjectGroup? {
            subjects.isEmpty
                ? nil : SubjectGroup(title: visit.wording.text("following.\(name)"), subjects: subjects)
        }
        return [
            group(
                "themes",
                followed.themes.map {
                    SubjectView($0.title(in: visit.language), visit.address.theme($0))
                }),
            group(
                "challenges",
                followed.challenges.map { SubjectView($0.title, visit.address.challenge($0.id, $0.title)) }),
            group(
                "ideas", followed.ideas.map { SubjectView($0.title, visit.address.idea($0.id, $0.title)) }),
        ].compactMap(\.self)
    }
}
