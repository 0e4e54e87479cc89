import Proving
import Testing

@testable import Domain

/// What holds for every method, tried on many small votes.
@Suite("Laws of all rankings")
struct RankingLawTests {
    /// A method with a kind of ballot that it counts.
    struct Subject: Sendable, CustomTestStringConvertible {
        let method: any RankingMethod.Type
        let kind: BallotKind
        var options: MethodOptions = [:]
        var testDescription: String { "\(method.id) of \(kind.rawValue)" }

        func rank(_ vote: OpenVote) throws -> Ranking {
            try method.init(options: options).rank(try vote.tally())
        }
    }

    static let subjects = [
        Subject(method: ApprovalMethod.self, kind: .approvals),
        Subject(method: TokensMethod.self, kind: .tokens),
        Subject(method: TokensMethod.self, kind: .approvals),
        Subject(method: MajorityJudgment.self, kind: .grades),
        Subject(method: PairwiseMethod.self, kind: .pairs),
        Subject(method: EqualShares.self, kind: .approvals),
        Subject(method: EqualShares.self, kind: .tokens, options: ["raises": 0]),
        Subject(method: GreedyMethod.self, kind: .tokens),
        Subject(method: JuryMethod.self, kind: .scorecards),
    ]

    @Test("the order in which ideas and ballots come in changes nothing", arguments: subjects)
    func permutation(subject: Subject) throws {
        for seed in 0..<60 {
            var luck = Dice(seed)
            let vote = OpenVote.random(subject.kind, &luck)
            let ranking = try subject.rank(vote)
            #expect(try subject.rank(vote.shuffled(by: &luck)) == ranking, "seed \(seed)")
        }
    }

    /// Raising shares by whole units is not the same with twice as many voters, so it is left out.
    @Test("every ballot twice keeps the order", arguments: subjects)
    func doubling(subject: Subject) throws {
        var subject = subject
        if subject.method.id == EqualShares.id { subject.options["raises"] = 0 }
        for seed in 0..<60 {
            var luck = Dice(seed)
            var vote = OpenVote.random(subject.kind, &luck)
            let ranking = try subject.rank(vote)
            vote.ballots += vote.ballots
            let doubled = try subject.rank(vote)
            #expect(doubled.places.map(\.id) == ranking.places.map(\.id), "seed \(seed)")
            #expect(doubled.winners == ranking.winners, "seed \(seed)")
        }
    }

    @Test("an idea that is supported more is never placed lower", arguments: subjects)
    func monotony(subject: Subject) throws {
        var subject = subject
        if subject.method.id == EqualShares.id { subject.options["raises"] = 0 }
        var changes = 0
        for seed in 0..<120 {
            var luck = Dice(seed)
            var vote = OpenVote.random(subject.kind, &luck)
            let idea = luck.below(vote.ideas.count)
            let voter = luck.below(vote.ballots.count)
            let before = try subject.rank(vote)
            vote.ballots[voter] = vote.ballots[voter].raising(idea, in: vote.ideas.count)
            let after = try subject.rank(vote)
            let id = vote.ideas[idea].id
            let old = try #require(before.places.first { $0.id == id })
            let new = try #require(after.places.first { $0.id == id })
            #expect(new.place <= old.place, "seed \(seed): \(old) became \(new)")
            #expect(new.isWinner || !old.isWinner, "seed \(seed)")
            if new != old { changes += 1 }
        }
        #expect(changes > 20)
    }

    @Test("the only idea that everybody finds best is first", arguments: subjects)
    func unanimity(subject: Subject) throws {
        for seed in 0..<60 {
            var luck = Dice(seed)
            var vote = OpenVote.random(subject.kind, &luck)
            let idea = luck.below(vote.ideas.count)
            vote.ballots = vote.ballots.map { $0.best(idea, in: vote.ideas.count) }
            let costs = vote.ideas.map { ($0.cost ?? 0) }
            vote.terms = .init(
                seed: vote.terms.seed, budget: max(vote.terms.budget ?? 0, costs[idea]), weights: [2, 1])
            let ranking = try subject.rank(vote)
            #expect(ranking.places.first?.id == vote.ideas[idea].id, "seed \(seed)")
            #expect(ranking.winners.first == vote.ideas[idea].id, "seed \(seed)")
            #expect(ranking.places.first?.tiedWith == [], "seed \(seed)")
        }
    }

    @Test("ideas that nothing parts share a place and follow the published draw", arguments: subjects)
    func draw(subject: Subject) throws {
        guard subject.method.id != GreedyMethod.id else { return }
        var firsts: Set<String> = []
        for seed in ["ruche", "essaim", "tilleul", "miel", "cire", "reine", "alvéole"] {
            let vote = OpenVote(
                kind: subject.kind, ideas: ["1", "2", "3", "4"].map { .init(id: $0, cost: 100) },
                ballots: [], terms: .init(seed: seed, budget: 1_000, weights: [1]))
            let ranking = try subject.rank(vote)
            let turns = TieDraw(seed: seed).turns(of: ["1", "2", "3", "4"])
            #expect(ranking.places.map { turns[(Int($0.id) ?? 0) - 1] } == [0, 1, 2, 3])
            #expect(ranking.places.allSatisfy { $0.place == 1 && $0.tiedWith.count == 3 })
            #expect(ranking.winners == [])
            #expect(ranking.warnings.contains(.noBallots))
            firsts.insert(ranking.places[0].id)
        }
        #expect(firsts.count > 1)
    }

    @Test("an option that a method does not have, or a value that it cannot have, is refused")
    func options() throws {
        for method in RankingMethods.all {
            #expect(throws: OptionFault(option: "mood", allowed: nil)) {
                try method.init(options: ["mood": 1])
            }
            #expect(RankingMethods.type(method.id) == method)
        }
        #expect(throws: OptionFault(option: "winners", allowed: 0...Tally.ideaLimit)) {
            try TokensMethod(options: ["winners": -1])
        }
        #expect(RankingMethods.type("oracle") == nil)
    }

    @Test("a method refuses ballots that it cannot count", arguments: RankingMethods.all.map { $0.id })
    func kinds(method: String) throws {
        let type = try #require(RankingMethods.type(method))
        let counted = BallotKind.allCases.filter { kind in
            let vote = OpenVote(
                kind: kind, ideas: [.init(id: "1", cost: 1)], ballots: [],
                terms: .init(seed: "", budget: 1, weights: [1]))
            return (try? type.init(options: [:]).rank(vote.tally())) != nil
        }
        #expect((1...2).contains(counted.count))
    }
}

extension Ballot {
    /// The ballot of somebody who likes an idea more than before.
    fileprivate func raising(_ idea: Int, in count: Int) -> Ballot {
        func raised(_ marks: [Mark], by step: Int, to limit: Int) -> [Mark] {
            let old = marks.first { $0.idea == idea }?.value
            let rest = marks.filter { $0.idea != idea }
            return rest + [Mark(idea: idea, value: min(limit, (old ?? 0) + step))]
        }
        switch self {
        case .approvals(let list): return .approvals(Set(list + [idea]).sorted())
        case .tokens(let marks): return .tokens(raised(marks, by: 2, to: 100))
        case .grades(let marks): return .grades(raised(marks, by: 2, to: 5))
        case .pairs(let duels): return .pairs(duels + [Duel(winner: idea, loser: (idea + 1) % count)])
        case .scorecards(let cards):
            return .scorecards(
                cards.map { card in
                    guard card.idea == idea else { return card }
                    return Scorecard(idea: idea, scores: card.scores.map { min(10, $0 + 2) })
                })
        }
    }

    /// The ballot of somebody who likes one idea best of all.
    fileprivate func best(_ idea: Int, in count: Int) -> Ballot {
        switch self {
        case .approvals: .approvals([idea])
        case .tokens: .tokens([Mark(idea: idea, value: 3)])
        case .grades(let marks):
            .grades(marks.map { Mark(idea: $0.idea, value: $0.idea == idea ? 5 : min(4, $0.value)) })
        case .pairs:
            .pairs((0..<count).filter { $0 != idea }.map { Duel(winner: idea, loser: $0) })
        case .scorecards:
            .scorecards(
                (0..<count).map { Scorecard(idea: $0, scores: $0 == idea ? [10, 10] : [9, 10 - $0]) })
        }
    }
}
