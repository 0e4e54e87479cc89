import Domain
import Storage
import Templating

/// The communities whose funds are kept, with what waits in each.
struct FundsPage: Page {
    static let template = "fund/index"

    let funds: [FundRow]

    static let fields: [Field<Self>] = [
        Field("funds") { $0.funds }, Field("hasFunds") { !$0.funds.isEmpty },
    ]

    struct FundRow: TemplateData {
        let name: String
        let href: String
        let days: String?
        let state: String
        let tone: String

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("href") { $0.href }, Field("days") { $0.days },
            Field("state") { $0.state }, Field("tone") { $0.tone },
        ]
    }

    init(_ kept: [KeptFund], for visit: Visit) {
        let wording = visit.wording
        funds = kept.map { fund in
            FundRow(
                name: fund.community.name, href: visit.address.keeping(fund.community),
                days: fund.last.map { wording.days(of: $0) },
                state: wording.text(fund.last.map { "fund.state.\($0.state.rawValue)" } ?? "fund.unopened"),
                tone: fund.last?.state.tone ?? "plain")
        }
    }
}
