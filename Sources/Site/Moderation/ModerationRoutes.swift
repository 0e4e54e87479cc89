import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What moderators do, and the register in which everybody reads it.
    static let moderationRoutes: [Route<Action>] =
        [
            Route(.get, "/moderation", showRegister),
            Route(.get, "/desk/moderation", showQueue),
            Route(.post, "/desk/moderation", bodyLimit: 64 * 1_024, judgeMany),
            Route(.get, "/desk/moderation/:post", showFile),
            Route(.post, "/desk/moderation/:post", bodyLimit: 64 * 1_024, judgeOne),
            Route(.get, "/desk/moderation/:post/redact", leadToFile),
            Route(.post, "/desk/moderation/:post/redact", bodyLimit: 64 * 1_024, redact),
        ] + reportRoutes

    @Sendable private static func showRegister(_ visit: Visit) async throws -> Response {
        let number = visit.pageNumber
        let seen = try await visit.look { try $0.moderationEntries(page: number) }
        return visit.show(RegisterPage(seen.value, for: visit), to: seen)
    }

    // MARK: The queue

    @Sendable private static func showQueue(_ visit: Visit) async throws -> Response {
        try await visit.showQueue(typed: nil, problems: [])
    }

    @Sendable private static func judgeMany(_ visit: Visit) async throws -> Response {
        _ = try await visit.look { try heed($0.viewer.moderationRefusal) }
        let member = try await visit.official()
        let typed = TypedVerdict(try visit.form())
        do {
            var problems: [Problem] = []
            if typed.posts.isEmpty { problems.append(Problem(field: "posts", code: .missing)) }
            let verdict = try typed.verdict(with: problems)
            _ = try await visit.app.store.judge(typed.posts, verdict, by: member, at: visit.now)
            return visit.redirect(to: visit.address.moderation, saying: typed.notice)
        } catch Refusal.invalid(let problems) {
            return try await visit.showQueue(typed: typed, problems: problems)
        }
    }

    // MARK: One post

    @Sendable private static func showFile(_ visit: Visit) async throws -> Response {
        try await visit.showFile(typed: nil, problems: [])
    }

    @Sendable private static func leadToFile(_ visit: Visit) async throws -> Response {
        visit.redirect(to: visit.address.moderation(of: try visit.postID()))
    }

    @Sendable private static func judgeOne(_ visit: Visit) async throws -> Response {
        let id = try visit.postID()
        let member = try await visit.moderator(of: id)
        let typed = TypedVerdict(try visit.form())
        do {
            _ = try await visit.app.store.judge([id], try typed.verdict(), by: member, at: visit.now)
            return visit.redirect(to: visit.address.moderation(of: id), saying: typed.notice)
        } catch Refusal.invalid(let problems) {
            return try await visit.showFile(typed: typed, problems: problems)
        }
    }

    @Sendable private static func redact(_ visit: Visit) async throws -> Response {
        let id = try visit.postID()
        let member = try await visit.moderator(of: id)
        let form = try visit.form()
        let passage = form["passage"] ?? ""
        do {
            var problems = [Redaction.passageRule.problem(in: passage)].compactMap(\.self)
            let kind = form["kind"].flatMap(Guard.Kind.init)
            if kind == nil { problems.append(Problem(field: "kind", code: .unknownChoice)) }
            guard let kind, problems.isEmpty else { throw Refusal.invalid(problems) }
            try await visit.app.store.redact(passage, as: kind, in: id, by: member, at: visit.now)
            return visit.redirect(to: visit.address.moderation(of: id), saying: .passageRedacted)
        } catch Refusal.invalid(let problems) {
            return try await visit.showFile(
                typed: nil, passage: passage, kind: form["kind"] ?? "", problems: problems)
        }
    }
}

/// Throws `refusal` if there is one.
func heed(_ refusal: Refusal?) throws(Refusal) {
    if let refusal { throw refusal }
}

extension Visit {
    /// The member who acts, if they moderate the post; others get what its file answers them.
    func moderator(of post: PostID) async throws -> MemberID {
        _ = try await look { look in try heed(try look.post(post).moderationRefusal(for: look.viewer)) }
        return try await writer()
    }

    fileprivate func showQueue(typed: TypedVerdict?, problems: [Problem]) async throws -> Response {
        let number = pageNumber
        let seen = try await look { look in
            (
                queue: try look.moderationQueue(page: number),
                count: try look.moderationCount(limit: DeskPage.countLimit)
            )
        }
        let page = QueuePage(
            seen.value.queue, count: seen.value.count, typed: typed, problems: problems, for: self)
        return show(
            page, to: seen, in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    fileprivate func showFile(
        typed: TypedVerdict?, passage: String = "", kind: String = "", problems: [Problem]
    ) async throws -> Response {
        let id = try postID()
        let seen = try await look { try $0.postFile(id) }
        let page = FilePage(
            seen, typed: typed, passage: passage, kind: kind, problems: problems, for: self)
        return show(
            page, to: seen, in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

/// A verdict as it was typed.
struct TypedVerdict: Sendable {
    let act: String
    let reason: String
    let note: String
    let posts: [PostID]

    init(_ form: Form) {
        act = form["act"] ?? ""
        reason = form["reason"] ?? ""
        note = form["note"] ?? ""
        posts = form.all("posts").compactMap(PostID.init(path:))
    }

    /// What is said once it was done.
    var notice: Notice { act == "show" ? .postShown : .postHidden }

    /// What the store takes. Throws `Refusal.invalid` with `problems` and what has to be mended here.
    func verdict(with problems: [Problem] = []) throws(Refusal) -> Verdict {
        if act == "show" {
            guard problems.isEmpty else { throw .invalid(problems) }
            return .show
        }
        guard let reason = ModerationReason(rawValue: reason) else {
            throw .invalid(
                problems + [Problem(field: "reason", code: self.reason.isEmpty ? .missing : .unknownChoice)])
        }
        let verdict = Verdict.hide(reason, note: note)
        let all = problems + verdict.problems
        guard all.isEmpty else { throw .invalid(all) }
        return verdict
    }
}
