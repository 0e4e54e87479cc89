import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What a manager does with a challenge that is written: look at it, publish, halt, cancel, throw away, archive.
    static let leadRoutes: [Route<Action>] = [
        Route(.get, "/challenges/:challenge/preview", preview),
        Route(.post, "/challenges/:challenge/publish", publish),
        Route(.get, "/challenges/:challenge/suspend", openSuspend),
        Route(.post, "/challenges/:challenge/suspend", suspend),
        Route(.post, "/challenges/:challenge/resume", resume),
        Route(.get, "/challenges/:challenge/cancel", openCancel),
        Route(.post, "/challenges/:challenge/cancel", cancel),
        Route(.post, "/challenges/:challenge/discard", discard),
        Route(.get, "/challenges/:challenge/archive", openArchive),
        Route(.post, "/challenges/:challenge/archive", archive),
        Route(.post, "/challenges/:challenge/retrieve", retrieve),
    ]

    @Sendable private static func preview(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            let reading = try ChallengeReading(id, in: look)
            if let refusal = reading.detail.challenge.managementRefusal(for: look.viewer) { throw refusal }
            return (reading: reading, budget: try look.rewardBudget(of: reading.detail.challenge))
        }
        let challenge = seen.value.reading.detail.challenge
        let address = visit.address.challenge(id, challenge.title)
        guard challenge.standing == .draft else { return .redirect(to: address) }
        if let moved = visit.redirectIfMoved(to: "\(address)/preview") { return moved }
        return visit.show(
            PreviewPage(seen.with(seen.value.reading), seen.value.budget, for: visit), to: seen,
            in: .challenges)
    }

    @Sendable private static func publish(_ visit: Visit) async throws -> Response {
        try await act(visit, saying: .challengePublished) { id, member in
            try await visit.app.store.publishChallenge(id, by: member, at: visit.now)
        }
    }

    @Sendable private static func resume(_ visit: Visit) async throws -> Response {
        try await act(visit, saying: .challengeResumed) { id, member in
            try await visit.app.store.resumeChallenge(id, by: member, at: visit.now)
        }
    }

    @Sendable private static func openArchive(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            let challenge = try look.challenge(id)
            let refusal = try look.archivalRefusal(of: challenge)
            if let refusal, refusal != .conflict(.answersOwed) { throw refusal }
            return (challenge: challenge, refusal: refusal)
        }
        return visit.show(
            ArchivePage(seen.value.challenge, refusal: seen.value.refusal, for: visit), to: seen,
            in: .challenges)
    }

    @Sendable private static func archive(_ visit: Visit) async throws -> Response {
        try await act(visit, saying: .challengeArchived) { id, member in
            try await visit.app.store.archiveChallenge(id, by: member, at: visit.now)
        }
    }

    @Sendable private static func retrieve(_ visit: Visit) async throws -> Response {
        try await act(visit, saying: .challengeRetrieved) { id, member in
            try await visit.app.store.retrieveChallenge(id, by: member, at: visit.now)
        }
    }

    /// Does `body` and leads back to the challenge's page.
    private static func act(
        _ visit: Visit, saying notice: Notice, _ body: (ChallengeID, MemberID) async throws -> Void
    ) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        try await body(id, try await visit.writer())
        return visit.redirect(
            to: "\(visit.address.challenges)/\(visit.parameters?["challenge"] ?? "")", saying: notice)
    }

    @Sendable private static func discard(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        try await visit.app.store.discardChallenge(id, by: member, at: visit.now)
        return visit.redirect(to: visit.address.desk, saying: .challengeDiscarded)
    }

    @Sendable private static func openSuspend(_ visit: Visit) async throws -> Response {
        try await ask(.suspend, visit)
    }

    @Sendable private static func suspend(_ visit: Visit) async throws -> Response {
        try await halt(.suspend, visit) { id, reason, member in
            try await visit.app.store.suspendChallenge(id, reason: reason, by: member, at: visit.now)
        }
    }

    @Sendable private static func openCancel(_ visit: Visit) async throws -> Response {
        try await ask(.cancel, visit)
    }

    @Sendable private static func cancel(_ visit: Visit) async throws -> Response {
        try await halt(.cancel, visit) { id, reason, member in
            try await visit.app.store.cancelChallenge(id, reason: reason, by: member, at: visit.now)
        }
    }

    /// Asks for the reason that everybody will read.
    private static func ask(
        _ halt: Halt, _ visit: Visit, reason: String = "", problems: [Problem] = []
    ) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { look in
            let challenge = try look.challenge(id)
            if let refusal = halt.refusal(of: challenge, for: look.viewer) { throw refusal }
            return challenge
        }
        return visit.show(
            CancelPage(halt, seen.value, reason: reason, problems: problems, for: visit), to: seen,
            in: .challenges, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Does `body` with the reason that was typed, or asks for a better one.
    private static func halt(
        _ halt: Halt, _ visit: Visit, _ body: (ChallengeID, String, MemberID) async throws -> Void
    ) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        let reason = try visit.form()["reason"] ?? ""
        do {
            try await body(id, reason, member)
        } catch Refusal.invalid(let problems) {
            return try await ask(halt, visit, reason: reason, problems: problems)
        }
        return visit.redirect(
            to: "\(visit.address.challenges)/\(visit.parameters?["challenge"] ?? "")", saying: halt.notice)
    }
}

/// An act that keeps people from taking part, for a while or for good, and so has to be explained.
enum Halt: String, CaseIterable, Sendable {
    case suspend
    case cancel

    /// What says that it was done.
    var notice: Notice { self == .suspend ? .challengeSuspended : .challengeCancelled }

    /// Why `viewer` may not do it to `challenge`, or nil.
    func refusal(of challenge: Challenge, for viewer: Viewer) -> Refusal? {
        switch self {
        case .suspend: challenge.suspensionRefusal(for: viewer)
        case .cancel: challenge.cancellationRefusal(for: viewer)
        }
    }
}

/// The challenge as people will see it, before it is published.
struct PreviewPage: Page {
    static let template = "challenges/preview"

    let challenge: ChallengeBody
    let publish: Publish?
    let reserve: Reserve?
    let budgetHref: String?
    let editHref: String
    let opening: String
    let checks: [NoticeView]

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("publish") { $0.publish },
        Field("reserve") { $0.reserve }, Field("budgetHref") { $0.budgetHref },
        Field("editHref") { $0.editHref }, Field("opening") { $0.opening }, Field("checks") { $0.checks },
    ]

    /// The act that shows the challenge to all.
    struct Publish: TemplateData {
        let action: String

        static let fields: [Field<Self>] = [Field("action") { $0.action }]
    }

    /// The act that sets the announced money aside.
    struct Reserve: TemplateData {
        let action: String
        let label: String

        static let fields: [Field<Self>] = [Field("action") { $0.action }, Field("label") { $0.label }]
    }

    init(_ seen: Seen<ChallengeReading>, _ budget: RewardBudget, for visit: Visit) {
        let challenge = seen.value.detail.challenge
        let wording = visit.wording
        let address = visit.address.challenge(challenge.id, challenge.title)
        var body = ChallengeBody(seen, for: visit, feeds: nil)
        // The way to change it stands above already.
        body.canEdit = nil
        body.duplicate = nil
        self.challenge = body
        let refusal =
            challenge.publicationRefusal(for: seen.viewer, at: visit.now) ?? challenge.budgetRefusal(budget)
        let budgetPage = visit.address.rewards(of: challenge.id, challenge.title)
        reserve =
            challenge.reservationRefusal(for: seen.viewer, budget) == nil
            ? Reserve(
                action: budgetPage, label: BudgetPage.reservation(of: challenge, budget, wording)) : nil
        budgetHref = challenge.announcedCents > 0 ? budgetPage : nil
        publish = refusal == nil ? Publish(action: "\(address)/publish") : nil
        editHref = "\(address)/edit"
        let opens = challenge.schedule.opensAt.flatMap { $0 > visit.now ? $0 : nil }
        opening =
            opens.map {
                wording.text("challenges.opening", ["date": .text(wording.dateAndTime($0))])
            } ?? wording.text("challenges.opening.now")
        func check(_ word: String, _ isGood: Bool) -> NoticeView {
            NoticeView(text: wording.text("challenges.check.\(word)"), tone: isGood ? "leaf" : "plain")
        }
        let hasReward = challenge.content.reward != nil
        let hasPromise = challenge.content.answerWithinDays != nil
        checks = [
            refusal.map { NoticeView(text: wording.sentence($0), tone: "clay") } ?? check("dates", true),
            check(hasReward ? "reward" : "no-reward", hasReward),
            challenge.announcedCents > 0 && reserve == nil ? check("budget", true) : nil,
            check(hasPromise ? "promise" : "no-promise", hasPromise),
        ].compactMap(\.self)
    }
}

/// Where a manager is told what archiving does before they do it.
struct ArchivePage: Page {
    static let template = "challenges/archive"

    let title: String
    let href: String
    let action: String
    let whyNot: String?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("href") { $0.href }, Field("action") { $0.action },
        Field("whyNot") { $0.whyNot },
    ]

    /// - Parameter refusal: What stands against it.
    init(_ challenge: Challenge, refusal: Refusal?, for visit: Visit) {
        whyNot = refusal.map { visit.wording.sentence($0) }
        title = challenge.title
        href = visit.address.challenge(challenge.id, challenge.title)
        action = "\(href)/archive"
    }
}

/// Where a reason is asked before a challenge is halted.
struct CancelPage: Page {
    static let template = "challenges/cancel"

    let heading: String
    let lead: String
    let isGrave: Bool
    let action: String
    let title: String
    let href: String
    let problems: ProblemSummary?
    let reason: FieldView

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("lead") { $0.lead }, Field("isGrave") { $0.isGrave },
        Field("title") { $0.title }, Field("href") { $0.href }, Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("reason") { $0.reason },
    ]

    init(
        _ halt: Halt, _ challenge: Challenge, reason typed: String, problems found: [Problem],
        for visit: Visit
    ) {
        heading = visit.wording.text("challenges.act.\(halt.rawValue)")
        lead = visit.wording.text("challenges.act.\(halt.rawValue).lead")
        isGrave = halt == .cancel
        title = challenge.title
        href = visit.address.challenge(challenge.id, challenge.title)
        action = "\(href)/\(halt.rawValue)"
        let builder = FormBuilder(room: "challenges", wording: visit.wording, problems: found)
        reason = builder.text(
            "reason", value: typed, hint: true, maximum: Challenge.cancellationRule.length.upperBound)
        problems = builder.summary(of: [reason])
    }
}

extension ChallengeFormPage.ActView {
    /// What the manager of `challenge`, whose page is `address`, can do besides writing it.
    static func all(for challenge: Challenge, at address: String, jury: String, wording: Wording) -> [Self] {
        func act(_ name: String, href: Bool = false, isGrave: Bool = false) -> Self {
            let target = "\(address)/\(name)"
            return Self(
                label: wording.text("challenges.act.\(name)"),
                about: wording.text("challenges.act.\(name).about"), href: href ? target : nil,
                action: href ? nil : target, isGrave: isGrave)
        }
        let cancel = act("cancel", href: true, isGrave: true)
        // How many ideas go before a jury, how many it chooses and how many participants add is said there.
        let chain =
            challenge.schedule.window(of: .judge) == nil
            ? []
            : [
                Self(
                    label: wording.text("jury.criteria"), about: wording.text("challenges.act.jury.about"),
                    href: "\(jury)/rules")
            ]
        return switch challenge.standing {
        case .draft: chain + [act("discard", isGrave: true)]
        case .published: chain + [act("suspend", href: true), cancel]
        case .suspended: chain + [act("resume"), cancel]
        case .resultsPublished: [act("archive", href: true)]
        case .cancelled, .archived: []
        }
    }
}
