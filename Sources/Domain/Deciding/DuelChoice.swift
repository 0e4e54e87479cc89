/// Two ideas between which somebody is asked to choose, in the order in which they are shown.
public struct DuelPair: Hashable, Sendable {
    public let left: IdeaID
    public let right: IdeaID

    public init(left: IdeaID, right: IdeaID) {
        self.left = left
        self.right = right
    }

    /// The idea of the lower number.
    public var first: IdeaID { min(left, right) }
    public var second: IdeaID { max(left, right) }
}

/// What one person answered to one pair.
public struct DuelAnswer: Hashable, Sendable {
    public let first: IdeaID
    public let second: IdeaID
    /// Nil if the person could not say.
    public let winner: IdeaID?

    public init(first: IdeaID, second: IdeaID, winner: IdeaID?) {
        self.first = first
        self.second = second
        self.winner = winner
    }
}

/// Which two ideas somebody is asked about next. Until every idea was compared ten times the least compared come first;
/// then those of closest strength, as one learns most from them.
public struct DuelChoice: Sendable {
    /// How an idea stands in the duels so far.
    public struct Standing: Hashable, Sendable {
        public let idea: IdeaID
        public let duels: Int
        public let wins: Int

        public init(idea: IdeaID, duels: Int, wins: Int) {
            self.idea = idea
            self.duels = duels
            self.wins = wins
        }

        /// Its odds to win, half a win and half a defeat added so that they are finite.
        var odds: Double { (Double(wins) + 0.5) / (Double(duels - wins) + 0.5) }

        /// How many times better the odds of the better one are: 1 for equals.
        func distance(to other: Standing) -> Double { max(odds / other.odds, other.odds / odds) }
    }

    /// Below this, an idea is to be compared before any that had as many.
    public static let enough = 10

    /// The next pair; nil once every pair was answered.
    /// - Parameters:
    ///   - standings: The ideas that the person may judge.
    ///   - answered: What they answered already.
    ///   - seed: The same seed gives the same pair on the same sides: whoever opens the page again finds it.
    public static func next(
        among standings: [Standing], answered: [DuelAnswer], seed: String
    ) -> DuelPair? {
        var done: [IdeaID: Set<IdeaID>] = [:]
        for answer in answered {
            done[answer.first, default: []].insert(answer.second)
            done[answer.second, default: []].insert(answer.first)
        }
        let turns = TieDraw(seed: seed).turns(of: standings.map(\.idea.description))
        let order = standings.indices.sorted {
            (standings[$0].duels, turns[$0]) < (standings[$1].duels, turns[$1])
        }
        for (place, index) in order.enumerated() {
            let one = standings[index]
            let open = order[(place + 1)...].filter { done[one.idea]?.contains(standings[$0].idea) != true }
            guard let least = open.first else { continue }
            var other = standings[least]
            if other.duels >= enough {
                // Equal distances leave the draw's order.
                other =
                    open.map { standings[$0] }.min { $0.distance(to: one) < $1.distance(to: one) } ?? other
            }
            let isSwapped = Fingerprint(of: "\(seed)\n\(one.idea) \(other.idea)").bytes[0] % 2 == 1
            return isSwapped
                ? DuelPair(left: other.idea, right: one.idea) : DuelPair(left: one.idea, right: other.idea)
        }
        return nil
    }
}
