extension Viewer {
    /// Why the person has no desk, or nil. To those who do not work for the insurer it does not exist.
    public var deskRefusal: Refusal? {
        if member == nil { return .signInRequired }
        return isStaff ? nil : .notFound
    }

    /// Whether the person holds `role`, for one challenge or for all, or administers the platform.
    public func holds(_ role: Role) -> Bool {
        isAdministrator || rolesEverywhere.contains(role)
            || rolesByChallenge.values.contains { $0.contains(role) }
    }

    /// Whether the person may grant the rewards of `challenge`.
    public func grantsRewards(of challenge: ChallengeID) -> Bool {
        manages(challenge) || has(.rewardOfficer, for: challenge)
    }
}

extension Challenge {
    /// Whether a decision can wait in secret: only where results are still to come, which will publish it.
    public var awaitsResults: Bool {
        guard resultsPublishedAt == nil, schedule.participationClosesAt != nil else { return false }
        return standing == .published || standing == .suspended
    }
}
