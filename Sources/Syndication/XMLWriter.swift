import CLibXML2

/// The one owner of a libxml2 `xmlTextWriter` and of the memory it writes to.
///
/// Every return code is checked: after a refused step nothing of the document is ever given out.
struct XMLWriter: ~Copyable {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr

    /// libxml2 must be initialised once before several threads use it.
    private static let libraryIsReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// A writer of nothing yet.
    init() throws(FeedProblem) {
        guard XMLWriter.libraryIsReady, let buffer = xmlBufferCreateSize(32_768) else {
            throw .writing("no memory")
        }
        guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
            xmlBufferFree(buffer)
            throw .writing("no memory")
        }
        self.buffer = buffer
        self.writer = writer
    }

    deinit {
        // The writer flushes into the buffer, so it goes first.
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    /// Begins a UTF-8 document.
    /// - Parameter stylesheet: the address of a CSS file for browsers.
    /// - Throws: ``FeedProblem`` if libxml2 refuses.
    func start(stylesheet: String?) throws(FeedProblem) {
        try check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil), "document")
        if let stylesheet {
            let href = escapedAsHTML(writableInXML(stylesheet))
            let target = "type=\"text/css\" href=\"\(href)\""
            try check(xmlTextWriterWritePI(writer, "xml-stylesheet", target), "stylesheet")
            try check(xmlTextWriterWriteString(writer, "\n"), "stylesheet")
        }
    }

    /// Begins an element; what is written next stands in it.
    func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) throws(FeedProblem) {
        try check(xmlTextWriterStartElement(writer, name), name)
        for (attribute, value) in attributes {
            try check(xmlTextWriterWriteAttribute(writer, attribute, writableInXML(value)), attribute)
        }
    }

    /// Ends the element that was opened last; `name` says which one that is.
    func close(_ name: String) throws(FeedProblem) {
        try check(xmlTextWriterEndElement(writer), name)
    }

    /// A whole element that holds only text.
    func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = ""
    ) throws(FeedProblem) {
        try open(name, attributes)
        if !text.isEmpty { try check(xmlTextWriterWriteString(writer, writableInXML(text)), name) }
        try close(name)
    }

    /// Ends the document and gives its bytes.
    consuming func finish() throws(FeedProblem) -> [UInt8] {
        try check(xmlTextWriterEndDocument(writer), "end")
        try check(xmlTextWriterFlush(writer), "flush")
        let count = xmlBufferLength(buffer)
        guard count > 0, let content = xmlBufferContent(buffer) else { throw .writing("nothing was written") }
        return [UInt8](UnsafeBufferPointer(start: content, count: Int(count)))
    }

    private func check(_ code: Int32, _ step: String) throws(FeedProblem) {
        if code < 0 { throw .writing(step) }
    }
}
