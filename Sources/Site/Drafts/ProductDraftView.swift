import Domain
import Storage
import Templating

/// The draft on a challenge's page: what it says paragraph by paragraph, and what one may say about it.
struct ProductDraftView: TemplateData {
    let heading: String
    let published: Moment
    /// What the latest version changed, and thanks to whom; empty for the first.
    let changes: [DraftChangeView]
    let changesHref: String?
    let versions: [VersionLink]
    let concern: ConcernView?
    let concerns: String?
    let whyNot: String?
    let signInHref: String?
    let hiddenUntil: String?
    let problems: ProblemSummary?
    let paragraphs: [DraftParagraphView]
    let reviseHref: String?
    let thanks: String?

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("published") { $0.published },
        Field("changes") { $0.changes }, Field("changesHref") { $0.changesHref },
        Field("versions") { $0.versions }, Field("hasVersions") { $0.versions.count > 1 },
        Field("concern") { $0.concern }, Field("concerns") { $0.concerns }, Field("whyNot") { $0.whyNot },
        Field("signInHref") { $0.signInHref }, Field("hiddenUntil") { $0.hiddenUntil },
        Field("problems") { $0.problems }, Field("paragraphs") { $0.paragraphs },
        Field("reviseHref") { $0.reviseHref }, Field("thanks") { $0.thanks },
    ]

    init(
        _ detail: DraftDetail, of challenge: Challenge, viewer: Viewer, typed: TypedReaction?,
        for visit: Visit
    ) {
        let wording = visit.wording
        let address = visit.address
        let number = detail.version.number
        heading = wording.text("drafts.heading", ["number": .number(number)])
        published = wording.moment(detail.version.publishedAt)
        changes = detail.history.first?.changes.map { DraftChangeView($0, wording: wording) } ?? []
        changesHref = number > 1 ? address.draft(of: challenge, version: number) : nil
        versions = VersionLink.all(of: detail, in: challenge, for: visit)
        let refusal = challenge.concernRefusal(for: viewer, at: visit.now)
        concern =
            refusal == nil
            ? ConcernView(
                detail.concern, action: address.challenge(challenge.id, challenge.title) + "/concern",
                wording: wording) : nil
        concerns = detail.concerns.flatMap { wording.sentence(on: $0) }
        whyNot = refusal.map {
            $0 == .signInRequired ? wording.text("drafts.sign-in") : wording.sentence($0)
        }
        signInHref =
            refusal == .signInRequired
            ? visit.signInAddress(returningTo: address.draft(of: challenge)) : nil
        hiddenUntil =
            detail.tallies == nil
            ? challenge.schedule.window(of: .vote)?.closesAt.map {
                wording.text("drafts.hidden", ["date": .text(wording.dateAndTime($0))])
            } : nil
        let mayReact =
            challenge.reactionRefusal(for: viewer, concern: detail.concern, at: visit.now) == nil
        let scene = DraftScene(
            detail: detail, challenge: challenge, viewer: viewer, mayReact: mayReact, typed: typed)
        paragraphs = scene.paragraphs(for: visit)
        problems = scene.problemSummary(for: visit)
        reviseHref =
            challenge.draftRefusal(for: viewer) == nil ? address.newVersion(of: challenge) : nil
        thanks = Self.thanks(detail, challenge, wording)
    }

    /// Thanks to all, once the results are out.
    private static func thanks(_ detail: DraftDetail, _ challenge: Challenge, _ wording: Wording) -> String? {
        guard challenge.resultsPublishedAt != nil, challenge.participantCount > 0 else { return nil }
        var names: [String] = []
        for member in detail.history.flatMap(\.changes).flatMap(\.thanked).compactMap(\.self) {
            let name = wording.name(of: member)
            if !names.contains(name) { names.append(name) }
        }
        let all =
            Figure(CrowdFigure(people: challenge.participantCount), by: wording.anonymity).value.map {
                wording.text("drafts.thanks.all", ["count": .number($0)])
            } ?? wording.text("drafts.thanks.few")
        guard !names.isEmpty else { return all }
        return all + " " + wording.text("drafts.thanks.names", ["names": .text(wording.list(names))])
    }
}

/// A link to one version.
struct VersionLink: TemplateData {
    let label: String
    let href: String
    let when: Moment
    let isCurrent: Bool

    static let fields: [Field<Self>] = [
        Field("label") { $0.label }, Field("href") { $0.href }, Field("when") { $0.when },
        Field("isCurrent") { $0.isCurrent },
    ]

    /// All versions, the latest first.
    static func all(of detail: DraftDetail, in challenge: Challenge, for visit: Visit) -> [VersionLink] {
        detail.history.map { step in
            VersionLink(
                label: visit.wording.text("drafts.version", ["number": .number(step.number)]),
                href: visit.address.draft(of: challenge, version: step.number),
                when: visit.wording.moment(step.publishedAt), isCurrent: step.number == detail.version.number)
        }
    }
}

/// What is asked before anything else: whether the subject matters.
struct ConcernView: TemplateData {
    let action: String
    /// What was answered, as a sentence.
    let given: String?
    let answers: [AnswerButton]

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("given") { $0.given }, Field("answers") { $0.answers },
    ]

    init(_ given: Concern?, action: String, wording: Wording) {
        self.action = action
        self.given = given.map { wording.text("drafts.concern.given.\($0.rawValue)") }
        answers = Concern.allCases.map {
            AnswerButton(
                value: $0.rawValue, label: wording.text("drafts.concern.\($0.rawValue)"),
                isChosen: $0 == given)
        }
    }
}

/// One of a few answers, given by pressing it.
struct AnswerButton: TemplateData {
    let value: String
    let label: String
    let isChosen: Bool

    static let fields: [Field<Self>] = [
        Field("value") { $0.value }, Field("label") { $0.label }, Field("isChosen") { $0.isChosen },
    ]
}

/// What a version did to one paragraph, in a sentence.
struct DraftChangeView: TemplateData {
    let what: String
    let why: String
    let thanks: String?

    static let fields: [Field<Self>] = [
        Field("what") { $0.what }, Field("why") { $0.why }, Field("thanks") { $0.thanks },
    ]

    init(_ change: DraftChange, wording: Wording) {
        what = wording.text(
            "drafts.change.\(change.kind.rawValue)",
            ["place": .number((change.new ?? change.old ?? 0) + 1)])
        why = change.why.withBoundMarks
        thanks = wording.thanks(to: change)
    }
}

extension Wording {
    /// `Merci à Ajonc, Léon et Nadia.` Nil if nobody is thanked; those who left are not named.
    func thanks(to change: DraftChange) -> String? {
        let names = change.thanked.compactMap(\.self).map { name(of: $0) }
        return names.isEmpty ? nil : text("drafts.thanks", ["names": .text(list(names))])
    }

    /// `Ajonc, Léon et Nadia`.
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return text(
            "drafts.list",
            ["items": .text(items.dropLast().joined(separator: ", ")), "last": .text(last)])
    }

    /// How many people the subject matters to. Nil if nobody answered.
    fileprivate func sentence(on concerns: [Concern: Int]) -> String? {
        let parts = Concern.allCases.compactMap { concern -> String? in
            guard let count = concerns[concern], count > 0 else { return nil }
            return text("drafts.concern.count.\(concern.rawValue)", ["count": .number(count)])
        }
        return parts.isEmpty ? nil : text("drafts.concern.counts", ["parts": .text(list(parts))])
    }
}
