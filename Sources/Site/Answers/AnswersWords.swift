extension WordsUsed {
    /// What the room Answers asks for.
    static let answers = WordsUsed(
        literal: [
            "answers.days",
            "answers.days-and-half",
            "answers.fact.late",
            "answers.none",
        ],
        families: [
            Family("answers.fact.", ["in-time", "late", "too-late", "waiting"])
        ])
}
