import Domain
import Proving
import Testing

@Suite struct FederationTests {
    private static func entered(_ number: Int64, people: Int64, at day: Int64) throws -> CommunityObservation
    {
        func count(_ claims: Int64, _ exposure: Int64) throws -> ClaimCount {
            try #require(ClaimCount(claims: claims, exposure: exposure))
        }
        let seen = Observation(
            exposedBefore: try count(number, people), exposedAfter: try count(1, people + 2),
            controlBefore: try count(40, 1_000 + number), controlAfter: try count(38, 1_000))
        return CommunityObservation(
            community: CommunityID(number), seen: seen, people: people, source: "Un relevé", by: nil,
            firstAt: People.day(day), lastAt: People.day(day))
    }

    private static func told(_ entered: [CommunityObservation], by anonymity: Anonymity = .usual) -> [Int64] {
        Federation(entered, by: anonymity).told.map(\.community.rawValue)
    }

    @Test("a small community waits until those that wait are enough people")
    func waiting() throws {
        let small = try Self.entered(1, people: 6, at: 1)
        let large = try Self.entered(2, people: 40, at: 2)
        let other = try Self.entered(3, people: 4, at: 3)
        #expect(Self.told([small]) == [])
        #expect(Federation([small], by: .usual).together == nil)
        #expect(Self.told([small, large]) == [2])
        let all = Federation([large, other, small], by: .usual)
        #expect(all.told.map(\.community.rawValue) == [2, 1, 3])
        #expect(all.alone == [CommunityID(2)])
        #expect(all.toldAt == People.day(3))
        #expect(all.together?.exposedBefore.exposure == 50)
        #expect(Self.told([small], by: try #require(Anonymity(fewest: 5))) == [1])
    }

    @Test("what is entered again stays where it was, with its new numbers")
    func mended() throws {
        let first = try Self.entered(1, people: 12, at: 1)
        let again = CommunityObservation(
            community: first.community, seen: try Self.entered(1, people: 3, at: 9).seen, people: 12,
            source: "Un autre relevé", by: nil, firstAt: first.firstAt, lastAt: People.day(9))
        let federation = Federation([again], by: .usual)
        #expect(federation.together?.exposedBefore.exposure == 3)
        #expect(again.wasMended && !first.wasMended)
    }

    @Test("the same control group does not count twice")
    func shared() throws {
        let one = try Self.entered(1, people: 12, at: 1).seen
        let two = try Self.entered(2, people: 12, at: 1).seen
        #expect(one.problems(beside: [two]) == [])
        #expect(one.problems(beside: [two, one]).map(\.field) == ["c0"])
    }

    @Test(
        "whoever looks after each entry finds no difference about fewer than k people", arguments: 1...60,
        [5, 10, 30].compactMap(Anonymity.init(fewest:)))
    func differencing(seed: UInt64, anonymity: Anonymity) throws {
        var dice = Dice(seed)
        var entered: [CommunityObservation] = []
        var before: Set<CommunityID> = []
        for number in 1...dice.roll(1...14) {
            entered.append(
                try Self.entered(number, people: dice.roll(1...dice.choice(of: [4, 12, 60])), at: number))
            let people = Dictionary(uniqueKeysWithValues: entered.map { ($0.community, $0.people) })
            let federation = Federation(entered, by: anonymity)
            let told = Set(federation.told.map(\.community))
            #expect(told.isSuperset(of: before))
            let new = told.subtracting(before).reduce(0) { $0 + (people[$1] ?? 0) }
            #expect(new == 0 || new >= Int64(anonymity.fewest))
            // What the sum leaves of those that are shown by themselves.
            #expect(told.isSuperset(of: federation.alone))
            let rest = told.subtracting(federation.alone).reduce(0) { $0 + (people[$1] ?? 0) }
            #expect(rest == 0 || rest >= Int64(anonymity.fewest))
            for community in federation.alone { #expect((people[community] ?? 0) >= Int64(anonymity.fewest)) }
            before = told
        }
    }
}
