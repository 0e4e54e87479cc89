import Domain
import Storage
import Templating

/// What comes next in the course of a period, for one who keeps it.
struct NextView: TemplateData {
    let lead: String
    let action: String
    /// What claims not settled yet may cost: asked for at the close.
    let outstanding: FieldView?
    let advances: [Advance]
    /// By which somebody else refuses a proposal.
    let reason: FieldView?

    static let fields: [Field<Self>] = [
        Field("lead") { $0.lead }, Field("action") { $0.action },
        Field("outstanding") { $0.outstanding }, Field("advances") { $0.advances },
        Field("reason") { $0.reason },
    ]

    /// A button that takes the period to another state.
    struct Advance: TemplateData {
        let state: String
        let label: String
        let isHoped: Bool

        static let fields: [Field<Self>] = [
            Field("state") { $0.state }, Field("label") { $0.label }, Field("isHoped") { $0.isHoped },
        ]
    }

    init(
        _ record: PeriodRecord, _ attempt: KeepAttempt, _ viewer: Viewer, action: String, for visit: Visit
    ) {
        let wording = visit.wording
        let builder = FormBuilder(room: "fund", wording: wording, problems: attempt.problems)
        self.action = action
        let isOwn = record.state == .proposed && record.proposer == viewer.member?.id
        let isRunning = record.state == .open && Day(visit.now) <= record.days.upperBound
        let situation = isOwn ? "own" : isRunning ? "running" : record.state.rawValue
        lead = wording.text(
            "fund.next.\(situation)", ["last": .text(wording.date(record.days.upperBound))])
        func advance(_ state: PeriodState, isHoped: Bool = true) -> Advance {
            Advance(
                state: state.rawValue, label: wording.text("fund.advance.\(state.rawValue)"),
                isHoped: isHoped)
        }
        let mayClose = record.state == .open && !isRunning
        outstanding =
            mayClose
            ? builder.text(
                "outstanding", value: attempt.outstanding ?? "0", hint: true, isShort: true,
                inputMode: "decimal") : nil
        let mayDecide = record.state == .proposed && !isOwn
        reason =
            mayDecide
            ? builder.text(
                "reason", value: attempt.reason ?? "", hint: true, isShort: true,
                maximum: PeriodRecord.reasonRule.length.upperBound) : nil
        advances =
            switch record.state {
            case .open: mayClose ? [advance(.closing)] : []
            case .closing: [advance(.proposed), advance(.open, isHoped: false)]
            case .proposed: mayDecide ? [advance(.validated)] : []
            case .rejected: [advance(.open)]
            case .validated: [advance(.paid)]
            case .paid: []
            }
    }
}
