import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// The front door.
    static let homeRoutes: [Route<Action>] = [Route(.get, "/", showHome)]

    @Sendable private static func showHome(_ visit: Visit) async throws -> Response {
        try await visit.showAlike { look, _ in
            HomePage(
                openChallenges: try look.openChallenges(limit: 6).map { ChallengeRow($0, for: visit) },
                answered: try look.keptIdeas(size: 4).items.map { KeptIdeaView($0, for: visit) },
                kept: KeptView(try look.answerRecord(), wording: visit.wording),
                themes: try look.themesWithOpenChallenges().map {
                    ThemeCard($0.theme, openCount: $0.openCount, for: visit)
                })
        } page: { seen in
            visit.impression(of: seen.value, for: seen, feeds: FeedAddress.platform(visit).links(visit))
        }
    }
}

/// The home page.
struct HomePage: Page {
    static let template = "home/index"

    let openChallenges: [ChallengeRow]
    let answered: [KeptIdeaView]
    let kept: KeptView?
    let themes: [ThemeCard]

    static let fields: [Field<Self>] = [
        Field("openChallenges") { $0.openChallenges }, Field("hasOpen") { !$0.openChallenges.isEmpty },
        Field("answered") { $0.answered }, Field("hasAnswered") { !$0.answered.isEmpty },
        Field("kept") { $0.kept }, Field("themes") { $0.themes },
    ]
}

/// What somebody said and what was done about it.
struct AnsweredView: TemplateData {
    let said: String
    let href: String
    let by: String
    let word: String
    let tone: String
    let reason: String
    let when: Moment
    let challenge: String
    let challengeHref: String

    static let fields: [Field<Self>] = [
        Field("said") { $0.said }, Field("href") { $0.href }, Field("by") { $0.by },
        Field("word") { $0.word }, Field("tone") { $0.tone }, Field("reason") { $0.reason },
        Field("when") { $0.when }, Field("challenge") { $0.challenge },
        Field("challengeHref") { $0.challengeHref },
    ]

    init(_ summary: DecisionSummary, for visit: Visit) {
        let wording = visit.wording
        said = summary.ideaTitle
        href = visit.address.idea(summary.idea, summary.ideaTitle)
        by = wording.proposer(summary.author, "home.by", orElse: "home.by.deleted")
        word = wording.text("ideas.decision.\(summary.code.rawValue)")
        tone = summary.code.tone
        reason = Markdown.summary(summary.reason, limit: 240)
        when = wording.moment(summary.publishedAt)
        challenge = summary.challengeTitle
        challengeHref = visit.address.challenge(summary.challenge, summary.challengeTitle)
    }
}
