/// A room's `fr.words` or `en.words`: `key = text`, `#` for comments, indented lines continue a text.
struct WordsFile {
    struct Line: Equatable {
        let key: String
        var text: String
        let number: Int
    }

    private(set) var lines: [Line] = []
    private(set) var problems: [TemplateProblem] = []

    /// Reads a file whose keys all begin with `room`.
    init(file: String, room: String, text: String) {
        var number = 0
        for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let line = WordsFile.trimmed(raw)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if let first = raw.utf8.first, isIndent(first) {
                if lines.isEmpty {
                    problems.append(
                        TemplateProblem(file: file, line: number, message: "this line continues nothing"))
                } else {
                    lines[lines.count - 1].text += (lines[lines.count - 1].text.isEmpty ? "" : " ") + line
                }
                continue
            }
            guard let sign = line.firstIndex(of: "=") else {
                problems.append(TemplateProblem(file: file, line: number, message: "expected key = text"))
                continue
            }
            let key = WordsFile.trimmed(line[..<sign])
            let wellFormed = key.utf8.allSatisfy {
                isLetterOrDigit($0) || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
            }
            guard wellFormed, !key.isEmpty else {
                problems.append(TemplateProblem(file: file, line: number, message: "\"\(key)\" is not a key"))
                continue
            }
            let value = String(WordsFile.trimmed(line[line.index(after: sign)...]))
            lines.append(Line(key: (room.isEmpty ? "" : room + ".") + key, text: value, number: number))
        }
    }

    /// Only blanks of ASCII go: a no-break space at an edge was meant.
    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.unicodeScalars
        let blanks: Set<UnicodeScalar> = [" ", "\t", "\r"]
        while let first = text.first, blanks.contains(first) { text.removeFirst() }
        while let last = text.last, blanks.contains(last) { text.removeLast() }
        return Substring(text)
    }
}
