extension WordsUsed {
    /// What the room Feeds asks for.
    static let feeds = WordsUsed(
        literal: [
            "feeds.flash.revoked",
            "feeds.group.challenges",
            "feeds.group.platform",
            "feeds.group.themes",
            "feeds.idea.about",
            "feeds.item.challenge",
            "feeds.item.clarification",
            "feeds.item.question",
            "feeds.item.change",
            "feeds.item.comment",
            "feeds.item.contribution",
            "feeds.item.contribution.official",
            "feeds.item.decision",
            "feeds.item.idea",
            "feeds.item.merge",
            "feeds.item.milestone",
            "feeds.item.phase",
            "feeds.item.results",
            "feeds.item.revision",
            "feeds.item.reward",
            "feeds.item.separation",
            "feeds.item.three-days",
            "feeds.personal.all",
            "feeds.personal.all.about",
            "feeds.personal.lost",
            "feeds.item.version",
            "feeds.platform",
            "feeds.platform.about",
            "feeds.promise",
            "feeds.results.about",
        ],
        families: [
            Family(
                "feeds.opened.",
                ["deliberation", "ideas", "ideasAndVotes", "reactions", "solutions", "votes"]),
            Family("feeds.until.", ["ideas", "ideasAndVotes", "reactions", "solutions", "votes"]),
        ])
}
