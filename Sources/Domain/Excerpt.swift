/// A part of a text around what was looked for, in pieces.
public struct Excerpt: Hashable, Sendable {
    public let pieces: [Piece]

    /// Some text, and whether it is what was looked for.
    public struct Piece: Hashable, Sendable {
        public let text: String
        public let isMatch: Bool
    }

    /// Takes the stretch of `text` that holds the most different matches, or its beginning if there is none; whole if
    /// it is short. Marks of simple formatting are left out, and all of it is on one line.
    /// - Parameters:
    ///   - limit: About how many characters.
    ///   - match: A name for what a word matches, the same for all of its forms; nil if it matches nothing.
    public init(of text: String, limit: Int = 240, match: (Word) -> String?) {
        let plain = Self.plain(text)
        let found = Words.all(in: plain).compactMap { word in match(word).map { (word.range, $0) } }
        let window = Self.window(in: plain, around: found, limit: limit)
        var pieces: [Piece] = []
        if window.lowerBound > plain.startIndex { pieces.append(Piece(text: "… ", isMatch: false)) }
        var end = window.lowerBound
        for (range, _) in found where range.lowerBound >= end && range.upperBound <= window.upperBound {
            if end < range.lowerBound {
                pieces.append(Piece(text: String(plain[end..<range.lowerBound]), isMatch: false))
            }
            pieces.append(Piece(text: String(plain[range]), isMatch: true))
            end = range.upperBound
        }
        if end < window.upperBound {
            pieces.append(Piece(text: String(plain[end..<window.upperBound]), isMatch: false))
        }
        if window.upperBound < plain.endIndex { pieces.append(Piece(text: " …", isMatch: false)) }
        self.pieces = pieces
    }

    /// The text on one line, without marks at the beginning of lines nor asterisks.
    private static func plain(_ text: String) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.utf8.count)
        var isLineStart = true
        for byte in text.utf8 {
            switch byte {
            case 0x0A, 0x0D:
                isLineStart = true
                if plain.last != 0x20, !plain.isEmpty { plain.append(0x20) }
            case 0..<0x21:
                if plain.last != 0x20, !plain.isEmpty { plain.append(0x20) }
            case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"):
                if !isLineStart { plain.append(byte) }
            case UInt8(ascii: "*"): break
            default:
                isLineStart = false
                plain.append(byte)
            }
        }
        if plain.last == 0x20 { plain.removeLast() }
        return String(decoding: plain, as: UTF8.self)
    }

    private static func window(
        in text: String, around found: [(Range<String.Index>, String)], limit: Int
    ) -> Range<String.Index> {
        guard text.utf8.count > limit else { return text.startIndex..<text.endIndex }
        // Offsets in bytes: exact enough for a length, and cheap.
        let starts = found.map { text.utf8.distance(from: text.startIndex, to: $0.0.lowerBound) }
        var best = (count: 0, start: 0)
        for (place, start) in starts.enumerated() where best.count < Set(found.map(\.1)).count {
            var names: Set<String> = []
            for next in place..<found.count where starts[next] - start < limit * 2 / 3 {
                names.insert(found[next].1)
            }
            if names.count > best.count { best = (names.count, start) }
        }
        let lead = max(0, best.start - limit / 4)
        let begin = lead == 0 ? text.startIndex : wordStart(in: text, after: lead)
        return begin..<wordEnd(in: text, from: begin, bytes: limit)
    }

    private static func wordStart(in text: String, after offset: Int) -> String.Index {
        var index = text.utf8.index(text.startIndex, offsetBy: offset)
        while index < text.endIndex, text.utf8[index] != 0x20 { index = text.utf8.index(after: index) }
        while index < text.endIndex, text.utf8[index] == 0x20 { index = text.utf8.index(after: index) }
        return index
    }

    private static func wordEnd(in text: String, from begin: String.Index, bytes: Int) -> String.Index {
        guard
            var index = text.utf8.index(begin, offsetBy: bytes, limitedBy: text.endIndex),
            index < text.endIndex
        else { return text.endIndex }
        while index > begin, text.utf8[index] != 0x20 { index = text.utf8.index(before: index) }
        return index > begin ? index : text.endIndex
    }
}
