import Domain
import Storage
import Templating

/// All that a version's page reads.
struct DraftReading: Sendable {
    let challenge: Challenge
    let detail: DraftDetail
    /// The version before; nil for the first.
    let before: DraftVersion?

    /// Throws `Refusal.notFound` unless the viewer may see the challenge and there is such a version.
    init(_ id: ChallengeID, version: Int, in look: Look) throws {
        challenge = try look.challenge(id)
        guard let detail = try look.draft(of: challenge, version: version) else { throw Refusal.notFound }
        self.detail = detail
        before = version > 1 ? try look.draftVersion(version - 1, of: challenge.id) : nil
    }
}

/// One version of the draft: what it changed, why, and thanks to whom.
struct DraftVersionPage: Page {
    static let template = "drafts/version"

    let heading: String
    let challenge: String
    let challengeHref: String
    let published: Moment
    let by: String
    let versions: [VersionLink]
    let compared: String?
    let changes: [ChangeRow]
    let paragraphs: [DraftParagraphView]
    let isLatest: Bool
    let takesReactions: Bool
    let draftHref: String

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("challenge") { $0.challenge },
        Field("challengeHref") { $0.challengeHref }, Field("published") { $0.published },
        Field("by") { $0.by }, Field("versions") { $0.versions }, Field("compared") { $0.compared },
        Field("changes") { $0.changes }, Field("paragraphs") { $0.paragraphs },
        Field("hasParagraphs") { !$0.paragraphs.isEmpty }, Field("isLatest") { $0.isLatest },
        Field("takesReactions") { $0.takesReactions },
        Field("draftHref") { $0.draftHref },
    ]

    /// A paragraph with its differences and what is said about them.
    struct ChangeRow: TemplateData {
        let paragraph: ParagraphDifference
        let why: String?
        let thanks: String?

        static let fields: [Field<Self>] = [
            Field("paragraph") { $0.paragraph }, Field("why") { $0.why }, Field("thanks") { $0.thanks },
        ]
    }

    init(_ seen: Seen<DraftReading>, for visit: Visit) {
        let wording = visit.wording
        let (challenge, detail) = (seen.value.challenge, seen.value.detail)
        let version = detail.version
        let step = detail.history.first { $0.number == version.number }
        heading = wording.text("drafts.heading", ["number": .number(version.number)])
        self.challenge = challenge.title
        challengeHref = visit.address.challenge(challenge.id, challenge.title)
        published = wording.moment(version.publishedAt)
        by = wording.name(of: step?.by)
        versions = VersionLink.all(of: detail, in: challenge, for: visit)
        draftHref = visit.address.draft(of: challenge)
        isLatest = detail.isLatest
        let refusal = challenge.concernRefusal(for: seen.viewer, at: visit.now)
        takesReactions = isLatest && (refusal == nil || refusal == .signInRequired)
        compared = seen.value.before.map {
            wording.text("drafts.compared", ["number": .number($0.number)])
        }
        let explained = Dictionary(
            (step?.changes ?? []).map { (DraftRevision.Place(old: $0.old, new: $0.new), $0) },
            uniquingKeysWith: { first, _ in first })
        changes =
            seen.value.before.map { before in
                TextDifference(from: before.paragraphs.map(\.text), to: version.paragraphs.map(\.text))
                    .paragraphs.map { paragraph in
                        let change = explained[DraftRevision.Place(old: paragraph.old, new: paragraph.new)]
                        return ChangeRow(
                            paragraph: ParagraphDifference(paragraph, wording: wording),
                            why: change?.why.withBoundMarks, thanks: change.flatMap { wording.thanks(to: $0) }
                        )
                    }
            } ?? []
        // The latest is read, and spoken of, on the challenge's page.
        paragraphs =
            detail.isLatest && version.number > 1
            ? []
            : DraftScene(
                detail: detail, challenge: challenge, viewer: seen.viewer, mayReact: false, typed: nil
            ).paragraphs(for: visit)
    }
}
