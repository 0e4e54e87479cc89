/// By what a jury judges the ideas of a challenge, and what becomes of its scores. Announced with the challenge, and
/// settled once the jury sits.
public struct JuryRules: Hashable, Sendable {
    public let criteria: [Criterion]
    /// Jurors who score each idea, where there are as many.
    public let jurorsPerIdea: Int
    /// Ideas that every juror scores, so that it can be told who is lenient.
    public let sharedIdeas: Int
    public let chain: SelectionChain

    public init(criteria: [Criterion], jurorsPerIdea: Int, sharedIdeas: Int, chain: SelectionChain) {
        self.criteria = criteria
        self.jurorsPerIdea = jurorsPerIdea
        self.sharedIdeas = sharedIdeas
        self.chain = chain
    }

    /// What a jury looks at, with what the ends of the scale mean: words anchor scores better than numbers do.
    public struct Criterion: Hashable, Sendable {
        public let name: String
        public let weight: Int
        /// What the lowest score says.
        public let lowest: String
        /// What a score in the middle says; may be empty.
        public let middle: String
        /// What the highest score says.
        public let highest: String

        public init(name: String, weight: Int, lowest: String, middle: String = "", highest: String) {
            self.name = name.trimmed
            self.weight = weight
            self.lowest = lowest.trimmed
            self.middle = middle.trimmed
            self.highest = highest.trimmed
        }
    }

    public static let criteriaCounts = 1...8
    public static let weights = 1...100
    public static let jurorCounts = 3...9
    public static let sharedCounts = 0...10
    /// What is proposed: three jurors an idea, two ideas for all of them.
    public static let usual = (jurorsPerIdea: 3, sharedIdeas: 2)

    /// What has to be mended, in the order of the form. `hasVote`: whether people vote before the jury sits.
    public func problems(hasVote: Bool) -> [Problem] {
        var problems: [Problem] = []
        if criteria.isEmpty { problems.append(Problem(field: "criteria", code: .missing)) }
        if criteria.count > Self.criteriaCounts.upperBound {
            problems.append(
                Problem(field: "criteria", code: .outOfRange, limit: Self.criteriaCounts.upperBound))
        }
        for (index, criterion) in criteria.enumerated() {
            problems += criterion.problems.map {
                Problem(field: "criterion-\(index)-\($0.field)", code: $0.code, limit: $0.limit)
            }
        }
        func require(_ field: String, _ value: Int, _ range: ClosedRange<Int>) {
            if value < range.lowerBound {
                problems.append(Problem(field: field, code: .belowMinimum, limit: range.lowerBound))
            } else if value > range.upperBound {
                problems.append(Problem(field: field, code: .outOfRange, limit: range.upperBound))
            }
        }
        require("jurorsPerIdea", jurorsPerIdea, Self.jurorCounts)
        require("sharedIdeas", sharedIdeas, Self.sharedCounts)
        if hasVote, let shortlist = chain.shortlist {
            require("shortlist", shortlist, SelectionChain.shortlists)
        }
        require("choices", chain.choices, 1...(chain.shortlist ?? SelectionChain.mostChoices))
        if hasVote { require("wildCards", chain.wildCards, SelectionChain.wildCardCounts) }
        return problems
    }

    /// The sum of the weights.
    public var totalWeight: Int { criteria.map(\.weight).reduce(0, +) }

    /// The weighted mean of scores, one for each criterion, in hundredths, rounded; nil unless all are there.
    public func hundredths(of scores: [Int?]) -> Int? {
        let known = scores.compactMap(\.self)
        guard known.count == criteria.count, totalWeight > 0 else { return nil }
        let sum = zip(criteria, known).reduce(0) { $0 + $1.0.weight * $1.1 }
        return (sum * 200 + totalWeight) / (2 * totalWeight)
    }
}

extension JuryRules.Criterion {
    private static let rules = (
        name: TextRule("name", 3...80), lowest: TextRule("lowest", 3...160),
        middle: TextRule("middle", 0...160), highest: TextRule("highest", 3...160)
    )

    fileprivate var problems: [Problem] {
        var problems = [Self.rules.name.problem(in: name)]
        if !JuryRules.weights.contains(weight) {
            problems.append(
                Problem(field: "weight", code: .outOfRange, limit: JuryRules.weights.upperBound))
        }
        problems += [
            Self.rules.lowest.problem(in: lowest), Self.rules.middle.problem(in: middle),
            Self.rules.highest.problem(in: highest),
        ]
        return problems.compactMap(\.self)
    }
}
