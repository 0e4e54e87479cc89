/// One piece of a template file, as its author wrote it.
struct Node: Sendable {
    let line: Int
    let content: Content

    enum Content: Sendable {
        /// Text to send. `startsLine` says that nothing stands before it on its line.
        case text([UInt8], startsLine: Bool)
        /// `{{author.name}}`; an empty path is `{{.}}`.
        case field([String])
        /// `{{t voting.support count=tally}}`.
        case words(key: String, arguments: [WordArgument])
        /// `{{#ideas}}…{{/ideas}}` and its kin.
        case section([String], SectionMeaning, [Node])
        /// `{{>ideas/_ballot}}`.
        case partial(String)
        /// `{{$title}}default{{/title}}`.
        case block(String, [Node])
        /// `{{<layouts/site}}…{{/layouts/site}}`, with the blocks it fills.
        case parent(String, [FilledBlock])
    }
}

/// What a section does with its name.
enum SectionMeaning: Sendable {
    /// `{{#name}}`: enters it, once per element.
    case enter
    /// `{{#name?}}`: once if there is something in it, without entering it.
    case test
    /// `{{^name}}`: once if there is nothing in it.
    case invert
}

/// `count=tally` inside `{{t …}}`.
struct WordArgument: Sendable {
    let name: String
    let path: [String]
}

/// `{{$content}}…{{/content}}` inside `{{<layout}}`.
struct FilledBlock: Sendable {
    let name: String
    let body: [Node]
    let line: Int
    let file: String
}

/// One parsed file.
struct TemplateSource: Sendable {
    /// Its path without `.html`.
    let name: String
    let nodes: [Node]

    var file: String { name + ".html" }
}
