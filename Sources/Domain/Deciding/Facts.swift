/// The numbers from which an idea's place can be recomputed.
public enum Facts: Hashable, Sendable {
    case approval(Approval)
    case tokens(Tokens)
    case grades(Grades)
    case duels(Duels)
    case shares(Shares)
    case score(Score)
    case jury(Jury)

    /// Of the people who were shown the idea, those who supported it.
    public struct Approval: Hashable, Sendable, Codable {
        public let supports: Int
        public let exposures: Int
        /// The lower end of Wilson's interval for the share of supporters.
        public let lowerBound: Double
    }

    /// What an idea was given.
    public struct Tokens: Hashable, Sendable, Codable {
        public let tokens: Int
        /// How many people gave some.
        public let givers: Int
    }

    /// How an idea was graded.
    public struct Grades: Hashable, Sendable, Codable {
        /// How often each grade was given, the worst first.
        public let counts: [Int]
        /// The lower median; nil without a grade.
        public let median: Int?
        /// How many grades are better than the median.
        public let above: Int
        /// How many are worse.
        public let below: Int
    }

    /// How an idea did in its duels.
    public struct Duels: Hashable, Sendable, Codable {
        public let wins: Int
        public let duels: Int
        /// The logarithm of the Bradley–Terry ability, to a millionth, zero on average; it decides.
        public let strength: Double
        public let standardError: Double
        /// The probability to win a duel with another idea drawn at random.
        public let winShare: Double
        /// Half the width of its interval that holds 19 times out of 20.
        public let winShareMargin: Double
    }

    /// How supporters paid, or could not pay, for an idea.
    public struct Shares: Hashable, Sendable, Codable {
        public let cost: Int
        public let supporters: Int
        /// The number in which it was bought, from one; nil if it was not.
        public let round: Int?
        /// Cost over the highest payment, when it was bought.
        public let effectiveVotes: Double?
        /// The most that one supporter paid, in the smallest unit of money.
        public let highestPayment: Double?
        /// What its supporters have left together in the end, in the smallest unit of money.
        public let moneyLeft: Double
        /// What every voter had in the beginning, in the smallest unit of money.
        public let share: Double
        /// Whether the greedy choice takes it too.
        public let isGreedyChoice: Bool
    }

    /// How an idea stood when the envelope was filled by score.
    public struct Score: Hashable, Sendable, Codable {
        public let score: Int
        public let cost: Int
        /// What was left when its turn came, in the smallest unit of money.
        public let left: Int
    }

    /// How a jury scored an idea.
    public struct Jury: Hashable, Sendable, Codable {
        /// The mean of its jurors' weighted scores; nil without any.
        public let raw: Double?
        /// The same, less what its jurors are lenient by.
        public let adjusted: Double?
        /// Whether the adjusted score decides.
        public let isAdjusted: Bool
        /// Each juror's weighted score with the juror's leniency, the highest score first.
        public let scores: [Scored]
        /// How many jurors stood aside.
        public let recusals: Int
    }

    /// What one juror gave an idea.
    public struct Scored: Hashable, Sendable, Codable {
        public let score: Double
        /// By how much the juror scores above the others.
        public let leniency: Double
    }
}

extension Facts: Encodable {
    /// The numbers themselves, without the name of the case.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .approval(let facts): try facts.encode(to: encoder)
        case .tokens(let facts): try facts.encode(to: encoder)
        case .grades(let facts): try facts.encode(to: encoder)
        case .duels(let facts): try facts.encode(to: encoder)
        case .shares(let facts): try facts.encode(to: encoder)
        case .score(let facts): try facts.encode(to: encoder)
        case .jury(let facts): try facts.encode(to: encoder)
        }
    }
}
