import Domain

extension WordsUsed {
    /// What the room Authorship asks for.
    static let authorship = WordsUsed(
        literal: [
            "authorship.agreed",
            "authorship.asks",
            "authorship.equal",
            "authorship.flash.agreed",
            "authorship.flash.declined",
            "authorship.flash.invited",
            "authorship.flash.joined",
            "authorship.flash.left",
            "authorship.flash.proposed",
            "authorship.flash.uninvited",
            "authorship.proposed",
            "authorship.share",
        ],
        families: [
            Family("authorship.field.", ["pseudonym"], ["", ".hint"]),
            Family("authorship.part.", ["agreed", "waiting"]),
            Family("authorship.state.", ["invited", "declined", "left", "joined"]),
        ])
}
