/// What a method made of a tally: every idea in its place, with what somebody needs to recompute it.
public struct Ranking: Hashable, Sendable {
    /// The method's id.
    public let method: String
    /// The method's version.
    public let version: Int
    /// The digest of the tally.
    public let digest: String
    /// Every idea, the best first; those that share a place in the order of the draw.
    public let places: [Place]
    /// The ids of the winners, in the order of `places`.
    public let winners: [String]
    /// What the winners cost together, in the smallest unit of money; nil if ideas have no cost.
    public let cost: Int?
    /// What the method did, in order, where there is something to tell.
    public let steps: [Step]
    /// What a reader of the ranking should know.
    public let warnings: [Warning]
    /// What another method would have chosen from the same tally.
    public let beside: Beside?

    /// One idea in its place.
    public struct Place: Hashable, Sendable {
        public let id: String
        /// From one. Ideas that the method finds equal have the same place.
        public let place: Int
        /// The ids of the ideas with the same place.
        public let tiedWith: [String]
        public let isWinner: Bool
        /// From which the place can be recomputed.
        public let facts: Facts
        /// What is missing to the next better place, or to being funded; nil for the first.
        public let gap: Gap?
    }

    /// A choice to look at beside that of the ranking.
    public struct Beside: Hashable, Sendable {
        /// The method's id.
        public let method: String
        public let winners: [String]
        public let cost: Int
    }
}

/// What an idea lacks.
public struct Gap: Hashable, Sendable, Codable {
    /// The id of the idea that is next above; nil if what is missing is money.
    public let above: String?
    /// By how much that idea leads in the number that decides; nil if no single number does.
    public let difference: Double?
    /// The standard error of the difference, where one is known.
    public let standardError: Double?
    /// How many more supports, tokens or supporters would at least have made it equal, or had it funded; nil if no
    /// number of them would, or if the ballots are not counted so.
    public let needed: Int?

    init(above: String? = nil, difference: Double? = nil, standardError: Double? = nil, needed: Int? = nil) {
        self.above = above
        self.difference = difference
        self.standardError = standardError
        self.needed = needed
    }
}

/// Something that a method did.
public enum Step: Hashable, Sendable, Codable {
    /// Every voter got so much at first, as a fraction of the smallest unit of money.
    case shared(amount: Int, voters: Int)
    /// Every voter got so many units of currency more.
    case raised(units: Int)
    /// An idea was bought: by how many supporters that still had money, at most how much each.
    case bought(idea: String, effectiveVotes: Double, highestPayment: Double)
    /// These were equal, and the draw chose the first.
    case drawn(ideas: [String])
    /// The jury agrees so far, by Krippendorff's alpha of the order of its scores and of their distances.
    case agreed(ordinal: Double, interval: Double)
    /// The last raise that was tried would have cost so much.
    case stopped(cost: Int)
}

/// Something to be known before a ranking is believed.
public enum Warning: Hashable, Sendable, Codable {
    case noBallots
    /// So many ideas were shown to fewer people than a ranking needs.
    case fewReaders(ideas: Int, least: Int)
    /// So many ideas were in fewer duels than a ranking needs.
    case fewDuels(ideas: Int, least: Int)
    /// The duels part the ideas into groups that were never compared with each other.
    case separateGroups(count: Int)
    /// The jurors part the ideas into groups that share no juror.
    case separateJurors(groups: Int)
    /// The jury agrees somewhat: Krippendorff's alpha from 0.667 to 0.8.
    case tentativeJury(alpha: Double)
    /// The jury does not agree: alpha below 0.667.
    case juryDisagrees(alpha: Double)
    /// So many ideas have fewer jurors than three.
    case fewJurors(ideas: Int)
    /// Raising the shares was ended after so many raises.
    case raisesEnded(count: Int)
    /// Nothing could be bought.
    case nothingFunded
}
