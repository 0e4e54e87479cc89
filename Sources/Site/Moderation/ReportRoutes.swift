import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What members do about posts: report others', ask for a second look at their own, take a comment back.
    static let reportRoutes: [Route<Action>] = [
        Route(.get, "/posts/:post/report", showReport),
        Route(.post, "/posts/:post/report", bodyLimit: 32 * 1_024, report),
        Route(.get, "/posts/:post/appeal", showAppeal),
        Route(.post, "/posts/:post/appeal", bodyLimit: 32 * 1_024, appeal),
        Route(.get, "/posts/:post/withdraw", showWithdrawal),
        Route(.post, "/posts/:post/withdraw", withdraw),
    ]

    // MARK: Reports

    @Sendable private static func showReport(_ visit: Visit) async throws -> Response {
        try await visit.showReport(reason: "", words: "", problems: [])
    }

    @Sendable private static func report(_ visit: Visit) async throws -> Response {
        let id = try visit.postID()
        let member = try await visit.writer()
        let post = try await visit.look { look in
            let post = try look.post(id)
            try heed(post.reportRefusal(for: look.viewer))
            return post
        }.value
        let form = try visit.form()
        let words = form["words"] ?? ""
        do {
            guard let reason = form["reason"].flatMap(ModerationReason.init) else {
                throw Refusal.invalid("reason", .missing)
            }
            try await visit.app.store.report(id, for: reason, words: words, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await visit.showReport(reason: form["reason"] ?? "", words: words, problems: problems)
        }
        // What was reported may be hidden by now: its page may not be there any more.
        return visit.redirect(
            to: visit.address.around(post.subject), saying: .postReported)
    }

    // MARK: A second look

    @Sendable private static func showAppeal(_ visit: Visit) async throws -> Response {
        try await visit.showAppeal(words: "", problems: [])
    }

    @Sendable private static func appeal(_ visit: Visit) async throws -> Response {
        let id = try visit.postID()
        let member = try await visit.writer()
        let post = try await visit.look { try $0.post(id) }.value
        let words = try visit.form()["words"] ?? ""
        do {
            try await visit.app.store.appeal(id, words: words, by: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await visit.showAppeal(words: words, problems: problems)
        }
        return visit.redirect(to: visit.address.post(post), saying: .appealed)
    }

    // MARK: Taking a comment back

    @Sendable private static func showWithdrawal(_ visit: Visit) async throws -> Response {
        guard case .comment = try visit.postID() else { throw Refusal.notFound }
        let id = try visit.postID()
        let seen = try await visit.look { look in
            let post = try look.post(id)
            try heed(post.withdrawalRefusal(for: look.viewer))
            return post
        }
        return visit.show(CommentWithdrawalPage(seen.value, for: visit), to: seen, in: .challenges)
    }

    @Sendable private static func withdraw(_ visit: Visit) async throws -> Response {
        guard case .comment(let comment) = try visit.postID() else { throw Refusal.notFound }
        let member = try await visit.writer()
        let post = try await visit.look { try $0.post(.comment(comment)) }.value
        try await visit.app.store.withdrawComment(comment, by: member, at: visit.now)
        return visit.redirect(
            to: visit.address.page(of: post.subject) + "#comments", saying: .commentWithdrawn)
    }
}

extension Visit {
    fileprivate func showReport(reason: String, words: String, problems: [Problem]) async throws -> Response {
        let id = try postID()
        let seen = try await look { look in
            let post = try look.post(id)
            return (post: post, refusal: post.reportRefusal(for: look.viewer))
        }
        if seen.value.refusal == .signInRequired { return askToSignIn(returningTo: request.path) }
        try heed(seen.value.refusal)
        let page = ReportPage(seen.value.post, reason: reason, words: words, problems: problems, for: self)
        return show(
            page, to: seen, in: .challenges, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    fileprivate func showAppeal(words: String, problems: [Problem]) async throws -> Response {
        let id = try postID()
        let seen = try await look { look in
            let post = try look.post(id)
            try heed(post.appealRefusal(for: look.viewer))
            return post
        }
        let page = AppealPage(seen.value, words: words, problems: problems, for: self)
        return show(
            page, to: seen, in: .challenges, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}
