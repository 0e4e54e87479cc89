import Domain
import Storage

/// What people do in the demonstration, act by act.
extension DemonstrationSeeding {
    func halt(_ script: ScriptedChallenge, as halt: ScriptedHalt, by manager: MemberID, at: Timestamp)
        async throws
    {
        let number = try challenge(script.key)
        switch halt.kind {
        case .suspend:
            try await store.suspendChallenge(number, reason: halt.reason, by: manager, at: at)
        case .cancel: try await store.cancelChallenge(number, reason: halt.reason, by: manager, at: at)
        }
    }

    func follow(_ script: ScriptedFollowUp) async throws {
        let idea = try idea(script.idea)
        let by = try member(script.by)
        func content(_ steps: [FollowUpContent.Step]) -> FollowUpContent {
            FollowUpContent(team: script.team, milestones: steps)
        }
        let begun = try await store.follow(
            idea,
            as: content(
                script.steps.map { step in
                    FollowUpContent.Step(
                        id: nil, title: step.title,
                        plannedFor: (step.first ?? step.planned).timestamp(from: now), doneAt: nil, note: "")
                }), by: by, at: script.at.timestamp(from: now))
        try await store.follow(
            idea,
            as: content(
                zip(script.steps, begun).map { step, id in
                    FollowUpContent.Step(
                        id: id, title: step.title, plannedFor: step.planned.timestamp(from: now),
                        doneAt: step.done?.timestamp(from: now), note: step.note)
                }), by: by, at: script.updatedAt.timestamp(from: now))
    }

    /// Gives the challenge that asks questions its picture and a document.
    func illustrate(_ challenge: ChallengeID, by manager: MemberID, at: Timestamp) async throws {
        try await store.setCover(
            try DemonstrationPictures.cover(alternative: DemonstrationParticulars.coverAlternative),
            of: challenge, by: manager, at: at)
        try await store.attach(
            DemonstrationParticulars.document(), toBriefOf: challenge, by: manager, at: at)
    }

    /// What was entered with an idea, and the files that came with it.
    private func particulars(of idea: ScriptedIdea, in challenge: ChallengeID) async throws -> (
        entries: [Entry], files: [NewAttachment]
    ) {
        let asked = try await store.look(as: nil, at: now) { look in
            try look.questions(of: try look.challenge(challenge))
        }.value
        let answers = DemonstrationParticulars.answers[idea.key] ?? []
        return (
            zip(asked, answers).compactMap { question, text in
                question.id.flatMap { text.isEmpty ? nil : Entry(question: $0, text: text) }
            }, try (DemonstrationParticulars.files[idea.key] ?? []).map { NewAttachment(try $0()) }
        )
    }

    func submit(_ idea: ScriptedIdea, in challenge: ChallengeID, isAsked: Bool, at: Timestamp) async throws
        -> IdeaID
    {
        let content = IdeaContent(title: idea.title, text: idea.text)
        let author = try member(idea.author)
        guard idea.visibility != .draft else {
            return try await store.saveDraft(
                content, in: challenge, agreeing: idea.isAgreed, by: author, at: at)
        }
        let (entries, files) = isAsked ? try await particulars(of: idea, in: challenge) : ([], [])
        if !files.isEmpty {
            try await store.attach(
                files, with: content, entries: entries, toDraftIn: challenge, by: author, at: at)
        }
        try await acceptRules(of: challenge, by: try member(idea.author), at: at)
        let number = try await store.submitIdea(
            content, entries: entries, in: challenge, agreeing: idea.isAgreed, by: author, at: at)
        let isWaiting = try await store.awaitsModeration(number)
        if isWaiting, idea.visibility != .awaitingModeration {
            _ = try await store.judge(
                [.idea(number)], .show, by: try moderator(), at: min(at + .hours(2), now))
        }
        return number
    }

    func say(_ comment: ScriptedComment, on idea: IdeaID) async throws -> CommentID {
        func add(_ comment: ScriptedComment, under parent: CommentID?) async throws -> CommentID {
            try await store.addComment(
                CommentContent(
                    stance: comment.stance, text: comment.text, parent: parent,
                    isOfficial: DemonstrationWorld.staff.contains { $0.key == comment.by }),
                on: idea, by: try member(comment.by), at: comment.at.timestamp(from: now))
        }
        let first = try await add(comment, under: nil)
        for reply in comment.replies { _ = try await add(reply, under: first) }
        return first
    }

    func vote(in script: ScriptedChallenge) async throws {
        let candidates = script.ideas.filter { $0.visibility == .public && $0.supports > 0 }
        guard let window = script.voting, !candidates.isEmpty else { return }
        guard script.way == .approval else {
            try await announceCosts(of: script, before: window.lowerBound)
            return try await fillBallots(in: script, candidates, window: window)
        }
        var dealing = BallotDealing(
            among: quiet + DemonstrationWorld.people.compactMap { members[$0.key] },
            supports: candidates.map(\.supports), quota: script.voteQuota, startingAt: script.title.utf8.count
        )
        let store = store
        let now = now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for idea in candidates {
                let number = try self.idea(script.key + "/" + idea.key)
                let voters = try dealing.voters(for: idea.supports, except: try member(idea.author))
                let from = max(window.lowerBound.minutes, idea.at.minutes) + 1
                let span = max(1, window.upperBound.minutes - from - 1)
                for (place, voter) in voters.enumerated() {
                    // People come when they come: by their turn, the same few would seem to vote together.
                    let minute = from + Self.dice(script.key + idea.key, "moment", place, upTo: span)
                    group.addTask {
                        try await store.castVote(
                            on: number, by: voter, at: Moment(minutes: minute).timestamp(from: now))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    func give(_ grant: ScriptedGrant, idea: IdeaID) async throws {
        let at = grant.at.timestamp(from: now)
        let rewards = try await store.proposeReward(grant.offer, for: idea, by: try member(grant.by), at: at)
        let second = try member(grant.approver)
        for reward in rewards {
            var state = Reward.State.proposed
            while state != grant.state, let next = state.next.first {
                let step = RewardStep(to: next, note: next == .delivered ? grant.proof : "")
                try await store.advanceReward(
                    reward, by: step, member: next == .approved ? second : try member(grant.by),
                    at: at + .hours(next == .approved ? 3 : 20))
                state = next
            }
        }
    }
}
