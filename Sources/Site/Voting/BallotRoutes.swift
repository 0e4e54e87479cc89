import Domain
import HTTP
import HTTPTypes
import Storage

extension App {
    /// Ballots that are filled on a page of their own, and idea by idea.
    static let ballotRoutes: [Route<Action>] = [
        Route(.get, "/challenges/:challenge/ballot", openBallot),
        Route(.post, "/challenges/:challenge/ballot", fillBallot),
        Route(.get, "/ideas/:idea/mark", showMark),
        Route(.post, "/ideas/:idea/mark", markIdea),
    ]

    @Sendable private static func openBallot(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let page = visit.pageNumber
        let wanted = visit.wantedPair
        let seen = try await visit.look { look -> OpenedBallot in
            let challenge = try look.challenge(id)
            return challenge.content.way == .pairwise
                ? .pair(try look.duel(in: id, wanted: wanted)) : .marks(try look.ballot(in: id, page: page))
        }
        switch seen.value {
        case .marks(let reading):
            if let moved = visit.redirectIfMoved(to: visit.address.ballot(reading.challenge)) { return moved }
            visit.noteShowing(reading.items.items.map(\.idea), of: reading.challenge, to: seen.viewer)
            return visit.show(BallotPage(seen.with(reading), for: visit), to: seen, in: .challenges)
        case .pair(let reading):
            if let moved = visit.redirectIfMoved(to: visit.address.ballot(reading.challenge)) { return moved }
            let pair = reading.pair.map { [$0.left.idea, $0.right.idea] } ?? []
            visit.noteShowing(pair, of: reading.challenge, to: seen.viewer)
            return visit.show(BallotPage(seen.with(reading), for: visit), to: seen, in: .challenges)
        }
    }

    @Sendable private static func fillBallot(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        let challenge = try await visit.look { try $0.challenge(id) }.value
        let form = try visit.form()
        let address = visit.address.ballot(challenge)
        guard challenge.content.way != .pairwise else {
            try await visit.answerDuel(form, in: id, by: member)
            return visit.redirect(to: "\(address)#pair")
        }
        let typed = TypedBallot(form)
        let page = visit.pageNumber
        do {
            try await visit.app.store.castMarks(
                try typed.meant(challenge.content.way), in: id, by: member, at: visit.now)
            let next = form["next"] == "yes" ? page + 1 : page
            return visit.redirect(
                to: next > 1 ? "\(address)?page=\(next)" : address, saying: .ballotKept)
        } catch Refusal.invalid(let problems) {
            let seen = try await visit.look { try $0.ballot(in: id, page: page) }
            return visit.show(
                BallotPage(seen, typed: typed, problems: problems, for: visit), to: seen, in: .challenges,
                status: .unprocessableContent)
        }
    }

    @Sendable private static func markIdea(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let (idea, challenge) = try await visit.look { try $0.ideaInChallenge(id) }.value
        let page = "\(visit.address.page(of: idea))#ballot-\(id)"
        let member: MemberID
        do {
            member = try await visit.writer()
        } catch Refusal.signInRequired {
            return visit.askToSignIn(returningTo: page)
        }
        let typed = TypedBallot(try visit.form())
        do {
            try await visit.app.store.castMarks(
                try typed.meant(challenge.content.way).filter { $0.key == id }, in: challenge.id, by: member,
                at: visit.now)
            return visit.redirect(to: page, saying: .ballotKept)
        } catch Refusal.invalid(let problems) {
            // What is too much for the whole ballot is mended on the ballot, where what was typed is kept.
            let seen = try await visit.look { try $0.ballot(in: challenge.id, showing: id) }
            return visit.show(
                BallotPage(seen, typed: typed, problems: problems, for: visit), to: seen, in: .challenges,
                status: .unprocessableContent)
        }
    }

    /// Buttons post here; whoever reloads what they answered finds the ballot again.
    @Sendable private static func showMark(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        return .redirect(to: "\(visit.address.root)/ideas/\(id)#ballot-\(id)", .found)
    }
}

/// A ballot as its way of deciding has it.
private enum OpenedBallot: Sendable {
    case marks(BallotReading)
    case pair(DuelReading)
}

extension Visit {
    /// The pair that the query asks for again: `pair=12-15`.
    fileprivate var wantedPair: DuelPair? {
        let parts = (request.query["pair"] ?? "").split(separator: "-").map { Int64($0) }
        guard parts.count == 2, let left = parts[0], let right = parts[1] else { return nil }
        return DuelPair(left: IdeaID(left), right: IdeaID(right))
    }

    /// Keeps what was answered to a pair. Throws `BadRequest` for what no page of ours sends.
    fileprivate func answerDuel(_ form: Form, in challenge: ChallengeID, by member: MemberID) async throws {
        func idea(_ name: String) -> IdeaID? { form[name].flatMap { Int64($0) }.map { IdeaID($0) } }
        guard let first = idea("first"), let second = idea("second"), let choice = form["choice"] else {
            // A form that was sent without its pair is told why nobody votes here, if nobody does.
            let seen = try await look { look in
                try look.challenge(challenge).ballotRefusal(for: look.viewer, at: look.now)
            }
            if let refusal = seen.value { throw refusal }
            throw BadRequest()
        }
        guard choice == "none" || Int64(choice) != nil else { throw BadRequest() }
        try await app.store.answerDuel(
            DuelPair(left: first, right: second), winner: Int64(choice).map { IdeaID($0) }, in: challenge,
            by: member, at: now)
    }
}

extension Address {
    /// Somebody's own ballot.
    func ballot(_ challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))/ballot"
    }
}
