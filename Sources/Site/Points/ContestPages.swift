import Domain
import Storage
import Templating

/// Where somebody objects to a line of their points.
struct ContestPage: Page {
    static let template = "points/contest"

    let row: PointRow
    let action: String
    let problems: ProblemSummary?
    let reason: FieldView

    static let fields: [Field<Self>] = [
        Field("row") { $0.row }, Field("action") { $0.action }, Field("problems") { $0.problems },
        Field("reason") { $0.reason },
    ]

    init(_ own: OwnPointLine, reason typed: String, problems: [Problem], for visit: Visit) {
        row = PointRow(own, for: visit)
        action = visit.address.contest(own.line.id)
        let builder = FormBuilder(room: "points", wording: visit.wording, problems: problems)
        reason = builder.text(
            "reason", value: typed, hint: true, isShort: true,
            maximum: PointContest.reasonRule.length.upperBound)
        self.problems = builder.summary(of: [reason])
    }
}

/// Objections that wait, and the cap of a day.
struct PointsDeskPage: Page {
    static let template = "points/desk"

    let contests: [ContestRow]
    let capAction: String
    let present: String
    let cap: FieldView?
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("contests") { $0.contests }, Field("hasContests") { !$0.contests.isEmpty },
        Field("capAction") { $0.capAction }, Field("present") { $0.present }, Field("cap") { $0.cap },
        Field("problems") { $0.problems },
    ]

    /// One objection in the list.
    struct ContestRow: TemplateData {
        let person: String
        let why: String
        let subject: String?
        let reason: String
        let contested: Moment
        /// Nil of one's own: somebody else answers it.
        let href: String?

        static let fields: [Field<Self>] = [
            Field("person") { $0.person }, Field("why") { $0.why }, Field("subject") { $0.subject },
            Field("reason") { $0.reason }, Field("contested") { $0.contested }, Field("href") { $0.href },
        ]
    }

    init(
        _ seen: Seen<(contests: [PointContestDetail], cap: Int64)>, typed: String?, problems: [Problem],
        for visit: Visit
    ) {
        let wording = visit.wording
        contests = seen.value.contests.map { detail in
            ContestRow(
                person: wording.name(of: detail.person),
                why: wording.text("points.source.\(detail.own.line.key.source.rawValue)"),
                subject: detail.own.subject?.title, reason: detail.contest.reason,
                contested: wording.moment(detail.contest.contestedAt),
                href: detail.contest.answerRefusal(for: seen.viewer) == nil
                    ? visit.address.answer(detail.contest.id) : nil)
        }
        capAction = visit.address.pointsDesk
        present = wording.text("points.cap", ["cap": .text(wording.points(seen.value.cap))])
        let builder = FormBuilder(room: "points", wording: wording, problems: problems)
        cap =
            seen.viewer.isAdministrator
            ? builder.text(
                "cap", value: typed ?? "\(seen.value.cap)", hint: true, isShort: true,
                maximum: Int(DailyCap.range.upperBound), inputMode: "numeric") : nil
        self.problems = builder.summary(of: [cap].compactMap(\.self))
    }
}

/// Where an objection is answered.
struct ContestAnswerPage: Page {
    static let template = "points/answer"

    let person: String
    let row: PointRow
    let reason: String
    let contested: Moment
    let action: String
    let problems: ProblemSummary?
    let verdict: FieldView
    let points: FieldView
    let answer: FieldView

    static let fields: [Field<Self>] = [
        Field("person") { $0.person }, Field("row") { $0.row }, Field("reason") { $0.reason },
        Field("contested") { $0.contested }, Field("action") { $0.action },
        Field("problems") { $0.problems }, Field("verdict") { $0.verdict }, Field("points") { $0.points },
        Field("answer") { $0.answer },
    ]

    init(_ detail: PointContestDetail, typed: TypedPointAnswer, problems: [Problem], for visit: Visit) {
        let wording = visit.wording
        person = wording.name(of: detail.person)
        row = PointRow(detail.own, for: visit)
        reason = detail.contest.reason
        contested = wording.moment(detail.contest.contestedAt)
        action = visit.address.answer(detail.contest.id)
        let builder = FormBuilder(room: "points", wording: wording, problems: problems)
        verdict = builder.choice(
            "verdict", value: typed.verdict,
            of: PointContest.Verdict.allCases.map {
                (
                    $0.rawValue, wording.text("points.verdict.\($0.rawValue)"),
                    wording.text("points.verdict.\($0.rawValue).about")
                )
            })
        points = builder.text(
            "points", value: typed.points, hint: true, isRequired: false, isShort: true,
            maximum: Int(detail.most), inputMode: "numeric")
        answer = builder.text(
            "answer", value: typed.text, hint: true, isShort: true,
            maximum: PointContest.answerRule.length.upperBound)
        self.problems = builder.summary(of: [verdict, points, answer])
    }
}
