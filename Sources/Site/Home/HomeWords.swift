extension WordsUsed {
    /// What the room Home asks for.
    static let home = WordsUsed(
        literal: [
            "home.by",
            "home.by.deleted",
            "home.title",
        ])
}
