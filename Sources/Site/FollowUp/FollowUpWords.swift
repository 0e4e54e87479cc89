extension WordsUsed {
    /// What the room FollowUp asks for.
    static let followUp = WordsUsed(
        literal: [
            "followup.field.of",
            "followup.filter",
            "followup.first",
            "followup.flash.saved",
            "followup.next",
            "followup.progress",
            "followup.state.late",
        ],
        families: [
            Family("followup.field.", ["done", "note", "planned", "team", "team.hint", "title"]),
            Family("followup.date.", ["done", "late", "planned"]),
            Family("followup.state.", ["done", "late", "planned"]),
        ])
}
