import Domain

extension WordsUsed {
    /// What the room Points asks for.
    static let points = WordsUsed(
        literal: [
            "points.announced", "points.cap", "points.contest.open", "points.count", "points.flash.answered",
            "points.flash.cap", "points.flash.contested", "points.flash.hidden", "points.flash.left",
            "points.flash.rejoined", "points.flash.shown", "points.note.corrected", "points.note.cut",
            "points.note.gone", "points.note.settled", "points.paused", "points.unit", "points.waiting",
        ],
        families: [
            Family("points.field.", ["answer", "cap", "points", "reason"], ["", ".hint"]),
            Family("points.field.", ["verdict"]),
            Family("points.badge.", Badge.self, ["", ".about"]),
            Family("points.contest.", PointContest.Verdict.self),
            Family("points.reversal.", PointSource.self),
            Family("points.source.", PointSource.self),
            Family("points.verdict.", PointContest.Verdict.self, ["", ".about"]),
            Family("points.when.", PointSource.self),
        ])
}
