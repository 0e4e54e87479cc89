import Domain
import Templating

/// A place of a ranking as a picture of one line. What it shows stands in the sentence beside it, so readers of screens
/// are not told of it.
enum RankingPicture {
    private static let width = 600.0

    /// The picture of `facts`. `most` is the largest number of the ranking, for bars that are compared; `budget` the
    /// envelope, in cents. Nil where there is nothing to draw.
    static func svg(of facts: Facts, most: Int, budget: Int?) -> HTML? {
        switch facts {
        case .grades(let facts): profile(facts.counts)
        case .duels(let facts): interval(facts)
        case .tokens(let facts): bar(Double(facts.tokens) / Double(max(1, most)))
        case .approval(let facts):
            bar(Double(facts.supports) / Double(max(1, facts.exposures)), mark: facts.lowerBound)
        case .shares(let facts):
            bar(
                Double(facts.cost) / Double(max(1, budget ?? 1)),
                tone: facts.round == nil ? "left-out" : "taken")
        case .jury(let facts): scores(facts)
        case .score: nil
        }
    }

    /// The number by which bars are compared.
    static func size(of facts: Facts) -> Int {
        if case .tokens(let facts) = facts { facts.tokens } else { 0 }
    }

    /// How often each grade was given, the best on the left; the line is where half of the grades lie on either side.
    private static func profile(_ counts: [Int]) -> HTML? {
        let total = counts.reduce(0, +)
        guard total > 0 else { return nil }
        var left = 0.0
        var parts = ""
        for (grade, count) in counts.enumerated().reversed() where count > 0 {
            let share = Double(count) / Double(total) * width
            parts += rect(left, share, 0, 24, "grade-\(grade)")
            left += share
        }
        return picture(parts + rect(width / 2 - 1, 2, 0, 24, "middle"))
    }

    /// The share of duels that an idea would win, with the interval that holds 19 times in 20.
    private static func interval(_ facts: Facts.Duels) -> HTML {
        let low = max(0, facts.winShare - facts.winShareMargin) * width
        let high = min(1, facts.winShare + facts.winShareMargin) * width
        return picture(
            rect(0, width, 11, 2, "track") + rect(width / 2 - 1, 2, 4, 16, "track")
                + rect(low, high - low, 8, 8, "range") + rect(facts.winShare * width - 3, 6, 2, 20, "point"))
    }

    /// From the lowest score to the highest, on a scale of 1 to 10, with the mean that decides.
    private static func scores(_ facts: Facts.Jury) -> HTML? {
        func place(_ score: Double) -> Double { min(1, max(0, (score - 1) / 9)) * width }
        guard let mean = facts.isAdjusted ? facts.adjusted : facts.raw, let best = facts.scores.first,
            let last = facts.scores.last
        else { return nil }
        let low = place(last.score)
        return picture(
            rect(0, width, 11, 2, "track")
                + rect(low, max(4, place(best.score) - low), 8, 8, "range")
                + rect(place(mean) - 3, 6, 2, 20, "point"))
    }

    private static func bar(_ share: Double, mark: Double? = nil, tone: String = "taken") -> HTML {
        picture(
            rect(0, width, 6, 12, "track") + rect(0, min(1, max(0, share)) * width, 6, 12, tone)
                + (mark.map { rect($0 * width - 1, 3, 2, 20, "point") } ?? ""))
    }

    /// What of the envelope went to which idea, and what is left.
    static func envelope(_ costs: [Int], budget: Int) -> HTML {
        var left = 0.0
        var parts = rect(0, width, 0, 24, "track")
        for cost in costs {
            let share = Double(cost) / Double(max(1, budget)) * width
            parts += rect(left, max(0, share - 2), 0, 24, "taken")
            left += share
        }
        return picture(parts)
    }

    /// A swatch for the legend.
    static func swatch(_ grade: Int) -> HTML {
        HTML(
            trusted: """
                <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true" focusable="false">\
                <rect class="grade-\(grade)" width="14" height="14"/></svg>
                """)
    }

    private static func rect(_ x: Double, _ width: Double, _ y: Int, _ height: Int, _ tone: String) -> String
    {
        """
        <rect class="\(tone)" x="\(decimal(max(0, x)))" y="\(y)" width="\(decimal(width))" height="\(height)"/>
        """
    }

    /// To a tenth, with a point.
    private static func decimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    private static func picture(_ parts: String) -> HTML {
        HTML(
            trusted: """
                <svg class="ranking-picture" viewBox="0 0 600 24" preserveAspectRatio="none" aria-hidden="true" \
                focusable="false">\(parts)</svg>
                """)
    }
}
