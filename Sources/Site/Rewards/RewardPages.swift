import Domain
import Storage
import Templating

/// The rewards granted so far, for everybody.
struct RewardsPage: Page {
    static let template = "rewards/index"

    let rewards: [RewardRow]
    let pages: PagesView?
    /// Where those who keep the register find it.
    let registerHref: String?

    static let fields: [Field<Self>] = [
        Field("rewards") { $0.rewards }, Field("hasRewards") { !$0.rewards.isEmpty },
        Field("pages") { $0.pages }, Field("registerHref") { $0.registerHref },
    ]

    init(_ seen: Seen<ListPage<RewardSummary>>, for visit: Visit) {
        rewards = seen.value.items.map { RewardRow($0, for: visit) }
        pages = visit.pages(seen.value)
        registerHref = seen.viewer.registerRefusal == nil ? visit.address.rewardRegister : nil
    }
}

/// One reward in a list.
struct RewardRow: TemplateData {
    let winner: String
    let idea: String
    let href: String
    let challenge: String
    let challengeHref: String
    let what: String
    let nature: String
    let instalment: String?
    let state: String
    let tone: String
    let proposed: Moment
    /// Where it is looked after.
    let keepHref: String

    static let fields: [Field<Self>] = [
        Field("winner") { $0.winner }, Field("idea") { $0.idea }, Field("href") { $0.href },
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("what") { $0.what }, Field("nature") { $0.nature }, Field("instalment") { $0.instalment },
        Field("state") { $0.state }, Field("tone") { $0.tone }, Field("proposed") { $0.proposed },
        Field("keepHref") { $0.keepHref },
    ]

    init(_ summary: RewardSummary, for visit: Visit) {
        let wording = visit.wording
        let reward = summary.reward
        winner = wording.name(of: reward.winner)
        idea = summary.ideaTitle
        href = visit.address.idea(reward.idea, summary.ideaTitle)
        challenge = summary.challengeTitle
        challengeHref = visit.address.challenge(summary.challenge, summary.challengeTitle)
        what = RewardView(reward.offer, wording: wording).name
        nature = reward.offer.nature
        instalment = wording.instalment(of: reward)
        state = wording.text("rewards.state.\(reward.state.rawValue)")
        tone = reward.state.tone
        proposed = wording.moment(reward.proposedAt)
        keepHref = visit.address.reward(reward.id)
    }
}

extension Reward.State {
    /// The tone in which the state is shown.
    var tone: String {
        switch self {
        case .proposed: "honey"
        case .approved, .notified: "plain"
        case .delivered, .closed: "leaf"
        case .refused, .unclaimed: "clay"
        }
    }
}

extension Wording {
    /// Which part of what an idea won this is; nil if it is all of it.
    func instalment(of reward: Reward) -> String? {
        reward.instalment == .whole ? nil : text("rewards.instalment.\(reward.instalment.rawValue)")
    }
}

/// The form by which a reward is proposed for a winner.
struct GrantPage: Page {
    static let template = "rewards/grant"

    let idea: String
    let href: String
    let winner: String
    let challenge: String
    let challengeHref: String
    let announced: String
    let left: String?
    let instalments: String?
    let budgetHref: String
    let action: String
    let problems: ProblemSummary?
    let kind: FieldView
    let amount: FieldView
    let points: FieldView
    let nature: FieldView

    static let fields: [Field<Self>] = [
        Field("idea") { $0.idea }, Field("href") { $0.href }, Field("winner") { $0.winner },
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("announced") { $0.announced }, Field("left") { $0.left },
        Field("instalments") { $0.instalments }, Field("budgetHref") { $0.budgetHref },
        Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("kind") { $0.kind }, Field("amount") { $0.amount },
        Field("points") { $0.points }, Field("nature") { $0.nature },
    ]

    init(_ found: RewardToGrant, typed: TypedReward, problems: [Problem], for visit: Visit) {
        let wording = visit.wording
        idea = found.idea.content.title
        href = visit.address.idea(found.idea.id, idea)
        winner = wording.name(of: found.idea.author)
        challenge = found.challenge.title
        challengeHref = visit.address.challenge(found.challenge.id, challenge)
        announced = found.announced.nature
        left = found.left.flatMap { left in
            found.announced.cents.map { total in
                wording.text(
                    "rewards.left",
                    [
                        "left": .text(wording.money(cents: left)),
                        "total": .text(wording.money(cents: total)),
                    ])
            }
        }
        instalments =
            found.left != nil && found.plan.decisionBps < Money.wholeBps
            ? wording.text(
                "rewards.instalments",
                ["part": .text(wording.percent(Int(found.plan.decisionBps / 100)))]) : nil
        budgetHref = visit.address.rewards(of: found.challenge.id, challenge)
        action = visit.address.grant(found.idea.id, idea)
        let builder = FormBuilder(room: "rewards", wording: wording, problems: problems)
        kind = builder.choice(
            "rewardKind", value: typed.kind,
            of: Reward.Kind.allCases.map {
                ($0.rawValue, wording.text("rewards.kind.\($0.rawValue)"), nil)
            }, isShort: true)
        amount = builder.text(
            "rewardAmount", value: typed.amount, hint: true, isRequired: false, isShort: true,
            inputMode: "decimal")
        points = builder.text(
            "rewardPoints", value: typed.points, hint: true, isRequired: false, isShort: true,
            maximum: Int(RewardOffer.mostPoints), inputMode: "numeric")
        nature = builder.text(
            "rewardNature", value: typed.nature, hint: true, maximum: RewardOffer.natureRule.length.upperBound
        )
        self.problems = builder.summary(of: [kind, amount, points, nature])
    }
}
