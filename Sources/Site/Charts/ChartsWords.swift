extension WordsUsed {
    /// What the room Charts asks for.
    static let charts = WordsUsed(
        literal: [
            "charts.running",
            "charts.summary",
            "charts.summary.at-least",
            "charts.summary.none",
            "charts.summary.withheld",
            "charts.week",
            "charts.withheld",
        ],
        families: [Family("charts.period.", Periods.Length.self)])
}
