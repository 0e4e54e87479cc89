extension WordsUsed {
    /// What the room Versions asks for.
    static let versions = WordsUsed(
        literal: [
            "versions.count",
            "versions.heading",
            "versions.heading.first",
            "versions.late",
            "versions.late.own",
            "versions.late.supports",
            "versions.version",
            "versions.withheld",
        ])
}
