import Domain
import Storage
import Templating

/// What the form of a challenge lets one choose from.
struct ChallengeChoices: Sendable {
    let themes: [Theme]
    let communities: [Community]

    init(in look: Look) throws {
        themes = try look.themes()
        communities = try look.communities()
    }
}

/// The one form by which a challenge is written.
struct ChallengeFormPage: Page {
    static let template = "challenges/form"

    let heading: String
    let lead: String
    let action: String
    let backHref: String
    let backTitle: String
    let dateNote: String
    /// What the button says.
    let save: String
    let acts: [ActView]
    let form: ChallengeFields

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("lead") { $0.lead }, Field("action") { $0.action },
        Field("backHref") { $0.backHref }, Field("backTitle") { $0.backTitle },
        Field("dateNote") { $0.dateNote }, Field("save") { $0.save }, Field("acts") { $0.acts },
        Field("hasActs") { !$0.acts.isEmpty }, Field("problems") { $0.form.problems },
        Field("title") { $0.form.title }, Field("question") { $0.form.question },
        Field("brief") { $0.form.brief }, Field("theme") { $0.form.theme },
        Field("community") { $0.form.community }, Field("phases") { $0.form.phases },
        Field("phasesProblem") { $0.form.phasesProblem }, Field("moveReason") { $0.form.moveReason },
        Field("voteQuota") { $0.form.voteQuota }, Field("way") { $0.form.way },
        Field("answerWithinDays") { $0.form.answerWithinDays },
        Field("reviewWithinHours") { $0.form.reviewWithinHours },
        Field("hidingReports") { $0.form.hidingReports },
        Field("rules") { $0.form.rules }, Field("rewardKind") { $0.form.rewardKind },
        Field("rewardAmount") { $0.form.rewardAmount }, Field("rewardNature") { $0.form.rewardNature },
    ]

    /// Something else that can be done with the challenge, on a page or with a button.
    struct ActView: TemplateData {
        let label: String
        let about: String
        var href: String?
        var action: String?
        var isGrave = false

        static let fields: [Field<Self>] = [
            Field("label") { $0.label }, Field("about") { $0.about }, Field("href") { $0.href },
            Field("action") { $0.action }, Field("isGrave") { $0.isGrave },
        ]
    }
}
