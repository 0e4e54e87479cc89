import Domain

extension WordsUsed {
    /// What the room Ideas asks for.
    static let ideas = WordsUsed(
        literal: [
            "ideas.by",
            "ideas.by.deleted",
            "ideas.decision.submitted",
            "ideas.deleted-author",
            "ideas.due",
            "ideas.flash.draft",
            "ideas.flash.erased",
            "ideas.flash.saved",
            "ideas.flash.withdrawn",
            "ideas.heading.edit",
            "ideas.heading.new",
            "ideas.late",
            "ideas.next.answer",
            "ideas.next.moderation",
            "ideas.next.results",
            "ideas.next.vote",
            "ideas.notice.hidden",
            "ideas.blind",
            "ideas.number",
            "ideas.open",
            "ideas.open.vote",
            "ideas.receipt.follow",
            "ideas.receipt.follow.challenge",
            "ideas.reward",
            "ideas.rule.no-vote",
            "ideas.rule.vote",
            "ideas.terms",
            "ideas.visibility.draft",
            "ideas.visibility.hidden",
            "ideas.warning",
            "ideas.notice.kept-sealed",
            "ideas.passed-on",
            "ideas.passed-on.short",
            "ideas.visibility.kept-sealed",
            "ideas.warning.sealed",
        ],
        families: [
            Family("ideas.field.", ["text", "title"], ["", ".hint"]),
            Family("ideas.decision.", Decision.Code.self),
            Family("ideas.decision.", ["submitted"]),
            Family(
                "ideas.notice.",
                ["awaitingModeration", "draft", "hidden", "sealed", "withdrawn"]),
            Family("ideas.visibility.", Idea.Visibility.self),
        ])
}
