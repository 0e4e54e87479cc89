import Domain
import Testing

@testable import Storage

@Suite struct RewardTests {
    private static let thousand = RewardOffer(kind: .prize, cents: 100_000, nature: "Mille euros")

    private static func part(_ cents: Int64) -> RewardOffer {
        RewardOffer(kind: .prize, cents: cents, nature: "Une part du prix")
    }

    @Test("only winners are rewarded, by reward officers and managers, as announced")
    func whoAndWhat() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let officer = try await town.official("Trésorier", .rewardOfficer)
            let juror = try await town.official("Jurée", .juror)
            let call = try await town.challenge(reward: Self.thousand)
            let bare = try await town.challenge(title: "Sans récompense")
            let idea = try await town.idea(by: ana, in: call)
            let unpaid = try await town.idea("Une autre idée", by: ana, in: bare)
            func grant(_ offer: RewardOffer, _ idea: IdeaID, by person: Citizen) async throws -> Refusal? {
                try await refusal {
                    try await town.store.proposeReward(offer, for: idea, by: person.id, at: Town.day(45))
                }
            }
            #expect(try await grant(Self.thousand, idea, by: officer) == .conflict(.notAWinner))
            try await town.decide(.winner, idea, secretly: true)
            #expect(try await grant(Self.thousand, idea, by: officer) == .conflict(.notAWinner))
            try await town.decide(.winner, idea)
            try await town.decide(.winner, unpaid)
            #expect(try await grant(Self.thousand, unpaid, by: officer) == .conflict(.noRewardAnnounced))
            #expect(try await grant(Self.thousand, idea, by: juror) == .forbidden(.staffOnly))
            #expect(try await grant(Self.thousand, idea, by: ana) == .forbidden(.staffOnly))
            #expect(
                try await grant(Self.part(100_001), idea, by: officer)
                    == .invalid("rewardAmount", .moreThanAnnounced, limit: 1_000))
            #expect(
                try await grant(Self.part(0), idea, by: officer)
                    == .invalid("rewardAmount", .outOfRange, limit: 1_000_000))
            #expect(try await town.number("SELECT count(*) FROM reward") == 0)
            let waiting = try await town.look(as: officer) { try $0.unrewardedWinners().map(\.idea) }
            #expect(waiting == [idea])
            #expect(try await grant(Self.thousand, idea, by: officer) == nil)
            #expect(try await grant(Self.part(1), idea, by: officer) == .conflict(.rewardAlreadyGranted))
            #expect(try await town.look(as: officer) { try $0.unrewardedWinners().isEmpty })
        }
    }

    @Test("concurrent grants together stay within the amount announced")
    func budget() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge(reward: Self.thousand)
            var ideas: [IdeaID] = []
            for number in 1...6 {
                let idea = try await town.idea("Idée numéro \(number)", by: ana, in: call)
                try await town.decide(.winner, idea)
                ideas.append(idea)
            }
            let refused = try await withThrowingTaskGroup(of: Refusal?.self) { group in
                for idea in ideas {
                    group.addTask {
                        try await refusal {
                            try await town.store.proposeReward(
                                Self.part(30_000), for: idea, by: town.mayor.id, at: Town.day(45))
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
            }
            #expect(
                refused
                    == Array(repeating: .invalid("rewardAmount", .moreThanAnnounced, limit: 100), count: 3))
            #expect(try await town.number("SELECT sum(cents) FROM reward") == 90_000)
        }
    }

    private static func state(of reward: RewardID, in town: Town) async throws -> Reward.State {
        try await town.look(as: town.mayor) { try $0.reward(reward).reward.state }
    }

    @Test(
        "a reward goes its way step by step: somebody else approves, the winner claims, a proof shows the delivery"
    )
    func steps() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let manager = try await town.official("Gérante", .manager)
            let officer = try await town.official("Trésorier", .rewardOfficer)
            let call = try await town.challenge(reward: Self.thousand)
            let idea = try await town.idea(by: ana, in: call)
            try await town.decide(.winner, idea)
            let reward = try await town.store.proposeReward(
                Self.part(30_000), for: idea, by: officer.id, at: Town.day(45))[0]
            func advance(_ state: Reward.State, by person: Citizen, _ note: String = "") async throws
                -> Refusal?
            {
                try await refusal {
                    try await town.store.advanceReward(
                        reward, by: RewardStep(to: state, note: note), member: person.id, at: Town.day(46))
                }
            }
            #expect(try await Self.cents(town, .prizes(of: ana.id)) == 0)
            #expect(try await Self.cents(town, .reserved(for: call)) == 100_000)
            #expect(try await town.look(as: ana) { try $0.ownRewards().isEmpty })
            #expect(try await advance(.approved, by: officer) == .forbidden(.ownRewardProposal))
            #expect(try await advance(.approved, by: manager) == .forbidden(.rewardOfficersOnly))
            #expect(try await advance(.approved, by: ana) == .notFound)
            #expect(try await advance(.delivered, by: town.mayor) == .conflict(.rewardOutOfOrder))
            #expect(try await advance(.approved, by: town.mayor) == nil)
            #expect(try await advance(.approved, by: town.mayor) == .conflict(.rewardOutOfOrder))
            #expect(try await Self.cents(town, .prizes(of: ana.id)) == 30_000)
            #expect(try await town.look(as: bob) { try $0.rewards().items.isEmpty })
            #expect(
                try await refusal {
                    try await town.store.claimReward(reward, by: ana.id, at: Town.day(46))
                } == .conflict(.rewardOutOfOrder))
            func news(_ person: Citizen) async throws -> [RewardNews] {
                try await town.look(as: person, at: Town.day(48)) { look in
                    try look.news(.decisions).page.items.compactMap { item in
                        if case .reward(let news) = item.told { news } else { nil }
                    }
                }
            }
            #expect(try await news(ana).isEmpty)
            #expect(try await advance(.notified, by: manager) == nil)
            #expect(try await news(ana).map(\.state) == [.notified])
            #expect(try await news(ana).map(\.offer.cents) == [30_000])
            #expect(try await news(bob).isEmpty)
            #expect(try await town.look(as: bob) { try $0.rewards().items.count } == 1)
            #expect(
                try await refusal { try await town.store.claimReward(reward, by: bob.id, at: Town.day(46)) }
                    == .notFound)
            try await town.store.claimReward(reward, by: ana.id, at: Town.day(47))
            #expect(try await advance(.delivered, by: officer) == .invalid("proof", .missing))
            #expect(try await advance(.delivered, by: officer, "Virement 118") == nil)
            #expect(Set(try await news(ana).map(\.state)) == [.notified, .delivered])
            #expect(try await advance(.closed, by: officer) == nil)
            #expect(try await Self.cents(town, .prizes(of: ana.id)) == 0)
            #expect(try await Self.cents(town, .delivered(in: call)) == 30_000)
            let own = try await town.look(as: ana) { try $0.ownRewards() }
            #expect(own.map(\.delivery?.proof) == ["Virement 118"])
            let year = try await town.look(as: ana) {
                try $0.ownStatement(from: Town.day(46), until: Town.day(47)).map(\.cents)
            }
            #expect(year == [30_000])
            #expect(
                try await town.look(as: ana) {
                    try $0.ownStatement(from: Town.day(47), until: Town.day(99)).isEmpty
                })
            #expect(try await town.look(as: ana) { try $0.ownPrizeLines().count } == 2)
            #expect(try await town.number("SELECT count(*) FROM reward_event") == 5)
            #expect(try await Store.verifyLedger(of: town.path).fault == nil)
        }
    }

    @Test("what is refused frees its money, and may be proposed again")
    func refused() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let officer = try await town.official("Trésorier", .rewardOfficer)
            let call = try await town.challenge(reward: Self.thousand)
            let idea = try await town.idea(by: ana, in: call)
            try await town.decide(.winner, idea)
            for turn in 1...2 {
                let reward = try await town.store.proposeReward(
                    Self.thousand, for: idea, by: town.mayor.id, at: Town.day(45))[0]
                let budget = try await town.look(as: officer) { look in
                    try look.rewardBudget(of: look.challenge(call))
                }
                #expect(budget.proposed == 100_000)
                #expect(budget.left == 0)
                try await town.store.advanceReward(
                    reward, by: RewardStep(to: .refused, note: Town.reason), member: officer.id,
                    at: Town.day(46))
                #expect(try await Self.state(of: reward, in: town) == .refused)
                #expect(
                    try await town.number("SELECT count(*) FROM reward WHERE state = 'refused'") == turn)
            }
            #expect(try await town.look(as: ana) { try $0.ownRewards().isEmpty })
            #expect(try await Store.verifyLedger(of: town.path).fault == nil)
        }
    }

    @Test("what nobody claims in time goes back to the budget, part by part, and then to the insurer")
    func unclaimed() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bobine")
            let call = try await town.challenge(.draftReview, reward: Self.thousand)
            let idea = try await town.idea(by: ana, in: call)
            try await town.store.inviteCoAuthor("Bobine", to: idea, by: ana.id, at: Town.day(2))
            try await town.store.joinAuthors(of: idea, by: bob.id, at: Town.day(3))
            try await town.decide(.winner, idea, secretly: true)
            try await town.store.publishResults(of: call, by: town.mayor.id, at: Town.day(43))
            let reward = try await town.reward(Self.thousand, for: idea)
            try await town.store.claimReward(reward, by: ana.id, at: Town.day(50))
            let officer = try await town.official("Gardien", .rewardOfficer)
            func lapse(_ day: Double) async throws -> Refusal? {
                try await refusal {
                    try await town.store.advanceReward(
                        reward, by: RewardStep(to: .unclaimed), member: officer.id, at: Town.day(day))
                }
            }
            #expect(try await lapse(135) == .conflict(.claimStillOpen))
            #expect(
                try await refusal { try await town.store.claimReward(reward, by: bob.id, at: Town.day(136)) }
                    == .conflict(.claimOver))
            #expect(try await lapse(136) == nil)
            #expect(try await lapse(136) == .conflict(.rewardClaimed))
            #expect(try await Self.state(of: reward, in: town) == .notified)
            #expect(try await Self.cents(town, .prizes(of: bob.id)) == 0)
            #expect(try await Self.cents(town, .reserved(for: call)) == 50_000)
            func release() async throws -> Refusal? {
                try await refusal {
                    try await town.store.releaseBudget(of: call, by: officer.id, at: Town.day(137))
                }
            }
            #expect(try await release() == .conflict(.budgetInUse))
            try await town.store.advanceReward(
                reward, by: RewardStep(to: .delivered, note: "Virement 9"), member: officer.id,
                at: Town.day(137))
            #expect(try await Self.cents(town, .delivered(in: call)) == 50_000)
            #expect(try await release() == nil)
            #expect(try await release() == .conflict(.budgetSettled))
            #expect(try await Self.cents(town, .returned(from: call)) == 50_000)
            #expect(try await Self.cents(town, .reserved(for: call)) == 0)
            #expect(try await Store.verifyLedger(of: town.path).fault == nil)
        }
    }

    @Test(
        "money is set aside before a challenge is public, given back with a draft, and a number used again starts anew"
    )
    func reservation() async throws {
        try await Town.live { town in
            let store = town.store
            let ana = try await town.citizen("Ana")
            func draft(_ reward: RewardOffer) async throws -> ChallengeID {
                try await store.launchChallenge(
                    town.content(reward: reward), by: town.mayor.id, at: Town.day(-5))
            }
            func publish(_ id: ChallengeID) async throws -> Refusal? {
                try await refusal {
                    try await store.publishChallenge(id, by: town.mayor.id, at: Town.day(-4))
                }
            }
            let first = try await draft(Self.thousand)
            #expect(try await publish(first) == .conflict(.budgetMissing))
            #expect(
                try await refusal { try await store.reserveBudget(of: first, by: ana.id, at: Town.day(-4)) }
                    == .notFound)
            try await store.reserveBudget(of: first, by: town.mayor.id, at: Town.day(-4))
            for cents in [50_000, 100_000, 50_000, 100_000] as [Int64] {
                try await store.reviseChallenge(
                    first, to: town.content(reward: Self.part(cents)), by: town.mayor.id, at: Town.day(-4))
                try await store.reserveBudget(of: first, by: town.mayor.id, at: Town.day(-4))
                #expect(try await Self.cents(town, .reserved(for: first)) == cents)
            }
            try await store.discardChallenge(first, by: town.mayor.id, at: Town.day(-4))
            let second = try await draft(Self.thousand)
            #expect(second == first)
            #expect(try await publish(second) == .conflict(.budgetMissing))
            try await store.reserveBudget(of: second, by: town.mayor.id, at: Town.day(-4))
            #expect(try await publish(second) == nil)
            #expect(try await Store.verifyLedger(of: town.path).fault == nil)
        }
    }

    @Test("ranks make prizes, tied ones share, each in two steps, and the second waits for the idea")
    func division() async throws {
        try await Town.live { town in
            let store = town.store
            let call = try await store.launchChallenge(
                town.content(reward: Self.thousand), by: town.mayor.id, at: Town.day(-5))
            try await store.planRewards(
                of: call, as: RewardPlan(weights: [50, 30, 20], decisionBps: 6_000), by: town.mayor.id,
                at: Town.day(-5))
            try await store.reserveBudget(of: call, by: town.mayor.id, at: Town.day(-5))
            try await store.publishChallenge(call, by: town.mayor.id, at: Town.day(-4))
            var ideas: [IdeaID] = []
            for name in ["Ana", "Bob", "Cid"] {
                let idea = try await town.idea("L’idée de \(name)", by: town.citizen(name), in: call)
                try await town.decide(.winner, idea)
                ideas.append(idea)
            }
            let natures = Dictionary(uniqueKeysWithValues: ideas.map { ($0, "Un prix") })
            func divide(_ ranks: [IdeaID: Int]) async throws -> Refusal? {
                try await refusal {
                    try await store.divideReward(
                        of: call, by: ranks, natures: natures, by: town.mayor.id, at: Town.day(45))
                }
            }
            #expect(
                try await divide([ideas[0]: 1, ideas[1]: 2]) == .invalid("rank-\(ideas[2])", .missing))
            #expect(try await divide([ideas[0]: 1, ideas[1]: 2, ideas[2]: 2]) == nil)
            #expect(
                try await divide([ideas[0]: 1, ideas[1]: 2, ideas[2]: 2]) == .conflict(.rewardAlreadyGranted))
            let made = try await town.look(as: town.mayor) { look in
                try look.challengeRewards(call).rewards.map(\.reward).sorted {
                    $0.id.rawValue < $1.id.rawValue
                }
            }
            #expect(made.map(\.offer.cents) == [30_000, 20_000, 15_000, 10_000, 15_000, 10_000])
            let officer = try await town.official("Trésorier", .rewardOfficer)
            func advance(_ reward: RewardID, _ state: Reward.State) async throws -> Refusal? {
                try await refusal {
                    try await store.advanceReward(
                        reward, by: RewardStep(to: state), member: officer.id, at: Town.day(46))
                }
            }
            #expect(try await advance(made[0].id, .approved) == nil)
            #expect(try await Self.state(of: made[1].id, in: town) == .approved)
            #expect(try await Self.state(of: made[2].id, in: town) == .proposed)
            #expect(try await advance(made[0].id, .notified) == nil)
            #expect(try await advance(made[1].id, .notified) == .conflict(.ideaNotDelivered))
            try await town.decide(.implemented, ideas[0], at: Town.day(46))
            #expect(try await advance(made[1].id, .notified) == nil)
            #expect(try await Store.verifyLedger(of: town.path).fault == nil)
        }
    }

    @Test("a year's sums are told by status to those who look after rewards")
    func sums() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let officer = try await town.official("Gardien", .rewardOfficer)
            let call = try await town.challenge(reward: Self.thousand)
            let idea = try await town.idea(by: ana, in: call)
            try await town.decide(.winner, idea)
            let reward = try await town.reward(Self.thousand, for: idea, until: .delivered)
            func sums() async throws -> [String] {
                try await town.look(as: officer) {
                    try $0.yearlySums(from: Town.day(0), until: Town.day(400)).map {
                        "\($0.number) \($0.status) \($0.count) \($0.cents)"
                    }
                }
            }
            #expect(try await sums() == ["\(ana.id) client 1 100000"])
            try await town.store.noteStatus(
                .partner, of: ana.id, for: reward, by: officer.id, at: Town.day(60))
            #expect(try await sums() == ["\(ana.id) partner 1 100000"])
            #expect(
                try await refusal {
                    _ = try await town.look(as: ana) {
                        try $0.yearlySums(from: Town.day(0), until: Town.day(400))
                    }
                } == .notFound)
        }
    }

    @Test(
        "a sealed solution is seen by its author, jurors and managers until the results, then the winning one by all"
    )
    func seals() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let rival = try await town.citizen("Rival")
            let contest = try await town.challenge(.contest, reward: Self.thousand)
            let juror = try await town.official("Jurée", .juror, for: contest)
            let moderator = try await town.official("Modératrice", .moderator, for: contest)
            let solution = try await town.idea("Zqsolution au capteur", by: ana, in: contest)
            let poor = try await town.idea("Zqautre solution", by: ana, in: contest)
            try await town.decide(.winner, solution)
            try await town.reward(Self.part(1), for: solution, at: Town.day(44))
            func seen(by person: Citizen?, at day: Double) async throws -> [String] {
                try await town.look(as: person, at: Town.day(day)) { try $0.everything().showing("Zq") }
            }
            for person in [nil, rival, moderator] {
                #expect(try await seen(by: person, at: 50) == [], "\(person?.pseudonym ?? "visitor")")
            }
            for person in [ana, juror, town.mayor] {
                #expect(try await seen(by: person, at: 50).contains("idea \(solution)"))
            }
            func listed(for person: Citizen?) async throws -> Int {
                try await town.look(as: person, at: Town.day(80)) { look in
                    try look.ideas(in: try look.challenge(contest)).items.count
                }
            }
            #expect(try await listed(for: juror) == 2)
            #expect(try await listed(for: rival) == 0)
            try await town.decide(.rejected, poor, secretly: true)
            try await town.store.publishResults(of: contest, by: town.mayor.id, at: Town.day(71))
            for person in [nil, rival, juror, town.mayor] {
                #expect(try await listed(for: person) == 1)
            }
            #expect(try await town.number("SELECT idea_count FROM challenge") == 1)
        }
    }

    private static func cents(_ town: Town, _ account: LedgerAccount) async throws -> Int64 {
        try await town.look(as: town.mayor) {
            try $0.ledgerBalance(in: LedgerPlace(account, .euros)).posted
        }
    }

    @Test("what a challenge announces is set aside in the ledger before it opens, and granted from there")
    func ledger() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge(reward: Self.thousand)
            #expect(try await Self.cents(town, .reserved(for: call)) == 100_000)
            let more = RewardOffer(kind: .prize, cents: 150_000, nature: "Quinze cents euros")
            for _ in 1...2 {
                try await town.store.reviseChallenge(
                    call, to: town.content(reward: more), by: town.mayor.id, at: Town.day(2))
            }
            #expect(try await Self.cents(town, .reserved(for: call)) == 150_000)
            let idea = try await town.idea(by: ana, in: call)
            try await town.decide(.winner, idea)
            try await town.reward(Self.part(30_000), for: idea)
            #expect(try await Self.cents(town, .reserved(for: call)) == 120_000)
            #expect(try await Self.cents(town, .prizes(of: ana.id)) == 30_000)
            #expect(try await Self.cents(town, .sponsor(of: call)) == -150_000)
            #expect(try await Self.cents(town, .pot(of: call)) == 0)
            #expect(try await Store.verifyLedger(of: town.path).fault == nil)
        }
    }

    @Test("drafts and rewards that are no money leave the ledger alone")
    func noMoney() async throws {
        try await Town.live { town in
            _ = try await town.store.launchChallenge(
                town.content(reward: Self.thousand), by: town.mayor.id, at: Town.day(-5))
            _ = try await town.challenge(
                reward: RewardOffer(kind: .recognition, cents: nil, nature: "Un entretien"))
            #expect(try await town.number("SELECT count(*) FROM ledger_entry") == 0)
        }
    }

    @Test("a challenge from before the ledger enters it with all that was granted")
    func before() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            // A draft announces nothing yet; what follows is what an older version wrote.
            let call = try await town.store.launchChallenge(
                town.content(reward: Self.thousand), by: town.mayor.id, at: Town.day(-5))
            try await town.store.write {
                try $0.execute(
                    "UPDATE challenge SET standing = 'published', published_at = ? WHERE id = ?",
                    Town.day(-4), call)
            }
            let old = try await town.idea("Une première idée", by: ana, in: call)
            let new = try await town.idea("Une seconde idée", by: bob, in: call)
            for idea in [old, new] { try await town.decide(.winner, idea) }
            try await town.store.write {
                try $0.execute(
                    """
                    INSERT INTO reward (id, challenge_id, idea_id, member_id, instalment, kind, cents, nature, state,
                        claim_days, proposed_by, proposed_at)
                    VALUES (1, ?, ?, ?, 'whole', 'prize', 60000, 'Un prix', 'approved', 90, ?, ?)
                    """, call, old, ana.id, town.mayor.id, Town.day(44))
                try $0.execute(
                    "INSERT INTO reward_part (reward_id, member_id, weight, cents) VALUES (1, ?, 1, 60000)",
                    ana.id)
            }
            try await town.reward(Self.part(40_000), for: new)
            #expect(try await Self.cents(town, .prizes(of: ana.id)) == 60_000)
            #expect(try await Self.cents(town, .prizes(of: bob.id)) == 40_000)
            #expect(try await Self.cents(town, .reserved(for: call)) == 0)
        }
    }
}
