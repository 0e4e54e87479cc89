/// A jury's scores, idea by idea.
struct JuryBench {
    struct Scored {
        let juror: Int
        /// The weighted sum of the criteria's scores.
        let points: Int
        /// The weighted mean of the criteria's scores.
        let score: Double
    }

    let jurors: Int
    private let weight: Int
    private(set) var scores: [[Scored]]
    /// How many jurors stood aside.
    private(set) var recusals: [Int]

    init(_ tally: Tally) {
        weight = tally.terms.weights.reduce(0, +)
        scores = [[Scored]](repeating: [], count: tally.ideas.count)
        recusals = [Int](repeating: 0, count: tally.ideas.count)
        jurors = tally.ballots.count
        for (juror, ballot) in tally.ballots.enumerated() {
            guard case .scorecards(let cards) = ballot else { continue }
            for card in cards {
                if card.scores.isEmpty {
                    recusals[card.idea] += 1
                    continue
                }
                let points = zip(tally.terms.weights, card.scores).reduce(0) { $0 + $1.0 * $1.1 }
                scores[card.idea].append(
                    Scored(juror: juror, points: points, score: Double(points) / Double(weight)))
            }
        }
    }

    /// The mean of an idea's weighted scores; nil without any.
    func mean(of idea: Int) -> Double? {
        let own = scores[idea]
        guard !own.isEmpty else { return nil }
        return Double(own.reduce(0) { $0 + $1.points }) / Double(weight * own.count)
    }

    /// Whether every juror who scored anything scored every idea that was scored.
    var isComplete: Bool {
        let judged = scores.filter { !$0.isEmpty }
        let active = Set(judged.joined().map(\.juror))
        return judged.allSatisfy { $0.count == active.count }
    }

    /// For each idea the weighted sums that it was given.
    var units: [[Int]] { scores.map { $0.map(\.points) } }

    /// How many groups of ideas there are that share no juror.
    var groupCount: Int {
        var groups = Groups(count: scores.count + jurors)
        for (idea, list) in scores.enumerated() {
            for scored in list { groups.join(idea, scores.count + scored.juror) }
        }
        let idle = jurors - Set(scores.joined().map(\.juror)).count + scores.count(where: \.isEmpty)
        return groups.count - idle
    }
}
