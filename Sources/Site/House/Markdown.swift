import CMarkGFM
import Domain
import Synchronization
import Templating

/// The simple formatting that people may use: CommonMark through a library. HTML is shown as it was typed, unsafe links
/// are left out.
enum Markdown {
    /// Texts and their markup, which follows from the text alone: a page of fifty comments is read far more often
    /// than it is written.
    private static let rendered = Mutex(Rendered())

    private struct Rendered {
        var markup: [Source: HTML] = [:]
        var bytes = 0
    }

    private struct Source: Hashable {
        let text: String
        let level: Int

        /// By bytes: hashing a text with accents as Swift does composes its characters first, which costs as much as
        /// rendering it.
        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
            hasher.combine(level)
        }

        static func == (left: Source, right: Source) -> Bool {
            left.level == right.level && left.text.utf8.elementsEqual(right.text.utf8)
        }
    }

    /// Bytes of markup that are kept.
    private static let capacity = 8 * 1_024 * 1_024

    /// The text as markup: paragraphs, headings, lists, emphasis, links, quotes, code.
    /// - Parameter level: That of the heading under which the text stands; its own highest heading is one below.
    static func html(_ text: String, under level: Int = 2) -> HTML {
        let source = Source(text: text, level: level)
        if let known = rendered.withLock({ $0.markup[source] }) { return known }
        let html = render(text, under: level)
        rendered.withLock { rendered in
            if rendered.bytes > capacity { rendered = Rendered() }
            rendered.markup[source] = html
            rendered.bytes += text.utf8.count + html.markup.utf8.count
        }
        return html
    }

    private static func render(_ text: String, under level: Int) -> HTML {
        var text = text
        let markup = text.withUTF8 { bytes -> String in
            bytes.withMemoryRebound(to: CChar.self) { characters -> String in
                guard let base = characters.baseAddress,
                    let document = cmark_parse_document(base, characters.count, CMARK_OPT_DEFAULT)
                else { return "" }
                defer { cmark_node_free(document) }
                settle(document, under: level)
                guard
                    let rendered = cmark_render_html(
                        document, CMARK_OPT_DEFAULT | CMARK_OPT_HARDBREAKS, nil)
                else { return "" }
                defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
                return String(cString: rendered)
            }
        }
        return HTML(trusted: bound(markup))
    }

    /// Binds French marks to their words in what is no tag and no code.
    private static func bound(_ markup: String) -> String {
        var code = 0
        return markup.split(separator: "<", omittingEmptySubsequences: false).enumerated().map {
            index, piece in
            guard index > 0, let end = piece.firstIndex(of: ">") else {
                return String(piece).withBoundMarks
            }
            if piece.hasPrefix("code") { code += 1 }
            if piece.hasPrefix("/code") { code -= 1 }
            let text = String(piece[end...].dropFirst())
            return piece[...end] + (code == 0 ? text.withBoundMarks : text)
        }.joined(separator: "<")
    }

    /// Makes a document one that can stand in a page: HTML becomes text, headings go below `level`.
    private static func settle(_ document: OpaquePointer, under level: Int) {
        var headings: [OpaquePointer] = []
        var foreign: [OpaquePointer] = []
        guard let walk = cmark_iter_new(document) else { return }
        var event = cmark_iter_next(walk)
        while event != CMARK_EVENT_DONE {
            defer { event = cmark_iter_next(walk) }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) else { continue }
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HEADING: headings.append(node)
            case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: foreign.append(node)
            default: break
            }
        }
        cmark_iter_free(walk)
        let highest = headings.map { cmark_node_get_heading_level($0) }.min() ?? 1
        for heading in headings {
            let below = cmark_node_get_heading_level(heading) - highest
            _ = cmark_node_set_heading_level(heading, min(6, Int32(level) + 1 + below))
        }
        for node in foreign { showAsTyped(node) }
    }

    /// Puts the source of an element of HTML in its place, line by line.
    private static func showAsTyped(_ node: OpaquePointer) {
        let source = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        let isBlock = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK
        let paragraph = isBlock ? cmark_node_new(CMARK_NODE_PARAGRAPH) : nil
        for (index, line) in source.trimmedOfNewlines.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            var pieces = [cmark_node_new(CMARK_NODE_TEXT)]
            _ = cmark_node_set_literal(pieces[0], String(line))
            if index > 0 { pieces.insert(cmark_node_new(CMARK_NODE_LINEBREAK), at: 0) }
            for piece in pieces {
                _ =
                    isBlock
                    ? cmark_node_append_child(paragraph, piece) : cmark_node_insert_before(node, piece)
            }
        }
        if isBlock { _ = cmark_node_insert_before(node, paragraph) }
        cmark_node_free(node)
    }

    /// The text without its formatting marks, on one line, at most about `limit` characters, cut between words.
    ///
    /// Lists call it for every row: it reads bytes, which is exact here since all marks and spaces are ASCII.
    static func summary(_ text: String, limit: Int) -> String {
        var summary: [UInt8] = []
        summary.reserveCapacity(limit + limit / 4)
        var length = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            var isBeginning = true
            for word in line.split(whereSeparator: { $0 <= 0x20 }) {
                if isBeginning, isBlockMark(word) { continue }
                let word = plain(isBeginning ? word.drop { $0 == UInt8(ascii: ">") } : word)
                isBeginning = false
                // Bytes that continue a character do not lengthen the line.
                let width = word.count { $0 & 0xC0 != 0x80 }
                if length + width > limit {
                    summary.append(contentsOf: "…".utf8)
                    return String(decoding: summary, as: UTF8.self).withBoundMarks
                }
                if !summary.isEmpty { summary.append(0x20) }
                summary.append(contentsOf: word)
                length += width + 1
            }
        }
        return String(decoding: summary, as: UTF8.self).withBoundMarks
    }

    private typealias Word = Substring.UTF8View.SubSequence

    /// Whether a word at the beginning of a line only says what the line is: heading, quote, entry of a list, rule.
    private static func isBlockMark(_ word: Word) -> Bool {
        guard let first = word.first, word.allSatisfy({ $0 == first }) else { return false }
        switch first {
        case UInt8(ascii: "#"): return word.count <= 6
        case UInt8(ascii: "+"): return word.count == 1
        case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"): return true
        default: return false
        }
    }

    /// The word without its marks of emphasis: `(**gras**),` is `(gras),`. Those between two letters or digits stay,
    /// as in `2*3` and `snake_case`; so do those that stand alone.
    private static func plain(_ word: Word) -> [UInt8] {
        func isEmphasis(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") }
        guard word.contains(where: isEmphasis), !word.allSatisfy(isEmphasis) else { return Array(word) }
        func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
            scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
        }
        let scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
        var kept = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            let run = scalars[index...].prefix { $0 == "*" || $0 == "_" }
            let before = index == 0 ? nil : scalars[index - 1]
            index += run.count
            let after = index == scalars.count ? nil : scalars[index]
            if isLetter(before), isLetter(after) { kept.append(contentsOf: run) }
            guard let after else { break }
            kept.append(after)
            index += 1
        }
        return Array(String(kept).utf8)
    }
}

extension String {
    /// Without the line ends at its end.
    fileprivate var trimmedOfNewlines: Substring {
        var text = self[...]
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
