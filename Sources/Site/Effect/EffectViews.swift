import Domain
import Storage
import Templating

/// The way of an idea to the money that comes back, as five dots.
struct EffectCourseView: TemplateData {
    let dots: [Dot]
    /// The measures that follow from it.
    let measures: [MeasureLink]

    static let fields: [Field<Self>] = [
        Field("dots") { $0.dots }, Field("measures") { $0.measures },
        Field("hasMeasures") { !$0.measures.isEmpty },
    ]

    /// One step.
    struct Dot: TemplateData {
        let name: String
        let date: String
        let href: String?
        /// `past`, `now` (the last that was reached) or `next`.
        let state: String

        static let fields: [Field<Self>] = [
            Field("name") { $0.name }, Field("date") { $0.date }, Field("href") { $0.href },
            Field("state") { $0.state }, Field("isNow") { $0.state == "now" },
        ]
    }

    /// Nil where nothing follows from the idea yet.
    /// - Parameter isOnIdea: Whether it stands on the idea's own page.
    init?(
        _ idea: Idea, _ stories: [MeasureStory], decidedAt: Timestamp?, isOnIdea: Bool, for visit: Visit
    ) {
        guard let first = stories.first else { return nil }
        let wording = visit.wording
        let today = Day(visit.now)
        let told = stories.compactMap { story in story.federation.toldAt.map { (at: $0, story: story) } }
        let measured = told.min { $0.at < $1.at }
        let whence = stories.flatMap(\.returns).min { $0.returnedAt < $1.returnedAt }
        let course = EffectCourse(
            proposedAt: idea.submittedAt, decidedAt: decidedAt, start: stories.map(\.measure.start).min(),
            observedUntil: stories.compactMap { $0.plan?.plan.after.upperBound }.min(),
            measuredAt: measured?.at, returnedAt: whence?.returnedAt)
        let page = visit.address.page(of: idea)
        func measure(_ story: MeasureStory) -> String { visit.address.measure(story.id, story.measure) }
        func href(_ step: EffectCourse.Step) -> String? {
            switch step {
            case .proposed: isOnIdea ? nil : page
            case .decided: page + "#history"
            case .inPlace: measure(first)
            case .measured: measured.map { measure($0.story) + "#finding" }
            case .returned:
                whence?.place.map { place in
                    "\(visit.address.fund(place.community))/\(place.period)#effect"
                }
            }
        }
        let reached = EffectCourse.Step.allCases.filter { course.day(of: $0, on: today) != nil }
        dots = EffectCourse.Step.allCases.map { step in
            let day = course.day(of: step, on: today)
            let ahead = course.expected(step).flatMap { $0 > today ? $0 : nil }
            return Dot(
                name: wording.text("effect.dot.\(step.rawValue)"),
                date: day.map { wording.date($0) }
                    ?? ahead.map { wording.text("effect.dot.from", ["date": .text(wording.date($0))]) }
                    ?? wording.text("effect.dot.to-come"),
                href: day == nil && step != .inPlace ? nil : href(step),
                state: day == nil ? "next" : step == reached.last ? "now" : "past")
        }
        measures = isOnIdea ? stories.map { MeasureLink($0, for: visit) } : []
    }
}

/// A measure in a list.
struct MeasureLink: TemplateData {
    let what: String
    let href: String
    let state: String
    let tone: String
    let about: String

    static let fields: [Field<Self>] = [
        Field("what") { $0.what }, Field("href") { $0.href }, Field("state") { $0.state },
        Field("tone") { $0.tone }, Field("about") { $0.about },
    ]

    /// - Parameter isKept: Whether it leads to where the measure is kept.
    init(_ story: MeasureStory, isKept: Bool = false, for visit: Visit) {
        let wording = visit.wording
        what = story.measure.what
        href =
            isKept ? visit.address.keeping(story.id) : visit.address.measure(story.id, story.measure)
        (state, tone) = wording.state(of: story, on: Day(visit.now))
        about = wording.text(
            "effect.since",
            [
                "place": .text(story.measure.place), "date": .text(wording.date(story.measure.start)),
            ])
    }
}

extension Wording {
    /// How far a measure is: what was found, or what is waited for.
    func state(of story: MeasureStory, on today: Day) -> (word: String, tone: String) {
        if let finding = story.finding {
            return (text("effect.verdict.\(finding.verdict.rawValue)"), finding.verdict.tone)
        }
        let begun = today >= story.measure.start
        guard let plan = story.plan?.plan else {
            return (text(begun ? "effect.state.unplanned" : "effect.state.toPlan"), "plain")
        }
        if !begun { return (text("effect.state.planned"), "plain") }
        return (
            text(today > plan.after.upperBound ? "effect.state.toCount" : "effect.state.running"), "honey"
        )
    }
}

/// A measure in the explanation of a close.
struct EffectLineView: TemplateData {
    let what: String
    let href: String
    let verdict: String
    let tone: String
    let about: String

    static let fields: [Field<Self>] = [
        Field("what") { $0.what }, Field("href") { $0.href }, Field("verdict") { $0.verdict },
        Field("tone") { $0.tone }, Field("about") { $0.about },
    ]

    init(_ line: EffectLine, for visit: Visit) {
        let wording = visit.wording
        what = line.what
        href = "\(visit.address.root)/measures/\(line.measure)#finding"
        verdict = wording.text("effect.verdict.\(line.verdict.rawValue)")
        tone = line.verdict.tone
        guard let own = line.own else {
            about = wording.text("effect.line.small")
            return
        }
        about =
            own.credited == 0
            ? wording.text("effect.line.none")
            : wording.text(
                "effect.line",
                [
                    "avoided": .text(wording.tenths(ofThousandths: own.avoidedThousandths)),
                    "amount": .text(wording.exactMoney(own.amount)),
                    "credited": .text(wording.exactMoney(own.credited)),
                ])
    }
}
