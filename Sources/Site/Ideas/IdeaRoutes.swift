import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Ideas: each one's page, writing, changing and withdrawing it.
    static let ideaRoutes: [Route<Action>] = [
        Route(.get, "/ideas/:idea", showIdea),
        Route(.get, "/challenges/:challenge/ideas/new", showNewIdea),
        Route(
            .post, "/challenges/:challenge/ideas/new", bodyLimit: filesLimit, surplus: filesSurplus,
            submitIdea),
        Route(.get, "/ideas/:idea/edit", showIdeaEdit),
        Route(.post, "/ideas/:idea/edit", bodyLimit: filesLimit, surplus: filesSurplus, editIdea),
        Route(.get, "/ideas/:idea/receipt", showReceipt),
        Route(.get, "/ideas/:idea/withdraw", showWithdrawal),
        Route(.post, "/ideas/:idea/withdraw", withdrawIdea),
    ]

    @Sendable private static func showIdea(_ visit: Visit) async throws -> Response {
        try await visit.showIdea(try visit.identifier("idea"))
    }

    @Sendable private static func showReceipt(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let seen = try await visit.look { look in
            let detail = try look.ideaDetail(id)
            guard detail.idea.isAuthor(look.viewer), detail.idea.number != nil else { throw Refusal.notFound }
            return (
                detail: detail, accepted: try look.regulationAcceptance(in: detail.challenge.challenge.id)
            )
        }
        let detail = seen.value.detail
        let (idea, challenge) = (detail.idea, detail.challenge.challenge)
        if let moved = visit.redirectIfMoved(to: visit.address.receipt(idea)) { return moved }
        return visit.show(
            IdeaReceiptPage(
                idea, in: challenge, sealing: detail.sealing, accepted: seen.value.accepted,
                viewer: seen.viewer, for: visit), to: seen,
            in: .challenges)
    }

    @Sendable private static func showWithdrawal(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let seen = try await visit.look { look in
            let (idea, challenge) = try look.ideaInChallenge(id)
            if let refusal = idea.withdrawalRefusal(for: look.viewer, in: challenge) { throw refusal }
            return (idea, challenge)
        }
        let (idea, challenge) = seen.value
        if let moved = visit.redirectIfMoved(to: visit.address.withdraw(idea)) { return moved }
        return visit.show(IdeaWithdrawPage(idea, in: challenge, for: visit), to: seen, in: .challenges)
    }

    @Sendable private static func withdrawIdea(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.writer()
        let (idea, challenge) = try await visit.look { try $0.ideaInChallenge(id) }.value
        try await visit.app.store.withdrawIdea(id, by: member, at: visit.now)
        return visit.redirect(
            to: visit.address.challenge(challenge.id, challenge.title),
            saying: idea.visibility == .draft ? .draftErased : .ideaWithdrawn)
    }
}

extension Visit {
    /// An idea's own page.
    func showIdea(_ id: IdeaID) async throws -> Response {
        try await showAlike { look in
            Standing(
                isAlone: try look.isInvolved(in: id), ballot: try look.ballotPaper(on: id),
                isFollowing: try look.isFollowing(.idea(id)))
        } read: { look, standing in
            let reading = try IdeaReading(
                id, ballot: standing.ballot, isFollowing: standing.isFollowing, in: look)
            if reading.detail.idea.visibility == .public {
                lay([id], of: reading.detail.challenge.challenge)
            }
            return reading
        } page: { seen in
            let idea = seen.value.detail.idea
            let challenge = seen.value.detail.challenge.challenge
            if idea.submissionRefusal(for: seen.viewer, in: challenge, at: now) == nil {
                // A draft that can still be submitted is read where it is written.
                return .other(.redirect(to: address.newIdea(in: challenge), .found))
            }
            if let moved = redirectIfMoved(to: address.page(of: idea)) { return .other(moved) }
            return printIdea(seen)
        } shown: { viewer in
            if session != nil { noteShowing(to: viewer) }
        }
    }

    /// An idea's own page with a comment on it that was refused.
    func showIdea(_ id: IdeaID, typed: TypedComment) async throws -> Response {
        let seen = try await look {
            try IdeaReading(
                id, ballot: $0.ballotPaper(on: id), isFollowing: $0.isFollowing(.idea(id)), in: $0)
        }
        return answer(printIdea(seen, typed: typed, status: .unprocessableContent), to: seen.profile)
    }

    private func printIdea(
        _ seen: Seen<IdeaReading>, typed: TypedComment? = nil, status: HTTPResponse.Status = .ok
    ) -> Impression {
        let idea = seen.value.detail.idea
        let isForEverybody =
            idea.visibility == .public && seen.value.detail.challenge.challenge.isVisible(to: .visitor)
        let feeds = isForEverybody ? FeedAddress.idea(self, idea) : nil
        return impression(
            of: IdeaPage(seen, typed: typed, feeds: feeds, for: self), for: seen, in: .challenges,
            feeds: feeds?.links(self) ?? [], status: status)
    }
}

/// All that an idea's page reads.
struct IdeaReading: Sendable {
    let detail: IdeaDetail
    /// The viewer's supports in the challenge.
    let ballot: BallotPaper
    /// The decision that is kept secret, for those who may decide.
    let prepared: (code: Decision.Code, reason: String)?
    let mayDecide: Bool
    let isFollowing: Bool
    /// Whether there is a deed about it that the viewer may read.
    let hasDeed: Bool
    /// The measures that follow from the idea, and since when the insurer goes on with it.
    let measures: [MeasureStory]
    let keptSince: Timestamp?
    /// What those who want it show beside their pseudonym; among few, where people have others, nobody does.
    let badges: [MemberID: [Badge]]

    /// Throws `Refusal.notFound` unless the viewer may see the idea.
    init(_ id: IdeaID, ballot: BallotPaper, isFollowing: Bool = false, in look: Look) throws {
        detail = try look.ideaDetail(id)
        self.ballot = ballot
        self.isFollowing = isFollowing
        mayDecide = detail.idea.decisionRefusal(for: look.viewer, in: detail.challenge.challenge) == nil
        let speakers = [detail.idea.author?.id] + detail.comments.map(\.author?.id)
        let isOpen = detail.challenge.challenge.content.audience == .everybody
        let isBlind = detail.idea.hidesAuthor(from: look.viewer)
        badges = isOpen && !isBlind ? try look.shownBadges(of: Set(speakers.compactMap(\.self))) : [:]
        hasDeed = try look.hasDeed(about: detail.idea, in: detail.challenge.challenge)
        measures = try look.measures(of: detail.idea)
        keptSince = measures.isEmpty ? nil : try look.keptSince(id)
        prepared = mayDecide ? try look.preparedDecision(on: id) : nil
    }
}

/// Asks an author whether they mean it.
struct IdeaWithdrawPage: Page {
    static let template = "ideas/withdraw"

    let withdraw: String
    let lead: String
    let title: String
    let href: String
    let action: String
    let isDraft: Bool

    static let fields: [Field<Self>] = [
        Field("withdraw") { $0.withdraw }, Field("lead") { $0.lead }, Field("title") { $0.title },
        Field("href") { $0.href }, Field("action") { $0.action },
        Field("isDraft") { $0.isDraft },
    ]

    init(_ idea: Idea, in challenge: Challenge, for visit: Visit) {
        isDraft = idea.visibility == .draft
        withdraw = visit.wording.ideaWord("withdraw", in: challenge)
        lead = visit.wording.ideaWord("withdraw.lead", in: challenge)
        title =
            idea.content.title.isEmpty ? visit.wording.text("ideas.visibility.draft") : idea.content.title
        href = visit.address.page(of: idea)
        action = visit.address.withdraw(idea)
    }
}
