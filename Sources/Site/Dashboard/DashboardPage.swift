import Domain
import Storage
import Templating

/// The figures of one challenge, to be read on a screen or handed over on paper.
struct DashboardPage: Page {
    static let template = "dashboard/show"

    let title: String
    let challengeHref: String
    let state: String
    let tone: String
    let theme: String
    let asOf: Moment
    let exportHref: String
    let allHref: String
    let facts: [AnswersPage.Fact]
    let sealed: String?
    let charts: [ColumnChart]
    /// What is said where supports are not told yet.
    let hiddenCounts: String?
    let readings: String
    let funnel: BarList
    let answers: AnswersPart
    let segments: [SegmentsView]
    let comparison: [ComparisonRow]
    let themeCount: Int

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("challengeHref") { $0.challengeHref },
        Field("state") { $0.state }, Field("tone") { $0.tone }, Field("theme") { $0.theme },
        Field("asOf") { $0.asOf }, Field("exportHref") { $0.exportHref }, Field("allHref") { $0.allHref },
        Field("facts") { $0.facts }, Field("sealed") { $0.sealed }, Field("charts") { $0.charts },
        Field("hiddenCounts") { $0.hiddenCounts }, Field("readings") { $0.readings },
        Field("funnel") { $0.funnel },
        Field("answers") { $0.answers }, Field("segments") { $0.segments },
        Field("comparison") { $0.comparison }, Field("themeCount") { $0.themeCount },
    ]

    init(_ figures: ChallengeFigures, in periods: Periods, for visit: Visit) {
        let wording = visit.wording
        let challenge = figures.challenge
        let state = challenge.state(at: visit.now)
        title = challenge.title
        challengeHref = visit.address.challenge(challenge.id, challenge.title)
        self.state = wording.state(state, in: challenge.content.blueprint)
        tone = state.tone
        theme = figures.theme.title(in: visit.language)
        asOf = wording.moment(wording.time.startOfDay(visit.now))
        exportHref = "\(visit.address.dashboard(of: challenge)).csv"
        allHref = visit.address.dashboards
        facts = Self.facts(figures, wording)
        let isSealed = challenge.content.sealsIdeas && challenge.resultsPublishedAt == nil
        sealed = isSealed ? wording.text("dashboard.sealed") : nil
        let counted = figures.periods
        func chart(_ id: String, _ amounts: [Figure?]) -> ColumnChart {
            ColumnChart(
                id: "chart-\(id)", title: wording.text("dashboard.chart.\(id)"), amounts, in: periods,
                wording: wording, now: visit.now)
        }
        // What is under seal is not none: it is not told.
        var charts =
            isSealed
            ? []
            : [
                chart("ideas", counted.map { .exact($0.ideas) }),
                chart("comments", counted.map { .exact($0.comments) }),
            ]
        let supports = counted.compactMap(\.supports)
        if !supports.isEmpty { charts.append(chart("supports", wording.anonymity.overlapping(supports))) }
        charts.append(
            chart("readings", counted.map { $0.readings.map { Figure($0, by: wording.anonymity) } }))
        self.charts = charts
        hiddenCounts =
            supports.isEmpty && challenge.schedule.window(of: .vote) != nil
            ? wording.text("dashboard.counts-hidden") : nil
        readings = wording.text("dashboard.readings", ["count": .number(figures.funnel.readings)])
        funnel = Self.funnel(figures.funnel, isSealed: isSealed, wording)
        answers = AnswersPart(figures.answers, wording: wording)
        segments = figures.segmentations.map { SegmentsView($0, wording: wording) }
        comparison = ComparisonRow.all(challenge, figures, wording: wording)
        themeCount = figures.themeFigures.challenges
    }

    private static func facts(_ figures: ChallengeFigures, _ wording: Wording) -> [AnswersPage.Fact] {
        let answers = figures.answers
        var facts = [
            AnswersPage.Fact(text: wording.ideaCount(of: figures.challenge), tone: "plain"),
            AnswersPage.Fact(
                text: figures.funnel.participants.value.map {
                    wording.text("challenges.persons", ["count": .number($0)])
                }
                    ?? wording.text(
                        "dashboard.participants.few", ["fewest": .number(wording.anonymity.fewest)]),
                tone: "plain"),
        ]
        if answers.answered > 0 {
            facts.append(
                AnswersPage.Fact(
                    text: wording.text("dashboard.answered", ["count": .number(answers.answered)]),
                    tone: "leaf"))
        }
        if answers.late > 0 {
            facts.append(
                AnswersPage.Fact(
                    text: wording.text("answers.fact.late", ["count": .number(answers.late)]), tone: "clay"))
        }
        return facts
    }

    /// From taking part to submitting; the share is of those who took part.
    private static func funnel(_ funnel: Funnel, isSealed: Bool, _ wording: Wording) -> BarList {
        func share(_ figure: Figure) -> String? {
            guard let all = funnel.participants.value, all > 0, let some = figure.value else { return nil }
            return wording.text("dashboard.share", ["share": .text(wording.percent(some * 100 / all))])
        }
        var steps: [(label: String, figure: Figure, detail: String?)] = [
            (wording.text("dashboard.funnel.participants"), funnel.participants, nil)
        ]
        if let voters = funnel.voters {
            steps.append((wording.text("dashboard.funnel.voters"), voters, share(voters)))
        }
        guard !isSealed else { return BarList(steps, wording: wording) }
        steps += [
            (wording.text("dashboard.funnel.commenters"), funnel.commenters, share(funnel.commenters)),
            (wording.text("dashboard.funnel.authors"), funnel.authors, share(funnel.authors)),
        ]
        return BarList(steps, wording: wording)
    }
}

/// How the promise of answers is kept.
struct AnswersPart: TemplateData {
    let kept: KeptView?
    let median: String?
    let delays: BarList?
    let facts: [TextView]

    static let fields: [Field<Self>] = [
        Field("kept") { $0.kept }, Field("median") { $0.median }, Field("delays") { $0.delays },
        Field("facts") { $0.facts },
    ]

    init(_ answers: AnswerTally, wording: Wording) {
        kept = KeptView(answers, wording: wording)
        median = wording.median(answers.delays)
        delays =
            answers.answered == 0
            ? nil
            : BarList(
                answers.delays.distribution.map { step in
                    (
                        label: step.upTo.map { wording.text("dashboard.delay", ["count": .number($0)]) }
                            ?? wording.text("dashboard.delay.more"), figure: .exact(step.answers),
                        detail: nil
                    )
                }, wording: wording)
        facts = [
            ("in-time", answers.inTime), ("too-late", answers.tooLate), ("late", answers.late),
            ("waiting", max(0, answers.waiting - answers.late)),
        ].map { TextView(text: wording.text("answers.fact.\($0)", ["count": .number($1)])) }
    }
}

/// The people who took part, told apart by one thing.
struct SegmentsView: TemplateData {
    let heading: String
    let bars: BarList

    static let fields: [Field<Self>] = [Field("heading") { $0.heading }, Field("bars") { $0.bars }]

    init(_ segmentation: Segmentation, wording: Wording) {
        let kind = segmentation.kind.rawValue
        heading = wording.text("dashboard.segment.\(kind)")
        bars = BarList(
            segmentation.parts.map { part in
                let label =
                    switch part.name {
                    case .only(let name): name
                    case .several: wording.text("dashboard.segment.\(kind).several")
                    case .none: wording.text("dashboard.segment.\(kind).none")
                    }
                return (label: label, figure: part.people, detail: nil)
            }, wording: wording)
    }
}

/// One figure of this challenge beside that of its theme.
struct ComparisonRow: TemplateData {
    let name: String
    let own: String
    let others: String

    static let fields: [Field<Self>] = [
        Field("name") { $0.name }, Field("own") { $0.own }, Field("others") { $0.others },
    ]

    static func all(_ challenge: Challenge, _ figures: ChallengeFigures, wording: Wording) -> [ComparisonRow]
    {
        let theme = figures.themeFigures
        let none = wording.text("answers.none")
        let isSealed = challenge.content.sealsIdeas && challenge.resultsPublishedAt == nil
        func mean(_ sum: Int) -> String {
            theme.challenges == 0
                ? none : wording.locale.grouped((sum + theme.challenges / 2) / theme.challenges)
        }
        func row(_ name: String, _ own: String, _ others: String) -> ComparisonRow {
            ComparisonRow(name: wording.text("dashboard.compare.\(name)"), own: own, others: others)
        }
        func kept(_ answers: AnswerTally) -> String {
            answers.percentKept.map { wording.percent($0) } ?? none
        }
        return [
            row("ideas", isSealed ? none : wording.locale.grouped(challenge.ideaCount), mean(theme.ideas)),
            row("participants", wording.figure(figures.funnel.participants), mean(theme.participants)),
            row("kept", kept(figures.answers), kept(theme.answers)),
            row(
                "median", wording.median(figures.answers.delays) ?? none,
                wording.median(theme.answers.delays) ?? none),
        ]
    }
}
