import Domain
import Storage
import Templating

/// What waits for a moderator: one list, the longest waiting first, judged together or one by one.
struct QueuePage: Page {
    static let template = "moderation/queue"

    let lead: String
    let rows: [QueueRow]
    let pages: PagesView?
    let action: String
    let problems: ProblemSummary?
    let verdict: VerdictFields
    let whyNone: String?

    static let fields: [Field<Self>] = [
        Field("lead") { $0.lead }, Field("rows") { $0.rows }, Field("hasRows") { !$0.rows.isEmpty },
        Field("pages") { $0.pages }, Field("action") { $0.action }, Field("problems") { $0.problems },
        Field("verdict") { $0.verdict }, Field("whyNone") { $0.whyNone },
    ]

    init(
        _ queue: ListPage<WaitingPost>, count: WaitingCount?, typed: TypedVerdict?, problems: [Problem],
        for visit: Visit
    ) {
        let wording = visit.wording
        lead =
            wording.text("moderation.count", ["count": .number(count?.all ?? 0)])
            + (count.map {
                $0.late == 0 ? "" : " " + wording.text("moderation.late", ["count": .number($0.late)])
            }
                ?? "")
        rows = queue.items.map {
            QueueRow($0, isChosen: typed?.posts.contains($0.post) == true, for: visit)
        }
        pages = visit.pages(queue)
        action = visit.address.moderation
        let builder = FormBuilder(room: "moderation", wording: wording, problems: problems)
        verdict = VerdictFields(typed, builder: builder)
        whyNone =
            problems.contains { $0.field == "posts" } ? wording.text("moderation.problem.posts") : nil
        let others = problems.filter { $0.field != "posts" }
        var list = whyNone.map { [ProblemSummary.Item(href: "#queue", text: $0)] } ?? []
        list +=
            FormBuilder(room: "moderation", wording: wording, problems: others)
            .summary(of: [verdict.reason, verdict.note])?.list ?? []
        self.problems = list.isEmpty ? nil : ProblemSummary(list: list)
    }
}

/// Why something is hidden.
struct VerdictFields: TemplateData {
    let reason: FieldView
    let note: FieldView

    static let fields: [Field<Self>] = [Field("reason") { $0.reason }, Field("note") { $0.note }]

    init(_ typed: TypedVerdict?, builder: FormBuilder) {
        reason = builder.reason(typed?.reason ?? "")
        note = builder.text(
            "note", value: typed?.note ?? "", hint: true, isRequired: false, isShort: true,
            maximum: Verdict.noteRule.length.upperBound)
    }
}

extension FormBuilder {
    /// Why a post should not be seen.
    func reason(_ value: String) -> FieldView {
        choice(
            "reason", value: value,
            of: [("", wording.text("moderation.field.reason.choose"), nil)]
                + ModerationReason.allCases.map {
                    ($0.rawValue, wording.text("moderation.reason.\($0.rawValue)"), nil)
                })
    }
}

/// A post that waits.
struct QueueRow: TemplateData {
    let value: String
    let id: String
    let kind: String
    let due: String
    let isLate: Bool
    let isHidden: Bool
    let title: String
    let fileHref: String
    let text: String
    let author: String
    let challenge: String
    let since: Moment
    /// What the guard finds in the text, in words.
    let warning: String?
    let reports: [TextView]
    let appeal: String?
    let isChosen: Bool

    static let fields: [Field<Self>] = [
        Field("value") { $0.value }, Field("id") { $0.id }, Field("kind") { $0.kind },
        Field("due") { $0.due }, Field("isLate") { $0.isLate }, Field("isHidden") { $0.isHidden },
        Field("title") { $0.title }, Field("fileHref") { $0.fileHref }, Field("text") { $0.text },
        Field("author") { $0.author }, Field("challenge") { $0.challenge }, Field("since") { $0.since },
        Field("warning") { $0.warning }, Field("reports") { $0.reports },
        Field("hasReports") { !$0.reports.isEmpty }, Field("appeal") { $0.appeal },
        Field("isChosen") { $0.isChosen },
    ]

    init(_ waiting: WaitingPost, isChosen: Bool, for visit: Visit) {
        let wording = visit.wording
        value = waiting.post.path
        id = "case-\(value)"
        kind = wording.text(
            "moderation.case.\(waiting.kind.rawValue).\(waiting.post.kind.rawValue)",
            ["count": .number(waiting.reports.count)])
        isLate = visit.now > waiting.dueAt
        due =
            isLate
            ? wording.text(
                "moderation.due.late",
                ["left": .text(wording.duration(from: waiting.dueAt, to: visit.now))])
            : wording.text(
                "moderation.due.left",
                ["left": .text(wording.duration(from: visit.now, to: waiting.dueAt))])
        isHidden = waiting.isHidden
        title = waiting.title
        fileHref = visit.address.moderation(of: waiting.post)
        text = Markdown.summary(waiting.text, limit: 500)
        author = wording.name(of: waiting.author)
        challenge = visit.link(to: waiting.place).title
        since = wording.preciseMoment(waiting.openedAt)
        warning = visit.warning(about: [waiting.title, waiting.text])
        reports = waiting.reports.map { TextView(text: wording.sentence($0)) }
        appeal = waiting.appeal.isEmpty ? nil : waiting.appeal
        self.isChosen = isChosen
    }
}

extension Visit {
    /// What the guard finds in these texts, as a sentence; nil if nothing.
    func warning(about texts: [String]) -> String? {
        let found = Set(texts.flatMap { app.settings.textGuard.findings(in: $0).map(\.kind) })
        guard !found.isEmpty else { return nil }
        let names = Guard.Kind.allCases.filter(found.contains).map {
            wording.text("moderation.data.\($0.rawValue)")
        }
        return wording.text("moderation.warning", ["data": .text(names.joined(separator: ", "))])
    }
}

extension Wording {
    /// A report: its reason, and what was said.
    func sentence(_ report: PostReport) -> String {
        let reason = text("moderation.reason.\(report.reason.rawValue)")
        return report.words.isEmpty ? reason : "\(reason)\(colon)\(report.words)"
    }
}
