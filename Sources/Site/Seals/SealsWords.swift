extension WordsUsed {
    /// What the room Seals asks for.
    static let seals = WordsUsed(
        literal: [
            "seals.agreed",
            "seals.earlier",
            "seals.flash.agreed",
            "seals.flash.opened",
            "seals.kept",
            "seals.open",
            "seals.opened",
            "seals.refused",
        ],
        families: [
            Family("seals.field.", ["opening"], ["", ".hint"])
        ])
}
