import Domain
import Storage
import Templating

/// Where an idea is written or changed.
struct IdeaFormPage: Page {
    static let template = "ideas/form"

    let heading: String
    let submit: String
    let challenge: String
    let challengeHref: String
    let question: String
    let action: String
    let cancelHref: String
    let problems: ProblemSummary?
    let title: FieldView
    let text: FieldView
    /// What is typed or chosen for the challenge's questions.
    let entries: [EntryField]
    /// The files for them.
    let enclosures: [EntryField]
    let files: FileField
    let description: FieldView
    /// Whether the part for files is open.
    let showsFiles: Bool
    let isSubmitted: Bool
    let savedDraft: SavedDraft?
    let caution: GuardWarning?
    /// Where the ideas are that resemble the title as it is being typed.
    let similarHref: String?
    let warning: String
    let terms: String
    /// Whether it may be opened after the results; nil where nothing stays sealed.
    let opening: FieldView?
    /// The rules that are accepted with it; nil where there is nothing to accept.
    let regulation: RegulationField?

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("submit") { $0.submit },
        Field("challenge") { $0.challenge },
        Field("challengeHref") { $0.challengeHref }, Field("question") { $0.question },
        Field("action") { $0.action }, Field("cancelHref") { $0.cancelHref },
        Field("problems") { $0.problems }, Field("title") { $0.title }, Field("text") { $0.text },
        Field("entries") { $0.entries }, Field("enclosures") { $0.enclosures },
        Field("files") { $0.files }, Field("description") { $0.description },
        Field("showsFiles") { $0.showsFiles },
        Field("isSubmitted") { $0.isSubmitted }, Field("savedDraft") { $0.savedDraft },
        Field("caution") { $0.caution }, Field("similarHref") { $0.similarHref },
        Field("warning") { $0.warning }, Field("terms") { $0.terms }, Field("opening") { $0.opening },
        Field("regulation") { $0.regulation },
    ]

    /// What was kept the last time.
    struct SavedDraft: TemplateData {
        let when: Moment?
        let discardHref: String

        static let fields: [Field<Self>] = [
            Field("when") { $0.when }, Field("discardHref") { $0.discardHref },
        ]
    }

    init(
        _ typed: TypedIdea, _ problems: [Problem], in challenge: Challenge, action: String, draft: Idea?,
        isSubmitted: Bool, record: AuthorRecord, particulars: IdeaParticulars,
        regulation: RegulationField? = nil, for visit: Visit
    ) {
        let wording = visit.wording
        let form = FormBuilder(
            room: Wording.ideaRoom(of: challenge), wording: wording, problems: problems)
        heading = wording.ideaWord(isSubmitted ? "heading.edit" : "heading.new", in: challenge)
        submit = wording.ideaWord("form.submit", in: challenge)
        self.challenge = challenge.title
        challengeHref = visit.address.challenge(challenge.id, challenge.title)
        question = challenge.content.question
        self.action = action
        cancelHref = isSubmitted ? String(action.dropLast("/edit".count)) : challengeHref
        title = form.text(
            "title", value: typed.title, hint: true, maximum: IdeaContent.titleRule.length.upperBound)
        text = form.text(
            "text", value: typed.text, hint: true, maximum: IdeaContent.textRule.length.upperBound)
        let asked = particulars.questions.map { question in
            EntryField(
                question, typed: typed.entries, files: particulars.files(for: question), problems: problems,
                for: visit)
        }
        entries = asked.filter { $0.file == nil }
        enclosures = asked.filter { $0.file != nil }
        let files = FormBuilder(room: "attachments", wording: wording, problems: problems)
        let chosen = particulars.files(for: nil).filter { $0.removal == nil }
        self.files = FileField(
            files.text("files", value: "", hint: true, isRequired: false), files: chosen, for: visit)
        description = files.text(
            "description", value: typed.description, hint: true, isRequired: false)
        showsFiles = !chosen.isEmpty || self.files.field.isInvalid || description.isInvalid
        self.problems = form.summary(
            of: [title, text] + asked.compactMap(\.field) + [self.files.field, description]
                + [regulation?.field].compactMap(\.self))
        self.regulation = regulation
        self.isSubmitted = isSubmitted
        savedDraft = draft.map { draft in
            SavedDraft(
                when: draft.editedAt.map { wording.preciseMoment($0) },
                discardHref: visit.address.withdraw(draft))
        }
        caution = GuardWarning(
            problems,
            in: [typed.title, typed.text]
                + typed.entries.filter { entry in
                    particulars.questions.contains { $0.id == entry.question && $0.isPublic }
                }.map(\.text), correctHref: "#text", for: visit)
        let isSealed = challenge.content.sealsIdeas
        similarHref = isSubmitted || isSealed ? nil : visit.address.similarIdeas(in: challenge)
        warning = wording.text(isSealed ? "ideas.warning.sealed" : "ideas.warning")
        opening =
            challenge.keepsSeals
            ? FormBuilder(room: "seals", wording: wording).checkbox(
                "opening", isChosen: typed.agrees, hint: true) : nil
        let isReadFirst = challenge.visibility(ofSubmissionBy: record) == .awaitingModeration
        let review = challenge.content.moderation.reviewWithinHours.flatMap { hours in
            isReadFirst ? wording.text("moderation.beforehand", ["count": .number(hours)]) + " " : nil
        }
        terms = (review ?? "") + wording.text("ideas.terms")
    }
}
