import Domain
import Templating

/// Amounts in time as columns, with the same amounts in a table.
///
/// The picture stretches to the width of its place; what is written beside it does not, so that it is read on a phone.
struct ColumnChart: TemplateData {
    let id: String
    let title: String
    /// What is seen, in a sentence.
    let summary: String
    /// The units in which the picture is measured: ten a column, and `height`.
    let width: Int
    let ticks: [Tick]
    let columns: [Column]
    /// The words under the first, the middle and the last column.
    let feet: [TextView]
    /// What the columns of the table are called.
    let periodHeading: String
    let amountHeading: String

    static let height = 1_000
    /// The height of a column of which nothing is told but that it is there.
    static let stub = 60

    static let fields: [Field<Self>] = [
        Field("id") { $0.id }, Field("title") { $0.title }, Field("summary") { $0.summary },
        Field("width") { $0.width }, Field("height") { _ in Self.height }, Field("ticks") { $0.ticks },
        Field("columns") { $0.columns }, Field("feet") { $0.feet },
        Field("periodHeading") { $0.periodHeading }, Field("amountHeading") { $0.amountHeading },
    ]

    /// A marked amount, from the top down.
    struct Tick: TemplateData, Hashable {
        let amount: Int
        let y: Int

        static let fields: [Field<Self>] = [Field("amount") { $0.amount }, Field("y") { $0.y }]
    }

    /// One period.
    struct Column: TemplateData, Hashable {
        let label: String
        /// In words: a number, that it is withheld, or that the period is not over.
        let amount: String
        let isWithheld: Bool
        let x: Int
        let y: Int
        let height: Int

        static let fields: [Field<Self>] = [
            Field("label") { $0.label }, Field("amount") { $0.amount },
            Field("isWithheld") { $0.isWithheld }, Field("x") { $0.x }, Field("y") { $0.y },
            Field("height") { $0.height },
        ]
    }

    /// - Parameters:
    ///   - id: Tells it apart on its page.
    ///   - title: What is counted.
    ///   - amounts: One for each of `periods`; nil where nothing can be told yet.
    init(
        id: String, title: String, _ amounts: [Figure?], in periods: Periods, wording: Wording,
        now: Timestamp
    ) {
        let scale = Scale(holding: amounts.compactMap { $0?.value }.max() ?? 0)
        let labels = periods.starts.map { wording.period($0, periods.length, now: now) }
        self.id = id
        self.title = title
        width = periods.starts.count * 10
        ticks = scale.ticks.reversed().map {
            Tick(amount: $0, y: Self.height - $0 * Self.height / scale.top)
        }
        columns = zip(labels, amounts).enumerated().map { place, pair in
            let (label, amount) = pair
            let height =
                amount.map { $0.value.map { scale.length(of: $0, units: Self.height) } ?? Self.stub } ?? 0
            return Column(
                label: label, amount: amount.map { wording.figure($0) } ?? wording.text("charts.running"),
                isWithheld: amount == .withheld, x: place * 10 + 1, y: Self.height - height, height: height)
        }
        feet = [0, labels.count / 2, labels.count - 1].prefix(labels.count).map { TextView(text: labels[$0]) }
        periodHeading = wording.text("charts.period.\(periods.length.rawValue)")
        amountHeading = title
        summary = Self.summary(
            of: zip(labels, amounts).compactMap { label, amount in amount.map { (label, $0) } }, wording)
    }

    private static func summary(of amounts: [(label: String, figure: Figure)], _ wording: Wording) -> String {
        let told = amounts.compactMap { amount in amount.figure.value.map { (amount.label, $0) } }
        guard let greatest = told.max(by: { $0.1 < $1.1 }), greatest.1 > 0 else {
            return wording.text(
                amounts.contains { $0.figure == .withheld }
                    ? "charts.summary.withheld" : "charts.summary.none")
        }
        let sum = told.reduce(0) { $0 + $1.1 }
        let key = amounts.contains { $0.figure == .withheld } ? "charts.summary.at-least" : "charts.summary"
        return wording.text(
            key,
            [
                "sum": .number(sum), "greatest": .number(greatest.1), "when": .text(greatest.0),
            ])
    }
}

extension Wording {
    /// `1 240`, `non publié`: a figure is withheld for others' sake too, so that nothing is said of its size.
    func figure(_ figure: Figure) -> String {
        switch figure {
        case .exact(let value): locale.grouped(value)
        case .withheld: text("charts.withheld")
        }
    }
}
