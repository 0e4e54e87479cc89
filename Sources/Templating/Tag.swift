/// What one `{{…}}` says.
enum Tag {
    case comment
    case field([String])
    case words(key: String, arguments: [WordArgument])
    case section([String], SectionMeaning)
    case block(String)
    case parent(String)
    case partial(String)
    case close(String)

    /// Why a tag is not one.
    struct Refusal: Error {
        let message: String
    }

    /// Whether the tag shows nothing itself, so that alone on a line it leaves no line.
    var mayStandAlone: Bool {
        switch self {
        case .field, .words: false
        case .comment, .section, .block, .parent, .partial, .close: true
        }
    }

    /// What closes the tag, if it must be closed.
    var closing: String? {
        switch self {
        case .section(let path, _): path.isEmpty ? "." : path.joined(separator: ".")
        case .block(let name), .parent(let name): name
        case .comment, .field, .words, .partial, .close: nil
        }
    }

    /// How the tag was opened, for messages.
    var opening: String {
        switch self {
        case .section(_, .enter): "#" + (closing ?? "")
        case .section(_, .test): "#" + (closing ?? "") + "?"
        case .section(_, .invert): "^" + (closing ?? "")
        case .block(let name): "$" + name
        case .parent(let name): "<" + name
        case .comment, .field, .words, .partial, .close: ""
        }
    }

    /// Reads what stands between the braces.
    static func read(_ content: String) -> Result<Tag, Refusal> {
        do {
            return .success(try parse(content))
        } catch {
            return .failure(error)
        }
    }

    private static func parse(_ content: String) throws(Refusal) -> Tag {
        guard let sigil = content.utf8.first else { throw Refusal(message: "{{}} names nothing") }
        let rest = trimmed(content.dropFirst())
        switch sigil {
        case UInt8(ascii: "!"):
            if !content.hasPrefix("!--"), content.contains("{{") {
                throw Refusal(message: "a comment that holds tags is written {{!-- … --}}")
            }
            return .comment
        case UInt8(ascii: "#"):
            if rest.hasSuffix("?") { return .section(try path(rest.dropLast()), .test) }
            return .section(try path(rest), .enter)
        case UInt8(ascii: "^"): return .section(try path(rest), .invert)
        case UInt8(ascii: "/"):
            return .close(rest.hasSuffix("?") ? String(rest.dropLast()) : String(rest))
        case UInt8(ascii: "$"): return .block(try word(rest))
        case UInt8(ascii: "<"): return .parent(try file(rest))
        case UInt8(ascii: ">"): return .partial(try file(rest))
        case UInt8(ascii: "{"), UInt8(ascii: "&"):
            throw Refusal(message: "nothing is inserted unescaped by a tag: give the field the type HTML")
        case UInt8(ascii: "="):
            throw Refusal(message: "the braces cannot be changed")
        default:
            let parts = content.split { isBlank($0.utf8.first ?? 0) && $0.utf8.count == 1 }
            if parts.first == "t", parts.count > 1 {
                return .words(key: String(parts[1]), arguments: try arguments(parts.dropFirst(2)))
            }
            return .field(try path(trimmed(content[...])))
        }
    }

    private static func arguments(_ parts: ArraySlice<Substring>) throws(Refusal) -> [WordArgument] {
        var arguments: [WordArgument] = []
        for part in parts {
            guard let sign = part.firstIndex(of: "=") else {
                throw Refusal(message: "\"\(part)\" should be name=field")
            }
            let name = try word(part[..<sign])
            if arguments.contains(where: { $0.name == name }) {
                throw Refusal(message: "argument \"\(name)\" is given twice")
            }
            arguments.append(WordArgument(name: name, path: try path(part[part.index(after: sign)...])))
        }
        return arguments
    }

    private static func path(_ text: Substring) throws(Refusal) -> [String] {
        if text == "." { return [] }
        var names: [String] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            names.append(try word(part))
        }
        return names
    }

    private static func word(_ text: Substring) throws(Refusal) -> String {
        let allowed = text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "_") }
        guard allowed, !text.isEmpty else { throw Refusal(message: "\"\(text)\" is not a name") }
        return String(text)
    }

    private static func file(_ text: Substring) throws(Refusal) -> String {
        let allowed = text.utf8.allSatisfy {
            isLetterOrDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "/")
        }
        guard allowed, !text.isEmpty else { throw Refusal(message: "\"\(text)\" is not a template's path") }
        return String(text)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.utf8.first, isBlank(first) { text = text.dropFirst() }
        while let last = text.utf8.last, isBlank(last) { text = text.dropLast() }
        return text
    }
}

/// ASCII letters and digits.
func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    default: false
    }
}
