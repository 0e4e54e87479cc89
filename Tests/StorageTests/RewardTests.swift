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
                    _ = try await town.store.grantReward(offer, for: idea, by: person.id, at: Town.day(45))
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
                            _ = try await town.store.grantReward(
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

    @Test("a reward goes its way step by step")
    func steps() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge(reward: Self.thousand)
            let idea = try await town.idea(by: ana, in: call)
            try await town.decide(.winner, idea)
            let reward = try await town.store.grantReward(
                Self.thousand, for: idea, by: town.mayor.id, at: Town.day(45))
            func advance(_ state: Reward.State, by person: Citizen) async throws -> Refusal? {
                try await refusal {
                    try await town.store.advanceReward(reward, to: state, by: person.id, at: Town.day(46))
                }
            }
            #expect(try await advance(.delivered, by: town.mayor) == .conflict(.rewardOutOfOrder))
            #expect(try await advance(.notified, by: ana) == .forbidden(.staffOnly))
            #expect(try await advance(.notified, by: town.mayor) == nil)
            #expect(try await advance(.notified, by: town.mayor) == .conflict(.rewardOutOfOrder))
            #expect(try await advance(.delivered, by: town.mayor) == nil)
            #expect(try await advance(.granted, by: town.mayor) == .conflict(.rewardOutOfOrder))
            let own = try await town.look(as: ana) { try $0.ownRewards().map(\.reward.state) }
            #expect(own == [.delivered])
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
            _ = try await town.store.grantReward(
                Self.part(1), for: solution, by: town.mayor.id, at: Town.day(44))
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
            _ = try await town.store.grantReward(
                Self.part(30_000), for: idea, by: town.mayor.id, at: Town.day(45))
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
                    INSERT INTO reward (challenge_id, idea_id, member_id, kind, cents, nature, state, granted_by,
                        granted_at) VALUES (?, ?, ?, 'prize', 60000, 'Un prix', 'granted', ?, ?)
                    """, call, old, ana.id, town.mayor.id, Town.day(44))
            }
            _ = try await town.store.grantReward(
                Self.part(40_000), for: new, by: town.mayor.id, at: Town.day(45))
            #expect(try await Self.cents(town, .prizes(of: ana.id)) == 60_000)
            #expect(try await Self.cents(town, .prizes(of: bob.id)) == 40_000)
            #expect(try await Self.cents(town, .reserved(for: call)) == 0)
        }
    }
}
