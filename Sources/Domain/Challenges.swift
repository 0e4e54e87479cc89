/// A dated question that the insurer asks, with a brief, phases, a way to decide and a reward.
public struct Challenge: Sendable {
    public let id: ChallengeID
    public let content: ChallengeContent
    public let standing: Standing
    /// The reason given to all when it was cancelled.
    public let cancellationReason: String?
    public let publishedAt: Timestamp?
    public let resultsPublishedAt: Timestamp?
    /// Public ideas.
    public let ideaCount: Int
    /// People who submitted, commented or voted.
    public let participantCount: Int

    public init(
        id: ChallengeID, content: ChallengeContent, standing: Standing, cancellationReason: String?,
        publishedAt: Timestamp?, resultsPublishedAt: Timestamp?, ideaCount: Int, participantCount: Int
    ) {
        self.id = id
        self.content = content
        self.standing = standing
        self.cancellationReason = cancellationReason
        self.publishedAt = publishedAt
        self.resultsPublishedAt = resultsPublishedAt
        self.ideaCount = ideaCount
        self.participantCount = participantCount
    }

    public var title: String { content.title }
    public var schedule: Schedule { content.schedule }

    /// What the insurer did with the challenge. All else about its state follows from dates.
    public enum Standing: String, CaseIterable, Hashable, Sendable {
        case draft
        case published
        case suspended
        case cancelled
        case resultsPublished
        case archived
    }

    /// Where the challenge stands for people, computed from its standing and its dates.
    public enum State: String, CaseIterable, Hashable, Sendable {
        case draft
        case toCome
        case openToIdeas
        case openToVotes
        case underDeliberation
        case resultsPublished
        case followedUp
        case suspended
        case cancelled
        case archived
    }

    /// The state at `now`.
    public func state(at now: Timestamp) -> State {
        switch standing {
        case .draft: return .draft
        case .suspended: return .suspended
        case .cancelled: return .cancelled
        case .archived: return .archived
        case .resultsPublished:
            return schedule.phase(at: now)?.kind == .followUp ? .followedUp : .resultsPublished
        case .published:
            guard let opening = schedule.opensAt, now >= opening else { return .toCome }
            let rights = schedule.rights(at: now)
            if rights.contains(.submit) { return .openToIdeas }
            if rights.contains(.vote) { return .openToVotes }
            if let voting = schedule.window(of: .vote), now < voting.opensAt { return .openToVotes }
            return .underDeliberation
        }
    }

    /// Where one of its phases stands.
    public enum Stage: String, Sendable {
        case past
        case now
        case next
    }

    /// Where `phase` stands at `now`. Published results end whatever led to them, whenever they come, and begin what
    /// follows.
    public func stage(of phase: Phase, at now: Timestamp) -> Stage {
        if resultsPublishedAt != nil {
            guard phase.kind == .followUp else { return .past }
            return phase.isOver(at: now) ? .past : .now
        }
        if phase.isOver(at: now) { return .past }
        return phase.contains(now) && standing != .cancelled ? .now : .next
    }

    /// Why nobody can take part in `right` now, or nil if the phase allows it.
    func phaseRefusal(
        for right: Phase.Rights, at now: Timestamp, early: Refusal.Reason, late: Refusal.Reason
    ) -> Refusal? {
        switch standing {
        case .draft: return .notFound
        case .suspended: return .conflict(.challengeSuspended)
        case .cancelled: return .conflict(.challengeCancelled)
        case .archived: return .conflict(.challengeClosed)
        // What was decided stays decided, even if a phase were prolonged afterwards.
        case .resultsPublished where !right.isDisjoint(with: [.submit, .edit, .vote, .judge]):
            return .conflict(late)
        case .published, .resultsPublished: break
        }
        if schedule.rights(at: now).contains(right) { return nil }
        guard let window = schedule.window(of: right) else { return .conflict(late) }
        return .conflict(now < window.opensAt ? early : late)
    }

    /// Whether `viewer` may know that the challenge exists.
    public func isVisible(to viewer: Viewer) -> Bool {
        if viewer.isStaff(of: id) { return true }
        guard standing != .draft else { return false }
        return content.audience.includes(viewer, for: id)
    }

    /// Whether support may be shown as numbers: only once every vote phase is over, to anybody alike, and where ballots
    /// are supports.
    public func showsCounts(at now: Timestamp) -> Bool {
        standing != .cancelled && content.way.countsSupports && schedule.isVotingOver(at: now)
    }

    /// The last moment by which an idea submitted at `submission` is promised an answer: the promised number of days
    /// after participation ends, or after the submission where there is no end. Nil without a promise.
    public func answerDue(forSubmissionAt submission: Timestamp) -> Timestamp? {
        guard let days = content.answerWithinDays else { return nil }
        return max(schedule.participationClosesAt ?? submission, submission) + .days(Int64(days))
    }

    // MARK: Acts of managers

    /// Why `viewer` may not change the challenge, or nil.
    public func managementRefusal(for viewer: Viewer) -> Refusal? {
        guard isVisible(to: viewer) else { return .notFound }
        guard viewer.member != nil else { return .signInRequired }
        return viewer.manages(id) ? nil : .forbidden(.staffOnly)
    }

    /// Why `viewer` may not publish the challenge at `now`, or nil. Nobody could take part in one whose dates have
    /// passed.
    public func publicationRefusal(for viewer: Viewer, at now: Timestamp) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        guard standing == .draft else { return .conflict(.alreadyPublished) }
        if let close = schedule.participationClosesAt, close <= now { return .conflict(.datesInThePast) }
        if content.blueprint == .draftReview, content.particulars.draft.isEmpty {
            return .conflict(.draftMissing)
        }
        return nil
    }

    /// Why `viewer` may not publish the results, or nil. `undecided` is the number of public ideas without a decision
    /// that can be published.
    public func resultsRefusal(for viewer: Viewer, undecided: Int, at now: Timestamp) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        switch standing {
        case .draft: return .notFound
        case .resultsPublished, .archived: return .conflict(.resultsAlreadyPublished)
        case .cancelled: return .conflict(.challengeCancelled)
        case .suspended: return .conflict(.challengeSuspended)
        case .published: break
        }
        guard schedule.isParticipationOver(at: now) else { return .conflict(.participationStillOpen) }
        return undecided == 0 ? nil : .conflict(.ideasWithoutDecision)
    }
}
