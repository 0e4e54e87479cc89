import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Challenges for everybody: the list and each one's page.
    static let challengeRoutes: [Route<Action>] = [
        Route(.get, "/challenges", listChallenges),
        Route(.get, "/challenges/:challenge", showChallenge),
    ]

    @Sendable private static func listChallenges(_ visit: Visit) async throws -> Response {
        let state = visit.request.query["state"].flatMap(Challenge.State.init)
        let slug = visit.request.query["theme"]
        let page = visit.pageNumber
        return try await visit.showAlike { look, _ in
            let themes = try look.themes()
            let theme = themes.first { $0.slug == slug }
            let list = try look.challenges(ChallengeFilter(theme: theme?.id, state: state), page: page)
            return ChallengesPage(
                lead: visit.wording.text("challenges.lead"), filters: filters(themes, visit),
                challenges: list.items.map { ChallengeRow($0, for: visit) }, pages: visit.pages(list),
                newHref: look.viewer.mayLaunchChallenges ? visit.address.newChallenge : nil,
                allHref: visit.address.challenges, feeds: FeedAddress.platform(visit))
        } page: { seen in
            visit.print(seen.value, for: seen, in: .challenges, feeds: seen.value.feeds.links(visit))
        }
    }

    private static func filters(_ themes: [Theme], _ visit: Visit) -> [FilterView] {
        let wording = visit.wording
        let states: [Challenge.State] = [
            .openToIdeas, .openToVotes, .toCome, .underDeliberation, .resultsPublished, .followedUp,
        ]
        let any: (String?, String) = (nil, wording.text("challenges.filter.any"))
        return [
            visit.filter(
                "state", label: wording.text("challenges.filter.state"),
                choices: [any]
                    + states.map { ($0.rawValue, wording.text("challenges.state.\($0.rawValue)")) }),
            visit.filter(
                "theme", label: wording.text("challenges.filter.theme"),
                choices: [any] + themes.map { ($0.slug, $0.title(in: visit.language)) }),
        ]
    }

    @Sendable private static func showChallenge(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let filter = IdeaFilter(
            answer: visit.request.query["show"].flatMap(IdeaFilter.Answer.init) ?? .any,
            order: visit.request.query["order"].flatMap(IdeaFilter.Order.init) ?? .newest)
        let page = visit.pageNumber
        return try await visit.showAlike { look in
            Standing(
                isAlone: try look.takesPart(in: id), isFollowing: try look.isFollowing(.challenge(id)))
        } read: { look, standing in
            try ChallengeReading(id, filter, page: page, isFollowing: standing.isFollowing, in: look)
        } page: { seen in
            let challenge = seen.value.detail.challenge
            if let moved = visit.redirectIfMoved(to: visit.address.challenge(id, challenge.title)) {
                return .other(moved)
            }
            let feeds = challenge.isVisible(to: .visitor) ? FeedAddress.challenge(visit, challenge) : nil
            let view = ChallengePage(
                challenge: ChallengeBody(seen, for: visit, feeds: feeds), notice: notice(on: challenge, visit)
            )
            return visit.print(view, for: seen, in: .challenges, feeds: feeds?.links(visit) ?? [])
        }
    }

    private static func notice(on challenge: Challenge, _ visit: Visit) -> NoticeView? {
        switch challenge.standing {
        case .draft: NoticeView(text: visit.wording.text("challenges.notice.draft"), tone: "plain")
        case .suspended: NoticeView(text: visit.wording.text("challenges.notice.suspended"), tone: "clay")
        case .cancelled:
            NoticeView(
                text: visit.wording.text(
                    "challenges.notice.cancelled", ["reason": .text(challenge.cancellationReason ?? "")]),
                tone: "clay")
        case .published, .resultsPublished, .archived: nil
        }
    }
}

/// The list of challenges.
struct ChallengesPage: Page {
    static let template = "challenges/index"

    let lead: String
    let filters: [FilterView]
    let challenges: [ChallengeRow]
    let pages: PagesView?
    let newHref: String?
    let allHref: String
    let feeds: FeedAddress

    static let fields: [Field<Self>] = [
        Field("lead") { $0.lead }, Field("filters") { $0.filters }, Field("challenges") { $0.challenges },
        Field("hasChallenges") { !$0.challenges.isEmpty }, Field("pages") { $0.pages },
        Field("newHref") { $0.newHref }, Field("allHref") { $0.allHref }, Field("rssHref") { $0.feeds.rss },
        Field("atomHref") { $0.feeds.atom },
    ]
}

/// Something that everybody who opens a page has to know first.
struct NoticeView: TemplateData {
    let text: String
    let tone: String

    static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("tone") { $0.tone }]
}

/// A challenge's own page.
struct ChallengePage: Page {
    static let template = "challenges/show"

    let challenge: ChallengeBody
    let notice: NoticeView?

    static let fields: [Field<Self>] = [Field("challenge") { $0.challenge }, Field("notice") { $0.notice }]
}
