extension WordsUsed {
    /// What the room Similarity asks for.
    static let similarity = WordsUsed(
        literal: [
            "similarity.reason",
            "similarity.some",
            "similarity.very",
            "similarity.word",
        ])
}
