extension WordsUsed {
    /// What the room Localisation asks for.
    static let localisation = WordsUsed(
        literal: [
            "dates.left-days",
            "dates.left-hours",
            "dates.left-minutes",
        ],
        families: [
            Family("dates.month-", (1...12).map(String.init))
        ])
}
