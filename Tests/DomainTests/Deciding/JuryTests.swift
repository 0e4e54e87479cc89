import Testing

@testable import Domain

@Suite("Jury")
struct JuryTests {
    private let scores = [
        (0, 0, 8), (1, 0, 7), (1, 1, 6), (2, 1, 8), (2, 2, 5), (3, 2, 4), (0, 2, 4), (3, 0, 9),
    ]

    private func tally() throws -> Tally {
        try Tally(
            .scorecards, ideas: ["A", "B", "C", "D"].map { .init(id: $0) },
            ballots: (0..<3).map { juror in
                .scorecards(
                    scores.filter { $0.1 == juror }.map { .init(idea: $0.0, scores: [$0.2]) })
            }, terms: .init(seed: "s", weights: [1]))
    }

    /// Two-way additive least squares with sums of zero, solved independently.
    @Test(
        "finds the leniencies that least squares do, with a penalty and without",
        arguments: [
            (
                0.0, 6.458333333333333,
                [6.333333333333333, 5.2333333333333325, 7.433333333333333, 6.833333333333333],
                [-2.5333333333333337, 0.6666666666666676, 1.8666666666666665]
            ),
            (
                1.0, 6.452380952380953,
                [6.3571428571428585, 5.693452380952382, 7.068452380952381, 6.690476190476192],
                [-2.3720238095238098, 0.6190476190476194, 1.75297619047619]
            ),
        ])
    func leastSquares(penalty: Double, middle: Double, ideas: [Double], jurors: [Double]) throws {
        let leniency = Leniency(JuryBench(try tally()), ideaPenalty: penalty, jurorPenalty: 0)
        #expect(abs(leniency.middle - middle) < 1e-9)
        for (own, expected) in zip(leniency.ideas, ideas) { #expect(abs((own ?? 0) - expected) < 1e-9) }
        for (own, expected) in zip(leniency.jurors.sorted(), jurors) { #expect(abs(own - expected) < 1e-9) }
    }

    @Test("ranks by the adjusted score, which the facts recompute, and shows the raw one beside it")
    func adjusted() throws {
        let ranking = try JuryMethod(options: ["winners": 2]).rank(try tally())
        for place in ranking.places {
            guard case .jury(let facts) = place.facts else { throw WrongFacts() }
            let mean = facts.scores.reduce(0) { $0 + $1.score - $1.leniency } / Double(facts.scores.count)
            #expect(facts.isAdjusted)
            #expect(abs((facts.adjusted ?? 0) - mean) < 1e-9)
            let raw = facts.scores.reduce(0) { $0 + $1.score } / Double(facts.scores.count)
            #expect(facts.raw == raw)
        }
        #expect(ranking.places.map(\.id) == ["C", "D", "A", "B"])
        let raw = try JuryMethod(options: ["adjusts": 0]).rank(try tally())
        #expect(raw.places.map(\.place) == [1, 1, 1, 4].map { $0 } || raw.places.last?.id == "A")
        #expect(raw.warnings.contains(.fewJurors(ideas: 4)))
    }

    @Test("a juror who stood aside counts for nothing, and an idea that nobody scored is last")
    func recusal() throws {
        let tally = try Tally(
            .scorecards, ideas: ["1", "2", "3"].map { .init(id: $0) },
            ballots: [
                .scorecards([.init(idea: 0, scores: [3, 6]), .init(idea: 1, scores: [])]),
                .scorecards([.init(idea: 0, scores: [6, 6]), .init(idea: 1, scores: [9, 6])]),
            ], terms: .init(seed: "s", weights: [2, 1]))
        let ranking = try JuryMethod(options: ["winners": 3, "adjusts": 0]).rank(tally)
        #expect(ranking.places.map(\.id) == ["2", "1", "3"])
        #expect(ranking.winners == ["2", "1"])
        guard case .jury(let facts) = ranking.places[0].facts else { throw WrongFacts() }
        #expect((facts.raw, facts.recusals, facts.scores.count) == (8, 1, 1))
        guard case .jury(let none) = ranking.places[2].facts else { throw WrongFacts() }
        #expect(none.raw == nil && none.adjusted == nil)
    }

    /// K. Krippendorff, Computing Krippendorff's alpha-reliability, 2011: four observers, twelve units.
    @Test("agreement is Krippendorff's published alpha")
    func krippendorff() throws {
        let data: [[Int?]] = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
            [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
        ]
        let units = (0..<12).map { unit in data.compactMap { $0[unit] } }
        let ordinal = try #require(Agreement.alpha(of: units, metric: .ordinal))
        let interval = try #require(Agreement.alpha(of: units, metric: .interval))
        #expect(abs(ordinal - 0.8153875037548813) < 1e-9)
        #expect(abs(interval - 0.8491071428571428) < 1e-9)
        #expect(Agreement.alpha(of: [[1], [2]], metric: .ordinal) == nil)
        #expect(Agreement.alpha(of: [[2, 2], [2]], metric: .interval) == nil)
    }

    @Test("a jury that does not agree is said so, and keeps its winners")
    func disagreement() throws {
        let tally = try Tally(
            .scorecards, ideas: (1...4).map { .init(id: "\($0)") },
            ballots: [[1, 4, 7, 10], [10, 7, 4, 1], [5, 10, 1, 7]].map { row in
                .scorecards(row.enumerated().map { .init(idea: $0.offset, scores: [$0.element]) })
            }, terms: .init(seed: "s", weights: [1]))
        let ranking = try JuryMethod(options: [:]).rank(tally)
        #expect(ranking.winners == ["2"])
        guard case .juryDisagrees(let alpha)? = ranking.warnings.first else { throw WrongFacts() }
        #expect(alpha < 0.2)
        guard case .agreed(let ordinal, _)? = ranking.steps.first else { throw WrongFacts() }
        #expect(ordinal == alpha)
        guard case .jury(let facts) = ranking.places[0].facts else { throw WrongFacts() }
        #expect(!facts.isAdjusted)
    }
}
