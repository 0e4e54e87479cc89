/// How far the accounts of a period are.
public enum PeriodState: String, CaseIterable, Hashable, Sendable {
    /// Events are taken in.
    case open
    /// No more events: the close is being checked.
    case closing
    /// The cash-back is proposed to the insurer.
    case proposed
    /// A second person accepted it: nothing changes any more.
    case validated
    /// A second person refused it.
    case rejected
    /// The insurer says that it has paid.
    case paid

    /// The states that may come after.
    public var next: Set<PeriodState> {
        switch self {
        case .open: [.closing]
        // What is found wrong in a close is mended in the open period.
        case .closing: [.open, .proposed]
        case .proposed: [.validated, .rejected]
        case .rejected: [.open]
        case .validated: [.paid]
        case .paid: []
        }
    }

    /// Why an event cannot be booked, or nil.
    public var bookingRefusal: Refusal? {
        self == .open ? nil : .conflict(.periodNotOpen)
    }

    /// Why the period cannot go on to `state`, or nil.
    /// - Parameters:
    ///   - member: Who would take it there.
    ///   - proposer: Who proposed the close, if it is proposed: somebody else decides on it.
    public func advanceRefusal(
        to state: PeriodState, by member: MemberID, proposedBy proposer: MemberID?
    ) -> Refusal? {
        guard next.contains(state) else { return .conflict(.periodOutOfOrder) }
        return self == .proposed && member == proposer ? .forbidden(.ownProposal) : nil
    }
}
