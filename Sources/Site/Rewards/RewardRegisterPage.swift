import Domain
import Storage
import Templating

/// The register: what waits for whom, and what is left of each budget.
struct RewardRegisterPage: Page {
    static let template = "rewards/register"

    let lead: String
    /// Where those who look after points find them.
    let pointsHref: String?
    let filters: [FilterView]
    let rewards: [RewardRow]
    let pages: PagesView?
    let budgets: [BudgetRow]
    let years: [TitledLink]

    static let fields: [Field<Self>] = [
        Field("lead") { $0.lead }, Field("pointsHref") { $0.pointsHref }, Field("filters") { $0.filters },
        Field("rewards") { $0.rewards },
        Field("hasRewards") { !$0.rewards.isEmpty }, Field("pages") { $0.pages },
        Field("budgets") { $0.budgets }, Field("hasBudgets") { !$0.budgets.isEmpty },
        Field("years") { $0.years },
    ]

    init(
        _ seen: Seen<(rewards: ListPage<RewardSummary>, budgets: [BudgetSummary], approvals: Int?)>,
        for visit: Visit
    ) {
        let found = seen.value
        pointsHref = seen.viewer.keepsPoints ? visit.address.pointsDesk : nil
        let wording = visit.wording
        lead =
            found.approvals.map { wording.text("rewards.approvals", ["count": .number($0)]) }
            ?? wording.text("rewards.register.lead")
        filters = [
            visit.filter(
                "state", label: wording.text("rewards.filter.state"),
                choices: [(nil, wording.text("rewards.filter.any"))]
                    + Reward.State.allCases.map {
                        ($0.rawValue, wording.text("rewards.state.\($0.rawValue)"))
                    })
        ]
        rewards = found.rewards.items.map { RewardRow($0, for: visit) }
        pages = visit.pages(found.rewards)
        budgets = found.budgets.map { BudgetRow($0, for: visit) }
        let year = visit.presentYear
        years = [year, year - 1].map {
            TitledLink(title: String($0), href: visit.address.yearlySums($0))
        }
    }
}

/// The budget of one challenge.
struct BudgetRow: TemplateData {
    let title: String
    let href: String
    let announced: String
    let reserved: String
    let granted: String
    let left: String
    /// That something is missing before it can be published.
    let missing: String?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("announced") { $0.announced },
        Field("reserved") { $0.reserved }, Field("granted") { $0.granted }, Field("left") { $0.left },
        Field("missing") { $0.missing },
    ]

    init(_ summary: BudgetSummary, for visit: Visit) {
        let wording = visit.wording
        let budget = summary.budget
        title = summary.title
        href = visit.address.rewards(of: summary.challenge, summary.title)
        announced = wording.money(cents: summary.announced)
        reserved = wording.money(cents: budget.reserved)
        granted = wording.money(cents: budget.granted)
        left = wording.money(cents: budget.left)
        missing =
            summary.standing == .draft && budget.reserved != summary.announced
            ? wording.text("rewards.budget.missing") : nil
    }
}

/// What people got in a year, by status, as a table for a spreadsheet.
struct YearlyTable {
    let bytes: [UInt8]

    init(_ sums: [YearlySum], for visit: Visit) {
        let wording = visit.wording
        func text(_ key: String) -> String { wording.text("rewards.csv.\(key)") }
        var sheet = Spreadsheet(
            ["status", "person", "pseudonym", "count", "euros", "threshold", "reached"].map(text))
        for sum in sums {
            let threshold = visit.app.settings.thresholds[sum.status]
            sheet.add([
                wording.text("rewards.status.\(sum.status.rawValue)"), "M\(sum.number)",
                wording.name(of: sum.member), String(sum.count), wording.inputValue(cents: sum.cents),
                threshold.map { wording.inputValue(cents: $0) } ?? "",
                threshold == nil
                    ? ""
                    : text(
                        visit.app.settings.thresholds.isReached(by: sum.cents, sum.status) ? "yes" : "no"),
            ])
        }
        bytes = sheet.bytes
    }
}

extension Visit {
    /// The year that it is where the insurer is.
    var presentYear: Int { wording.time.wallClock(at: now).year }

    /// The first moment of a year where the insurer is, and the first of the next one. Throws `Refusal.notFound` for
    /// years of which there can be nothing.
    func bounds(of year: Int) throws(Refusal) -> (start: Timestamp, end: Timestamp) {
        guard (2_000...presentYear).contains(year) else { throw .notFound }
        func first(_ year: Int) -> Timestamp {
            wording.time.moment(of: WallClock(year: year, month: 1, day: 1, hour: 0, minute: 0))
        }
        return (first(year), first(year + 1))
    }
}
