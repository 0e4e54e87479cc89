import Domain
import Glibc
import Storage
import Templating

/// What was found out about a measure: in one word, in a sentence, as a picture and to the last number.
struct FindingView: TemplateData {
    let verdict: String
    let tone: String
    let meaning: String
    /// How many times the risk is, and between what; nil where a count of zero forbids it.
    let ratio: String?
    let interval: IntervalView?
    let rows: [CountRow]
    /// From the counts to what is credited, one step each.
    let steps: [TextView]

    static let fields: [Field<Self>] = [
        Field("verdict") { $0.verdict }, Field("tone") { $0.tone }, Field("meaning") { $0.meaning },
        Field("ratio") { $0.ratio }, Field("interval") { $0.interval }, Field("rows") { $0.rows },
        Field("steps") { $0.steps },
    ]

    /// One group, before and after: claims of so many.
    struct CountRow: TemplateData {
        let name: String
        let before: String
        let after: String

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("before") { $0.before }, Field("after") { $0.after },
        ]
    }

    init(_ finding: Finding, of seen: Observation, _ plan: EffectPlan, wording: Wording) {
        let word = finding.verdict.rawValue
        verdict = wording.text("effect.verdict.\(word)")
        tone = finding.verdict.tone
        meaning = wording.text("effect.verdict.\(word).about")
        ratio = finding.risk.map { wording.sentence($0) } ?? wording.text("effect.interval.none")
        interval = finding.risk.map { IntervalView($0, wording: wording) }
        func count(_ count: ClaimCount) -> String {
            wording.text(
                "effect.count",
                [
                    "count": .number(Int(count.claims)),
                    "of": .text(wording.locale.grouped(Int(count.exposure))),
                ])
        }
        rows = [
            CountRow(
                name: wording.text("effect.group.exposed"), before: count(seen.exposedBefore),
                after: count(seen.exposedAfter)),
            CountRow(
                name: wording.text("effect.group.control"), before: count(seen.controlBefore),
                after: count(seen.controlAfter)),
        ]
        steps = Self.steps(finding, seen, plan, wording)
    }

    private static func steps(
        _ finding: Finding, _ seen: Observation, _ plan: EffectPlan, _ wording: Wording
    ) -> [TextView] {
        let isFewer = finding.avoidedThousandths > 0
        let expected = wording.text(
            "effect.step.expected",
            [
                "expected": .text(wording.tenths(ofThousandths: finding.expectedThousandths)),
                "seen": .text(wording.locale.grouped(Int(seen.exposedAfter.claims))),
            ])
        guard isFewer else {
            return [expected, wording.text("effect.step.none")].map(TextView.init)
        }
        let amount = wording.text(
            "effect.step.amount",
            [
                "avoided": .text(wording.tenths(ofThousandths: finding.avoidedThousandths)),
                "cost": .text(wording.exactMoney(plan.meanPoolCost)),
                "amount": .text(wording.exactMoney(finding.amount)),
            ])
        let credited = wording.text(
            "effect.step.credited",
            [
                "claims": .text(
                    wording.locale.grouped(Int(seen.exposedBefore.claims + seen.exposedAfter.claims))),
                "credibility": .text(wording.rate(finding.credibilityThousandths * 10)),
                "credited": .text(wording.exactMoney(finding.credited)),
            ])
        return [expected, amount, credited].map(TextView.init)
    }
}

/// The interval of a relative risk on a scale in which twice as many and half as many are as far from no difference.
struct IntervalView: TemplateData {
    let picture: HTML
    let fewer: String
    let more: String

    static let fields: [Field<Self>] = [
        Field("picture") { $0.picture }, Field("fewer") { $0.fewer }, Field("more") { $0.more },
    ]

    init(_ risk: RelativeRisk, wording: Wording) {
        let reach =
            [2, 4, 10, 20, 50].first { Double($0) >= risk.upper && 1 / Double($0) <= risk.lower } ?? 100
        func place(_ value: Double) -> Int {
            let x = 500 + 500 * log(value) / log(Double(reach))
            return Int(min(1_000, max(0, x)).rounded())
        }
        let (start, end) = (place(risk.lower), place(risk.upper))
        let width = max(6, end - start)
        let point = min(996, max(4, place(risk.ratio)))
        let label = HTML(escaping: wording.intervalLabel(of: risk)).markup
        picture = HTML(
            trusted:
                "<svg class=\"interval\" viewBox=\"0 0 1000 48\" preserveAspectRatio=\"none\" role=\"img\" "
                + "aria-label=\"\(label)\" focusable=\"false\">"
                + "<rect class=\"axis\" y=\"23\" width=\"1000\" height=\"2\"/>"
                + "<rect class=\"one\" x=\"499\" width=\"2\" height=\"48\"/>"
                + "<rect class=\"span\" x=\"\(start)\" y=\"16\" width=\"\(width)\" height=\"16\"/>"
                + "<rect class=\"point\" x=\"\(point - 4)\" y=\"6\" width=\"8\" height=\"36\"/></svg>")
        fewer = wording.text("effect.scale.fewer", ["times": .number(reach)])
        more = wording.text("effect.scale.more", ["times": .number(reach)])
    }
}

extension Finding.Verdict {
    /// The colour that goes with the word.
    var tone: String {
        switch self {
        case .demonstrated: "leaf"
        case .encouraging: "honey"
        case .notDemonstrated: "plain"
        case .adverse: "clay"
        }
    }
}

extension Wording {
    /// `0,59`: two decimals.
    func hundredths(_ number: Double) -> String {
        let hundredths = Int((min(number, 1_000_000) * 100).rounded())
        let rest = hundredths % 100
        return locale.grouped(hundredths / 100) + (language == .french ? "," : ".")
            + (rest < 10 ? "0\(rest)" : "\(rest)")
    }

    /// `7,6` of 7 600 thousandths, rounded down: one decimal.
    func tenths(ofThousandths number: Int64) -> String {
        let tenths = Int(number / 100)
        return locale.grouped(tenths / 10) + (language == .french ? "," : ".") + "\(tenths % 10)"
    }

    /// What a relative risk says, in a sentence.
    func sentence(_ risk: RelativeRisk) -> String {
        let share = Int((abs(1 - risk.ratio) * 100).rounded())
        let key = share == 0 ? "same" : risk.ratio < 1 ? "less" : "more"
        return text(
            "effect.ratio.\(key)",
            [
                "share": .text(percent(share)), "ratio": .text(hundredths(risk.ratio)),
                "lower": .text(hundredths(risk.lower)), "upper": .text(hundredths(risk.upper)),
            ])
    }

    /// What the picture of an interval shows.
    fileprivate func intervalLabel(of risk: RelativeRisk) -> String {
        text(
            "effect.interval.label",
            [
                "ratio": .text(hundredths(risk.ratio)), "lower": .text(hundredths(risk.lower)),
                "upper": .text(hundredths(risk.upper)),
            ])
    }
}
