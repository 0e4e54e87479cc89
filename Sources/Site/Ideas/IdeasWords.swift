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
            "ideas.late",
            "ideas.next.answer",
            "ideas.next.moderation",
            "ideas.next.results",
            "ideas.next.vote",
            "ideas.blind",
            "ideas.number",
            "ideas.open",
            "ideas.open.vote",
            "ideas.receipt.follow",
            "ideas.receipt.follow.challenge",
            "ideas.reward",
            "ideas.rule.vote",
            "ideas.sealed.no-comment",
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
            Family("ideas.", Wording.wordsByBlueprint),
            Family("ideas.solution.", Wording.wordsByBlueprint),
            Family("ideas.decision.", Decision.Code.self),
            Family("ideas.decision.", ["submitted"]),
            Family("ideas.visibility.", Idea.Visibility.self),
        ])
}

extension Wording {
    /// Words of the room that say what people submit: an idea, in a contest a solution.
    static let wordsByBlueprint = [
        "answer", "edit", "report", "withdraw", "withdraw.lead", "form.submit", "heading.new", "heading.edit",
        "field.title",
        "field.title.hint", "field.text", "field.text.hint", "receipt", "receipt.see", "receipt.others",
        "notice.draft", "notice.awaitingModeration", "notice.sealed", "notice.hidden", "notice.withdrawn",
        "rule.no-vote", "mine",
    ]
}
