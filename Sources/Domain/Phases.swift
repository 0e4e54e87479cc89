/// A dated stage of a challenge, with what may be done in it.
public struct Phase: Hashable, Sendable {
    /// By what it is known within its challenge, wherever its dates or its place among the others go. Nil until it is
    /// saved.
    public let number: Int?
    /// What the stage is for; names it on screen.
    public let kind: Kind
    public let rights: Rights
    public let opensAt: Timestamp
    /// Nil if it has no end. Only the last phase may be so.
    public let closesAt: Timestamp?

    public init(
        number: Int? = nil, kind: Kind, rights: Rights? = nil, opensAt: Timestamp, closesAt: Timestamp?
    ) {
        self.number = number
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

    /// The same phase known by `number`.
    func numbered(_ number: Int?) -> Phase {
        Phase(number: number, kind: kind, rights: rights, opensAt: opensAt, closesAt: closesAt)
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
            case .ideas: [.see, .submit, .edit, .comment]
            case .votes: [.see, .vote, .comment]
            case .ideasAndVotes: [.see, .submit, .edit, .comment, .vote]
            case .deliberation: [.see, .judge]
            case .followUp: [.see, .comment]
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
        /// What is submitted meanwhile can be read by everybody at once; without it, it stays sealed until the results.
        public static let see = Rights(rawValue: 32)
        /// What people were told they could do themselves, and so cannot be taken back.
        public static let participation: Rights = [.submit, .edit, .comment, .vote]
    }
}

/// The phases of a challenge in their order, none overlapping another.
public struct Schedule: Hashable, Sendable {
    public let phases: [Phase]

    /// Takes phases that are known to be in order, as read from the store.
    public init(_ phases: [Phase]) {
        self.phases = phases
    }

    /// Phases that one challenge has at most.
    public static let most = 12

    /// What is wrong with dates and rights, phase by phase; the field is `phase-<index>`, or `phases` for all of them.
    public var problems: [Problem] {
        guard !phases.isEmpty else { return [Problem(field: "phases", code: .missing)] }
        if phases.count > Self.most {
            return [Problem(field: "phases", code: .outOfRange, limit: Self.most)]
        }
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
        return problems + sealingProblems
    }

    /// Sealed ideas open all at once, by the results: some cannot be public before others, nor be voted on.
    private var sealingProblems: [Problem] {
        guard sealsIdeas else { return [] }
        return phases.enumerated().compactMap { index, phase in
            let field = "phase-\(index)-rights"
            if phase.rights.contains(.vote) { return Problem(field: field, code: .voteOnSealedIdeas) }
            return phase.rights.isSuperset(of: [.submit, .see])
                ? Problem(field: field, code: .partlySealed) : nil
        }
    }

    /// Whether what is submitted stays unseen by others until the results.
    public var sealsIdeas: Bool {
        phases.contains { $0.rights.contains(.submit) && !$0.rights.contains(.see) }
    }

    /// The same phases, those that have no number given the next ones.
    public var numbered: Schedule {
        var next = (phases.compactMap(\.number).max() ?? -1) + 1
        return Schedule(
            phases.map { phase in
                guard phase.number == nil else { return phase }
                defer { next += 1 }
                return phase.numbered(next)
            })
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
