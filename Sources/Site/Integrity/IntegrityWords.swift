import Domain

extension WordsUsed {
    /// What the room Integrity asks for.
    static let integrity = WordsUsed(
        literal: [
            "integrity.alerts",
            "integrity.aside",
            "integrity.contested",
            "integrity.days",
            "integrity.flash.appealed",
            "integrity.flash.restored",
            "integrity.flash.set-aside",
            "integrity.hours",
            "integrity.moved",
            "integrity.notice",
            "integrity.notice.final",
            "integrity.own.read",
            "integrity.own.why",
            "integrity.pairs",
            "integrity.signals",
            "integrity.voter",
        ],
        families: [
            Family("integrity.signal.", VoteAlert.Signal.self),
            Family("integrity.told.", VoteAlert.Signal.self),
            Family("integrity.legend.", VoteAlert.Signal.self),
            Family("integrity.field.", ["reason", "appeal"], ["", ".hint"]),
            Family("integrity.field.", ["voters"]),
        ])
}
