import Domain
import Storage
import Templating

/// Where a measure is written down, or changed as long as nothing is settled.
struct MeasureFormPage: Page {
    static let template = "effect/form"

    let title: String
    let backHref: String
    let action: String
    let problems: ProblemSummary?
    let what: FieldView
    let lines: [FieldView]
    let communities: FieldView

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("backHref") { $0.backHref }, Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("what") { $0.what }, Field("lines") { $0.lines },
        Field("communities") { $0.communities },
    ]

    init(
        title: String, backHref: String, action: String, communities: [Community], typed: TypedMeasure,
        problems found: [Problem], for visit: Visit
    ) {
        let wording = visit.wording
        let builder = FormBuilder(room: "effect", wording: wording, problems: found)
        self.title = title
        self.backHref = backHref
        self.action = action
        what = builder.text(
            "measureWhat", value: typed["measureWhat"], hint: true, isShort: true,
            maximum: Measure.whatRule.length.upperBound)
        var start = builder.text("start", kind: "date", value: typed["start"], hint: true, isShort: true)
        if found.contains(Problem(field: "start", code: .notADate)) {
            start.problem = wording.text("fund.problem.date")
        }
        lines = [
            builder.text("measurePlace", value: typed["measurePlace"]), start,
            builder.text(
                "measureCost", value: typed["measureCost"], hint: true, isShort: true, inputMode: "decimal"),
            builder.text("measureOwner", value: typed["measureOwner"], hint: true),
        ]
        var choice = builder.choice(
            "communities", value: "", of: communities.map { ("\($0.id)", $0.name, nil) }, hint: true)
        for place in choice.choices.indices {
            choice.choices[place].isChosen = typed.adopters.contains(communities[place].id)
        }
        self.communities = choice
        problems = builder.summary(of: [what] + lines + [choice])
    }
}

/// All measures, for those who keep funds.
struct MeasuresPage: Page {
    static let template = "effect/index"

    let measures: [MeasureLink]
    let pages: PagesView?

    static let fields: [Field<Self>] = [
        Field("measures") { $0.measures }, Field("hasMeasures") { !$0.measures.isEmpty },
        Field("pages") { $0.pages },
    ]

    init(_ list: ListPage<MeasureStory>, for visit: Visit) {
        measures = list.items.map { MeasureLink($0, isKept: true, for: visit) }
        pages = visit.pages(list)
    }
}
