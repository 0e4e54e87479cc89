import Crypto
import Proving
import Testing

@testable import Domain

@Suite("Tallies")
struct TallyTests {
    private func text(_ vote: OpenVote) throws -> String {
        String(decoding: try vote.tally().canonicalText, as: UTF8.self)
    }

    @Test("the digest is made from lines that anybody can write")
    func canonical() throws {
        let vote = OpenVote(
            kind: .tokens,
            ideas: [.init(id: "12", cost: 300), .init(id: "b"), .init(id: "9", cost: 5, exposures: 1_024)],
            ballots: [
                .tokens([.init(idea: 2, value: 3), .init(idea: 0, value: 10)]), .tokens([]),
                .tokens([.init(idea: 1, value: 1)]),
            ], terms: .init(seed: "été", budget: 1_000))
        #expect(
            try text(vote) == """
                essaim-tally/1
                kind tokens
                seed été
                budget 1000
                unit 100
                idea 5 1024 9
                idea 300 - 12
                idea - - b
                ballot
                ballot 0:3 1:10
                ballot 2:1

                """)
        let hash = SHA256.hash(data: try vote.tally().canonicalText)
        #expect(try vote.tally().digest == hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
        let jury = OpenVote(
            kind: .scorecards, ideas: [.init(id: "1"), .init(id: "2")],
            ballots: [.scorecards([.init(idea: 1, scores: []), .init(idea: 0, scores: [7, 10])])],
            terms: .init(seed: "", weights: [2, 1]))
        #expect(try text(jury).hasSuffix("weight 2\nweight 1\nidea - - 1\nidea - - 2\nballot 0:7:10 1\n"))
    }

    @Test("a changed vote has another digest")
    func changed() throws {
        var luck = Dice(4)
        let vote = OpenVote.random(.grades, &luck)
        var other = vote
        other.ballots.removeLast()
        #expect(try vote.tally().digest != other.tally().digest)
        other = vote
        other.terms = .init(seed: "another", budget: vote.terms.budget, weights: vote.terms.weights)
        #expect(try vote.tally().digest != other.tally().digest)
        #expect(try vote.tally().digest.count == 64)
    }

    @Test("whole numbers come first, by their value, then other ids by their bytes")
    func order() {
        let ids = ["b", "10", "9", "a10", "a9", "009", "-1"]
        #expect(ids.sorted(by: Tally.precedes) == ["009", "9", "10", "-1", "a10", "a9", "b"])
    }

    @Test("what cannot be counted is refused, and said where it is")
    func faults() throws {
        func fault(
            _ kind: BallotKind, _ ballots: [Ballot], ideas: [Tally.Entry] = [.init(id: "a"), .init(id: "b")],
            weights: [Int] = [1], budget: Int? = nil, seed: String = ""
        ) -> TallyFault? {
            do throws(TallyFault) {
                _ = try Tally(
                    kind, ideas: ideas, ballots: ballots,
                    terms: .init(seed: seed, budget: budget, weights: weights))
                return nil
            } catch {
                return error
            }
        }
        #expect(fault(.approvals, [], ideas: []) == TallyFault(.whole, .noIdea))
        #expect(
            fault(.approvals, [], ideas: [.init(id: "a"), .init(id: "a")])
                == TallyFault(.idea(2), .identifierTwice("a")))
        #expect(fault(.approvals, [], ideas: [.init(id: "")]) == TallyFault(.idea(1), .badIdentifier))
        #expect(fault(.approvals, [], ideas: [.init(id: "a\nb")]) == TallyFault(.idea(1), .badIdentifier))
        #expect(fault(.approvals, [], ideas: [.init(id: "a", cost: -1)])?.place == .idea(1))
        #expect(fault(.approvals, [], budget: -1)?.place == .whole)
        #expect(fault(.approvals, [], seed: "a\nkind grades") != nil)
        #expect(fault(.scorecards, [], weights: []) == TallyFault(.whole, .noCriteria))
        #expect(fault(.approvals, [], weights: [0]) != nil)
        #expect(fault(.approvals, [.approvals([]), .approvals([2])]) == TallyFault(.ballot(2), .unknownIdea))
        #expect(fault(.approvals, [.approvals([-1])]) == TallyFault(.ballot(1), .unknownIdea))
        #expect(fault(.approvals, [.approvals([1, 1])]) == TallyFault(.ballot(1), .ideaTwice))
        #expect(fault(.approvals, [.tokens([])]) == TallyFault(.ballot(1), .otherKind(.approvals)))
        #expect(fault(.tokens, [.tokens([.init(idea: 0, value: -1)])])?.place == .ballot(1))
        #expect(fault(.grades, [.grades([.init(idea: 0, value: 6)])])?.place == .ballot(1))
        #expect(
            fault(.pairs, [.pairs([.init(winner: 1, loser: 1)])])
                == TallyFault(.ballot(1), .duelWithItself))
        #expect(
            fault(.scorecards, [.scorecards([.init(idea: 0, scores: [1, 2])])])
                == TallyFault(.ballot(1), .wrongNumberOfScores(expected: 1)))
        #expect(fault(.scorecards, [.scorecards([.init(idea: 0, scores: [11])])])?.place == .ballot(1))
        #expect(TallyFault(.ballot(3), .ideaTwice).description == "ballot 3: it names the same idea twice")
    }

    @Test("long integers add, subtract, multiply and compare like short ones")
    func longIntegers() {
        var luck = Dice(9)
        for _ in 0..<500 {
            let (a, b, c) = (luck.below(2_000) - 1_000, luck.below(2_000) - 1_000, luck.below(2_000) - 1_000)
            #expect(LongInteger(a) * b + LongInteger(c) == LongInteger(a * b + c))
            #expect(LongInteger(a) - LongInteger(b) == LongInteger(a - b))
            #expect((LongInteger(a) < LongInteger(b)) == (a < b))
        }
        let large = LongInteger(.max) * .max * .min
        #expect(large + LongInteger(1) - large == LongInteger(1))
        #expect(large < LongInteger(.min) && large * -1 * -1 == large)
        #expect(large * 3 - large - large - large == LongInteger(0))
    }
}
