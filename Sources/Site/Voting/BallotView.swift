import Domain
import Storage
import Templating

/// What a person may do with an idea's vote: a button, or the reason why there is none.
struct BallotView: TemplateData {
    let part: String
    let about: String
    let support: ActionView?
    let withdraw: ActionView?
    let isSupported: Bool
    let tally: CountView?
    let quota: CountView?
    let whyNot: String?
    let signInHref: String?
    let hiddenUntil: String?

    static let fields: [Field<Self>] = [
        Field("part") { $0.part }, Field("about") { $0.about }, Field("support") { $0.support },
        Field("withdraw") { $0.withdraw }, Field("isSupported") { $0.isSupported },
        Field("tally") { $0.tally },
        Field("quota") { $0.quota }, Field("whyNot") { $0.whyNot }, Field("signInHref") { $0.signInHref },
        Field("hiddenUntil") { $0.hiddenUntil },
    ]
}

/// Where a form of one button posts to.
struct ActionView: TemplateData {
    let action: String

    static let fields: [Field<Self>] = [Field("action") { $0.action }]
}

/// A number of things.
struct CountView: TemplateData {
    let count: Int

    static let fields: [Field<Self>] = [Field("count") { $0.count }]
}

/// A challenge's vote as one viewer meets it, from which each idea's ballot follows.
struct VotingSituation: Sendable {
    let challenge: Challenge
    let viewer: Viewer
    /// Ideas of the challenge that the viewer supports now.
    let supportsGiven: Int

    /// The ballot in a list: short, without what holds for the whole challenge. Nil where there is nothing to say.
    func ballot(on summary: IdeaSummary, for visit: Visit) -> BallotView? {
        guard challenge.content.way == .approval, challenge.schedule.window(of: .vote) != nil else {
            return nil
        }
        let isOpen = challenge.schedule.rights(at: visit.now).contains(.vote)
        guard isOpen || summary.supportCount != nil || summary.isSupportedByViewer else { return nil }
        let ballot = BallotPaper(supports: supportsGiven, supportsThis: summary.isSupportedByViewer)
        let refusal = summary.voteRefusal(for: viewer, in: challenge, ballot: ballot, at: visit.now)
        return view(
            on: summary.idea, title: summary.title, isSupported: summary.isSupportedByViewer,
            count: summary.supportCount, refusal: refusal, isOpen: isOpen, isShort: true, for: visit)
    }

    /// The ballot on the idea's own page, with the rule and the reason why not.
    func ballot(on idea: Idea, supportsThis: Bool, for visit: Visit) -> BallotView? {
        guard challenge.content.way == .approval, challenge.schedule.window(of: .vote) != nil,
            idea.visibility == .public
        else { return nil }
        let ballot = BallotPaper(supports: supportsGiven, supportsThis: supportsThis)
        let refusal = idea.voteRefusal(for: viewer, in: challenge, ballot: ballot, at: visit.now)
        return view(
            on: idea.id, title: idea.content.title, isSupported: supportsThis,
            count: challenge.showsCounts(at: visit.now) ? idea.supportCount : nil, refusal: refusal,
            isOpen: challenge.schedule.rights(at: visit.now).contains(.vote), isShort: false, for: visit)
    }

    private func view(
        on idea: IdeaID, title: String, isSupported: Bool, count: Int?, refusal: Refusal?, isOpen: Bool,
        isShort: Bool, for visit: Visit
    ) -> BallotView {
        let address = visit.address.idea(idea, title)
        // A visitor gets the button too: it leads to signing in, and back.
        let mayAct = refusal == nil || refusal == .signInRequired
        let close = challenge.schedule.window(of: .vote)?.closesAt
        let explains = !isShort || refusal == .forbidden(.ownIdea) || refusal == .conflict(.quotaReached)
        return BallotView(
            part: "ballot-\(idea)", about: title,
            support: mayAct && !isSupported && isOpen ? ActionView(action: "\(address)/vote") : nil,
            withdraw: isSupported && isOpen ? ActionView(action: "\(address)/vote/withdraw") : nil,
            isSupported: isSupported, tally: count.map { CountView(count: $0) },
            quota: isShort || !isOpen || viewer.member == nil || refusal != nil
                ? nil : challenge.content.voteQuota.map { CountView(count: max(0, $0 - supportsGiven)) },
            whyNot: explains && count == nil
                ? refusal.flatMap { $0 == .signInRequired ? nil : visit.wording.sentence($0) } : nil,
            signInHref: nil,
            hiddenUntil: isShort || count != nil || !isOpen
                ? nil : close.map { visit.wording.dateAndTime($0) })
    }
}

/// What leads from the head of a challenge to its ballots, while they are open.
struct VoteInvitation: TemplateData {
    let label: String
    let href: String
    /// The member's own ballot, where the act leads elsewhere.
    let mine: String?
    /// Whether it is the act that is hoped for.
    let isMain: Bool
    /// `Il vous reste 2 soutiens.`, for members where supports are counted.
    let left: String?

    static let fields: [Field<Self>] = [
        Field("label") { $0.label }, Field("href") { $0.href }, Field("mine") { $0.mine },
        Field("isMain") { $0.isMain }, Field("left") { $0.left },
    ]

    /// Nil unless there is something to vote on now.
    init?(
        to challenge: Challenge, viewer: Viewer, supportsGiven: Int, isMain: Bool, for visit: Visit
    ) {
        guard challenge.standing == .published, challenge.ideaCount > 0,
            challenge.schedule.rights(at: visit.now).contains(.vote)
        else { return nil }
        let way = challenge.content.way
        label =
            way == .approval
            ? visit.wording.text("voting.invitation", ["count": .number(challenge.ideaCount)])
            : visit.wording.text("voting.invitation.\(way.name.rawValue)")
        let ballot = visit.address.ballot(challenge)
        href =
            way == .approval
            ? "#ideas" : viewer.member == nil ? visit.signInAddress(returningTo: ballot) : ballot
        mine = way == .approval && viewer.member != nil ? ballot : nil
        self.isMain = isMain
        left =
            viewer.member == nil || way != .approval
            ? nil
            : challenge.content.voteQuota.map {
                visit.wording.text("voting.left", ["count": .number(max(0, $0 - supportsGiven))])
            }
    }
}
