extension WordsUsed {
    /// What the room Themes asks for.
    static let themes = WordsUsed(
        literal: [
            "themes.flash.saved",
            "themes.heading.edit",
            "themes.heading.new",
            "themes.prompt.closed",
        ],
        families: [
            Family(
                "themes.field.",
                [
                    "firstHue", "firstHue.hint", "prompts", "prompts.hint", "secondHue", "summary",
                    "summaryEnglish", "title", "titleEnglish",
                ])
        ])
}
