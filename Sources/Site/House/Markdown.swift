import CMarkGFM
import Synchronization
import Templating

/// The simple formatting that people may use: CommonMark through a library, raw HTML and unsafe links left out.
enum Markdown {
    /// Texts and their markup, which follows from the text alone: a page of fifty comments is read far more often
    /// than it is written.
    private static let rendered = Mutex(Rendered())

    private struct Rendered {
        var markup: [String: HTML] = [:]
        var bytes = 0
    }

    /// Bytes of markup that are kept.
    private static let capacity = 8 * 1_024 * 1_024

    /// The text as markup: paragraphs, lists, emphasis, links, quotes, code.
    static func html(_ text: String) -> HTML {
        if let known = rendered.withLock({ $0.markup[text] }) { return known }
        let html = render(text)
        rendered.withLock { rendered in
            if rendered.bytes > capacity { rendered = Rendered() }
            rendered.markup[text] = html
            rendered.bytes += text.utf8.count + html.markup.utf8.count
        }
        return html
    }

    private static func render(_ text: String) -> HTML {
        var text = text
        let markup = text.withUTF8 { bytes -> String in
            bytes.withMemoryRebound(to: CChar.self) { characters -> String in
                guard let base = characters.baseAddress,
                    let rendered = cmark_markdown_to_html(
                        base, characters.count, CMARK_OPT_DEFAULT | CMARK_OPT_HARDBREAKS)
                else { return "" }
                defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
                return String(cString: rendered)
            }
        }
        return HTML(trusted: markup)
    }

    /// The text without its formatting marks, on one line, at most about `limit` characters, cut between words.
    ///
    /// Lists call it for every row: it reads bytes, which is exact here since all marks and spaces are ASCII.
    static func summary(_ text: String, limit: Int) -> String {
        var summary: [UInt8] = []
        summary.reserveCapacity(limit + limit / 4)
        var length = 0
        for var word in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
            while let first = word.first, isMark(first) { word.removeFirst() }
            while let last = word.last, last == UInt8(ascii: "*") || last == UInt8(ascii: "_") {
                word.removeLast()
            }
            guard !word.isEmpty else { continue }
            // Bytes that continue a character do not lengthen the line.
            let width = word.count { $0 & 0xC0 != 0x80 }
            if length + width > limit {
                summary.append(contentsOf: "…".utf8)
                break
            }
            if !summary.isEmpty { summary.append(0x20) }
            // What is left of emphasis stands before a comma or inside of a word.
            summary.append(contentsOf: word.lazy.filter { $0 != UInt8(ascii: "*") })
            length += width + 1
        }
        return String(decoding: summary, as: UTF8.self)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
