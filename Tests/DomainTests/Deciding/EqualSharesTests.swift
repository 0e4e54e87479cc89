import Proving
import Testing

@testable import Domain

@Suite("Equal shares")
struct EqualSharesTests {
    /// The first example of equalshares.net/explanation, in euros.
    private static let example = OpenVote(
        kind: .approvals,
        ideas: [
            .init(id: "bike", cost: 700), .init(id: "gym", cost: 400), .init(id: "park", cost: 250),
            .init(id: "play", cost: 200), .init(id: "lib", cost: 100),
        ],
        ballots: [
            [0, 1], [0, 1, 2], [0, 1], [0, 1, 2], [0, 1, 2], [0, 1], [2, 3, 4], [3], [3, 4], [2, 3, 4], [0],
        ].map { .approvals($0) },
        terms: .init(seed: "s", budget: 1_100, currencyUnit: 1))

    @Test("buys, pays and leaves what the published example does")
    func published() throws {
        let auction = ShareAuction(try Electorate(try Self.example.tally()), fund: 1_100)
        let ids = try Self.example.tally().ideas.map(\.id)
        #expect(auction.purchases.map { ids[$0.idea] } == ["bike", "play", "lib"])
        #expect(auction.purchases.map(\.votes) == [7, 4, 3])
        #expect(auction.purchases.map(\.price) == [100, 50, 100.0 / 3])
        let rests = zip(auction.electorate.groups, auction.purses).flatMap { group, purse in
            [Double](repeating: purse.left, count: group.voters)
        }
        #expect(rests.filter { $0 == 0 }.count == 7)
        #expect(rests.filter { $0 == 50 }.count == 1)
        #expect(rests.filter { abs($0 - 50.0 / 3) < 1e-12 }.count == 3)
    }

    @Test("tells who paid what, who would have been missing, and what greed would have chosen")
    func facts() throws {
        let ranking = try EqualShares(options: ["raises": 0]).rank(try Self.example.tally())
        #expect(ranking.winners == ["bike", "play", "lib"])
        #expect(ranking.cost == 1_000)
        #expect(ranking.beside == .init(method: "greedy", winners: ["bike", "gym"], cost: 1_100))
        #expect(ranking.places.map(\.id) == ["bike", "play", "lib", "gym", "park"])
        guard case .shares(let gym) = ranking.places[3].facts,
            case .shares(let bike) = ranking.places[0].facts
        else { throw WrongFacts() }
        #expect((gym.supporters, gym.round, gym.moneyLeft, gym.share) == (6, nil, 0, 100))
        #expect(ranking.places[3].gap?.needed == 4)
        #expect((bike.round, bike.effectiveVotes, bike.highestPayment) == (1, 7, 100))
        #expect(bike.isGreedyChoice && gym.isGreedyChoice)
        #expect(
            ranking.steps.prefix(2) == [
                .shared(amount: 1_100, voters: 11),
                .bought(idea: "bike", effectiveVotes: 7, highestPayment: 100),
            ])
    }

    @Test("shares are raised as long as the outcome fits the envelope")
    func raises() throws {
        let ranking = try EqualShares(options: [:]).rank(try Self.example.tally())
        let reference = ExactShares.raised(Self.example)
        #expect(ranking.winners == reference.bought.map { Self.example.ideas[$0].id })
        #expect(ranking.steps.contains(.raised(units: reference.raises)))
    }

    @Test("decides as exact fractions do", arguments: 0..<400)
    func reference(seed: Int) throws {
        var luck = Dice(seed)
        let vote = ExactShares.random(&luck)
        let electorate = try Electorate(try vote.tally())
        let outcome = ShareOutcome(electorate, raising: 1_000)
        let reference = ExactShares.raised(vote)
        #expect(outcome.auction.purchases.map(\.idea) == reference.bought, "seed \(seed)")
        #expect(outcome.auction.cost <= electorate.budget)
        if electorate.costs.indices.contains(where: {
            electorate.supporters[$0] > 0 && !reference.bought.contains($0)
        }) {
            #expect(outcome.raises == reference.raises, "seed \(seed)")
        }
        for (purchase, price) in zip(outcome.auction.purchases, reference.prices) {
            #expect(abs(purchase.price - price.value) <= 1e-9 * max(1, price.value))
        }
    }

    /// Both halves have three supporters, one of whom cannot pay as much as the others, with sevenths, sixths and fifths
    /// of rests: rounding would part what is equal.
    @Test("ideas that are exactly equal are drawn, whatever their rests are")
    func exactTies() throws {
        for seed in ["a", "b", "c", "d", "e", "f"] {
            let vote = OpenVote(
                kind: .approvals,
                ideas: [
                    .init(id: "1", cost: 100), .init(id: "2", cost: 70), .init(id: "3", cost: 60),
                    .init(id: "left", cost: 38), .init(id: "right", cost: 38),
                ],
                ballots: [
                    [0, 1, 2, 3], [0, 1, 2, 4], [0, 1, 3], [0, 1, 4], [0, 1, 3], [0, 1, 4], [0], [2], [2],
                    [2],
                ].map { .approvals($0) }, terms: .init(seed: seed, budget: 430, currencyUnit: 1))
            let ranking = try EqualShares(options: ["raises": 0]).rank(try vote.tally())
            let turns = TieDraw(seed: seed).turns(of: ["left", "right"])
            let order = turns[0] == 0 ? ["left", "right"] : ["right", "left"]
            #expect(ranking.winners == ["1", "2", "3"] + order)
            #expect(ranking.steps.contains(.drawn(ideas: order)))
            guard case .shares(let facts) = ranking.places[3].facts else { throw WrongFacts() }
            #expect(
                abs((facts.effectiveVotes ?? 0) - 38 / ((38 - (43 - 100.0 / 7 - 70.0 / 6 - 12)) / 2)) < 1e-9)
        }
    }

    @Test("an expensive idea of few supporters does not need a step for every unit")
    func quietRaises() throws {
        let vote = OpenVote(
            kind: .approvals,
            ideas: [.init(id: "1", cost: 10_000), .init(id: "2", cost: 90_000_000_000)],
            ballots: [[0], [0], [0], [1]].map { .approvals($0) },
            terms: .init(seed: "s", budget: 95_000_000_000, currencyUnit: 1))
        let ranking = try EqualShares(options: [:]).rank(try vote.tally())
        #expect(ranking.winners == ["1", "2"])
        #expect(ranking.warnings == [])
        #expect(ranking.steps.contains(.raised(units: 66_250_000_000)))
    }

    @Test("greed takes by score, then cost, then id, whatever still fits")
    func greedy() throws {
        let vote = OpenVote(
            kind: .tokens,
            ideas: [
                .init(id: "10", cost: 30), .init(id: "9", cost: 30), .init(id: "a", cost: 60),
                .init(id: "4", cost: 20), .init(id: "5", cost: 20),
            ],
            ballots: [
                .tokens([.init(idea: 0, value: 2), .init(idea: 1, value: 2), .init(idea: 2, value: 9)]),
                .tokens([.init(idea: 3, value: 2)]),
            ], terms: .init(seed: "s", budget: 100))
        let ranking = try GreedyMethod(options: [:]).rank(try vote.tally())
        #expect(ranking.places.map(\.id) == ["a", "4", "9", "10", "5"])
        #expect(ranking.winners == ["a", "4", "5"])
        #expect(ranking.cost == 100)
        #expect(ranking.places[2].facts == .score(.init(score: 2, cost: 30, left: 20)))
    }

    @Test("an envelope without amount, or ideas without cost, are refused")
    func refused() throws {
        var vote = Self.example
        vote.terms = .init(seed: "s")
        #expect(throws: TallyFault(.whole, .noBudget)) {
            try EqualShares(options: [:]).rank(try vote.tally())
        }
        vote = Self.example
        vote.ideas[1] = .init(id: "gym")
        #expect(throws: TallyFault(.named("gym"), .noCost)) {
            try EqualShares(options: [:]).rank(try vote.tally())
        }
    }
}
