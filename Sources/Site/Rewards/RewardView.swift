import Domain
import Templating

/// A reward in words.
struct RewardView: TemplateData {
    let name: String
    let about: String?

    static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("about") { $0.about }]

    init(_ offer: RewardOffer, wording: Wording) {
        let kind = wording.text("rewards.kind.\(offer.kind.rawValue)")
        name =
            offer.points.map { wording.text("rewards.points", ["count": .number(Int($0))]) }
            ?? offer.cents.map { "\(kind)\(wording.colon)\(wording.money(cents: $0))" } ?? kind
        about = offer.nature
    }
}

extension RewardOffer {
    /// What an idea got in all, by its instalments; nil if it got nothing.
    init?(sumOf rewards: [Reward]) {
        guard let first = rewards.first?.offer else { return nil }
        let cents = rewards.compactMap(\.offer.cents)
        self.init(
            kind: first.kind, cents: cents.isEmpty ? nil : cents.reduce(0, +), nature: first.nature)
    }
}
