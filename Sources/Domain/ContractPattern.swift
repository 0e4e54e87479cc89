/// What the contract numbers of an insurer look like, in a small language of its own: `A` is any letter, `9` any digit,
/// every other letter or digit itself, a backslash before `A` or `9` makes it itself, too. Hyphens, dots, slashes and
/// blanks may be missing in a text, or be others of them; capitals and small letters are the same.
///
/// `MT-999999` finds `MT-204518`, `mt 204518` and `MT204518`.
public struct ContractPattern: Hashable, Sendable {
    private enum Part: Hashable, Sendable {
        case letter
        case digit
        case exactly(UInt8)
        case gap
    }

    private let parts: [Part]

    /// Why a text is no pattern.
    public enum Fault: Error, Hashable, Sendable {
        /// A character that is neither a letter of ASCII, a digit, nor a gap.
        case unknownCharacter(Character)
        /// Fewer than four digits of any value: it would find half of all numbers.
        case tooFewDigits
        /// More than 40 characters.
        case tooLong
    }

    /// Reads one pattern. Throws a `Fault` if it is none.
    public init(_ text: String) throws(Fault) {
        guard text.utf8.count <= 40 else { throw .tooLong }
        var parts: [Part] = []
        var isEscaped = false
        for character in text.trimmed {
            guard let byte = character.asciiValue else { throw .unknownCharacter(character) }
            switch character {
            case "\\" where !isEscaped:
                isEscaped = true
                continue
            case "A" where !isEscaped: parts.append(.letter)
            case "9" where !isEscaped: parts.append(.digit)
            case "-", ".", "/", " ", "_": if parts.last != .gap { parts.append(.gap) }
            case _ where character.isLetter || character.isNumber: parts.append(.exactly(byte | 0x20))
            default: throw .unknownCharacter(character)
            }
            isEscaped = false
        }
        guard parts.count(where: { $0 == .digit }) >= 4 else { throw .tooFewDigits }
        self.parts = parts
    }

    /// Reads patterns parted by commas; none in an empty text. Throws the `Fault` of the first that is none.
    public static func list(_ text: String) throws(Fault) -> [ContractPattern] {
        var patterns: [ContractPattern] = []
        for item in text.split(separator: ",") where !item.allSatisfy(\.isWhitespace) {
            patterns.append(try ContractPattern(String(item)))
        }
        return patterns
    }

    /// Where it is found, standing by itself.
    func matches(in text: ReadableText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position < text.count {
            if !text.isLetterOrDigit(position - 1), let end = end(from: position, in: text),
                !text.isLetterOrDigit(end)
            {
                found.append(position..<end)
                position = end
            } else {
                position += 1
            }
        }
        return found
    }

    private func end(from start: Int, in text: ReadableText) -> Int? {
        var position = start
        for part in parts {
            switch part {
            case .gap:
                if text.isGap(position) || (position < text.count && text.scalars[position] == "/") {
                    position += 1
                }
                continue
            case .letter: guard text.isLetter(position) else { return nil }
            case .digit: guard text.isDigit(position) else { return nil }
            case .exactly(let byte):
                guard position < text.count, text.folded[position] == byte else { return nil }
            }
            position += 1
        }
        return position
    }
}
