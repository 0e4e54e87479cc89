import Domain
import Storage
import Templating

/// The rewards granted so far, for everybody.
struct RewardsPage: Page {
    static let template = "rewards/index"

    let rewards: [RewardRow]
    let pages: PagesView?

    static let fields: [Field<Self>] = [
        Field("rewards") { $0.rewards }, Field("hasRewards") { !$0.rewards.isEmpty },
        Field("pages") { $0.pages },
        Field("isAdvancing") { $0.rewards.contains { $0.advance != nil } },
    ]

    init(_ seen: Seen<ListPage<RewardSummary>>, for visit: Visit) {
        rewards = seen.value.items.map { RewardRow($0, next: $0.next(for: seen.viewer), for: visit) }
        pages = visit.pages(seen.value)
    }
}

/// One granted reward.
struct RewardRow: TemplateData {
    let winner: String
    let idea: String
    let href: String
    let challenge: String
    let challengeHref: String
    let what: String
    let nature: String
    let state: String
    let tone: String
    let granted: Moment
    let advance: Advance?

    static let fields: [Field<Self>] = [
        Field("winner") { $0.winner }, Field("idea") { $0.idea }, Field("href") { $0.href },
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("what") { $0.what }, Field("nature") { $0.nature }, Field("state") { $0.state },
        Field("tone") { $0.tone }, Field("granted") { $0.granted }, Field("advance") { $0.advance },
    ]

    /// The button that takes the reward one state further.
    struct Advance: TemplateData {
        let action: String
        /// The state it leads to.
        let state: String
        let label: String

        static let fields: [Field<Self>] = [
            Field("action") { $0.action }, Field("state") { $0.state }, Field("label") { $0.label },
        ]
    }

    init(_ summary: RewardSummary, next: Reward.State?, for visit: Visit) {
        let wording = visit.wording
        let reward = summary.reward
        let offer = RewardView(reward.offer, wording: wording)
        winner = wording.name(of: reward.winner)
        idea = summary.ideaTitle
        href = visit.address.idea(reward.idea, summary.ideaTitle)
        challenge = summary.challengeTitle
        challengeHref = visit.address.challenge(summary.challenge, summary.challengeTitle)
        what = offer.name
        nature = reward.offer.nature
        state = wording.text("rewards.state.\(reward.state.rawValue)")
        tone = reward.state == .delivered ? "leaf" : "plain"
        granted = wording.moment(reward.grantedAt)
        advance = next.map {
            Advance(
                action: visit.address.advance(reward.id), state: $0.rawValue,
                label: wording.text("rewards.advance.\($0.rawValue)"))
        }
    }
}

/// The form by which a winner gets what was announced.
struct GrantPage: Page {
    static let template = "rewards/grant"

    let idea: String
    let href: String
    let winner: String
    let challenge: String
    let challengeHref: String
    let announced: String
    let left: String?
    let action: String
    let problems: ProblemSummary?
    let kind: FieldView
    let amount: FieldView
    let nature: FieldView

    static let fields: [Field<Self>] = [
        Field("idea") { $0.idea }, Field("href") { $0.href }, Field("winner") { $0.winner },
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("announced") { $0.announced }, Field("left") { $0.left }, Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("kind") { $0.kind }, Field("amount") { $0.amount },
        Field("nature") { $0.nature },
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
        action = visit.address.grant(found.idea.id, idea)
        let builder = FormBuilder(room: "rewards", wording: wording, problems: problems)
        kind = builder.choice(
            "rewardKind", value: typed.kind,
            of: Reward.Kind.allCases.map {
                ($0.rawValue, wording.text("rewards.kind.\($0.rawValue)"), nil)
            }, isShort: true)
        amount = builder.text(
            "rewardAmount", value: typed.amount, hint: true, isRequired: false, isShort: true)
        nature = builder.text(
            "rewardNature", value: typed.nature, hint: true, maximum: RewardOffer.natureRule.length.upperBound
        )
        self.problems = builder.summary(of: [kind, amount, nature])
    }
}
