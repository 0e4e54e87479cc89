/// How one byte of HTML leads from one place to the next.
extension MarkupContext {
    mutating func step(_ byte: UInt8, rest: ArraySlice<UInt8>) {
        switch place {
        case .text: stepText(byte, rest: rest)
        case .tagOpen, .closingTag, .declaration, .comment: stepMarkup(byte, rest: rest)
        case .tagName:
            switch byte {
            case UInt8(ascii: ">"): endStartTag()
            case UInt8(ascii: "/"): place = .between
            case _ where isBlank(byte): place = .between
            default: element.append(lowercased(byte))
            }
        case .between, .attributeName, .afterName, .afterAttribute: stepAttribute(byte)
        case .beforeValue:
            switch byte {
            case _ where isBlank(byte): break
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                place = .quoted(byte)
                valueStart = .nothing
            default: place = .unquoted
            }
        case .quoted(let quote):
            if byte == quote { place = .afterAttribute } else { valueStart = .text }
        case .unquoted:
            if isBlank(byte) { place = .between }
            if byte == UInt8(ascii: ">") { endStartTag() }
        }
    }

    private mutating func stepText(_ byte: UInt8, rest: ArraySlice<UInt8>) {
        guard byte == UInt8(ascii: "<") else { return }
        let next = rest.dropFirst()
        if let rawElement {
            let name = String(decoding: next.dropFirst().prefix(rawElement.utf8.count), as: UTF8.self)
            guard next.first == UInt8(ascii: "/"), name.lowercased() == rawElement else { return }
            self.rawElement = nil
        }
        switch next.first {
        case nil, UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): place = .tagOpen
        case let letter? where isLetterOrDigit(letter): place = .tagOpen
        default: problem = "a bare < is written &lt;"
        }
        element = ""
    }

    private mutating func stepMarkup(_ byte: UInt8, rest: ArraySlice<UInt8>) {
        switch (place, byte) {
        case (.tagOpen, UInt8(ascii: "/")): place = .closingTag
        case (.tagOpen, UInt8(ascii: "!")), (.tagOpen, UInt8(ascii: "?")):
            place = rest.starts(with: "!--".utf8) ? .comment : .declaration
        case (.tagOpen, _):
            place = .tagName
            element.append(lowercased(byte))
        case (.closingTag, UInt8(ascii: ">")):
            if element == "pre" { preDepth -= 1 }
            place = .text
        case (.closingTag, _):
            if !isBlank(byte) { element.append(lowercased(byte)) }
        case (.declaration, UInt8(ascii: ">")):
            place = .text
        case (.comment, UInt8(ascii: "-")):
            if rest.starts(with: "-->".utf8) { place = .declaration }
        default: break
        }
    }

    private mutating func stepAttribute(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ">"): endStartTag()
        case UInt8(ascii: "/"): place = .between
        case _ where isBlank(byte):
            place = place == .attributeName || place == .afterName ? .afterName : .between
        case UInt8(ascii: "=") where place == .attributeName || place == .afterName: place = .beforeValue
        case _ where place == .attributeName: attribute.append(lowercased(byte))
        default:
            if place == .afterAttribute { problem = "attributes are separated by a blank" }
            attribute = String(lowercased(byte))
            place = .attributeName
        }
    }

    private mutating func endStartTag() {
        place = .text
        if ["script", "style", "textarea", "title"].contains(element) { rawElement = element }
        if element == "pre" { preDepth += 1 }
    }

    private func lowercased(_ byte: UInt8) -> Character {
        Character(UnicodeScalar(byte)).lowercased().first ?? " "
    }
}
