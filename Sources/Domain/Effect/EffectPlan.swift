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
    /// The kind of claims that is counted.
    public let metric: String
    /// Who has the measure.
    public let exposed: String
    /// Who is like them and does not have it.
    public let control: String
    public let before: ClosedRange<Day>
    public let after: ClosedRange<Day>
    /// What one such claim costs the pool on average, in cents: fixed with the rest.
    public let meanPoolCost: Int64

    public init(
        metric: String, exposed: String, control: String, before: ClosedRange<Day>, after: ClosedRange<Day>,
        meanPoolCost: Int64
    ) {
        self.metric = metric
        self.exposed = exposed
        self.control = control
        self.before = before
        self.after = after
        self.meanPoolCost = meanPoolCost
    }

    /// What has to be mended.
    public var problems: [Problem] {
        var problems = [("metric", metric), ("exposed", exposed), ("control", control)]
            .filter { !LedgerName.isValid($0.1) }.map { Problem(field: $0.0, code: .wrong) }
        if exposed == control { problems.append(Problem(field: "control", code: .taken)) }
        if before.upperBound >= after.lowerBound {
            problems.append(Problem(field: "after", code: .overlapsPreviousPhase))
        }
        if meanPoolCost < 0 { problems.append(Problem(field: "meanPoolCost", code: .outOfRange, limit: 0)) }
        return problems
    }

    /// Why the plan cannot be frozen on `day`, or nil: it must be before the measure and the observation begin.
    public func freezeRefusal(for measure: Measure, on day: Day) -> Refusal? {
        let problems = problems
        guard problems.isEmpty else { return .invalid(problems) }
        return day < min(measure.start, after.lowerBound) ? nil : .conflict(.measureStarted)
    }

    /// The plan in one line, always the same for the same plan: this is what the fingerprint is taken of.
    public var canonicalText: String {
        [
            "effect-plan-1", "metric=\(metric)", "exposed=\(exposed)", "control=\(control)",
            "before=\(before.lowerBound)..\(before.upperBound)",
            "after=\(after.lowerBound)..\(after.upperBound)",
            "meanPoolCost=\(meanPoolCost)",
        ].joined(separator: "|")
    }

    /// By what the frozen plan is known.
    public var fingerprint: Fingerprint { Fingerprint(of: canonicalText) }
}
