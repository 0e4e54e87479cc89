/// What becomes of an idea that the insurer goes on with: who carries it, and the steps on the way.
public struct FollowUp: Sendable {
    /// The team that answers for it.
    public let team: String
    /// In the order in which they were planned.
    public let milestones: [Milestone]

    public init(team: String, milestones: [Milestone]) {
        self.team = team
        self.milestones = milestones
    }

    /// Steps that are done.
    public var doneCount: Int { milestones.count { $0.doneAt != nil } }

    /// The step that comes next: the one of those not done that is planned first.
    public var next: Milestone? {
        milestones.filter { $0.doneAt == nil }.min { ($0.plannedFor, $0.id) < ($1.plannedFor, $1.id) }
    }

    /// Whether a step is late at `now`.
    public func isLate(at now: Timestamp) -> Bool {
        milestones.contains { $0.isLate(at: now) }
    }
}

/// One step of what becomes of an idea.
public struct Milestone: Hashable, Sendable {
    public let id: MilestoneID
    public let title: String
    /// The last moment of the day for which it is planned.
    public let plannedFor: Timestamp
    /// The one for which it was planned when it was first announced: it stays to be seen.
    public let firstPlannedFor: Timestamp
    /// The day on which it was done.
    public let doneAt: Timestamp?
    /// What is worth saying about it; may be empty.
    public let note: String

    public init(
        id: MilestoneID, title: String, plannedFor: Timestamp, firstPlannedFor: Timestamp,
        doneAt: Timestamp?, note: String
    ) {
        self.id = id
        self.title = title
        self.plannedFor = plannedFor
        self.firstPlannedFor = firstPlannedFor
        self.doneAt = doneAt
        self.note = note
    }

    /// Whether its day is over at `now` and it is not done.
    public func isLate(at now: Timestamp) -> Bool {
        doneAt == nil && now > plannedFor
    }

    /// Whether it was moved to a later day than first announced.
    public var wasPutOff: Bool { plannedFor > firstPlannedFor }
}

/// What a manager writes about the follow-up of an idea.
public struct FollowUpContent: Sendable {
    public let team: String
    public let milestones: [Step]

    public init(team: String, milestones: [Step]) {
        self.team = team.trimmed
        self.milestones = milestones
    }

    /// A step as it is written; `id` is nil for a new one.
    public struct Step: Sendable {
        public let id: MilestoneID?
        public let title: String
        public let plannedFor: Timestamp
        public let doneAt: Timestamp?
        public let note: String

        public init(
            id: MilestoneID?, title: String, plannedFor: Timestamp, doneAt: Timestamp?, note: String
        ) {
            self.id = id
            self.title = title.trimmed
            self.plannedFor = plannedFor
            self.doneAt = doneAt
            self.note = note.trimmed
        }
    }

    /// Steps that one idea has at most.
    public static let most = 12
    public static let teamRule = TextRule("team", 2...80)
    public static let titleRule = TextRule("title", 3...120)
    public static let noteRule = TextRule("note", 0...1_000)

    /// What has to be mended at `now`; the fields of a step are `milestone-<index>-title` and so on.
    public func problems(at now: Timestamp) -> [Problem] {
        var problems = [Self.teamRule.problem(in: team)].compactMap(\.self)
        if milestones.isEmpty { problems.append(Problem(field: "milestone-0-title", code: .missing)) }
        if milestones.count > Self.most {
            problems.append(Problem(field: "team", code: .outOfRange, limit: Self.most))
        }
        for (index, step) in milestones.enumerated() {
            let found = [Self.titleRule.problem(in: step.title), Self.noteRule.problem(in: step.note)]
            problems += found.compactMap(\.self).map {
                Problem(field: "milestone-\(index)-\($0.field)", code: $0.code, limit: $0.limit)
            }
            if let doneAt = step.doneAt, doneAt > now {
                problems.append(Problem(field: "milestone-\(index)-done", code: .inTheFuture))
            }
        }
        return problems
    }
}

extension Decision.Code {
    /// Whether the insurer does something with the idea, which people can follow.
    public var isKept: Bool {
        switch self {
        case .winner, .accepted, .planned, .inProgress, .implemented: true
        case .underStudy, .shortlisted, .rejected, .ineligible: false
        }
    }
}

extension Idea {
    /// Why `viewer` may not write what becomes of the idea, or nil.
    public func followUpRefusal(for viewer: Viewer, in challenge: Challenge) -> Refusal? {
        guard challenge.isVisible(to: viewer), isVisible(to: viewer) else { return .notFound }
        if let refusal = challenge.managementRefusal(for: viewer) { return refusal }
        guard visibility == .public else { return .conflict(.ideaNotPublic) }
        return decision?.isKept == true ? nil : .conflict(.ideaNotKept)
    }
}
