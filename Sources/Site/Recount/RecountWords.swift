import Domain

extension WordsUsed {
    /// What the room Recount asks for.
    static let recount = WordsUsed(
        literal: [
            "recount.ballots",
            "recount.envelope",
            "recount.envelope.alone",
            "recount.found.place",
            "recount.funded",
            "recount.funded.alone",
            "recount.gone",
            "recount.sealed",
        ],
        families: [
            Family("recount.field.", ["receipt"], ["", ".hint"]),
            Family("recount.rule.", DecidingWay.Name.self),
        ])
}
