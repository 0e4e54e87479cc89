import Domain
import Proving
import Testing

@Suite struct AnonymityTests {
    /// The people behind what is withheld, by subtraction of what is shown from the whole.
    private func withheld(_ people: [Int], _ figures: [Figure]) -> Int {
        zip(people, figures).reduce(0) { $1.1 == .withheld ? $0 + $1.0 : $0 }
    }

    /// Some k that an installation may choose.
    private static let choices = [5, 7, 10, 25].compactMap(Anonymity.init(fewest:))

    @Test("no installation may ask for fewer than five people")
    func least() {
        #expect(Anonymity(fewest: 4) == nil)
        #expect(Anonymity(fewest: 5)?.fewest == 5)
        #expect(Anonymity.usual.fewest == 10)
    }

    @Test(
        "parts of a whole: neither a figure nor a subtraction tells of fewer than k", arguments: 0..<400,
        choices)
    func parts(seed: UInt64, anonymity: Anonymity) {
        var dice = Dice(seed)
        let most = dice.choice(of: [3, 12, 40, 1_000] as [Int64])
        let people = (0..<Int(dice.roll(1...9))).map { _ in Int(dice.roll(0...most)) }
        let figures = anonymity.parts(people)
        for (number, figure) in zip(people, figures) {
            guard let value = figure.value else { continue }
            #expect(value == number)
            #expect(anonymity.allows(value))
        }
        // Where all is withheld, the whole is known already and nothing divides it.
        if figures.contains(where: { $0 != .withheld }) {
            #expect(anonymity.allows(withheld(people, figures)), "\(people) \(figures)")
        }
        // What is safe alone is told: nothing is withheld without need.
        if people.allSatisfy(anonymity.allows) { #expect(!figures.contains(.withheld)) }
    }

    @Test("two groups that differ by a few people are not both shown", arguments: 0...40)
    func differencing(others: Int) {
        let figures = Anonymity.usual.parts([30, others])
        // The whole, 30 + others, is known: the second group is what the first leaves.
        let tells = figures[0].value.map { 30 + others - $0 }
        #expect(tells.map { $0 == 0 || $0 >= 10 } ?? true)
        #expect((1...9).contains(others) == (figures == [.withheld, .withheld]))
        let whole = Figure.exact(30 + others)
        let share = Anonymity.usual.share(30, of: [whole])
        #expect((1...9).contains(others) == (share == .withheld))
        #expect(Anonymity.usual.share(9, of: []) == .withheld)
        #expect(Anonymity.usual.share(0, of: [whole]) == .exact(0))
    }

    @Test(
        "overlapping figures: with a small one, one that is great enough is withheld", arguments: 0..<300,
        choices)
    func overlapping(seed: UInt64, anonymity: Anonymity) {
        var dice = Dice(seed)
        let figures = (0..<Int(dice.roll(1...9))).map { _ in
            let people = Int(dice.roll(0...dice.choice(of: [4, 14, 90])))
            return CrowdFigure(value: people == 0 ? 0 : people + Int(dice.roll(0...20)), people: people)
        }
        let shown = anonymity.overlapping(figures)
        for (figure, told) in zip(figures, shown) where told != .withheld {
            #expect(anonymity.allows(figure.people))
        }
        let hidden = zip(figures, shown).filter { $0.1 == .withheld }.map(\.0.people)
        let isAllWithheld = hidden.count == figures.count
        #expect(hidden.isEmpty || isAllWithheld || (hidden.max() ?? 0) >= anonymity.fewest, "\(figures)")
    }

    @Test("a funnel tells of nobody who is nearly alone")
    func funnel() {
        func period(_ readings: Int) -> PeriodFigures {
            PeriodFigures(
                start: People.day(1), ideas: 0, comments: 0, supports: nil,
                readings: CrowdFigure(people: readings))
        }
        let funnel = Funnel(
            periods: [period(40), period(4), period(12)], participants: 35, voters: 30, commenters: 25,
            authors: 3, by: .usual)
        // The four readers of the second day are not in the sum, or the sum of tomorrow less today's would tell of them.
        #expect(funnel.readings == 52)
        #expect(funnel.participants == .exact(35))
        #expect(funnel.voters == .withheld)
        #expect(funnel.commenters == .exact(25))
        #expect(funnel.authors == .withheld)
    }

    @Test("while people come, parts are told in tens")
    func segments() {
        let parts: [(name: Segmentation.Part.Name, people: Int)] = [(.only("Artisans"), 27), (.none, 88)]
        #expect(
            Segmentation(.community, parts: parts, isGrowing: true, by: .usual).parts.map(\.people) == [
                .exact(20), .exact(80),
            ])
        #expect(
            Segmentation(.community, parts: parts, isGrowing: false, by: .usual).parts.map(\.people) == [
                .exact(27), .exact(88),
            ])
    }

    @Test("every answer falls into one step of delays")
    func delays() {
        let delays = AnswerDelays((0...200).map { AnswerDelays.Count(days: $0, answers: 2) })
        #expect(delays.distribution.map(\.answers) == [2, 6, 8, 16, 30, 60, 280])
        #expect(AnswerDelays([]).distribution.allSatisfy { $0.answers == 0 })
    }
}
