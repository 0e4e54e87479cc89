import Domain
import Proving

extension Dice {
    /// Some of the first `count` numbers, in ascending order.
    mutating func some(of count: Int) -> [Int] { (0..<count).filter { _ in Bool.random(using: &self) } }
}

/// A vote that is still open: what a tally is made from.
struct OpenVote {
    var kind: BallotKind
    var ideas: [Tally.Entry]
    var ballots: [Ballot]
    var terms: Tally.Terms

    func tally() throws -> Tally { try Tally(kind, ideas: ideas, ballots: ballots, terms: terms) }

    /// The same vote with ideas and ballots in another order.
    func shuffled(by luck: inout Dice) -> OpenVote {
        let order = ideas.indices.shuffled(using: &luck)
        var positions = [Int](repeating: 0, count: order.count)
        for (position, idea) in order.enumerated() { positions[idea] = position }
        func moved(_ marks: [Ballot.Mark]) -> [Ballot.Mark] {
            marks.map { .init(idea: positions[$0.idea], value: $0.value) }
        }
        var vote = self
        vote.ideas = order.map { ideas[$0] }
        vote.ballots = ballots.shuffled(using: &luck).map { ballot in
            switch ballot {
            case .approvals(let list): .approvals(list.map { positions[$0] }.shuffled(using: &luck))
            case .tokens(let marks): .tokens(moved(marks).shuffled(using: &luck))
            case .grades(let marks): .grades(moved(marks).shuffled(using: &luck))
            case .pairs(let duels):
                .pairs(
                    duels.map { .init(winner: positions[$0.winner], loser: positions[$0.loser]) }
                        .shuffled(using: &luck))
            case .scorecards(let cards):
                .scorecards(
                    cards.map { .init(idea: positions[$0.idea], scores: $0.scores) }
                        .shuffled(using: &luck))
            }
        }
        return vote
    }

    /// A vote of a few people on a few ideas, everybody shown everything.
    static func random(_ kind: BallotKind, _ luck: inout Dice) -> OpenVote {
        let count = 2 + luck.below(6)
        let voters = 1 + luck.below(9)
        let ballots = (0..<voters).map { _ -> Ballot in
            let chosen = luck.some(of: count)
            switch kind {
            case .approvals: return .approvals(chosen)
            case .tokens: return .tokens(chosen.map { .init(idea: $0, value: 1 + luck.below(3)) })
            case .grades: return .grades((0..<count).map { .init(idea: $0, value: luck.below(6)) })
            case .pairs:
                return .pairs(
                    (0..<(2 * count)).map { _ in
                        let first = luck.below(count)
                        let second = (first + 1 + luck.below(count - 1)) % count
                        return .init(winner: first, loser: second)
                    })
            case .scorecards:
                return .scorecards(
                    chosen.map {
                        .init(
                            idea: $0,
                            scores: luck.below(8) == 0 ? [] : [1 + luck.below(10), 1 + luck.below(10)])
                    })
            }
        }
        return OpenVote(
            kind: kind,
            ideas: (0..<count).map { .init(id: "\($0 * 7 + 3)", cost: 100 * (1 + luck.below(12))) },
            ballots: ballots,
            terms: .init(
                seed: "été \(luck.below(1_000))", budget: 100 * (5 + luck.below(30)), weights: [2, 1]))
    }
}
