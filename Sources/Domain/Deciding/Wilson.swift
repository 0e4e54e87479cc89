/// The score interval of a share (E. B. Wilson, 1927).
public enum Wilson {
    /// The quantile of the normal distribution below which nine values in ten lie.
    public static let usualQuantile = 1.281551565545

    /// The ends of the interval for the true share when `successes` of `trials` were seen; 0 and 0 without trials.
    public static func bounds(
        of successes: Int, in trials: Int, quantile z: Double = usualQuantile
    ) -> (lower: Double, upper: Double) {
        guard trials > 0 else { return (0, 0) }
        let n = Double(trials)
        let p = Double(successes) / n
        let middle = p + z * z / (2 * n)
        let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        let lower = successes == 0 ? 0 : max(0, (middle - spread) / scale)
        let upper = successes == trials ? 1 : min(1, (middle + spread) / scale)
        return (lower, upper)
    }

    /// How many more of the same trials would have to be successes for the lower bound to reach `bound`; nil if all
    /// of them would not do.
    static func supportsMissing(to bound: Double, from successes: Int, of trials: Int) -> Int? {
        guard bounds(of: trials, in: trials).lower >= bound else { return nil }
        var low = successes
        var high = trials
        while low < high {
            let middle = (low + high) / 2
            if bounds(of: middle, in: trials).lower >= bound { high = middle } else { low = middle + 1 }
        }
        return low - successes
    }
}
