/// Ranks by the grade that a majority stands behind, and between ideas with the same one by what is left when that
/// grade is taken away, one by one (M. Balinski and R. Laraki, 2007).
public struct MajorityJudgment: RankingMethod {
    public static let id = "majority-judgment"
    public static let version = 1

    /// The grade that an idea has from whoever gave it none; nil if those are not counted.
    public let missing: Grade?
    public let selection: Selection

    /// Options: `missing` (the grade's number, 0 for the worst, that stands for no opinion), `winners` (1).
    public init(options: MethodOptions) throws(OptionFault) {
        var reader = OptionReader(options)
        missing = try reader.take("missing", 0...(Grade.allCases.count - 1)).flatMap(Grade.init(rawValue:))
        selection = try Selection(&reader)
        try reader.finish()
    }

    public func rank(_ tally: Tally) throws(TallyFault) -> Ranking {
        try tally.require(.grades, for: Self.self)
        let grades = count(tally)
        let list = tally.places { grades[$0].isBetter(than: grades[$1]) }
        let winners = selection.winners(
            of: list.order, readers: { grades[$0].total }, isSupported: { (grades[$0].median ?? 0) > 0 })
        return tally.ranking(Self.self, list, winners: winners) { idea in
            .grades(
                Facts.Grades(
                    counts: grades[idea].counts, median: grades[idea].median, above: grades[idea].above,
                    below: grades[idea].below))
        } gap: { _, above in
            Gap(above: tally.ideas[above].id)
        }
    }

    private func count(_ tally: Tally) -> [GradeCounts] {
        let width = Grade.allCases.count
        var counts = [Int](repeating: 0, count: tally.ideas.count * width)
        for case .grades(let marks) in tally.ballots {
            for mark in marks { counts[mark.idea * width + mark.value] += 1 }
        }
        return tally.ideas.indices.map { idea in
            var own = Array(counts[(idea * width)..<((idea + 1) * width)])
            if let missing { own[missing.rawValue] += tally.ballots.count - own.reduce(0, +) }
            return GradeCounts(own)
        }
    }
}
