import Storage

extension WordsUsed {
    /// What the room Display asks for.
    static let display = WordsUsed(
        literal: ["display.ballot", "display.counted", "display.pairs"],
        families: [Family("display.order.", IdeaFilter.Order.self)])
}
