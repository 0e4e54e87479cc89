import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Rewards: the public list, and proposing one.
    static let rewardRoutes: [Route<Action>] =
        [
            Route(.get, "/rewards", listRewards),
            Route(.get, "/desk/ideas/:idea/reward", showGrant),
            Route(.post, "/desk/ideas/:idea/reward", bodyLimit: 8_192, proposeReward),
        ] + rewardDeskRoutes + ownRewardRoutes

    @Sendable private static func listRewards(_ visit: Visit) async throws -> Response {
        let page = visit.pageNumber
        let seen = try await visit.look { try $0.rewards(page: page) }
        return visit.show(RewardsPage(seen, for: visit), to: seen)
    }

    @Sendable private static func showGrant(_ visit: Visit) async throws -> Response {
        try await showGrant(visit, typed: nil, problems: [])
    }

    @Sendable private static func proposeReward(_ visit: Visit) async throws -> Response {
        let id: IdeaID = try visit.identifier("idea")
        let member = try await visit.official()
        let typed = TypedReward(try visit.form())
        do {
            let rewards = try await visit.app.store.proposeReward(
                try typed.offer(), for: id, by: member, at: visit.now)
            return visit.redirect(
                to: rewards.first.map(visit.address.reward) ?? visit.address.rewardRegister,
                saying: .rewardProposed)
        } catch Refusal.invalid(let problems) {
            return try await showGrant(visit, typed: typed, problems: problems)
        }
    }

    private static func showGrant(_ visit: Visit, typed: TypedReward?, problems: [Problem]) async throws
        -> Response
    {
        let id: IdeaID = try visit.identifier("idea")
        let seen = try await visit.look { try $0.rewardToGrant(for: id) }
        let present = visit.address.grant(id, seen.value.idea.content.title)
        if typed == nil, let moved = visit.redirectIfMoved(to: present) { return moved }
        let page = GrantPage(
            seen.value, typed: typed ?? TypedReward(seen.value.proposal, wording: visit.wording),
            problems: problems, for: visit)
        return visit.show(
            page, to: seen, in: .desk, status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

/// What somebody typed to propose a reward.
struct TypedReward: Sendable {
    let kind: String
    let amount: String
    let nature: String
    let points: String

    init(_ offer: RewardOffer, wording: Wording) {
        kind = offer.kind.rawValue
        amount = offer.cents.map { wording.inputValue(cents: $0) } ?? ""
        nature = offer.nature
        points = offer.points.map(String.init) ?? ""
    }

    init(_ form: Form) {
        kind = form["rewardKind"] ?? ""
        amount = form["rewardAmount"] ?? ""
        nature = form["rewardNature"] ?? ""
        points = form["rewardPoints"] ?? ""
    }

    /// The reward. Throws `Refusal.invalid` with all that is to be mended if it is none.
    func offer() throws(Refusal) -> RewardOffer {
        var problems: [Problem] = []
        let kind = Reward.Kind(rawValue: kind)
        if kind == nil { problems.append(Problem(field: "rewardKind", code: .unknownChoice)) }
        let cents = TypedNumber.cents(amount)
        if cents == nil, !amount.trimmed.isEmpty {
            problems.append(Problem(field: "rewardAmount", code: .notANumber))
        }
        let isPoints = kind == .points
        let number = TypedNumber.count(points).map(Int64.init)
        if isPoints, number == nil, !points.trimmed.isEmpty {
            problems.append(Problem(field: "rewardPoints", code: .notANumber))
        }
        let offer = RewardOffer(
            kind: kind ?? .prize, cents: cents, nature: nature, points: isPoints ? number : nil)
        guard problems.isEmpty else { throw .invalid(problems + offer.problems) }
        return offer
    }
}

extension Address {
    /// The register of rewards, for those who keep it.
    var rewardRegister: String { "\(desk)/rewards" }
    func reward(_ id: RewardID) -> String { "\(rewardRegister)/\(id)" }
    func rewards(of id: ChallengeID, _ title: String) -> String {
        "\(desk)/challenges/\(Self.readable(id, title))/rewards"
    }
    func yearlySums(_ year: Int) -> String { "\(rewardRegister).csv?year=\(year)" }

    /// One's own rewards.
    var ownRewards: String { "\(account)/rewards" }
    func claim(_ id: RewardID) -> String { "\(ownRewards)/\(id)/claim" }
    func statement(_ year: Int) -> String { "\(account)/statements/\(year)" }
}
