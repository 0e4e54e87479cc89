import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// The strengths under which the duels seen were the most probable, if an idea of strength `s` beats one of strength `t`
/// with probability `1/(1 + exp(t − s))` (R. Bradley and M. Terry, 1952).
///
/// To keep the strengths of ideas finite that always won or lost, `prior` wins each way are spread evenly over all
/// pairs. The maximum is the one that the iteration `p ← W / Σ N/(p + p')` reaches (D. Hunter, 2004); it is found by
/// steps of Newton's method, first for one idea at a time, then for all together, because that takes a handful of steps
/// where the iteration can need thousands.
public struct BradleyTerry {
    /// Logarithms of the abilities, zero on average.
    public private(set) var strengths: [Double]
    private let size: Int
    private let counts: DuelCounts
    /// Fictitious wins each way in every pair.
    private let share: Double
    private var information = Information(Square(size: 0))
    /// What was added everywhere to the information.
    private var level = 1.0

    /// A step of all strengths below which they count as found.
    private static let smallStep = 1e-9
    /// A step after which the information is computed anew.
    private static let largeStep = 1e-6

    init(_ counts: DuelCounts, prior: Double) {
        self.counts = counts
        size = counts.ideas
        share = size > 1 ? prior / Double(size * (size - 1) / 2) : 0
        strengths = [Double](repeating: 0, count: size)
        guard size > 1 else { return }
        strengths = LoneSteps(counts, prior: 2 * share * Double(size - 1)).strengths()
        center()
        refine()
        information.invert()
    }

    private mutating func center() {
        let mean = strengths.reduce(0, +) / Double(size)
        for index in strengths.indices { strengths[index] -= mean }
    }

    private mutating func refine() {
        computeInformation()
        for _ in 0..<200 {
            let step = information.solve(slope())
            let width = (step.max() ?? 0) - (step.min() ?? 0)
            // Never too far for a logistic likelihood (F. Bach, 2010), and the whole step near the end.
            let length = width > 1e-3 ? log1p(width) / width : 1
            for index in strengths.indices { strengths[index] += length * step[index] }
            center()
            if width < Self.smallStep { return }
            if width > Self.largeStep { computeInformation() }
        }
    }

    /// The slope of the logarithm of the likelihood.
    private func slope() -> [Double] {
        var slope = [Double](repeating: 0, count: size)
        let abilities = strengths.map { exp($0) }
        for pair in counts.pairs {
            let (first, second) = (abilities[pair.first], abilities[pair.second])
            let expected = Double(pair.firstWins + pair.secondWins) * first / (first + second)
            slope[pair.first] += Double(pair.firstWins) - expected
            slope[pair.second] -= Double(pair.firstWins) - expected
        }
        guard share > 0 else { return slope }
        for row in 0..<size {
            let own = abilities[row]
            var sum = 0.0
            for other in abilities { sum += (other - own) / (own + other) }
            slope[row] += share * sum
        }
        return slope
    }

    /// The information, made definite by adding the same small number everywhere: strengths are zero on average.
    private mutating func computeInformation() {
        let abilities = strengths.map { exp($0) }
        var matrix = Square(size: size)
        var diagonal = [Double](repeating: 0, count: size)
        matrix.withRows { rows in
            for row in 0..<size {
                let own = abilities[row]
                let line = rows + row * size
                for column in 0..<row {
                    let sum = own + abilities[column]
                    line[column] = -2 * share * own * abilities[column] / (sum * sum)
                }
            }
            for pair in counts.pairs {
                let (first, second) = (abilities[pair.first], abilities[pair.second])
                let sum = first + second
                rows[pair.second * size + pair.first] -=
                    Double(pair.firstWins + pair.secondWins) * first * second / (sum * sum)
            }
            for row in 0..<size {
                for column in 0..<row {
                    let weight = rows[row * size + column]
                    diagonal[row] -= weight
                    diagonal[column] -= weight
                }
            }
            level = diagonal.reduce(0, +) / Double(size * size)
            for row in 0..<size {
                for column in 0..<row { rows[row * size + column] += level }
                rows[row * size + row] = diagonal[row] + level
            }
        }
        information = Information(matrix)
    }

    /// The standard error of a strength, against the mean of all.
    public func standardError(of idea: Int) -> Double {
        guard size > 1 else { return 0 }
        let levelled = 1 / (level * Double(size * size))
        return max(0, information.covariance(idea, idea) - levelled).squareRoot()
    }

    /// The standard error of the difference of two strengths.
    public func standardError(of first: Int, against second: Int) -> Double {
        let own = information.covariance(first, first) + information.covariance(second, second)
        return max(0, own - 2 * information.covariance(first, second)).squareRoot()
    }

    /// For each idea the probability to win a duel with another one drawn at random, and its slope in the idea's own
    /// strength.
    public func winShares() -> [(share: Double, slope: Double)] {
        guard size > 1 else { return strengths.map { _ in (0.5, 0) } }
        let abilities = strengths.map { exp($0) }
        return abilities.map { own in
            // Against itself an idea would win one duel in two.
            var (sum, slope) = (-0.5, -0.25)
            for other in abilities {
                let win = own / (own + other)
                sum += win
                slope += win * (1 - win)
            }
            return (sum / Double(size - 1), slope / Double(size - 1))
        }
    }
}
