import Domain
import Templating

/// A theme in a list.
struct ThemeCard: TemplateData {
    let title: String
    let href: String
    let about: String
    let count: Int
    private let theme: Theme

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("about") { $0.about },
        Field("count") { $0.count }, Field("cover") { Cover.svg(of: $0.theme) },
    ]

    init(_ theme: Theme, openCount: Int, for visit: Visit) {
        self.theme = theme
        title = theme.title(in: visit.language)
        href = visit.address.theme(theme)
        about = theme.summary(in: visit.language)
        count = openCount
    }
}
