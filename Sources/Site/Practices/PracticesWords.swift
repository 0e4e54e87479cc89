import Domain
import Storage

extension WordsUsed {
    /// What the room Practices asks for.
    static let practices = WordsUsed(
        literal: [
            "practices.appliers",
            "practices.appliers.about",
            "practices.appliers.few",
            "practices.apply",
            "practices.by",
            "practices.by.gone",
            "practices.edit",
            "practices.field.reason.choose",
            "practices.filter",
            "practices.flash.applied",
            "practices.flash.changed",
            "practices.flash.hidden",
            "practices.flash.left",
            "practices.flash.proposed",
            "practices.flash.shown",
            "practices.free",
            "practices.hidden",
            "practices.hidden.note",
            "practices.leave",
            "practices.new",
            "practices.nothing",
            "practices.order",
            "practices.problem.cost",
            "practices.save",
            "practices.send",
            "practices.since",
        ],
        families: [
            Family("practices.fact.", ["cost", "needs", "takes"]),
            Family("practices.none.", PracticeChoice.self),
            Family("practices.order.", PracticeOrder.self),
            Family("practices.show.", PracticeChoice.self),
            Family(
                "practices.field.",
                [
                    "cost", "cost.hint", "does", "does.hint", "needs", "needs.hint", "note", "note.hint",
                    "reason", "takes", "takes.hint", "title", "title.hint",
                ]),
        ])
}
