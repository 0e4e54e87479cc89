import Domain

extension WordsUsed {
    /// What the room Drafts asks for.
    static let drafts = WordsUsed(
        literal: [
            "drafts.comments",
            "drafts.compared",
            "drafts.concern.counts",
            "drafts.field.thanks",
            "drafts.field.why",
            "drafts.field.why.hint",
            "drafts.flash.concern",
            "drafts.flash.reaction",
            "drafts.flash.taken-back",
            "drafts.flash.version",
            "drafts.form.heading",
            "drafts.form.hidden",
            "drafts.form.lead",
            "drafts.form.lead.first",
            "drafts.form.publish",
            "drafts.heading",
            "drafts.hidden",
            "drafts.kept",
            "drafts.list",
            "drafts.react",
            "drafts.sign-in",
            "drafts.thanks",
            "drafts.thanks.all",
            "drafts.thanks.few",
            "drafts.thanks.names",
            "drafts.version",
        ],
        families: [
            Family("drafts.change.", DraftChange.Kind.self),
            Family("drafts.concern.", Concern.self),
            Family("drafts.concern.count.", Concern.self),
            Family("drafts.concern.given.", Concern.self),
            Family("drafts.field.", ["comment", "draft"], ["", ".hint"]),
            Family("drafts.kind.", DraftReaction.Kind.self),
            Family("drafts.state.", DraftChange.Kind.self),
        ])
}
