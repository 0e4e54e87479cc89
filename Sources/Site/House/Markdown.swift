import CMarkGFM
import Templating

/// The simple formatting that people may use: CommonMark through a library, raw HTML and unsafe links left out.
enum Markdown {
    /// The text as markup: paragraphs, lists, emphasis, links, quotes, code.
    static func html(_ text: String) -> HTML {
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

    /// The text without its formatting marks, on one line, at most `limit` characters, cut between words.
    static func summary(_ text: String, limit: Int) -> String {
        var words: [Substring] = []
        var length = 0
        for word in text.split(whereSeparator: { $0.isWhitespace }) {
            let bare = word.drop { "#>*_-".contains($0) }
            let trimmed =
                bare.last.map { "*_".contains($0) } == true
                ? bare.dropLast(bare.reversed().prefix { "*_".contains($0) }.count) : bare
            guard !trimmed.isEmpty else { continue }
            if length + trimmed.count > limit {
                return words.joined(separator: " ") + "…"
            }
            words.append(trimmed)
            length += trimmed.count + 1
        }
        return words.joined(separator: " ")
    }
}
