/// Where in a page's HTML the text of a template stands, so that a tag is refused wherever escaping would not
/// protect, and blanks are dropped wherever they show nothing.
struct MarkupContext {
    enum Place: Equatable {
        case text
        case tagOpen
        case tagName
        case closingTag
        /// Inside a start tag, after a blank.
        case between
        case attributeName
        case afterName
        case beforeValue
        case quoted(UInt8)
        case unquoted
        /// Inside a start tag, where only a blank or the tag's end may follow.
        case afterAttribute
        case declaration
        case comment
    }

    /// How far an attribute's value has come.
    enum ValueStart: Equatable {
        case nothing
        case field
        case text
    }

    var place: Place = .text
    var valueStart: ValueStart = .nothing
    var element = ""
    var attribute = ""
    /// `script`, `style`, `textarea` or `title` while inside it: there `<` starts nothing but its end.
    var rawElement: String?
    var preDepth = 0
    /// What was wrong with the text read last.
    var problem: String?

    private var keepsBlanks: Bool {
        switch place {
        case .text: preDepth > 0 || (rawElement != nil && rawElement != "title")
        case .between, .tagName, .afterAttribute, .afterName, .beforeValue: false
        default: true
        }
    }

    /// Reads static text, and gives back what of it must be sent.
    mutating func consume(_ text: [UInt8], startsLine: Bool) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(text.count)
        var lineStart = startsLine
        var index = 0
        problem = nil
        while index < text.count {
            let byte = text[index]
            let blank = isBlank(byte) && !keepsBlanks
            if !(blank && lineStart) { kept.append(byte) }
            if byte == UInt8(ascii: "\n") {
                lineStart = true
            } else if !blank {
                lineStart = false
            }
            step(byte, rest: text[index...])
            index += 1
        }
        return kept
    }

    // MARK: Sections

    /// Inside a start tag a section may hold whole attributes: then it must bring its own blank.
    mutating func enterSection() -> String? {
        switch place {
        case .text where rawElement == "script" || rawElement == "style": return refusal
        case .text, .between, .quoted: return nil
        case .tagName, .afterAttribute, .attributeName:
            place = .afterAttribute
            return nil
        default: return refusal
        }
    }

    /// Whether both places are text of the same sort, so that what is right at one is right at the other.
    func isSameText(as other: MarkupContext) -> Bool {
        place == .text && other.place == .text && rawElement == other.rawElement && preDepth == other.preDepth
    }

    /// After a section, both ways through it must have led to the same place.
    mutating func leaveSection(enteredAt start: MarkupContext) -> String? {
        let sameSurroundings = rawElement == start.rawElement && preDepth == start.preDepth
        switch (start.place, place) {
        case (.text, .text) where sameSurroundings, (.between, .between):
            break
        case (.between, .afterName):
            place = .between
        case (.quoted(let opened), .quoted(let now)) where opened == now && attribute == start.attribute:
            // The section may be skipped, so what follows may still begin the value.
            valueStart = start.valueStart
        case (.between, .attributeName), (.between, .afterAttribute), (.between, .unquoted),
            (.afterAttribute, .attributeName), (.afterAttribute, .afterAttribute),
            (.afterAttribute, .between), (.afterAttribute, .afterName), (.afterAttribute, .unquoted):
            place = .afterAttribute
        default:
            place = start.place
            return
                "this section does not end where it began in the HTML (a tag, quote or element is left open)"
        }
        return nil
    }

    // MARK: Fields

    /// Whether the place is the beginning of an address, whose scheme must be looked at.
    var beginsAddress: Bool {
        guard case .quoted = place, valueStart == .nothing else { return false }
        return [
            "href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href", "ping",
            "background",
        ].contains(attribute)
    }

    /// Whether the place is inside an attribute's value.
    var isInAttribute: Bool {
        if case .quoted = place { true } else { false }
    }

    /// Notes that a field stands here, or says why none may.
    mutating func insert(html: Bool) -> String? {
        switch place {
        case .text where rawElement == "script" || rawElement == "style":
            return refusal
        case .text:
            if html, let rawElement { return "HTML cannot stand inside <\(rawElement)>" }
            return nil
        case .quoted:
            if html { return "HTML cannot stand inside an attribute (\(attribute))" }
            if attribute.hasPrefix("on") || ["style", "srcdoc"].contains(attribute) {
                return "no field may stand inside the attribute \(attribute)"
            }
            if valueStart == .field, isAddress {
                return "an address begins with one field, or with text"
            }
            if valueStart == .nothing { valueStart = .field }
            return nil
        default:
            return refusal
        }
    }

    private var isAddress: Bool {
        var beginning = self
        beginning.valueStart = .nothing
        return beginning.beginsAddress
    }

    private var refusal: String {
        switch place {
        case .text: "no tag may stand inside <\(rawElement ?? "")>"
        case .tagOpen, .tagName, .closingTag: "no tag may stand in the name of an element"
        case .between, .attributeName, .afterName, .afterAttribute:
            "no field may stand in the name of an attribute"
        case .beforeValue, .unquoted: "the value of the attribute \(attribute) must be quoted"
        case .declaration: "no tag may stand inside a declaration"
        case .comment: "no tag may stand inside an HTML comment; write {{! … }}"
        case .quoted: "no tag may stand here"
        }
    }
}
