/// How far jurors agree: Krippendorff's alpha (K. Krippendorff, “Computing Krippendorff's alpha-reliability”, 2011).
public enum Agreement {
    /// How far apart two scores are.
    public enum Metric: Hashable, Sendable {
        /// By how many scores were given between them.
        case ordinal
        /// By their difference.
        case interval
    }

    /// One for perfect agreement, zero for what chance would give; nil if that cannot be told, because no idea was
    /// scored twice or all scores are equal. Each unit is what one idea was given, in any order.
    public static func alpha(of units: [[Int]], metric: Metric) -> Double? {
        let pairable = units.filter { $0.count > 1 }
        let values = Set(pairable.joined()).sorted()
        guard values.count > 1 else { return nil }
        var positions: [Int: Int] = [:]
        for (position, value) in values.enumerated() { positions[value] = position }
        var totals = [Double](repeating: 0, count: values.count)
        for value in pairable.joined() { totals[positions[value, default: 0]] += 1 }
        let scale = Scale(values: values, totals: totals, metric: metric)

        var observed = 0.0
        for unit in pairable {
            let own = unit.map { positions[$0, default: 0] }
            var sum = 0.0
            for first in own {
                for second in own { sum += scale.distance(first, second) }
            }
            observed += sum / Double(own.count - 1)
        }
        var expected = 0.0
        for first in values.indices {
            for second in values.indices {
                expected += totals[first] * totals[second] * scale.distance(first, second)
            }
        }
        let count = totals.reduce(0, +)
        return 1 - (count - 1) * observed / expected
    }

    /// The squared distances between values.
    private struct Scale {
        let metric: Metric
        /// Where each value lies; of its own occurrences, in the middle.
        let places: [Double]

        init(values: [Int], totals: [Double], metric: Metric) {
            self.metric = metric
            var reached = 0.0
            places = zip(values, totals).map { value, total in
                reached += total
                return metric == .interval ? Double(value) : reached - total / 2
            }
        }

        func distance(_ first: Int, _ second: Int) -> Double {
            let difference = places[first] - places[second]
            return difference * difference
        }
    }
}
