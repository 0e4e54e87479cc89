import Domain
import Testing

@testable import Storage

@Suite struct FeedTests {
    @Test("a challenge's feed tells its life, newest first, each event once")
    func life() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let idea = try await town.idea(by: ana, in: call, at: Town.day(2))
            try await town.decide(.accepted, idea, secretly: true)
            try await town.store.publishResults(of: call, by: town.mayor.id, at: Town.day(45))
            for scope in [FeedScope.platform, .theme(town.theme), .challenge(call)] {
                let events = try await town.look(as: nil, at: Town.day(46)) { try $0.feedEvents(in: scope) }
                let dates = events.map(\.happenedAt)
                #expect(dates == dates.sorted(by: >))
                #expect(Set(events.map(\.kind)).count == events.count)
                let expected: Set<Double> = [-4, 0, 2, 25, 28, 39, 42, 45]
                #expect(Set(dates) == Set(expected.map(Town.day)))
                #expect(events.count == 9)
            }
            let own = try await town.look(as: nil, at: Town.day(46)) { try $0.feedEvents(in: .idea(idea)) }
            #expect(own.count == 2)
            #expect(own.first?.text == Town.reason)
        }
    }

    @Test("a reward is told once its winner was told of it, and only then")
    func rewards() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let offer = RewardOffer(kind: .prize, cents: 50_000, nature: "Cinq cents euros")
            let call = try await town.challenge(reward: offer)
            let idea = try await town.idea(by: ana, in: call)
            try await town.decide(.winner, idea)
            func told(_ scope: FeedScope) async throws -> [FeedEvent] {
                try await town.look(as: nil, at: Town.day(60)) { try $0.feedEvents(in: scope) }.filter {
                    if case .rewarded = $0.kind { true } else { false }
                }
            }
            let reward = try await town.reward(offer, for: idea, until: .approved, at: Town.day(45))
            let scopes = [FeedScope.platform, .theme(town.theme), .challenge(call), .idea(idea)]
            for scope in scopes { #expect(try await told(scope).isEmpty) }
            let steps: [(Double, Reward.State)] = [(46, .notified), (48, .delivered)]
            for (day, state) in steps {
                try await town.store.advanceReward(
                    reward, by: RewardStep(to: state, note: "Virement 118"), member: town.mayor.id,
                    at: Town.day(day))
                if state == .notified {
                    try await town.store.claimReward(reward, by: ana.id, at: Town.day(47))
                }
            }
            for scope in scopes {
                let events = try await told(scope)
                #expect(events.map(\.kind) == [.rewarded(reward, offer)])
                #expect(events.first?.happenedAt == Town.day(46))
            }
        }
    }

    @Test("nothing is told before it happens")
    func future() async throws {
        try await Town.live { town in
            let call = try await town.challenge()
            for day in stride(from: -4.0, through: 70, by: 0.5) {
                let now = Town.day(day)
                let events = try await town.look(as: nil, at: now) { try $0.feedEvents(in: .challenge(call)) }
                #expect(events.allSatisfy { $0.happenedAt <= now })
            }
        }
    }

    @Test("a phase is announced when the challenge appears, if it had opened before")
    func lateAppearance() async throws {
        try await Town.live { town in
            let late = try await town.store.launchChallenge(
                town.content(), by: town.mayor.id, at: Town.day(-5))
            try await town.store.publishChallenge(late, by: town.mayor.id, at: Town.day(26))
            let events = try await town.look(as: nil, at: Town.day(27)) { try $0.feedEvents(in: .platform) }
            #expect(events.count == 3)
            #expect(events.allSatisfy { $0.happenedAt == Town.day(26) })
        }
    }

    @Test("a draft, a withdrawn idea and a community's challenge are in no public address")
    func sitemap() async throws {
        try await Town.live { town in
            let swarm = try await town.community("abeilles")
            let ana = try await town.citizen("Ana")
            try await town.join(swarm, "abeilles", as: "Butineuse", ana)
            let call = try await town.challenge()
            let inner = try await town.challenge(title: "Entre abeilles", community: swarm)
            _ = try await town.store.launchChallenge(town.content(), by: town.mayor.id, at: Town.day(0))
            let shown = try await town.idea(by: ana, in: call)
            let withdrawn = try await town.idea("Une idée retirée", by: ana, in: call)
            try await town.store.withdrawIdea(withdrawn, by: ana.id, at: Town.day(1))
            _ = try await town.idea("Prêter une échelle", by: ana, in: inner)
            for person in [nil, ana, town.mayor] {
                let found = try await town.look(as: person) { look in
                    let addresses = try look.publicAddresses()
                    return (addresses.challenges.map(\.id), addresses.ideas.map(\.id))
                }
                #expect(found.0 == [call])
                #expect(found.1 == [shown])
            }
        }
    }
}
