import Domain
import Storage
import Templating

/// What the form of a challenge lets one choose from.
struct ChallengeChoices: Sendable {
    let themes: [Theme]
    let communities: [Community]
    let segments: SegmentChoices
    /// How many people the audience that is chosen has; nil for everybody.
    let people: PeopleCount?

    init(for audience: Audience = .everybody, of challenge: ChallengeID? = nil, in look: Look) throws {
        themes = try look.themes()
        communities = try look.communities()
        segments = try look.segmentChoices()
        people = try? look.peopleCount(of: audience, in: challenge)
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
    /// Where documents and picture are added; nil before anything is kept.
    let filesHref: String?
    let acts: [ActView]
    /// From what the texts of a new challenge can start.
    var skeletons: [AnswerButton] = []
    let form: ChallengeFields

    static let fields: [Field<Self>] = [
        Field("heading") { $0.heading }, Field("lead") { $0.lead }, Field("action") { $0.action },
        Field("backHref") { $0.backHref }, Field("backTitle") { $0.backTitle },
        Field("dateNote") { $0.dateNote }, Field("save") { $0.save }, Field("acts") { $0.acts },
        Field("hasActs") { !$0.acts.isEmpty },
        Field("skeletons") { $0.skeletons }, Field("hasSkeletons") { !$0.skeletons.isEmpty },
        Field("problems") { $0.form.problems },
        Field("title") { $0.form.title }, Field("question") { $0.form.question },
        Field("brief") { $0.form.brief },
        Field("draft") { $0.form.particulars.draft },
        Field("deliverables") { $0.form.particulars.deliverables },
        Field("criteria") { $0.form.particulars.criteria },
        Field("opensWinners") { $0.form.particulars.opensWinners },
        Field("reviewThreshold") { $0.form.particulars.reviewThreshold },
        Field("theme") { $0.form.theme },
        Field("audience") { $0.form.audience },
        Field("phases") { $0.form.phases },
        Field("phasesProblem") { $0.form.phasesProblem }, Field("moveReason") { $0.form.moveReason },
        Field("voteQuota") { $0.form.voteQuota }, Field("way") { $0.form.way },
        Field("kept") { $0.form.kept },
        Field("answerWithinDays") { $0.form.answerWithinDays },
        Field("reviewWithinHours") { $0.form.reviewWithinHours },
        Field("hidingReports") { $0.form.hidingReports },
        Field("rules") { $0.form.rules }, Field("rewardKind") { $0.form.rewardKind },
        Field("rewardAmount") { $0.form.rewardAmount }, Field("rewardNature") { $0.form.rewardNature },
        Field("questions") { $0.form.questions }, Field("questionsProblem") { $0.form.questionsProblem },
        Field("additions") { $0.form.additions }, Field("canAdd") { !$0.form.additions.isEmpty },
        Field("filesHref") { $0.filesHref },
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
