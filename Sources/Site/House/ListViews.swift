import Domain
import HTTP
import Storage
import Templating

/// A way to narrow or order a list.
struct FilterView: TemplateData {
    let label: String
    let choices: [Choice]

    /// Whether it holds back a part of the list.
    var isUsed: Bool { choices.dropFirst().contains(where: \.isCurrent) }

    static let fields: [Field<Self>] = [Field("label") { $0.label }, Field("choices") { $0.choices }]

    struct Choice: TemplateData {
        let label: String
        let href: String
        let isCurrent: Bool

        static let fields: [Field<Self>] = [
            Field("label") { $0.label }, Field("href") { $0.href }, Field("isCurrent") { $0.isCurrent },
        ]
    }
}

/// Where one is in a list of several pages.
struct PagesView: TemplateData {
    let number: Int
    let previousHref: String?
    let nextHref: String?

    static let fields: [Field<Self>] = [
        Field("number") { $0.number }, Field("previousHref") { $0.previousHref },
        Field("nextHref") { $0.nextHref },
    ]
}

extension Visit {
    /// The present address with one query parameter changed (nil: taken out), back on the first page.
    func link(_ name: String, _ value: String?, fragment: String = "") -> String {
        let query = request.query.setting("page", to: nil).setting(name, to: value)
        return query.isEmpty ? request.path + fragment : "\(request.path)?\(query.encoded)\(fragment)"
    }

    /// The choices of a filter that the query's `name` holds; the first one is what holds without it.
    func filter(
        _ name: String, label: String, choices: [(value: String?, label: String)], fragment: String = ""
    ) -> FilterView {
        let current = request.query[name]
        let known = choices.contains { $0.value == current } ? current : nil
        return FilterView(
            label: label,
            choices: choices.map {
                FilterView.Choice(
                    label: $0.label, href: link(name, $0.value, fragment: fragment),
                    isCurrent: $0.value == known)
            })
    }

    /// The links to the pages around this one; nil if it is the only one.
    func pages<Item>(_ page: ListPage<Item>, fragment: String = "") -> PagesView? {
        guard page.number > 1 || page.hasNext else { return nil }
        func href(_ number: Int) -> String {
            let query = request.query.setting("page", to: number == 1 ? nil : String(number))
            return query.isEmpty ? request.path + fragment : "\(request.path)?\(query.encoded)\(fragment)"
        }
        return PagesView(
            number: page.number, previousHref: page.number > 1 ? href(page.number - 1) : nil,
            nextHref: page.hasNext ? href(page.number + 1) : nil)
    }
}
