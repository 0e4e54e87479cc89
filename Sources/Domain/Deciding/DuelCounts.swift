/// Every pair of ideas that was compared, once, with how often each of the two won.
struct DuelCounts {
    struct Pair {
        let first: Int
        let second: Int
        var firstWins: Int
        var secondWins: Int
    }

    let ideas: Int
    private(set) var pairs: [Pair] = []
    private(set) var wins: [Int]
    private(set) var duels: [Int]

    init(ideas: Int, _ list: [Ballot.Duel]) {
        self.ideas = ideas
        wins = [Int](repeating: 0, count: ideas)
        duels = wins
        // The lower position, the higher one, and who won, in one number that sorts them.
        let keys = list.map { duel in
            let low = min(duel.winner, duel.loser)
            return (low * ideas + max(duel.winner, duel.loser)) * 2 + (duel.winner == low ? 0 : 1)
        }
        for key in keys.sorted() {
            let (first, second) = (key / 2 / ideas, key / 2 % ideas)
            let winner = key % 2 == 0 ? first : second
            wins[winner] += 1
            duels[first] += 1
            duels[second] += 1
            if pairs.last?.first != first || pairs.last?.second != second {
                pairs.append(Pair(first: first, second: second, firstWins: 0, secondWins: 0))
            }
            if winner == first {
                pairs[pairs.count - 1].firstWins += 1
            } else {
                pairs[pairs.count - 1].secondWins += 1
            }
        }
    }

    /// How many groups of ideas there are that were never compared with each other.
    var groupCount: Int {
        var groups = Groups(count: ideas)
        for pair in pairs { groups.join(pair.first, pair.second) }
        return groups.count
    }
}

/// Things that are joined two by two, and how many separate groups are left.
struct Groups {
    private var parents: [Int]
    private(set) var count: Int

    init(count: Int) {
        parents = Array(0..<count)
        self.count = count
    }

    mutating func join(_ first: Int, _ second: Int) {
        let (one, other) = (root(first), root(second))
        guard one != other else { return }
        parents[max(one, other)] = min(one, other)
        count -= 1
    }

    private mutating func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }
}
