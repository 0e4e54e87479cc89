extension WordsUsed {
    /// What the room Comments asks for.
    static let comments = WordsUsed(
        literal: [
            "comments.flash.published",
            "comments.hint.prompt",
            "comments.official",
            "comments.officially",
            "comments.sign-in",
        ],
        families: [
            Family("comments.field.", ["comment", "comment.hint", "stance"]),
            Family("comments.form", ["", ".official", ".own", ".prompt"]),
            Family("comments.stance.", ["for", "against", "question"]),
        ])
}
