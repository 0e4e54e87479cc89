import Domain

extension WordsUsed {
    /// What the room Invitations asks for.
    static let invitations = WordsUsed(
        literal: [
            "invitations.days",
            "invitations.expired",
            "invitations.expired.next",
            "invitations.expired.what",
            "invitations.flash.accepted",
            "invitations.flash.renewed",
            "invitations.flash.withdrawn",
            "invitations.letter.body",
            "invitations.letter.subject",
            "invitations.made",
            "invitations.problem.address",
            "invitations.problem.many",
            "invitations.used",
            "invitations.used.other",
            "invitations.used.sign-in",
            "invitations.used.what",
        ],
        families: [
            Family("invitations.field.", ["emails"], ["", ".hint"]),
            Family("invitations.field.", ["days"]),
            Family("invitations.end.", ["expired", "waiting"]),
            Family("invitations.state.", Invitation.State.self),
        ])
}
