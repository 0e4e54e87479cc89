/// Something that changed about a public challenge, as everybody may read it. It is never rewritten.
public struct ChallengeEvent: Sendable {
    public let id: ChallengeEventID
    public let kind: Kind
    /// Given to all. Nil for a challenge that goes on, and for archives.
    public let reason: String?
    /// Nil once the account was deleted.
    public let by: Member?
    public let happenedAt: Timestamp
    /// The dates that changed, in the order of the phases.
    public let moves: [PhaseMove]

    public init(
        id: ChallengeEventID, kind: Kind, reason: String?, by: Member?, happenedAt: Timestamp,
        moves: [PhaseMove]
    ) {
        self.id = id
        self.kind = kind
        self.reason = reason
        self.by = by
        self.happenedAt = happenedAt
        self.moves = moves
    }

    /// What was done.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case datesChanged
        case suspended
        case resumed
        case cancelled
        case archived
        /// Taken back from the archives.
        case retrieved
    }
}

/// The dates of one phase before and after a change.
public struct PhaseMove: Hashable, Sendable {
    public let kind: Phase.Kind
    /// Nil for a phase that was added.
    public let old: Dates?
    public let new: Dates

    public init(kind: Phase.Kind, old: Dates?, new: Dates) {
        self.kind = kind
        self.old = old
        self.new = new
    }

    /// From when to when a phase runs; without end if it does not close.
    public struct Dates: Hashable, Sendable {
        public let opensAt: Timestamp
        public let closesAt: Timestamp?

        public init(opensAt: Timestamp, closesAt: Timestamp?) {
            self.opensAt = opensAt
            self.closesAt = closesAt
        }
    }
}

extension Challenge {
    /// What the reason for moving public dates must be.
    public static let moveRule = TextRule("moveReason", 10...1_000)

    /// What is wrong with the `reason` for writing the challenge anew as `content`: people are told why dates move.
    public func moveProblems(to content: ChallengeContent, because reason: String) -> [Problem] {
        moves(to: content).isEmpty ? [] : [Self.moveRule.problem(in: reason)].compactMap(\.self)
    }
}
