extension JuryRules {
    /// What jurors gave for each criterion on average, in the order of the criteria; empty without scores. Each of `scores`
    /// is one juror's, whole.
    public static func means(of scores: [[Int]]) -> [Double] {
        guard let first = scores.first else { return [] }
        return first.indices.map { criterion in
            Double(scores.map { $0[criterion] }.reduce(0, +)) / Double(scores.count)
        }
    }

    /// The means of each idea that somebody scored.
    public static func means(of cards: [JuryCard]) -> [String: [Double]] {
        Dictionary(grouping: cards.filter { $0.state == .done }, by: { "\($0.idea)" }).mapValues {
            means(of: $0.map { $0.scores.compactMap(\.self) })
        }
    }
}

extension BallotFile {
    /// What a jury's papers give for each criterion on average, by ideas that somebody scored.
    public var criterionMeans: [String: [Double]] {
        let scores = ballots.flatMap { ($0.scores ?? [:]).map { (idea: $0.key, scores: $0.value) } }
        return Dictionary(grouping: scores, by: \.idea).mapValues { JuryRules.means(of: $0.map(\.scores)) }
    }
}

extension Ranking.Place {
    /// The place as it is told; nil for what stands last only because no juror judged it.
    public var told: Int? {
        if case .jury(let facts) = facts, facts.raw == nil { nil } else { place }
    }
}
