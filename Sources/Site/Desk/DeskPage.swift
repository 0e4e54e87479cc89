import Domain
import Storage
import Templating

/// What waits for one person who works for the insurer.
struct DeskPage: Page {
    static let template = "desk/index"
    /// Ideas beyond which the desk only says that there are more.
    static let countLimit = 1_000

    let lead: String
    let newHref: String?
    let rewardsHref: String?
    let dashboardsHref: String?
    let answersIdeas: Bool
    let filters: [FilterView]
    let rows: [DeskRow]
    let pages: PagesView?
    let results: [ResultsRow]
    let winners: [WinnerRow]
    let drafts: [DraftRow]
    let moderation: TitledLink?
    let complaints: TitledLink?
    let awaited: [AwaitedRow]
    let funds: TitledLink?
    let juries: [JuryRow]
    /// Rewards that others proposed.
    let approvals: TitledLink?
    /// Objections to lines of points.
    let contests: TitledLink?

    static let fields: [Field<Self>] = [
        Field("lead") { $0.lead }, Field("newHref") { $0.newHref }, Field("rewardsHref") { $0.rewardsHref },
        Field("dashboardsHref") { $0.dashboardsHref },
        Field("answersIdeas") { $0.answersIdeas }, Field("filters") { $0.filters },
        Field("hasFilters") { !$0.filters.isEmpty },
        Field("isFiltered") { $0.filters.contains(where: \.isUsed) }, Field("rows") { $0.rows },
        Field("hasRows") { !$0.rows.isEmpty }, Field("pages") { $0.pages }, Field("results") { $0.results },
        Field("hasResults") { !$0.results.isEmpty }, Field("winners") { $0.winners },
        Field("hasWinners") { !$0.winners.isEmpty }, Field("drafts") { $0.drafts },
        Field("hasDrafts") { !$0.drafts.isEmpty },
        Field("hasSide") { !($0.results.isEmpty && $0.winners.isEmpty && $0.drafts.isEmpty) },
        Field("hasDuties") {
            $0.moderation != nil || $0.complaints != nil || !$0.juries.isEmpty || $0.approvals != nil
                || $0.contests != nil
        },
        Field("juries") { $0.juries },
        Field("funds") { $0.funds }, Field("approvals") { $0.approvals },
        Field("contests") { $0.contests },
        Field("moderation") { $0.moderation }, Field("complaints") { $0.complaints },
        Field("awaited") { $0.awaited }, Field("hasAwaited") { !$0.awaited.isEmpty },
    ]

    init(_ seen: Seen<DeskReading>, for visit: Visit) {
        let wording = visit.wording
        let reading = seen.value
        answersIdeas = seen.viewer.holds(.manager)
        lead = answersIdeas ? Self.lead(reading.count, wording) : wording.text("desk.lead")
        newHref = seen.viewer.mayLaunchChallenges ? visit.address.newChallenge : nil
        rewardsHref =
            seen.viewer.holds(.manager) || seen.viewer.holds(.rewardOfficer)
            ? visit.address.rewardRegister : nil
        dashboardsHref = seen.viewer.dashboardRefusal == nil ? visit.address.dashboards : nil
        filters =
            reading.challenges.count < 2
            ? []
            : [
                visit.filter(
                    "challenge", label: wording.text("desk.filter.challenge"),
                    choices: [(nil, wording.text("challenges.filter.any"))]
                        + reading.challenges.map { ($0.id.description, $0.title) })
            ]
        rows = reading.waiting.items.map { DeskRow($0, for: visit) }
        pages = visit.pages(reading.waiting)
        results = reading.results.map { ResultsRow($0, for: visit) }
        winners = reading.winners.map { WinnerRow($0, for: visit) }
        moderation = reading.moderation.map {
            TitledLink(
                title: wording.text("moderation.count", ["count": .number($0.all)]),
                href: visit.address.moderation)
        }
        complaints = reading.complaints.map { count in
            let late =
                count.late == 0
                ? "" : " " + wording.text("complaints.late", ["count": .number(count.late)])
            return TitledLink(
                title: wording.text("complaints.count", ["count": .number(count.all)]) + late,
                href: visit.address.complaints)
        }
        awaited = reading.awaited.map { AwaitedRow($0, for: visit) }
        funds = reading.funds.map { count in
            TitledLink(
                title: wording.text("fund.waiting", ["count": .number(count)]), href: visit.address.funds)
        }
        juries = reading.juries.map { JuryRow($0, for: visit) }
        approvals = reading.approvals.flatMap { count in
            count == 0
                ? nil
                : TitledLink(
                    title: wording.text("rewards.waiting", ["count": .number(count)]),
                    href: "\(visit.address.rewardRegister)?state=proposed")
        }
        contests = reading.contests.flatMap { count in
            count == 0
                ? nil
                : TitledLink(
                    title: wording.text("points.waiting", ["count": .number(count)]),
                    href: visit.address.pointsDesk)
        }
        drafts = reading.drafts.map { DraftRow($0.challenge, for: visit) }
    }

    private static func lead(_ count: WaitingCount, _ wording: Wording) -> String {
        let all =
            count.all < countLimit
            ? wording.text("desk.count", ["count": .number(count.all)])
            : wording.text("desk.many", ["count": .number(countLimit)])
        return count.late == 0
            ? all : "\(all) \(wording.text("desk.late", ["count": .number(count.late)]))"
    }
}

/// A jury in which the viewer sits.
struct JuryRow: TemplateData {
    let challenge: String
    let title: String
    let href: String

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("title") { $0.title }, Field("href") { $0.href },
    ]

    init(_ duty: JuryDuty, for visit: Visit) {
        challenge = duty.title
        title = visit.wording.text(
            "jury.duty", ["count": .number(duty.open), "total": .number(duty.all)])
        href = visit.address.bench(duty.challenge, duty.title)
    }
}

/// An idea that waits, answerable in place.
struct DeskRow: TemplateData {
    let id: String
    let title: String
    let href: String
    let excerpt: String
    let author: String
    let challenge: String
    let challengeHref: String
    let submitted: Moment
    let due: AnswerDue
    /// The published decision that is not an answer yet.
    let decision: String?
    /// That it reached the supports from which on it comes first.
    let passedOn: String?
    let form: AnswerForm

    static let fields: [Field<Self>] = [
        Field("id") { $0.id }, Field("title") { $0.title }, Field("href") { $0.href },
        Field("excerpt") { $0.excerpt }, Field("author") { $0.author }, Field("challenge") { $0.challenge },
        Field("challengeHref") { $0.challengeHref }, Field("submitted") { $0.submitted },
        Field("due") { $0.due.text }, Field("tone") { $0.due.tone }, Field("decision") { $0.decision },
        Field("passedOn") { $0.passedOn }, Field("form") { $0.form },
    ]

    init(_ waiting: WaitingIdea, for visit: Visit) {
        let wording = visit.wording
        let address = visit.address
        id = "idea-\(waiting.idea)"
        title = waiting.title
        href = address.idea(waiting.idea, waiting.title)
        excerpt = Markdown.summary(waiting.beginning, limit: 340)
        author = wording.author(
            waiting.author, isHidden: waiting.hidesAuthor, challenge: waiting.challenge,
            number: waiting.number)
        challenge = waiting.challengeTitle
        challengeHref = address.challenge(waiting.challenge, waiting.challengeTitle)
        submitted = wording.moment(waiting.submittedAt)
        due = AnswerDue(
            waiting.answerDue, isLate: waiting.answerDue.map { visit.now > $0 } ?? false, for: visit)
        decision = waiting.decision.map { wording.text("ideas.decision.\($0.rawValue)") }
        passedOn = waiting.isPassedOn ? wording.text("desk.passed-on") : nil
        form = AnswerForm(
            AnswerDraft(isSecret: waiting.awaitsResults), awaitsResults: waiting.awaitsResults,
            action: address.answer(waiting.idea, waiting.title), isShort: true,
            builder: FormBuilder(room: "desk", wording: wording, prefix: "idea-\(waiting.idea)-"))
    }
}

/// A challenge whose results are in preparation.
struct ResultsRow: TemplateData {
    let challenge: String
    let href: String
    let text: String
    let due: AnswerDue?
    let planned: String?
    let missed: String?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("href") { $0.href }, Field("text") { $0.text },
        Field("late") { $0.due.flatMap { $0.tone == "clay" ? $0.text : nil } },
        Field("planned") { $0.planned }, Field("missed") { $0.missed },
    ]

    init(_ preparation: ResultsInPreparation, for visit: Visit) {
        let wording = visit.wording
        challenge = preparation.challenge.title
        href = visit.address.results(preparation.challenge.id, challenge)
        var parts = [wording.text("desk.results.ready", ["count": .number(preparation.ready)])]
        if preparation.missing > 0 {
            parts.append(wording.text("desk.results.missing", ["count": .number(preparation.missing)]))
        }
        text = parts.joined(separator: ", ")
        due = preparation.answerDue.map { AnswerDue($0, isLate: visit.now > $0, for: visit) }
        let instant = preparation.schedule.map { schedule in
            wording.text(
                schedule.isMissed ? "desk.missed" : "desk.planned",
                ["date": .text(wording.dateAndTime(schedule.publishAt))])
        }
        (planned, missed) = preparation.schedule?.isMissed == true ? (nil, instant) : (instant, nil)
    }
}

/// A winner whose reward waits to be granted.
struct WinnerRow: TemplateData {
    let idea: String
    let href: String
    let winner: String
    let challenge: String
    let grantHref: String

    static let fields: [Field<Self>] = [
        Field("idea") { $0.idea }, Field("href") { $0.href }, Field("winner") { $0.winner },
        Field("challenge") { $0.challenge }, Field("grantHref") { $0.grantHref },
    ]

    init(_ waiting: UnrewardedWinner, for visit: Visit) {
        idea = waiting.ideaTitle
        href = visit.address.idea(waiting.idea, waiting.ideaTitle)
        winner = visit.wording.name(of: waiting.author)
        challenge = waiting.challengeTitle
        grantHref = visit.address.grant(waiting.idea, waiting.ideaTitle)
    }
}

/// A challenge that is not published yet.
struct DraftRow: TemplateData {
    let title: String
    let editHref: String
    let previewHref: String

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("editHref") { $0.editHref },
        Field("previewHref") { $0.previewHref },
    ]

    init(_ challenge: Challenge, for visit: Visit) {
        let href = visit.address.challenge(challenge.id, challenge.title)
        title = challenge.title
        editHref = "\(href)/edit"
        previewHref = "\(href)/preview"
    }
}
