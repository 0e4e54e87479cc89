/// A word in a text, as people wrote it and as it is compared.
public struct Word: Hashable, Sendable {
    /// In small letters, accents kept: `dégâts`.
    public let shown: String
    /// In small letters without accents, ligatures apart: `degats`, `oeuvre`. Letters of other scripts stay as they are.
    public let folded: String
    /// Where it stands in the text.
    public let range: Range<String.Index>
}

/// The words of a text: runs of letters and digits. Apostrophes and hyphens part words, so that `l’assurance` is found
/// as `assurance`; accents that are written as marks of their own belong to their letter.
public enum Words {
    /// The most letters of a word that are looked at.
    static let longest = 40

    /// Every word of `text`, in its order.
    ///
    /// Indexing and every search read all of their texts with it: it goes over bytes, and looks at scalars only where
    /// one has several.
    public static func all(in text: String) -> [Word] {
        var words: [Word] = []
        var word = Spelling()
        var start: Int?
        var source = text
        source.withUTF8 { bytes in
            func finish(at end: Int) {
                guard let begin = start else { return }
                words.append(
                    word.taken(
                        at: text.utf8.index(
                            text.startIndex, offsetBy: begin)..<text.utf8.index(
                                text.startIndex, offsetBy: end)))
                start = nil
            }
            var place = 0
            while place < bytes.count {
                let (scalar, length) = Self.scalar(in: bytes, at: place)
                if isLetter(scalar) {
                    if start == nil { start = place }
                    if word.length < longest { append(scalar, to: &word) }
                } else if start == nil || !isSilent(scalar) {
                    finish(at: place)
                }
                place += length
            }
            finish(at: bytes.count)
        }
        return words
    }

    /// The scalar that begins at a place of UTF-8 that is known to be valid, and how many bytes it has.
    @inline(__always)
    private static func scalar(
        in bytes: UnsafeBufferPointer<UInt8>, at place: Int
    ) -> (scalar: Unicode.Scalar, length: Int) {
        let first = bytes[place]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for next in 1..<length { value = value << 6 | UInt32(bytes[place + next] & 0x3F) }
        return (Unicode.Scalar(value) ?? " ", length)
    }

    /// A word while it is read, in both of its forms.
    private struct Spelling {
        private var shown: [UInt8] = []
        private var folded: [UInt8] = []
        /// Letters of the folded form.
        private(set) var length = 0

        mutating func append(shown letters: some Sequence<UInt8>) { shown.append(contentsOf: letters) }

        mutating func append(folded scalar: Unicode.Scalar) {
            folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            length += 1
        }

        mutating func append(letter: UInt8) {
            shown.append(letter)
            folded.append(letter)
            length += 1
        }

        /// The word; what is read next begins another.
        mutating func taken(at range: Range<String.Index>) -> Word {
            let shown = String(decoding: self.shown, as: UTF8.self)
            let word = Word(
                shown: shown, folded: self.shown == folded ? shown : String(decoding: folded, as: UTF8.self),
                range: range)
            self.shown.removeAll(keepingCapacity: true)
            folded.removeAll(keepingCapacity: true)
            length = 0
            return word
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0xC0: false
        case 0xC0..<0x180: scalar.value != 0xD7 && scalar.value != 0xF7
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .modifierLetter: false
            default: scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
            }
        }
    }

    /// Marks that belong to the letter before them, and what is never seen within a word.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F: true
        case 0..<0x300: false
        default: scalar.properties.generalCategory == .nonspacingMark
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to word: inout Spelling) {
        if scalar.value < 0x80 {
            let letter = UInt8(truncatingIfNeeded: scalar.value)
            return word.append(letter: (0x41...0x5A).contains(letter) ? letter | 0x20 : letter)
        }
        if scalar == "ﬁ" || scalar == "ﬂ" {
            word.append(letter: UInt8(ascii: "f"))
            return word.append(letter: scalar == "ﬁ" ? UInt8(ascii: "i") : UInt8(ascii: "l"))
        }
        let small = scalar.properties.lowercaseMapping
        word.append(shown: small.utf8)
        let (first, second) = Slug.fold(scalar)
        guard let first else {
            for scalar in small.unicodeScalars { word.append(folded: scalar) }
            return
        }
        word.append(folded: Unicode.Scalar(first))
        if let second { word.append(folded: Unicode.Scalar(second)) }
    }
}

extension Word {
    /// Whether the word says too little to be looked for: an article, a pronoun, a preposition, what an apostrophe
    /// cut off, a single letter.
    public var isEmptyOfSense: Bool {
        Self.stopWords.contains(folded)
            || folded.utf8.count == 1 && folded.utf8.first.map { $0 > 0x39 } == true
    }

    private static let stopWords: Set<String> = Set(
        (french + " " + english).split(whereSeparator: \.isWhitespace).map(String.init))

    private static let french = """
        au aux avec ce cela celle celles celui ces cet cette ceux chaque chez ci comme dans de des donc du elle elles en
        entre est et eu eux fait il ils je jusqu la le les leur leurs lors lorsqu lui ma mais me meme mes moi mon ne ni
        nos notre nous on ont ou par pas plus pour puis puisqu qu quand que quel quelle quelles quels qui quoi quoiqu sa
        sans se ses si soi soit son sont sous sur ta te tes toi ton tous tout toute toutes tu un une va vers vos votre
        vous y ai as avons avez etait etre ete suis sera seront serait ca
        """

    private static let english = """
        about after all also an and any are as at be been but by can could did do does for from had has have he her his
        how if in into is it its me more my no not of off on or our out over she should so some than that the their them
        then there these they this those to too up us was we were what when where which who why will with would you your
        """
}
