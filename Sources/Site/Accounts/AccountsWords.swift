import Domain

extension WordsUsed {
    /// What the room Accounts asks for.
    static let accounts = WordsUsed(
        literal: [
            "accounts.draft.closed",
            "accounts.draft.until",
            "accounts.draft.untitled",
            "accounts.flash.deleted",
            "accounts.flash.password",
            "accounts.flash.ready",
            "accounts.flash.saved",
            "accounts.flash.signed-in",
            "accounts.flash.signed-out",
            "accounts.problem.sign-in",
        ],
        families: [
            Family("accounts.field.", ["current", "email", "language", "password", "pseudonym"]),
            Family("accounts.field.", ["new", "password", "pseudonym"], [".hint"]),
            Family("accounts.field.", ["new"]),
            Family("accounts.field.language.", Language.self),
            Family("accounts.trial.", Trial.Purpose.self),
            Family("accounts.why.", ["comment", "page", "submit", "vote"]),
        ])
}
