import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Following themes, challenges and ideas, and stopping.
    static let followingRoutes: [Route<Action>] = [
        Route(.post, "/themes/:theme/follow") { try await setTheme($0, follows: true) },
        Route(.post, "/themes/:theme/unfollow") { try await setTheme($0, follows: false) },
        Route(.post, "/challenges/:challenge/follow") { try await setChallenge($0, follows: true) },
        Route(.post, "/challenges/:challenge/unfollow") { try await setChallenge($0, follows: false) },
        Route(.post, "/ideas/:idea/follow") { try await setIdea($0, follows: true) },
        Route(.post, "/ideas/:idea/unfollow") { try await setIdea($0, follows: false) },
        Route(.get, "/ideas/:idea/follow", leadToIdea),
        Route(.get, "/ideas/:idea/unfollow", leadToIdea),
        Route(.get, "/themes/:theme/follow", leadToTheme),
        Route(.get, "/themes/:theme/unfollow", leadToTheme),
        Route(.get, "/challenges/:challenge/follow", leadToChallenge),
        Route(.get, "/challenges/:challenge/unfollow", leadToChallenge),
    ]

    /// Whoever reloads the address of a button finds the page on which it is.
    @Sendable private static func leadToTheme(_ visit: Visit) async throws -> Response {
        .redirect(to: "\(visit.address.themes)/\(PathText.encode(visit.parameters?["theme"] ?? ""))", .found)
    }

    @Sendable private static func leadToChallenge(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        return .redirect(to: "\(visit.address.challenges)/\(id)", .found)
    }

    @Sendable private static func leadToIdea(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        return .redirect(to: "\(visit.address.root)/ideas/\(id)", .found)
    }

    /// Where one was: on the page of what one follows, or on `page`.
    private static func redirect(_ visit: Visit, to page: String, follows: Bool) throws -> Response {
        let isListed = try visit.form()["from"] == "following"
        return visit.redirect(
            to: isListed ? visit.address.following : page,
            saying: follows ? .followingBegun : .followingEnded)
    }

    private static func setIdea(_ visit: Visit, follows: Bool) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.writer()
        try await visit.app.store.setFollowing(follows, .idea(id), by: member, at: visit.now)
        return try redirect(
            visit, to: "\(visit.address.root)/ideas/\(visit.parameters?["idea"] ?? "")", follows: follows)
    }

    private static func setTheme(_ visit: Visit, follows: Bool) async throws -> Response {
        let member = try await visit.writer()
        let slug = visit.parameters?["theme"] ?? ""
        let theme = try await visit.look { try $0.theme(slug: slug) }.value
        try await visit.app.store.setFollowing(follows, .theme(theme.id), by: member, at: visit.now)
        return try redirect(visit, to: visit.address.theme(theme), follows: follows)
    }

    private static func setChallenge(_ visit: Visit, follows: Bool) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.writer()
        try await visit.app.store.setFollowing(follows, .challenge(id), by: member, at: visit.now)
        return try redirect(
            visit, to: "\(visit.address.challenges)/\(visit.parameters?["challenge"] ?? "")",
            follows: follows)
    }
}

/// The button by which one follows, or stops.
struct FollowButton: TemplateData {
    let action: String
    let isFollowing: Bool

    static let fields: [Field<Self>] = [
        Field("action") { $0.action }, Field("isFollowing") { $0.isFollowing },
    ]

    /// Nil for visitors, who have the feeds.
    init?(page: String, isFollowing: Bool, viewer: Viewer) {
        guard viewer.member != nil else { return nil }
        action = "\(page)/\(isFollowing ? "unfollow" : "follow")"
        self.isFollowing = isFollowing
    }
}
