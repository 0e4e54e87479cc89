import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// What somebody got, how they claim it, and the statement of a year.
    static let ownRewardRoutes: [Route<Action>] = [
        Route(.get, "/account/rewards", showOwnRewards),
        Route(.get, "/account/rewards/:reward/claim", leadToOwnRewards),
        Route(.post, "/account/rewards/:reward/claim", bodyLimit: 4_096, claimReward),
        Route(.get, "/account/statements/:year", showStatement),
    ]

    @Sendable private static func showOwnRewards(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { look in
            _ = try look.viewer.requireMember()
            return (rewards: try look.ownRewards(), lines: try look.ownPrizeLines())
        }
        return visit.show(
            OwnRewardsPage(seen.value.rewards, seen.value.lines, for: visit), to: seen)
    }

    /// The button stands on the page of one's rewards.
    @Sendable private static func leadToOwnRewards(_ visit: Visit) async throws -> Response {
        visit.redirect(to: visit.address.ownRewards)
    }

    @Sendable private static func claimReward(_ visit: Visit) async throws -> Response {
        let id: RewardID = try visit.identifier("reward")
        let member = try await visit.writer()
        try await visit.app.store.claimReward(id, by: member, at: visit.now)
        return visit.redirect(to: visit.address.ownRewards, saying: .rewardClaimed)
    }

    @Sendable private static func showStatement(_ visit: Visit) async throws -> Response {
        guard let year = visit.parameters?["year"].flatMap({ Int($0) }) else { throw Refusal.notFound }
        let (start, end) = try visit.bounds(of: year)
        let seen = try await visit.look { try $0.ownStatement(from: start, until: end) }
        let name = visit.wording.name(of: seen.viewer.member)
        return visit.show(StatementPage(seen.value, of: name, in: year, for: visit), to: seen)
    }
}
