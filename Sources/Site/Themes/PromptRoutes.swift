import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// The open questions of themes, and what people say under them.
    static let promptRoutes: [Route<Action>] = [
        Route(.get, "/themes/:theme/prompts/:prompt") {
            try await $0.showPrompt(try $0.identifier("prompt"))
        },
        Route(.post, "/themes/:theme/prompts/:prompt/comments", bodyLimit: 96 * 1_024, contribute),
        Route(.get, "/themes/:theme/prompts/:prompt/comments", showContributions),
    ]

    @Sendable private static func contribute(_ visit: Visit) async throws -> Response {
        let id: PromptID = try visit.identifier("prompt")
        let member = try await visit.writer()
        let typed = TypedComment(try visit.form())
        let comment: CommentID
        do {
            comment = try await visit.app.store.contribute(
                try visit.admit(try typed.content, answer: typed.answer), under: id, by: member, at: visit.now
            )
        } catch Refusal.invalid(let problems) {
            return try await visit.showPrompt(id, typed: typed.refused(for: problems))
        }
        let detail = try await visit.look { try $0.promptDetail(id) }.value
        let page = visit.address.prompt(id, detail.prompt.text, of: detail.theme)
        return visit.redirect(to: "\(page)#comment-\(comment)", saying: .commentAdded)
    }

    /// Forms post here; whoever reloads what they answered finds the contributions again.
    @Sendable private static func showContributions(_ visit: Visit) async throws -> Response {
        let id: PromptID = try visit.identifier("prompt")
        let detail = try await visit.look { try $0.promptDetail(id) }.value
        return .redirect(
            to: visit.address.prompt(id, detail.prompt.text, of: detail.theme) + "#comments", .found)
    }
}

extension Visit {
    fileprivate func showPrompt(_ id: PromptID, typed: TypedComment? = nil) async throws -> Response {
        let seen = try await look { try $0.promptDetail(id) }
        let (prompt, theme) = (seen.value.prompt, seen.value.theme)
        if typed == nil, let moved = redirectIfMoved(to: address.prompt(id, prompt.text, of: theme)) {
            return moved
        }
        return show(
            PromptPage(seen, typed: typed, for: self), to: seen, in: .themes,
            feeds: FeedAddress.theme(self, theme).links(self),
            status: typed == nil ? .ok : .unprocessableContent)
    }
}

/// An open question of a theme, with what people say under it.
struct PromptPage: Page {
    static let template = "themes/prompt"

    let title: String
    let theme: String
    let themeHref: String
    let closed: String?
    let feeds: FeedAddress
    let count: Int
    let comments: [CommentView]
    let form: CommentForm?
    let problems: ProblemSummary?
    let whyNot: String?
    let signInHref: String?

    static let fields: [Field<Self>] = [
        Field("title") { $0.title }, Field("theme") { $0.theme }, Field("themeHref") { $0.themeHref },
        Field("closed") { $0.closed }, Field("rssHref") { $0.feeds.rss }, Field("atomHref") { $0.feeds.atom },
        Field("count") { $0.count }, Field("comments") { $0.comments },
        Field("hasComments") { !$0.comments.isEmpty }, Field("form") { $0.form },
        Field("problems") { $0.problems }, Field("whyNot") { $0.whyNot },
        Field("signInHref") { $0.signInHref },
    ]

    init(_ seen: Seen<PromptDetail>, typed: TypedComment?, for visit: Visit) {
        let detail = seen.value
        let prompt = detail.prompt
        title = prompt.text
        theme = detail.theme.title(in: visit.language)
        themeHref = visit.address.theme(detail.theme)
        closed = prompt.closedAt.map {
            visit.wording.text("themes.prompt.closed", ["date": .text(visit.wording.date($0))])
        }
        feeds = FeedAddress.theme(visit, detail.theme)
        count = prompt.contributionCount
        let conversation = Conversation(
            subject: .prompt(prompt, of: detail.theme), viewer: seen.viewer, typed: typed,
            reviews: detail.reviews, redactions: detail.redactions)
        comments = conversation.views(of: detail.comments, for: visit)
        form = conversation.form(for: visit)
        problems = conversation.problemSummary(for: visit)
        whyNot = prompt.closedAt == nil ? conversation.whyNot(for: visit) : nil
        signInHref =
            conversation.needsSignIn(at: visit.now)
            ? visit.signInAddress(
                returningTo: visit.address.prompt(prompt.id, prompt.text, of: detail.theme) + "#comments")
            : nil
    }
}

/// A prompt in the list of its theme.
struct PromptView: TemplateData {
    let text: String
    let href: String
    let count: Int
    let latest: LatestView?

    static let fields: [Field<Self>] = [
        Field("text") { $0.text }, Field("href") { $0.href }, Field("count") { $0.count },
        Field("latest") { $0.latest },
    ]

    /// What was said last.
    struct LatestView: TemplateData {
        let author: String
        let excerpt: String
        let when: Moment

        static let fields: [Field<Self>] = [
            Field("author") { $0.author }, Field("excerpt") { $0.excerpt }, Field("when") { $0.when },
        ]
    }

    init(_ summary: PromptSummary, of theme: Theme, for visit: Visit) {
        let prompt = summary.prompt
        text = prompt.text
        href = visit.address.prompt(prompt.id, prompt.text, of: theme)
        count = prompt.contributionCount
        latest = summary.latest.map {
            LatestView(
                author: visit.wording.name(of: $0.author), excerpt: Markdown.summary($0.text, limit: 160),
                when: visit.wording.moment($0.writtenAt))
        }
    }
}
