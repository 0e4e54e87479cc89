import Domain
import Storage
import Templating

/// Figures of a whole group, which is large enough for them.
struct GroupView: TemplateData {
    let lead: String
    /// Until when others' facts are counted, where not all are.
    let through: String?
    let pool: String
    let poolAbout: String
    let hundred: HundredView?
    let identity: String
    let rows: [Compared]
    let course: CourseView?

    static let fields: [Field<Self>] = [
        Field("lead") { $0.lead }, Field("through") { $0.through }, Field("pool") { $0.pool },
        Field("poolAbout") { $0.poolAbout },
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

    /// The balance, at the ends of days at which it can be told.
    struct CourseView: TemplateData {
        let picture: HTML?
        let first: String
        let last: String
        let days: [Amount]

        static let fields: [Field<Self>] = [
            Field("picture") { $0.picture }, Field("first") { $0.first }, Field("last") { $0.last },
            Field("days") { $0.days },
        ]
    }

    struct Amount: TemplateData {
        let name: String
        let amount: String

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("amount") { $0.amount }]
    }

    init(_ story: PeriodStory, _ told: ToldPeriod, wording: Wording) {
        let close = story.close
        let record = story.record
        let claims = story.facts.count { if case .claim = $0.event { true } else { false } }
        let contributed = close.totals.total
        through = told.through.map {
            wording.text(
                "fund.group.through",
                ["day": .text(wording.date($0)), "fewest": .number(wording.anonymity.fewest)])
        }
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
            + (Self.shortfall(of: story, wording).map { " " + $0 } ?? "")
        let isOver = record.state.isFrozen
        pool = wording.exactMoney(isOver ? close.distributed : close.surplus + close.kept)
        poolAbout = wording.text("fund.pool.\(record.state.phase)")
        hundred = close.hundredEuros.map { HundredView($0, wording: wording) }
        identity = Self.identity(of: close, wording)
        rows = Self.rows(record, close, wording)
        // One balance has no course; it is told above.
        course = told.balances.count < 2 ? nil : Self.course(told.balances, wording)
    }

    /// What part of their claims peers get whose pool cannot pay all; nil where all is paid, or an insurer pays the rest.
    private static func shortfall(of story: PeriodStory, _ wording: Wording) -> String? {
        let close = story.close
        let rules = story.record.version.rules
        guard rules.backing == .none else { return nil }
        let asked: Int64 = story.facts.reduce(0) { sum, fact in
            guard case .claim(_, let gross, let kind) = fact.event else { return sum }
            return sum + rules.askedOfPool(byClaimOf: gross, kind: kind)
        }
        guard asked > close.claimsFromPool else { return nil }
        let rate = Money.proportion(of: close.claimsFromPool, Money.wholeBps, in: asked)
        return wording.text(
            "fund.group.short",
            ["rate": .text(wording.rate(rate)), "asked": .text(wording.exactMoney(asked))])
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
        return promised.filter { !["insurer", "prevention"].contains($0.name) || $0.bps > 0 }.map {
            name, bps in
            Compared(
                name: wording.text("fund.part.\(name)"), promised: wording.rate(bps),
                realised: (realised[name] ?? nil).map { wording.rate($0) } ?? "–")
        }
    }

    private static func course(_ balances: [(day: Day, cents: Int64)], _ wording: Wording) -> CourseView {
        let rows = balances.map { Amount(name: wording.date($0.day), amount: wording.exactMoney($0.cents)) }
        let first = rows[0]
        let last = rows[rows.count - 1]
        let label = wording.text(
            "fund.course.label",
            [
                "from": .text(first.name), "start": .text(first.amount), "to": .text(last.name),
                "end": .text(last.amount),
            ])
        return CourseView(
            picture: FundPicture.steps(balances.map(\.cents), label: label), first: first.name,
            last: last.name, days: rows)
    }
}
