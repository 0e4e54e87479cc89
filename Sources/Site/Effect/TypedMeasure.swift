import Domain
import HTTP
import Storage

/// A measure as somebody typed it: its start as `2026-03-12`, its cost in euros.
struct TypedMeasure: Sendable {
    private var values: [String: String] = [:]
    /// Those who adopt it.
    private(set) var adopters: Set<CommunityID> = []

    subscript(name: String) -> String { values[name] ?? "" }

    /// An empty form: a plan can be frozen from tomorrow on.
    init(on today: Day) {
        values["start"] = Day(number: today.number + 30).description
    }

    /// What stands so far.
    init(_ story: MeasureStory, wording: Wording) {
        let measure = story.measure
        values = [
            "measureWhat": measure.what, "measurePlace": measure.place, "measureOwner": measure.owner,
            "measureCost": wording.inputValue(cents: measure.cost), "start": measure.start.description,
        ]
        adopters = Set(story.adopters.map(\.id))
    }

    /// What was posted.
    init(_ form: Form) {
        for field in form.fields where values[field.name] == nil { values[field.name] = field.value }
        adopters = Set(
            form.fields.filter { $0.name == "communities" }.compactMap { Int64($0.value) }.map {
                CommunityID($0)
            })
    }

    /// What was meant. Throws `Refusal.invalid` with all that has to be mended if something cannot be read.
    func measure(for idea: IdeaID) throws(Refusal) -> Measure {
        var reader = TypedReader(values)
        let start = reader.day("start")
        let cost = reader.cents("measureCost")
        let measure = Measure(
            idea: idea, what: self["measureWhat"], place: self["measurePlace"], start: start, cost: cost,
            owner: self["measureOwner"])
        guard reader.problems.isEmpty else { throw .invalid(measure.problems + reader.problems) }
        return measure
    }
}

/// How an effect will be read, as somebody typed it.
struct TypedPlan: Sendable {
    private var values: [String: String] = [:]

    subscript(name: String) -> String { values[name] ?? "" }

    static let days = ["beforeFirst", "beforeLast", "afterFirst", "afterLast"]

    /// What to propose: the year before the measure, and the year from its start on.
    init(for measure: Measure) {
        let start = measure.start.number
        let days = [start - 365, start - 1, start, start + 364].map { Day(number: $0).description }
        for (name, day) in zip(Self.days, days) { values[name] = day }
    }

    /// What was posted.
    init(_ form: Form) {
        for field in form.fields where values[field.name] == nil { values[field.name] = field.value }
    }

    /// What was meant. Throws `Refusal.invalid` with all that cannot be read.
    func plan() throws(Refusal) -> EffectPlan {
        var reader = TypedReader(values)
        let metric = ClaimKind(rawValue: self["metric"])
        if metric == nil { reader.note("metric", .missing) }
        let days = Self.days.map { reader.day($0) }
        if reader.problems.isEmpty {
            if days[1] < days[0] { reader.note("beforeLast", .endsBeforeStart) }
            if days[3] < days[2] { reader.note("afterLast", .endsBeforeStart) }
        }
        let cost = reader.cents("meanPoolCost")
        guard let metric, reader.problems.isEmpty else {
            let texts = [
                EffectPlan.exposedRule.problem(in: self["exposed"]),
                EffectPlan.controlRule.problem(in: self["control"]),
            ]
            throw .invalid(reader.problems + texts.compactMap(\.self))
        }
        return EffectPlan(
            metric: metric, exposed: self["exposed"], control: self["control"], before: days[0]...days[1],
            after: days[2]...days[3], meanPoolCost: cost)
    }
}

/// What a community observed, as somebody typed it.
struct TypedObservation: Sendable {
    private var values: [String: String] = [:]

    subscript(name: String) -> String { values[name] ?? "" }

    /// Claims, then how many had the chance of one: with the measure before and after, without it before and after.
    static let counts = ["n0", "e0", "n1", "e1", "c0", "k0", "c1", "k1"]

    /// Whose it is; nil if no page of ours sent it.
    var community: CommunityID? { Int64(self["community"]).map { CommunityID($0) } }

    /// What was entered last.
    init(_ entered: CommunityObservation?) {
        guard let entered else { return }
        let seen = entered.seen
        let pairs = [seen.exposedBefore, seen.exposedAfter, seen.controlBefore, seen.controlAfter]
        for (name, number) in zip(Self.counts, pairs.flatMap { [$0.claims, $0.exposure] }) {
            values[name] = String(number)
        }
        values["source"] = entered.source
    }

    /// What was posted.
    init(_ form: Form) {
        for field in form.fields where values[field.name] == nil { values[field.name] = field.value }
    }

    /// What was meant. Throws `Refusal.invalid` with all that cannot be read.
    func observation() throws(Refusal) -> Observation {
        var reader = TypedReader(values)
        let numbers = Self.counts.map { reader.count($0) }
        var counts: [ClaimCount] = []
        for place in stride(from: 0, to: numbers.count, by: 2) {
            let name = Self.counts[place + 1]
            if let count = ClaimCount(claims: numbers[place], exposure: numbers[place + 1]) {
                counts.append(count)
            } else if !reader.problems.contains(where: { $0.field == name }) {
                reader.note(name, .belowMinimum, limit: 1)
            }
        }
        guard counts.count == 4, reader.problems.isEmpty else {
            throw .invalid(
                reader.problems
                    + [Observation.sourceRule.problem(in: self["source"])].compactMap(\.self))
        }
        return Observation(
            exposedBefore: counts[0], exposedAfter: counts[1], controlBefore: counts[2],
            controlAfter: counts[3])
    }
}

/// Reads typed values one after the other, and notes what cannot be read.
private struct TypedReader {
    private let values: [String: String]
    private(set) var problems: [Problem] = []

    init(_ values: [String: String]) {
        self.values = values
    }

    mutating func note(_ field: String, _ code: Problem.Code, limit: Int? = nil) {
        problems.append(Problem(field: field, code: code, limit: limit))
    }

    mutating func day(_ name: String) -> Day {
        read(name, or: .notADate, else: Day(number: 0)) { Day($0) }
    }

    mutating func cents(_ name: String) -> Int64 {
        read(name, or: .notANumber, else: 0) { TypedNumber.cents($0) }
    }

    mutating func count(_ name: String) -> Int64 {
        read(name, or: .notANumber, else: 0) { TypedNumber.count($0).map { Int64($0) } }
    }

    private mutating func read<Value>(
        _ name: String, or code: Problem.Code, else other: Value, _ make: (String) -> Value?
    ) -> Value {
        let text = (values[name] ?? "").trimmed
        if let value = make(text) { return value }
        note(name, text.isEmpty ? .missing : code)
        return other
    }
}
