import Domain
import Storage
import Templating

/// A community's fund for those who keep it: the course of its period, what happened in it, and what comes next.
struct KeepPage: Page {
    static let template = "fund/keep"

    let community: String
    let fundHref: String?
    let period: KeptPeriod?
    let openHref: String?
    /// What measures may have to do with the close; empty before it is proposed.
    let effects: [EffectLineView]
    let problems: ProblemSummary?

    static let fields: [Field<Self>] = [
        Field("community") { $0.community }, Field("fundHref") { $0.fundHref },
        Field("period") { $0.period }, Field("openHref") { $0.openHref }, Field("problems") { $0.problems },
        Field("effects") { $0.effects }, Field("hasEffects") { !$0.effects.isEmpty },
    ]

    init(_ seen: Seen<KeepReading>, attempt: KeepAttempt = KeepAttempt(), for visit: Visit) {
        let reading = seen.value
        community = reading.community.name
        fundHref = reading.story == nil ? nil : visit.address.fund(reading.community)
        effects = reading.effects.map { EffectLineView($0, for: visit) }
        let mayOpen = reading.story?.record.state.succession == nil
        openHref = mayOpen ? "\(visit.address.keeping(reading.community))/new" : nil
        let period = reading.story.map { KeptPeriod(reading, $0, attempt, seen.viewer, for: visit) }
        self.period = period
        let builder = FormBuilder(room: "fund", wording: visit.wording, problems: attempt.problems)
        problems = builder.summary(of: period?.fields ?? [])
    }
}

/// What somebody tried to book or to do, which was refused.
struct KeepAttempt: Sendable {
    var fact: TypedFact?
    var table: TypedTable?
    var faults: FundImport.Rejection?
    var outstanding: String?
    var reason: String?
    var problems: [Problem] = []
}

/// What those who keep a fund read of it.
struct KeepReading: Sendable {
    let community: Community
    /// The last period; nil if the fund was not opened.
    let story: PeriodStory?
    let steps: [PeriodStep]
    let participants: [FundParticipant]
    /// What measures may have to do with its close.
    let effects: [EffectLine]

    init(_ slug: String, _ look: Look) throws {
        try look.requireFunds()
        community = try look.community(slug: slug)
        let record = try look.fund(of: community.id)?.periods.first
        story = try record.map { try look.story(of: $0) }
        steps = try record.map { try look.course(of: $0) } ?? []
        participants = try look.fundParticipants(of: community.id)
        let told = try record.flatMap { $0.state.isTold ? try look.toldPeriod($0) : nil }
        effects = try told.map { [community] in try look.effectLines(in: $0, of: community.id) } ?? []
    }
}
