import Domain
import Templating

/// Amounts side by side, each a line with its name, its length and its number: a list first, a picture besides.
struct BarList: TemplateData {
    let bars: [Bar]

    static let fields: [Field<Self>] = [Field("bars") { $0.bars }]

    /// The units in which a full line is measured.
    static let width = 1_000

    /// One amount.
    struct Bar: TemplateData, Hashable {
        let label: String
        /// In words.
        let amount: String
        /// What is said of it besides, such as its share.
        let detail: String?
        let length: Int
        let isWithheld: Bool

        static let fields: [Field<Self>] = [
            Field("label") { $0.label }, Field("amount") { $0.amount }, Field("detail") { $0.detail },
            Field("length") { $0.length }, Field("isWithheld") { $0.isWithheld },
        ]
    }

    /// - Parameter amounts: In the order of the lines; the longest line is that of the greatest.
    init(_ amounts: [(label: String, figure: Figure, detail: String?)], wording: Wording) {
        let greatest = max(1, amounts.compactMap(\.figure.value).max() ?? 0)
        bars = amounts.map { amount in
            let share = Double(amount.figure.value ?? 0) / Double(greatest)
            let length = Int((share * Double(Self.width)).rounded())
            return Bar(
                label: amount.label, amount: wording.figure(amount.figure), detail: amount.detail,
                length: (amount.figure.value ?? 0) > 0 ? max(6, length) : 0,
                isWithheld: amount.figure == .withheld)
        }
    }
}
