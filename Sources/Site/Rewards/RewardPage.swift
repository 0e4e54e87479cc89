import Domain
import Storage
import Templating

/// One reward for those who look after it: who gets what, what happened, what comes next.
struct RewardPage: Page {
    static let template = "rewards/show"

    let row: RewardRow
    let budgetHref: String
    let claimUntil: String?
    let parts: [PartRow]
    let action: String
    let advances: [Advance]
    let reason: FieldView?
    let proof: FieldView?
    let whyNot: String?
    /// Whether anything is left to say or to do.
    var hasNext: Bool {
        whyNot != nil || claimUntil != nil || proof != nil || !advances.isEmpty || reason != nil
    }
    let steps: [Step]
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("row") { $0.row }, Field("budgetHref") { $0.budgetHref },
        Field("claimUntil") { $0.claimUntil }, Field("parts") { $0.parts }, Field("action") { $0.action },
        Field("advances") { $0.advances }, Field("reason") { $0.reason }, Field("proof") { $0.proof },
        Field("whyNot") { $0.whyNot }, Field("hasNext") { $0.hasNext }, Field("steps") { $0.steps },
        Field("problems") { $0.problems },
    ]

    /// One author's part, and what they are to the insurer.
    struct PartRow: TemplateData {
        let who: String
        let amount: String
        let state: String
        let statusAction: String
        let member: String
        let status: FieldView

        static let fields: [Field<Self>] = [
            Field("who") { $0.who }, Field("amount") { $0.amount }, Field("state") { $0.state },
            Field("statusAction") { $0.statusAction }, Field("member") { $0.member },
            Field("status") { $0.status },
        ]
    }

    /// A button that takes the reward one step further.
    struct Advance: TemplateData {
        let state: String
        let label: String
        let isHoped: Bool

        static let fields: [Field<Self>] = [
            Field("state") { $0.state }, Field("label") { $0.label }, Field("isHoped") { $0.isHoped },
        ]
    }

    /// One thing that happened.
    struct Step: TemplateData {
        let state: String
        let tone: String
        let by: String
        let when: Moment
        let note: String?

        static let fields: [Field<Self>] = [
            Field("state") { $0.state }, Field("tone") { $0.tone }, Field("by") { $0.by },
            Field("when") { $0.when }, Field("note") { $0.note },
        ]
    }

    init(_ seen: Seen<RewardDetail>, note: String, problems found: [Problem], for visit: Visit) {
        let wording = visit.wording
        let detail = seen.value
        let reward = detail.reward
        row = RewardRow(detail.summary, for: visit)
        budgetHref = visit.address.rewards(of: detail.challenge.id, detail.challenge.title)
        let isToClaim =
            reward.state == .notified && detail.parts.contains { $0.claimedAt == nil && $0.returnedAt == nil }
        claimUntil =
            isToClaim
            ? reward.claimUntil.map {
                wording.text("rewards.claim.until", ["date": .text(wording.date($0))])
            } : nil
        action = visit.address.reward(reward.id)
        parts = detail.parts.map { Self.part($0, of: detail, for: visit) }
        let today = Day(visit.now)
        let refusals = reward.state.next.map { state in
            (state: state, refusal: detail.refusal(to: state, for: seen.viewer, on: today))
        }
        let open = refusals.filter { $0.refusal == nil }.map(\.state)
        advances = open.filter { $0 != .refused && $0 != .delivered }.map {
            Advance(
                state: $0.rawValue, label: wording.text("rewards.advance.\($0.rawValue)"),
                isHoped: $0 != .unclaimed)
        }
        let builder = FormBuilder(room: "rewards", wording: wording, problems: found)
        reason =
            open.contains(.refused)
            ? builder.text(
                "reason", value: note, hint: true, isShort: true,
                maximum: RewardStep.reasonRule.length.upperBound)
            : nil
        proof =
            open.contains(.delivered)
            ? builder.text(
                "proof", value: note, hint: true, isShort: true,
                maximum: RewardStep.proofRule.length.upperBound) : nil
        whyNot = refusals.first?.refusal.map { wording.sentence($0) }
        steps = detail.steps.map {
            Step(
                state: wording.text("rewards.state.\($0.state.rawValue)"), tone: $0.state.tone,
                by: wording.name(of: $0.by), when: wording.preciseMoment($0.at),
                note: $0.note.isEmpty ? nil : $0.note)
        }
        problems = builder.summary(of: [reason, proof].compactMap(\.self))
    }

    private static func part(_ part: RewardPart, of detail: RewardDetail, for visit: Visit) -> PartRow {
        let wording = visit.wording
        let reward = detail.reward
        let state: String =
            switch (part.returnedAt, part.claimedAt) {
            case (let at?, _): wording.text("rewards.part.returned", ["date": .text(wording.date(at))])
            case (nil, let at?): wording.text("rewards.part.claimed", ["date": .text(wording.date(at))])
            case (nil, nil): wording.text("rewards.part.\(reward.state == .notified ? "open" : "none")")
            }
        var status = FormBuilder(room: "rewards", wording: wording, prefix: "m\(part.number)-").choice(
            "status", value: detail.statuses[part.number]?.rawValue ?? "",
            of: ParticipantStatus.allCases.map {
                ($0.rawValue, wording.text("rewards.status.\($0.rawValue)"), nil)
            }, isShort: true)
        status.label = wording.text(
            "rewards.status.of", ["person": .text(wording.name(of: part.member))])
        return PartRow(
            who: wording.name(of: part.member), amount: part.cents.map { wording.money(cents: $0) } ?? "—",
            state: state, statusAction: "\(visit.address.reward(reward.id))/status", member: "\(part.number)",
            status: status)
    }
}
