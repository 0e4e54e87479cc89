import Domain
import Storage
import Templating

/// The fields of the form, filled with what was typed.
struct ChallengeFields: Sendable {
    let problems: ProblemSummary?
    let title: FieldView
    let question: FieldView
    let brief: FieldView
    let particulars: ParticularFields
    let theme: FieldView
    /// Nil once it cannot be chosen any more.
    let audience: AudienceFields?
    let phases: [PhaseFields]
    /// What is wrong with the phases as a whole.
    let phasesProblem: String?
    /// Nil as long as no dates are public.
    let moveReason: FieldView?
    /// Nil where nobody votes.
    let voteQuota: FieldView?
    /// How the challenge decides; nil where nobody votes.
    let way: WayFields?
    /// What was typed of it, while it is not shown.
    let kept: [KeptField]
    let answerWithinDays: FieldView
    let reviewWithinHours: FieldView
    let hidingReports: FieldView
    let rules: FieldView
    let rewardKind: FieldView
    let rewardAmount: FieldView
    let rewardNature: FieldView
    let questions: [QuestionFields]
    /// What is wrong with the questions as a whole.
    let questionsProblem: String?
    /// The buttons that add a question.
    let additions: [PhaseFields.ActView]

    /// In a challenge that `isPublic`, those to whom it is reserved are settled, and so are the kinds and places of the
    /// phases that are kept.
    init(
        _ typed: TypedChallenge, in blueprint: Blueprint, choices: ChallengeChoices, isPublic: Bool,
        problems found: [Problem], for visit: Visit
    ) {
        let wording = visit.wording
        let found = Self.placed(found)
        let builder = FormBuilder(room: "challenges", wording: wording, problems: found)
        title = builder.text(
            "title", value: typed.title, hint: true, maximum: ChallengeContent.titleRule.length.upperBound)
        question = builder.text(
            "question", value: typed.question, hint: true, isShort: true,
            maximum: ChallengeContent.questionRule.length.upperBound)
        brief = builder.text(
            "brief", value: typed.brief, hint: true, maximum: ChallengeContent.briefRule.length.upperBound)
        particulars = ParticularFields(typed, of: blueprint, isPublic: isPublic, builder: builder)
        theme = builder.choice(
            "theme", value: typed.theme,
            of: [("", wording.text("challenges.field.theme.choose"), nil)]
                + choices.themes.map { ($0.id.description, $0.title(in: visit.language), nil) })
        audience = isPublic ? nil : AudienceFields(typed.audience, choices: choices, builder: builder)
        phases = typed.phases.indices.map { index in
            PhaseFields(
                typed.phases, index, in: blueprint,
                isAnnounced: isPublic && !typed.phases[index].number.isEmpty, problems: found,
                wording: wording)
        }
        phasesProblem = found.first { $0.field == "phases" }.map { wording.sentence($0) }
        moveReason =
            isPublic
            ? builder.text(
                "moveReason", value: typed.moveReason, hint: true, isRequired: false, isShort: true,
                maximum: Challenge.moveRule.length.upperBound) : nil
        voteQuota =
            typed.phases.allSatisfy { !$0.rights.contains(.vote) }
                || isPublic && typed.way.name != DecidingWay.Name.approval.rawValue
            ? nil
            : builder.text(
                "voteQuota", value: typed.voteQuota, hint: true, isRequired: false, isShort: true,
                inputMode: "numeric")
        way =
            typed.phases.allSatisfy { !$0.rights.contains(.vote) }
            ? nil : WayFields(typed.way, isPublic: isPublic, problems: found, wording: wording)
        kept =
            way != nil || isPublic
            ? [] : typed.way.kept + [KeptField(name: "voteQuota", value: typed.voteQuota)]
        answerWithinDays = builder.text(
            "answerWithinDays", value: typed.answerWithinDays, hint: true, isRequired: false, isShort: true,
            inputMode: "numeric")
        reviewWithinHours = builder.text(
            "reviewWithinHours", value: typed.reviewWithinHours, hint: true, isRequired: false, isShort: true,
            inputMode: "numeric")
        hidingReports = builder.text(
            "hidingReports", value: typed.hidingReports, hint: true, isShort: true, inputMode: "numeric")
        rules = builder.text(
            "rules", value: typed.rules, hint: true, isRequired: false, isShort: true,
            maximum: ChallengeContent.rulesRule.length.upperBound)
        var kind = builder.choice(
            "rewardKind", value: typed.rewardKind,
            of: [("", wording.text("challenges.field.rewardKind.none"), nil)]
                + Reward.Kind.allCases.map {
                    ($0.rawValue, wording.text("rewards.kind.\($0.rawValue)"), nil)
                })
        if found.contains(where: { $0.field == "rewardKind" && $0.code == .missing }) {
            kind.problem = wording.text(
                typed.rewardNature.trimmed.isEmpty
                    ? "challenges.problem.reward-kind.amount" : "challenges.problem.reward-kind.nature")
        }
        rewardKind = kind
        rewardAmount = builder.text(
            "rewardAmount", value: typed.rewardAmount, hint: true, isRequired: false, isShort: true,
            inputMode: "decimal")
        rewardNature = builder.text(
            "rewardNature", value: typed.rewardNature, hint: true, isRequired: false,
            maximum: RewardOffer.natureRule.length.upperBound)
        questions = typed.questions.indices.map { index in
            QuestionFields(
                typed.questions, index,
                isAnnounced: isPublic && !typed.questions[index].number.isEmpty, problems: found,
                wording: wording)
        }
        questionsProblem = found.first { $0.field == "questions" }.map { wording.sentence($0) }
        additions = QuestionFields.additions(to: typed.questions, wording: wording)
        let order =
            [title, question, brief] + particulars.named + [theme] + phases.flatMap(\.named)
            + [moveReason].compactMap(\.self) + (audience?.named ?? []) + (way?.all ?? [])
            + [voteQuota].compactMap(\.self)
            + [
                answerWithinDays, reviewWithinHours, hidingReports, rules, rewardKind, rewardAmount,
                rewardNature,
            ] + questions.flatMap(\.named)
        problems = FormBuilder(
            room: "challenges", wording: wording,
            problems: found.sorted { left, right in
                func place(_ problem: Problem) -> Int {
                    order.firstIndex { $0.name == problem.field } ?? order.count
                }
                return place(left) < place(right)
            }
        ).summary(of: order)
    }

    /// The rule speaks of a phase; the form has two fields for it, one of which has to change.
    private static func placed(_ problems: [Problem]) -> [Problem] {
        problems.map { problem in
            guard problem.field.hasPrefix("phase-"), problem.field.dropFirst(6).allSatisfy(\.isNumber) else {
                return problem
            }
            let end = problem.code == .overlapsPreviousPhase ? "opens" : "closes"
            return Problem(field: "\(problem.field)-\(end)", code: problem.code, limit: problem.limit)
        }
    }
}
