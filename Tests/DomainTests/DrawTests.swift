import Domain
import Testing

@Suite struct DrawTests {
    private static let seed = "0123456789abcdef0123456789abcdef"

    private static func draw(
        _ participants: [String] = ["ana", "bob", "cleo", "dan"], winners: Int = 2, seed: String = seed,
        publicInput: String = "CAC 40 du 20/11/2026 : 8123,45"
    ) -> Draw {
        Draw(
            commitment: Fingerprint(of: seed), seed: seed, publicInput: publicInput,
            participants: participants, winners: winners)
    }

    @Test("a draw gives what sha256sum and sort give")
    func recomputed() {
        let draw = Self.draw()
        #expect(draw.problems == [])
        #expect(draw.keepsCommitment)
        #expect("\(draw.commitment)" == "3eb1bd439947eb762998e566ccc2e099c791118b2f40579cc4f7da2b5061b7f9")
        #expect(
            "\(draw.participantsFingerprint)"
                == "e5f8ec53d903b2b7db99b81b7c69b73d7ce797754cbfd91cad589a39a9ae2ef0")
        #expect("\(draw.key)" == "4bb25978f343294b20535495715c507b29300ef4973233efad3b79f562b1e103")
        #expect(draw.result.map(\.participant) == ["cleo", "ana"])
        #expect(
            "\(draw.result[0].fingerprint)"
                == "597a766d5cbcef3dc648865a0c4925ecadc20f3db4b056e0dbf99b22bca36374")
    }

    @Test("the order of the list does not matter; seed, public input and list do")
    func inputs() {
        let result = Self.draw(winners: 4).result
        #expect(Self.draw(["dan", "cleo", "bob", "ana"], winners: 4).result == result)
        #expect(Self.draw(winners: 4, seed: Self.seed + "0").result != result)
        #expect(Self.draw(winners: 4, publicInput: "autre").result != result)
        #expect(Self.draw(["ana", "bob", "cleo", "eve"], winners: 4).result != result)
    }

    @Test("everybody is drawn once, and no more than there are")
    func everybody() {
        let result = Self.draw(winners: 9).result
        #expect(Set(result.map(\.participant)) == ["ana", "bob", "cleo", "dan"])
        #expect(result.count == 4)
    }

    @Test("another seed than the one committed to is seen")
    func cheat() {
        let draw = Draw(
            commitment: Fingerprint(of: Self.seed), seed: Self.seed + "x", publicInput: "1",
            participants: ["ana"], winners: 1)
        #expect(!draw.keepsCommitment)
    }

    @Test("each has the same chance")
    func fairness() {
        var wins: [String: Int] = [:]
        for round in 0..<2_000 {
            wins[Self.draw(winners: 1, publicInput: "tour \(round)").result[0].participant, default: 0] += 1
        }
        // Four in two thousand: 500 each, with a standard deviation of 19.4.
        #expect(wins.values.allSatisfy { (400...600).contains($0) }, "\(wins)")
    }

    @Test("what is no draw is refused")
    func problems() {
        #expect(Self.draw(seed: "court").problems.map(\.field) == ["seed"])
        #expect(Self.draw(seed: Self.seed + "|").problems.map(\.field) == ["seed"])
        #expect(Self.draw(publicInput: "").problems.map(\.code) == [.missing])
        #expect(Self.draw([]).problems.map(\.field) == ["participants"])
        #expect(Self.draw(["a", "a"]).problems.map(\.code) == [.taken])
        #expect(Self.draw(["a\nb", "c"]).problems.map(\.code) == [.wrong])
        #expect(Self.draw(["é", "e\u{301}"]).problems == [])
        #expect(Self.draw(winners: 0).problems.map(\.field) == ["winners"])
    }
}
