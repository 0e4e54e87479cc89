import Domain
import Testing

@Suite struct DuelChoiceTests {
    private func standings(_ counts: [(Int, Int)]) -> [DuelChoice.Standing] {
        counts.enumerated().map {
            DuelChoice.Standing(idea: IdeaID(Int64($0 + 1)), duels: $1.0, wins: $1.1)
        }
    }

    @Test("asks about every pair once, then about none", arguments: [0, 1, 2, 3, 7])
    func everyPair(count: Int) {
        let ideas = standings(Array(repeating: (0, 0), count: count))
        var answered: [DuelAnswer] = []
        while let pair = DuelChoice.next(among: ideas, answered: answered, seed: "a \(answered.count)") {
            #expect(pair.first < pair.second)
            #expect(!answered.contains { $0.first == pair.first && $0.second == pair.second })
            answered.append(DuelAnswer(first: pair.first, second: pair.second, winner: nil))
        }
        #expect(answered.count == count * max(0, count - 1) / 2)
    }

    @Test("the least compared come first, whatever their strength")
    func leastCompared() throws {
        let ideas = standings([(9, 9), (3, 0), (8, 1), (2, 2), (9, 0)])
        let pair = try #require(DuelChoice.next(among: ideas, answered: [], seed: "s"))
        #expect([pair.first, pair.second] == [IdeaID(2), IdeaID(4)])
    }

    @Test("once all were compared enough, the closest in strength meet")
    func closest() throws {
        let ideas = standings([(20, 19), (10, 5), (20, 1), (20, 11), (20, 4)])
        let pair = try #require(DuelChoice.next(among: ideas, answered: [], seed: "s"))
        #expect([pair.first, pair.second] == [IdeaID(2), IdeaID(4)])
    }

    @Test("the same seed shows the same pair; over many seeds each idea is as often on the left")
    func sides() throws {
        let ideas = standings([(0, 0), (0, 0)])
        var left = 0
        for number in 0..<400 {
            let pair = try #require(DuelChoice.next(among: ideas, answered: [], seed: "\(number)"))
            #expect(pair == DuelChoice.next(among: ideas, answered: [], seed: "\(number)"))
            if pair.left == IdeaID(1) { left += 1 }
        }
        // Five standard deviations of 400 throws of a coin.
        #expect((150...250).contains(left))
    }
}
