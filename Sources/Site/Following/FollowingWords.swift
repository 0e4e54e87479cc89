extension WordsUsed {
    /// What the room Following asks for.
    static let following = WordsUsed(
        literal: [
            "following.flash.begun",
            "following.flash.ended",
        ])
}
