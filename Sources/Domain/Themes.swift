/// A lasting subject, under which challenges are launched.
public struct Theme: Hashable, Sendable {
    public let id: ThemeID
    /// The readable address of the theme.
    public let slug: String
    public let title: [Language: String]
    public let summary: [Language: String]
    /// Open questions for discussion, one a line, in the insurer's language.
    public let prompts: String
    /// The two hues of the covers of its challenges, in degrees.
    public let hues: (Int, Int)

    public init(
        id: ThemeID, slug: String, title: [Language: String], summary: [Language: String], prompts: String,
        hues: (Int, Int)
    ) {
        self.id = id
        self.slug = slug
        self.title = title
        self.summary = summary
        self.prompts = prompts
        self.hues = hues
    }

    /// The title in `language`, or in French if it was not translated.
    public func title(in language: Language) -> String {
        title[language] ?? title[.french] ?? slug
    }

    /// The summary in `language`, or in French if it was not translated.
    public func summary(in language: Language) -> String {
        summary[language] ?? summary[.french] ?? ""
    }

    public static func == (left: Theme, right: Theme) -> Bool { left.id == right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
