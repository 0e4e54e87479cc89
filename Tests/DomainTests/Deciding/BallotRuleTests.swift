import Domain
import Testing

@Suite struct BallotRuleTests {
    private typealias Who = People.Who

    private static func challenge(_ way: DecidingWay, _ standing: Challenge.Standing = .published)
        -> Challenge
    {
        var content = People.content()
        content.way = way
        return People.challenge(standing, content)
    }

    @Test(
        "saying something of an idea: members but the author, in a phase of votes",
        arguments: [
            (5, Refusal.conflict(.votingNotOpenYet)), (10, nil), (19, nil), (20, .conflict(.votingClosed)),
        ] as [(Int64, Refusal?)])
    func marking(day: Int64, expected: Refusal?) {
        for way in [DecidingWay.usualTokens, .majorityJudgment] {
            for who in Who.allCases {
                let met = People.idea().markRefusal(
                    for: who.viewer, in: Self.challenge(way), cost: nil, at: People.day(day))
                let want: Refusal? =
                    switch who {
                    case .visitor: expected ?? .signInRequired
                    case .author: expected ?? .forbidden(.ownIdea)
                    default: expected
                    }
                #expect(met == want, "\(who) \(way)")
            }
        }
    }

    @Test("every way has one kind of ballot, and refuses the others")
    func kinds() {
        let ways: [DecidingWay] = [
            .approval, .usualTokens, .majorityJudgment, .pairwise, .equalShares(envelope: 100_000),
        ]
        #expect(Set(ways.map(\.name)) == Set(DecidingWay.Name.allCases))
        let (idea, other, now) = (People.idea(), Who.other.viewer, People.day(15))
        for way in ways {
            let challenge = Self.challenge(way)
            let support = idea.voteRefusal(for: other, in: challenge, ballot: People.noVotes, at: now)
            let mark = idea.markRefusal(for: other, in: challenge, cost: 5_000, at: now)
            let duel = idea.duelRefusal(for: other, in: challenge, at: now)
            #expect([support, mark, duel].count { $0 == nil } == 1, "\(way)")
            #expect([support, mark, duel].count { $0 == .conflict(.otherBallot) } == 2, "\(way)")
            #expect(
                RankingMethods.type(way.method(quota: nil).id) != nil, "\(way) is counted by no method")
        }
        #expect(
            idea.markRefusal(for: other, in: Self.challenge(ways[4]), cost: nil, at: now)
                == .conflict(.ideaWithoutCost))
    }

    @Test("a ballot holds as many tokens as there are")
    func tokens() {
        let way = DecidingWay.tokens(count: 5, cap: 3)
        #expect(way.problem(with: [3, 2]) == nil)
        #expect(
            way.problem(with: [3, 2, 1]) == Problem(field: "ballot", code: .tooManyTokens, limit: 5))
        #expect(DecidingWay.majorityJudgment.problem(with: [5, 5, 5]) == nil)
    }

    @Test(
        "the numbers of a way are within what can be counted",
        arguments: [
            (DecidingWay.tokens(count: 0, cap: 1), ["tokens"]), (.tokens(count: 101, cap: 3), ["tokens"]),
            (.tokens(count: 3, cap: 4), ["tokenCap"]), (.tokens(count: 50, cap: 11), ["tokenCap"]),
            (.tokens(count: 3, cap: 0), ["tokenCap"]), (.tokens(count: 100, cap: 10), []),
            (.equalShares(envelope: 99), ["envelope"]), (.equalShares(envelope: 100), []),
            (.approval, []), (.majorityJudgment, []), (.pairwise, []),
        ] as [(DecidingWay, [String])])
    func numbers(way: DecidingWay, fields: [String]) {
        var content = People.content()
        content.way = way
        #expect(content.problems.map(\.field) == fields)
    }

    @Test("how a challenge decides is settled once it is public")
    func settled() {
        var content = People.content()
        content.way = .pairwise
        #expect(Self.challenge(.majorityJudgment, .draft).revised(to: content).way == .pairwise)
        for standing in [Challenge.Standing.published, .suspended, .resultsPublished] {
            #expect(
                Self.challenge(.majorityJudgment, standing).revised(to: content).way == .majorityJudgment)
        }
    }

    @Test("only supports are ever shown as a number")
    func counts() {
        #expect(Self.challenge(.approval).showsCounts(at: People.day(21)))
        for way in [DecidingWay.usualTokens, .majorityJudgment, .pairwise, .equalShares(envelope: 5_000)] {
            #expect(!Self.challenge(way).showsCounts(at: People.day(21)))
        }
    }

    @Test(
        "costs are said by those who manage, until the vote opens",
        arguments: [
            (-5, nil), (9, nil), (10, Refusal.conflict(.costsSettled)), (25, .conflict(.costsSettled)),
        ]
            as [(Int64, Refusal?)])
    func costs(day: Int64, expected: Refusal?) {
        let challenge = Self.challenge(.equalShares(envelope: 500_000))
        for who in Who.allCases {
            let want: Refusal? =
                switch who {
                case .visitor: .signInRequired
                case .manager, .administrator: expected
                default: .forbidden(.staffOnly)
                }
            #expect(challenge.costRefusal(for: who.viewer, at: People.day(day)) == want, "\(who)")
        }
        #expect(
            Self.challenge(.approval).costRefusal(for: Who.manager.viewer, at: People.day(1))
                == .conflict(.otherBallot))
    }

    @Test("a receipt is read however it is typed, and each member has one of their own")
    func receipts() throws {
        let secret = VoteSecret(seed: "seed", receiptKey: Array(repeating: 7, count: 32))
        let receipt = secret.receipt(of: MemberID(12))
        let text = receipt.description
        #expect(text.wholeMatch(of: /(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/) != nil, "\(text)")
        #expect(Receipt(typed: text) == receipt)
        #expect(Receipt(typed: " \(text.lowercased().replacing("-", with: " ")) ") == receipt)
        #expect(Receipt(typed: "OIL0-0000-0000-0000") == Receipt(typed: "0110-0000-0000-0000"))
        for wrong in ["", "7KQF", text + "A", "UUUU-UUUU-UUUU-UUUU", "é"] {
            #expect(Receipt(typed: wrong) == nil, "\(wrong)")
        }
        let all = Set((1...2_000).map { secret.receipt(of: MemberID($0)) })
        #expect(all.count == 2_000)
        #expect(VoteSecret.random() != VoteSecret.random())
    }
}
