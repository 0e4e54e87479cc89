import Domain

extension WordsUsed {
    /// What the room Attachments asks for.
    static let attachments = WordsUsed(
        literal: [
            "attachments.about",
            "attachments.flash.added",
            "attachments.flash.removed",
            "attachments.flash.taken-out",
            "attachments.kilobytes",
            "attachments.megabytes",
            "attachments.removed",
        ],
        families: [
            Family(
                "attachments.field.", ["alternative", "cover", "description", "document", "files"],
                ["", ".hint"]),
            Family("attachments.kind.", AttachmentContent.Kind.self),
        ])
}
