import Templating

struct Card: TemplateData {
    var title = "Idée"
    var votes = 3
    var tags: [String] = []
    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("votes") { $0.votes }, Field("tags") { $0.tags },
    ]
}

struct Remark: TemplateData {
    var text: String
    var author = Person(name: "Ada")
    var replies: [Remark] = []
    static let fields: [Field<Self>] = [
        Field("text") { $0.text }, Field("author") { $0.author }, Field("replies") { $0.replies },
    ]
}

struct Person: TemplateData {
    var name: String
    static let fields: [Field<Self>] = [Field("name") { $0.name }]
}

struct Frame: TemplateData {
    var site = "Essaim"
    static let fields: [Field<Self>] = [Field("site") { $0.site }]
}

struct Sample: Page {
    static let template = "sample/show"
    var title = "Titre"
    var count = 1234
    var open = true
    var note: String?
    var body = HTML(trusted: "<b>ok</b>")
    var author = Person(name: "Ada")
    var sponsor: Person?
    var cards: [Card] = []
    var remarks: [Remark] = []
    var address = "/ideas/1"
    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("count") { $0.count }, Field("open") { $0.open },
        Field("note") { $0.note }, Field("body") { $0.body }, Field("author") { $0.author },
        Field("sponsor") { $0.sponsor }, Field("cards") { $0.cards }, Field("remarks") { $0.remarks },
        Field("address") { $0.address },
    ]
}

/// Writes `page` with a template given here, and other files beside it.
func write(
    _ template: String, _ page: Sample = Sample(), files: [String: String] = [:],
    words: [String: String] = [:],
    locale: Catalogue.Locale = .fr
) throws -> String {
    var files = files
    files["sample/show.html"] = template
    let set = try Templates(files: files, catalogue: Catalogue(files: words))
        .prepare(pages: [Sample.self], frame: Frame.self)
    return String(decoding: try set.render(page, frame: Frame(), locale: locale).filled(), as: UTF8.self)
}

/// What is reported of a template that must be refused.
func problems(_ template: String, files: [String: String] = [:], words: [String: String] = [:]) -> [String] {
    do {
        _ = try write(template, files: files, words: words)
        return []
    } catch let problems as TemplateProblems {
        return problems.all.map(\.description)
    } catch {
        return ["\(error)"]
    }
}
