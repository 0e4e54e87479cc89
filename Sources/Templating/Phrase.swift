/// A text of the catalogue, cut at its placeholders.
struct Phrase: Sendable, Equatable {
    enum Piece: Sendable, Equatable {
        case text(String)
        case placeholder(String)
    }

    let pieces: [Piece]

    var placeholders: Set<String> {
        Set(
            pieces.compactMap { piece in
                if case .placeholder(let name) = piece { name } else { nil }
            })
    }

    /// Reads `Bonjour {name}`; `\n` is a new line, `\{` and `\\` stand for themselves. Nil if a brace is astray.
    init?(_ text: String) {
        var pieces: [Piece] = []
        var current = ""
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            switch scalar {
            case "\\":
                switch scalars.next() {
                case "n": current.append("\n")
                case let escaped?: current.unicodeScalars.append(escaped)
                case nil: return nil
                }
            case "{":
                var name = ""
                while let letter = scalars.next(), letter != "}" { name.unicodeScalars.append(letter) }
                let wellNamed = name.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "_") }
                guard wellNamed, !name.isEmpty else { return nil }
                if !current.isEmpty { pieces.append(.text(current)) }
                current = ""
                pieces.append(.placeholder(name))
            case "}": return nil
            default: current.unicodeScalars.append(scalar)
            }
        }
        if !current.isEmpty { pieces.append(.text(current)) }
        self.pieces = pieces
    }
}

/// What a key stands for in one language.
enum Entry: Sendable, Equatable {
    case plain(Phrase)
    /// Chosen by the argument `count`.
    case plural(zero: Phrase?, one: Phrase, other: Phrase)

    /// The arguments that the text can show; `count` always belongs to a plural.
    var placeholders: Set<String> {
        switch self {
        case .plain(let phrase): phrase.placeholders
        case .plural(let zero, let one, let other):
            one.placeholders.union(other.placeholders).union(zero?.placeholders ?? []).union(["count"])
        }
    }
}
