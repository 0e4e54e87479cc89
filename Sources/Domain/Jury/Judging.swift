/// What managers and jurors may do about a jury.
extension Challenge {
    /// Whether ideas are judged without the names of their authors.
    public var judgesBlindly: Bool { content.sealsIdeas }

    /// Why `viewer` may not look after the jury, or nil.
    public func juryRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        return schedule.window(of: .judge) == nil ? .conflict(.nobodyJudges) : nil
    }

    /// Why `viewer` may not say by what the jury judges, or nil. What was announced stays once the jury could have
    /// begun; what was forgotten can still be said until it sits.
    public func juryRulesRefusal(
        for viewer: Viewer, hasRules: Bool, isSeated: Bool, at now: Timestamp
    ) -> Refusal? {
        if let refusal = juryRefusal(for: viewer) ?? endRefusal { return refusal }
        if isSeated { return .conflict(.criteriaSettled) }
        guard hasRules, standing != .draft, let judging = schedule.window(of: .judge) else { return nil }
        return now >= judging.opensAt ? .conflict(.criteriaSettled) : nil
    }

    /// Why `viewer` may not seat jurors and deal the ideas to them, or nil: all ideas have to be there, and voted on.
    public func seatingRefusal(for viewer: Viewer, hasRules: Bool, at now: Timestamp) -> Refusal? {
        if let refusal = juryRefusal(for: viewer) ?? endRefusal { return refusal }
        guard standing != .draft else { return .conflict(.notPublishedYet) }
        guard hasRules else { return .conflict(.criteriaMissing) }
        guard schedule.isParticipationOver(at: now) else { return .conflict(.participationStillOpen) }
        let isLate = schedule.window(of: .judge)?.closesAt.map { now >= $0 } ?? false
        return isLate ? .conflict(.judgingClosed) : nil
    }

    /// Why `viewer` may not open their cards, or nil. To those who are no jurors there are none.
    public func benchRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        return viewer.has(.juror, for: id) ? nil : .forbidden(.jurorsOnly)
    }

    /// Why `viewer` may not score now, or nil.
    public func judgingRefusal(for viewer: Viewer, at now: Timestamp) -> Refusal? {
        if let refusal = benchRefusal(for: viewer) { return refusal }
        return phaseRefusal(for: .judge, at: now, early: .judgingNotOpenYet, late: .judgingClosed)
    }

    /// Why `viewer` may not say something to the jury, or nil: jurors and managers talk to each other until the results.
    public func remarkRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = viewer.manages(id) ? juryRefusal(for: viewer) : benchRefusal(for: viewer) {
            return refusal
        }
        return endRefusal
    }

    private var endRefusal: Refusal? {
        switch standing {
        case .cancelled: .conflict(.challengeCancelled)
        case .resultsPublished, .archived: .conflict(.resultsAlreadyPublished)
        case .draft, .published, .suspended: nil
        }
    }
}

extension Idea {
    /// Whether a jury judges it.
    public var isJudged: Bool { visibility == .public || visibility == .sealed }

    /// Why `viewer` may not score the idea on `card`, or nil; without a card it was not given to them.
    public func scoringRefusal(
        for viewer: Viewer, in challenge: Challenge, card: JuryCard?, at now: Timestamp
    ) -> Refusal? {
        if let refusal = challenge.benchRefusal(for: viewer) { return refusal }
        guard isVisible(to: viewer), let card else { return .notFound }
        if isAuthor(viewer) { return .forbidden(.ownIdea) }
        if let refusal = challenge.judgingRefusal(for: viewer, at: now) { return refusal }
        guard isJudged else { return notPublicRefusal }
        return card.state == .aside ? .conflict(.stoodAside) : nil
    }

    /// Why `viewer` may not stand aside, or come back after having done so, or nil.
    public func recusalRefusal(
        for viewer: Viewer, in challenge: Challenge, card: JuryCard?, at now: Timestamp
    ) -> Refusal? {
        let refusal = scoringRefusal(for: viewer, in: challenge, card: card, at: now)
        return refusal == .conflict(.stoodAside) ? nil : refusal
    }

    /// Whether `viewer` reads what the jury says to each other of the idea: managers always; jurors once they cannot be
    /// swayed any more, and not if they stand aside. `card` is theirs.
    public func showsRemarks(to viewer: Viewer, card: JuryCard?) -> Bool {
        if isAuthor(viewer) { return false }
        guard viewer.has(.juror, for: challenge), let card else { return viewer.manages(challenge) }
        return card.state == .done
    }
}
