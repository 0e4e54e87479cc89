import Domain
import Proving
import Testing

@Suite struct PointsTests {
    private static let cap: Int64 = 40

    private static func moment(_ day: Int64, _ hour: Int64 = 0) -> Timestamp {
        Timestamp(seconds: (20_000 + day) * 86_400 + hour * 3_600)
    }

    private static func day(_ number: Int64) -> Day { Day(moment(number)) }

    /// A book as a store keeps it: what was written stays, and is reversed at most.
    private struct Shelf {
        var lines: [PointLine] = []
        /// What the account has.
        var balance: Int64 = 0

        mutating func settle(
            _ facts: [PointFact], cap: Int64 = PointsTests.cap, except pauses: [PointPause] = []
        ) -> [PointEntry] {
            let changes = PointBook(lines, cap: cap).changes(for: facts, except: pauses)
            let gone = Set(changes.reversals.map(\.id))
            lines = lines.map { line in
                guard gone.contains(line.id) else { return line }
                balance -= line.posted
                return PointLine(
                    id: line.id, key: line.key, turn: line.turn, earnedAt: line.earnedAt, amount: line.amount,
                    posted: line.posted, cap: line.cap, isReversed: true)
            }
            for entry in changes.entries { add(entry) }
            return changes.entries
        }

        mutating func add(_ entry: PointEntry, isSettled: Bool = false) {
            balance += entry.posted
            lines.append(
                PointLine(
                    id: PointLineID(Int64(lines.count + 1)), key: entry.key, turn: entry.turn,
                    earnedAt: entry.earnedAt, amount: entry.amount, posted: entry.posted, cap: entry.cap,
                    isSettled: isSettled))
        }

        /// What stands of each day, rewards apart.
        var days: [Day: Int64] {
            lines.filter { !$0.isReversed && $0.key.source.isCapped }.reduce(into: [:]) {
                $0[Day($1.earnedAt), default: 0] += $1.posted
            }
        }
    }

    /// Any facts of a few days, some of them many times.
    private static func facts(_ dice: inout Dice) -> [PointFact] {
        (0..<dice.below(30)).compactMap { _ in
            let subject = dice.roll(1...8)
            let source = dice.choice(of: PointSource.allCases)
            // The same fact is always of the same moment.
            let at = moment(subject % 3, subject)
            return source == .reward
                ? PointFact(.reward, subject, at: at, points: 100) : PointFact(source, subject, at: at)
        }
    }

    @Test(
        "whatever comes and goes, no day exceeds its cap, no fact counts twice, and saying it again adds nothing",
        arguments: 0..<60 as Range<UInt64>)
    func invariants(seed: UInt64) {
        var dice = Dice(seed)
        var shelf = Shelf()
        for _ in 0..<25 {
            let facts = Self.facts(&dice)
            var reordered = facts
            reordered.shuffle(using: &dice)
            let expected = PointBook(shelf.lines, cap: Self.cap).changes(for: reordered).entries
            #expect(shelf.settle(facts) == expected)
            #expect(shelf.days.values.allSatisfy { $0 <= Self.cap })
            let standing = shelf.lines.filter { !$0.isReversed }
            #expect(Set(standing.map(\.key)) == Set(facts.map(\.key)))
            #expect(Set(standing.map(\.key)).count == standing.count)
            #expect(shelf.balance == standing.reduce(0) { $0 + $1.posted } && shelf.balance >= 0)
            let again = PointBook(shelf.lines, cap: Self.cap).changes(for: facts + facts)
            #expect(again.entries.isEmpty && again.reversals.isEmpty)
        }
    }

    @Test(
        "a cap that falls or rises holds for what comes: nothing is posted above it",
        arguments: 0..<20 as Range<UInt64>)
    func changingCaps(seed: UInt64) {
        var dice = Dice(seed &+ 90)
        var shelf = Shelf()
        for _ in 0..<20 {
            let cap = dice.roll(5...60)
            let before = shelf.days
            for entry in shelf.settle(Self.facts(&dice), cap: cap) where entry.key.source.isCapped {
                let day = Day(entry.earnedAt)
                if entry.posted > 0 { #expect(shelf.days[day] ?? 0 <= cap, "\(before)") }
            }
        }
    }

    @Test("what a cap took away is not given back when something else goes")
    func cutStays() throws {
        var shelf = Shelf()
        let facts = [
            PointFact(.kept, 1, at: Self.moment(1, 1)), PointFact(.implemented, 2, at: Self.moment(1, 2)),
        ].compactMap(\.self)
        #expect(shelf.settle(facts).map(\.posted) == [20, 20])
        #expect(shelf.lines[1].isCut && shelf.lines[1].cap == 40)
        #expect(shelf.settle([facts[1]]) == [])
        #expect(shelf.balance == 20)
        // Come again, the first is a new line, in what is left of its day.
        let again = shelf.settle(facts)
        #expect(again.map(\.turn) == [2] && again.map(\.posted) == [20])
    }

    @Test("what happened while somebody wanted no points is not posted, then or later")
    func pauses() {
        let facts = (1...4).compactMap { PointFact(.clarified, $0, at: Self.moment($0)) }
        let pause = PointPause(from: Self.moment(2), until: Self.moment(3))
        var shelf = Shelf()
        #expect(shelf.settle(facts, except: [pause]).map(\.key.subject) == [1, 3, 4])
        #expect(shelf.settle(facts, except: [pause]) == [])
        #expect(PointPause(from: Self.moment(2), until: nil).contains(Self.moment(900)))
    }

    @Test("a reward in points is kept whole, beside a day that is full")
    func rewards() {
        var shelf = Shelf()
        let facts =
            (1...3).compactMap { PointFact(.kept, $0, at: Self.moment(1, $0)) }
            + [PointFact(.reward, 9, at: Self.moment(1, 23), points: 200)]
        #expect(shelf.settle(facts).map(\.posted) == [20, 20, 0, 200])
        #expect(shelf.lines[3].cap == nil && !shelf.lines[3].isCut)
    }

    @Test("what somebody settled is left alone by facts, and takes its place in the cap")
    func settled() throws {
        var shelf = Shelf()
        _ = shelf.settle([PointFact(.kept, 1, at: Self.moment(1))].compactMap(\.self))
        _ = shelf.settle([])
        let correction = PointBook(shelf.lines, cap: Self.cap).correction(of: shelf.lines[0], to: 15)
        #expect(correction.turn == 2)
        shelf.add(correction, isSettled: true)
        let facts = [
            PointFact(.kept, 1, at: Self.moment(1)), PointFact(.implemented, 1, at: Self.moment(1, 3)),
        ]
        #expect(shelf.settle(facts.compactMap(\.self)).map(\.posted) == [25])
        #expect(shelf.settle([]) == [])
        #expect(shelf.balance == 15)
    }

    @Test("an answer has a verdict, reasons, and points within scale and cap")
    func answers() {
        var shelf = Shelf()
        _ = shelf.settle((1...3).compactMap { PointFact(.kept, $0, at: Self.moment(1, $0)) })
        let book = PointBook(shelf.lines, cap: Self.cap)
        let text = "Vous avez raison, pardon."
        func codes(
            _ verdict: PointContest.Verdict?, _ points: Int64?, about line: Int = 2, _ text: String = text
        ) -> [Problem.Code] {
            PointAnswer(verdict: verdict, points: points, text: text).problems(
                about: shelf.lines[line], in: book
            ).map(\.code)
        }
        #expect(codes(nil, nil, "Non") == [.missing, .tooShort])
        #expect(codes(.kept, nil).isEmpty)
        #expect(codes(.corrected, nil) == [.notANumber])
        #expect(codes(.corrected, 0) == [.unchanged])
        // The day is full: the third line can have nothing.
        #expect(codes(.corrected, 5) == [.aboveMaximum] && book.most(for: shelf.lines[2]) == 0)
        #expect(codes(.corrected, 21, about: 0) == [.aboveMaximum])
        #expect(codes(.corrected, 10, about: 0).isEmpty)
    }

    @Test("one objection for each line, and none to what has been replaced")
    func contests() {
        func contest(_ answer: PointContest.Answer? = nil) -> PointContest {
            PointContest(
                id: PointContestID(1), line: PointLineID(1), member: People.author.id, reason: "",
                contestedAt: Self.moment(1), answer: answer)
        }
        let answered = contest(.init(verdict: .kept, text: "Non.", at: Self.moment(2)))
        #expect(PointBook.contestRefusal(isReplaced: false, after: nil) == nil)
        #expect(PointBook.contestRefusal(isReplaced: true, after: nil) == .conflict(.lineReplaced))
        #expect(PointBook.contestRefusal(isReplaced: false, after: contest()) == .conflict(.alreadyContested))
        #expect(PointBook.contestRefusal(isReplaced: false, after: answered) == .conflict(.contestAnswered))
        for who in People.Who.allCases {
            let expected: Refusal? =
                switch who {
                case .visitor: .signInRequired
                case .administrator: nil
                default: .notFound
                }
            #expect(contest().answerRefusal(for: who.viewer) == expected, "\(who)")
        }
        let keeper = Viewer(member: People.author, rolesEverywhere: [.rewardOfficer])
        #expect(contest().answerRefusal(for: keeper) == .forbidden(.ownPoints))
        let administrator = People.Who.administrator.viewer
        #expect(answered.answerRefusal(for: administrator) == .conflict(.contestAnswered))
    }

    @Test("a badge is there once, however many facts give it; rewards give none")
    func badges() {
        let facts = [
            PointFact(.kept, 1, at: Self.moment(1)), PointFact(.kept, 2, at: Self.moment(1)),
            PointFact(.thanked, 3, at: Self.moment(1)), PointFact(.reward, 4, at: Self.moment(1), points: 9),
        ].compactMap(\.self)
        #expect(Badge.earned(by: facts, hasAnswer: true) == [.answered, .advised, .kept])
        #expect(Badge.earned(by: [], hasAnswer: false) == [])
        #expect(Set(Badge.allCases.compactMap(\.source)).count == Badge.allCases.count - 1)
    }

    @Test("ballots back what they approve, give tokens to or find good, each once")
    func backing() {
        func backers(_ papers: [BallotFile.Paper]) -> [String: Int] {
            BallotFile(People.content(), seed: "", ideas: [], papers: papers).backers
        }
        #expect(
            backers([
                .init(receipt: nil, approvals: ["1", "2"]), .init(receipt: nil, approvals: ["2"]),
            ]) == ["1": 1, "2": 2])
        #expect(backers([.init(receipt: nil, tokens: ["1": 3, "2": 0])]) == ["1": 1])
        #expect(
            backers([.init(receipt: nil, grades: ["1": "good", "2": "fairlyGood", "3": "veryGood"])])
                == ["1": 1, "3": 1])
        #expect(backers([.init(receipt: nil, pairs: [["1", "2"]])]) == [:])
    }

    @Test(
        "a cap is a number within its range",
        arguments: [(nil, .notANumber), (4, .outOfRange), (501, .outOfRange), (5, nil)]
            as [(Int64?, Problem.Code?)])
    func caps(points: Int64?, code: Problem.Code?) {
        let found = DailyCap.problem(in: points)
        #expect(found?.code == code)
    }

    @Test(
        "a reward in points says how many, and is no money",
        arguments: [
            (nil, nil, ["rewardPoints"]), (10, nil, []), (0, nil, ["rewardPoints"]),
            (1_001, nil, ["rewardPoints"]), (10, 5_00, ["rewardAmount"]),
        ] as [(Int64?, Int64?, [String])])
    func pointRewards(points: Int64?, cents: Int64?, fields: [String]) {
        let offer = RewardOffer(kind: .points, cents: cents, nature: "Des points", points: points)
        #expect(offer.proposalProblems.map(\.field) == fields)
        #expect(offer.problems.isEmpty)
    }
}
