import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What is said to every author with the results.
    static let messageRoutes: [Route<Action>] = [
        Route(.get, "/desk/challenges/:challenge/messages", showMessages),
        Route(.post, "/desk/challenges/:challenge/messages", writeMessages),
    ]

    @Sendable private static func showMessages(_ visit: Visit) async throws -> Response {
        try await showMessages(visit, typed: nil, problems: [])
    }

    @Sendable private static func writeMessages(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.official()
        let form = try visit.form()
        let typed = AuthorMessages(chosen: form["chosen"] ?? "", others: form["others"] ?? "")
        guard form["act"] != "preview" else {
            return try await showMessages(visit, typed: typed, problems: [])
        }
        do {
            try await visit.app.store.writeMessages(typed, toAuthorsOf: id, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showMessages(visit, typed: typed, problems: problems)
        }
        let challenge = try await visit.look { try $0.challenge(id) }.value
        return visit.redirect(to: visit.address.messages(id, challenge.title), saying: .messagesKept)
    }

    private static func showMessages(_ visit: Visit, typed: AuthorMessages?, problems: [Problem]) async throws
        -> Response
    {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            try look.requireDesk()
            return try look.messagesToAuthors(of: id)
        }
        let present = visit.address.messages(id, seen.value.preview.challenge.title)
        if typed == nil, let moved = visit.redirectIfMoved(to: present) { return moved }
        return visit.show(
            MessagesPage(seen, typed: typed, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension Address {
    /// Where managers write to the authors of a challenge.
    func messages(_ id: ChallengeID, _ title: String) -> String {
        "\(desk)/challenges/\(Self.readable(id, title))/messages"
    }
}

/// What is said to every author with the results: the two texts, and how they will be read.
struct MessagesPage: Page {
    static let template = "desk/messages"

    let challenge: String
    let challengeHref: String
    let resultsHref: String
    let action: String
    let form: MessagesForm?
    let whyNot: String?
    let previews: [Preview]
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("resultsHref") { $0.resultsHref }, Field("action") { $0.action }, Field("form") { $0.form },
        Field("whyNot") { $0.whyNot }, Field("previews") { $0.previews },
        Field("hasPreviews") { !$0.previews.isEmpty }, Field("problems") { $0.problems },
    ]

    init(_ seen: Seen<MessagesReading>, typed: AuthorMessages?, problems found: [Problem], for visit: Visit) {
        let wording = visit.wording
        let reading = seen.value
        let home = reading.preview.challenge
        let messages = typed ?? reading.messages
        challenge = home.title
        challengeHref = visit.address.challenge(home.id, home.title)
        resultsHref = visit.address.results(home.id, home.title)
        action = visit.address.messages(home.id, home.title)
        let refusal = home.messagesRefusal(for: seen.viewer)
        whyNot = refusal.map { wording.sentence($0) }
        let builder = FormBuilder(room: "desk", wording: wording, problems: found)
        let fields = zip(AuthorMessages.rules, [messages.chosen, messages.others]).map { rule, value in
            builder.text(
                rule.field, value: value, hint: true, isRequired: false, maximum: rule.length.upperBound)
        }
        form = refusal == nil ? MessagesForm(chosen: fields[0], others: fields[1]) : nil
        let isShared = home.content.way.envelope != nil
        let groups = Dictionary(grouping: reading.preview.ideas) { idea in
            AuthorMessages.isChosen(by: [idea.code].compactMap(\.self), sharingEnvelope: isShared)
        }
        previews = [(true, messages.chosen), (false, messages.others)].compactMap { isChosen, text in
            Preview(groups[isChosen] ?? [], text, in: home, by: seen.viewer, for: visit)
        }
        problems = builder.summary(of: fields)
    }

    /// The two texts.
    struct MessagesForm: TemplateData {
        let chosen: FieldView
        let others: FieldView

        static let fields: [Field<Self>] = [Field("chosen") { $0.chosen }, Field("others") { $0.others }]
    }

    /// What the first of those who get a text will read.
    struct Preview: TemplateData {
        let reader: String
        let count: String
        let title: String
        let decision: String
        let tone: String
        let reason: HTML
        let message: MessageView

        static let fields: [Field<Self>] = [
            Field("reader") { $0.reader }, Field("count") { $0.count }, Field("title") { $0.title },
            Field("decision") { $0.decision }, Field("tone") { $0.tone }, Field("reason") { $0.reason },
            Field("message") { $0.message },
        ]

        /// Nil without a text, or without anybody to read it.
        init?(
            _ ideas: [ResultsPreview.PreparedIdea], _ text: String, in challenge: Challenge,
            by writer: Viewer,
            for visit: Visit
        ) {
            guard !text.isEmpty, let first = ideas.first, let writer = writer.member else { return nil }
            let wording = visit.wording
            reader = wording.author(
                first.author, isHidden: first.hidesAuthor, challenge: challenge.id, number: first.number)
            count = wording.text("desk.message.readers", ["count": .number(ideas.count)])
            title = first.title
            decision = wording.text("ideas.decision.\(first.code?.rawValue ?? "submitted")")
            tone = first.code?.tone ?? "plain"
            reason = Markdown.html(first.reason ?? "")
            message = MessageView(text, to: reader, signedBy: writer, for: visit)
        }
    }
}

/// A letter to an author, as they read it.
struct MessageView: TemplateData {
    let greeting: String
    let text: HTML
    let signature: String

    static let fields: [Field<Self>] = [
        Field("greeting") { $0.greeting }, Field("text") { $0.text }, Field("signature") { $0.signature },
    ]

    init(_ text: String, to reader: String, signedBy writer: Member, for visit: Visit) {
        greeting = visit.wording.text("desk.message.greeting", ["name": .text(reader)])
        self.text = Markdown.html(text)
        signature = visit.wording.name(of: writer)
    }

    /// What was said to `viewer`; nil if nothing was.
    init?(_ message: AuthorMessage?, to viewer: Viewer, for visit: Visit) {
        guard let message, let reader = viewer.member else { return nil }
        self.init(message.text, to: visit.wording.name(of: reader), signedBy: message.signedBy, for: visit)
    }
}

extension Visit {
    /// What a page of news tells of a letter to an author.
    func headline(of message: AuthorMessage) -> (title: String, path: String, summary: String) {
        let decision = message.decision.map { wording.text("ideas.decision.\($0.rawValue)") }
        let answer = wording.text(
            "desk.message.answer",
            [
                "decision": .text(decision ?? wording.text("ideas.decision.submitted")),
                "reason": .text(Markdown.summary(message.reason, limit: 240)),
            ])
        return (
            wording.text("desk.message.news", ["title": .text(message.ideaTitle)]),
            address.idea(message.idea, message.ideaTitle) + "#message",
            "\(Markdown.summary(message.text, limit: 300)) \(answer)"
        )
    }
}
