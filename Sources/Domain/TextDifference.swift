/// How a text became another: which paragraphs were kept, changed, added and removed, and inside a changed one, which
/// words. Both texts can be read back from it.
public struct TextDifference: Hashable, Sendable {
    /// In reading order: what was removed stands before what took its place.
    public let paragraphs: [Paragraph]

    /// Compares two texts whose paragraphs are parted by blank lines.
    public init(from old: String, to new: String) {
        self.init(from: Self.paragraphs(of: old), to: Self.paragraphs(of: new))
    }

    /// Compares two texts, paragraph by paragraph.
    public init(from old: [String], to new: [String]) {
        var places = Vocabulary()
        let shared = EditPath(from: old.map { places.number(of: $0) }, to: new.map { places.number(of: $0) })
        var paragraphs: [Paragraph] = []
        var left = 0
        var right = 0
        for (place, match) in shared.kept + [(old.count, new.count)] {
            paragraphs += Self.gap(from: old, left..<place, to: new, right..<match)
            guard place < old.count, match < new.count else { break }
            paragraphs.append(Paragraph(old: place, new: match, pieces: [Piece(.kept, old[place])]))
            (left, right) = (place + 1, match + 1)
        }
        self.paragraphs = paragraphs
    }

    /// What became of a paragraph or of a few words.
    public enum Change: String, CaseIterable, Hashable, Sendable {
        case kept
        case removed
        case added
    }

    /// Words that share a fate.
    public struct Piece: Hashable, Sendable {
        public let change: Change
        public let text: String

        init(_ change: Change, _ text: String) {
            self.change = change
            self.text = text
        }
    }

    /// A paragraph of either text, or of both.
    public struct Paragraph: Hashable, Sendable {
        /// Its place in the old text, from 0. Nil if it was added.
        public let old: Int?
        /// Its place in the new text, from 0. Nil if it was removed.
        public let new: Int?
        public let pieces: [Piece]

        /// Whether it stands in both texts, word for word.
        public var isKept: Bool { pieces.allSatisfy { $0.change == .kept } }
    }

    /// Whether both texts are the same.
    public var isEmpty: Bool { paragraphs.allSatisfy(\.isKept) }

    /// The paragraphs of the old text.
    public var old: [String] { text(without: .added, where: \.old) }

    /// The paragraphs of the new text.
    public var new: [String] { text(without: .removed, where: \.new) }

    private func text(without change: Change, where place: (Paragraph) -> Int?) -> [String] {
        paragraphs.filter { place($0) != nil }.map { paragraph in
            paragraph.pieces.filter { $0.change != change }.map(\.text).joined()
        }
    }

    /// The paragraphs of `text`: what blank lines part, without white space around it.
    public static func paragraphs(of text: String) -> [String] {
        var paragraphs: [String] = []
        var lines: [Substring] = []
        func close() {
            if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n").trimmed) }
            lines = []
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.allSatisfy(\.isWhitespace) { close() } else { lines.append(line) }
        }
        close()
        return paragraphs
    }
}

extension TextDifference {
    /// Paragraphs of which so many thousandths of the words are shared count as one that changed.
    private static let kinship = 400
    /// Pairs of paragraphs that are compared in one gap: beyond, all of it counts as replaced.
    private static let mostPairs = 4_000

    /// What happened between two kept paragraphs: those that are alike are paired in their order, so that as much as
    /// possible is shared.
    private static func gap(from old: [String], _ left: Range<Int>, to new: [String], _ right: Range<Int>)
        -> [Paragraph]
    {
        var paragraphs: [Paragraph] = []
        var (place, match) = (left.lowerBound, right.lowerBound)
        func replace(upTo nextPlace: Int, _ nextMatch: Int) {
            paragraphs += (place..<nextPlace).map {
                Paragraph(old: $0, new: nil, pieces: [Piece(.removed, old[$0])])
            }
            paragraphs += (match..<nextMatch).map {
                Paragraph(old: nil, new: $0, pieces: [Piece(.added, new[$0])])
            }
        }
        for (nextPlace, nextMatch) in pairs(old[left], new[right]) {
            replace(upTo: nextPlace, nextMatch)
            let pieces = pieces(from: old[nextPlace], to: new[nextMatch])
            paragraphs.append(Paragraph(old: nextPlace, new: nextMatch, pieces: pieces))
            (place, match) = (nextPlace + 1, nextMatch + 1)
        }
        replace(upTo: left.upperBound, right.upperBound)
        return paragraphs
    }

    private static func pairs(_ old: ArraySlice<String>, _ new: ArraySlice<String>) -> [(Int, Int)] {
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= mostPairs else { return [] }
        let (oldWords, newWords) = (old.map(wordCounts), new.map(wordCounts))
        let likeness = oldWords.map { one in newWords.map { kinship(of: one, and: $0) } }
        // The best total from each pair of places on, as for a longest common subsequence.
        var best = [[Int]](repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
        for row in (0..<old.count).reversed() {
            for column in (0..<new.count).reversed() {
                let paired = likeness[row][column] + best[row + 1][column + 1]
                best[row][column] = max(best[row + 1][column], best[row][column + 1], paired)
            }
        }
        var pairs: [(Int, Int)] = []
        var (row, column) = (0, 0)
        while row < old.count, column < new.count {
            if best[row][column] == best[row + 1][column] {
                row += 1
            } else if best[row][column] == best[row][column + 1] {
                column += 1
            } else {
                pairs.append((old.startIndex + row, new.startIndex + column))
                (row, column) = (row + 1, column + 1)
            }
        }
        return pairs
    }

    private static func wordCounts(_ text: String) -> [String: Int] {
        words(of: text).filter(isWord).reduce(into: [:]) { $0[String($1), default: 0] += 1 }
    }

    /// Dice's coefficient of the two bags of words in thousandths; 0 for strangers.
    private static func kinship(of one: [String: Int], and other: [String: Int]) -> Int {
        let all = one.values.reduce(0, +) + other.values.reduce(0, +)
        let shared = one.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
        guard all > 0 else { return 0 }
        let likeness = 2_000 * shared / all
        return likeness < kinship ? 0 : likeness
    }
}

extension TextDifference {
    /// How the words of one paragraph became those of another.
    private static func pieces(from old: String, to new: String) -> [Piece] {
        let (oldWords, newWords) = (words(of: old), words(of: new))
        var vocabulary = Vocabulary()
        let path = EditPath(
            from: oldWords.map { vocabulary.number(of: $0) }, to: newWords.map { vocabulary.number(of: $0) })
        var pieces = Pieces()
        var (left, right) = (0, 0)
        for (place, match) in path.kept + [(oldWords.count, newWords.count)] {
            pieces.replace(oldWords[left..<place], by: newWords[right..<match])
            guard place < oldWords.count, match < newWords.count else { break }
            pieces.keep(oldWords[place])
            (left, right) = (place + 1, match + 1)
        }
        return pieces.all
    }

    /// Words, spaces between them, and each other sign by itself: nothing is lost between them.
    private static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            let end: String.Index? =
                if isWord(first) {
                    rest.firstIndex { !isWord($0) }
                } else if first.isWhitespace {
                    rest.firstIndex { !$0.isWhitespace }
                } else {
                    rest.index(after: rest.startIndex)
                }
            words.append(rest[..<(end ?? rest.endIndex)])
            rest = rest[(end ?? rest.endIndex)...]
        }
        return words
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private static func isWord(_ word: Substring) -> Bool { word.first.map(isWord) ?? false }

    /// Pieces as they are read: spaces and signs kept between two changed words change with them, or a new sentence
    /// would be told one word at a time.
    private struct Pieces {
        private(set) var done: [Piece] = []
        private var removed = ""
        private var added = ""
        private var kept = ""
        private var keepsWords = false

        mutating func keep(_ word: Substring) {
            kept += word
            if isWord(word) { keepsWords = true }
        }

        mutating func replace(_ old: ArraySlice<Substring>, by new: ArraySlice<Substring>) {
            guard !old.isEmpty || !new.isEmpty else { return }
            if !keepsWords, !(removed.isEmpty && added.isEmpty) {
                removed += kept
                added += kept
                kept = ""
            } else {
                settle()
            }
            removed += old.joined()
            added += new.joined()
        }

        /// All pieces, once nothing more is told.
        var all: [Piece] {
            var copy = self
            copy.settle()
            return copy.done
        }

        private mutating func settle() {
            for (change, text) in [(Change.removed, removed), (.added, added), (.kept, kept)]
            where !text.isEmpty {
                done.append(Piece(change, text))
            }
            (removed, added, kept, keepsWords) = ("", "", "", false)
        }
    }
}
