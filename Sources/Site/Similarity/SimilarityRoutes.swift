import Domain
import HTTP
import HTTPTypes
import Storage

extension App {
    /// What resembles an idea that is being written.
    static let similarityRoutes: [Route<Action>] = [
        Route(.get, "/challenges/:challenge/ideas/similar", showSimilar)
    ]

    @Sendable private static func showSimilar(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let title = visit.request.query["title"] ?? ""
        let seen = try await visit.look { look in
            let challenge = try look.challenge(id)
            if let refusal = challenge.submissionRefusal(for: look.viewer, at: look.now) { throw refusal }
            return try SimilarReading(title, in: challenge, look)
        }
        return visit.show(SimilarPage(seen, for: visit), to: seen, in: .challenges)
    }
}

extension Visit {
    /// The step before an idea is sent: what somebody else wrote that is probably the same. Nil if there is nothing
    /// of the kind. All that was typed is kept as a draft, and stands in the page to be sent all the same.
    func stepBeforeSubmission(
        _ content: IdeaContent, entries: [Entry], answer: Guard.Answer?, in id: ChallengeID,
        by member: MemberID
    ) async throws -> Response? {
        guard content.problems.isEmpty else { return nil }
        let seen = try await look { look in
            let challenge = try look.challenge(id)
            if let refusal = challenge.submissionRefusal(for: look.viewer, at: look.now) { throw refusal }
            return try SimilarReading(content.title, in: challenge, look)
        }
        guard seen.value.ideas.contains(where: \.similarity.isVerySimilar) else { return nil }
        _ = try await app.store.saveDraft(content, entries: entries, in: id, by: member, at: now)
        return show(
            SimilarPage(seen, typed: content, entries: entries, answer: answer, for: self), to: seen,
            in: .challenges)
    }
}

/// All that the page of similar ideas reads.
struct SimilarReading: Sendable {
    let challenge: Challenge
    let ideas: [SimilarIdea]
    /// The viewer's supports in the challenge.
    let supportsGiven: Int

    init(_ title: String, in challenge: Challenge, _ look: Look) throws {
        self.challenge = challenge
        ideas = try look.similarIdeas(to: title, in: challenge)
        supportsGiven = try look.supportsGiven(in: challenge.id)
    }
}
