import Domain

extension WordsUsed {
    /// What the room Administration asks for.
    static let administration = WordsUsed(
        literal: [
            "administration.field.challenge.all",
            "administration.field.choose",
            "administration.flash.given",
            "administration.flash.taken",
            "administration.role.administrator",
            "administration.role.challenge",
            "administration.role.everywhere",
        ],
        families: [
            Family("administration.field.", ["challenge", "role"]),
            Family("administration.role.", Role.self),
        ])
}
