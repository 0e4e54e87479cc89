extension WordsUsed {
    /// What the room Voting asks for.
    static let voting = WordsUsed(
        literal: [
            "voting.flash.given",
            "voting.flash.withdrawn",
            "voting.invitation",
            "voting.left",
        ])
}
