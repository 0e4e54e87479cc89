import CLibXML2
import Glibc

/// A document read back strictly: nothing from the network, and a document type is a refusal.
struct ParsedXML {
    let name: String
    let attributes: [String: String]
    let children: [ParsedXML]
    let text: String

    struct Refused: Error {}

    init(_ bytes: [UInt8]) throws {
        xmlInitParser()
        let options = Int32(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let document = bytes.withUnsafeBytes { raw in
            xmlReadMemory(
                raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), nil, "UTF-8", options)
        }
        guard let document else { throw Refused() }
        defer { xmlFreeDoc(document) }
        guard document.pointee.intSubset == nil, let root = xmlDocGetRootElement(document) else {
            throw Refused()
        }
        self.init(node: root)
    }

    private init(node: xmlNodePtr) {
        let prefix = node.pointee.ns?.pointee.prefix.map { String(cString: $0) + ":" } ?? ""
        name = prefix + String(cString: node.pointee.name)
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let current = attribute {
            let value = xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1)
            attributes[String(cString: current.pointee.name)] = value.map { String(cString: $0) } ?? ""
            free(value)
            attribute = current.pointee.next
        }
        self.attributes = attributes
        var children: [ParsedXML] = []
        var child = node.pointee.children
        while let current = child {
            if current.pointee.type == XML_ELEMENT_NODE { children.append(ParsedXML(node: current)) }
            child = current.pointee.next
        }
        self.children = children
        let content = xmlNodeGetContent(node)
        text = content.map { String(cString: $0) } ?? ""
        free(content)
    }

    /// The children with a name.
    func all(_ name: String) -> [ParsedXML] { children.filter { $0.name == name } }

    /// The text of the only child with a name.
    subscript(name: String) -> String? {
        let found = all(name)
        return found.count == 1 ? found[0].text : nil
    }
}
