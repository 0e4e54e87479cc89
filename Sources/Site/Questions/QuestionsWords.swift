import Domain

extension WordsUsed {
    /// What the room Questions asks for.
    static let questions = WordsUsed(
        literal: [
            "questions.at-least",
            "questions.at-most",
            "questions.between",
            "questions.in-unit",
            "questions.no-answer",
            "questions.staff-only.hint",
        ],
        families: [
            Family("questions.act.", ["lower", "raise", "remove"]),
            Family(
                "questions.field.",
                ["label", "hint", "choices", "unit", "minimum", "maximum", "isRequired", "isPublic"]),
            Family("questions.field.", ["choices", "unit"], [".hint"]),
            Family("questions.kind.", Question.Kind.self),
        ])
}
