import Domain
import Storage

extension WordsUsed {
    /// What the room Search asks for.
    static let search = WordsUsed(
        literal: [
            "search.advice.fewer",
            "search.advice.spelling",
            "search.advice.words",
            "search.any",
            "search.corrected",
            "search.count",
            "search.count.cut",
            "search.feed.about",
            "search.kind",
            "search.kind.any",
            "search.partial",
            "search.since",
            "search.since.any",
            "search.title",
            "search.title.of",
        ],
        families: [
            Family("search.field.", ["decision", "state", "theme"]),
            Family("search.kind.", SearchQuery.Kind.self),
            Family("search.one.", SearchQuery.Kind.self),
            Family("search.since.", SearchQuery.Age.self),
        ])
}
