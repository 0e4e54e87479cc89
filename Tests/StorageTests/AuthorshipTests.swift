import Domain
import Testing

@testable import Storage

@Suite struct AuthorshipTests {
    @Test("somebody who is asked joins, is named everywhere, edits, and loses the support they gave")
    func joining() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bobine")
            let call = try await town.challenge(.draftReview, quota: 2)
            let idea = try await town.idea(by: ana, in: call)
            try await town.store.castVote(on: idea, by: bob.id, at: Town.day(1))
            for (name, problem) in [
                ("", Problem.Code.missing), ("Personne", .unknownPerson), ("ana", .alreadyAuthor),
            ] {
                let refused = try await refusal {
                    try await town.store.inviteCoAuthor(name, to: idea, by: ana.id, at: Town.day(2))
                }
                #expect(refused == .invalid("pseudonym", problem))
            }
            try await town.store.inviteCoAuthor("bobine", to: idea, by: ana.id, at: Town.day(2))
            #expect(
                try await refusal {
                    try await town.store.inviteCoAuthor("Bobine", to: idea, by: ana.id, at: Town.day(2))
                } == .invalid("pseudonym", .alreadyInvited))
            #expect(try await town.look(as: nil) { try $0.everything() }.showing("Bobine") == [])
            #expect(
                try await town.store.look(as: bob.session, at: Town.day(2)) { _ in }.attention.authorship == 1
            )
            #expect(try await town.look(as: bob) { try $0.invitations() }.map(\.idea) == [idea])
            try await town.store.joinAuthors(of: idea, by: bob.id, at: Town.day(3))
            #expect(try await town.number("SELECT support_count FROM idea") == 0)
            #expect(
                try await refusal {
                    try await town.store.castVote(on: idea, by: bob.id, at: Town.day(3))
                } == .forbidden(.ownIdea))
            let seen = try await town.look(as: nil, at: Town.day(4)) { try $0.everything() }
            let named = seen.showing("Bobine")
            for load in [
                "idea \(idea)", "feed", "feed of challenge \(call)", "ideas of challenge \(call) newest any",
            ] {
                #expect(named.contains(load), "\(load)")
            }
            try await town.store.editIdea(
                idea, to: IdeaContent(title: "À quatre mains", text: "Un texte écrit à quatre mains."),
                by: bob.id, at: Town.day(4))
            let history = try await town.look(as: nil, at: Town.day(4)) { try $0.ideaHistory(idea) }
            #expect(history.shown.author?.pseudonym == "Bobine")
            #expect(try await town.look(as: bob) { try $0.ownIdeas() }.map(\.idea.id) == [idea])
        }
    }

    @Test(
        "who declines is not asked again; who leaves is no author any more; an invitation can be taken back")
    func leaving() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bobine")
            let idea = try await town.idea(by: ana, in: try await town.challenge())
            try await town.store.inviteCoAuthor("Bobine", to: idea, by: ana.id, at: Town.day(2))
            try await town.store.uninviteCoAuthor(bob.id, from: idea, by: ana.id, at: Town.day(2))
            #expect(
                try await refusal { try await town.store.joinAuthors(of: idea, by: bob.id, at: Town.day(2)) }
                    == .conflict(.notInvited))
            try await town.store.inviteCoAuthor("Bobine", to: idea, by: ana.id, at: Town.day(2))
            try await town.store.joinAuthors(of: idea, by: bob.id, at: Town.day(2))
            try await town.store.leaveAuthors(of: idea, by: bob.id, at: Town.day(3))
            #expect(try await town.look(as: nil) { try $0.ideaDetail(idea) }.idea.author?.companions == [])
            try await town.store.inviteCoAuthor("Bobine", to: idea, by: ana.id, at: Town.day(4))
            try await town.store.declineInvitation(to: idea, by: bob.id, at: Town.day(4))
            #expect(
                try await refusal {
                    try await town.store.inviteCoAuthor("Bobine", to: idea, by: ana.id, at: Town.day(5))
                } == .invalid("pseudonym", .hasDeclined))
        }
    }

    @Test("in a contest nobody but its authors learns who signs a solution")
    func blind() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ananas")
            let bob = try await town.citizen("Bobine")
            let contest = try await town.challenge(.contest)
            let juror = try await town.official("Jurée", .juror, for: contest)
            let idea = try await town.idea(by: ana, in: contest)
            try await town.store.inviteCoAuthor("Bobine", to: idea, by: ana.id, at: Town.day(2))
            try await town.store.joinAuthors(of: idea, by: bob.id, at: Town.day(3))
            for person in [nil, juror] {
                let seen = try await town.look(as: person, at: Town.day(4)) { try $0.everything() }
                #expect(seen.showing("Bobine") == [])
                #expect(seen.showing("Ananas") == [])
            }
            let mine = try await town.look(as: bob, at: Town.day(4)) { try $0.ideaDetail(idea) }
            #expect(mine.idea.author?.pseudonym == "Ananas")
        }
    }

    @Test("people of a community are asked, and shown, by the names that they have there")
    func community() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bobine")
            let swarm = try await town.community("abeilles")
            try await town.join(swarm, "abeilles", as: "Butineuse", ana)
            try await town.join(swarm, "abeilles", as: "Ouvrière", bob)
            let call = try await town.challenge(community: swarm)
            let idea = try await town.idea(by: ana, in: call)
            #expect(
                try await refusal {
                    try await town.store.inviteCoAuthor("Bobine", to: idea, by: ana.id, at: Town.day(2))
                } == .invalid("pseudonym", .unknownPerson))
            try await town.store.inviteCoAuthor("ouvrière", to: idea, by: ana.id, at: Town.day(2))
            try await town.store.joinAuthors(of: idea, by: bob.id, at: Town.day(3))
            let seen = try await town.look(as: ana, at: Town.day(3)) { try $0.ideaDetail(idea) }
            #expect(seen.idea.author?.companions == ["Ouvrière"])
            #expect(
                try await town.look(as: ana, at: Town.day(3)) { try $0.everything() }.showing("Bobine") == [])
        }
    }

    @Test("a reward is divided by the shares on which all agreed, to the cent, in the ledger too")
    func shares() async throws {
        try await Town.live { town in
            let reward = RewardOffer(kind: .prize, cents: 100_001, nature: "Mille euros et un centime")
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bobine")
            let call = try await town.challenge(.draftReview, reward: reward)
            let idea = try await town.idea(by: ana, in: call)
            try await town.store.inviteCoAuthor("Bobine", to: idea, by: ana.id, at: Town.day(2))
            try await town.store.joinAuthors(of: idea, by: bob.id, at: Town.day(3))
            try await town.store.proposeShares(
                [ana.id: 70, bob.id: 30], of: idea, by: ana.id, at: Town.day(4))
            let waiting = try await town.look(as: bob) { try $0.authorship(of: idea).authorship }
            #expect(waiting.agreed == nil)
            #expect(waiting.proposal?.agreed == [ana.id])
            try await town.store.agreeToShares(of: idea, by: bob.id, at: Town.day(5))
            let agreed = try await town.look(as: bob) { try $0.authorship(of: idea).authorship }
            #expect(agreed.agreed == [ana.id: 70, bob.id: 30])
            #expect(agreed.proposal == nil)
            try await town.decide(.winner, idea)
            #expect(
                try await refusal {
                    try await town.store.proposeShares(
                        [ana.id: 100, bob.id: 0], of: idea, by: ana.id, at: Town.day(44))
                } == .conflict(.sharesSettled))
            try await town.reward(reward, for: idea)
            for (person, cents) in [(ana, 70_001), (bob, 30_000)] as [(Citizen, Int64)] {
                let own = try await town.look(as: person, at: Town.day(46)) { try $0.ownRewards() }
                #expect(own.map(\.part.cents) == [cents])
                let place = LedgerPlace(.prizes(of: person.id), .euros)
                let booked = try await town.look(as: town.mayor, at: Town.day(46)) {
                    try $0.ledgerBalance(in: place).posted
                }
                #expect(booked == cents)
            }
        }
    }

    @Test(
        "an account that goes takes its name, its invitations and what waits for its word along, and leaves the rest"
    )
    func deletion() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bobine")
            let cora = try await town.citizen("Corail")
            let idea = try await town.idea(by: ana, in: try await town.challenge())
            for person in [bob, cora] {
                try await town.store.inviteCoAuthor(person.pseudonym, to: idea, by: ana.id, at: Town.day(2))
                try await town.store.joinAuthors(of: idea, by: person.id, at: Town.day(3))
            }
            try await town.store.proposeShares(
                [ana.id: 50, bob.id: 30, cora.id: 20], of: idea, by: ana.id, at: Town.day(4))
            for person in [bob, cora] {
                try await town.store.agreeToShares(of: idea, by: person.id, at: Town.day(4))
            }
            try await town.store.proposeShares(
                [ana.id: 10, bob.id: 80, cora.id: 10], of: idea, by: bob.id, at: Town.day(5))
            try await town.store.deleteAccount(of: bob.id, at: Town.day(6))
            let left = try await town.look(as: cora, at: Town.day(7)) {
                try $0.authorship(of: idea).authorship
            }
            #expect(left.authors.map(\.pseudonym) == ["Ana", "Corail"])
            #expect(left.proposal == nil)
            #expect(left.percents.map(\.percent) == [71, 29])
            try await town.store.deleteAccount(of: ana.id, at: Town.day(8))
            let alone = try await town.look(as: nil, at: Town.day(9)) { try $0.ideaDetail(idea) }
            #expect(alone.idea.author?.pseudonym == "Corail")
            try await town.store.editIdea(
                idea, to: IdeaContent(title: "Ce qui reste", text: "Ce qui reste de notre idée commune."),
                by: cora.id, at: Town.day(9))
        }
    }
}
