/// What somebody is to the insurer when they get something: rewards of each are declared in another way.
public enum ParticipantStatus: String, CaseIterable, Hashable, Sendable {
    case client
    case employee
    case partner
}

/// From which yearly sum on the rewards of one person have to be looked at, by status, in cents. What the law asks
/// changes with the years: these are the operator's own.
public struct StatementThresholds: Hashable, Sendable {
    private let cents: [ParticipantStatus: Int64]

    public init(_ cents: [ParticipantStatus: Int64] = [:]) {
        self.cents = cents
    }

    /// Nil without a threshold for this status.
    public subscript(status: ParticipantStatus) -> Int64? { cents[status] }

    /// Whether `sum` reaches the threshold.
    public func isReached(by sum: Int64, _ status: ParticipantStatus) -> Bool {
        cents[status].map { sum >= $0 } ?? false
    }
}
