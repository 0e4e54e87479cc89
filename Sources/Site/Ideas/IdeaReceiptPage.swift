import Domain
import Storage
import Templating

/// The proof that an idea was submitted, and what comes next.
struct IdeaReceiptPage: Page {
    static let template = "ideas/receipt"

    let heading: String
    let number: String
    let title: String
    let href: String
    let challenge: String
    let challengeHref: String
    let when: Moment?
    let next: [Step]
    let rssHref: String?
    let follow: String
    /// Whether there are ideas of others to read.
    let hasOthers: Bool
    let see: String
    let others: String
    let seal: SealView?
    /// Which rules were accepted with it, and their fingerprint.
    let rules: String?
    let rulesFingerprint: String?

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("see") { $0.see }, Field("others") { $0.others },
        Field("number") { $0.number }, Field("title") { $0.title }, Field("href") { $0.href },
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("when") { $0.when }, Field("next") { $0.next }, Field("hasNext") { !$0.next.isEmpty },
        Field("rssHref") { $0.rssHref }, Field("follow") { $0.follow },
        Field("hasOthers") { $0.hasOthers }, Field("seal") { $0.seal },
        Field("rules") { $0.rules }, Field("rulesFingerprint") { $0.rulesFingerprint },
    ]

    struct Step: TemplateData {
        let text: String
        let when: Moment?

        static let fields: [Field<Self>] = [Field("text") { $0.text }, Field("when") { $0.when }]
    }

    init(
        _ idea: Idea, in challenge: Challenge, sealing: Sealing?, accepted: RegulationAcceptance?,
        viewer: Viewer, for visit: Visit
    ) {
        let wording = visit.wording
        rules = accepted.map {
            wording.text(
                "regulation.receipt",
                ["number": .number($0.number), "date": .text(wording.dateAndTime($0.at))])
        }
        rulesFingerprint = accepted?.fingerprint.description
        seal = SealView(sealing, of: idea, in: challenge, viewer: viewer, for: visit)
        heading = wording.ideaWord("receipt", in: challenge)
        see = wording.ideaWord("receipt.see", in: challenge)
        others = wording.ideaWord("receipt.others", in: challenge)
        number = idea.receiptNumber(wording) ?? ""
        title = idea.content.title
        href = visit.address.page(of: idea)
        self.challenge = challenge.title
        challengeHref = visit.address.challenge(challenge.id, challenge.title)
        when = idea.submittedAt.map { wording.preciseMoment($0) }
        hasOthers = idea.visibility != .sealed && challenge.ideaCount > (idea.visibility == .public ? 1 : 0)
        // Nobody can follow an idea that is not for everybody.
        let isPublic = idea.visibility == .public
        rssHref =
            challenge.isVisible(to: .visitor)
            ? (isPublic ? FeedAddress.idea(visit, idea) : FeedAddress.challenge(visit, challenge)).rss : nil
        follow = wording.text(isPublic ? "ideas.receipt.follow" : "ideas.receipt.follow.challenge")
        next = Self.steps(after: idea, in: challenge, for: visit)
    }

    private static func steps(after idea: Idea, in challenge: Challenge, for visit: Visit) -> [Step] {
        let wording = visit.wording
        var dated: [(key: String, moment: Timestamp, shown: Moment)] = []
        if let vote = challenge.schedule.window(of: .vote), vote.opensAt > visit.now {
            dated.append(("ideas.next.vote", vote.opensAt, wording.preciseMoment(vote.opensAt)))
        }
        let deliberation = challenge.schedule.phases.last { $0.kind == .deliberation }
        if let close = deliberation?.closesAt, close > visit.now {
            dated.append(("ideas.next.results", close, wording.moment(close)))
        }
        if let due = idea.answerDue, idea.decision?.isAnswer != true {
            dated.append(("ideas.next.answer", due, wording.moment(due)))
        }
        let steps = dated.sorted { $0.moment < $1.moment }.map {
            Step(text: wording.text($0.key), when: $0.shown)
        }
        guard idea.visibility == .awaitingModeration, let submission = idea.submittedAt else { return steps }
        let due = challenge.content.moderation.due(forOpeningAt: submission)
        return [Step(text: wording.text("ideas.next.moderation"), when: wording.preciseMoment(due))] + steps
    }
}
