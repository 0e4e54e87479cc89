import Domain
import Proving
import Testing

@Suite struct DisplayTests {
    private static let now = Timestamp(seconds: 1_800_000_000)

    @Test("what was shown least comes first, whatever the order of the input and the lot", arguments: 1...20)
    func leastFirst(seed: Int) {
        var dice = Dice(UInt64(seed))
        let ideas = (1...30).map { (idea: IdeaID($0), shown: Int(dice.next() % 6)) }
        for lot in 0..<FairOrder.lots {
            let order = FairOrder(lot: lot, at: Self.now)
            let sorted = order.sorted(ideas)
            #expect(sorted == order.sorted(ideas.shuffled(using: &dice)))
            #expect(Set(sorted) == Set(ideas.map(\.idea)))
            let shown = Dictionary(uniqueKeysWithValues: ideas.map { ($0.idea, $0.shown) })
            #expect(sorted.map { shown[$0] ?? 0 } == ideas.map(\.shown).sorted())
        }
    }

    @Test("among ideas shown equally often each is first as often as any other, over people and over time")
    func nobodyFirst() {
        var first: [IdeaID: Int] = [:]
        let ideas = (1...8).map { (idea: IdeaID($0), shown: 3) }
        for turn in 0..<100 {
            let now = Self.now + .minutes(Int64(turn * 10))
            for lot in 0..<FairOrder.lots {
                first[FairOrder(lot: lot, at: now).sorted(ideas)[0], default: 0] += 1
            }
        }
        // 200 each on average, with a standard deviation of 13.
        #expect(first.count == 8)
        #expect(first.values.allSatisfy { (135...265).contains($0) }, "\(first)")
    }

    @Test("somebody keeps their order for ten minutes, then draws anew; people spread over all lots")
    func lots() {
        let start = Timestamp(seconds: 1_800_000_000 / 600 * 600)
        for person in 1...50 as ClosedRange<UInt64> {
            let order = FairOrder(of: person, at: start)
            #expect(order == FairOrder(of: person, at: start + .minutes(9)))
            #expect(order != FairOrder(of: person, at: start + .minutes(10)))
        }
        var people = [Int](repeating: 0, count: FairOrder.lots)
        for person in 1...1_600 as ClosedRange<UInt64> { people[FairOrder(of: person, at: start).lot] += 1 }
        #expect(people.allSatisfy { (55...145).contains($0) }, "\(people)")
    }

    @Test("lists are fair from the opening of the vote to its close, while the challenge stands")
    func when() {
        func isFair(_ standing: Challenge.Standing, day: Int) -> Bool {
            People.challenge(standing, People.content()).ordersFairly(at: People.day(Int64(day)))
        }
        let voting = People.content().schedule.window(of: .vote)
        #expect(voting != nil)
        for day in 0...60 {
            let now = People.day(Int64(day))
            let isOpen = voting.map { now >= $0.opensAt && now < ($0.closesAt ?? now) } ?? false
            #expect(isFair(.published, day: day) == isOpen, "\(day)")
            #expect(isFair(.suspended, day: day) == isOpen)
            for standing in [Challenge.Standing.draft, .cancelled, .resultsPublished, .archived] {
                #expect(!isFair(standing, day: day))
            }
        }
    }
}
