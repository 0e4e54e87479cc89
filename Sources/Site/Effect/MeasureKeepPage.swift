import Domain
import Storage
import Templating

/// A measure for those who keep funds: what it is, the plan to freeze, and what each community observed.
struct MeasureKeepPage: Page {
    static let template = "effect/keep"

    let what: String
    let href: String
    let ideaHref: String
    let idea: String
    let state: String
    let tone: String
    let facts: [MeasurePage.Fact]
    let editHref: String?
    let problems: ProblemSummary?
    let plan: PlanView?
    let planForm: PlanForm?
    let whyNoPlan: String?
    let counting: [CountForm]
    let whyNoCount: String?
    let action: String

    static let fields: [Field<Self>] = [
        Field("what") { $0.what }, Field("href") { $0.href }, Field("ideaHref") { $0.ideaHref },
        Field("idea") { $0.idea }, Field("state") { $0.state }, Field("tone") { $0.tone },
        Field("facts") { $0.facts }, Field("editHref") { $0.editHref }, Field("problems") { $0.problems },
        Field("plan") { $0.plan }, Field("planForm") { $0.planForm }, Field("whyNoPlan") { $0.whyNoPlan },
        Field("counting") { $0.counting }, Field("hasCounting") { !$0.counting.isEmpty },
        Field("whyNoCount") { $0.whyNoCount }, Field("action") { $0.action },
    ]

    /// Where the plan is written that will be frozen.
    struct PlanForm: TemplateData {
        let metric: FieldView
        let texts: [FieldView]
        let before: [FieldView]
        let after: [FieldView]
        let cost: FieldView

        static let fields: [Field<Self>] = [
            Field("metric") { $0.metric }, Field("texts") { $0.texts }, Field("before") { $0.before },
            Field("after") { $0.after }, Field("cost") { $0.cost },
        ]

        var all: [FieldView] { [metric] + texts + before + after + [cost] }
    }

    /// Where it is entered what one community observed.
    struct CountForm: TemplateData {
        let id: String
        let community: String
        let state: String
        let tone: String
        let isOpen: Bool
        let groups: [Group]
        let source: FieldView

        static let fields: [Field<Self>] = [
            Field("id") { $0.id }, Field("community") { $0.community }, Field("state") { $0.state },
            Field("tone") { $0.tone }, Field("isOpen") { $0.isOpen }, Field("groups") { $0.groups },
            Field("source") { $0.source },
        ]

        var all: [FieldView] { groups.flatMap(\.lines) + [source] }

        struct Group: TemplateData {
            let name: String
            let lines: [FieldView]

            static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("lines") { $0.lines }]
        }
    }

    init(_ story: MeasureStory, attempt: MeasureAttempt = MeasureAttempt(), for visit: Visit) {
        let wording = visit.wording
        let today = Day(visit.now)
        what = story.measure.what
        href = visit.address.measure(story.id, story.measure)
        idea = story.ideaTitle
        ideaHref = visit.address.idea(story.measure.idea, story.ideaTitle)
        (state, tone) = wording.state(of: story, on: today)
        facts = MeasurePage.facts(of: story, wording)
        action = visit.address.keeping(story.id)
        let mayChange = story.measure.changeRefusal(story.plan, on: today) == nil
        editHref = mayChange ? "\(visit.address.keeping(story.id))/edit" : nil
        plan = story.plan.map { PlanView($0, wording: wording) }
        let planForm =
            mayChange
            ? PlanForm(
                attempt.plan ?? TypedPlan(for: story.measure),
                attempt.plan == nil ? [] : attempt.problems, wording: wording) : nil
        self.planForm = planForm
        whyNoPlan = story.plan == nil && !mayChange ? wording.text("effect.plan.never") : nil
        let refusal = story.plan.observationRefusal(on: today)
        whyNoCount = refusal.map { refusal in
            guard refusal == .conflict(.effectStillObserved), let plan = story.plan?.plan else {
                return wording.text("effect.none.plan")
            }
            return wording.text(
                "effect.none.running", ["date": .text(wording.date(plan.after.upperBound))])
        }
        counting =
            refusal == nil
            ? story.adopters.map { CountForm($0, in: story, attempt, wording: wording) } : []
        let builder = FormBuilder(room: "effect", wording: wording, problems: attempt.problems)
        problems = builder.summary(
            of: (attempt.plan == nil ? [] : planForm?.all ?? [])
                + counting.filter(\.isOpen).flatMap(\.all))
    }
}

/// What somebody tried to freeze or to enter, which was refused.
struct MeasureAttempt: Sendable {
    var plan: TypedPlan?
    var seen: TypedObservation?
    var problems: [Problem] = []
}

extension MeasureKeepPage.PlanForm {
    fileprivate init(_ typed: TypedPlan, _ problems: [Problem], wording: Wording) {
        let builder = FormBuilder(room: "effect", wording: wording, problems: problems)
        metric = builder.choice(
            "metric", value: typed["metric"],
            of: [("", wording.text("effect.field.metric.choose"), nil)]
                + ClaimKind.allCases.map { ($0.rawValue, wording.claimKind($0.rawValue), nil) },
            hint: true, isShort: true)
        func text(_ name: String, kind: String = "text", inputMode: String? = nil) -> FieldView {
            let field = builder.text(
                name, kind: kind, value: typed[name], hint: kind == "text", isShort: kind == "date",
                inputMode: inputMode)
            return wording.effectProblem(field, problems)
        }
        texts = ["exposed", "control"].map { text($0) }
        before = ["beforeFirst", "beforeLast"].map { text($0, kind: "date") }
        after = ["afterFirst", "afterLast"].map { text($0, kind: "date") }
        var cost = text("meanPoolCost", inputMode: "decimal")
        cost.isShort = true
        self.cost = cost
    }
}

extension MeasureKeepPage.CountForm {
    fileprivate init(
        _ community: Community, in story: MeasureStory, _ attempt: MeasureAttempt, wording: Wording
    ) {
        let entered = story.observations.first { $0.community == community.id }
        let tried = attempt.seen.flatMap { $0.community == community.id ? $0 : nil }
        let problems = tried == nil ? [] : attempt.problems
        let typed = tried ?? TypedObservation(entered)
        let builder = FormBuilder(
            room: "effect", wording: wording, problems: problems, prefix: "c\(community.id)-")
        id = community.id.description
        self.community = community.name
        isOpen = tried != nil
        if let entered {
            let isTold = story.federation.told.contains { $0.community == community.id }
            state = wording.text(
                isTold ? "effect.entered" : "effect.entered.few",
                [
                    "date": .text(wording.date(entered.lastAt)),
                    "fewest": .number(wording.anonymity.fewest),
                ])
            tone = isTold ? "leaf" : "honey"
        } else {
            state = wording.text("effect.entered.none")
            tone = "plain"
        }
        let names = ["exposedBefore", "exposedAfter", "controlBefore", "controlAfter"]
        groups = names.enumerated().map { place, name in
            Group(
                name: wording.text("effect.counts.\(name)"),
                lines: TypedObservation.counts[(2 * place)...(2 * place + 1)].map { name in
                    wording.effectProblem(
                        builder.text(name, value: typed[name], isShort: true, inputMode: "numeric"), problems)
                })
        }
        source = builder.text("source", value: typed["source"], hint: true)
    }
}

extension Wording {
    /// What to mend, said of plans and counts: the common sentences are about other days and numbers.
    fileprivate func effectProblem(_ field: FieldView, _ problems: [Problem]) -> FieldView {
        guard let problem = problems.first(where: { $0.field == field.name }) else { return field }
        var field = field
        switch (problem.code, field.name) {
        case (.notADate, _): field.problem = text("fund.problem.date")
        case (.alreadyBegun, _): field.problem = text("effect.problem.before")
        case (.inThePast, _): field.problem = text("effect.problem.after")
        case (.endsBeforeStart, _): field.problem = text("fund.problem.last")
        case (.belowMinimum, _): field.problem = text("effect.problem.exposure")
        case (.taken, "control"): field.problem = text("effect.problem.control")
        case (.taken, _): field.problem = text("effect.problem.shared")
        default: break
        }
        return field
    }
}
