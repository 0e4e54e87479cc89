import CLibXML2

/// One element of a page, as a browser sees it.
final class Element {
    let name: String
    let attributes: [String: String]
    /// Elements and runs of text, in order.
    private(set) var children: [Node] = []
    private(set) weak var parent: Element?

    enum Node {
        case element(Element)
        case text(String)
    }

    /// The page as a tree; nil if there is nothing to parse.
    static func parse(_ bytes: [UInt8]) -> Element? {
        let document = bytes.withUnsafeBytes { raw in
            htmlReadMemory(
                raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), nil, "UTF-8",
                Int32(HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue)
            )
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        return xmlDocGetRootElement(document).map { Element($0, parent: nil) }
    }

    /// A strict reading of XML: nil for what is not well formed, or has a document type.
    static func parseXML(_ bytes: [UInt8]) -> Element? {
        let options = XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
        let document = bytes.withUnsafeBytes { raw in
            xmlReadMemory(
                raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), nil, nil,
                Int32(options))
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        guard document.pointee.intSubset == nil else { return nil }
        return xmlDocGetRootElement(document).map { Element($0, parent: nil) }
    }

    private init(_ node: xmlNodePtr, parent: Element?) {
        name = String(cString: node.pointee.name)
        self.parent = parent
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let present = attribute {
            let value = present.pointee.children?.pointee.content
            attributes[String(cString: present.pointee.name)] = value.map { String(cString: $0) } ?? ""
            attribute = present.pointee.next
        }
        self.attributes = attributes
        var child = node.pointee.children
        while let present = child {
            if present.pointee.type == XML_ELEMENT_NODE {
                children.append(.element(Element(present, parent: self)))
            } else if present.pointee.type == XML_TEXT_NODE, let content = present.pointee.content {
                children.append(.text(String(cString: content)))
            }
            child = present.pointee.next
        }
    }

    var elements: [Element] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// Every element below this one that fits, in the order of the page.
    func all(where fits: (Element) -> Bool) -> [Element] {
        elements.flatMap { (fits($0) ? [$0] : []) + $0.all(where: fits) }
    }

    func all(_ name: String) -> [Element] { all { $0.name == name } }

    func first(where fits: (Element) -> Bool) -> Element? { all(where: fits).first }

    /// The nearest element around this one with that name.
    func enclosing(_ name: String) -> Element? {
        self.name == name ? self : parent?.enclosing(name)
    }

    /// Elements that do not part words.
    private static let inline: Set<String> = [
        "mark",
        "a", "abbr", "b", "cite", "code", "em", "i", "small", "span", "strong", "sub", "sup", "svg", "time",
    ]

    /// The visible text, runs of white space as one space; no-break spaces stay.
    var text: String {
        func raw(_ element: Element) -> String {
            element.children.map { node in
                switch node {
                case .text(let text): text
                case .element(let element):
                    ["script", "style", "template"].contains(element.name)
                        ? "" : Self.inline.contains(element.name) ? raw(element) : " \(raw(element)) "
                }
            }.joined()
        }
        return raw(self).split { " \n\t".contains($0) }.joined(separator: " ")
    }

    /// The text as typed, for text areas: a newline right after the tag does not count.
    var rawText: String {
        let text = children.map { if case .text(let text) = $0 { text } else { "" } }.joined()
        return text.hasPrefix("\n") ? String(text.dropFirst()) : text
    }
}
