import Domain
import HTTP
import HTTPTypes
import Storage

extension App {
    /// Giving a support and taking it back.
    static let votingRoutes: [Route<Action>] = [
        Route(.post, "/ideas/:idea/vote", castVote),
        Route(.get, "/ideas/:idea/vote", showBallot),
        Route(.post, "/ideas/:idea/vote/withdraw", withdrawVote),
        Route(.get, "/ideas/:idea/vote/withdraw", showBallot),
    ]

    @Sendable private static func castVote(_ visit: Visit) async throws -> Response {
        try await visit.vote(saying: .voteCast) { store, idea, member in
            try await store.castVote(on: idea, by: member, at: visit.now)
        }
    }

    @Sendable private static func withdrawVote(_ visit: Visit) async throws -> Response {
        try await visit.vote(saying: .voteWithdrawn) { store, idea, member in
            try await store.withdrawVote(on: idea, by: member, at: visit.now)
        }
    }

    /// Buttons post here; whoever reloads what they answered finds the ballot again.
    @Sendable private static func showBallot(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        return .redirect(to: "\(visit.address.root)/ideas/\(id)#ballot-\(id)", .found)
    }
}

extension Visit {
    /// Does what `act` does with the support of the idea in the path, and leads back to the ballot that was used:
    /// the idea's, or the one in the list of its challenge. Visitors are led there by way of signing in.
    fileprivate func vote(
        saying notice: Notice, _ act: (Store, IdeaID, MemberID) async throws -> Void
    ) async throws -> Response {
        let id: IdeaID = try identifier("idea")
        let ballot = "\(ballotPage ?? "\(address.root)/ideas/\(parameters?["idea"] ?? "\(id)")")#ballot-\(id)"
        let member: MemberID
        do {
            member = try await writer()
        } catch Refusal.signInRequired {
            return askToSignIn(returningTo: ballot)
        }
        try await act(app.store, id, member)
        return redirect(to: ballot, saying: notice)
    }

    /// The challenge's page on which the button was pressed, with its order and filters; nil for any other page.
    private var ballotPage: String? {
        guard let path = referrer else { return nil }
        let parts = path.prefix { $0 != "?" }.split(separator: "/")
        return parts.count == 3 && parts[1] == "challenges" && parts[0] == language.rawValue ? path : nil
    }
}
