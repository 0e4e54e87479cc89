import Domain
import Testing

@testable import Storage

@Suite struct CommunityTests {
    @Test("what happens in a community is in no load of a visitor, a stranger or a former member")
    func closed() async throws {
        try await Town.live { town in
            let swarm = try await town.community("abeilles")
            let ana = try await town.citizen("Ana")
            let eve = try await town.citizen("Ève")
            let bob = try await town.citizen("Bob")
            try await town.join(swarm, "abeilles", as: "Butineuse", ana)
            try await town.join(swarm, "abeilles", as: "Gardienne", eve)
            let reward = RewardOffer(kind: .gift, cents: nil, nature: "Un pot de miel")
            let inner = try await town.challenge(
                .draftReview, title: "Zqchallenge", community: swarm, reward: reward)
            let idea = try await town.idea("Zqidea du groupe", by: ana, in: inner)
            let other = try await town.idea("Zqother du groupe", by: eve, in: inner)
            _ = try await town.store.addComment(
                CommentContent(stance: .for, text: "Zqcomment"), on: idea, by: eve.id, at: Town.day(2))
            try await town.decide(.winner, idea, secretly: true, reason: "Zqreason, la meilleure de toutes")
            try await town.decide(.planned, other, reason: "Zqreason, la prochaine à venir")
            try await town.store.publishResults(of: inner, by: town.mayor.id, at: Town.day(43))
            try await town.reward(reward, for: idea, at: Town.day(44))
            let now = Town.day(45)
            let within = try await town.look(as: eve, at: now) { try $0.everything() }
            for word in ["Zqchallenge", "Zqidea", "Zqcomment", "Zqreason", "Un pot de miel", "Butineuse"] {
                #expect(!within.showing(word).isEmpty, "\(word)")
            }
            // Under the pseudonym of the community alone.
            #expect(within.showing("\"Ana\"") == [])
            try await town.store.leave(swarm, member: eve.id, at: now)
            for person in [nil, bob, eve] {
                let seen = try await town.look(as: person, at: now) { try $0.everything() }
                for word in ["Zq", "pot de miel", "Butineuse", "Gardienne"] {
                    #expect(seen.showing(word) == [], "\(person?.pseudonym ?? "visitor") \(word)")
                }
                let refused = try await refusal {
                    _ = try await town.look(as: person, at: now) { try $0.challengeDetail(inner) }
                }
                #expect(refused == .notFound)
            }
            let member = try await town.look(as: ana, at: now) { try $0.ideaDetail(other).idea.author }
            #expect(member?.pseudonym == nil)
            let vote = try await refusal {
                try await town.store.castVote(on: idea, by: eve.id, at: now)
            }
            #expect(vote == .notFound)
        }
    }

    @Test("one joins with the right code, once, under a pseudonym that nobody there bears")
    func joining() async throws {
        try await Town.live { town in
            let swarm = try await town.community("abeilles")
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            func join(_ citizen: Citizen, _ code: String, _ pseudonym: String) async throws -> Refusal? {
                try await refusal {
                    try await town.store.join(
                        swarm, code: code, as: pseudonym, member: citizen.id, at: Town.day(0))
                }
            }
            #expect(try await join(ana, "faux", "Butineuse") == .invalid("code", .wrong))
            #expect(try await join(ana, " ", "Butineuse") == .invalid("code", .missing))
            #expect(try await join(ana, " code-abeilles ", "Butineuse") == nil)
            #expect(try await join(ana, "CODE-ABEILLES", "Autre") == .conflict(.alreadyMember))
            #expect(try await join(bob, "CODE-ABEILLES", "butineuse") == .invalid("pseudonym", .taken))
            #expect(try await town.number("SELECT member_count FROM community") == 1)
            let unknown = try await refusal {
                try await town.store.join(
                    Identifier(99), code: "x", as: "Abc", member: bob.id, at: Town.day(0))
            }
            #expect(unknown == .notFound)
            try await town.store.leave(swarm, member: ana.id, at: Town.day(1))
            #expect(try await town.number("SELECT member_count FROM community") == 0)
        }
    }
}
