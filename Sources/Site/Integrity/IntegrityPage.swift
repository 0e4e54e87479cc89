import Domain
import Storage
import Templating

/// What a person should look at in a vote, before its results are published.
struct IntegrityPage: Page {
    static let template = "integrity/show"

    let challenge: String
    let challengeHref: String
    let summary: String
    let note: String?
    let whyNot: String?
    let alerts: [AlertView]
    let history: [HistoryRow]
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("summary") { $0.summary }, Field("note") { $0.note }, Field("whyNot") { $0.whyNot },
        Field("alerts") { $0.alerts }, Field("hasAlerts") { !$0.alerts.isEmpty },
        Field("history") { $0.history }, Field("hasHistory") { !$0.history.isEmpty },
        Field("problems") { $0.problems },
    ]

    init(
        _ seen: Seen<InspectionReading>, typed: TypedSettingAside, problems found: [Problem],
        for visit: Visit
    ) {
        let reading = seen.value
        let wording = visit.wording
        challenge = reading.challenge.title
        challengeHref = visit.address.challenge(reading.challenge.id, reading.challenge.title)
        note = reading.challenge.content.way == .pairwise ? wording.text("integrity.pairs") : nil
        let refusal = reading.challenge.settingAsideRefusal(
            for: seen.viewer, isSettled: reading.isSettled, at: visit.now)
        whyNot = refusal.map { wording.sentence($0) }
        summary = wording.text(
            refusal == nil ? "integrity.alerts" : "integrity.signals",
            ["count": .number(reading.alerts.count)])
        let action = visit.address.integrity(reading.challenge)
        let votes = Dictionary(grouping: reading.votes, by: \.voter)
        alerts = reading.alerts.enumerated().map { place, alert in
            AlertView(
                alert, at: place, in: reading, votes: votes, action: refusal == nil ? action : nil,
                typed: typed.alert == place ? typed : nil, problems: typed.alert == place ? found : [],
                wording: wording)
        }
        history = reading.history.map {
            HistoryRow($0.id, $0.entry, action: refusal == nil ? action : nil, wording)
        }
        let builder = FormBuilder(room: "integrity", wording: wording, problems: found)
        problems = builder.summary(of: alerts.compactMap(\.reason) + alerts.compactMap(\.choice))
    }

    /// A ballot that was set aside.
    struct HistoryRow: TemplateData {
        let signal: String
        let at: String
        let reason: String
        let appeal: String?
        let restored: String?
        let action: String?
        let entry: String

        static let fields: [Field<Self>] = [
            Field("signal") { $0.signal }, Field("at") { $0.at }, Field("reason") { $0.reason },
            Field("appeal") { $0.appeal }, Field("restored") { $0.restored }, Field("action") { $0.action },
            Field("entry") { $0.entry },
        ]

        init(_ id: SetAsideID, _ entry: SetAside, action: String?, _ wording: Wording) {
            signal = wording.text("integrity.signal.\(entry.signal.rawValue)")
            at = wording.dateAndTime(entry.at)
            reason = entry.reason
            appeal = entry.appeal
            restored = entry.restoredAt.map { wording.dateAndTime($0) }
            self.action = entry.restoredAt == nil ? action : nil
            self.entry = id.description
        }
    }
}
