import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Communities: that they exist is public, what happens in them is theirs.
    static let communityRoutes: [Route<Action>] = [
        Route(.get, "/communities", listCommunities),
        Route(.get, "/communities/:community", showCommunity),
        Route(.get, "/communities/:community/join", leadToCommunity),
        Route(.post, "/communities/:community/join", bodyLimit: 8_192, join),
        Route(.get, "/communities/:community/leave", leadToCommunity),
        Route(.post, "/communities/:community/leave", bodyLimit: 1_024, leave),
    ]

    @Sendable private static func listCommunities(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { try $0.communities() }
        let page = CommunitiesPage(
            communities: seen.value.map {
                CommunityRow($0, isMine: seen.viewer.communities.contains($0.id), for: visit)
            })
        return visit.show(page, to: seen, in: .communities)
    }

    @Sendable private static func showCommunity(_ visit: Visit) async throws -> Response {
        let seen = try await visit.lookAtCommunity()
        return visit.show(CommunityPage(seen, for: visit), to: seen, in: .communities)
    }

    /// The forms to join and to leave stand on the community's page.
    @Sendable private static func leadToCommunity(_ visit: Visit) async throws -> Response {
        let slug = visit.parameters?["community"] ?? ""
        let seen = try await visit.look { try $0.community(slug: slug) }
        return visit.redirect(to: visit.address.community(seen.value))
    }

    @Sendable private static func join(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let form = try visit.form()
        let seen = try await visit.lookAtCommunity()
        let community = seen.value.community
        let typed = (code: form["code"] ?? "", pseudonym: form["pseudonym"] ?? "")
        do {
            // A code is short: nobody may try many.
            try visit.app.limits.joining.take(member.description, at: visit.now)
            try await visit.app.store.join(
                community.id, code: typed.code, as: typed.pseudonym, member: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            let page = CommunityPage(seen, typed: typed, problems: problems, for: visit)
            return visit.show(page, to: seen, in: .communities, status: .unprocessableContent)
        }
        return visit.redirect(to: visit.address.community(community), saying: .communityJoined)
    }

    @Sendable private static func leave(_ visit: Visit) async throws -> Response {
        let member = try await visit.writer()
        let slug = visit.parameters?["community"] ?? ""
        let seen = try await visit.look { try $0.community(slug: slug) }
        try await visit.app.store.leave(seen.value.id, member: member, at: visit.now)
        return visit.redirect(to: visit.address.community(seen.value), saying: .communityLeft)
    }
}

extension Visit {
    /// Reads the community of the path, with what happens in it for those who may know.
    fileprivate func lookAtCommunity() async throws -> Seen<CommunityReading> {
        let slug = parameters?["community"] ?? ""
        return try await look { try CommunityReading(slug, $0) }
    }
}

/// What the page of a community reads.
struct CommunityReading: Sendable {
    let community: Community
    let own: OwnMembership?
    let mayLeave: Bool
    /// Nil unless the viewer may know what happens in it.
    let inside: Inside?
    /// Whether it has a fund that the viewer may see.
    let hasFund: Bool

    struct Inside: Sendable {
        let members: [Membership]
        let challenges: [ChallengeSummary]
        let measures: [MeasureStory]
        /// The newest three.
        let practices: [Practice]
    }

    init(_ slug: String, _ look: Look) throws {
        community = try look.community(slug: slug)
        own = try look.ownMembership(in: community)
        mayLeave = try own != nil && look.ownAccount().account.changeRefusal == nil
        hasFund = try look.viewer.seesFund(of: community.id) && look.fund(of: community.id) != nil
        inside =
            look.seesMembers(of: community)
            ? Inside(
                members: try look.memberships(of: community),
                challenges: try look.challenges(ChallengeFilter(community: community.id)).items,
                measures: try look.measures(adoptedBy: community.id),
                practices: try look.practices(of: community.id, size: 3).items)
            : nil
    }
}
