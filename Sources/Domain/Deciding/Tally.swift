/// The frozen input of a ranking: ideas, ballots without names, and what the rules announced. Its ideas and ballots
/// have one order of their own, so that the order in which they were put in can change nothing.
public struct Tally: Hashable, Sendable {
    /// An idea that is voted on.
    public struct Entry: Hashable, Sendable {
        /// By what it is published; 1 to 100 characters.
        public let id: String
        /// In the smallest unit of money, cents for euros. Nil where no envelope is shared out.
        public let cost: Int?
        /// How many people were really shown it. Nil if every voter was.
        public let exposures: Int?

        public init(id: String, cost: Int? = nil, exposures: Int? = nil) {
            self.id = id
            self.cost = cost
            self.exposures = exposures
        }
    }

    /// What the rules announced before the vote.
    public struct Terms: Hashable, Sendable {
        /// Decides ties: see ``Draw``.
        public let seed: String
        /// The envelope, in the smallest unit of money.
        public let budget: Int?
        /// How many of the smallest units make one unit of the currency: 100 cents to the euro.
        public let currencyUnit: Int
        /// The weight of each criterion of a jury.
        public let weights: [Int]

        public init(seed: String, budget: Int? = nil, currencyUnit: Int = 100, weights: [Int] = []) {
            self.seed = seed
            self.budget = budget
            self.currencyUnit = currencyUnit
            self.weights = weights
        }
    }

    public let kind: BallotKind
    public let terms: Terms
    /// By id: whole numbers by their value, before all other texts, which are by their bytes.
    public let ideas: [Entry]
    /// In the order of their contents.
    public let ballots: [Ballot]
    /// The SHA-256 of ``canonicalText``, in 64 hexadecimal digits: who has the same digest has the same input.
    public private(set) var digest = ""

    /// The most that one cost, budget or exposure may be.
    public static let amountLimit = 100_000_000_000
    /// The most ideas, and the most ballots.
    public static let ideaLimit = 100_000
    public static let ballotLimit = 10_000_000
    /// The scores that a juror may give.
    public static let scores = 1...10

    /// Puts ideas and ballots into their order. Ballots mean ideas by the position in `ideas`.
    ///
    /// Throws a `TallyFault` for the first thing that cannot be counted.
    public init(_ kind: BallotKind, ideas: [Entry], ballots: [Ballot], terms: Terms) throws(TallyFault) {
        try Self.check(ideas, terms)
        guard kind != .scorecards || !terms.weights.isEmpty else { throw TallyFault(.whole, .noCriteria) }
        guard ballots.count <= Self.ballotLimit else {
            throw TallyFault(.whole, .tooManyBallots(limit: Self.ballotLimit))
        }
        let inspector = BallotInspector(kind: kind, ideas: ideas.count, criteria: terms.weights.count)
        for (index, ballot) in ballots.enumerated() {
            if let reason = inspector.fault(in: ballot) { throw TallyFault(.ballot(index + 1), reason) }
        }
        let order = ideas.indices.sorted { Self.precedes(ideas[$0].id, ideas[$1].id) }
        var positions = [Int](repeating: 0, count: ideas.count)
        for (position, index) in order.enumerated() { positions[index] = position }
        self.kind = kind
        self.terms = terms
        self.ideas = order.map { ideas[$0] }
        self.ballots = ballots.map { ballot in
            let moved = ballot.moved(to: positions)
            return (numbers: moved.numbers, ballot: moved)
        }
        .sorted { $0.numbers.lexicographicallyPrecedes($1.numbers) }
        .map(\.ballot)
        digest = computedDigest
    }

    private static func check(_ ideas: [Entry], _ terms: Terms) throws(TallyFault) {
        guard !ideas.isEmpty else { throw TallyFault(.whole, .noIdea) }
        guard ideas.count <= ideaLimit else { throw TallyFault(.whole, .tooManyIdeas(limit: ideaLimit)) }
        func require(_ what: String, _ value: Int?, _ range: ClosedRange<Int>, _ place: TallyFault.Place)
            throws(TallyFault)
        {
            if let value, !range.contains(value) { throw TallyFault(place, .outOfRange(what, range)) }
        }
        try require("the budget", terms.budget, 0...amountLimit, .whole)
        try require("the currency unit", terms.currencyUnit, 1...1_000, .whole)
        for weight in terms.weights { try require("a weight", weight, 1...1_000, .whole) }
        guard terms.weights.count <= 100 else {
            throw TallyFault(.whole, .outOfRange("the number of criteria", 1...100))
        }
        guard isName(terms.seed, 0...1_000) else {
            throw TallyFault(.whole, .outOfRange("the length of the seed", 0...1_000))
        }
        var seen: Set<String> = []
        for (index, idea) in ideas.enumerated() {
            let place = TallyFault.Place.idea(index + 1)
            guard isName(idea.id, 1...100) else { throw TallyFault(place, .badIdentifier) }
            guard seen.insert(idea.id).inserted else { throw TallyFault(place, .identifierTwice(idea.id)) }
            try require("the cost", idea.cost, 0...amountLimit, place)
            try require("the number of people shown", idea.exposures, 0...amountLimit, place)
        }
    }

    private static func isName(_ text: String, _ length: ClosedRange<Int>) -> Bool {
        length.contains(text.unicodeScalars.count)
            && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    /// Whether the id `left` comes before `right`.
    static func precedes(_ left: String, _ right: String) -> Bool {
        switch (wholeNumber(left), wholeNumber(right)) {
        case (let first?, let second?) where first != second: first < second
        case (.some, nil): true
        case (nil, .some): false
        default: left.utf8.lexicographicallyPrecedes(right.utf8)
        }
    }

    private static func wholeNumber(_ text: String) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }
}
