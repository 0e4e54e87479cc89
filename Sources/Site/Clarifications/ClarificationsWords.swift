extension WordsUsed {
    /// What the room Clarifications asks for.
    static let clarifications = WordsUsed(
        literal: [
            "clarifications.flash.answered",
            "clarifications.flash.asked",
            "clarifications.history.answered",
            "clarifications.late",
            "clarifications.until",
        ],
        families: [
            Family("clarifications.field.", ["question", "before", "answer"], ["", ".hint"]),
            Family("clarifications.history.", ["answered", "asked", "closed", "open"]),
        ])
}
