public typealias MeasureID = Identifier<Measure>

/// What was put in place because of an idea.
public struct Measure: Hashable, Sendable {
    public let idea: IdeaID
    /// What, in words.
    public let what: String
    /// Where, in words.
    public let place: String
    public let start: Day
    /// What it costs, in cents.
    public let cost: Int64
    /// Who answers for it.
    public let owner: String

    public init(idea: IdeaID, what: String, place: String, start: Day, cost: Int64, owner: String) {
        self.idea = idea
        self.what = what.trimmed
        self.place = place.trimmed
        self.start = start
        self.cost = cost
        self.owner = owner.trimmed
    }

    public static let whatRule = TextRule("measureWhat", 10...500)
    public static let placeRule = TextRule("measurePlace", 2...200)
    public static let ownerRule = TextRule("measureOwner", 2...120)

    /// What has to be mended.
    public var problems: [Problem] {
        var problems = [
            Self.whatRule.problem(in: what), Self.placeRule.problem(in: place),
            Self.ownerRule.problem(in: owner),
        ].compactMap(\.self)
        if cost < 0 { problems.append(Problem(field: "measureCost", code: .outOfRange, limit: 0)) }
        return problems
    }
}

/// How the effect of a measure will be read, said before it starts, so that nobody can choose afterwards what looks
/// best.
public struct EffectPlan: Hashable, Sendable {
    /// The claims that are counted.
    public let metric: ClaimKind
    /// Who has the measure.
    public let exposed: String
    /// Who is like them and does not have it.
    public let control: String
    public let before: ClosedRange<Day>
    public let after: ClosedRange<Day>
    /// What one such claim costs the pool on average, in cents: fixed with the rest.
    public let meanPoolCost: Int64

    public init(
        metric: ClaimKind, exposed: String, control: String, before: ClosedRange<Day>,
        after: ClosedRange<Day>, meanPoolCost: Int64
    ) {
        self.metric = metric
        self.exposed = exposed.trimmed
        self.control = control.trimmed
        self.before = before
        self.after = after
        self.meanPoolCost = meanPoolCost
    }

    public static let exposedRule = TextRule("exposed", 5...300)
    public static let controlRule = TextRule("control", 5...300)

    /// What has to be mended for it to tell of `measure`: what is counted before ends before it starts, what is counted
    /// after begins with it or later.
    public func problems(for measure: Measure) -> [Problem] {
        var problems = [Self.exposedRule.problem(in: exposed), Self.controlRule.problem(in: control)]
            .compactMap(\.self)
        if problems.isEmpty, exposed == control { problems.append(Problem(field: "control", code: .taken)) }
        if before.upperBound >= measure.start {
            problems.append(Problem(field: "beforeLast", code: .alreadyBegun))
        }
        if after.lowerBound < measure.start {
            problems.append(Problem(field: "afterFirst", code: .inThePast))
        }
        if meanPoolCost < 0 { problems.append(Problem(field: "meanPoolCost", code: .outOfRange, limit: 0)) }
        return problems
    }

    /// Why the plan cannot be frozen on `day`, or nil: it must be before the measure and the observation begin.
    public func freezeRefusal(for measure: Measure, on day: Day) -> Refusal? {
        let problems = problems(for: measure)
        guard problems.isEmpty else { return .invalid(problems) }
        return measure.planRefusal(on: day)
    }

    /// The plan with what it is about, one line for each thing, always the same for the same plan: this is what the
    /// fingerprint is taken of. Line breaks within a text are spaces.
    /// - Parameter communities: By their readable addresses.
    public func canonicalText(of measure: Measure, adoptedBy communities: [String]) -> String {
        let lines = [
            ("idea", "\(measure.idea)"), ("measure", measure.what), ("place", measure.place),
            ("start", "\(measure.start)"), ("communities", communities.sorted().joined(separator: ",")),
            ("metric", metric.rawValue), ("exposed", exposed), ("control", control),
            ("before", "\(before.lowerBound)..\(before.upperBound)"),
            ("after", "\(after.lowerBound)..\(after.upperBound)"), ("meanPoolCost", "\(meanPoolCost)"),
        ]
        return
            (["essaim-effect-plan-2"]
            + lines.map { name, value in
                "\(name)=\(String(value.map { $0.isNewline ? " " : $0 }))"
            }).joined(separator: "\n")
    }
}

/// A plan that nothing changes any more.
public struct FrozenPlan: Hashable, Sendable {
    public let plan: EffectPlan
    /// ``EffectPlan/canonicalText(of:adoptedBy:)``, as it was then.
    public let text: String
    public let frozenAt: Timestamp

    public init(plan: EffectPlan, text: String, frozenAt: Timestamp) {
        self.plan = plan
        self.text = text
        self.frozenAt = frozenAt
    }

    /// By what it is known.
    public var fingerprint: Fingerprint { Fingerprint(of: text) }
}

extension Measure {
    /// Why no plan can be frozen on `day` any more, or nil.
    public func planRefusal(on day: Day) -> Refusal? {
        day < start ? nil : .conflict(.measureStarted)
    }

    /// Why what the measure is cannot be changed on `day`, or nil. Once it is in place, or how it will be read is
    /// settled, it is what it is.
    public func changeRefusal(_ plan: FrozenPlan?, on day: Day) -> Refusal? {
        plan == nil ? planRefusal(on: day) : .conflict(.planFrozen)
    }
}

extension Optional where Wrapped == FrozenPlan {
    /// Why nothing observed can be entered on `day`, or nil: how it is read has to be settled, and the time of which it
    /// tells to be over. Whoever counts earlier could stop when it looks best.
    public func observationRefusal(on day: Day) -> Refusal? {
        guard let self else { return .conflict(.planMissing) }
        return day > self.plan.after.upperBound ? nil : .conflict(.effectStillObserved)
    }
}

extension Idea {
    /// Why `viewer` may not write down measures that follow from the idea, or nil: that is for those who keep funds, of
    /// ideas with which the insurer goes on.
    public func measureRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        if let refusal = viewer.fundRefusal { return refusal }
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        guard visibility == .public else { return .conflict(.ideaNotPublic) }
        return decision?.isKept == true ? nil : .conflict(.ideaNotKept)
    }
}
