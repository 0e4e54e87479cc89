import Domain
import Storage
import Templating

/// Published results.
struct ResultsView: TemplateData {
    let published: Moment
    let isRanked: Bool
    let voterCount: Int
    let rows: [Row]
    let others: Others?
    let hasCounts: Bool
    let outcomeHref: String?
    let thanks: String
    let own: [Own]
    let isJudged: Bool

    static let fields: [Field<Self>] = [
        Field("published") { $0.published }, Field("isRanked") { $0.isRanked },
        Field("voterCount") { $0.voterCount }, Field("rows") { $0.rows }, Field("others") { $0.others },
        Field("hasCounts") { $0.hasCounts }, Field("thanks") { $0.thanks }, Field("own") { $0.own },
        Field("hasOwn") { !$0.own.isEmpty }, Field("outcomeHref") { $0.outcomeHref },
        Field("isJudged") { $0.isJudged },
        Field("hasRewards") { $0.rows.contains { $0.reward != nil } },
    ]

    /// What is said to the author of an idea, chosen or not.
    struct Own: TemplateData {
        let title: String
        let href: String
        let text: String?
        let message: MessageView?
        let decision: String
        let tone: String
        let reason: String

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("href") { $0.href }, Field("text") { $0.text },
            Field("message") { $0.message }, Field("decision") { $0.decision }, Field("tone") { $0.tone },
            Field("reason") { $0.reason },
        ]

        init(_ own: ChallengeResults.Own, to viewer: Viewer, for visit: Visit) {
            let wording = visit.wording
            title = own.title
            href = visit.address.idea(own.idea, own.title)
            let isWinner = own.decision == .winner
            let place = own.place.map {
                wording.text("challenges.results.own.place", ["place": .text(String($0))])
            }
            message = MessageView(own.message, to: viewer, for: visit)
            let usual = wording.text("challenges.results.own.\(isWinner ? "winner" : "thanks")")
            let parts = [place, message == nil ? usual : nil].compactMap(\.self)
            text = parts.isEmpty ? nil : parts.joined(separator: " ")
            decision = wording.text("ideas.decision.\(own.decision.rawValue)")
            tone = own.decision.tone
            reason = Markdown.summary(own.reason, limit: 240)
        }
    }

    struct Others: TemplateData {
        let count: Int
        let href: String

        static let fields: [Field<Self>] = [Field("count") { $0.count }, Field("href") { $0.href }]
    }

    struct Row: TemplateData {
        let rank: String
        let title: String
        let href: String
        let author: String
        let count: Int
        let share: String
        let isWinner: Bool
        let decision: String
        let tone: String
        let reward: String?

        static let fields: [Field<Self>] = [
            Field("rank") { $0.rank }, Field("title") { $0.title }, Field("href") { $0.href },
            Field("author") { $0.author }, Field("count") { $0.count }, Field("share") { $0.share },
            Field("isWinner") { $0.isWinner }, Field("decision") { $0.decision }, Field("tone") { $0.tone },
            Field("reward") { $0.reward },
        ]
    }

    init(_ results: ChallengeResults, of challenge: Challenge, to viewer: Viewer, for visit: Visit) {
        let wording = visit.wording
        let most = max(1, results.rows.map(\.supportCount).max() ?? 1)
        published = wording.moment(results.publishedAt)
        isRanked = results.isRanked
        voterCount = results.voterCount
        hasCounts = results.hasCounts
        thanks = wording.text(
            "challenges.results.thanks", ["count": .number(challenge.participantCount)])
        own = results.own.map { Own($0, to: viewer, for: visit) }
        isJudged = results.isJudged
        outcomeHref = results.isExplained ? visit.address.outcome(challenge) : nil
        rows = results.rows.map { row in
            Row(
                rank: row.place.map(String.init) ?? wording.text("jury.unjudged"), title: row.title,
                href: visit.address.idea(row.idea, row.title),
                author: wording.name(of: row.author), count: row.supportCount,
                share: String(row.supportCount * 100 / most), isWinner: row.isWinner,
                decision: Self.words(for: row, wording),
                tone: row.isWinner ? Decision.Code.winner.tone : row.decision?.tone ?? "plain",
                reward: row.reward.map { RewardView($0, wording: wording).name })
        }
        others =
            results.others > 0
            ? Others(
                count: results.others,
                href: results.hasCounts ? visit.link("order", "supported", fragment: "#ideas") : "#ideas")
            : nil
    }

    /// What was decided: a winner stays one, whatever becomes of the idea.
    private static func words(for row: ChallengeResults.Row, _ wording: Wording) -> String {
        func word(_ decision: Decision.Code) -> String {
            wording.text("ideas.decision.\(decision.rawValue)")
        }
        guard let decision = row.decision else { return wording.text("ideas.decision.submitted") }
        return row.isWinner && decision != .winner ? "\(word(.winner)) · \(word(decision))" : word(decision)
    }
}
