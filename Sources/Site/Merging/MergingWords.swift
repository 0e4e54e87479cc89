extension WordsUsed {
    /// What the room Merging asks for.
    static let merging = WordsUsed(
        literal: [
            "merging.field.target.hint.alone",
            "merging.flash.merged",
            "merging.flash.separated",
            "merging.from",
            "merging.history.joined",
            "merging.history.parted",
            "merging.history.taken",
            "merging.own",
        ],
        families: [
            Family(
                "merging.field.",
                ["choice", "target", "target.hint", "reason", "reason.hint"])
        ])
}
