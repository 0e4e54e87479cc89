import Domain
import Templating

/// What the insurer knows of one contract, as its owner is told: `Habitation · Bretagne · Rennes`.
struct HoldingView: TemplateData {
    let text: String

    static let fields: [Field<Self>] = [Field("text") { $0.text }]

    init(_ holding: Holding) {
        text = [holding.product, holding.region, holding.agency].filter { !$0.isEmpty }
            .joined(separator: " · ")
    }
}
