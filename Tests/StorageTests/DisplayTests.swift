import Domain
import Testing

@testable import Storage

@Suite struct DisplayTests {
    /// The ideas of a list, page after page.
    private func list(_ call: ChallengeID, lot: Int = 0, day: Double, in town: Town) async throws -> [IdeaID]
    {
        try await town.look(as: nil, at: Town.day(day)) { look in
            let challenge = try look.challenge(call)
            var found: [IdeaID] = []
            var page = 1
            while true {
                let part = try look.ideas(in: challenge, IdeaFilter(order: .fair), lot: lot, page: page)
                found += part.items.map(\.idea)
                guard part.hasNext else { return found }
                page += 1
            }
        }
    }

    @Test("while people vote, lists show least shown ideas first, by the counts of when their order was made")
    func leastShown() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            var ideas: [IdeaID] = []
            for number in 0..<45 {
                ideas.append(
                    try await town.idea(
                        "Idée \(number)", by: ana, in: call, at: Town.day(1 + Double(number) / 100)))
            }
            #expect(try await list(call, day: 5, in: town) == Array(ideas.reversed()))
            let before = try await list(call, day: 30, in: town)
            #expect(Set(before) == Set(ideas) && before.count == 45)
            #expect(try await list(call, lot: 1, day: 30, in: town) != before)
            let shown = Dictionary(uniqueKeysWithValues: ideas.enumerated().map { ($1, $0 % 40) })
            try await town.store.countShowings(ShowingCount(people: shown, settling: []))
            #expect(try await list(call, day: 30, in: town) == before)
            try await town.store.countShowings(ShowingCount(people: [:], settling: [call]))
            let after = try await list(call, day: 30, in: town)
            #expect(after.map { shown[$0] ?? 0 } == shown.values.sorted())
            // Nobody is shown what is hidden, and what is new comes first.
            try await town.store.withdrawIdea(after[3], by: ana.id, at: Town.day(2))
            #expect(try await list(call, day: 30, in: town) == after.filter { $0 != after[3] })
            #expect(try await list(call, day: 43, in: town) == ideas.reversed().filter { $0 != after[3] })
        }
    }

    @Test("longer lists are drawn piece by piece, and nothing of them is lost or told twice")
    func pieces() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let count = Look.drawnTogether + 30
            _ = try await town.store.seedIdeas(
                (0..<count).map { index in
                    SeededIdea(
                        challenge: call, number: index + 1, author: ana.id,
                        content: IdeaContent(
                            title: "Idée \(index)", text: "Un texte assez long pour une idée."),
                        submittedAt: Town.day(1), answerDue: nil)
                })
            let list = try await list(call, day: 30, in: town)
            #expect(list.count == count && Set(list).count == count)
        }
    }

    @Test("supports are measured against the people who were shown an idea, never fewer than support it")
    func shares() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let call = try await town.challenge()
            let loud = try await town.idea("Vue par tous", by: ana, in: call)
            let quiet = try await town.idea("Vue par peu", by: ana, in: call)
            for number in 0..<12 {
                let voter = try await town.citizen("Voteur\(number)")
                try await town.store.castVote(on: loud, by: voter.id, at: Town.day(30))
                if number < 10 { try await town.store.castVote(on: quiet, by: voter.id, at: Town.day(30)) }
            }
            for idea in [loud, quiet] { try await town.decide(.accepted, idea, secretly: true) }
            try await town.store.countShowings(ShowingCount(people: [loud: 60, quiet: 4], settling: []))
            try await town.store.publishResults(of: call, by: town.mayor.id, at: Town.day(60))
            let (facts, rows) = try await town.look(as: nil, at: Town.day(61)) { look in
                let challenge = try look.challenge(call)
                let ranking = try #require(try look.publication(of: challenge)).ranking
                return (ranking.places.map(\.facts), try #require(try look.results(of: challenge)).rows)
            }
            guard case .approval(let first) = facts[0], case .approval(let second) = facts[1] else {
                throw Refusal.notFound
            }
            #expect(
                [first.supports, first.exposures, second.supports, second.exposures] == [10, 10, 12, 60])
            #expect(rows.map(\.idea) == [quiet, loud])
            #expect(rows.map(\.supportCount) == [10, 12])
            #expect(rows.map(\.place) == [1, 2])
        }
    }
}
