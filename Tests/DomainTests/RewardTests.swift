import Proving
import Testing

@testable import Domain

@Suite struct RewardTests {
    private static let sum = RewardOffer(kind: .prize, cents: 120_000, nature: "800 euros, puis 400 euros")
    private static let visit = RewardOffer(kind: .invitation, cents: nil, nature: "Une visite de l’atelier")

    @Test(
        "what was announced is proposed as it stands only to those who need not share it",
        arguments: [
            (sum, 0, 1, sum), (sum, 0, 2, RewardOffer(kind: .prize, cents: nil, nature: "")),
            (sum, 1, 1, RewardOffer(kind: .prize, cents: nil, nature: "")), (visit, 0, 3, visit),
            (visit, 1, 2, RewardOffer(kind: .invitation, cents: nil, nature: "")),
        ])
    func proposal(announced: RewardOffer, granted: Int, winners: Int, expected: RewardOffer) {
        #expect(announced.proposal(granted: granted, winners: winners) == expected)
    }

    private func reward(
        _ state: Reward.State, _ instalment: Reward.Instalment = .whole, by proposer: MemberID = MemberID(900)
    ) -> Reward {
        Reward(
            id: RewardID(1), idea: IdeaID(1), winner: People.author, instalment: instalment, offer: Self.sum,
            state: state, proposer: proposer, proposedAt: People.day(30),
            claimUntil: state == .notified ? Day(number: 100) : nil)
    }

    private func part(_ number: Int64, claimed: Bool = false, returned: Bool = false) -> RewardPart {
        RewardPart(
            member: nil, number: MemberID(number), weight: 1, cents: 1,
            claimedAt: claimed ? People.day(1) : nil, returnedAt: returned ? People.day(2) : nil)
    }

    private let challenge = People.challenge(.published, People.content(reward: sum))

    private func refusal(
        _ reward: Reward, to state: Reward.State, by who: People.Who = .rewardOfficer,
        parts: [RewardPart]? = nil,
        isDelivered: Bool = true, on day: Int = 101
    ) -> Refusal? {
        reward.advanceRefusal(
            to: state, for: who.viewer, in: challenge, parts: parts ?? [part(500)],
            isIdeaDelivered: isDelivered, on: Day(number: day))
    }

    @Test("a reward goes its way step by step, and no other")
    func course() {
        for state in Reward.State.allCases {
            for next in Reward.State.allCases {
                let expected: Refusal? =
                    state.next.contains(next) ? nil : .conflict(.rewardOutOfOrder)
                #expect(refusal(reward(state), to: next) == expected, "\(state) \(next)")
            }
        }
    }

    @Test(
        "who approves and refuses: officers and administrators, never of what they proposed; who proposed takes back"
    )
    func secondPerson() throws {
        for who in People.Who.allCases {
            let approves = who == .rewardOfficer || who == .administrator
            let looksAfter = approves || who == .manager
            let expected: Refusal? =
                approves
                ? nil
                : who == .visitor
                    ? .signInRequired : .forbidden(looksAfter ? .rewardOfficersOnly : .staffOnly)
            #expect(refusal(reward(.proposed), to: .approved, by: who) == expected, "\(who)")
            #expect(refusal(reward(.proposed), to: .refused, by: who) == expected, "\(who)")
            guard looksAfter, let own = who.viewer.member?.id else { continue }
            let mine = reward(.proposed, by: own)
            #expect(
                refusal(mine, to: .approved, by: who)
                    == .forbidden(approves ? .ownRewardProposal : .rewardOfficersOnly))
            #expect(refusal(mine, to: .refused, by: who) == nil)
            for state in Reward.State.allCases {
                for next in state.next {
                    #expect(
                        refusal(reward(state), to: next, by: who, parts: [part(own.rawValue)])
                            == .forbidden(.ownReward))
                }
            }
        }
    }

    @Test("the last instalment waits for the idea, and what is unclaimed for its last day")
    func waiting() {
        for instalment in Reward.Instalment.allCases {
            #expect(
                refusal(reward(.approved, instalment), to: .notified, isDelivered: false)
                    == (instalment == .delivery ? .conflict(.ideaNotDelivered) : nil))
        }
        let told = reward(.notified)
        #expect(refusal(told, to: .unclaimed, on: 100) == .conflict(.claimStillOpen))
        #expect(refusal(told, to: .unclaimed, on: 101) == nil)
        #expect(
            refusal(told, to: .unclaimed, parts: [part(5, claimed: true)]) == .conflict(.rewardClaimed))
        #expect(
            refusal(told, to: .unclaimed, parts: [part(5, claimed: true), part(6)]) == nil)
        #expect(told.claimRefusal(of: part(5), on: Day(number: 100)) == nil)
        #expect(told.claimRefusal(of: part(5), on: Day(number: 101)) == .conflict(.claimOver))
        #expect(
            told.claimRefusal(of: part(5, claimed: true), on: Day(number: 9)) == .conflict(.rewardClaimed))
        #expect(
            told.claimRefusal(of: part(5, returned: true), on: Day(number: 9)) == .conflict(.claimOver))
        for state in Reward.State.allCases where state != .notified {
            #expect(
                reward(state).claimRefusal(of: part(5), on: Day(number: 9)) == .conflict(.rewardOutOfOrder))
        }
    }

    @Test("a refusal needs its reason, a delivery its proof")
    func notes() {
        #expect(RewardStep(to: .refused, note: "Non").problems.map(\.code) == [.tooShort])
        #expect(RewardStep(to: .delivered, note: " ").problems.map(\.code) == [.missing])
        #expect(RewardStep(to: .delivered, note: "Virement 12").problems.isEmpty)
        for state in [Reward.State.approved, .notified, .closed, .unclaimed] {
            #expect(RewardStep(to: state).problems.isEmpty)
        }
    }

    @Test("a plan says what is wrong with it")
    func plans() {
        func fields(_ weights: [Int64], _ bps: Int64 = 10_000, _ days: Int = 90) -> [String] {
            RewardPlan(weights: weights, decisionBps: bps, claimDays: days).problems.map(\.field)
        }
        #expect(fields([100]) == [])
        #expect(fields([50, 30, 20], 1, 30) == [])
        #expect(fields([]) == ["weights"])
        #expect(fields([20, 50]) == ["weights"])
        #expect(fields(Array(repeating: 1, count: 21)) == ["weights"])
        #expect(fields([100], 0) == ["decisionPart"])
        #expect(fields([100], 10_001, 29) == ["decisionPart", "claimDays"])
        #expect(fields([100], 10_000, 731) == ["claimDays"])
    }

    @Test("tied winners share the sum of their places; who is beyond the last place gets no money")
    func ties() {
        let plan = RewardPlan(weights: [50, 30, 20])
        func prizes(_ ranks: [Int64: Int]) -> [Int64: Int64] {
            let ranked = Dictionary(uniqueKeysWithValues: ranks.map { (IdeaID($0.key), $0.value) })
            return Dictionary(
                uniqueKeysWithValues: plan.prizes(of: 100_000, for: ranked).map {
                    ($0.idea.rawValue, $0.cents)
                })
        }
        #expect(prizes([1: 1, 2: 2, 3: 2]) == [1: 50_000, 2: 25_000, 3: 25_000])
        #expect(prizes([1: 1, 2: 1]) == [1: 40_000, 2: 40_000])
        #expect(prizes([1: 1, 2: 2, 3: 3, 4: 4]) == [1: 50_000, 2: 30_000, 3: 20_000])
        #expect(prizes([7: 3]) == [7: 50_000])
    }

    @Test(
        "whatever the ranks and weights, prizes never exceed the pot, nor instalments their prize",
        arguments: 0..<60)
    func neverTooMuch(seed: UInt64) {
        var dice = Dice(seed)
        let weights = (0..<Int.random(in: 1...6, using: &dice)).map { _ in
            Int64.random(in: 1...100, using: &dice)
        }.sorted(by: >)
        let plan = RewardPlan(
            weights: weights, decisionBps: Int64.random(in: 1...10_000, using: &dice))
        let winners = Int.random(in: 1...8, using: &dice)
        let ranks = Dictionary(
            uniqueKeysWithValues: (1...winners).map {
                (IdeaID(Int64($0)), Int.random(in: 1...winners, using: &dice))
            })
        let pot = Int64.random(in: 1...10_000_000, using: &dice)
        let prizes = plan.prizes(of: pot, for: ranks)
        let sum: Int64 = prizes.reduce(0) { $0 + $1.cents }
        #expect(sum <= pot)
        #expect(winners < weights.count || sum == pot)
        for (better, worse) in zip(prizes, prizes.dropFirst()) where better.rank < worse.rank {
            #expect(better.cents + 1 >= worse.cents)
        }
        for prize in prizes {
            let parts = plan.instalments(of: prize.cents)
            let cents: [Int64] = parts.compactMap(\.cents)
            #expect(cents.reduce(0, +) == prize.cents)
            #expect(cents.allSatisfy { $0 > 0 })
        }
    }

    @Test("every winner needs a rank among them")
    func ranks() {
        let winners = [IdeaID(4), IdeaID(7)]
        #expect(challenge.rankProblems([winners[0]: 1, winners[1]: 1], of: winners).isEmpty)
        #expect(
            challenge.rankProblems([winners[0]: 3], of: winners).map(\.field) == ["rank-4", "rank-7"])
    }

    @Test("a challenge is published with exactly what it announces, and the rest given back only in the end")
    func budgets() {
        func budget(_ reserved: Int64, granted: Int64 = 0) -> RewardBudget {
            RewardBudget(reserved: reserved, proposed: 0, granted: granted, delivered: 0, returned: 0)
        }
        let draft = People.challenge(.draft, People.content(reward: Self.sum))
        let officer = People.Who.rewardOfficer.viewer
        #expect(draft.budgetRefusal(budget(0)) == .conflict(.budgetMissing))
        #expect(draft.budgetRefusal(budget(130_000)) == .conflict(.budgetMissing))
        #expect(draft.budgetRefusal(budget(120_000)) == nil)
        #expect(People.challenge(.draft).budgetRefusal(.none) == nil)
        #expect(draft.reservationRefusal(for: officer, budget(0)) == nil)
        #expect(draft.reservationRefusal(for: officer, budget(120_000)) == .conflict(.budgetSettled))
        #expect(challenge.reservationRefusal(for: officer, budget(0)) == .conflict(.alreadyPublished))
        #expect(challenge.planRefusal(for: officer) == .conflict(.alreadyPublished))
        #expect(challenge.releaseRefusal(for: officer, budget(9), isOpen: false) == .conflict(.budgetInUse))
        let over = People.challenge(.cancelled, People.content(reward: Self.sum))
        #expect(over.releaseRefusal(for: officer, budget(9), isOpen: true) == .conflict(.budgetInUse))
        #expect(over.releaseRefusal(for: officer, budget(9), isOpen: false) == nil)
        #expect(
            over.releaseRefusal(for: officer, budget(9, granted: 9), isOpen: false)
                == .conflict(.budgetSettled))
        #expect(
            over.releaseRefusal(for: People.Who.other.viewer, budget(9), isOpen: false)
                == .forbidden(.staffOnly))
    }

    @Test("a threshold is reached from its very cent on")
    func thresholds() {
        let thresholds = StatementThresholds([.partner: 240_000])
        #expect(!thresholds.isReached(by: 239_999, .partner))
        #expect(thresholds.isReached(by: 240_000, .partner))
        #expect(!thresholds.isReached(by: Int64.max, .client))
    }
}
