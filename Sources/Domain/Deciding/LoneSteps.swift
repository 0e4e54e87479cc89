import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// A quick way to the neighbourhood of the most probable strengths: each idea in turn takes its own best step while the
/// others stand still, and its fictitious duels are all with an idea of middle strength.
struct LoneSteps {
    private struct Opponent {
        let idea: Int
        let duels: Double
    }

    private let opponents: [[Opponent]]
    private let wins: [Double]
    private let prior: Double

    private static let smallStep = 1e-8
    private static let mostRounds = 60

    /// `prior` is the number of fictitious duels of each idea.
    init(_ counts: DuelCounts, prior: Double) {
        var opponents = [[Opponent]](repeating: [], count: counts.ideas)
        for pair in counts.pairs {
            let duels = Double(pair.firstWins + pair.secondWins)
            opponents[pair.first].append(Opponent(idea: pair.second, duels: duels))
            opponents[pair.second].append(Opponent(idea: pair.first, duels: duels))
        }
        self.opponents = opponents
        wins = counts.wins.map(Double.init)
        self.prior = prior
    }

    /// Logarithms of the abilities reached.
    func strengths() -> [Double] {
        var strengths = wins.map { _ in 0.0 }
        var abilities = wins.map { _ in 1.0 }
        for _ in 0..<Self.mostRounds {
            var widest = 0.0
            for idea in strengths.indices {
                let own = abilities[idea]
                let middling = own / (own + 1)
                var slope = wins[idea] + prior * (0.5 - middling)
                var curve = prior * middling * (1 - middling)
                for opponent in opponents[idea] {
                    let win = own / (own + abilities[opponent.idea])
                    slope -= opponent.duels * win
                    curve += opponent.duels * win * (1 - win)
                }
                guard curve > 0 else { continue }
                let whole = slope / curve
                let step = whole < 0 ? -log1p(-whole) : log1p(whole)
                strengths[idea] += step
                abilities[idea] = exp(strengths[idea])
                widest = max(widest, abs(step))
            }
            if widest < Self.smallStep { break }
        }
        return strengths
    }
}
