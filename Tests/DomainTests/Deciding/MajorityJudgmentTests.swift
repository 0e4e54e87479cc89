import Proving
import Testing

@testable import Domain

@Suite("Majority judgment")
struct MajorityJudgmentTests {
    private func places(_ counts: [[Int]], voters: Int? = nil, missing: Int = 0) -> [Int] {
        let grades = counts.map { own in
            var own = own
            if let voters { own[missing] += voters - own.reduce(0, +) }
            return GradeCounts(own)
        }
        return grades.map { own in 1 + grades.count { $0.isBetter(than: own) } }
    }

    /// The assertions that MieuxVoter publishes with its own libraries (majority-judgment-library-java, MIT).
    @Test("ranks as the published cases do")
    func published() {
        #expect(
            places([[1, 1, 1], [1, 0, 2], [3, 0, 0], [2, 0, 1], [0, 3, 0]]) == [3, 1, 5, 4, 2])
        #expect(
            places([
                [11142, 6970, 4040, 1968, 9888, 2992], [10141, 8971, 4043, 1965, 8884, 2996],
                [14141, 8971, 1043, 1965, 7884, 2996],
            ]) == [1, 2, 3])
        #expect(
            places([
                [5_272_679, 19_797_001, 10_732_688, 9_612_936, 1_379_840, 16_886_281, 8_646_031],
                [16_354_546, 11_690_342, 9_451_800, 14_245_973, 817_593, 12_461_162, 7_306_040],
                [9_849_171, 17_970_690, 14_276_861, 4_606_692, 16_404_594, 6_760_147, 2_459_301],
                [2_645_563, 12_907_474, 1_278_331, 22_843_261, 8_025_412, 8_964_952, 15_662_463],
                [16_293_252, 12_277_630, 38_348, 14_929_905, 11_087_753, 10_634_266, 7_066_302],
            ]) == [3, 4, 5, 1, 2])
        let few = [[2, 2, 2, 2, 2], [1, 2, 2, 2, 2], [0, 0, 4, 0, 0], [0, 0, 0, 0, 2], [0, 0, 0, 1, 1]]
        #expect(places(few, voters: 10) == [1, 1, 3, 4, 5])
        let passable = [
            [2, 2, 2, 2, 2], [2, 2, 1, 2, 2], [0, 0, 4, 0, 0], [0, 0, 0, 0, 2], [0, 0, 0, 1, 1],
        ]
        #expect(places(passable, voters: 10, missing: 2) == [4, 4, 3, 1, 2])
    }

    /// Orsay 2007, 1,733 voters (M. Balinski and R. Laraki, hal-00243076).
    @Test("ranks the election of Orsay as it was published")
    func orsay() {
        let grades = [
            [129, 146, 256, 434, 532, 236], [218, 211, 291, 331, 393, 289], [489, 123, 200, 247, 343, 331],
        ].map { GradeCounts($0) }
        #expect(grades.map(\.median) == [3, 3, 3])
        #expect(grades.map(\.above) == [768, 682, 674])
        #expect(grades.map(\.below) == [531, 720, 812])
        #expect(places(grades.map(\.counts)) == [1, 2, 3])
    }

    /// Takes the lower median away again and again, as the rule is told.
    private func medians(_ counts: [Int]) -> [Int] {
        var sorted = counts.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
        var medians: [Int] = []
        while !sorted.isEmpty { medians.append(sorted.remove(at: (sorted.count - 1) / 2)) }
        return medians
    }

    @Test("is the rule of taking median grades away one by one")
    func oneByOne() {
        var luck = Dice(1)
        for _ in 0..<3_000 {
            let total = 1 + luck.below(9)
            let both = (0..<2).map { _ in
                var counts = [Int](repeating: 0, count: 4)
                for _ in 0..<total { counts[luck.below(4)] += 1 }
                return counts
            }
            let expected = medians(both[1]).lexicographicallyPrecedes(medians(both[0]))
            #expect(GradeCounts(both[0]).isBetter(than: GradeCounts(both[1])) == expected, "\(both)")
        }
    }

    @Test("compares unequal numbers of grades by their shares, and no grade is the least")
    func unequal() {
        let third = GradeCounts([1, 0, 0, 2, 0, 0])
        let same = GradeCounts([40, 0, 0, 80, 0, 0])
        #expect(!third.isBetter(than: same) && !same.isBetter(than: third))
        #expect(GradeCounts([1, 0, 0, 0, 0, 0]).isBetter(than: GradeCounts([0, 0, 0, 0, 0, 0])))
        #expect(GradeCounts([0, 0, 0, 0, 0, 0]).median == nil)
        let half = GradeCounts([0, 1, 0, 0, 1, 0])
        #expect((half.median, half.above, half.below) == (1, 1, 0))
    }

    @Test("counts who gave no grade as the rules say, and tells the gauge")
    func missing() throws {
        let tally = try Tally(
            .grades, ideas: [.init(id: "1"), .init(id: "2")],
            ballots: [
                .grades([.init(idea: 0, value: 5)]), .grades([.init(idea: 1, value: 3)]),
                .grades([.init(idea: 1, value: 4)]),
            ], terms: .init(seed: "s"))
        let open = try MajorityJudgment(options: [:]).rank(tally)
        #expect(open.winners == ["1"])
        let strict = try MajorityJudgment(options: ["missing": 0]).rank(tally)
        #expect(strict.winners == ["2"])
        #expect(
            strict.places[1].facts
                == .grades(.init(counts: [2, 0, 0, 0, 0, 1], median: 0, above: 1, below: 0)))
        #expect(strict.places[1].gap?.above == "2")
    }
}
