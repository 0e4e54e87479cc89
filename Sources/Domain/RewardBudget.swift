/// What is set aside for the winners of a challenge, and what became of it, in cents. The ledger alone says so.
public struct RewardBudget: Hashable, Sendable {
    /// What was set aside so far.
    public let reserved: Int64
    /// What of it waits for a second person.
    public let proposed: Int64
    /// What was granted, handed over or not.
    public let granted: Int64
    /// What of this was handed over.
    public let delivered: Int64
    /// What went back to the insurer.
    public let returned: Int64

    public init(reserved: Int64, proposed: Int64, granted: Int64, delivered: Int64, returned: Int64) {
        self.reserved = reserved
        self.proposed = proposed
        self.granted = granted
        self.delivered = delivered
        self.returned = returned
    }

    public static let none = RewardBudget(reserved: 0, proposed: 0, granted: 0, delivered: 0, returned: 0)

    /// What can still be proposed.
    public var left: Int64 { reserved - proposed - granted - returned }
}

extension Challenge {
    /// The cents that have to be set aside before the challenge opens; none if it announces no money.
    public var announcedCents: Int64 { content.reward?.cents ?? 0 }

    /// The cents missing in what is `reserved`; below zero if it is more than was announced.
    public func missingCents(in budget: RewardBudget) -> Int64 { announcedCents - budget.reserved }

    /// Why `viewer` may not set aside the money of a challenge that is not public yet, or nil. Of a public one it is
    /// set aside as soon as more is announced.
    public func reservationRefusal(for viewer: Viewer, _ budget: RewardBudget) -> Refusal? {
        if let refusal = rewardRefusal(for: viewer) { return refusal }
        guard standing == .draft else { return .conflict(.alreadyPublished) }
        return missingCents(in: budget) == 0 ? .conflict(.budgetSettled) : nil
    }

    /// Why the challenge cannot be published with this budget, or nil.
    public func budgetRefusal(_ budget: RewardBudget) -> Refusal? {
        missingCents(in: budget) == 0 ? nil : .conflict(.budgetMissing)
    }

    /// Why `viewer` may not give back what is left of the budget, or nil.
    /// - Parameter isOpen: Whether a winner waits for a reward, or a reward for its end.
    public func releaseRefusal(for viewer: Viewer, _ budget: RewardBudget, isOpen: Bool) -> Refusal? {
        if let refusal = rewardRefusal(for: viewer) { return refusal }
        guard standing == .cancelled || resultsPublishedAt != nil, !isOpen else {
            return .conflict(.budgetInUse)
        }
        return budget.left > 0 ? nil : .conflict(.budgetSettled)
    }
}
