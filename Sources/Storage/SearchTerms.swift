import CStemmer
import Domain

/// Makes of words what the index knows them by: their stems by Snowball's algorithms, French and English.
///
/// A text does not say its language, and a query rarely its accents. So a word has up to three stems: the French one of
/// the word as it is written, accents taken off afterwards; the French one of the word without accents, since accents
/// change what the algorithm cuts (`déclarée`, `declaree`); and the English one. Most words have one or two.
///
/// Not for several threads at once: Snowball's stemmers keep the word they work on.
final class Stemmer {
    private let french: OpaquePointer?
    private let english: OpaquePointer?
    /// Stems of words that were met before: the same ones come again and again.
    private var known: [String: [String]] = [:]
    private static let mostKnown = 8_192

    init() {
        french = sb_stemmer_new("french", "UTF_8")
        english = sb_stemmer_new("english", "UTF_8")
    }

    deinit {
        sb_stemmer_delete(french)
        sb_stemmer_delete(english)
    }

    /// The stems of a word, each once.
    func stems(of word: Word) -> [String] {
        if let stems = known[word.shown] { return stems }
        var stems: [String] = []
        let written = stem(word.shown, with: french)
        for stem in [
            word.shown == word.folded ? written : Words.all(in: written).map(\.folded).joined(),
            word.shown == word.folded ? written : stem(word.folded, with: french),
            stem(word.folded, with: english),
        ] where !stem.isEmpty && !stems.contains(stem) {
            stems.append(stem)
        }
        if stems.isEmpty { stems = [word.folded] }
        if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
        known[word.shown] = stems
        return stems
    }

    /// The stems of all words of a text that say something, for the index: parted by spaces.
    func terms(of text: String) -> String {
        var terms = ""
        terms.reserveCapacity(text.utf8.count)
        for word in Words.all(in: text) where !word.isEmptyOfSense {
            for stem in stems(of: word) {
                if !terms.isEmpty { terms.append(" ") }
                terms.append(stem)
            }
        }
        return terms
    }

    private func stem(_ word: String, with stemmer: OpaquePointer?) -> String {
        var word = word
        return word.withUTF8 { bytes in
            guard let stemmed = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
                return ""
            }
            let length = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: stemmed, count: length), as: UTF8.self)
        }
    }
}

extension Words {
    /// The words of `text` from which corrections are drawn, as a JSON object: folded form to the form shown. Letters
    /// alone, four at least.
    static func vocabulary(of text: String) -> String {
        var known: Set<String> = []
        var object = "{"
        for word in all(in: text) where word.folded.utf8.count >= 4 && !word.isEmptyOfSense {
            guard word.folded.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
                known.insert(word.folded).inserted
            else { continue }
            if object.utf8.count > 1 { object += "," }
            // Letters need no escaping.
            object += "\"\(word.folded)\":\"\(word.shown)\""
        }
        return object + "}"
    }
}
