import Domain
import Storage
import Templating

/// What an idea's own page says of its versions.
struct IdeaVersionsView: TemplateData {
    let href: String
    let label: String

    static let fields: [Field<Self>] = [Field("href") { $0.href }, Field("label") { $0.label }]

    /// Nil if the idea never changed.
    init?(_ detail: IdeaDetail, for visit: Visit) {
        guard detail.versions.count > 1 else { return nil }
        href = visit.address.versions(of: detail.idea)
        label = visit.wording.text("versions.count", ["count": .number(detail.versions.count)])
    }
}

/// A mark beside the supports of an idea whose text changed while people supported it.
struct LateEditView: TemplateData {
    let text: String
    let href: String
    /// What to say to somebody whose support is older than the change.
    let own: String?

    static let fields: [Field<Self>] = [
        Field("text") { $0.text }, Field("href") { $0.href }, Field("own") { $0.own },
    ]

    /// Nil unless it changed after the vote began.
    init?(_ detail: IdeaDetail, in challenge: Challenge, for visit: Visit) {
        let readable = detail.versions.filter { !$0.isWithheld }
        guard let edit = LateEdit(readable, in: challenge) else { return nil }
        let wording = visit.wording
        let date = wording.date(edit.at)
        text =
            edit.supports.flatMap { $0 > 0 ? $0 : nil }.map {
                wording.text("versions.late.supports", ["count": .number($0), "date": .text(date)])
            } ?? wording.text("versions.late", ["date": .text(date)])
        href =
            visit.address.versions(of: detail.idea) + "?version=\(edit.latest)&since=\(edit.before)"
        own = detail.supportedAt.flatMap { $0 < edit.at ? wording.text("versions.late.own") : nil }
    }

    /// The same for an idea of which a list knows only when its text changed last.
    init?(_ summary: IdeaSummary, in challenge: Challenge, for visit: Visit) {
        guard let opening = challenge.schedule.window(of: .vote)?.opensAt, let at = summary.editedAt,
            at >= opening, summary.visibility == .public
        else { return nil }
        text = visit.wording.text("versions.late", ["date": .text(visit.wording.date(at))])
        href = visit.address.versions(of: summary.idea, summary.title)
        own = nil
    }
}
