import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Where rewards are kept: the register, the budget of each challenge, what people got in a year.
    static let rewardDeskRoutes: [Route<Action>] = [
        Route(.get, "/desk/rewards", listRegister),
        Route(.get, "/desk/rewards.csv", exportYear),
        Route(.get, "/desk/rewards/:reward", showReward),
        Route(.post, "/desk/rewards/:reward", bodyLimit: 8_192, advanceReward),
        Route(.post, "/desk/rewards/:reward/status", bodyLimit: 4_096, noteStatus),
        Route(.get, "/desk/rewards/:reward/status", leadToReward),
        Route(.get, "/desk/challenges/:challenge/rewards", showBudget),
        Route(.post, "/desk/challenges/:challenge/rewards", bodyLimit: 65_536, manageBudget),
    ]

    @Sendable private static func listRegister(_ visit: Visit) async throws -> Response {
        let state = visit.request.query["state"].flatMap(Reward.State.init)
        let page = visit.pageNumber
        let seen = try await visit.look { look in
            (
                rewards: try look.rewardRegister(in: state, page: page), budgets: try look.rewardBudgets(),
                approvals: try look.approvalCount(limit: DeskPage.countLimit)
            )
        }
        return visit.show(RewardRegisterPage(seen, for: visit), to: seen, in: .desk)
    }

    @Sendable private static func exportYear(_ visit: Visit) async throws -> Response {
        let year = visit.request.query["year"].flatMap { Int($0) } ?? visit.presentYear
        let (start, end) = try visit.bounds(of: year)
        let seen = try await visit.look { try $0.yearlySums(from: start, until: end) }
        return Response(
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store, private",
                .contentDisposition: "attachment; filename=\"rewards-\(year).csv\"",
            ], body: .bytes(YearlyTable(seen.value, for: visit).bytes))
    }

    // MARK: One reward

    @Sendable private static func showReward(_ visit: Visit) async throws -> Response {
        try await showReward(visit, note: "", problems: [])
    }

    @Sendable private static func advanceReward(_ visit: Visit) async throws -> Response {
        let id: RewardID = try visit.identifier("reward")
        let member = try await visit.official()
        let form = try visit.form()
        // The state that the button announced: pressed twice, it does not go two steps.
        guard let state = form["state"].flatMap(Reward.State.init) else { throw BadRequest() }
        let note = form["reason"] ?? form["proof"] ?? ""
        do {
            try await visit.app.store.advanceReward(
                id, by: RewardStep(to: state, note: note), member: member, at: visit.now)
        } catch Refusal.invalid(let problems) {
            return try await showReward(visit, note: note, problems: problems)
        }
        return visit.redirect(to: visit.address.reward(id), saying: .rewardAdvanced)
    }

    private static func showReward(_ visit: Visit, note: String, problems: [Problem]) async throws -> Response
    {
        let id: RewardID = try visit.identifier("reward")
        let seen = try await visit.look { try $0.reward(id) }
        return visit.show(
            RewardPage(seen, note: note, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private static func noteStatus(_ visit: Visit) async throws -> Response {
        let id: RewardID = try visit.identifier("reward")
        let member = try await visit.official()
        let form = try visit.form()
        guard let person = form["member"].flatMap({ Int64($0) }),
            let status = form["status"].flatMap(ParticipantStatus.init)
        else { throw BadRequest() }
        try await visit.app.store.noteStatus(
            status, of: MemberID(person), for: id, by: member, at: visit.now)
        return visit.redirect(to: visit.address.reward(id), saying: .statusNoted)
    }

    /// The form stands on the reward's page.
    @Sendable private static func leadToReward(_ visit: Visit) async throws -> Response {
        let id: RewardID = try visit.identifier("reward")
        _ = try await visit.look { try $0.requireRegister() }
        return visit.redirect(to: visit.address.reward(id))
    }

    // MARK: The budget of a challenge

    @Sendable private static func showBudget(_ visit: Visit) async throws -> Response {
        try await showBudget(visit, typed: nil, problems: [])
    }

    @Sendable private static func manageBudget(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        let member = try await visit.official()
        let typed = TypedBudget(try visit.form())
        let store = visit.app.store
        let seen = try await visit.look { try $0.challengeRewards(id) }
        let challenge = seen.value.challenge
        let page = visit.address.rewards(of: id, challenge.title)
        do {
            switch typed.act {
            case "plan":
                try await store.planRewards(of: id, as: try typed.plan(), by: member, at: visit.now)
                return visit.redirect(to: page, saying: .rewardsPlanned)
            case "reserve":
                try await store.reserveBudget(of: id, by: member, at: visit.now)
                let preview = "\(visit.address.challenge(id, challenge.title))/preview"
                return visit.redirect(
                    to: typed.isFromPreview ? preview : page, saying: .budgetReserved)
            case "release":
                try await store.releaseBudget(of: id, by: member, at: visit.now)
                return visit.redirect(to: page, saying: .budgetReleased)
            case "compute":
                let problems = challenge.rankProblems(typed.ranks, of: seen.value.winners.map(\.idea))
                return try await showBudget(visit, typed: typed, problems: problems)
            case "propose":
                try await store.divideReward(
                    of: id, by: typed.ranks, natures: typed.natures, by: member, at: visit.now)
                return visit.redirect(to: page, saying: .rewardProposed)
            default: throw BadRequest()
            }
        } catch Refusal.invalid(let problems) {
            return try await showBudget(visit, typed: typed, problems: problems)
        }
    }

    private static func showBudget(_ visit: Visit, typed: TypedBudget?, problems: [Problem]) async throws
        -> Response
    {
        let id: ChallengeID = try visit.identifier("challenge")
        let seen = try await visit.look { try $0.challengeRewards(id) }
        let present = visit.address.rewards(of: id, seen.value.challenge.title)
        if typed == nil, let moved = visit.redirectIfMoved(to: present) { return moved }
        return visit.show(
            BudgetPage(seen, typed: typed, problems: problems, for: visit), to: seen, in: .desk,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

/// What somebody typed about the budget of a challenge.
struct TypedBudget: Sendable {
    let act: String
    let isFromPreview: Bool
    let weights: String
    let decisionPart: String
    let claimDays: String
    let ranks: [IdeaID: Int]
    let natures: [IdeaID: String]

    init(_ form: Form) {
        act = form["act"] ?? ""
        isFromPreview = form["from"] == "preview"
        weights = form["weights"] ?? ""
        decisionPart = form["decisionPart"] ?? ""
        claimDays = form["claimDays"] ?? ""
        var ranks: [IdeaID: Int] = [:]
        var natures: [IdeaID: String] = [:]
        for field in form.fields {
            func idea(_ prefix: String) -> IdeaID? {
                guard field.name.hasPrefix(prefix) else { return nil }
                return Int64(field.name.dropFirst(prefix.count)).map { IdeaID($0) }
            }
            if let id = idea("rank-") { ranks[id] = TypedNumber.count(field.value) }
            if let id = idea("nature-") { natures[id] = field.value }
        }
        self.ranks = ranks
        self.natures = natures
    }

    init(_ plan: RewardPlan) {
        act = ""
        isFromPreview = false
        weights = plan.weights.map(String.init).joined(separator: ", ")
        decisionPart = String(plan.decisionBps / 100)
        claimDays = String(plan.claimDays)
        ranks = [:]
        natures = [:]
    }

    /// The plan. Throws `Refusal.invalid` if what was typed is none.
    func plan() throws(Refusal) -> RewardPlan {
        let typed = weights.split { ",;/ ".contains($0) }
        let numbers = typed.compactMap { TypedNumber.count(String($0)) }
        let plan = RewardPlan(
            weights: numbers.count == typed.count ? numbers.map(Int64.init) : [],
            decisionBps: Int64(TypedNumber.count(decisionPart) ?? 0) * 100,
            claimDays: TypedNumber.count(claimDays) ?? 0)
        guard plan.problems.isEmpty else { throw .invalid(plan.problems) }
        return plan
    }
}
