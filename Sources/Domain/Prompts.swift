/// An open question of a theme, under which everybody may say something at any time.
public struct Prompt: Sendable {
    public let id: PromptID
    public let theme: ThemeID
    /// In the insurer's language.
    public let text: String
    /// When it was taken from the theme's list; what was said stays readable.
    public let closedAt: Timestamp?
    /// What people said under it that everybody may read, replies included.
    public let contributionCount: Int
    /// When the latest of them was written.
    public let latestAt: Timestamp?

    public init(
        id: PromptID, theme: ThemeID, text: String, closedAt: Timestamp?, contributionCount: Int,
        latestAt: Timestamp?
    ) {
        self.id = id
        self.theme = theme
        self.text = text
        self.closedAt = closedAt
        self.contributionCount = contributionCount
        self.latestAt = latestAt
    }

    /// The prompts that are typed one a line, each once.
    public static func lines(of text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter {
            !$0.isEmpty && seen.insert($0).inserted
        }
    }

    /// Why `viewer` may not say something, or nil.
    public func commentRefusal(for viewer: Viewer, officially: Bool = false) -> Refusal? {
        guard closedAt == nil else { return .conflict(.commentsClosed) }
        guard viewer.member != nil else { return .signInRequired }
        return officially && !viewer.moderatesThemes ? .forbidden(.staffOnly) : nil
    }
}

extension Viewer {
    /// Whether the person speaks for the insurer under the prompts of themes, and moderates there: themes belong to no
    /// challenge, and so to those whose role holds for all.
    public var moderatesThemes: Bool {
        isAdministrator || rolesEverywhere.contains(.manager) || rolesEverywhere.contains(.moderator)
    }
}
