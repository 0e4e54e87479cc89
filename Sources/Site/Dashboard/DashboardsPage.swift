import Domain
import Storage
import Templating

/// The way to every dashboard of somebody who runs challenges, theme by theme.
struct DashboardsPage: Page {
    static let template = "dashboard/index"

    let themes: [ThemeGroup]

    static let fields: [Field<Self>] = [
        Field("themes") { $0.themes }, Field("hasThemes") { !$0.themes.isEmpty },
    ]

    /// The challenges of one theme.
    struct ThemeGroup: TemplateData {
        let id: String
        let title: String
        let total: String
        let rows: [Row]

        static let fields: [Field<Self>] = [
            Field("id") { $0.id }, Field("title") { $0.title }, Field("total") { $0.total },
            Field("rows") { $0.rows },
        ]
    }

    /// One challenge.
    struct Row: TemplateData {
        let title: String
        let href: String
        let state: String
        let ideas: String
        let participants: String
        let kept: String
        let median: String
        let waiting: Int

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("href") { $0.href }, Field("state") { $0.state },
            Field("ideas") { $0.ideas }, Field("participants") { $0.participants },
            Field("kept") { $0.kept }, Field("median") { $0.median }, Field("waiting") { $0.waiting },
        ]

        init(_ managed: ManagedChallenge, for visit: Visit) {
            let wording = visit.wording
            let challenge = managed.summary.challenge
            let none = wording.text("answers.none")
            let isSealed = challenge.content.sealsIdeas && challenge.resultsPublishedAt == nil
            title = challenge.title
            href = visit.address.dashboard(of: challenge)
            state = wording.state(
                challenge.state(at: visit.now), in: challenge.content.blueprint)
            ideas = isSealed ? none : wording.locale.grouped(challenge.ideaCount)
            participants = wording.figure(
                Figure(CrowdFigure(people: challenge.participantCount), by: wording.anonymity))
            kept = managed.answers.percentKept.map { wording.percent($0) } ?? none
            median = wording.median(managed.answers.delays) ?? none
            waiting = managed.answers.waiting
        }
    }

    init(_ challenges: [ManagedChallenge], for visit: Visit) {
        let wording = visit.wording
        themes = Dictionary(grouping: challenges, by: \.summary.theme).sorted { $0.key.id < $1.key.id }.map {
            theme, challenges in
            let ideas = challenges.reduce(0) { $0 + $1.summary.challenge.ideaCount }
            return ThemeGroup(
                id: "theme-\(theme.slug)", title: theme.title(in: visit.language),
                total: [
                    wording.text("dashboard.challenges", ["count": .number(challenges.count)]),
                    wording.text("challenges.ideas", ["count": .number(ideas)]),
                ].joined(separator: ", "), rows: challenges.map { Row($0, for: visit) })
        }
    }
}
