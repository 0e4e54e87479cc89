/// A dated stage of a challenge, with what may be done in it.
public struct Phase: Hashable, Sendable {
    /// What the stage is for; names it on screen.
    public let kind: Kind
    public let rights: Rights
    public let opensAt: Timestamp
    /// Nil if it has no end. Only the last phase may be so.
    public let closesAt: Timestamp?

    public init(kind: Kind, rights: Rights? = nil, opensAt: Timestamp, closesAt: Timestamp?) {
        self.kind = kind
        self.rights = rights ?? kind.usualRights
        self.opensAt = opensAt
        self.closesAt = closesAt
    }

    /// Whether `moment` lies in the phase: its opening does, its close does not.
    public func contains(_ moment: Timestamp) -> Bool {
        guard moment >= opensAt else { return false }
        guard let closesAt else { return true }
        return moment < closesAt
    }

    /// Whether the phase is over at `moment`.
    public func isOver(at moment: Timestamp) -> Bool {
        guard let closesAt else { return false }
        return moment >= closesAt
    }

    /// The stages that a challenge can have.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case ideas
        case votes
        case ideasAndVotes
        case deliberation
        case followUp

        /// What is usually allowed in such a stage.
        public var usualRights: Rights {
            switch self {
            case .ideas: [.submit, .edit, .comment]
            case .votes: [.vote, .comment]
            case .ideasAndVotes: [.submit, .edit, .comment, .vote]
            case .deliberation: [.judge]
            case .followUp: [.comment]
            }
        }
    }

    /// What members and jurors may do during a phase.
    public struct Rights: OptionSet, Hashable, Sendable {
        public let rawValue: Int64

        public init(rawValue: Int64) {
            self.rawValue = rawValue
        }

        public static let submit = Rights(rawValue: 1)
        public static let edit = Rights(rawValue: 2)
        public static let comment = Rights(rawValue: 4)
        public static let vote = Rights(rawValue: 8)
        public static let judge = Rights(rawValue: 16)
    }
}

/// The phases of a challenge in their order, none overlapping another.
public struct Schedule: Hashable, Sendable {
    public let phases: [Phase]

    /// Takes phases that are known to be in order, as read from the store.
    public init(_ phases: [Phase]) {
        self.phases = phases
    }

    /// What is wrong with the dates, phase by phase; the field is `phase-<index>`.
    public var problems: [Problem] {
        guard !phases.isEmpty else { return [Problem(field: "phase-0", code: .missing)] }
        var problems: [Problem] = []
        for (index, phase) in phases.enumerated() {
            let field = "phase-\(index)"
            if let close = phase.closesAt {
                if close <= phase.opensAt { problems.append(Problem(field: field, code: .endsBeforeStart)) }
            } else if index != phases.count - 1 {
                problems.append(Problem(field: field, code: .openEndedOnlyLast))
            }
            if index > 0, let previousClose = phases[index - 1].closesAt, phase.opensAt < previousClose {
                problems.append(Problem(field: field, code: .overlapsPreviousPhase))
            }
        }
        return problems
    }

    /// The phase in which `moment` lies, if any.
    public func phase(at moment: Timestamp) -> Phase? {
        phases.first { $0.contains(moment) }
    }

    /// What may be done at `moment`; nothing between phases.
    public func rights(at moment: Timestamp) -> Phase.Rights {
        phase(at: moment)?.rights ?? []
    }

    /// When the first phase opens.
    public var opensAt: Timestamp? { phases.first?.opensAt }

    /// The first opening and the last close of all phases that give `right`; the close is nil if there is no end.
    /// Nil if no phase gives it.
    public func window(of right: Phase.Rights) -> (opensAt: Timestamp, closesAt: Timestamp?)? {
        let giving = phases.filter { $0.rights.contains(right) }
        guard let first = giving.first, let last = giving.last else { return nil }
        return (first.opensAt, last.closesAt)
    }

    /// Whether a vote takes place and all its phases are over at `moment`.
    public func isVotingOver(at moment: Timestamp) -> Bool {
        let voting = phases.filter { $0.rights.contains(.vote) }
        return !voting.isEmpty && voting.allSatisfy { $0.isOver(at: moment) }
    }

    /// When the last phase of submissions or votes closes: nil if it never does, or if there is none.
    public var participationClosesAt: Timestamp? {
        phases.last { !$0.rights.isDisjoint(with: [.submit, .vote]) }?.closesAt
    }

    /// Whether nobody can submit or vote any more, at `moment` or later.
    public func isParticipationOver(at moment: Timestamp) -> Bool {
        phases.allSatisfy { $0.rights.isDisjoint(with: [.submit, .vote]) || $0.isOver(at: moment) }
    }
}
