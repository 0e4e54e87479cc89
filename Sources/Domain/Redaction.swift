/// Taking a passage out of a text.
public enum Redaction {
    /// What stands in its place.
    public static let mark = "[retiré par la modération\u{A0}: donnée personnelle]"

    public static let passageRule = TextRule("passage", 2...2_000)

    /// `text` with the mark in the place of every occurrence of `passage`; nil if there is none.
    public static func redact(_ passage: String, in text: String) -> String? {
        let passage = passage.trimmed
        guard !passage.isEmpty else { return nil }
        var redacted = text
        var place = redacted.startIndex
        var isFound = false
        while let found = redacted.range(of: passage, from: place) {
            redacted.replaceSubrange(found, with: mark)
            // An index does not outlive a change: the place after the mark is counted from where it begins.
            place = redacted.index(found.lowerBound, offsetBy: mark.count)
            isFound = true
        }
        return isFound ? redacted : nil
    }
}

extension String {
    fileprivate func range(of passage: String, from start: Index) -> Range<Index>? {
        var place = start
        while place < endIndex {
            if self[place...].hasPrefix(passage) {
                return place..<index(place, offsetBy: passage.count)
            }
            place = index(after: place)
        }
        return nil
    }
}
