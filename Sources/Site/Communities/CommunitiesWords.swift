extension WordsUsed {
    /// What the room Communities asks for.
    static let communities = WordsUsed(
        literal: [
            "communities.flash.joined",
            "communities.flash.left",
            "communities.problem.code",
        ],
        families: [
            Family("communities.field.", ["code", "pseudonym"])
        ])
}
