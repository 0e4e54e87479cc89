import Domain
import Templating

/// A reward in words.
struct RewardView: TemplateData {
    let name: String
    let about: String?

    static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("about") { $0.about }]

    init(_ offer: RewardOffer, wording: Wording) {
        let kind = wording.text("rewards.kind.\(offer.kind.rawValue)")
        name = offer.cents.map { "\(kind)\(wording.colon)\(wording.money(cents: $0))" } ?? kind
        about = offer.nature
    }
}
