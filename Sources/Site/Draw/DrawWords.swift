extension WordsUsed {
    /// What the room Draw asks for.
    static let draw = WordsUsed(
        literal: ["draw.flash.committed", "draw.flash.drawn", "draw.problem.line", "draw.still-open"],
        families: [Family("draw.field.", ["publicInput", "source", "winners"], ["", ".hint"])])
}
