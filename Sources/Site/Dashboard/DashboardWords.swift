import Domain

extension WordsUsed {
    /// What the room Dashboard asks for.
    static let dashboard = WordsUsed(
        literal: [
            "dashboard.answered",
            "dashboard.challenges",
            "dashboard.counts-hidden",
            "dashboard.delay",
            "dashboard.delay.more",
            "dashboard.funnel.authors",
            "dashboard.funnel.commenters",
            "dashboard.funnel.participants",
            "dashboard.funnel.voters",
            "dashboard.participants.few",
            "dashboard.readings",
            "dashboard.sealed",
            "dashboard.share",
        ],
        families: [
            Family("dashboard.chart.", ["comments", "ideas", "readings", "supports"]),
            Family("dashboard.column.", IdeaExport.columns),
            Family("dashboard.compare.", ["ideas", "kept", "median", "participants"]),
            Family("dashboard.kept.", ["no", "yes"]),
            Family("dashboard.segment.", Segmentation.Kind.self, ["", ".none", ".several"]),
            Family("dashboard.visibility.", ["awaitingModeration", "hidden", "public", "sealed"]),
        ])
}
