/// How often an idea got each grade, the worst first. Everything is decided in whole numbers.
public struct GradeCounts: Hashable, Sendable {
    public let counts: [Int]
    public let total: Int
    /// The lower median; nil without a grade.
    public let median: Int?

    /// Counts from zero up; their sum must stay below 2³¹.
    public init(_ counts: [Int]) {
        self.counts = counts
        total = counts.reduce(0, +)
        var reached = 0
        let total = total
        median =
            total == 0
            ? nil
            : counts.firstIndex { count in
                reached += count
                return 2 * reached >= total
            }
    }

    /// How many grades are better than the median.
    public var above: Int { median.map { counts[($0 + 1)...].reduce(0, +) } ?? 0 }
    /// How many grades are worse.
    public var below: Int { median.map { counts[..<$0].reduce(0, +) } ?? 0 }

    /// Whether the median grade is better, or after as many single median grades were taken away from both as it needs,
    /// the next one.
    ///
    /// Taking medians away walks from the lower middle of the sorted grades outwards: with an even number of grades a step
    /// down, a step up, and so on; with an odd number two steps down first, of which the first is the middle itself.
    /// Where the walks of two ideas part, the better grade wins. If one idea has more grades than the other, both are
    /// counted as often as makes them equally many, which lengthens every stretch of a walk alike.
    public func isBetter(than other: GradeCounts) -> Bool {
        guard total > 0, other.total > 0 else { return total > 0 && other.total == 0 }
        let all = total * other.total
        let middle = (all + 1) / 2
        var down = Parting()
        var up = Parting()
        var (own, others) = (0, 0)
        for grade in counts.indices {
            // So many steps down stay at this grade or a better one.
            down.meet(max(0, middle - own), max(0, middle - others))
            own += counts[grade] * other.total
            others += other.counts[grade] * total
            // So many steps up stay at this grade or a worse one.
            up.meet(max(0, others - middle), max(0, own - middle))
        }
        return down.step <= up.step + all % 2 ? down.isBetter : up.isBetter
    }
}

/// Where two walks in one direction part.
private struct Parting {
    /// As far off as no walk goes, so that one can still be added.
    private(set) var step = Int.max - 1
    private(set) var isBetter = false

    /// Takes note that one walk keeps to something good for so many steps, and the other for so many.
    mutating func meet(_ own: Int, _ others: Int) {
        guard own != others, min(own, others) < step else { return }
        step = min(own, others)
        isBetter = own > others
    }
}
