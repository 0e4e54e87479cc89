import Domain
import Testing

@testable import Storage

@Suite struct VotingTests {
    @Test("one person is one support, however often and however concurrently they press")
    func once() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let call = try await town.challenge()
            let idea = try await town.idea(by: ana, in: call)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<16 {
                    group.addTask { try await town.store.castVote(on: idea, by: bob.id, at: Town.day(30)) }
                }
                try await group.waitForAll()
            }
            #expect(try await town.number("SELECT support_count FROM idea") == 1)
            #expect(try await town.number("SELECT count(*) FROM vote") == 1)
            try await town.store.withdrawVote(on: idea, by: bob.id, at: Town.day(31))
            try await town.store.withdrawVote(on: idea, by: bob.id, at: Town.day(31))
            #expect(try await town.number("SELECT support_count FROM idea") == 0)
        }
    }

    @Test("a quota holds against concurrent votes, and a support taken back is free again")
    func quota() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let call = try await town.challenge(quota: 2)
            var ideas: [IdeaID] = []
            for number in 1...5 {
                ideas.append(try await town.idea("Idée numéro \(number)", by: ana, in: call))
            }
            let refused = try await withThrowingTaskGroup(of: Refusal?.self) { group in
                for idea in ideas {
                    group.addTask {
                        try await refusal {
                            try await town.store.castVote(on: idea, by: bob.id, at: Town.day(30))
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
            }
            #expect(refused == Array(repeating: .conflict(.quotaReached), count: 3))
            #expect(try await town.number("SELECT count(*) FROM vote") == 2)
            let voted = try await town.look(as: bob, at: Town.day(30)) { look in
                try look.ideas(in: try look.challenge(call)).items.filter(\.isSupportedByViewer).map(\.idea)
            }
            #expect(voted.count == 2)
            // Once more for one that has it already: nothing to refuse.
            try await town.store.castVote(on: voted[0], by: bob.id, at: Town.day(30))
            try await town.store.withdrawVote(on: voted[0], by: bob.id, at: Town.day(31))
            let other = try #require(ideas.first { !voted.contains($0) })
            try await town.store.castVote(on: other, by: bob.id, at: Town.day(31))
            #expect(try await town.look(as: bob) { try $0.supportsGiven(in: call) } == 2)
            #expect(try await town.look(as: nil) { try $0.supportsGiven(in: call) } == 0)
        }
    }

    @Test(
        "a vote that the rules refuse changes nothing",
        arguments: [
            (10.0, Refusal.conflict(.votingNotOpenYet)), (42.0, .conflict(.votingClosed)),
            (500.0, .conflict(.votingClosed)),
        ])
    func outsideOfThePhase(day: Double, expected: Refusal) async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let call = try await town.challenge()
            let idea = try await town.idea(by: ana, in: call)
            let met = try await refusal {
                try await town.store.castVote(on: idea, by: bob.id, at: Town.day(day))
            }
            #expect(met == expected)
            let own = try await refusal {
                try await town.store.castVote(on: idea, by: ana.id, at: Town.day(30))
            }
            #expect(own == .forbidden(.ownIdea))
            #expect(try await town.number("SELECT count(*) FROM vote") == 0)
            #expect(try await town.number("SELECT participant_count FROM challenge") == 1)
        }
    }

    @Test("nobody, managers included, reads a count or an order by count before every vote phase is over")
    func hiddenCounts() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let loved = try await town.idea("L’idée aimée", by: ana, in: call)
            let ignored = try await town.idea("L’idée ignorée", by: ana, in: call, at: Town.day(2))
            for number in 0..<7 {
                let voter = try await town.citizen("Voteur\(number)")
                try await town.store.castVote(on: loved, by: voter.id, at: Town.day(30))
            }
            let manager = try await town.official("Gérante", .manager, for: call)
            for person in [nil, ana, manager, town.mayor] {
                for day in [30.0, 41.99, 42, 60] {
                    let order = try await town.look(as: person, at: Town.day(day)) { look in
                        try look.ideas(in: try look.challenge(call), IdeaFilter(order: .supported)).items
                    }
                    #expect(order.map(\.supportCount) == (day < 42 ? [nil, nil] : [7, 0]))
                    // While people vote, both were shown to nobody: a lot orders them, which knows no votes.
                    let lot = FairOrder(lot: 0, at: Town.day(day))
                    #expect(
                        order.map(\.idea)
                            == (day < 42 ? lot.sorted([(loved, 0), (ignored, 0)]) : [loved, ignored]))
                }
            }
            let counts = try await town.look(as: town.mayor, at: Town.day(41)) {
                try $0.resultsPreview(of: call).ideas.map(\.supportCount)
            }
            #expect(counts == [nil, nil])
        }
    }
}
