/// What each idea would have been given by a juror neither lenient nor strict: the least squares of
/// `score − (μ + idea + juror)`, with penalties on the squares of ideas and jurors, whose sums are both zero.
struct Leniency {
    /// μ, the middle of all.
    private(set) var middle = 0.0
    /// μ + idea; nil for an idea without a score.
    private(set) var ideas: [Double?]
    /// By how much each juror scores above the others; zero for one without a score.
    private(set) var jurors: [Double]

    /// Ideas, of which there can be many, are eliminated by hand: for given jurors each is a mean. What is left are as many
    /// equations as there are jurors, one for μ, and one for each of the two sums.
    init(_ bench: JuryBench, ideaPenalty: Double, jurorPenalty: Double) {
        ideas = [Double?](repeating: nil, count: bench.scores.count)
        jurors = [Double](repeating: 0, count: bench.jurors)
        let active = Set(bench.scores.joined().map(\.juror)).sorted()
        guard !active.isEmpty else { return }
        var positions = [Int](repeating: 0, count: bench.jurors)
        for (position, juror) in active.enumerated() { positions[juror] = position }
        let judged = bench.scores.filter { !$0.isEmpty }.map { list in
            list.map { (juror: positions[$0.juror], score: $0.score) }
        }

        // Unknown: jurors, then μ, then the multipliers of the sum of ideas and of the sum of jurors.
        let count = active.count
        let (mu, ideaSum, jurorSum) = (count, count + 1, count + 2)
        var equations = Equations(size: count + 3)
        for juror in 0..<count {
            equations[juror, juror] += jurorPenalty
            equations[juror, jurorSum] += 1
            equations[jurorSum, juror] += 1
        }
        for list in judged {
            // idea = (Σ (score − juror − μ) − multiplier) / (count + penalty), put into every equation it is in.
            let number = Double(list.count)
            let scale = 1 / (number + ideaPenalty)
            let sum = list.reduce(0) { $0 + $1.score }
            func put(_ row: Int, _ times: Double) {
                for other in list { equations[row, other.juror] -= times * scale }
                equations[row, mu] -= times * number * scale
                equations[row, ideaSum] -= times * scale
                equations.goals[row] -= times * sum * scale
            }
            for scored in list {
                for row in [scored.juror, mu] {
                    equations[row, scored.juror] += 1
                    equations[row, mu] += 1
                    equations.goals[row] += scored.score
                }
                put(scored.juror, 1)
            }
            put(mu, number)
            put(ideaSum, 1)
        }
        let solution = equations.solved()
        middle = solution[mu]
        for (position, juror) in active.enumerated() { jurors[juror] = solution[position] }
        for (idea, list) in bench.scores.enumerated() where !list.isEmpty {
            let rest = list.reduce(0) { $0 + $1.score - jurors[$1.juror] - middle }
            ideas[idea] = middle + (rest - solution[ideaSum]) / (Double(list.count) + ideaPenalty)
        }
    }
}

/// Linear equations, solved by elimination with the largest pivot of each column.
private struct Equations {
    private var rows: [[Double]]
    var goals: [Double]

    init(size: Int) {
        rows = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        goals = [Double](repeating: 0, count: size)
    }

    subscript(row: Int, column: Int) -> Double {
        get { rows[row][column] }
        set { rows[row][column] = newValue }
    }

    /// The unknowns; one that nothing determines is zero.
    func solved() -> [Double] {
        var (rows, goals) = (rows, goals)
        let size = goals.count
        var rank = 0
        var leaders: [Int] = []
        for column in 0..<size {
            let pivot = (rank..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? rank
            guard rank < size, abs(rows[pivot][column]) > 1e-9 else { continue }
            rows.swapAt(rank, pivot)
            goals.swapAt(rank, pivot)
            for row in (rank + 1)..<max(rank + 1, size) {
                let factor = rows[row][column] / rows[rank][column]
                guard factor != 0 else { continue }
                for index in column..<size { rows[row][index] -= factor * rows[rank][index] }
                goals[row] -= factor * goals[rank]
            }
            leaders.append(column)
            rank += 1
        }
        var solution = [Double](repeating: 0, count: size)
        for (row, column) in leaders.enumerated().reversed() {
            var value = goals[row]
            for index in (column + 1)..<max(column + 1, size) { value -= rows[row][index] * solution[index] }
            solution[column] = value / rows[row][column]
        }
        return solution
    }
}
