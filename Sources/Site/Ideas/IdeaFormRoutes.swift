import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    @Sendable static func showNewIdea(_ visit: Visit) async throws -> Response {
        try await visit.showNewIdea()
    }

    /// Submits the idea, or only keeps it, or attaches or takes away files: the button that was pressed says which.
    @Sendable static func submitIdea(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        var typed = TypedIdea(try visit.form())
        let store = visit.app.store
        do {
            let (asked, kept) = try await visit.look { look in
                let challenge = try look.challenge(id)
                try heed(challenge.submissionRefusal(for: look.viewer, at: look.now))
                let known = try look.particulars(ofDraft: try look.draft(in: id), in: challenge)
                return (try look.questions(of: challenge), known.entries)
            }.value
            if visit.request.isCut { typed.complete(with: kept) }
            if let file = typed.removed {
                try await store.detach(file, by: member, at: visit.now)
                return try await visit.showNewIdea(typed)
            }
            let sent = try await visit.sentFiles(for: asked, describedAs: typed.description, by: member)
            if !sent.files.isEmpty {
                try await store.attach(
                    sent.files, with: typed.content, entries: typed.entries, toDraftIn: id, by: member,
                    at: visit.now)
            }
            guard sent.problems.isEmpty else { throw Refusal.invalid(sent.problems) }
            if typed.isAttaching { return try await visit.showNewIdea(typed.withoutDescription) }
            if typed.isDraft {
                _ = try await store.saveDraft(
                    typed.content, entries: typed.entries, in: id, agreeing: typed.agrees, by: member,
                    at: visit.now)
                return visit.redirect(to: visit.request.path, saying: .draftSaved)
            }
            if typed.isComplaint {
                let complaint = try await store.complain(
                    typed.content, in: id, by: member, at: visit.now,
                    deadlines: visit.app.time.deadlines(forReceiptAt: visit.now))
                return visit.redirect(to: visit.address.complaint(complaint))
            }
            let (content, entries) = try visit.admit(
                typed.content, typed.entries, to: asked, answer: typed.answer)
            try await visit.acceptRules(typed.regulation, of: id, by: member)
            if !typed.hasSeenSimilar,
                let step = try await visit.stepBeforeSubmission(
                    content, entries: entries, answer: typed.answer, in: id, by: member)
            {
                return step
            }
            let idea = try await store.submitIdea(
                content, entries: entries, in: id, agreeing: typed.agrees, by: member, at: visit.now)
            return visit.redirect(to: visit.address.idea(idea, content.title) + "/receipt")
        } catch Refusal.invalid(let problems) {
            try await keep(typed, in: id, by: member, visit)
            return try await visit.showNewIdea(typed, problems)
        }
    }

    /// Keeps as a draft what was refused as an idea, so that leaving the page loses nothing; what is too long stays on
    /// the page alone.
    private static func keep(
        _ typed: TypedIdea, in challenge: ChallengeID, by member: MemberID, _ visit: Visit
    )
        async throws
    {
        guard !typed.isDraft, !typed.isEmpty else { return }
        do {
            _ = try await visit.app.store.saveDraft(
                typed.content, entries: typed.entries, in: challenge, agreeing: typed.agrees, by: member,
                at: visit.now)
        } catch Refusal.invalid {}
    }

    @Sendable static func showIdeaEdit(_ visit: Visit) async throws -> Response {
        try await visit.showIdeaEdit()
    }

    @Sendable static func editIdea(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.writer()
        var typed = TypedIdea(try visit.form())
        let store = visit.app.store
        do {
            let (asked, kept) = try await visit.look { look in
                let (idea, challenge) = try look.ideaInChallenge(id)
                try heed(idea.editRefusal(for: look.viewer, in: challenge, at: look.now))
                let known = try look.particulars(of: idea, in: challenge)
                return (try look.questions(of: challenge), known.entries)
            }.value
            if visit.request.isCut { typed.complete(with: kept) }
            if let file = typed.removed {
                try await store.detach(file, by: member, at: visit.now)
                return try await visit.showIdeaEdit(typed)
            }
            let sent = try await visit.sentFiles(for: asked, describedAs: typed.description, by: member)
            if !sent.files.isEmpty { try await store.attach(sent.files, to: id, by: member, at: visit.now) }
            guard sent.problems.isEmpty else { throw Refusal.invalid(sent.problems) }
            if typed.isAttaching { return try await visit.showIdeaEdit(typed.withoutDescription) }
            let (content, entries) = try visit.admit(
                typed.content, typed.entries, to: asked, answer: typed.answer)
            try await store.editIdea(
                id, to: content, entries: entries, agreeing: typed.agrees, by: member, at: visit.now)
            return visit.redirect(to: visit.address.idea(id, content.title), saying: .ideaEdited)
        } catch Refusal.invalid(let problems) {
            return try await visit.showIdeaEdit(typed, problems)
        }
    }
}

/// An idea as it was typed.
struct TypedIdea: Sendable {
    let title: String
    let text: String
    /// Whether it is only to be kept.
    let isDraft: Bool
    /// Whether it is no idea but a complaint.
    let isComplaint: Bool
    /// What was answered to the guard's warning, if it was seen.
    let answer: Guard.Answer?
    /// Whether the ideas that resemble it were shown, and it is to be sent all the same.
    let hasSeenSimilar: Bool
    /// What was entered for the challenge's questions.
    var entries: [Entry]
    /// What a picture shows that comes with it.
    var description: String
    /// Whether a file is only to be attached, and nothing sent yet.
    let isAttaching: Bool
    /// The file that is to be taken away.
    let removed: AttachmentID?
    /// Whether it may be opened after the results, where that is asked.
    let agrees: Bool
    /// The version of the challenge's rules that was accepted with it.
    let regulation: Int?

    init(_ form: Form) {
        title = form["title"] ?? ""
        text = form["text"] ?? ""
        isDraft = form["act"] == "draft"
        isComplaint = form["act"] == "complaint"
        answer = form["act"].flatMap(Guard.Answer.init)
        hasSeenSimilar = form["seen"] == "yes"
        entries = form.fields.compactMap { field in
            guard field.name.hasPrefix("answer-"), let number = Int64(field.name.dropFirst(7)) else {
                return nil
            }
            return Entry(question: QuestionID(number), text: field.value)
        }
        description = form["description"] ?? ""
        isAttaching = form["act"] == "attach"
        removed = form["remove"].flatMap(Int64.init).map { AttachmentID($0) }
        agrees = form["opening"] == "yes"
        regulation = form["regulation"].flatMap { Int($0) }
    }

    init(_ content: IdeaContent?, entries: [Entry], agrees: Bool) {
        title = content?.title ?? ""
        text = content?.text ?? ""
        isDraft = false
        isComplaint = false
        answer = nil
        hasSeenSimilar = false
        self.entries = entries
        description = ""
        isAttaching = false
        removed = nil
        self.agrees = agrees
        regulation = nil
    }

    var content: IdeaContent { IdeaContent(title: title, text: text) }

    /// Whether nothing was typed at all.
    var isEmpty: Bool { (title + text).trimmed.isEmpty && entries.allSatisfy(\.text.isEmpty) }

    /// Takes what was kept before for questions of which nothing came: their part of the form was cut off.
    mutating func complete(with kept: [Entry]) {
        entries += kept.filter { old in !entries.contains { $0.question == old.question } }
    }

    /// The same once a file was attached: what is said of it goes with it.
    var withoutDescription: TypedIdea {
        var typed = self
        typed.description = ""
        return typed
    }
}

extension Visit {
    fileprivate func showNewIdea(_ typed: TypedIdea? = nil, _ problems: [Problem] = []) async throws
        -> Response
    {
        let id: ChallengeID = try identifier("challenge")
        let seen = try await look { look in
            let challenge = try look.challenge(id)
            let draft = try look.draft(in: id)
            return (
                challenge: challenge, draft: draft, record: try look.authorRecord(),
                particulars: try look.particulars(ofDraft: draft, in: challenge),
                agrees: try draft.map { try look.agreesToOpening($0.id) } ?? false,
                regulation: try look.regulationNumber(of: id),
                accepted: try look.regulationAcceptance(in: id)
            )
        }
        let challenge = seen.value.challenge
        let present = address.newIdea(in: challenge)
        if let refusal = challenge.submissionRefusal(for: seen.viewer, at: now) {
            if refusal == .signInRequired { return askToSignIn(returningTo: present) }
            throw refusal
        }
        if request.method == .get, let moved = redirectIfMoved(to: present) { return moved }
        let particulars = seen.value.particulars
        let rules = RegulationField(
            seen.value.regulation, accepted: seen.value.accepted,
            isChosen: typed?.regulation == seen.value.regulation, in: challenge, problems: problems,
            for: self)
        let page = IdeaFormPage(
            typed
                ?? TypedIdea(
                    seen.value.draft?.content, entries: particulars.entries, agrees: seen.value.agrees),
            problems, in: challenge, action: present, draft: seen.value.draft, isSubmitted: false,
            record: seen.value.record, particulars: particulars, regulation: rules, for: self)
        return show(
            page, to: seen, in: .challenges, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Accepts the rules in force with the idea that is sent, once. Throws `Refusal.invalid` if they were not ticked.
    fileprivate func acceptRules(_ number: Int?, of id: ChallengeID, by member: MemberID) async throws {
        let (current, accepted) = try await look {
            (try $0.regulationNumber(of: id), try $0.regulationAcceptance(in: id)?.number)
        }.value
        guard let current, accepted != current else { return }
        guard number == current else { throw Refusal.invalid("regulation", .notConfirmed) }
        try await app.store.acceptRegulation(current, in: language, of: id, by: member, at: now)
    }

    fileprivate func showIdeaEdit(_ typed: TypedIdea? = nil, _ problems: [Problem] = []) async throws
        -> Response
    {
        let id: IdeaID = try identifier("idea")
        let seen = try await look { look in
            let found = try look.ideaInChallenge(id)
            return (
                found: found, record: try look.authorRecord(),
                particulars: try look.particulars(of: found.idea, in: found.challenge),
                agrees: try look.agreesToOpening(id)
            )
        }
        let (idea, challenge) = seen.value.found
        if let refusal = idea.editRefusal(for: seen.viewer, in: challenge, at: now) {
            if refusal == .signInRequired { return askToSignIn(returningTo: request.path) }
            throw refusal
        }
        if idea.visibility == .draft, typed == nil {
            return .redirect(to: address.newIdea(in: challenge), .found)
        }
        let present = address.edit(idea)
        if request.method == .get, let moved = redirectIfMoved(to: present) { return moved }
        let particulars = seen.value.particulars
        let page = IdeaFormPage(
            typed
                ?? TypedIdea(idea.content, entries: particulars.entries, agrees: seen.value.agrees),
            problems, in: challenge, action: present, draft: nil, isSubmitted: true,
            record: seen.value.record, particulars: particulars, for: self)
        return show(
            page, to: seen, in: .challenges, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

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
