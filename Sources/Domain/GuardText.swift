/// A text as the guard's scanners walk over it: one place for each Unicode scalar, folded to lower-case ASCII where that
/// is a letter or a digit.
struct ReadableText {
    private let text: String
    private let places: [String.Index]
    let scalars: [Unicode.Scalar]
    /// `a`…`z`, `0`…`9`, or zero for all else.
    let folded: [UInt8]

    var count: Int { scalars.count }

    init(_ text: String) {
        self.text = text
        var places: [String.Index] = []
        var scalars: [Unicode.Scalar] = []
        var folded: [UInt8] = []
        let view = text.unicodeScalars
        var index = view.startIndex
        while index < view.endIndex {
            let scalar = view[index]
            places.append(index)
            scalars.append(scalar)
            folded.append(Slug.fold(scalar).first ?? 0)
            index = view.index(after: index)
        }
        places.append(view.endIndex)
        self.places = places
        self.scalars = scalars
        self.folded = folded
    }

    /// The range in the text itself, widened to whole characters.
    func indices(of range: Range<Int>) -> Range<String.Index> {
        let lower = text.index(text.startIndex, offsetBy: text[..<places[range.lowerBound]].count)
        var upper = places[range.upperBound]
        while upper < text.endIndex, upper.samePosition(in: text) == nil {
            upper = text.unicodeScalars.index(after: upper)
        }
        return lower..<upper
    }

    func isDigit(_ position: Int) -> Bool {
        position >= 0 && position < count && (0x30...0x39).contains(scalars[position].value)
    }

    func isLetter(_ position: Int) -> Bool {
        position >= 0 && position < count && folded[position] >= 0x61
    }

    func isLetterOrDigit(_ position: Int) -> Bool { isDigit(position) || isLetter(position) }

    func digit(_ position: Int) -> Int { Int(scalars[position].value) - 0x30 }

    /// Whether the scalar is a blank that people put inside of numbers.
    func isBlank(_ position: Int) -> Bool {
        guard position >= 0, position < count else { return false }
        switch scalars[position].value {
        case 0x20, 0xA0, 0x2009, 0x202F: return true
        default: return false
        }
    }

    /// Whether the scalar parts the groups of a number: a blank, a dot, a hyphen, an underscore.
    func isGap(_ position: Int) -> Bool {
        guard position >= 0, position < count else { return false }
        return isBlank(position) || [".", "-", "_", "‑", "–"].contains(scalars[position])
    }

    /// The letters and digits from `start` on, single gaps passed over, until `length` of them are found; nil if
    /// something else comes before. The number is the place after the last.
    func run(from start: Int, length: Int) -> (code: [UInt8], end: Int)? {
        var code: [UInt8] = []
        var position = start
        while code.count < length {
            if isLetterOrDigit(position) {
                code.append(folded[position])
                position += 1
            } else if isGap(position), isLetterOrDigit(position + 1), !code.isEmpty {
                position += 1
            } else {
                return nil
            }
        }
        return (code, position)
    }

    /// A word with its place.
    struct Word {
        let text: String
        let range: Range<Int>
        /// Whether a sentence or a clause begins with it.
        let opensClause: Bool
    }

    /// The words, folded: letters and digits, parted by all else.
    func words() -> [Word] {
        var words: [Word] = []
        var letters: [UInt8] = []
        var start = 0
        var opensClause = true
        func close(_ end: Int) {
            guard !letters.isEmpty else { return }
            words.append(
                Word(
                    text: String(decoding: letters, as: UTF8.self), range: start..<end,
                    opensClause: opensClause))
            letters = []
            opensClause = false
        }
        for position in 0..<count {
            let value = scalars[position].value
            if folded[position] != 0 {
                if letters.isEmpty { start = position }
                letters.append(folded[position])
            } else if (0x300...0x36F).contains(value) {
                // An accent that stands by itself belongs to the letter before it.
                continue
            } else {
                close(position)
                if ".!?;:\n…".unicodeScalars.contains(scalars[position]) { opensClause = true }
            }
        }
        close(count)
        return words
    }
}
