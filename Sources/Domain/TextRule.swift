/// What a field of text must be: how long, once the space around it is gone.
public struct TextRule: Sendable {
    /// The name of the field in forms and problems.
    public let field: String
    /// Fewest and most characters (grapheme clusters). A lower bound of zero makes the field optional.
    public let length: ClosedRange<Int>

    public init(_ field: String, _ length: ClosedRange<Int>) {
        self.field = field
        self.length = length
    }

    /// The problem with `text`, or nil if it may be kept.
    public func problem(in text: String) -> Problem? {
        let trimmed = text.trimmed
        if trimmed.isEmpty {
            return length.lowerBound == 0 ? nil : Problem(field: field, code: .missing)
        }
        let count = trimmed.count
        if count < length.lowerBound {
            return Problem(field: field, code: .tooShort, limit: length.lowerBound)
        }
        return count > length.upperBound
            ? Problem(field: field, code: .tooLong, limit: length.upperBound) : nil
    }
}

extension String {
    /// The text without white space and newlines at either end, its line ends as single newlines.
    public var trimmed: String {
        // Texts from the store are trimmed already: looking must cost less than copying.
        let hasEdge =
            unicodeScalars.first.map(isWhitespace) == true || unicodeScalars.last.map(isWhitespace) == true
        let hasReturn = utf8.withContiguousStorageIfAvailable { $0.contains(0x0D) } ?? utf8.contains(0x0D)
        guard hasEdge || hasReturn else { return self }

        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, isWhitespace(first) { scalars.removeFirst() }
        while let last = scalars.last, isWhitespace(last) { scalars.removeLast() }
        var lines = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in scalars {
            if scalar == "\r" {
                lines.append("\n")
            } else if !(scalar == "\n" && previous == "\r") {
                lines.append(scalar)
            }
            previous = scalar
        }
        return String(lines)
    }
}

/// Whether `scalar` is white space; the tables of Unicode are asked about what is not ASCII alone.
private func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
}
