import Domain

extension Address {
    /// A measure's own page, by its number and its first words.
    func measure(_ id: MeasureID, _ measure: Measure) -> String {
        let words = measure.what.split(separator: " ").prefix(7).joined(separator: " ")
        return "\(root)/measures/\(Self.readable(id, String(words.prefix(80))))"
    }

    /// Where all measures are listed, for those who keep funds.
    var measures: String { "\(desk)/measures" }

    /// Where a measure is written, planned and counted.
    func keeping(_ id: MeasureID) -> String { "\(measures)/\(id)" }

    /// Where a measure that follows from an idea is written down.
    func newMeasure(for idea: Idea) -> String { "\(answer(idea))/measure" }
}
