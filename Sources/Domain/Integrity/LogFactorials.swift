import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// Logarithms of factorials, and the tails of two distributions that follow from them.
struct LogFactorials {
    private let logs: [Double]

    init(upTo count: Int) {
        var logs = [0.0]
        logs.reserveCapacity(count + 1)
        for number in 1...max(1, count) { logs.append(logs[number - 1] + log(Double(number))) }
        self.logs = logs
    }

    private func choices(_ count: Int, of all: Int) -> Double { logs[all] - logs[count] - logs[all - count] }

    /// How likely at least `least` of `all` are, each with probability `share`, above 0 and below 1.
    func binomialTail(atLeast least: Int, of all: Int, _ share: Double) -> Double {
        guard least > 0 else { return 1 }
        let (hit, miss) = (log(share), log(1 - share))
        var sum = 0.0
        for count in stride(from: least, through: all, by: 1) {
            let logarithm: Double = choices(count, of: all) + Double(count) * hit + Double(all - count) * miss
            sum += exp(logarithm)
        }
        return min(1, sum)
    }

    /// How likely at least `least` come where `mean` are expected, as independent rare things come (Poisson).
    func poissonTail(atLeast least: Int, mean: Double) -> Double {
        guard mean > 0 else { return least > 0 ? 0 : 1 }
        let logarithm = log(mean)
        var sum = 0.0
        for count in stride(from: least, to: logs.count, by: 1) {
            let term: Double = exp(Double(count) * logarithm - mean - logs[count])
            sum += term
            if Double(count) > mean, term < sum * 1e-9 { break }
        }
        return min(1, sum)
    }

    /// How many ways there are to choose `count` of `all`.
    func ways(_ count: Int, of all: Int) -> Double { count > all ? 0 : exp(choices(count, of: all)) }

    /// How likely at least `least` marked ones are among `drawn`, of `all` of which `marked` are.
    func hypergeometricTail(atLeast least: Int, of drawn: Int, marked: Int, among all: Int) -> Double {
        let most = min(drawn, marked)
        guard least <= most else { return 0 }
        let total = choices(drawn, of: all)
        var sum = 0.0
        for count in stride(from: max(least, drawn + marked - all), through: most, by: 1) {
            let ways: Double = choices(count, of: marked) + choices(drawn - count, of: all - marked)
            sum += exp(ways - total)
        }
        return min(1, sum)
    }
}
