import Domain
import Storage
import Templating

/// What is set aside for the winners of a challenge, how it is divided, and what became of it.
struct BudgetPage: Page {
    static let template = "rewards/budget"

    let challenge: String
    let challengeHref: String
    let isDraft: Bool
    let announced: String?
    let bar: HTML?
    let sums: [Sum]
    let places: [Place]
    let rule: String?
    let action: String
    let problems: ProblemSummary?
    let plan: PlanFields?
    let reserve: String?
    let release: String?
    let division: Division?
    let winners: [WinnerRow]
    let rewards: [RewardRow]

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("isDraft") { $0.isDraft }, Field("announced") { $0.announced }, Field("bar") { $0.bar },
        Field("sums") { $0.sums }, Field("places") { $0.places }, Field("hasPlaces") { !$0.places.isEmpty },
        Field("rule") { $0.rule }, Field("action") { $0.action }, Field("problems") { $0.problems },
        Field("plan") { $0.plan }, Field("reserve") { $0.reserve }, Field("release") { $0.release },
        Field("division") { $0.division }, Field("winners") { $0.winners },
        Field("hasWinners") { !$0.winners.isEmpty }, Field("rewards") { $0.rewards },
        Field("hasRewards") { !$0.rewards.isEmpty },
    ]

    /// One amount of the budget.
    struct Sum: TemplateData {
        let name: String
        let amount: String
        /// The class of its part of the bar.
        let patch: HTML

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("amount") { $0.amount }, Field("patch") { $0.patch },
        ]
    }

    /// What a place brings.
    struct Place: TemplateData {
        let name: String
        let amount: String

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("amount") { $0.amount }]
    }

    /// How the money will be divided, paid and claimed.
    struct PlanFields: TemplateData {
        let weights: FieldView
        let decisionPart: FieldView
        let claimDays: FieldView

        static let fields: [Field<Self>] = [
            Field("weights") { $0.weights }, Field("decisionPart") { $0.decisionPart },
            Field("claimDays") { $0.claimDays },
        ]
    }

    /// The ranks from which the prizes follow.
    struct Division: TemplateData {
        let rows: [Row]
        /// Whether each winner has a rank, so that the prizes can be proposed.
        let isComputed: Bool

        static let fields: [Field<Self>] = [
            Field("rows") { $0.rows }, Field("isComputed") { $0.isComputed },
        ]

        struct Row: TemplateData {
            let idea: String
            let winner: String
            let rank: FieldView
            let nature: FieldView?
            let prize: String?

            static let fields: [Field<Self>] = [
                Field("idea") { $0.idea }, Field("winner") { $0.winner }, Field("rank") { $0.rank },
                Field("nature") { $0.nature }, Field("prize") { $0.prize },
            ]
        }
    }

    init(_ seen: Seen<ChallengeRewards>, typed: TypedBudget?, problems found: [Problem], for visit: Visit) {
        let wording = visit.wording
        let kept = seen.value
        let challenge = kept.challenge
        let cents = challenge.announcedCents
        self.challenge = challenge.title
        isDraft = challenge.standing == .draft
        challengeHref =
            visit.address.challenge(challenge.id, challenge.title) + (isDraft ? "/preview" : "")
        announced = challenge.content.reward?.nature
        bar = cents > 0 ? Self.bar(kept.budget, of: max(cents, kept.budget.reserved)) : nil
        sums = cents > 0 ? Self.sums(kept.budget, announced: cents, wording) : []
        let amounts = cents > 0 ? kept.plan.split?.places(of: cents) ?? [] : []
        places = amounts.enumerated().map { index, amount in
            Place(
                name: wording.text("rewards.nature", ["place": .text(wording.place(index + 1))]),
                amount: wording.money(cents: amount))
        }
        rule =
            cents > 0
            ? wording.text(
                kept.plan.decisionBps < Money.wholeBps ? "rewards.rule.steps" : "rewards.rule.once",
                [
                    "part": .text(wording.percent(Int(kept.plan.decisionBps / 100))),
                    "days": .number(kept.plan.claimDays),
                ]) : nil
        action = visit.address.rewards(of: challenge.id, challenge.title)
        let builder = FormBuilder(room: "rewards", wording: wording, problems: found)
        let planned = typed.flatMap { $0.act == "plan" ? $0 : nil } ?? TypedBudget(kept.plan)
        plan = challenge.planRefusal(for: seen.viewer) == nil ? Self.plan(planned, builder) : nil
        reserve =
            challenge.reservationRefusal(for: seen.viewer, kept.budget) == nil
            ? Self.reservation(of: challenge, kept.budget, wording) : nil
        release =
            challenge.releaseRefusal(for: seen.viewer, kept.budget, isOpen: kept.isOpen) == nil
            ? wording.text(
                "rewards.release", ["amount": .text(wording.money(cents: kept.budget.left))]) : nil
        division = kept.canDivide ? Self.division(kept, typed: typed, builder) : nil
        winners = kept.canDivide ? [] : kept.winners.map { WinnerRow($0, for: visit) }
        rewards = kept.rewards.map { RewardRow($0, for: visit) }
        let fields =
            [plan?.weights, plan?.decisionPart, plan?.claimDays].compactMap(\.self)
            + (division?.rows.flatMap { [$0.rank, $0.nature].compactMap(\.self) } ?? [])
        problems = builder.summary(of: fields)
    }

    /// What the button says that sets the money aside, or gives back what is too much.
    static func reservation(of challenge: Challenge, _ budget: RewardBudget, _ wording: Wording) -> String {
        let missing = challenge.missingCents(in: budget)
        return wording.text(
            missing > 0 ? "rewards.reserve" : "rewards.reserve.less",
            ["amount": .text(wording.money(cents: abs(missing)))])
    }

    private static func plan(_ typed: TypedBudget, _ builder: FormBuilder) -> PlanFields {
        PlanFields(
            weights: builder.text("weights", value: typed.weights, hint: true, isShort: true),
            decisionPart: builder.text(
                "decisionPart", value: typed.decisionPart, hint: true, isShort: true, inputMode: "numeric"),
            claimDays: builder.text(
                "claimDays", value: typed.claimDays, hint: true, isShort: true, inputMode: "numeric"))
    }

    private static func division(
        _ kept: ChallengeRewards, typed: TypedBudget?, _ builder: FormBuilder
    ) -> Division {
        let wording = builder.wording
        let ranks = typed?.ranks ?? [:]
        let isComputed =
            kept.challenge.rankProblems(ranks, of: kept.winners.map(\.idea)).isEmpty && typed != nil
        let prizes = isComputed ? kept.plan.prizes(of: kept.challenge.announcedCents, for: ranks) : []
        let rows = kept.winners.map { winner -> Division.Row in
            let title = winner.ideaTitle
            let name = "rank-\(winner.idea)"
            var rank = builder.choice(
                name, value: ranks[winner.idea].map(String.init) ?? "",
                of: [("", wording.text("rewards.rank.none"), nil)]
                    + (1...kept.winners.count).map { (String($0), wording.place($0), nil) }, isShort: true)
            rank.label = wording.text("rewards.rank.of", ["idea": .text(title)])
            let prize = prizes.first { $0.idea == winner.idea }
            let isTied = ranks.values.count { $0 == ranks[winner.idea] } > 1
            let usual = prize.map {
                wording.text(
                    isTied ? "rewards.nature.tied" : "rewards.nature",
                    ["place": .text(wording.place($0.rank))])
            }
            var nature = prize.map { _ in
                builder.text(
                    "nature-\(winner.idea)", value: typed?.natures[winner.idea] ?? usual ?? "", isShort: true)
            }
            nature?.label = wording.text("rewards.nature.of", ["idea": .text(title)])
            return Division.Row(
                idea: title, winner: wording.name(of: winner.author), rank: rank, nature: nature,
                prize: isComputed
                    ? prize.map { wording.money(cents: $0.cents) } ?? wording.text("rewards.rank.without")
                    : nil)
        }
        return Division(rows: rows, isComputed: isComputed)
    }

    private static func sums(_ budget: RewardBudget, announced: Int64, _ wording: Wording) -> [Sum] {
        [
            ("announced", announced, nil), ("reserved", budget.reserved, nil),
            ("delivered", budget.delivered, "returned"),
            ("due", budget.granted - budget.delivered, "kept"), ("proposed", budget.proposed, "prevention"),
            ("returned", budget.returned, "fee"), ("left", budget.left, nil),
        ].map { name, cents, patch in
            Sum(
                name: wording.text("rewards.budget.\(name)"), amount: wording.money(cents: cents),
                patch: HTML(
                    trusted: patch.map {
                        "<svg class=\"patch\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect class=\"\($0)\" width=\"1\" height=\"1\"/></svg>"
                    } ?? ""))
        }
    }

    /// What became of the budget, as one bar.
    private static func bar(_ budget: RewardBudget, of whole: Int64) -> HTML {
        var left: Int64 = 0
        let parts = [
            ("returned", budget.delivered), ("kept", budget.granted - budget.delivered),
            ("prevention", budget.proposed), ("fee", budget.returned),
        ].compactMap { name, cents -> String? in
            guard cents > 0 else { return nil }
            let start = Money.proportion(of: 1_000, left, in: whole)
            left += cents
            let width = Money.proportion(of: 1_000, left, in: whole) - start
            return "<rect class=\"\(name)\" x=\"\(start)\" width=\"\(width)\" height=\"10\"/>"
        }
        return HTML(
            trusted: """
                <svg class="hundred reward-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">\
                \(parts.joined())</svg>
                """)
    }
}

extension Wording {
    /// `1er`, `2e`; `1st`, `2nd`.
    func place(_ number: Int) -> String {
        if language == .french { return number == 1 ? "1er" : "\(number)e" }
        switch (number % 10, number % 100) {
        case (_, 11...13): return "\(number)th"
        case (1, _): return "\(number)st"
        case (2, _): return "\(number)nd"
        case (3, _): return "\(number)rd"
        default: return "\(number)th"
        }
    }
}
