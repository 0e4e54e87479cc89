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

    /// What the challenge becomes when a manager writes `content`: once public, its blueprint, those to whom it is
    /// reserved and how it decides stay, as ideas were given under them. Phases written without any number are meant by their places.
    public func revised(to content: ChallengeContent) -> ChallengeContent {
        var content = content
        content.schedule = content.schedule.takingNumbers(of: schedule)
        guard standing != .draft else { return content }
        content.blueprint = self.content.blueprint
        content.audience = self.content.audience
        content.way = self.content.way
        // The first version of the draft is public: from then on there are new ones.
        content.particulars.draft = self.content.particulars.draft
        // Solutions were submitted on what was announced about their seals.
        content.particulars.opensWinners = self.content.particulars.opensWinners
        return content
    }

    /// What of `content` takes back something that was announced, at `now`; nothing in a draft does.
    public func revisionProblems(to content: ChallengeContent, at now: Timestamp) -> [Problem] {
        guard standing != .draft else { return [] }
        return schedule.revisionProblems(to: content.schedule, at: now) + announcementProblems(content)
    }

    /// Which dates change when the challenge is written anew as `content`; none in a draft, which was never announced.
    public func moves(to content: ChallengeContent) -> [PhaseMove] {
        standing == .draft ? [] : schedule.moves(to: content.schedule)
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
