import Domain
import Storage
import Templating

/// A measure for everybody who may read the idea from which it follows: what it is, how its effect is read, what was
/// found.
struct MeasurePage: Page {
    static let template = "effect/show"

    let what: String
    let idea: String
    let ideaHref: String
    let state: String
    let tone: String
    let course: EffectCourseView?
    let facts: [Fact]
    let finding: FindingView?
    /// Why there is nothing to say yet.
    let whyNone: String?
    /// What each community observed that the viewer may know of.
    let parts: [Part]
    let sources: [SourceView]
    let plan: PlanView?
    let whyNoPlan: String?
    let keepHref: String?

    static let fields: [Field<Self>] = [
        Field("what") { $0.what }, Field("idea") { $0.idea }, Field("ideaHref") { $0.ideaHref },
        Field("state") { $0.state }, Field("tone") { $0.tone }, Field("course") { $0.course },
        Field("facts") { $0.facts }, Field("finding") { $0.finding }, Field("whyNone") { $0.whyNone },
        Field("parts") { $0.parts }, Field("hasParts") { !$0.parts.isEmpty },
        Field("sources") { $0.sources }, Field("hasSources") { !$0.sources.isEmpty },
        Field("plan") { $0.plan }, Field("whyNoPlan") { $0.whyNoPlan }, Field("keepHref") { $0.keepHref },
    ]

    struct Fact: TemplateData {
        let name: String
        let text: String

        static let fields: [Field<Self>] = [Field("name") { $0.name }, Field("text") { $0.text }]
    }

    /// What one community observed by itself.
    struct Part: TemplateData {
        let community: String
        let verdict: String
        let tone: String
        let about: String

        static let fields: [Field<Self>] = [
            Field("community") { $0.community }, Field("verdict") { $0.verdict }, Field("tone") { $0.tone },
            Field("about") { $0.about },
        ]
    }

    /// Who entered numbers, when and whence.
    struct SourceView: TemplateData {
        let source: String
        let by: String
        let when: Moment
        let mended: Bool

        static let fields: [Field<Self>] = [
            Field("source") { $0.source }, Field("by") { $0.by }, Field("when") { $0.when },
            Field("mended") { $0.mended },
        ]
    }

    init(_ seen: Seen<MeasureReading>, for visit: Visit) {
        let wording = visit.wording
        let story = seen.value.story
        what = story.measure.what
        idea = story.ideaTitle
        ideaHref = visit.address.page(of: seen.value.idea)
        (state, tone) = wording.state(of: story, on: Day(visit.now))
        course = EffectCourseView(
            seen.value.idea, [story], decidedAt: seen.value.decidedAt, isOnIdea: false, for: visit)
        facts = Self.facts(of: story, wording)
        let plan = story.plan?.plan
        let together = story.federation.together
        finding = story.finding.flatMap { finding in
            guard let plan, let together else { return nil }
            return FindingView(finding, of: together, plan, wording: wording)
        }
        whyNone = finding == nil ? Self.whyNone(story, Day(visit.now), wording) : nil
        parts = story.adopterCount < 2 ? [] : Self.parts(of: story, wording)
        sources = story.federation.told.map {
            SourceView(
                source: $0.source, by: wording.name(of: $0.by), when: wording.moment($0.lastAt),
                mended: $0.wasMended)
        }
        self.plan = story.plan.map { PlanView($0, wording: wording) }
        whyNoPlan =
            story.plan == nil
            ? wording.text(
                story.measure.planRefusal(on: Day(visit.now)) == nil
                    ? "effect.plan.awaited" : "effect.plan.never") : nil
        keepHref = seen.viewer.keepsFunds ? visit.address.keeping(story.id) : nil
    }

    static func facts(of story: MeasureStory, _ wording: Wording) -> [Fact] {
        let measure = story.measure
        var communities = story.adopters.map(\.name)
        let others = story.adopterCount - communities.count
        if others > 0 {
            communities.append(
                wording.text(
                    communities.isEmpty ? "effect.communities" : "effect.communities.others",
                    ["count": .number(others)]))
        }
        return [
            ("place", measure.place), ("start", wording.date(measure.start)),
            ("cost", wording.money(cents: measure.cost)), ("owner", measure.owner),
            ("communities", wording.list(communities)),
        ].map { Fact(name: wording.text("effect.fact.\($0)"), text: $1) }
    }

    private static func whyNone(_ story: MeasureStory, _ today: Day, _ wording: Wording) -> String {
        guard let plan = story.plan?.plan else { return wording.text("effect.none.plan") }
        if today <= plan.after.upperBound {
            return wording.text(
                "effect.none.running", ["date": .text(wording.date(plan.after.upperBound))])
        }
        if story.federation.together != nil { return wording.text("effect.none.empty") }
        return wording.text("effect.none.few", ["fewest": .number(wording.anonymity.fewest)])
    }

    private static func parts(of story: MeasureStory, _ wording: Wording) -> [Part] {
        guard let cost = story.plan?.plan.meanPoolCost else { return [] }
        return story.observations.compactMap { entered in
            guard let community = story.adopters.first(where: { $0.id == entered.community }),
                let finding = entered.seen.finding(meanPoolCost: cost, returned: .max)
            else { return nil }
            let seen = entered.seen
            return Part(
                community: community.name,
                verdict: wording.text("effect.verdict.\(finding.verdict.rawValue)"),
                tone: finding.verdict.tone,
                about: wording.text(
                    "effect.part",
                    [
                        "before": .text(wording.locale.grouped(Int(seen.exposedBefore.claims))),
                        "after": .text(wording.locale.grouped(Int(seen.exposedAfter.claims))),
                        "of": .text(wording.locale.grouped(Int(seen.exposedAfter.exposure))),
                    ]))
        }
    }
}

/// How the effect of a measure is read, as it was settled.
struct PlanView: TemplateData {
    let lines: [MeasurePage.Fact]
    let frozen: Moment
    let fingerprint: String
    let text: String

    static let fields: [Field<Self>] = [
        Field("lines") { $0.lines }, Field("frozen") { $0.frozen }, Field("fingerprint") { $0.fingerprint },
        Field("text") { $0.text },
    ]

    init(_ frozen: FrozenPlan, wording: Wording) {
        let plan = frozen.plan
        func days(_ range: ClosedRange<Day>) -> String {
            wording.text(
                "fund.days",
                [
                    "first": .text(wording.date(range.lowerBound)),
                    "last": .text(wording.date(range.upperBound)),
                ])
        }
        lines = [
            ("metric", wording.claimKind(plan.metric.rawValue)), ("exposed", plan.exposed),
            ("control", plan.control), ("before", days(plan.before)), ("after", days(plan.after)),
            ("meanPoolCost", wording.exactMoney(plan.meanPoolCost)),
        ].map { MeasurePage.Fact(name: wording.text("effect.plan.\($0)"), text: $1) }
        self.frozen = wording.moment(frozen.frozenAt)
        fingerprint = frozen.fingerprint.description
        text = frozen.text
    }
}

/// What the page of a measure reads.
struct MeasureReading: Sendable {
    let story: MeasureStory
    let idea: Idea
    let decidedAt: Timestamp?

    init(_ id: MeasureID, _ look: Look) throws {
        story = try look.measure(id)
        idea = try look.ideaInChallenge(story.measure.idea).idea
        decidedAt = try look.keptSince(story.measure.idea)
    }
}
