public import Domain

/// A ranking in words, the same on the page of results and at the command line.
public struct RankingTelling: Sendable {
    private let ranking: Ranking
    private let words: any RankingWords
    private let facts: [String: Facts]

    /// - Parameters:
    ///   - unit: How many of the parts in which amounts are counted make one of the currency.
    ///   - names: What ideas are called in sentences; those that are missing go by their id.
    public init(
        _ ranking: Ranking, in language: Language, unit: Int = 100, isInEuros: Bool,
        names: [String: String] = [:]
    ) {
        self.ranking = ranking
        let figures = Figures(language: language, unit: unit, isInEuros: isInEuros, names: names)
        words = language == .french ? FrenchRanking(figures: figures) : EnglishRanking(figures: figures)
        facts = Dictionary(ranking.places.map { ($0.id, $0.facts) }) { first, _ in first }
    }

    /// Which method, which ballots.
    public func heading(ballots: Int) -> String { words.heading(ranking, ballots: ballots) }

    /// What stands for all ballots.
    public func root(_ root: Fingerprint) -> String { words.root(root) }

    /// Why an idea is where it is.
    public func why(_ place: Ranking.Place) -> String {
        words.sentence(place, facts: place.facts, above: place.gap?.above.flatMap { facts[$0] })
    }

    /// That others share the place; nil if none does.
    public func tie(_ place: Ranking.Place) -> String? {
        place.tiedWith.isEmpty ? nil : words.tie(place.tiedWith)
    }

    /// What the method did, what is to be known, what another method would have chosen.
    public var ends: [String] {
        ranking.steps.compactMap(words.sentence) + ranking.warnings.map(words.sentence)
            + (ranking.beside.map {
                [words.beside($0, isSame: Set($0.winners) == Set(ranking.winners))]
            } ?? [])
    }
}

/// What a ranking says in one language. Every sentence has the numbers from which its place can be recomputed.
protocol RankingWords: Sendable {
    var figures: Figures { get }

    /// Which method, which ballots.
    func heading(_ ranking: Ranking, ballots: Int) -> String
    /// What stands for all ballots.
    func root(_ root: Fingerprint) -> String
    /// Why an idea is where it is.
    func sentence(_ place: Ranking.Place, facts: Facts, above: Facts?) -> String
    /// That others share the place.
    func tie(_ others: [String]) -> String
    /// What the method did; nil where the places tell it already.
    func sentence(_ step: Step) -> String?
    /// What is to be known before the ranking is believed.
    func sentence(_ warning: Warning) -> String
    /// What the greedy method would have chosen, perhaps the same ideas.
    func beside(_ beside: Ranking.Beside, isSame: Bool) -> String
}
