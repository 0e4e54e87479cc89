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
            let mayLaunch = look.viewer.mayLaunchChallenges
            let rows = list.items.map { summary in
                var row = ChallengeRow(summary, for: visit)
                if mayLaunch { row.duplicate = LinkView(href: "\(row.href)/duplicate") }
                return row
            }
            return ChallengesPage(
                lead: visit.wording.text("challenges.lead"), filters: filters(themes, visit),
                challenges: rows, pages: visit.pages(list),
                newHref: mayLaunch ? visit.address.newChallenge : nil,
                allHref: visit.address.challenges, feeds: FeedAddress.platform(visit))
        } page: { seen in
            visit.impression(of: seen.value, for: seen, in: .challenges, feeds: seen.value.feeds.links(visit))
        }
    }

    private static func filters(_ themes: [Theme], _ visit: Visit) -> [FilterView] {
        let wording = visit.wording
        var states: [Challenge.State] = [
            .openToIdeas, .openToVotes, .toCome, .underDeliberation, .resultsPublished, .followedUp,
            .archived,
        ]
        // The rarer ones are offered where somebody already asked for one.
        if let asked = visit.request.query["state"].flatMap(Challenge.State.init), !states.contains(asked) {
            states.append(asked)
        }
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
    /// A challenge's own page.
    func showChallenge(_ id: ChallengeID) async throws -> Response {
        let (filter, page) = (ideaFilter, pageNumber)
        return try await showAlike { look in
            Standing(
                isAlone: try look.takesPart(in: id), isFollowing: try look.isFollowing(.challenge(id)),
                lot: try look.mayBeVoting(in: id) ? lot(of: look.viewer) : 0)
        } read: { look, standing in
            let reading = try ChallengeReading(
                id, filter, lot: standing.lot, page: page, isFollowing: standing.isFollowing, in: look)
            lay(reading.ideas.items.map(\.idea), lot: standing.lot, of: reading.detail.challenge)
            return reading
        } page: { seen in
            let challenge = seen.value.detail.challenge
            if let moved = redirectIfMoved(to: address.challenge(id, challenge.title)) {
                return .other(moved)
            }
            return printChallenge(seen)
        } shown: { viewer in
            noteReading(of: id, by: viewer)
            if session != nil { noteShowing(lot: lot(of: viewer), to: viewer) }
        }
    }

    /// A challenge's own page with what was said about its draft and refused.
    func showChallenge(_ id: ChallengeID, typed: TypedReaction) async throws -> Response {
        let (filter, page) = (ideaFilter, pageNumber)
        let seen = try await look { look in
            try ChallengeReading(
                id, filter, lot: lot(of: look.viewer), page: page,
                isFollowing: try look.isFollowing(.challenge(id)), in: look)
        }
        let challenge = seen.value.detail.challenge
        let concern = typed.paragraph == nil ? Concern.much : seen.value.draft?.concern
        if let refusal = challenge.reactionRefusal(for: seen.viewer, concern: concern, at: now) {
            throw refusal
        }
        return answer(printChallenge(seen, typed: typed, status: .unprocessableContent), to: seen.profile)
    }

    private var ideaFilter: IdeaFilter {
        IdeaFilter(
            answer: request.query["show"].flatMap(IdeaFilter.Answer.init) ?? .any,
            order: request.query["order"].flatMap(IdeaFilter.Order.init) ?? .fair)
    }

    private func printChallenge(
        _ seen: Seen<ChallengeReading>, typed: TypedReaction? = nil, status: HTTPResponse.Status = .ok
    ) -> Impression {
        let challenge = seen.value.detail.challenge
        let feeds = challenge.isVisible(to: .visitor) ? FeedAddress.challenge(self, challenge) : nil
        let view = ChallengePage(
            challenge: ChallengeBody(seen, typed: typed, for: self, feeds: feeds),
            notice: notice(on: challenge))
        return impression(
            of: view, for: seen, in: .challenges, feeds: feeds?.links(self) ?? [], status: status)
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
        case .archived: NoticeView(text: wording.text("challenges.notice.archived"), tone: "plain")
        case .published, .resultsPublished: nil
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
