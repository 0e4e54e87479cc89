/// The axis of an amount: from zero to a round number, cut into equal steps that people can read.
struct Scale: Hashable, Sendable {
    /// The amounts that are marked, from zero to the end, all as far from the next.
    let ticks: [Int]

    /// The amount at the end of the axis, at least 1.
    var top: Int { ticks[ticks.count - 1] }

    /// Amounts beyond which a picture says nothing more: it then ends there.
    static let greatest = 1_000_000_000_000_000

    /// The shortest axis on which `amount` has a place: four steps at most, each 1, 2 or 5 times a power of ten.
    init(holding amount: Int) {
        let amount = min(max(amount, 1), Self.greatest)
        var power = 1
        while true {
            for factor in [1, 2, 5] {
                let step = factor * power
                let steps = (amount + step - 1) / step
                if steps <= 4 {
                    ticks = (0...steps).map { $0 * step }
                    return
                }
            }
            power *= 10
        }
    }

    /// How much of an axis of so many `units` the amount takes: nothing only if it is nothing.
    func length(of amount: Int, units: Int) -> Int {
        guard amount > 0 else { return 0 }
        let share = Double(min(amount, top)) / Double(top)
        return max(units / 80, Int((share * Double(units)).rounded()))
    }
}
