import Domain
import Storage
import Templating

/// The rules of a challenge, to read, to print, and to compare with the version before.
struct RegulationPage: Page {
    static let template = "regulation/show"

    let challenge: String
    let challengeHref: String
    let number: Int
    let written: Moment
    let text: HTML
    let fingerprint: String
    let isCurrent: Bool
    let currentHref: String
    /// What the viewer accepted.
    let accepted: String?
    let acceptedFingerprint: String?
    let versions: [VersionRow]
    let changes: [ParagraphDifference]
    let changesHeading: String?
    let formHref: String?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("number") { $0.number }, Field("written") { $0.written }, Field("text") { $0.text },
        Field("fingerprint") { $0.fingerprint }, Field("isCurrent") { $0.isCurrent },
        Field("currentHref") { $0.currentHref }, Field("accepted") { $0.accepted },
        Field("acceptedFingerprint") { $0.acceptedFingerprint },
        Field("versions") { $0.versions }, Field("hasVersions") { $0.versions.count > 1 },
        Field("changes") { $0.changes }, Field("changesHeading") { $0.changesHeading },
        Field("formHref") { $0.formHref },
    ]

    /// One version in the list of all.
    struct VersionRow: TemplateData {
        let label: String
        let href: String
        let isShown: Bool
        let when: Moment

        static let fields: [Field<Self>] = [
            Field("label") { $0.label }, Field("href") { $0.href }, Field("isShown") { $0.isShown },
            Field("when") { $0.when },
        ]
    }

    init(_ seen: Seen<RegulationDetail>, for visit: Visit) {
        let wording = visit.wording
        let detail = seen.value
        let shown = detail.shown
        challenge = detail.challenge.title
        challengeHref = visit.address.challenge(detail.challenge.id, challenge)
        number = shown.number
        written = wording.moment(shown.writtenAt)
        text = Markdown.html(shown.text(in: visit.language), under: 1)
        fingerprint = shown.fingerprint(in: visit.language).description
        isCurrent = shown.number == detail.current
        let page = visit.address.regulation(detail.challenge.id, challenge)
        currentHref = page
        accepted = detail.acceptance.map {
            wording.text(
                "regulation.accepted",
                ["number": .number($0.number), "date": .text(wording.dateAndTime($0.at))])
        }
        acceptedFingerprint = detail.acceptance?.fingerprint.description
        versions = detail.versions.map {
            VersionRow(
                label: wording.text("regulation.version", ["number": .number($0.number)]),
                href: "\(page)?version=\($0.number)", isShown: $0.number == shown.number,
                when: wording.moment($0.at))
        }
        changes =
            detail.previous.map { previous in
                TextDifference(from: previous.text(in: visit.language), to: shown.text(in: visit.language))
                    .paragraphs.filter { !$0.isKept }.map { ParagraphDifference($0, wording: wording) }
            } ?? []
        changesHeading = detail.previous.map {
            wording.text("regulation.changes", ["number": .number($0.number)])
        }
        formHref =
            detail.challenge.regulationRefusal(for: seen.viewer) == nil
            ? visit.address.regulationForm(detail.challenge.id, challenge) : nil
    }
}

/// Where a manager writes the rules of a challenge.
struct RegulationFormPage: Page {
    static let template = "regulation/form"

    let challenge: String
    let challengeHref: String
    let publicHref: String?
    let action: String
    let problems: ProblemSummary?
    let budgetHref: String?
    /// That the challenge changed since the last version was written.
    let isStale: Bool
    let acceptances: String?
    let organiser: FieldView
    let entrants: FieldView
    let criteria: FieldView
    let jury: FieldView
    let prizes: FieldView
    let contact: FieldView
    let retentionMonths: FieldView
    let property: FieldView

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("publicHref") { $0.publicHref }, Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("budgetHref") { $0.budgetHref },
        Field("isStale") { $0.isStale }, Field("acceptances") { $0.acceptances },
        Field("organiser") { $0.organiser }, Field("entrants") { $0.entrants },
        Field("criteria") { $0.criteria }, Field("jury") { $0.jury }, Field("prizes") { $0.prizes },
        Field("contact") { $0.contact }, Field("retentionMonths") { $0.retentionMonths },
        Field("property") { $0.property },
    ]

    init(
        _ found: RegulationToWrite, typed: TypedRegulation?, problems found_: [Problem], for visit: Visit
    ) {
        let wording = visit.wording
        let challenge = found.challenge
        let isDraft = challenge.standing == .draft
        self.challenge = challenge.title
        challengeHref =
            visit.address.challenge(challenge.id, challenge.title) + (isDraft ? "/preview" : "")
        publicHref = found.last.map { _ in visit.address.regulation(challenge.id, challenge.title) }
        action = visit.address.regulationForm(challenge.id, challenge.title)
        budgetHref =
            challenge.announcedCents > 0 ? visit.address.rewards(of: challenge.id, challenge.title) : nil
        isStale = found.last.map { visit.regulationTexts($0.content, found) != $0.texts } ?? false
        acceptances =
            found.last == nil || isDraft
            ? nil : wording.text("regulation.acceptances", ["count": .number(found.acceptances)])
        let typed =
            typed ?? found.last.map { TypedRegulation($0.content) } ?? TypedRegulation(for: found, visit)
        let form = FormBuilder(room: "regulation", wording: wording, problems: found_)
        organiser = form.text("organiser", value: typed.organiser, hint: true, isShort: true)
        entrants = form.text("entrants", value: typed.entrants, hint: true, isShort: true)
        criteria = form.text("criteria", value: typed.criteria, hint: true, isShort: true)
        jury = form.text("jury", value: typed.jury, hint: true, isShort: true)
        prizes = form.text(
            "prizes", value: typed.prizes, hint: true,
            isRequired: challenge.content.reward.map { $0.cents == nil } ?? false, isShort: true)
        contact = form.text("contact", value: typed.contact, hint: true)
        retentionMonths = form.text(
            "retentionMonths", value: typed.retentionMonths, hint: true, isShort: true,
            inputMode: "numeric")
        property = form.choice(
            "property", value: typed.property,
            of: RegulationContent.Property.allCases.map {
                (
                    $0.rawValue, wording.text("regulation.property.\($0.rawValue)"),
                    wording.text("regulation.property.\($0.rawValue).hint")
                )
            })
        problems = form.summary(
            of: [organiser, entrants, criteria, jury, prizes, contact, retentionMonths, property])
    }
}

/// What one accepts before one submits an idea.
struct RegulationField: TemplateData {
    let href: String
    let number: Int
    /// What was accepted before another version came into force.
    let renewed: String?
    let field: FieldView

    static let fields: [Field<Self>] = [
        Field("href") { $0.href }, Field("number") { $0.number }, Field("renewed") { $0.renewed },
        Field("field") { $0.field },
    ]

    /// Nil where there is nothing to accept, or it was accepted.
    init?(
        _ number: Int?, accepted: RegulationAcceptance?, isChosen: Bool, in challenge: Challenge,
        problems: [Problem], for visit: Visit
    ) {
        guard let number, accepted?.number != number else { return nil }
        let wording = visit.wording
        href = visit.address.regulation(challenge.id, challenge.title)
        self.number = number
        renewed = accepted.map {
            wording.text("regulation.renewed", ["number": .number($0.number)])
        }
        var field = FormBuilder(room: "regulation", wording: wording, problems: problems).checkbox(
            "regulation", isChosen: isChosen, hint: true, isRequired: true)
        field.value = String(number)
        self.field = field
    }
}
