extension WordsUsed {
    /// What the room Desk asks for.
    static let desk = WordsUsed(
        literal: [
            "desk.count",
            "desk.due.answered",
            "desk.due.days",
            "desk.due.late",
            "desk.due.none",
            "desk.due.today",
            "desk.passed-on",
            "desk.field.code.choose",
            "desk.filter.challenge",
            "desk.flash.answered",
            "desk.flash.messages",
            "desk.flash.prepared",
            "desk.flash.results",
            "desk.flash.scheduled",
            "desk.flash.unscheduled",
            "desk.late",
            "desk.lead",
            "desk.many",
            "desk.message.answer",
            "desk.message.greeting",
            "desk.message.news",
            "desk.message.readers",
            "desk.missed",
            "desk.planned",
            "desk.results.missing",
            "desk.results.no-winner",
            "desk.results.open",
            "desk.results.ready",
        ],
        families: [
            Family("desk.field.", ["code", "confirm", "publication", "reason", "reason.hint"]),
            Family("desk.field.", ["publishAt", "chosen", "others"], ["", ".hint"]),
            Family("desk.field.publication.", ["now", "results"], ["", ".hint"]),
        ])
}
