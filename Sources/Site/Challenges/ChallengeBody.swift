import Domain
import Storage
import Templating

/// All of a challenge, as its page and its preview show it.
struct ChallengeBody: TemplateData {
    let title: String
    let question: String
    /// Of what the manager wrote, where it is not the page's.
    let lang: String?
    let theme: String
    let themeHref: String
    let blueprint: String
    let cover: HTML
    /// Takes the place of the drawn cover.
    let picture: PictureView?
    let documents: [AttachmentView]
    let brief: HTML
    let rules: HTML?
    /// Where its rules stand in full, and where managers write them.
    let regulationHref: String?
    let regulationFormHref: String?
    let state: String
    let tone: String
    var canEdit: LinkView?
    var dashboard: LinkView?
    /// The act that takes it back from the archives.
    let retrieve: LinkView?
    /// The act that starts another challenge from this one.
    var duplicate: LinkView?
    let phases: [PhaseView]
    let time: TimeLeftView?
    /// Whether reacting on the draft is the act that is hoped for.
    let react: LinkView?
    let submit: LinkView?
    let vote: VoteInvitation?
    let submitWhyNot: String?
    let signInHref: String?
    let reward: RewardView?
    let promiseText: String
    let answered: TextView?
    let audience: String
    let quota: TextView?
    /// Where it is said how the vote can be checked.
    let recountHref: String?
    /// Where its manager says what ideas cost.
    let costsHref: String?
    let feed: FeedLine?
    let personalFeed: PersonalFeedView?
    let invitations: LinkView?
    let follow: FollowButton?
    let results: ResultsView?
    /// `12 idées`.
    let ideaCount: String
    let changes: [ChallengeEventView]
    let submitLabel: String
    let ideas: [IdeaRow]
    let filters: [FilterView]
    let order: ListOrder?
    let pages: PagesView?
    let sealed: String?
    let draft: ProductDraftView?
    let keptSealed: SealedSolutions?
    /// The draft as it will be read, before the challenge is public.
    let plannedDraft: [BriefPart]
    let particulars: [BriefPart]
    let draw: DrawNote?
    /// Where a draw is committed to and made: for managers.
    let drawHref: String?
    /// Where a vote that is over is looked through: for moderators.
    let integrityHref: String?
    /// Told to the person whose ballot is set aside.
    let aside: SetAsideNotice?
    let jury: JuryNote?
    /// Where jurors judge.
    let benchHref: String?
    /// Where managers look after the jury.
    let juryHref: String?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("question") { $0.question }, Field("lang") { $0.lang },
        Field("theme") { $0.theme },
        Field("themeHref") { $0.themeHref }, Field("blueprint") { $0.blueprint }, Field("cover") { $0.cover },
        Field("picture") { $0.picture }, Field("documents") { $0.documents },
        Field("hasDocuments") { !$0.documents.isEmpty },
        Field("brief") { $0.brief }, Field("rules") { $0.rules },
        Field("regulationHref") { $0.regulationHref },
        Field("regulationFormHref") { $0.regulationFormHref }, Field("state") { $0.state },
        Field("tone") { $0.tone },
        Field("canEdit") { $0.canEdit },
        Field("dashboard") { $0.dashboard },
        Field("duplicate") { $0.duplicate }, Field("retrieve") { $0.retrieve },
        Field("phases") { $0.phases },
        Field("time") { $0.time },
        Field("react") { $0.react },
        Field("submit") { $0.submit },
        Field("vote") { $0.vote },
        Field("submitWhyNot") { $0.submitWhyNot },
        Field("signInHref") { $0.signInHref }, Field("reward") { $0.reward },
        Field("promiseText") { $0.promiseText }, Field("answered") { $0.answered },
        Field("audience") { $0.audience }, Field("quota") { $0.quota },
        Field("recountHref") { $0.recountHref }, Field("costsHref") { $0.costsHref },
        Field("feed") { $0.feed },
        Field("personalFeed") { $0.personalFeed }, Field("invitations") { $0.invitations },
        Field("follow") { $0.follow },
        Field("results") { $0.results },
        Field("ideaCount") { $0.ideaCount }, Field("changes") { $0.changes },
        Field("hasChanges") { !$0.changes.isEmpty }, Field("submitLabel") { $0.submitLabel },
        Field("ideas") { $0.ideas },
        Field("hasIdeas") { !$0.ideas.isEmpty || $0.filters.contains(where: \.isUsed) },
        Field("filters") { $0.filters }, Field("order") { $0.order }, Field("pages") { $0.pages },
        Field("sealed") { $0.sealed },
        Field("keptSealed") { $0.keptSealed }, Field("draft") { $0.draft },
        Field("plannedDraft") { $0.plannedDraft },
        Field("hasPlannedDraft") { !$0.plannedDraft.isEmpty }, Field("particulars") { $0.particulars },
        Field("draw") { $0.draw }, Field("drawHref") { $0.drawHref },
        Field("integrityHref") { $0.integrityHref }, Field("aside") { $0.aside },
        Field("jury") { $0.jury }, Field("benchHref") { $0.benchHref }, Field("juryHref") { $0.juryHref },
        Field("hasStaffActs") { $0.hasStaffActs },
    ]

    /// Whether anything is offered to those who look after the challenge.
    private var hasStaffActs: Bool {
        canEdit != nil || dashboard != nil || invitations != nil || retrieve != nil || duplicate != nil
            || costsHref != nil || juryHref != nil || benchHref != nil
    }

    init(
        _ seen: Seen<ChallengeReading>, typed: TypedReaction? = nil, for visit: Visit, feeds: FeedAddress?
    ) {
        let detail = seen.value.detail
        let challenge = detail.challenge
        let content = challenge.content
        let wording = visit.wording
        let address = visit.address
        let state = challenge.state(at: visit.now)
        title = challenge.title
        question = content.question
        lang = wording.lang(of: content.language)
        theme = detail.theme.title(in: visit.language)
        themeHref = address.theme(detail.theme)
        blueprint = wording.text("challenges.blueprint.\(content.blueprint.rawValue)")
        cover = Cover.svg(of: challenge.id, theme: detail.theme)
        picture = detail.cover.flatMap { PictureView($0, isWhole: true, for: visit) }
        documents = detail.documents.map { AttachmentView($0, for: visit) }
        brief = Markdown.html(content.brief)
        regulationHref = seen.value.regulation.map { _ in
            visit.address.regulation(challenge.id, challenge.title)
        }
        regulationFormHref =
            challenge.regulationRefusal(for: seen.viewer) == nil
            ? visit.address.regulationForm(challenge.id, challenge.title) : nil
        rules = content.rules.isEmpty ? nil : Markdown.html(content.rules)
        let isContest = content.blueprint == .contest
        self.state = wording.state(state, in: content.blueprint)
        tone = state.tone
        canEdit =
            challenge.revisionRefusal(for: seen.viewer) == nil
            ? LinkView(href: "\(address.challenge(challenge.id, challenge.title))/edit") : nil
        dashboard =
            challenge.dashboardRefusal(for: seen.viewer) == nil
            ? LinkView(href: address.dashboard(of: challenge)) : nil
        retrieve =
            challenge.retrievalRefusal(for: seen.viewer) == nil
            ? LinkView(href: "\(address.challenge(challenge.id, challenge.title))/retrieve") : nil
        duplicate =
            challenge.duplicationRefusal(for: seen.viewer) == nil
            ? LinkView(href: "\(address.challenge(challenge.id, challenge.title))/duplicate") : nil
        let stopped = detail.events.first { $0.kind == .cancelled }?.happenedAt
        phases = challenge.schedule.phases.map { PhaseView($0, of: challenge, stopped: stopped, for: visit) }
        changes = detail.events.map { ChallengeEventView($0, in: content.blueprint, wording: wording) }
        time = Deadline(of: challenge, at: visit.now).map { TimeLeftView($0, for: visit) }

        let refusal = challenge.submissionRefusal(for: seen.viewer, at: visit.now)
        let submission = "\(address.challenge(challenge.id, challenge.title))/ideas/new"
        submit = refusal == nil || refusal == .signInRequired ? LinkView(href: submission) : nil
        submitWhyNot =
            refusal.flatMap { refusal in
                // Where people vote, the act is to vote: that nothing more is submitted goes without saying.
                guard refusal != .signInRequired, challenge.standing != .draft, state != .openToVotes,
                    !challenge.schedule.isParticipationOver(at: visit.now)
                else { return nil }
                return wording.sentence(refusal)
            }
        draft = seen.value.draft.map {
            ProductDraftView($0, of: challenge, viewer: seen.viewer, typed: typed, for: visit)
        }
        plannedDraft =
            challenge.standing == .draft && content.blueprint == .draftReview
            ? TextDifference.paragraphs(of: content.particulars.draft).enumerated().map {
                BriefPart(heading: "\($0 + 1)", text: Markdown.html($1, under: 2))
            } : []
        particulars = BriefPart.all(of: content, wording: wording)
        let reactionRefusal =
            draft == nil ? Refusal.notFound : challenge.concernRefusal(for: seen.viewer, at: visit.now)
        react =
            reactionRefusal == nil || reactionRefusal == .signInRequired ? LinkView(href: "#draft") : nil
        vote = VoteInvitation(
            to: challenge, viewer: seen.viewer, supportsGiven: seen.value.supportsGiven,
            isMain: submit == nil && react == nil, for: visit)
        signInHref = nil
        reward = content.reward.map { RewardView($0, wording: wording) }
        promiseText = wording.promise(of: challenge)
        let answers = seen.value.answers
        answered = Self.record(answers, wording).map { TextView(text: $0) }
        audience = wording.sentence(detail)
        let hasVote = challenge.schedule.window(of: .vote) != nil
        quota = hasVote ? TextView(text: wording.rule(of: content)) : nil
        recountHref = hasVote && challenge.standing != .draft ? address.recount(challenge) : nil
        costsHref =
            content.way.envelope != nil && challenge.managementRefusal(for: seen.viewer) == nil
            ? address.costs(challenge) : nil
        feed = feeds.map { FeedLine(feeds: $0) }
        personalFeed = PersonalFeedView(
            of: challenge, isMade: seen.value.hasPersonalFeed, viewer: seen.viewer, for: visit)
        invitations =
            challenge.invitationRefusal(for: seen.viewer) == nil
            ? LinkView(href: "\(address.challenge(challenge.id, challenge.title))/invitations") : nil
        follow =
            challenge.followRefusal(for: seen.viewer) == nil
            ? FollowButton(
                page: address.challenge(challenge.id, challenge.title), isFollowing: seen.value.isFollowing,
                viewer: seen.viewer) : nil
        results = seen.value.results.map { ResultsView($0, of: challenge, to: seen.viewer, for: visit) }
        ideaCount = wording.ideaCount(of: challenge)
        submitLabel = wording.text(isContest ? "challenges.submit.solution" : "challenges.submit")
        let voting = VotingSituation(
            challenge: challenge, viewer: seen.viewer, supportsGiven: seen.value.supportsGiven)
        ideas = seen.value.ideas.items.map { IdeaRow($0, voting: voting, for: visit) }
        filters = Self.filters(challenge, seen.viewer, visit)
        order = ideas.isEmpty ? nil : ListOrder(seen.value.filter.order, in: challenge, for: visit)
        pages = visit.pages(seen.value.ideas, fragment: "#ideas")
        let isSealed = content.sealsIdeas && challenge.resultsPublishedAt == nil
        sealed = isSealed ? wording.seal(on: challenge) : nil
        keptSealed = SealedSolutions(
            seen.value.sealed, in: challenge, viewer: seen.viewer, for: visit)
        draw = seen.value.draw.map { DrawNote($0, in: challenge, for: visit) }
        let mayDraw = [
            challenge.commitmentRefusal(
                for: seen.viewer, hasDraw: seen.value.draw != nil, at: visit.now),
            challenge.drawRefusal(for: seen.viewer, seen.value.draw, at: visit.now),
        ].contains(nil)
        let rules = seen.value.juryRules
        jury = rules.map { JuryNote($0, in: content, wording: wording) }
        benchHref =
            rules != nil && challenge.benchRefusal(for: seen.viewer) == nil ? address.bench(challenge) : nil
        juryHref = challenge.juryRefusal(for: seen.viewer) == nil ? address.jury(challenge) : nil
        drawHref = mayDraw ? address.drawDesk(challenge.id, challenge.title) : nil
        integrityHref =
            challenge.inspectionRefusal(for: seen.viewer, at: visit.now) == nil
            ? address.integrity(challenge) : nil
        aside = SetAsideNotice(seen.value.ownAside, for: visit)
    }

    /// How the promise is kept so far; nil before the first answer is given or late.
    private static func record(_ answers: AnswerTally, _ wording: Wording) -> String? {
        var sentences: [String] = []
        if answers.answered > 0 {
            sentences.append(
                wording.text(
                    "challenges.answered",
                    [
                        "count": .number(answers.answered),
                        "total": .number(answers.answered + answers.waiting),
                    ]))
        }
        if let share = answers.percentKept {
            sentences.append(
                wording.text("challenges.answered.kept", ["share": .text(wording.percent(share))]))
        }
        if let median = wording.median(answers.delays) {
            sentences.append(wording.text("challenges.answered.median", ["median": .text(median)]))
        }
        if answers.late > 0 {
            sentences.append(wording.text("answers.fact.late", ["count": .number(answers.late)]) + ".")
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private static func filters(_ challenge: Challenge, _ viewer: Viewer, _ visit: Visit) -> [FilterView] {
        let wording = visit.wording
        func choice(_ order: IdeaFilter.Order) -> (String?, String) {
            (order.rawValue, wording.text("challenges.order.\(order.rawValue)"))
        }
        var orders: [(String?, String)] =
            challenge.ordersFairly(at: visit.now)
            ? [(nil, wording.text("challenges.order.fair")), choice(.newest)]
            : [(nil, wording.text("challenges.order.newest")), choice(.discussed)]
        if challenge.showsCounts(at: visit.now) {
            orders.append(choice(.supported))
        }
        var answers: [(String?, String)] = [(nil, wording.text("challenges.show.all"))]
        answers += [IdeaFilter.Answer.answered, .unanswered].map {
            ($0.rawValue, wording.text("challenges.show.\($0.rawValue)"))
        }
        if challenge.keepsSeals, challenge.resultsPublishedAt != nil,
            viewer.manages(challenge.id) || viewer.has(.juror, for: challenge.id)
        {
            answers.append((IdeaFilter.Answer.sealed.rawValue, wording.text("challenges.show.sealed")))
        }
        if viewer.member != nil {
            answers.append((IdeaFilter.Answer.mine.rawValue, wording.text("challenges.show.mine")))
        }
        return [
            visit.filter(
                "order", label: wording.text("challenges.order"), choices: orders, fragment: "#ideas"),
            visit.filter(
                "show", label: wording.text("challenges.show"), choices: answers, fragment: "#ideas"),
        ]
    }
}
