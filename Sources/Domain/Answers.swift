/// How the promise of an answer was kept, on the whole platform or in one challenge.
public struct AnswerTally: Hashable, Sendable {
    /// Ideas that were answered.
    public let answered: Int
    /// Those of them that had been promised an answer before a date.
    public let promised: Int
    /// Those of them whose answer came before that date.
    public let inTime: Int
    /// Ideas that wait for an answer, the late ones among them.
    public let waiting: Int
    /// Ideas whose promise is broken.
    public let late: Int
    /// How long the answers took.
    public let delays: AnswerDelays

    public init(answered: Int, promised: Int, inTime: Int, waiting: Int, late: Int, delays: AnswerDelays) {
        self.answered = answered
        self.promised = promised
        self.inTime = inTime
        self.waiting = waiting
        self.late = late
        self.delays = delays
    }

    /// Answers that came after their date.
    public var tooLate: Int { promised - inTime }

    /// Promises that have fallen due, kept or not.
    public var due: Int { promised + late }

    /// The share of these promises that were kept, in whole percent, rounded down so that 100 means all of them.
    /// Nil before any fell due.
    public var percentKept: Int? { due == 0 ? nil : inTime * 100 / due }
}

/// How many answers took how many days, from an idea's submission to its first answer.
public struct AnswerDelays: Hashable, Sendable {
    /// Whole days of 24 hours, rounded down, with the number of answers; days rise, and numbers are above zero.
    public let counts: [Count]

    public init(_ counts: [Count]) {
        self.counts = counts
    }

    /// The answers that took so many days.
    public struct Count: Hashable, Sendable {
        public let days: Int
        public let answers: Int

        public init(days: Int, answers: Int) {
            self.days = days
            self.answers = answers
        }
    }

    /// The two middle delays, in days; they are the same for an odd number of answers. Nil without answers.
    public var middle: (lower: Int, upper: Int)? {
        let total = counts.reduce(0) { $0 + $1.answers }
        guard total > 0, let lower = days(at: (total - 1) / 2), let upper = days(at: total / 2) else {
            return nil
        }
        return (lower, upper)
    }

    /// The delay of the answer in this place, from zero, if all are sorted.
    private func days(at place: Int) -> Int? {
        var passed = 0
        for count in counts {
            passed += count.answers
            if passed > place { return count.days }
        }
        return nil
    }
}
