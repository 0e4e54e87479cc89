import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Preparing the results of a challenge, and publishing them in one act.
    static let resultsRoutes: [Route<Action>] = [
        Route(.get, "/desk/challenges/:challenge/results", showResults),
        Route(.post, "/desk/challenges/:challenge/results", publishResults),
    ]

    @Sendable private static func showResults(_ visit: Visit) async throws -> Response {
        try await showResults(visit, problems: [])
    }

    @Sendable private static func publishResults(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.official()
        let form = try visit.form()
        if let act = form["act"] {
            return try await scheduleResults(
                of: id, typed: act == "schedule" ? form["publishAt"] ?? "" : nil, by: member, visit)
        }
        guard form["confirm"] == "yes" else {
            return try await showResults(visit, problems: [Problem(field: "confirm", code: .notConfirmed)])
        }
        try await visit.app.store.publishResults(of: id, by: member, at: visit.now)
        let challenge = try await visit.look { try $0.challenge(id) }.value
        return visit.redirect(
            to: "\(visit.address.challenge(id, challenge.title))#results", saying: .resultsPublished)
    }

    /// Settles when results will be published, as it was `typed`; with nil, that they will not be by themselves.
    private static func scheduleResults(
        of id: ChallengeID, typed: String?, by member: MemberID, _ visit: Visit
    ) async throws -> Response {
        func refuse(_ code: Problem.Code) async throws -> Response {
            try await showResults(visit, problems: [Problem(field: "publishAt", code: code)], typed: typed)
        }
        var instant: Timestamp?
        if let typed {
            guard !typed.isEmpty else { return try await refuse(.missing) }
            guard let moments = visit.wording.moments(fromInput: typed) else {
                return try await refuse(.notADate)
            }
            guard moments.count == 1 else {
                return try await refuse(moments.isEmpty ? .hourLeftOut : .hourTwice)
            }
            instant = moments[0]
        }
        do {
            try await visit.app.store.scheduleResults(of: id, for: instant, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showResults(visit, problems: problems, typed: typed)
        }
        let challenge = try await visit.look { try $0.challenge(id) }.value
        return visit.redirect(
            to: visit.address.results(id, challenge.title),
            saying: instant == nil ? .resultsUnscheduled : .resultsScheduled)
    }

    private static func showResults(_ visit: Visit, problems: [Problem], typed: String? = nil) async throws
        -> Response
    {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            try look.requireDesk()
            return try look.resultsPreview(of: id)
        }
        let present = visit.address.results(id, seen.value.challenge.title)
        if problems.isEmpty, let moved = visit.redirectIfMoved(to: present) { return moved }
        return visit.show(
            ResultsPage(seen, problems: problems, typed: typed, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

/// The results of a challenge before they are published: what is ready, what is missing.
struct ResultsPage: Page {
    static let template = "desk/results"

    let challenge: String
    let challengeHref: String
    let missing: [MissingRow]
    let prepared: [PreparedRow]
    let isRanked: Bool
    let hasCounts: Bool
    let action: String
    let publish: PublishForm?
    let whyNot: String?
    let published: Moment?
    /// What to think about before publishing.
    let warnings: [TextView]
    /// When all will be published by itself, or should have been.
    let scheduled: String?
    let missed: String?
    /// Where one writes to the authors.
    let messagesHref: String?
    let areWritten: Bool
    /// Where a jury sits.
    let juryHref: String?
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("missing") { $0.missing }, Field("hasMissing") { !$0.missing.isEmpty },
        Field("missingCount") { $0.missing.count }, Field("prepared") { $0.prepared },
        Field("hasPrepared") { !$0.prepared.isEmpty }, Field("isRanked") { $0.isRanked },
        Field("hasCounts") { $0.hasCounts },
        Field("action") { $0.action }, Field("publish") { $0.publish }, Field("whyNot") { $0.whyNot },
        Field("published") { $0.published }, Field("warnings") { $0.warnings },
        Field("scheduled") { $0.scheduled }, Field("missed") { $0.missed },
        Field("messagesHref") { $0.messagesHref }, Field("areWritten") { $0.areWritten },
        Field("juryHref") { $0.juryHref }, Field("problems") { $0.problems },
    ]

    init(
        _ seen: Seen<ResultsPreview>, problems: [Problem], typed: String? = nil, for visit: Visit
    ) {
        let wording = visit.wording
        let preview = seen.value
        let found = preview.challenge
        let back = "?from=\(AnswerPage.fromResults)"
        challenge = found.title
        challengeHref = visit.address.challenge(found.id, found.title)
        missing = preview.missing.map { MissingRow($0, in: found.id, back: back, for: visit) }
        hasCounts = found.showsCounts(at: visit.now)
        isRanked = hasCounts || !preview.places.isEmpty
        let isPublished = found.resultsPublishedAt != nil
        let unplaced = wording.text(preview.jury == nil ? "desk.results.unplaced" : "jury.unjudged")
        prepared = preview.decided.map { place, idea in
            PreparedRow(
                idea, in: found.id, rank: place.map(String.init) ?? unplaced,
                isEarly: !isPublished && !idea.isSecret, back: back,
                for: visit)
        }
        published = found.resultsPublishedAt.map { wording.moment($0) }
        messagesHref =
            found.messagesRefusal(for: seen.viewer) == nil
            ? visit.address.messages(found.id, found.title) : nil
        areWritten = preview.hasMessages
        juryHref = preview.jury == nil ? nil : visit.address.jury(found)
        warnings = published == nil ? Self.warnings(preview, wording) : []
        let refusal = found.resultsRefusal(
            for: seen.viewer, undecided: preview.undecided, at: visit.now)
        whyNot = published == nil ? refusal.map { wording.sentence($0) } : nil
        let builder = FormBuilder(room: "desk", wording: wording, problems: problems)
        action = visit.address.results(found.id, found.title)
        let form = PublishForm(
            confirm: builder.checkbox("confirm", isChosen: false, isRequired: true),
            publishAt: builder.text(
                "publishAt", kind: "datetime-local", value: typed ?? "", hint: true, isShort: true))
        publish = refusal == nil ? form : nil
        let schedule = published == nil ? preview.schedule : nil
        scheduled = schedule.flatMap { $0.isMissed ? nil : wording.dateAndTime($0.publishAt) }
        missed = schedule.flatMap { $0.isMissed ? wording.dateAndTime($0.publishAt) : nil }
        self.problems = builder.summary(of: [form.confirm, form.publishAt])
    }

    private static func warnings(_ preview: ResultsPreview, _ wording: Wording) -> [TextView] {
        var warnings: [TextView] = []
        if preview.challenge.content.reward != nil, !preview.ideas.contains(where: { $0.code == .winner }) {
            warnings.append(TextView(text: wording.text("desk.results.no-winner")))
        }
        if preview.contested > 0 {
            warnings.append(
                TextView(text: wording.text("integrity.contested", ["count": .number(preview.contested)])))
        }
        let open = preview.ideas.count { $0.code?.isAnswer == false }
        if open > 0 {
            warnings.append(
                TextView(text: wording.text("desk.results.open", ["count": .number(open)])))
        }
        if let jury = preview.jury {
            if jury.openCards > 0 {
                warnings.append(
                    TextView(text: wording.text("jury.waiting", ["count": .number(jury.openCards)])))
            }
            let winners = Set(preview.ideas.filter { $0.code == .winner }.map { "\($0.idea)" })
            if let choice = jury.choice, !winners.isEmpty, winners != Set(choice.all) {
                warnings.append(TextView(text: wording.text("jury.mismatch")))
            }
        }
        return warnings
    }

    /// An idea without a decision.
    struct MissingRow: TemplateData {
        let title: String
        let author: String
        let answerHref: String

        static let fields: [Field<Self>] = [
            Field("title") { $0.title }, Field("author") { $0.author },
            Field("answerHref") { $0.answerHref },
        ]

        init(
            _ idea: ResultsPreview.PreparedIdea, in challenge: ChallengeID, back: String, for visit: Visit
        ) {
            title = idea.title
            author = visit.wording.author(
                idea.author, isHidden: idea.hidesAuthor, challenge: challenge, number: idea.number)
            answerHref = visit.address.answer(idea.idea, idea.title) + back
        }
    }

    /// An idea with the decision that will stand.
    struct PreparedRow: TemplateData {
        let rank: String
        let title: String
        let href: String
        let answerHref: String
        let author: String
        let count: Int
        let word: String
        let tone: String
        let reason: String
        let reward: String?
        /// Whether its decision was published before the results.
        let isEarly: Bool

        static let fields: [Field<Self>] = [
            Field("rank") { $0.rank }, Field("title") { $0.title }, Field("href") { $0.href },
            Field("answerHref") { $0.answerHref }, Field("author") { $0.author }, Field("count") { $0.count },
            Field("word") { $0.word }, Field("tone") { $0.tone }, Field("reason") { $0.reason },
            Field("reward") { $0.reward }, Field("isEarly") { $0.isEarly },
        ]

        init(
            _ idea: ResultsPreview.PreparedIdea, in challenge: ChallengeID, rank: String, isEarly: Bool,
            back: String, for visit: Visit
        ) {
            let wording = visit.wording
            self.rank = rank
            title = idea.title
            href = visit.address.idea(idea.idea, idea.title)
            answerHref = visit.address.answer(idea.idea, idea.title) + back
            author = wording.author(
                idea.author, isHidden: idea.hidesAuthor, challenge: challenge, number: idea.number)
            count = idea.supportCount ?? 0
            word = wording.text("ideas.decision.\(idea.code?.rawValue ?? "submitted")")
            tone = idea.code?.tone ?? "plain"
            reason = Markdown.summary(idea.reason ?? "", limit: 240)
            reward = idea.reward.map {
                wording.text("ideas.reward", ["reward": .text(RewardView($0, wording: wording).name)])
            }
            self.isEarly = isEarly
        }
    }

    /// The one act.
    struct PublishForm: TemplateData {
        let confirm: FieldView
        let publishAt: FieldView

        static let fields: [Field<Self>] = [
            Field("confirm") { $0.confirm },
            Field("publishAt") { $0.publishAt },
        ]
    }
}
