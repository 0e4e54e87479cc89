import Domain
import Storage
import Templating

/// How a list of ideas is ordered, in plain words.
struct ListOrder: TemplateData {
    let text: String
    /// What is counted for it, and what has no part in it.
    let more: String?

    static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("more") { $0.more }]

    /// The order of the list of ideas of `challenge` that was asked for.
    init(_ order: IdeaFilter.Order, in challenge: Challenge, for visit: Visit) {
        let order = order.allowed(in: challenge, at: visit.now)
        text = visit.wording.text("display.order.\(order.rawValue)")
        more = order == .fair ? visit.wording.text("display.counted") : nil
    }

    /// The order of ideas on somebody's own ballot.
    init(ofBallot way: DecidingWay, wording: Wording) {
        text = wording.text(way == .pairwise ? "display.pairs" : "display.ballot")
        more = nil
    }
}
