import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// The insurer's draft: what people say about it, and its versions.
    static let draftRoutes: [Route<Action>] = [
        Route(.get, "/challenges/:challenge/versions/:version", showVersion),
        Route(.get, "/challenges/:challenge/versions/new", openVersionForm),
        Route(.post, "/challenges/:challenge/versions/new", bodyLimit: 256 * 1_024, publishVersion),
        Route(.post, "/challenges/:challenge/concern", answerConcern),
        Route(.get, "/challenges/:challenge/concern", showDraft),
        Route(.post, "/challenges/:challenge/paragraphs/:paragraph", bodyLimit: 48 * 1_024, react),
        Route(.get, "/challenges/:challenge/paragraphs/:paragraph", showDraft),
    ]

    @Sendable private static func showVersion(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let number: Identifier<DraftVersion> = try visit.identifier("version")
        let seen = try await visit.look { try DraftReading(id, version: Int(number.rawValue), in: $0) }
        let challenge = seen.value.challenge
        if let moved = visit.redirectIfMoved(
            to: visit.address.draft(of: challenge, version: Int(number.rawValue)))
        {
            return moved
        }
        return visit.show(DraftVersionPage(seen, for: visit), to: seen, in: .challenges)
    }

    @Sendable private static func openVersionForm(_ visit: Visit) async throws -> Response {
        try await showForm(visit, typed: nil, problems: [])
    }

    /// Publishes the version, or only shows what it would change: the button that was pressed says which.
    @Sendable private static func publishVersion(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        let typed = TypedDraft(try visit.form())
        guard typed.isToPublish else { return try await showForm(visit, typed: typed, problems: []) }
        do {
            let number = try await visit.app.store.publishDraft(
                typed.revision, of: id, by: member, at: visit.now)
            let challenge = try await visit.look { try $0.challenge(id) }.value
            return visit.redirect(
                to: visit.address.draft(of: challenge, version: number), saying: .versionPublished)
        } catch Refusal.invalid(let problems) {
            return try await showForm(visit, typed: typed, problems: problems)
        }
    }

    private static func showForm(_ visit: Visit, typed: TypedDraft?, problems: [Problem]) async throws
        -> Response
    {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { try $0.draftToRevise(id) }
        let present = visit.address.newVersion(of: seen.value.challenge)
        if typed == nil, let moved = visit.redirectIfMoved(to: present) { return moved }
        return visit.show(
            DraftFormPage(seen, typed: typed, problems: problems, for: visit), to: seen, in: .challenges,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private static func answerConcern(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        guard let concern = try visit.form()["concern"].flatMap(Concern.init) else {
            return try await visit.showChallenge(id, typed: TypedReaction(unanswered: ()))
        }
        try await visit.app.store.answer(concern, in: id, by: member, at: visit.now)
        let challenge = try await visit.look { try $0.challenge(id) }.value
        return visit.redirect(to: visit.address.draft(of: challenge), saying: .concernSaved)
    }

    @Sendable private static func react(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let paragraph: DraftParagraphID = try visit.identifier("paragraph")
        let member = try await visit.writer()
        let typed = TypedReaction(try visit.form(), on: paragraph)
        let notice: Notice
        do {
            if typed.isTakenBack {
                try await visit.app.store.takeReactionBack(on: paragraph, in: id, by: member, at: visit.now)
                notice = .reactionTakenBack
            } else {
                try await visit.app.store.react(
                    try visit.admit(try typed.content, answer: typed.answer), on: paragraph, in: id,
                    by: member, at: visit.now)
                notice = .reactionSaved
            }
        } catch Refusal.invalid(let problems) {
            return try await visit.showChallenge(id, typed: typed.refused(for: problems))
        }
        let challenge = try await visit.look { try $0.challenge(id) }.value
        return visit.redirect(
            to: visit.address.challenge(id, challenge.title) + "#paragraph-\(paragraph)", saying: notice)
    }

    /// Forms post here; whoever reloads what they sent finds the draft again.
    @Sendable private static func showDraft(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        return .redirect(to: "\(visit.address.challenges)/\(id)#draft", .found)
    }
}

extension Address {
    /// Where the draft of a challenge is read.
    func draft(of challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))#draft"
    }

    /// One version of it, with what it changed.
    func draft(of challenge: Challenge, version: Int) -> String {
        "\(self.challenge(challenge.id, challenge.title))/versions/\(version)"
    }

    /// Where the next one is written.
    func newVersion(of challenge: Challenge) -> String {
        "\(self.challenge(challenge.id, challenge.title))/versions/new"
    }
}

extension Visit {
    /// The reaction as its author may send it.
    func admit(_ content: DraftReactionContent, answer: Guard.Answer?) throws(Refusal) -> DraftReactionContent
    {
        guard content.problems.isEmpty else { return content }
        let comment = try app.settings.textGuard.admit(
            content.comment, as: DraftReactionContent.commentRule.field, answer: answer)
        return DraftReactionContent(kind: content.kind, comment: comment)
    }
}
