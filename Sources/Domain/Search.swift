/// What somebody looks for.
public struct SearchQuery: Hashable, Sendable {
    /// As it was typed, without the space around it, cut to a bearable length.
    public let text: String
    public var kind: Kind?
    public var challenge: ChallengeID?
    public var theme: ThemeID?
    /// The state of the challenge.
    public var state: Challenge.State?
    /// The latest published decision on the idea.
    public var decision: Decision.Code?
    public var age: Age?

    public init(_ text: String) {
        let printable = text.prefix(Self.longest).unicodeScalars.map {
            $0.value < 0x20 || $0.value == 0x7F ? " " : $0
        }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: printable)
        self.text = String(scalars).trimmed
    }

    /// The most characters of a query that are looked at.
    public static let longest = 200
    /// The most words of a query that are looked for.
    public static let mostWords = 10

    /// What can be found.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case challenge
        case idea
        case comment
    }

    /// How old what is found may be.
    public enum Age: String, CaseIterable, Hashable, Sendable {
        case week
        case month
        case year

        /// The greatest age.
        public var span: Span {
            switch self {
            case .week: .days(7)
            case .month: .days(31)
            case .year: .days(366)
            }
        }
    }

    /// The words that are looked for, each once, in their order.
    public var words: [Word] {
        var seen: Set<String> = []
        let words = Words.all(in: text).filter { !$0.isEmptyOfSense && seen.insert($0.folded).inserted }
        return Array(words.prefix(Self.mostWords))
    }

    /// Whether something besides words narrows the search.
    public var isNarrowed: Bool {
        kind != nil || challenge != nil || theme != nil || state != nil || decision != nil || age != nil
    }

    /// The same search for other words.
    public func looking(for text: String) -> SearchQuery {
        var query = SearchQuery(text)
        query.kind = kind
        query.challenge = challenge
        query.theme = theme
        query.state = state
        query.decision = decision
        query.age = age
        return query
    }

    /// The text with some of its words, by their place in `words`, replaced by others.
    public func text(replacing corrections: [Int: String]) -> String {
        var text = text
        for (place, word) in words.enumerated().reversed() {
            if let correction = corrections[place] { text.replaceSubrange(word.range, with: correction) }
        }
        return text
    }
}

/// How far a word is from another, for errors of typing.
public enum Misspelling {
    /// Letters added, left out, changed, or swapped with their neighbour, that make `typed` into `meant` (the optimal
    /// string alignment distance); nil if they are more than a slip of the hand: one in words of up to five letters,
    /// two in longer ones.
    public static func distance(from typed: String, to meant: String) -> Int? {
        let first = Array(typed.unicodeScalars)
        let second = Array(meant.unicodeScalars)
        let most = min(first.count, second.count) <= 5 ? 1 : 2
        guard abs(first.count - second.count) <= most, !first.isEmpty, !second.isEmpty else { return nil }
        var before: [Int] = []
        var above = Array(0...second.count)
        for row in 1...first.count {
            var current = [row]
            for column in 1...second.count {
                let change = first[row - 1] == second[column - 1] ? 0 : 1
                var least = min(above[column] + 1, current[column - 1] + 1, above[column - 1] + change)
                if row > 1, column > 1, first[row - 1] == second[column - 2],
                    first[row - 2] == second[column - 1]
                {
                    least = min(least, before[column - 2] + 1)
                }
                current.append(least)
            }
            before = above
            above = current
        }
        return above[second.count] <= most ? above[second.count] : nil
    }
}
