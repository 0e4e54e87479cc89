import Domain
import Storage
import Templating

/// What a year could bring: the good one, the one in which nothing is left, and the one in which the pool is exhausted,
/// side by side and as large as each other.
struct SimulatorPage: Page {
    static let template = "fund/simulator"

    let community: String
    let fundHref: String
    let action: String
    let problems: ProblemSummary?
    let sliders: [SliderView]
    let imagined: YearView?
    let years: [YearView]

    static let fields: [Field<Self>] = [
        Field("community") { $0.community }, Field("fundHref") { $0.fundHref },
        Field("action") { $0.action }, Field("problems") { $0.problems }, Field("sliders") { $0.sliders },
        Field("imagined") { $0.imagined }, Field("years") { $0.years },
    ]

    /// A number that one types, or slides to.
    struct SliderView: TemplateData {
        let field: FieldView
        let least: String
        let most: String
        let step: String

        static let fields: [Field<Self>] = [
            Field("field") { $0.field }, Field("least") { $0.least }, Field("most") { $0.most },
            Field("step") { $0.step },
        ]
    }

    /// How a year ends.
    struct YearView: TemplateData {
        let name: String
        let about: String
        let each: String
        let share: String
        let hundred: HundredView?
        let insurer: String

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("about") { $0.about }, Field("each") { $0.each },
            Field("share") { $0.share }, Field("hundred") { $0.hundred }, Field("insurer") { $0.insurer },
        ]
    }

    init(
        _ record: PeriodRecord, of community: Community, typed: TypedScenario, for visit: Visit
    ) throws {
        let wording = visit.wording
        let rules = record.version.rules
        self.community = community.name
        fundHref = visit.address.fund(community)
        action = visit.address.simulator(community)
        let found = typed.scenario(under: rules)
        let builder = FormBuilder(room: "fund", wording: wording, problems: found.problems)
        func slider(_ name: String, _ value: String, _ range: ClosedRange<Int64>, step: Int) -> SliderView {
            var field = builder.text(name, kind: "number", value: value, isShort: true, inputMode: "numeric")
            if found.problems.contains(where: { $0.field == name }) {
                field.problem = wording.text(
                    "fund.problem.range",
                    ["least": .number(Int(range.lowerBound)), "most": .number(Int(range.upperBound))])
            }
            return SliderView(
                field: field, least: String(range.lowerBound), most: String(range.upperBound),
                step: String(step))
        }
        func euros(_ range: ClosedRange<Int64>) -> ClosedRange<Int64> {
            range.lowerBound / 100...range.upperBound / 100
        }
        func counts(_ range: ClosedRange<Int>) -> ClosedRange<Int64> {
            Int64(range.lowerBound)...Int64(range.upperBound)
        }
        sliders = [
            slider("members", typed.members, counts(FundScenario.memberRange), step: 1),
            slider("contribution", typed.contribution, euros(FundScenario.contributionRange), step: 10),
            slider("claims", typed.claims, counts(FundScenario.claimRange), step: 1),
            slider("cost", typed.cost, euros(FundScenario.costRange), step: 10),
        ]
        problems = builder.summary(of: sliders.map(\.field))
        guard let scenario = found.scenario else {
            imagined = nil
            years = []
            return
        }
        func view(_ word: String, _ close: PeriodClose) -> YearView {
            Self.year(word, close, members: scenario.members, wording)
        }
        imagined = view("imagined", try scenario.year(claims: found.claims))
        years = [
            view("good", try scenario.year(askingOfPool: scenario.pool / 4)),
            view("zero", try scenario.year(askingOfPool: scenario.pool)),
            view("exhausted", try scenario.year(askingOfPool: scenario.pool + scenario.pool / 2)),
        ]
    }

    private static func year(_ word: String, _ close: PeriodClose, members: Int, _ wording: Wording)
        -> YearView
    {
        let each = close.distributed / Int64(members)
        let share =
            close.totals.total == 0
            ? 0 : Money.proportion(of: close.distributed, Money.wholeBps, in: close.totals.total)
        let lacking = close.claimsFromInsurer - close.repaid
        let reserved = close.claimsKeptByMembers
        let insurer =
            lacking > 0
            ? wording.text("fund.year.insurer", ["amount": .text(wording.exactMoney(lacking))])
            : reserved > 0
                ? wording.text("fund.year.members", ["amount": .text(wording.exactMoney(reserved))])
                : wording.text("fund.year.pool")
        return YearView(
            name: wording.text("fund.year.\(word)"), about: wording.text("fund.year.\(word).about"),
            each: wording.exactMoney(each),
            share: wording.text("fund.year.share", ["rate": .text(wording.rate(share))]),
            hundred: close.hundredEuros.map { HundredView($0, wording: wording) }, insurer: insurer)
    }
}
