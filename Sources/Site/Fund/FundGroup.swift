import Domain
import Storage
import Templating

/// Figures of a whole group, which is large enough for them.
struct GroupView: TemplateData {
    let lead: String
    let pool: String
    let poolAbout: String
    let hundred: HundredView?
    let identity: String
    let rows: [Compared]
    let course: CourseView?

    static let fields: [Field<Self>] = [
        Field("lead") { $0.lead }, Field("pool") { $0.pool }, Field("poolAbout") { $0.poolAbout },
        Field("hundred") { $0.hundred }, Field("identity") { $0.identity }, Field("rows") { $0.rows },
        Field("course") { $0.course },
    ]

    /// A part of the contributions as it was announced and as it came to be.
    struct Compared: TemplateData {
        let name: String
        let promised: String
        let realised: String

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("promised") { $0.promised },
            Field("realised") { $0.realised },
        ]
    }

    /// The balance month by month.
    struct CourseView: TemplateData {
        let picture: HTML?
        let first: String
        let last: String
        let months: [Month]

        static let fields: [Field<Self>] = [
            Field("picture") { $0.picture }, Field("first") { $0.first }, Field("last") { $0.last },
            Field("months") { $0.months },
        ]
    }

    struct Month: TemplateData {
        let name: String
        let amount: String

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("amount") { $0.amount }]
    }

    init(_ reading: FundReading, wording: Wording) {
        let story = reading.story
        let close = story.close
        let record = story.record
        let claims = story.facts.count { if case .claim = $0.event { true } else { false } }
        let contributed = close.totals.total
        lead =
            wording.text(
                "fund.group.contributed",
                [
                    "count": .number(story.memberCount), "amount": .text(wording.exactMoney(contributed)),
                ])
            + " "
            + wording.text(
                "fund.group.claims",
                ["count": .number(claims), "amount": .text(wording.exactMoney(close.claimsFromPool))])
        let isOver = record.state.isFrozen
        pool = wording.exactMoney(isOver ? close.distributed : close.surplus + close.kept)
        poolAbout = wording.text("fund.pool.\(record.state.phase)")
        hundred = close.hundredEuros.map { HundredView($0, wording: wording) }
        identity = Self.identity(of: close, wording)
        rows = Self.rows(record, close, wording)
        course = reading.months.isEmpty ? nil : Self.course(reading.months, wording)
    }

    /// Cash-back % = pool % − loss ratio − retained %, exactly as it is printed.
    private static func identity(of close: PeriodClose, _ wording: Wording) -> String {
        guard let hundred = close.hundredEuros else { return wording.text("fund.identity.none") }
        return wording.text(
            "fund.identity",
            [
                "returned": .text(wording.rate(hundred.returned)),
                "pool": .text(wording.rate(hundred.claims + hundred.returned + hundred.kept)),
                "claims": .text(wording.rate(hundred.claims)),
                "kept": .text(wording.rate(hundred.kept)),
            ])
    }

    private static func rows(_ record: PeriodRecord, _ close: PeriodClose, _ wording: Wording) -> [Compared] {
        let rules = record.version.rules
        let expected = record.expectedBps
        let promised: [(name: String, bps: Int64)] = [
            ("fee", rules.feeBps), ("insurer", rules.insurerBps), ("prevention", rules.preventionBps),
            ("claims", expected), ("kept", rules.retainedBps(expecting: expected)),
            ("returned", rules.promisedBps(expecting: expected)),
        ]
        let real = close.hundredEuros
        let realised: [String: Int64?] = [
            "fee": real?.fee, "insurer": real?.insurer, "prevention": real?.prevention,
            "claims": real?.claims, "kept": real?.kept, "returned": real?.returned,
        ]
        return promised.filter { $0.name != "prevention" || $0.bps > 0 }.map { name, bps in
            Compared(
                name: wording.text("fund.part.\(name)"), promised: wording.rate(bps),
                realised: (realised[name] ?? nil).map { wording.rate($0) } ?? "–")
        }
    }

    private static func course(_ months: [(month: String, cents: Int64)], _ wording: Wording) -> CourseView {
        let rows = months.map { Month(name: wording.month($0.month), amount: wording.exactMoney($0.cents)) }
        let first = rows[0]
        let last = rows[rows.count - 1]
        let label = wording.text(
            "fund.course.label",
            [
                "from": .text(first.name), "start": .text(first.amount), "to": .text(last.name),
                "end": .text(last.amount),
            ])
        return CourseView(
            picture: FundPicture.steps(months.map(\.cents), label: label), first: first.name,
            last: last.name, months: rows)
    }
}
