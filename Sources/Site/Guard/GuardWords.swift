import Domain

extension WordsUsed {
    /// What the room Guard asks for.
    static let `guard` = WordsUsed(
        literal: [
            "guard.about.health",
            "guard.about.mask",
            "guard.found",
        ],
        families: [
            Family("guard.kind.", Guard.Kind.self)
        ])
}
