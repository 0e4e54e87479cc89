/// What may still be changed about a challenge. People took part on what was announced: once it is public, it can be
/// prolonged and made better, never shortened or made worse.
extension Challenge {
    /// Why `viewer` may not change the challenge at all, or nil.
    public func revisionRefusal(for viewer: Viewer) -> Refusal? {
        if let refusal = managementRefusal(for: viewer) { return refusal }
        switch standing {
        case .draft, .published, .suspended, .resultsPublished: return nil
        case .cancelled: return .conflict(.challengeCancelled)
        case .archived: return .conflict(.challengeClosed)
        }
    }

    /// What the challenge becomes when a manager writes `content`: once public, its blueprint and those to whom it is
    /// reserved stay, as ideas were given under them.
    public func revised(to content: ChallengeContent) -> ChallengeContent {
        guard standing != .draft else { return content }
        var content = content
        content.blueprint = self.content.blueprint
        content.community = self.content.community
        return content
    }

    /// What of `content` takes back something that was announced, at `now`; nothing in a draft does.
    public func revisionProblems(to content: ChallengeContent, at now: Timestamp) -> [Problem] {
        guard standing != .draft else { return [] }
        return schedule.revisionProblems(to: content.schedule, at: now) + announcementProblems(content)
    }

    private func announcementProblems(_ content: ChallengeContent) -> [Problem] {
        var problems: [Problem] = []
        let old = self.content
        if let quota = content.voteQuota, quota < old.voteQuota ?? .max {
            problems.append(Problem(field: "voteQuota", code: .lessThanAnnounced))
        }
        if let promised = old.answerWithinDays, content.answerWithinDays ?? .max > promised {
            problems.append(Problem(field: "answerWithinDays", code: .lessThanAnnounced))
        }
        if let reward = old.reward {
            if content.reward == nil {
                problems.append(Problem(field: "rewardKind", code: .lessThanAnnounced))
            } else if let cents = reward.cents, content.reward?.cents ?? 0 < cents {
                problems.append(Problem(field: "rewardAmount", code: .lessThanAnnounced))
            }
        }
        return problems
    }
}

extension Schedule {
    /// What is wrong with moving public dates to those of `other`, at `now`. A phase that has begun keeps its opening,
    /// so that no vote is undone; one that is over keeps its close, so that published counts stay true; none closes
    /// earlier. The fields are `phase-<index>-opens` and `phase-<index>-closes`.
    public func revisionProblems(to other: Schedule, at now: Timestamp) -> [Problem] {
        var problems: [Problem] = []
        for (index, (old, new)) in zip(phases, other.phases).enumerated() {
            if old.opensAt <= now, new.opensAt != old.opensAt {
                problems.append(Problem(field: "phase-\(index)-opens", code: .alreadyBegun))
            }
            guard old.closesAt != new.closesAt else { continue }
            let closes = "phase-\(index)-closes"
            if old.isOver(at: now) {
                problems.append(Problem(field: closes, code: .alreadyOver))
            } else if old.closesBefore(new) == false {
                problems.append(Problem(field: closes, code: .earlierThanAnnounced))
            }
        }
        let isShorter = [Phase.Rights.submit, .vote].contains { right in
            guard let old = window(of: right) else { return false }
            guard let new = other.window(of: right) else { return true }
            return new.closesAt ?? .endOfTime < old.closesAt ?? .endOfTime
        }
        if isShorter, problems.isEmpty {
            problems.append(Problem(field: "phase-0-closes", code: .earlierThanAnnounced))
        }
        return problems
    }
}

extension Phase {
    fileprivate func closesBefore(_ other: Phase) -> Bool {
        closesAt ?? .endOfTime < other.closesAt ?? .endOfTime
    }
}

extension Timestamp {
    fileprivate static let endOfTime = Timestamp(seconds: .max)
}
