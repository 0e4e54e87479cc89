import Domain
import HTTP
import Storage
import Templating

/// How far the booking of a long table is.
struct FundImportPage: Page {
    static let template = "fund/importing"

    let community: String
    let keepHref: String
    let href: String
    let percent: Int
    let share: String
    let state: String

    static let fields: [Field<Self>] = [
        Field("community") { $0.community }, Field("keepHref") { $0.keepHref }, Field("href") { $0.href },
        Field("percent") { $0.percent }, Field("share") { $0.share }, Field("state") { $0.state },
    ]

    init(_ progress: BookingProgress, for community: Community, for visit: Visit) {
        let wording = visit.wording
        self.community = community.name
        keepHref = visit.address.keeping(community)
        href = visit.request.path
        percent = progress.percent
        share = wording.percent(percent)
        state =
            progress.lines == 0
            ? wording.text("fund.importing.reading")
            : wording.text("fund.importing.booking", ["count": .number(progress.lines)])
    }
}
