import Testing

@testable import Domain

@Suite("Approval and tokens")
struct ApprovalTests {
    /// The first three are of R. G. Newcombe, Statistics in Medicine 17 (1998), table I, with the digits of the formula.
    @Test(
        "Wilson's interval has the published ends",
        arguments: [
            (81, 263, 0.2552885198782742, 0.36620956698280004),
            (15, 148, 0.0623863995307363, 0.16048724172330803), (0, 20, 0.0, 0.16112515805281938),
            (20, 20, 1 - 0.16112515805281938, 1.0), (0, 0, 0.0, 0.0),
        ])
    func wilson(successes: Int, trials: Int, lower: Double, upper: Double) {
        let bounds = Wilson.bounds(of: successes, in: trials, quantile: 1.959963984540054)
        #expect(abs(bounds.lower - lower) < 1e-12)
        #expect(trials == 0 || abs(bounds.upper - upper) < 1e-7)
    }

    private func vote(_ supports: [(shown: Int, supports: Int)]) throws -> Tally {
        let most = supports.map(\.supports).max() ?? 0
        return try Tally(
            .approvals,
            ideas: supports.enumerated().map { .init(id: "\($0.offset + 1)", exposures: $0.element.shown) },
            ballots: (0..<most).map { voter in
                .approvals(supports.indices.filter { voter < supports[$0].supports })
            }, terms: .init(seed: "a"))
    }

    @Test("an idea that few were shown is not lost, and one that two were shown does not win by chance")
    func exposures() throws {
        let ranking = try ApprovalMethod(options: [:]).rank(vote([(400, 60), (52, 38), (2, 2)]))
        #expect(ranking.places.map(\.id) == ["2", "3", "1"])
        #expect(ranking.winners == ["2"])
        #expect(ranking.warnings == [.fewReaders(ideas: 1, least: 20)])
        guard case .approval(let facts) = ranking.places[0].facts else { throw WrongFacts() }
        #expect((facts.supports, facts.exposures) == (38, 52))
        #expect((facts.lowerBound * 100).rounded(.down) == 64)
    }

    @Test("the gap tells how many supports were missing, and so many make it equal")
    func gap() throws {
        let ranking = try ApprovalMethod(options: [:]).rank(vote([(100, 60), (80, 40), (10, 0)]))
        let missing = try #require(ranking.places[1].gap?.needed)
        #expect(ranking.places[1].gap?.above == "1")
        let enough = try ApprovalMethod(options: [:]).rank(vote([(100, 60), (80, 40 + missing)]))
        #expect(enough.places[0].id == "2")
        let few = try ApprovalMethod(options: [:]).rank(vote([(100, 60), (80, 39 + missing)]))
        #expect(few.places[0].id == "1")
        #expect(ranking.places[2].gap?.needed == 7)
    }

    @Test("the first quarter of what enough people read is chosen, and nobody without support")
    func quarter() throws {
        let tally = try vote([(30, 9), (30, 8), (30, 7), (30, 6), (30, 5), (19, 9), (30, 0), (30, 0)])
        let ranking = try ApprovalMethod(options: ["readers": 20]).rank(tally)
        #expect(ranking.winners == ["1", "2"])
        #expect(try ApprovalMethod(options: ["winners": 8]).rank(tally).winners.count == 6)
    }

    @Test("a ballot beyond the quota, or more supports than readers, is refused")
    func refused() throws {
        let tally = try vote([(30, 3), (30, 3)])
        #expect(throws: TallyFault(.whole, .overQuota(limit: 1))) {
            try ApprovalMethod(options: ["quota": 1]).rank(tally)
        }
        #expect(throws: TallyFault(.named("1"), .moreSupportsThanReaders)) {
            try ApprovalMethod(options: [:]).rank(vote([(2, 3)]))
        }
    }

    @Test("tokens are added up, within what the rules allow")
    func tokens() throws {
        let tally = try Tally(
            .tokens, ideas: ["a", "b", "c"].map { .init(id: $0) },
            ballots: [
                .tokens([.init(idea: 0, value: 3), .init(idea: 1, value: 1)]),
                .tokens([.init(idea: 1, value: 2), .init(idea: 2, value: 0)]),
            ], terms: .init(seed: "x"))
        let ranking = try TokensMethod(options: ["tokens": 4, "cap": 3, "winners": 2]).rank(tally)
        #expect(ranking.places.map(\.place) == [1, 1, 3])
        #expect(Set(ranking.winners) == ["a", "b"])
        #expect(ranking.places[2].facts == .tokens(.init(tokens: 0, givers: 0)))
        #expect(ranking.places[2].gap?.needed == 3)
        #expect(throws: TallyFault(.whole, .overQuota(limit: 2))) {
            try TokensMethod(options: ["cap": 2]).rank(tally)
        }
        #expect(throws: TallyFault(.whole, .overQuota(limit: 3))) {
            try TokensMethod(options: ["tokens": 3]).rank(tally)
        }
    }
}

/// An idea has the facts of another method than was asked.
struct WrongFacts: Error {}
