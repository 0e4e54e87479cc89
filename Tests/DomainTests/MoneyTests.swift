import Domain
import Proving
import Testing

@Suite struct MoneyTests {
    @Test(
        "the largest remainders get the cents left over, and the smaller identifiers among equals",
        arguments: [
            (500, Array(repeating: 1, count: 9), [56, 56, 56, 56, 56, 55, 55, 55, 55]),
            (44, [21_878, 9_713, 4_167, 3_252, 1_065], [24, 11, 5, 3, 1]),
            // One seat less, and the second loses one while the fourth gains one: the method is known for it.
            (43, [21_878, 9_713, 4_167, 3_252, 1_065], [24, 10, 4, 4, 1]),
            (10_000, [232, 220, 290, 275], [2_281, 2_163, 2_852, 2_704]), (7, [0, 0], [0, 0]), (5, [], []),
            (3, [1, 0, 1], [2, 0, 1]), (0, [1, 2], [0, 0]),
            (Int64.max, [Int64.max, Int64.max], [Int64.max / 2 + 1, Int64.max / 2]),
        ] as [(Int64, [Int64], [Int64])])
    func largestRemainder(total: Int64, weights: [Int64], cents: [Int64]) {
        let shares = weights.enumerated().map { (id: $0.offset, weight: $0.element) }
        #expect(Money.largestRemainder(total, among: shares).map(\.cents) == cents)
    }

    @Test("identifiers are ordered by their bytes, not by language")
    func byteOrder() {
        let members = ["é", "z", "Z", "e\u{301}", "a"].map(FundMember.init)
        #expect(
            members.sorted().map { Array($0.id.utf8) }
                == ["Z", "a", "e\u{301}", "z", "é"].map { Array($0.utf8) })
        #expect(FundMember("é") != FundMember("e\u{301}"))
        let shares = members.map { (id: $0, weight: Int64(1)) }
        let given = Money.largestRemainder(2, among: shares).filter { $0.cents > 0 }
        #expect(given.map(\.id.id).sorted() == ["Z", "a"])
    }

    @Test("shares add up to the amount, each within a cent of its part, in whatever order they are listed")
    func properties() {
        var dice = Dice(3)
        for _ in 0..<500 {
            let count = dice.roll(1...30)
            let shares = (0..<count).map { (id: $0, weight: dice.roll(0...1_000)) }
            let total = dice.roll(0...1_000_000)
            let sum = shares.reduce(0) { $0 + $1.weight }
            let allotments = Money.largestRemainder(total, among: shares)
            guard sum > 0 else { continue }
            #expect(allotments.reduce(0) { $0 + $1.cents } == total)
            for allotment in allotments {
                #expect(allotment.cents * sum - total * allotment.weight < sum)
                #expect(total * allotment.weight - allotment.cents * sum < sum)
            }
            let again = Money.largestRemainder(total, among: shares.shuffled(using: &dice))
            #expect(again.sorted { $0.id < $1.id }.map(\.cents) == allotments.map(\.cents))
        }
    }

    @Test("rates are rounded down, with products that need 128 bits")
    func parts() {
        #expect(Money.part(1_750, of: 10_001) == 1_750)
        #expect(Money.part(3_333, of: 9_999) == 3_332)
        #expect(Money.part(10_000, of: Int64.max) == Int64.max)
        #expect(Money.part(9_999, of: Int64.max) == 9_222_449_699_651_090_329)
        #expect(Money.proportion(of: 12_000, 146, in: 365) == 4_800)
    }

    @Test("tied winners share the places that they take")
    func prizes() {
        func prizes(_ split: PrizeSplit, _ ranking: [[String]], pot: Int64 = 100_000) -> ([Int64], Int64) {
            let found = split.prizes(of: pot, for: ranking)
            return (found.prizes.map(\.cents), found.unclaimed)
        }
        #expect(prizes(.returningCommunity, [["a"], ["b", "c"]]) == ([50_000, 25_000, 25_000], 0))
        #expect(prizes(.returningCommunity, [["a"], ["b"], ["c"]]) == ([50_000, 30_000, 20_000], 0))
        #expect(
            prizes(.returningCommunity, [["a", "b", "c", "d"]]) == ([25_000, 25_000, 25_000, 25_000], 0))
        #expect(
            prizes(.returningCommunity, [["a"], ["b"], ["c", "d", "e"]]) == (
                [50_000, 30_000, 6_667, 6_667, 6_666], 0
            ))
        #expect(
            prizes(.returningCommunity, [["a"], ["b"], ["c"], ["d"]]) == ([50_000, 30_000, 20_000, 0], 0))
        #expect(prizes(.returningCommunity, [["a"]]) == ([50_000], 50_000))
        #expect(prizes(.oneWinner, [["b", "a"]], pot: 101) == ([50, 51], 0))
        #expect(prizes(.returningCommunity, []) == ([], 100_000))
        #expect(PrizeSplit([]) == nil)
        #expect(PrizeSplit([20, 30]) == nil)
        #expect(PrizeSplit([1, 0]) == nil)
        #expect(PrizeSplit([1, -1]) == nil)
        #expect(PrizeSplit([2, 1])?.places(of: 10) == [7, 3])
    }

    @Test("prizes never exceed the pot, and authors share theirs to the cent")
    func pots() {
        var dice = Dice(11)
        for _ in 0..<300 {
            let weights = (0..<dice.roll(1...6)).map { _ in dice.roll(1...100) }.sorted(by: >)
            let pot = dice.roll(0...1_000_000)
            var next = 0
            let ranking = (0..<dice.roll(0...5)).map { _ in
                (0..<dice.roll(1...3)).map { _ in
                    next += 1
                    return next
                }
            }
            let found = PrizeSplit(weights)?.prizes(of: pot, for: ranking)
            #expect(found.map { $0.prizes.reduce($0.unclaimed) { $0 + $1.cents } } == pot)
        }
        let authors = PrizeSplit.among(authors: [("b", 0), ("a", 0), ("c", 0)], prize: 100)
        #expect(authors.map(\.cents) == [33, 34, 33])
        #expect(PrizeSplit.among(authors: [("a", 3), ("b", 1)], prize: 101).map(\.cents) == [76, 25])
        #expect(PrizeSplit.steps(of: 101, decisionBps: 5_000) == (50, 51))
    }

    @Test(
        "days are those of the calendar",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-21", 20_778),
            ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("2024-12-31", 20_088),
        ])
    func days(text: String, number: Int) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test("what is no day is refused, and every day reads as it is written")
    func noDays() {
        for text in [
            "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-1-01", "2026-01-00", "",
            "2026/01/01", "+026-01-01", "0000-01-01",
        ] {
            #expect(Day(text) == nil, "\(text)")
        }
        for number in stride(from: -719_162, to: 2_932_896, by: 311) {
            #expect(Day(Day(number: number).description)?.number == number)
        }
        #expect(Day(Timestamp(seconds: -1)).number == -1)
        #expect(Day(Timestamp(seconds: 86_399)).number == 0)
    }
}
