import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Themes as administrators write them.
    static let themeFormRoutes: [Route<Action>] = [
        Route(.get, "/themes/new") { try await showForm($0, typed: nil, problems: []) },
        Route(.post, "/themes/new", bodyLimit: 64 * 1_024, write),
        Route(.get, "/themes/:theme/edit") { try await showForm($0, typed: nil, problems: []) },
        Route(.post, "/themes/:theme/edit", bodyLimit: 64 * 1_024, write),
    ]

    @Sendable private static func write(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        if let refusal = try await visit.look({ $0.viewer.themeRefusal }).value { throw refusal }
        let typed = TypedTheme(try visit.form())
        do {
            let slug = try await visit.app.store.writeTheme(
                typed.content, as: visit.parameters?["theme"], by: member, at: visit.now)
            return visit.redirect(to: "\(visit.address.themes)/\(slug)", saying: .themeSaved)
        } catch Refusal.invalid(let problems) {
            return try await showForm(visit, typed: typed, problems: problems)
        }
    }

    private static func showForm(_ visit: Visit, typed: TypedTheme?, problems: [Problem]) async throws
        -> Response
    {
        let slug = visit.parameters?["theme"]
        let seen = try await visit.look { look in
            if let refusal = look.viewer.themeRefusal { throw refusal }
            return try slug.map { try look.theme(slug: $0) }
        }
        let page = ThemeFormPage(
            seen.value, typed ?? seen.value.map { TypedTheme($0) } ?? TypedTheme(), problems: problems,
            for: visit)
        return visit.show(
            page, to: seen, in: .themes, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

/// A theme as an administrator typed it.
struct TypedTheme: Sendable {
    var title = ""
    var titleEnglish = ""
    var summary = ""
    var summaryEnglish = ""
    var prompts = ""
    var firstHue = "40"
    var secondHue = "220"

    init() {}

    init(_ theme: Theme) {
        title = theme.title[.french] ?? ""
        titleEnglish = theme.title[.english] ?? ""
        summary = theme.summary[.french] ?? ""
        summaryEnglish = theme.summary[.english] ?? ""
        prompts = theme.prompts
        firstHue = String(theme.hues.0)
        secondHue = String(theme.hues.1)
    }

    init(_ form: Form) {
        title = form["title"] ?? ""
        titleEnglish = form["titleEnglish"] ?? ""
        summary = form["summary"] ?? ""
        summaryEnglish = form["summaryEnglish"] ?? ""
        prompts = form["prompts"] ?? ""
        firstHue = form["firstHue"] ?? ""
        secondHue = form["secondHue"] ?? ""
    }

    /// What was meant; a hue that is no number is none that there is.
    var content: ThemeContent {
        ThemeContent(
            title: [.french: title, .english: titleEnglish],
            summary: [.french: summary, .english: summaryEnglish], prompts: prompts,
            firstHue: Int(firstHue.trimmed) ?? -1, secondHue: Int(secondHue.trimmed) ?? -1)
    }
}

/// The form of a theme.
struct ThemeFormPage: Page {
    static let template = "themes/form"

    let heading: String
    let action: String
    let backHref: String
    let problems: ProblemSummary?
    let lines: [FieldView]
    let prompts: FieldView
    let hues: [FieldView]

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("action") { $0.action }, Field("backHref") { $0.backHref },
        Field("problems") { $0.problems }, Field("lines") { $0.lines }, Field("prompts") { $0.prompts },
        Field("hues") { $0.hues },
    ]

    init(_ theme: Theme?, _ typed: TypedTheme, problems found: [Problem], for visit: Visit) {
        let builder = FormBuilder(room: "themes", wording: visit.wording, problems: found)
        heading = visit.wording.text(theme == nil ? "themes.heading.new" : "themes.heading.edit")
        backHref = theme.map { visit.address.theme($0) } ?? visit.address.themes
        action = theme == nil ? "\(visit.address.themes)/new" : "\(backHref)/edit"
        let title = ThemeContent.titleRule.length.upperBound
        let summary = ThemeContent.summaryRule.length.upperBound
        lines = [
            builder.text("title", value: typed.title, maximum: title),
            builder.text("titleEnglish", value: typed.titleEnglish, isRequired: false, maximum: title),
            builder.text("summary", value: typed.summary, maximum: summary),
            builder.text("summaryEnglish", value: typed.summaryEnglish, isRequired: false, maximum: summary),
        ]
        prompts = builder.text(
            "prompts", value: typed.prompts, hint: true, isRequired: false, isShort: true,
            maximum: ThemeContent.promptsRule.length.upperBound)
        hues = [
            builder.text(
                "firstHue", value: typed.firstHue, hint: true, isShort: true, inputMode: "numeric"),
            builder.text("secondHue", value: typed.secondHue, isShort: true, inputMode: "numeric"),
        ]
        problems = builder.summary(of: lines + [prompts] + hues)
    }
}
