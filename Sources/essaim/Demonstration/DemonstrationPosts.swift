import Domain
import Site
import Storage

/// What members and moderators do about posts in the demonstration.
extension DemonstrationSeeding {
    func play(_ scripted: ScriptedModeration, at: Timestamp) async throws {
        let post = try await post(scripted.post)
        switch scripted.act {
        case .report(let person, let reason, let words):
            try await store.report(post, for: reason, words: words, by: try member(person), at: at)
        case .judge(let verdict):
            _ = try await store.judge([post], verdict, by: try moderator(), at: at)
        case .appeal(let person, let words):
            try await store.appeal(post, words: words, by: try member(person), at: at)
        case .redact(let passage, let kind):
            try await store.redact(passage, as: kind, in: post, by: try moderator(), at: at)
        }
    }

    /// `box/carte-postale` is the idea, `box/carte-postale#1` the second comment on it.
    private func post(_ key: String) async throws -> PostID {
        if let split = key.firstIndex(of: "@") {
            let author = try member(String(key[key.index(after: split)...]))
            return .reaction(try await reaction(of: author, in: try challenge(String(key[..<split]))))
        }
        let parts = key.split(separator: "#")
        guard parts.count == 2, let place = Int(parts[1]) else { return .idea(try idea(key)) }
        guard let found = comments[String(parts[0])], found.indices.contains(place) else {
            throw ScriptFault(scene: key, reason: "no such comment")
        }
        return .comment(found[place])
    }

    /// The latest thing that somebody says of the present version of a draft.
    private func reaction(of author: MemberID, in challenge: ChallengeID) async throws -> DraftReactionID {
        let said = try await store.look(as: nil, at: now) { look in
            try look.draft(of: try look.challenge(challenge))?.comments.values.joined()
                .filter { $0.author?.id == author } ?? []
        }.value
        guard let latest = said.max(by: { $0.reactedAt < $1.reactedAt }) else {
            throw ScriptFault(scene: "\(author)", reason: "says nothing of the draft")
        }
        return latest.id
    }

    /// Passes an idea on as a complaint, which is acknowledged and answered in time.
    func passOn(_ idea: IdeaID, at: Timestamp) async throws {
        let moderator = try moderator()
        let complaint = try await store.redirectAsComplaint(
            .idea(idea), by: moderator, at: at,
            deadlines: try ComplaintDeadlines(receivedAt: at, timeZone: "Europe/Paris"))
        for (state, delay) in [(Complaint.State.acknowledged, Span.days(4)), (.answered, .days(36))]
        where at + delay < now {
            try await store.advanceComplaint(complaint, to: state, by: moderator, at: at + delay)
        }
    }

    /// Keeps a complaint that was written as one.
    func play(_ scripted: ScriptedComplaint) async throws {
        let at = scripted.at.timestamp(from: now)
        let complaint = try await store.complain(
            IdeaContent(title: scripted.title, text: scripted.text), in: try challenge(scripted.challenge),
            by: try member(scripted.by), at: at,
            deadlines: try ComplaintDeadlines(receivedAt: at, timeZone: "Europe/Paris"))
        guard let acknowledgedAt = scripted.acknowledgedAt else { return }
        try await store.advanceComplaint(
            complaint, to: .acknowledged, by: try moderator(), at: acknowledgedAt.timestamp(from: now))
    }

    func moderator() throws -> MemberID {
        try employee { $0.roles.contains { $0.role == .moderator && $0.challenge == nil } }
    }
}
