/// How much two titles say the same.
///
/// The words that say something are compared, each by its stems. A word finds its partner in the other title fully if
/// they share a stem, to 0.7 if they are synonyms, and if their letters are alike (Dice's coefficient of their trigrams is
/// at least one half) to 0.8 of that coefficient. Commonplace words weigh a third of others. Then, with `w` the weights and `m`
/// how far each word found a partner:
///
///     overlap      = (Σ w·m of both) / (Σ w of both)
///     containment  = the greater of Σ w·m / Σ w on either side
///     letters      = Dice's coefficient of the trigrams of all words together
///     score        = 0.5 overlap + 0.3 containment + 0.2 letters
///
/// It needs no corpus, so that two titles are as similar today as tomorrow. Weights and thresholds are chosen on pairs of
/// real-feeling titles, with which a test measures precision and recall.
public struct Similarity: Hashable, Sendable {
    /// From 0 to 1.
    public let score: Double
    /// Words of the second title that the first has too, as they stand in it.
    public let shared: [String]

    /// From here on, worth showing to somebody who is writing.
    public static let similar = 0.34
    /// From here on, probably the same idea.
    public static let verySimilar = 0.5

    public var isSimilar: Bool { score >= Self.similar }
    public var isVerySimilar: Bool { score >= Self.verySimilar }

    /// A title taken apart for comparing.
    public struct Title: Sendable {
        let terms: [Term]
        let trigrams: Trigrams

        /// - Parameters:
        ///   - text: The title.
        ///   - stems: The stems of a word; words are one if they share a stem.
        public init(_ text: String, stems: (Word) -> [String]) {
            var known: Set<String> = []
            terms = Words.all(in: text).filter { !$0.isEmptyOfSense && known.insert($0.folded).inserted }.map
            {
                Term($0, shown: String(text[$0.range]), stems: stems($0))
            }
            trigrams = Trigrams(of: terms.map(\.trigrams))
        }

        /// The stems of each of its words.
        public var words: [[String]] { terms.map(\.stems) }
    }

    struct Term: Sendable {
        let shown: String
        let stems: [String]
        let trigrams: Trigrams
        let concept: Int?
        let weight: Double

        init(_ word: Word, shown: String, stems: [String]) {
            self.shown = shown
            self.stems = stems
            trigrams = Trigrams(of: word)
            concept = Synonyms.concept(of: word)
            weight = Synonyms.isCommonplace(word) ? 1.0 / 3 : 1
        }

        func likeness(to other: Term) -> Double {
            if stems.contains(where: other.stems.contains) { return 1 }
            let alike = trigrams.likeness(to: other.trigrams)
            let letters = alike >= 0.5 ? alike * 0.8 : 0
            return concept != nil && concept == other.concept ? max(0.7, letters) : letters
        }
    }

    /// Compares two titles; the same either way round, but for the words that are shown.
    public init(of first: Title, and second: Title) {
        let one = Self.found(first.terms, in: second.terms)
        let other = Self.found(second.terms, in: first.terms)
        shared = zip(second.terms, other.partners).filter { $0.1 >= 0.5 }.map(\.0.shown)
        guard one.weight > 0, other.weight > 0 else {
            score = 0
            return
        }
        let overlap = (one.sum + other.sum) / (one.weight + other.weight)
        let containment = max(one.sum / one.weight, other.sum / other.weight)
        score = 0.5 * overlap + 0.3 * containment + 0.2 * first.trigrams.likeness(to: second.trigrams)
    }

    private static func found(_ terms: [Term], in others: [Term]) -> (
        partners: [Double], sum: Double, weight: Double
    ) {
        let partners = terms.map { term in others.map { term.likeness(to: $0) }.max() ?? 0 }
        let sum = zip(terms, partners).reduce(0) { $0 + $1.0.weight * $1.1 }
        return (partners, sum, terms.reduce(0) { $0 + $1.weight })
    }
}
