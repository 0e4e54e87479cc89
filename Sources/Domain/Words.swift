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
    public static func all(in text: String) -> [Word] {
        var words: [Word] = []
        var shown = String.UnicodeScalarView()
        var folded = String.UnicodeScalarView()
        var start: String.Index?
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        func finish(at end: String.Index) {
            if let begin = start {
                words.append(Word(shown: String(shown), folded: String(folded), range: begin..<end))
                shown = String.UnicodeScalarView()
                folded = String.UnicodeScalarView()
                start = nil
            }
        }
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if isLetter(scalar) {
                if start == nil { start = index }
                if folded.count < longest { append(scalar, &shown, &folded) }
            } else if start == nil || !isSilent(scalar) {
                finish(at: index)
            }
            index = next
        }
        finish(at: scalars.endIndex)
        return words
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

    private static func append(
        _ scalar: Unicode.Scalar, _ shown: inout String.UnicodeScalarView,
        _ folded: inout String.UnicodeScalarView
    ) {
        if scalar.value < 0x80 {
            let small = (0x41...0x5A).contains(scalar.value) ? scalar.value + 0x20 : scalar.value
            if let letter = Unicode.Scalar(small) {
                shown.append(letter)
                folded.append(letter)
            }
            return
        }
        let small = scalar.properties.lowercaseMapping.unicodeScalars
        switch scalar {
        case "ﬁ", "ﬂ":
            let letters: String = scalar == "ﬁ" ? "fi" : "fl"
            shown.append(contentsOf: letters.unicodeScalars)
            folded.append(contentsOf: letters.unicodeScalars)
            return
        default: shown.append(contentsOf: small)
        }
        let (first, second) = Slug.fold(scalar)
        guard let first else {
            folded.append(contentsOf: small)
            return
        }
        folded.append(Unicode.Scalar(first))
        if let second { folded.append(Unicode.Scalar(second)) }
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
        au aux avec ce cela celle celles celui ces cet cette ceux chaque ci comme dans de des donc du elle elles en
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
