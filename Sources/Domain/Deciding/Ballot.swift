/// With what a vote is held.
public enum BallotKind: String, CaseIterable, Codable, Hashable, Sendable {
    case approvals
    case tokens
    case grades
    case pairs
    case scorecards
}

/// What one person expressed in one vote. An idea is meant by its position in the list that the ballots come with.
public enum Ballot: Hashable, Sendable {
    /// The ideas supported.
    case approvals([Int])
    /// The tokens given to each idea.
    case tokens([Mark])
    /// The grade given to each idea, as the raw value of a `Grade`.
    case grades([Mark])
    /// The duels decided; a duel answered "cannot say" is none.
    case pairs([Duel])
    /// A juror's marks.
    case scorecards([Scorecard])

    /// A number given to an idea.
    public struct Mark: Hashable, Sendable {
        public let idea: Int
        public let value: Int

        public init(idea: Int, value: Int) {
            self.idea = idea
            self.value = value
        }
    }

    /// Of two ideas, the one preferred.
    public struct Duel: Hashable, Sendable {
        public let winner: Int
        public let loser: Int

        public init(winner: Int, loser: Int) {
            self.winner = winner
            self.loser = loser
        }
    }

    /// A juror's scores for one idea, one for each criterion; none if the juror stood aside.
    public struct Scorecard: Hashable, Sendable {
        public let idea: Int
        public let scores: [Int]

        public init(idea: Int, scores: [Int]) {
            self.idea = idea
            self.scores = scores
        }
    }

    /// With what kind of vote it goes.
    public var kind: BallotKind {
        switch self {
        case .approvals: .approvals
        case .tokens: .tokens
        case .grades: .grades
        case .pairs: .pairs
        case .scorecards: .scorecards
        }
    }

    /// The same ballot after idea `i` moved to `positions[i]`, in the one order in which such a ballot is written.
    func moved(to positions: [Int]) -> Ballot {
        func marks(_ list: [Mark]) -> [Mark] {
            list.map { Mark(idea: positions[$0.idea], value: $0.value) }.sorted { $0.idea < $1.idea }
        }
        switch self {
        case .approvals(let ideas): return .approvals(ideas.map { positions[$0] }.sorted())
        case .tokens(let list): return .tokens(marks(list))
        case .grades(let list): return .grades(marks(list))
        case .pairs(let duels):
            return .pairs(
                duels.map { Duel(winner: positions[$0.winner], loser: positions[$0.loser]) }
                    .sorted { ($0.winner, $0.loser) < ($1.winner, $1.loser) })
        case .scorecards(let cards):
            return .scorecards(
                cards.map { Scorecard(idea: positions[$0.idea], scores: $0.scores) }
                    .sorted { $0.idea < $1.idea })
        }
    }

    /// The ballot as numbers: what ballots are put in order by, and what the digest is made from.
    var numbers: [Int] {
        switch self {
        case .approvals(let ideas): ideas
        case .tokens(let list), .grades(let list): list.flatMap { [$0.idea, $0.value] }
        case .pairs(let duels): duels.flatMap { [$0.winner, $0.loser] }
        case .scorecards(let cards): cards.flatMap { [$0.idea] + $0.scores }
        }
    }
}
