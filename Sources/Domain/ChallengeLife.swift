/// The acts by which a manager leads a challenge once it is written.
extension Challenge {
    /// What a reason for cancelling must be: public, so long enough to be one.
    public static let cancellationRule = TextRule("reason", 20...2_000)

    /// Why `viewer` may not throw the draft away, or nil. What was public once can only be cancelled.
    public func discardRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        return standing == .draft ? nil : .conflict(.alreadyPublished)
    }

    /// Why `viewer` may not cancel the challenge, or nil.
    public func cancellationRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        switch standing {
        case .published, .suspended: return nil
        case .draft: return .conflict(.notPublishedYet)
        case .cancelled: return .conflict(.challengeCancelled)
        case .resultsPublished, .archived: return .conflict(.resultsAlreadyPublished)
        }
    }

    /// Why `viewer` may not suspend the challenge, or nil.
    public func suspensionRefusal(for viewer: Viewer) -> Refusal? {
        if standing == .suspended, viewer.manages(id) { return .conflict(.challengeSuspended) }
        return cancellationRefusal(for: viewer)
    }

    /// Why `viewer` may not archive the challenge, or nil: its results are out, and its lists need not show it any more.
    /// - Parameter owesAnswers: Whether ideas wait for an answer still; a promise is not put away.
    public func archivalRefusal(for viewer: Viewer, owesAnswers: Bool) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        switch standing {
        case .resultsPublished: return owesAnswers ? .conflict(.answersOwed) : nil
        case .draft, .published, .suspended: return .conflict(.resultsNotPublished)
        case .cancelled: return .conflict(.challengeCancelled)
        case .archived: return .conflict(.challengeArchived)
        }
    }

    /// Why `viewer` may not take the challenge back from the archives, or nil.
    public func retrievalRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        return standing == .archived ? nil : .conflict(.challengeNotArchived)
    }

    /// Why `viewer` may not let a suspended challenge go on, or nil.
    public func resumptionRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        return standing == .suspended ? nil : .conflict(.challengeNotSuspended)
    }
}
