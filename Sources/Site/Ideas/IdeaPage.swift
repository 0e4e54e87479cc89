import Domain
import Storage
import Templating

/// An idea's own page: its text, the vote beside it, what becomes of it, what people say.
struct IdeaPage: Page {
    static let template = "ideas/show"

    let title: String
    let text: HTML
    /// Of title and text, where it is not the page's.
    let lang: String?
    let by: String
    let badges: [BadgeView]
    let authorIsMe: Bool
    let community: String?
    let number: String?
    let submitted: Moment?
    let edited: Moment?
    let challenge: String
    let challengeHref: String
    let state: String
    let tone: String
    let summary: String
    let edit: LinkView?
    let withdraw: LinkView?
    let answerHref: String?
    let mine: String
    let answerLabel: String
    let editLabel: String
    let reportLabel: String
    let withdrawLabel: String
    let notice: NoticeView?
    let hidden: HiddenNotice?
    let links: PostLinks
    let traces: [TextView]
    let versions: IdeaVersionsView?
    let lateEdit: LateEditView?
    let authorsHref: String?
    let invitation: LinkView?
    let question: OpenQuestionView?
    let askHref: String?
    let deedHref: String?
    let deedFormHref: String?
    let particulars: ParticularsView?
    let mergeHref: String?
    let merged: [MergedIdeaView]
    let ballot: BallotView?
    let markForm: MarkForm?
    let rule: String?
    let due: DueView?
    let reward: TextView?
    let history: [IdeaDecisionView]
    /// What was said with the results to the viewer, one of the authors.
    let message: MessageView?
    let followUp: FollowUpView?
    let followUpHref: String?
    let course: EffectCourseView?
    let measureHref: String?
    let seal: SealView?
    let passedOn: TextView?
    let feed: FeedLine?
    let follow: FollowButton?
    let commentCount: Int
    let comments: [CommentView]
    let form: CommentForm?
    let problems: ProblemSummary?
    let commentWhyNot: String?
    let signInHref: String?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("text") { $0.text }, Field("lang") { $0.lang },
        Field("by") { $0.by },
        Field("badges") { $0.badges },
        Field("authorIsMe") { $0.authorIsMe }, Field("community") { $0.community },
        Field("number") { $0.number },
        Field("submitted") { $0.submitted }, Field("edited") { $0.edited },
        Field("challenge") { $0.challenge },
        Field("challengeHref") { $0.challengeHref }, Field("state") { $0.state }, Field("tone") { $0.tone },
        Field("summary") { $0.summary }, Field("edit") { $0.edit }, Field("withdraw") { $0.withdraw },
        Field("answerHref") { $0.answerHref }, Field("mine") { $0.mine },
        Field("answerLabel") { $0.answerLabel },
        Field("editLabel") { $0.editLabel }, Field("reportLabel") { $0.reportLabel },
        Field("withdrawLabel") { $0.withdrawLabel },
        Field("notice") { $0.notice }, Field("ballot") { $0.ballot }, Field("markForm") { $0.markForm },
        Field("rule") { $0.rule }, Field("due") { $0.due }, Field("reward") { $0.reward },
        Field("history") { $0.history }, Field("hasHistory") { !$0.history.isEmpty },
        Field("feed") { $0.feed }, Field("follow") { $0.follow }, Field("followUp") { $0.followUp },
        Field("followUpHref") { $0.followUpHref }, Field("course") { $0.course },
        Field("measureHref") { $0.measureHref },
        Field("commentCount") { $0.commentCount }, Field("comments") { $0.comments },
        Field("hasComments") { !$0.comments.isEmpty }, Field("form") { $0.form },
        Field("problems") { $0.problems }, Field("commentWhyNot") { $0.commentWhyNot },
        Field("signInHref") { $0.signInHref }, Field("hidden") { $0.hidden },
        Field("links") { $0.links }, Field("traces") { $0.traces },
        Field("versions") { $0.versions }, Field("lateEdit") { $0.lateEdit },
        Field("authorsHref") { $0.authorsHref }, Field("invitation") { $0.invitation },
        Field("question") { $0.question }, Field("askHref") { $0.askHref }, Field("deedHref") { $0.deedHref },
        Field("deedFormHref") { $0.deedFormHref },
        Field("particulars") { $0.particulars },
        Field("mergeHref") { $0.mergeHref }, Field("merged") { $0.merged },
        Field("hasMerged") { !$0.merged.isEmpty },
        Field("seal") { $0.seal },
        Field("passedOn") { $0.passedOn }, Field("message") { $0.message },
    ]

    init(_ seen: Seen<IdeaReading>, typed: TypedComment?, feeds: FeedAddress?, for visit: Visit) {
        let detail = seen.value.detail
        let idea = detail.idea
        let challenge = detail.challenge.challenge
        let viewer = seen.viewer
        let wording = visit.wording
        let address = visit.address
        title = idea.content.title.isEmpty ? wording.text("ideas.visibility.draft") : idea.content.title
        text = Markdown.html(idea.content.text, under: 1)
        lang = wording.lang(of: idea.language)
        let isBlind = idea.hidesAuthor(from: viewer)
        let author = wording.author(of: idea, isHidden: isBlind)
        by =
            isBlind
            ? author : wording.proposer(idea.author, "ideas.by", orElse: "ideas.by.deleted")
        badges = BadgeView.beside(idea.author, in: seen.value.badges, wording: wording)
        authorIsMe = idea.isAuthor(viewer)
        community = detail.challenge.community?.name
        number = idea.receiptNumber(wording)
        submitted = idea.submittedAt.map { wording.moment($0) }
        edited = idea.visibility == .draft ? nil : idea.editedAt.map { wording.moment($0) }
        self.challenge = challenge.title
        challengeHref = address.challenge(challenge.id, challenge.title)
        (state, tone) = Self.state(of: idea, in: challenge, for: visit)
        summary = Markdown.summary(idea.content.text, limit: 160)
        edit =
            idea.editRefusal(for: viewer, in: challenge, at: visit.now) == nil
            ? LinkView(href: address.edit(idea)) : nil
        withdraw =
            idea.withdrawalRefusal(for: viewer, in: challenge) == nil
            ? LinkView(href: address.withdraw(idea)) : nil
        answerHref = seen.value.mayDecide ? address.answer(idea) : nil
        mine = wording.ideaWord("mine", in: challenge)
        answerLabel = wording.ideaWord("answer", in: challenge)
        editLabel = wording.ideaWord("edit", in: challenge)
        reportLabel = wording.ideaWord("report", in: challenge)
        withdrawLabel = wording.ideaWord("withdraw", in: challenge)
        let post = Post(
            id: .idea(idea.id), idea: idea, challenge: challenge, comment: nil, review: detail.review)
        hidden = HiddenNotice(post, complaint: detail.complaint, viewer: viewer, for: visit)
        notice = hidden == nil ? Self.notice(on: idea, in: challenge, for: visit) : nil
        links = PostLinks(post, viewer: viewer, for: visit)
        traces =
            detail.redactions.filter { $0.comment == nil }.map { TextView(text: wording.trace($0.act)) }
            + [wording.restoration(of: post, for: viewer)].compactMap(\.self)
        ballot = VotingSituation(
            challenge: challenge, viewer: viewer, supportsGiven: seen.value.ballot.supports
        ).ballot(on: idea, supportsThis: seen.value.ballot.supportsThis, for: visit)
        markForm = MarkForm(detail, viewer: viewer, for: visit)
        rule = Self.rule(of: challenge, for: visit)
        versions = IdeaVersionsView(detail, for: visit)
        lateEdit = idea.visibility == .public ? LateEditView(detail, in: challenge, for: visit) : nil
        authorsHref =
            idea.authorshipRefusal(for: viewer, in: challenge) == nil ? address.authors(of: idea) : nil
        invitation = idea.isGuest(viewer) ? LinkView(href: address.authors(of: idea)) : nil
        mergeHref =
            detail.merged.isEmpty
                && idea.mergeRefusal(for: viewer, in: challenge, obstacles: detail.mergeObstacles) == nil
            ? address.merge(idea) : nil
        merged = detail.merged.map { MergedIdeaView($0, in: challenge, viewer: viewer, for: visit) }
        let asked = detail.clarifications.first(where: \.isOpen)
        let mayClarify =
            idea.clarificationRefusal(for: viewer, in: challenge, isAsked: asked != nil) == nil
        question = mayClarify ? asked.map { OpenQuestionView($0, on: idea, for: visit) } : nil
        askHref =
            idea.questionRefusal(for: viewer, in: challenge, isAsked: asked != nil) == nil
            ? address.question(about: idea) : nil
        deedHref = seen.value.hasDeed ? address.deed(idea) : nil
        deedFormHref =
            idea.deedRefusal(for: viewer, in: challenge) == nil
            ? address.deedForm(idea.id, idea.content.title) : nil
        due = DueView(idea, in: challenge, for: visit)
        reward = RewardOffer(sumOf: detail.rewards).map { offer in
            TextView(
                text: wording.text(
                    "ideas.reward", ["reward": .text(RewardView(offer, wording: wording).name)]))
        }
        history = IdeaDecisionView.history(
            of: detail, author: author, prepared: seen.value.prepared, wording: wording)
        message = MessageView(detail.message, to: viewer, for: visit)
        particulars = ParticularsView(detail.particulars, for: visit)
        followUp = detail.followUp.map { FollowUpView($0, for: visit) }
        followUpHref =
            idea.followUpRefusal(for: viewer, in: challenge) == nil
            ? address.followUp(of: idea.id, idea.content.title) : nil
        course = EffectCourseView(
            idea, seen.value.measures, decidedAt: seen.value.keptSince, isOnIdea: true, for: visit)
        measureHref =
            idea.measureRefusal(for: viewer, in: challenge) == nil ? address.newMeasure(for: idea) : nil
        seal = SealView(detail.sealing, of: idea, in: challenge, viewer: viewer, for: visit)
        passedOn = detail.passedOnAt.map {
            TextView(text: wording.text("ideas.passed-on", ["date": .text(wording.date($0))]))
        }
        feed = feeds.map { FeedLine(feeds: $0) }
        follow =
            idea.followRefusal(for: viewer, in: challenge) == nil
            ? FollowButton(page: address.page(of: idea), isFollowing: seen.value.isFollowing, viewer: viewer)
            : nil
        commentCount = idea.commentCount
        let conversation = Conversation(
            subject: .idea(idea, in: challenge), viewer: viewer, typed: typed, reviews: detail.commentReviews,
            redactions: detail.redactions,
            origins: Dictionary(uniqueKeysWithValues: detail.merged.map { ($0.idea, $0.content.title) }),
            badges: seen.value.badges)
        comments = conversation.views(of: detail.comments, for: visit)
        form = conversation.form(for: visit)
        problems = conversation.problemSummary(for: visit)
        commentWhyNot =
            conversation.whyNot(for: visit).map {
                idea.visibility == .sealed ? wording.text("ideas.sealed.no-comment") : $0
            }
        signInHref =
            conversation.needsSignIn(at: visit.now)
            ? visit.signInAddress(returningTo: address.page(of: idea) + "#comments") : nil
    }

    private static func notice(on idea: Idea, in challenge: Challenge, for visit: Visit) -> NoticeView? {
        let wording = visit.wording
        guard idea.visibility != .public else { return nil }
        let isAfterResults = idea.visibility == .sealed && challenge.resultsPublishedAt != nil
        var text =
            isAfterResults
            ? wording.text("ideas.notice.kept-sealed")
            : wording.ideaWord("notice.\(idea.visibility.rawValue)", in: challenge)
        if idea.visibility == .awaitingModeration, let hours = challenge.content.moderation.reviewWithinHours
        {
            text += " " + wording.text("moderation.promise", ["count": .number(hours)])
        }
        return NoticeView(text: text, tone: idea.visibility == .hidden ? "clay" : "plain")
    }

    private static func state(of idea: Idea, in challenge: Challenge, for visit: Visit) -> (String, String) {
        let wording = visit.wording
        if let decision = idea.decision {
            return (wording.text("ideas.decision.\(decision.rawValue)"), decision.tone)
        }
        guard idea.visibility == .public else {
            return (wording.visibility(idea.visibility, in: challenge), "plain")
        }
        guard challenge.standing == .published else {
            return (wording.text("ideas.decision.submitted"), "plain")
        }
        let rights = challenge.schedule.rights(at: visit.now)
        if rights.contains(.vote) { return (wording.text("ideas.open.vote"), "honey") }
        if rights.contains(.comment) { return (wording.text("ideas.open"), "honey") }
        return (wording.text("ideas.decision.submitted"), "plain")
    }

    /// How the vote counts, as long as there is one to come or under way.
    private static func rule(of challenge: Challenge, for visit: Visit) -> String? {
        guard challenge.schedule.window(of: .vote) != nil else {
            return visit.wording.ideaWord("rule.no-vote", in: challenge)
        }
        guard !challenge.schedule.isVotingOver(at: visit.now) else { return nil }
        return challenge.content.way == .approval
            ? visit.wording.text("ideas.rule.vote") : visit.wording.rule(of: challenge.content)
    }
}

extension Wording {
    /// Who can see an idea; what stays sealed after the results is no longer sealed until then.
    func visibility(_ visibility: Idea.Visibility, in challenge: Challenge) -> String {
        visibility == .sealed && challenge.resultsPublishedAt != nil
            ? text("ideas.visibility.kept-sealed") : text("ideas.visibility.\(visibility.rawValue)")
    }
}

extension Idea {
    /// `n° 12-345`: the challenge's number and the idea's number in it. Nil for a draft.
    func receiptNumber(_ wording: Wording) -> String? {
        number.map { wording.text("ideas.number", ["number": .text("\(challenge)-\($0)")]) }
    }
}

/// How to follow something from a feed reader.
struct FeedLine: TemplateData {
    let feeds: FeedAddress

    static let fields: [Field<Self>] = [
        Field("rssHref") { $0.feeds.rss }, Field("atomHref") { $0.feeds.atom },
    ]
}
