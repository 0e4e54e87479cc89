import Foundation
import Proving
import Testing

@testable import Domain

@Suite("Pairwise comparisons")
struct PairwiseTests {
    /// Citations between four journals (A. Agresti, Categorical Data Analysis, 2002, p. 448), with the abilities and standard
    /// errors that the R package BradleyTerry2 gives.
    @Test("finds the published abilities and standard errors")
    func citations() {
        let wins = [[0, 730, 498, 221], [33, 0, 68, 17], [320, 813, 0, 142], [284, 276, 325, 0]]
        var duels: [Ballot.Duel] = []
        for (winner, row) in wins.enumerated() {
            for (loser, count) in row.enumerated() {
                duels += [Ballot.Duel](repeating: .init(winner: winner, loser: loser), count: count)
            }
        }
        let model = BradleyTerry(DuelCounts(ideas: 4, duels), prior: 0)
        let abilities = [0, -2.949072496843908, -0.4795697697519897, 0.2689540558194421]
        let errors = [0, 0.10254533551120866, 0.060588729248230645, 0.07082996511114108]
        for idea in 1..<4 {
            #expect(abs(model.strengths[idea] - model.strengths[0] - abilities[idea]) < 1e-8)
            #expect(abs(model.standardError(of: idea, against: 0) - errors[idea]) < 1e-6)
        }
        #expect(abs(model.strengths.reduce(0, +)) < 1e-9)
    }

    /// The slope of the likelihood is zero at its maximum, however odd the duels are.
    @Test("the iteration of minorization and maximization has nothing to mend", arguments: 0..<40)
    func fixedPoint(seed: Int) throws {
        var luck = Dice(seed)
        let vote = OpenVote.random(.pairs, &luck)
        let counts = DuelCounts(ideas: vote.ideas.count, try vote.tally().duels)
        let prior = 0.1
        let model = BradleyTerry(counts, prior: prior)
        let size = counts.ideas
        let share = prior / Double(size * (size - 1) / 2)
        let powers = model.strengths.map { exp($0) }
        for idea in 0..<size {
            var wins = share * Double(size - 1)
            var sum = 0.0
            for other in 0..<size where other != idea { sum += 2 * share / (powers[idea] + powers[other]) }
            for pair in counts.pairs where pair.first == idea || pair.second == idea {
                wins += Double(pair.first == idea ? pair.firstWins : pair.secondWins)
                sum += Double(pair.firstWins + pair.secondWins) / (powers[pair.first] + powers[pair.second])
            }
            #expect(abs(wins / sum / powers[idea] - 1) < 1e-6, "seed \(seed), idea \(idea)")
        }
    }

    @Test("ideas that were never compared are told apart from those that were")
    func groups() throws {
        let tally = try Tally(
            .pairs, ideas: ["a", "b", "c", "d", "e"].map { .init(id: $0) },
            ballots: [
                .pairs([.init(winner: 0, loser: 1), .init(winner: 0, loser: 1)]),
                .pairs([.init(winner: 2, loser: 3)]),
            ], terms: .init(seed: "s"))
        let ranking = try PairwiseMethod(options: [:]).rank(tally)
        #expect(ranking.warnings.contains(.separateGroups(count: 3)))
        #expect(ranking.warnings.contains(.fewDuels(ideas: 5, least: 10)))
        #expect(ranking.places.map(\.id) == ["a", "c", "e", "d", "b"])
    }

    @Test("the share of duels won comes with its margin")
    func share() throws {
        var duels: [Ballot.Duel] = []
        for round in 0..<40 {
            duels.append(round % 4 == 0 ? .init(winner: 1, loser: 0) : .init(winner: 0, loser: 1))
        }
        let tally = try Tally(
            .pairs, ideas: [.init(id: "x"), .init(id: "y")], ballots: [.pairs(duels)],
            terms: .init(seed: "s"))
        let ranking = try PairwiseMethod(options: [:]).rank(tally)
        guard case .duels(let facts) = ranking.places[0].facts else { throw WrongFacts() }
        #expect((facts.wins, facts.duels) == (30, 40))
        #expect(abs(facts.winShare - 30.1 / 40.2) < 1e-6)
        // Half the difference of two strengths: the error of a strength is half that of the difference.
        let variance = 1 / (40.2 * facts.winShare * (1 - facts.winShare))
        #expect(abs(facts.standardError - variance.squareRoot() / 2) < 1e-6)
        #expect(abs((ranking.places[1].gap?.standardError ?? 0) - variance.squareRoot()) < 1e-6)
    }

    @Test("an inverse of any size is that of the matrix", arguments: [1, 2, 5, 31, 32, 33, 64, 70, 103])
    func inverse(size: Int) {
        var luck = Dice(size)
        var matrix = Square(size: size)
        for row in 0..<size {
            for column in 0..<row {
                matrix[row, column] = Double.random(in: -1...1, using: &luck)
                matrix[column, row] = matrix[row, column]
            }
            matrix[row, row] = Double(size) + 1
        }
        var information = Information(matrix)
        let goal = (0..<size).map { Double($0 % 7) - 3 }
        let solution = information.solve(goal)
        information.invert()
        for row in 0..<size {
            let image = (0..<size).reduce(0) { $0 + matrix[row, $1] * solution[$1] }
            #expect(abs(image - goal[row]) < 1e-10)
            let inverse = (0..<size).reduce(0) { $0 + information.covariance(row, $1) * goal[$1] }
            #expect(abs(inverse - solution[row]) < 1e-10)
        }
    }
}
