import Templating

/// An address alone.
struct LinkView: TemplateData {
    let href: String

    static let fields: [Field<Self>] = [Field("href") { $0.href }]
}

/// A sentence alone.
struct TextView: TemplateData {
    let text: String

    static let fields: [Field<Self>] = [Field("text") { $0.text }]
}
