extension WordsUsed {
    /// What the room Invitations asks for.
    static let invitations = WordsUsed(
        literal: [
            "invitations.flash.accepted",
            "invitations.flash.withdrawn",
            "invitations.letter.body",
            "invitations.letter.subject",
            "invitations.made",
            "invitations.problem.address",
            "invitations.problem.many",
            "invitations.state.used",
            "invitations.state.waiting",
        ],
        families: [Family("invitations.field.", ["emails"], ["", ".hint"])])
}
