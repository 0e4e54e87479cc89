import Domain
import Storage
import Templating

/// Why somebody's own ballot was set aside, and their answer.
struct SetAsidePage: Page {
    static let template = "integrity/own"

    let challenge: String
    let challengeHref: String
    let at: String
    let reason: String
    let said: String?
    let restored: String?
    let isFinal: Bool
    let whyNot: String?
    let action: String
    let appeal: FieldView?
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("challenge") { $0.challenge }, Field("challengeHref") { $0.challengeHref },
        Field("at") { $0.at }, Field("reason") { $0.reason }, Field("said") { $0.said },
        Field("restored") { $0.restored }, Field("isFinal") { $0.isFinal }, Field("whyNot") { $0.whyNot },
        Field("action") { $0.action },
        Field("appeal") { $0.appeal }, Field("problems") { $0.problems },
    ]

    init(_ own: OwnSetAside, appeal typed: String, problems found: [Problem], for visit: Visit) {
        let wording = visit.wording
        challenge = own.challenge.title
        challengeHref = visit.address.challenge(own.challenge.id, own.challenge.title)
        at = wording.dateAndTime(own.entry.at)
        reason = own.entry.reason
        said = own.entry.appeal
        restored = own.entry.restoredAt.map { wording.dateAndTime($0) }
        isFinal = own.isFinal
        action = visit.address.setAside(own.challenge)
        let refusal = own.challenge.voteAppealRefusal(own.entry, isSettled: own.isSettled)
        whyNot =
            own.entry.restoredAt == nil && own.entry.appeal == nil
            ? refusal.map { wording.sentence($0) } : nil
        let builder = FormBuilder(room: "integrity", wording: wording, problems: found)
        appeal =
            refusal == nil
            ? builder.text(
                "appeal", value: typed, hint: true, maximum: SetAside.appealRule.length.upperBound) : nil
        problems = builder.summary(of: [appeal].compactMap(\.self))
    }
}

/// That one's own ballot is set aside, where one would look for it.
struct SetAsideNotice: TemplateData {
    let text: String
    let label: String
    let href: String

    static let fields: [Field<Self>] = [
        Field("text") { $0.text }, Field("label") { $0.label }, Field("href") { $0.href },
    ]

    /// Nil where the ballot is counted.
    init?(_ own: OwnSetAside?, for visit: Visit) {
        guard let own, own.entry.restoredAt == nil else { return nil }
        text = visit.wording.text(own.isFinal ? "integrity.notice.final" : "integrity.notice")
        label = visit.wording.text(own.isFinal ? "integrity.own.why" : "integrity.own.read")
        href = visit.address.setAside(own.challenge)
    }
}
