/// The shortest way from one sequence to another by leaving out and putting in, as E. W. Myers finds it in "An O(ND)
/// Difference Algorithm and Its Variations" (1986), figure 2.
struct EditPath {
    /// The places in the old and in the new sequence of what is in both, rising in both.
    let kept: [(old: Int, new: Int)]

    /// Steps up to which the shortest way is looked for: about a million comparisons. Beyond, the way that came furthest
    /// is taken, and all that follows it counts as replaced.
    static let mostSteps = 1_000

    /// Finds the way from `old` to `new`, in which equal numbers stand for equal words.
    init(from old: [Int], to new: [Int], mostSteps: Int = mostSteps) {
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start] == new[start] { start += 1 }
        var end = 0
        while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        var search = EditSearch(
            old: Array(old[start..<(old.count - end)]), new: Array(new[start..<(new.count - end)]))
        let middle = search.kept(within: mostSteps).map { (old: start + $0.old, new: start + $0.new) }
        let tail = (0..<end).reversed().map { (old: old.count - 1 - $0, new: new.count - 1 - $0) }
        kept = (0..<start).map { (old: $0, new: $0) } + middle + tail
    }
}

/// The search for the shortest way. A point (x, y) means that x words of the old and y of the new sequence are behind;
/// diagonals are numbered x - y.
private struct EditSearch {
    let old: [Int]
    let new: [Int]
    /// For each number of steps, the furthest x on the diagonals that so many can reach, from the lowest.
    private var reaches: [[Int32]] = []

    init(old: [Int], new: [Int]) {
        self.old = old
        self.new = new
    }

    mutating func kept(within mostSteps: Int) -> [(old: Int, new: Int)] {
        guard !old.isEmpty, !new.isEmpty else { return [] }
        var furthest = (x: 0, y: 0, steps: 0)
        for steps in 0...min(old.count + new.count, mostSteps) {
            var reach: [Int32] = []
            reach.reserveCapacity(steps + 1)
            for diagonal in stride(from: -steps, through: steps, by: 2) {
                var x = start(on: diagonal, after: steps)
                while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
                reach.append(Int32(x))
                let y = x - diagonal
                guard x <= old.count, y <= new.count else { continue }
                if x + y > furthest.x + furthest.y { furthest = (x, y, steps) }
            }
            reaches.append(reach)
            if furthest.x == old.count, furthest.y == new.count { break }
        }
        return wayBack(from: furthest)
    }

    /// The x on a diagonal before what is equal there: one word put in after the diagonal above, or left out after
    /// the one below.
    private func start(on diagonal: Int, after steps: Int) -> Int {
        guard steps > 0 else { return 0 }
        let above = reach(on: diagonal + 1, after: steps - 1)
        let below = reach(on: diagonal - 1, after: steps - 1)
        return comesFromAbove(diagonal, steps, above, below) ? above : below + 1
    }

    private func comesFromAbove(_ diagonal: Int, _ steps: Int, _ above: Int, _ below: Int) -> Bool {
        diagonal == -steps || diagonal != steps && below < above
    }

    private func reach(on diagonal: Int, after steps: Int) -> Int {
        abs(diagonal) <= steps ? Int(reaches[steps][(diagonal + steps) / 2]) : 0
    }

    private func wayBack(from end: (x: Int, y: Int, steps: Int)) -> [(old: Int, new: Int)] {
        var (x, y, steps) = end
        var kept: [(old: Int, new: Int)] = []
        while true {
            let diagonal = x - y
            let first = start(on: diagonal, after: steps)
            while x > first {
                (x, y) = (x - 1, y - 1)
                kept.append((x, y))
            }
            guard steps > 0 else { return kept.reversed() }
            let above = reach(on: diagonal + 1, after: steps - 1)
            let below = reach(on: diagonal - 1, after: steps - 1)
            if comesFromAbove(diagonal, steps, above, below) { y -= 1 } else { x -= 1 }
            steps -= 1
        }
    }
}

/// Numbers for words, the same for the same bytes: texts that only look alike are told apart, so that both come back
/// as they were.
struct Vocabulary {
    private var numbers: [[UInt8]: Int] = [:]

    mutating func number(of word: some StringProtocol) -> Int {
        let next = numbers.count
        let bytes = Array(word.utf8)
        if let known = numbers[bytes] { return known }
        numbers[bytes] = next
        return next
    }
}
