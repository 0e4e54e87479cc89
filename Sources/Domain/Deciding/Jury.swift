/// Ranks by the mean of the jurors' weighted scores; where jurors did not all judge the same ideas, by that mean less
/// what each idea's jurors are lenient by.
public struct JuryMethod: RankingMethod {
    public static let id = "jury"
    public static let version = 1

    /// Whether the adjusted score decides; nil to adjust if jurors did not all judge the same ideas.
    public let adjusts: Bool?
    /// What holds adjusted scores back towards the mean of all, in thousandths.
    public let ideaPenalty: Int
    /// What holds leniencies back towards none, in thousandths.
    public let jurorPenalty: Int
    public let selection: Selection

    /// Fewer jurors than this an idea should not have.
    static let fewJurors = 3
    /// Scores are decided to one part of so many.
    private static let precision = 1_000_000_000.0

    /// Options: `adjusts` (0 or 1), `ideaPenalty` (0), `jurorPenalty` (1,000), `winners` (1).
    public init(options: MethodOptions) throws(OptionFault) {
        var reader = OptionReader(options)
        adjusts = try reader.take("adjusts", 0...1).map { $0 == 1 }
        ideaPenalty = try reader.take("ideaPenalty", 0...1_000_000) ?? 0
        jurorPenalty = try reader.take("jurorPenalty", 1...1_000_000) ?? 1_000
        selection = try Selection(&reader)
        try reader.finish()
    }

    public func rank(_ tally: Tally) throws(TallyFault) -> Ranking {
        try tally.require(.scorecards, for: Self.self)
        let bench = JuryBench(tally)
        let leniency = Leniency(
            bench, ideaPenalty: Double(ideaPenalty) / 1_000, jurorPenalty: Double(jurorPenalty) / 1_000)
        let isAdjusted = adjusts ?? !bench.isComplete
        // Kept to whole numbers, so that rounding in the computation cannot part what is equal.
        let keys = tally.ideas.indices.map { idea -> Int in
            let score = isAdjusted ? leniency.ideas[idea] : bench.mean(of: idea)
            return score.map { Int(($0 * Self.precision).rounded()) } ?? Int.min
        }
        let list = tally.places { keys[$0] > keys[$1] }
        let winners = selection.winners(
            of: list.order, readers: { bench.scores[$0].count }, isSupported: { keys[$0] != Int.min })
        let alphas = (
            Agreement.alpha(of: bench.units, metric: .ordinal),
            Agreement.alpha(of: bench.units, metric: .interval)
        )
        var steps: [Step] = []
        if case (let ordinal?, let interval?) = alphas {
            steps = [.agreed(ordinal: ordinal, interval: interval)]
        }
        return tally.ranking(
            Self.self, list, winners: winners, steps: steps, warnings: warnings(bench, alphas.0)
        ) { idea in
            .jury(facts(idea, bench, leniency, isAdjusted: isAdjusted))
        } gap: { idea, above in
            let isKnown = keys[idea] != Int.min
            return Gap(
                above: tally.ideas[above].id,
                difference: isKnown ? Double(keys[above] - keys[idea]) / Self.precision : nil)
        }
    }

    private func facts(_ idea: Int, _ bench: JuryBench, _ leniency: Leniency, isAdjusted: Bool) -> Facts.Jury
    {
        let scores = bench.scores[idea].map {
            Facts.Scored(score: $0.score, leniency: leniency.jurors[$0.juror])
        }
        return Facts.Jury(
            raw: bench.mean(of: idea), adjusted: leniency.ideas[idea], isAdjusted: isAdjusted,
            scores: scores.sorted { ($0.score, $0.leniency) > ($1.score, $1.leniency) },
            recusals: bench.recusals[idea])
    }

    private func warnings(_ bench: JuryBench, _ alpha: Double?) -> [Warning] {
        var warnings: [Warning] = []
        if let alpha {
            switch Agreement.Reading(alpha: alpha) {
            case .solid: break
            case .tentative: warnings.append(.tentativeJury(alpha: alpha))
            case .none: warnings.append(.juryDisagrees(alpha: alpha))
            }
        }
        let few = bench.scores.count { $0.count < Self.fewJurors }
        if few > 0 { warnings.append(.fewJurors(ideas: few)) }
        let groups = bench.groupCount
        if groups > 1 { warnings.append(.separateJurors(groups: groups)) }
        return warnings
    }
}
