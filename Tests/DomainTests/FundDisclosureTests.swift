import Domain
import Proving
import Testing

@Suite struct FundDisclosureTests {
    private static func moment(_ day: Int, hour: Int64 = 12) -> Timestamp {
        Timestamp(seconds: Int64(day) * 86_400 + hour * 3_600)
    }

    private static func fact(
        _ number: Int64, of member: Int64?, on day: Int, withdrawn: Int? = nil
    ) -> FundFact {
        let code = FundMember("M\(member ?? 0)")
        return FundFact(
            id: FundFactID(number),
            event: member == nil ? .settlement : .contribution(code, amount: 10_000 + number),
            member: member.map { MemberID($0) }, place: 1, revision: 0, bookedAt: moment(day),
            withdrawnAt: withdrawn.map { moment($0, hour: 15) })
    }

    private static func days(_ facts: [FundFact], before today: Int = 100) -> [Int] {
        FundDisclosure(facts, before: Day(number: today), by: .usual).days.map(\.number)
    }

    @Test("it moves on with the end of a day, once ten people are behind what is new")
    func steps() {
        let nine = (1...9).map { Self.fact($0, of: $0, on: 1) }
        #expect(Self.days(nine).isEmpty)
        // A settlement is nobody's, and whoever is behind two facts is one person.
        #expect(Self.days(nine + [Self.fact(10, of: nil, on: 2), Self.fact(11, of: 3, on: 3)]).isEmpty)
        let ten = nine + [Self.fact(10, of: 10, on: 4)]
        #expect(Self.days(ten) == [4])
        #expect(Self.days(ten, before: 4).isEmpty)
        #expect(Self.days(ten, before: 5) == [4])
        #expect(Self.days(ten + (11...19).map { Self.fact($0, of: $0, on: 5) }) == [4])
        #expect(Self.days(ten + (11...20).map { Self.fact($0, of: $0, on: 5) }) == [4, 5])
        // What is taken back is news as well.
        let taken = (1...10).map { Self.fact($0, of: $0, on: 1, withdrawn: 7) }
        #expect(Self.days(taken) == [1, 7])
        let undone =
            (1...9).map { Self.fact($0, of: $0, on: 1) } + [Self.fact(10, of: 10, on: 2, withdrawn: 2)]
        #expect(Self.days(undone).isEmpty)
    }

    @Test("what stood at the end of a day is told of others; of one’s own, what stands now")
    func standing() {
        let facts = [
            Self.fact(1, of: 1, on: 1), Self.fact(2, of: 2, on: 1, withdrawn: 3), Self.fact(3, of: 1, on: 3),
            Self.fact(4, of: 2, on: 4),
        ]
        let disclosure = FundDisclosure(facts, before: Day(number: 9), by: .usual)
        func told(_ day: Int, own: Int64? = nil) -> [Int64] {
            disclosure.facts(through: Day(number: day), own: own.map { MemberID($0) }).map(\.id.rawValue)
        }
        #expect(told(1) == [1, 2])
        #expect(told(3) == [1, 3])
        #expect(told(1, own: 1) == [1, 2, 3])
        #expect(told(1, own: 2) == [1, 4])
        #expect(disclosure.facts(of: MemberID(2)).map(\.id.rawValue) == [4])
    }

    @Test(
        "whoever looks every day finds no difference about fewer than k people", arguments: 1...40,
        [5, 8, 10, 20].compactMap(Anonymity.init(fewest:)))
    func differencing(seed: UInt64, anonymity: Anonymity) {
        var dice = Dice(seed)
        let people = dice.roll(8...60)
        var facts: [FundFact] = []
        for number in 1...dice.roll(5...250) {
            let day = Int(dice.roll(0...120))
            let withdrawn = dice.roll(0...9) == 0 ? Int(dice.roll(Int64(day)...130)) : nil
            facts.append(Self.fact(number, of: dice.roll(1...people), on: day, withdrawn: withdrawn))
        }
        facts.sort { ($0.bookedAt, $0.id.rawValue) < ($1.bookedAt, $1.id.rawValue) }

        var before: [FundFact]?
        for today in 0...135 {
            // What was known in the morning of that day.
            let known = facts.filter { Day($0.bookedAt).number < today }.map { fact in
                FundFact(
                    id: fact.id, event: fact.event, member: fact.member, place: 1, revision: 0,
                    bookedAt: fact.bookedAt,
                    withdrawnAt: fact.withdrawnAt.flatMap { Day($0).number < today ? $0 : nil })
            }
            let disclosure = FundDisclosure(known, before: Day(number: today), by: anonymity)
            guard let day = disclosure.days.last else { continue }
            let told = disclosure.facts(through: day)
            let ids = Set(told.map(\.id))
            let last = Set((before ?? []).map(\.id))
            let different = Set(
                facts.filter { ids.contains($0.id) != last.contains($0.id) }.compactMap(\.member))
            #expect(different.isEmpty || different.count >= anonymity.fewest, "on day \(today)")
            before = told
        }
    }
}
