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
        let seen = try await visit.lookTogether { look in
            let themes = try look.themes()
            let theme = themes.first { $0.slug == slug }
            let list = try look.challenges(ChallengeFilter(theme: theme?.id, state: state), page: page)
            return (
                rows: list.items.map { ChallengeRow($0, for: visit) }, pages: visit.pages(list),
                filters: filters(themes, visit)
            )
        }
        let feeds = FeedAddress.platform(visit)
        let rows = seen.value.rows.map { row in
            var row = row
            if seen.viewer.mayLaunchChallenges { row.duplicate = LinkView(href: "\(row.href)/duplicate") }
            return row
        }
        let view = ChallengesPage(
            lead: visit.wording.text("challenges.lead"), filters: seen.value.filters,
            challenges: rows, pages: seen.value.pages,
            newHref: seen.viewer.mayLaunchChallenges ? visit.address.newChallenge : nil,
            allHref: visit.address.challenges, feeds: feeds)
        return visit.show(view, to: seen, in: .challenges, feeds: feeds.links(visit))
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
        try await visit.showChallenge(try visit.identifier("challenge"))
    }
}

extension Visit {
    /// A challenge's own page; with `typed`, what was said about its draft and refused.
    func showChallenge(_ id: ChallengeID, typed: TypedReaction? = nil) async throws -> Response {
        let filter = IdeaFilter(
            answer: request.query["show"].flatMap(IdeaFilter.Answer.init) ?? .any,
            order: request.query["order"].flatMap(IdeaFilter.Order.init) ?? .newest)
        let page = pageNumber
        let seen = try await look { try ChallengeReading(id, filter, page: page, in: $0) }
        let challenge = seen.value.detail.challenge
        if let typed {
            let concern = typed.paragraph == nil ? Concern.much : seen.value.draft?.concern
            if let refusal = challenge.reactionRefusal(for: seen.viewer, concern: concern, at: now) {
                throw refusal
            }
        } else if let moved = redirectIfMoved(to: address.challenge(id, challenge.title)) {
            return moved
        }
        let feeds = challenge.isVisible(to: .visitor) ? FeedAddress.challenge(self, challenge) : nil
        let view = ChallengePage(
            challenge: ChallengeBody(seen, typed: typed, for: self, feeds: feeds),
            notice: notice(on: challenge))
        return show(
            view, to: seen, in: .challenges, feeds: feeds?.links(self) ?? [],
            status: typed == nil ? .ok : .unprocessableContent)
    }

    private func notice(on challenge: Challenge) -> NoticeView? {
        switch challenge.standing {
        case .draft: NoticeView(text: wording.text("challenges.notice.draft"), tone: "plain")
        case .suspended: NoticeView(text: wording.text("challenges.notice.suspended"), tone: "clay")
        case .cancelled:
            NoticeView(
                text: wording.text(
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
