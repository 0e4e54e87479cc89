import Domain
import Glibc

/// How long rankings of large votes take, on made-up ballots that are always the same.
struct RankingMeasurement {
    /// A vote to rank.
    private struct Vote: Sendable {
        let name: String
        let method: any RankingMethod.Type
        /// What it should take at most, in seconds.
        let aim: Double
        let tally: @Sendable () throws -> Tally
    }

    /// Measures and prints. Throws what a method throws.
    func run() throws {
        Console.say("\nrankings, processor time on one core\n")
        for vote in Self.votes {
            let tally = try vote.tally()
            let method = try vote.method.init(options: [:])
            var seconds = Double.infinity
            for _ in 0..<3 {
                let begin = clock()
                _ = try method.rank(tally)
                seconds = min(seconds, Double(clock() - begin) / Double(CLOCKS_PER_SEC))
            }
            Console.say(
                vote.name.padded(to: 56)
                    + "\(Self.milliseconds(seconds)) (aim \(Self.milliseconds(vote.aim)))")
        }
    }

    private static func milliseconds(_ seconds: Double) -> String {
        "\((seconds * 10_000).rounded() / 10) ms"
    }

    private static let votes = [
        Vote(name: "approval, 2,000 ideas, 200,000 supports", method: ApprovalMethod.self, aim: 0.05) {
            try tally(.approvals, ideas: 2_000, ballots: 20_000) { ideas, chance in
                .approvals(some(10, of: ideas, &chance))
            }
        },
        Vote(name: "tokens, 2,000 ideas, 200,000 marks", method: TokensMethod.self, aim: 0.05) {
            try tally(.tokens, ideas: 2_000, ballots: 20_000) { ideas, chance in
                .tokens(some(10, of: ideas, &chance).map { .init(idea: $0, value: 1 + chance.below(3)) })
            }
        },
        Vote(
            name: "majority judgment, 2,000 ideas, 200,000 grades", method: MajorityJudgment.self, aim: 0.05
        ) {
            try tally(.grades, ideas: 2_000, ballots: 20_000) { ideas, chance in
                .grades(some(10, of: ideas, &chance).map { .init(idea: $0, value: chance.below(6)) })
            }
        },
        Vote(
            name: "Bradley–Terry, 2,000 ideas, 200,000 comparisons", method: PairwiseMethod.self, aim: 1
        ) {
            try tally(.pairs, ideas: 2_000, ballots: 20_000) { ideas, chance in
                .pairs((0..<10).map { _ in duel(ideas, &chance) })
            }
        },
        Vote(
            name: "Equal Shares with Add1, 200 projects, 5,000 voters", method: EqualShares.self, aim: 1
        ) {
            try election(voters: 5_000)
        },
        Vote(
            name: "Equal Shares with Add1, 200 projects, 50,000 voters", method: EqualShares.self, aim: 10
        ) {
            try election(voters: 50_000)
        },
        Vote(name: "jury, 300 ideas, 30 jurors", method: JuryMethod.self, aim: 0.05) {
            try tally(.scorecards, ideas: 300, ballots: 30) { ideas, chance in
                .scorecards(
                    some(50, of: ideas, &chance).map { idea in
                        .init(idea: idea, scores: (0..<3).map { _ in 1 + chance.below(10) })
                    })
            }
        },
    ]

    private static func tally(
        _ kind: BallotKind, ideas: Int, ballots: Int, _ ballot: (Int, inout Chance) -> Ballot
    ) throws -> Tally {
        var chance = Chance(seed: 1)
        return try Tally(
            kind, ideas: (1...ideas).map { .init(id: "\($0)") },
            ballots: (0..<ballots).map { _ in ballot(ideas, &chance) },
            terms: .init(seed: "measure", weights: [3, 2, 1]))
    }

    /// An envelope of 400 euros a voter, and ideas that cost a five-hundredth to a tenth of it; some are liked by many.
    /// Shares are raised some hundred times before the envelope is full.
    private static func election(voters: Int) throws -> Tally {
        var chance = Chance(seed: 2)
        let budget = voters * 40_000
        let ideas = (1...200).map {
            Tally.Entry(id: "\($0)", cost: budget / 10_000 * (20 + chance.below(980)))
        }
        let ballots = (0..<voters).map { _ in
            Ballot.approvals(
                some(12, of: 200 * 200, &chance).map { Int(Double($0).squareRoot()) }.uniqued())
        }
        return try Tally(
            .approvals, ideas: ideas, ballots: ballots, terms: .init(seed: "measure", budget: budget))
    }

    /// The idea of the higher number is the better one.
    private static func duel(_ ideas: Int, _ chance: inout Chance) -> Ballot.Duel {
        let pair = some(2, of: ideas, &chance)
        let isExpected = chance.below(3 * ideas) < 2 * ideas + abs(pair[1] - pair[0])
        return isExpected == (pair[0] < pair[1])
            ? .init(winner: pair[1], loser: pair[0]) : .init(winner: pair[0], loser: pair[1])
    }

    /// So many different numbers.
    private static func some(_ count: Int, of all: Int, _ chance: inout Chance) -> [Int] {
        var chosen: [Int] = []
        while chosen.count < count {
            let next = chance.below(all)
            if !chosen.contains(next) { chosen.append(next) }
        }
        return chosen
    }
}

extension [Int] {
    /// The numbers without repetitions, in ascending order.
    fileprivate func uniqued() -> [Int] { Set(self).sorted() }
}
