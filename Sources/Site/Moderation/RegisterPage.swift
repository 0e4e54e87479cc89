import Domain
import Storage
import Templating

/// The public register: what moderation did, without a name or a title.
struct RegisterPage: Page {
    static let template = "moderation/register"

    let rows: [Row]
    let pages: PagesView?

    static let fields: [Field<Self>] = [
        Field("rows") { $0.rows }, Field("hasRows") { !$0.rows.isEmpty }, Field("pages") { $0.pages },
    ]

    struct Row: TemplateData {
        let when: Moment
        let what: String
        let reason: String
        let challenge: TitledLink

        static let fields: [Field<Self>] = [
            Field("when") { $0.when }, Field("what") { $0.what }, Field("reason") { $0.reason },
            Field("challenge") { $0.challenge },
        ]
    }

    init(_ entries: ListPage<ModerationEntry>, for visit: Visit) {
        let wording = visit.wording
        rows = entries.items.map { entry in
            Row(
                when: wording.moment(entry.at),
                what: wording.text("moderation.entry.\(entry.kind.rawValue).\(entry.post.rawValue)"),
                reason: entry.words.flatMap { $0.isEmpty ? nil : Markdown.summary($0, limit: 300) }
                    ?? entry.reason.map { wording.text("moderation.reason.\($0.rawValue)") }
                    ?? entry.redacted.map { wording.text("moderation.data.\($0.rawValue)") } ?? "",
                challenge: visit.link(to: entry.place))
        }
        pages = visit.pages(entries)
    }
}
