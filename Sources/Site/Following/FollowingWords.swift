import Domain

extension WordsUsed {
    /// What the room Following asks for.
    static let following = WordsUsed(
        literal: [
            "following.flash.begun",
            "following.flash.ended",
            "following.flash.read",
            "following.kind",
            "following.kind.any",
        ],
        families: [
            Family("following.", ["themes", "challenges", "ideas"]),
            Family("following.kind.", NewsKind.self),
        ])
}
