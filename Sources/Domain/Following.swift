/// What a person can follow: subjects and questions, never people.
public enum Followed: Hashable, Sendable {
    case theme(ThemeID)
    case challenge(ChallengeID)
    case idea(IdeaID)
}

extension Challenge {
    /// Why `viewer` may not follow the challenge, or nil. A draft is followed by nobody: it may never appear.
    public func followRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        return standing == .draft ? .conflict(.notPublishedYet) : nil
    }
}

/// What an administrator writes about a theme.
public struct ThemeContent: Hashable, Sendable {
    public let title: [Language: String]
    public let summary: [Language: String]
    /// Open questions for discussion, one a line, in the insurer's language.
    public let prompts: String
    /// The two hues of the covers of its challenges, in degrees.
    public let firstHue: Int
    public let secondHue: Int

    public init(
        title: [Language: String], summary: [Language: String], prompts: String, firstHue: Int,
        secondHue: Int
    ) {
        self.title = title.mapValues(\.trimmed)
        self.summary = summary.mapValues(\.trimmed)
        self.prompts = prompts.trimmed
        self.firstHue = firstHue
        self.secondHue = secondHue
    }

    public static let titleRule = TextRule("title", 2...60)
    public static let summaryRule = TextRule("summary", 10...300)
    public static let promptsRule = TextRule("prompts", 0...2_000)

    /// What has to be mended; the English fields, `titleEnglish` and `summaryEnglish`, may be empty.
    public var problems: [Problem] {
        var problems = [
            Self.titleRule.problem(in: title[.french] ?? ""),
            Self.summaryRule.problem(in: summary[.french] ?? ""),
        ].compactMap(\.self)
        for (rule, text) in [(Self.titleRule, title), (Self.summaryRule, summary)] {
            guard let english = text[.english], !english.isEmpty, let problem = rule.problem(in: english)
            else { continue }
            problems.append(
                Problem(field: "\(problem.field)English", code: problem.code, limit: problem.limit))
        }
        problems += [Self.promptsRule.problem(in: prompts)].compactMap(\.self)
        for (field, hue) in [("firstHue", firstHue), ("secondHue", secondHue)]
        where !(0...359).contains(hue) {
            problems.append(Problem(field: field, code: .outOfRange, limit: 359))
        }
        return problems
    }
}

extension Viewer {
    /// Why the person may not write themes, or nil. To those who do not administer the platform their forms do not exist.
    public var themeRefusal: Refusal? {
        if member == nil { return .signInRequired }
        return isAdministrator ? nil : .notFound
    }
}
