import Domain
import Storage
import Templating

/// Where a manager writes the next version, with what people said beside it and, once compared, what changes.
struct DraftFormPage: Page {
    static let template = "drafts/form"

    let heading: String
    let lead: String
    let title: String
    let href: String
    let action: String
    let base: String
    let hiddenUntil: String?
    let said: [DraftParagraphView]
    let problems: ProblemSummary?
    let draft: FieldView
    /// The fingerprint of the text that is compared; nil before.
    let compared: String?
    let isUnchanged: Bool
    let changes: [ChangeFields]
    /// What the button that publishes says; nil before there is something to publish.
    let publish: String?

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("lead") { $0.lead }, Field("title") { $0.title },
        Field("href") { $0.href }, Field("action") { $0.action }, Field("base") { $0.base },
        Field("hiddenUntil") { $0.hiddenUntil }, Field("said") { $0.said },
        Field("hasSaid") { !$0.said.isEmpty }, Field("problems") { $0.problems },
        Field("draft") { $0.draft }, Field("compared") { $0.compared },
        Field("isUnchanged") { $0.isUnchanged }, Field("changes") { $0.changes },
        Field("hasChanges") { !$0.changes.isEmpty }, Field("publish") { $0.publish },
    ]

    /// What changes in one paragraph, and where it is explained.
    struct ChangeFields: TemplateData {
        let paragraph: ParagraphDifference
        let why: FieldView
        /// Who may be thanked.
        let people: FieldView?

        static let fields: [Field<Self>] = [
            Field("paragraph") { $0.paragraph }, Field("why") { $0.why }, Field("people") { $0.people },
        ]
    }

    init(_ seen: Seen<DraftToRevise>, typed given: TypedDraft?, problems found: [Problem], for visit: Visit) {
        let wording = visit.wording
        let challenge = seen.value.challenge
        let version = seen.value.detail?.version
        let typed = given ?? TypedDraft(version)
        let next = (version?.number ?? 0) + 1
        heading = wording.text("drafts.form.heading", ["number": .number(next)])
        lead = wording.text(version == nil ? "drafts.form.lead.first" : "drafts.form.lead")
        title = challenge.title
        href = visit.address.challenge(challenge.id, challenge.title)
        action = visit.address.newVersion(of: challenge)
        base = String(typed.base)
        hiddenUntil =
            version != nil && seen.value.detail?.tallies == nil ? wording.text("drafts.form.hidden") : nil
        said =
            seen.value.detail.map { detail in
                DraftScene(
                    detail: detail, challenge: challenge, viewer: seen.viewer, mayReact: false, typed: nil
                ).paragraphs(for: visit)
            } ?? []
        let builder = FormBuilder(room: "drafts", wording: wording, problems: found)
        let draft = builder.text(
            "draft", value: typed.text, hint: true, maximum: DraftRevision.textRule.length.upperBound)
        self.draft = draft
        let paragraphs = TextDifference.paragraphs(of: typed.text)
        // Nothing is compared before it was asked for.
        let difference =
            given == nil || version == nil
            ? nil
            : TextDifference(from: version?.paragraphs.map(\.text) ?? [], to: paragraphs)
        changes = (difference?.paragraphs ?? []).filter { !$0.isKept }.map { paragraph in
            ChangeFields(
                paragraph, typed: typed, thankable: Self.thankable(for: paragraph, in: seen.value),
                problems: found, wording: wording)
        }
        isUnchanged = difference?.isEmpty == true
        compared = difference.map { _ in Fingerprint(of: TypedDraft.canonical(typed.text)).description }
        publish =
            version == nil || !changes.isEmpty
            ? wording.text("drafts.form.publish", ["number": .number(next)]) : nil
        problems = builder.summary(of: [draft] + changes.map(\.why))
    }

    /// Those who reacted on the paragraph; for one that is added, on any.
    private static func thankable(for paragraph: TextDifference.Paragraph, in draft: DraftToRevise)
        -> [Member]
    {
        if let old = paragraph.old, let version = draft.detail?.version {
            return draft.thankable[version.paragraphs[old].id] ?? []
        }
        var everybody: [MemberID: Member] = [:]
        for member in draft.thankable.values.joined() { everybody[member.id] = member }
        return Array(everybody.values)
    }
}

extension DraftFormPage.ChangeFields {
    init(
        _ paragraph: TextDifference.Paragraph, typed: TypedDraft, thankable: [Member], problems: [Problem],
        wording: Wording
    ) {
        let difference = ParagraphDifference(paragraph, wording: wording)
        self.paragraph = difference
        let name = DraftRevision.Place(old: paragraph.old, new: paragraph.new).field
        why = FieldView(
            id: name, name: name, label: wording.text("drafts.field.why"),
            hint: wording.text(
                "drafts.field.why.hint", ["limit": .number(DraftRevision.whyRule.length.upperBound)]),
            problem: problems.first { $0.field == name }.map { wording.sentence($0) },
            value: typed.reasons[name] ?? "", isShort: true,
            maximum: String(DraftRevision.whyRule.length.upperBound))
        let chosen = Set(typed.thanked[name] ?? [])
        let group = "thanks-" + name.dropFirst("why-".count)
        let people = thankable.map { (id: $0.id.description, name: wording.name(of: $0)) }.sorted {
            ($0.name, $0.id) < ($1.name, $1.id)
        }
        self.people =
            people.isEmpty
            ? nil
            : FieldView(
                id: group, name: group, label: wording.text("drafts.field.thanks"), isRequired: false,
                choices: people.map {
                    FieldView.Choice(
                        id: "\(group)-\($0.id)", value: $0.id, label: $0.name,
                        isChosen: chosen.contains($0.id))
                })
    }
}
