/// Turns the text of one file into nodes. It knows tags and lines, and nothing of HTML or of data.
struct TemplateParser {
    private let name: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var textStart = 0
    /// Whether nothing but what a standalone tag left stands before `textStart` on its line.
    private var textStartsLine = true
    private var open: [OpenTag] = []
    private var nodes: [Node] = []
    private(set) var problems: [TemplateProblem] = []

    private struct OpenTag {
        let tag: Tag
        let line: Int
        let outerNodes: [Node]
    }

    /// A file's final newline belongs to its editor, not to its text.
    init(name: String, text: String) {
        self.name = name
        var bytes = Array(text.utf8)
        bytes.removeAll { $0 == UInt8(ascii: "\r") }
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        self.bytes = bytes
    }

    /// Reads the whole file.
    mutating func parse() -> TemplateSource {
        while let start = find("{{", from: position) {
            line += newlines(in: position..<start)
            let tagLine = line
            guard let (content, end) = tagContent(from: start) else {
                report("this tag is never closed by }}", at: tagLine)
                return TemplateSource(name: name, nodes: [])
            }
            line += newlines(in: start..<end)
            position = end
            switch Tag.read(content) {
            case .success(let tag):
                cut(tag, start: start, end: end, at: tagLine)
                take(tag, at: tagLine)
            case .failure(let refusal):
                report(refusal.message, at: tagLine)
                cutText(upTo: start, resumeAt: end, startsLine: false, at: tagLine)
            }
        }
        line += newlines(in: position..<bytes.count)
        position = bytes.count
        cutText(upTo: bytes.count, resumeAt: bytes.count, startsLine: false, at: line)
        while let last = open.last {
            report("{{\(last.tag.opening)}} is never closed", at: last.line)
            close(at: line)
        }
        return TemplateSource(name: name, nodes: nodes)
    }

    // MARK: Tags

    private mutating func take(_ tag: Tag, at line: Int) {
        switch tag {
        case .comment:
            break
        case .field(let path):
            nodes.append(Node(line: line, content: .field(path)))
        case .words(let key, let arguments):
            nodes.append(Node(line: line, content: .words(key: key, arguments: arguments)))
        case .partial(let file):
            nodes.append(Node(line: line, content: .partial(file)))
        case .section, .block, .parent:
            open.append(OpenTag(tag: tag, line: line, outerNodes: nodes))
            nodes = []
        case .close(let closed):
            guard let last = open.last else {
                report("{{/\(closed)}} closes nothing", at: line)
                return
            }
            if last.tag.closing != closed {
                let wanted = "{{/\(last.tag.closing ?? "")}}, opened at line \(last.line)"
                report("{{/\(closed)}} stands where \(wanted), was expected", at: line)
            }
            close(at: line)
        }
    }

    private mutating func close(at line: Int) {
        let last = open.removeLast()
        let body = nodes
        nodes = last.outerNodes
        switch last.tag {
        case .section(let path, let meaning):
            nodes.append(Node(line: last.line, content: .section(path, meaning, body)))
        case .block(let block):
            nodes.append(Node(line: last.line, content: .block(block, body)))
        case .parent(let parent):
            nodes.append(Node(line: last.line, content: .parent(parent, filledBlocks(of: body))))
        case .comment, .field, .words, .partial, .close:
            break
        }
    }

    private mutating func filledBlocks(of body: [Node]) -> [FilledBlock] {
        var blocks: [FilledBlock] = []
        for node in body {
            switch node.content {
            case .block(let block, let content):
                if blocks.contains(where: { $0.name == block }) {
                    report("block \"\(block)\" is filled twice", at: node.line)
                }
                blocks.append(FilledBlock(name: block, body: content, line: node.line, file: name + ".html"))
            case .text(let text, _) where text.allSatisfy(isBlank):
                break
            default:
                report("inside {{<…}} only blocks {{$…}} may stand", at: node.line)
            }
        }
        return blocks
    }

    // MARK: Text

    /// Ends the text before a tag. A tag that shows nothing and is alone on its line takes the line with it.
    private mutating func cut(_ tag: Tag, start: Int, end: Int, at line: Int) {
        guard tag.mayStandAlone else {
            return cutText(upTo: start, resumeAt: end, startsLine: false, at: line)
        }
        var lineStart = start
        while lineStart > textStart, isIndent(bytes[lineStart - 1]) { lineStart -= 1 }
        let startsLine = lineStart == textStart ? textStartsLine : bytes[lineStart - 1] == UInt8(ascii: "\n")
        var lineEnd = end
        while lineEnd < bytes.count, isIndent(bytes[lineEnd]) { lineEnd += 1 }
        guard startsLine, lineEnd == bytes.count || bytes[lineEnd] == UInt8(ascii: "\n") else {
            return cutText(upTo: start, resumeAt: end, startsLine: false, at: line)
        }
        if case .partial = tag {
            // The file it brings in has no final newline of its own.
            cutText(upTo: lineStart, resumeAt: lineEnd, startsLine: false, at: line)
        } else {
            cutText(upTo: lineStart, resumeAt: min(lineEnd + 1, bytes.count), startsLine: true, at: line)
        }
    }

    private mutating func cutText(upTo end: Int, resumeAt next: Int, startsLine: Bool, at line: Int) {
        if end > textStart {
            let text = Array(bytes[textStart..<end])
            let firstLine = line - newlines(in: textStart..<end)
            nodes.append(Node(line: firstLine, content: .text(text, startsLine: textStartsLine)))
        }
        self.line += newlines(in: min(position, next)..<next)
        position = max(position, next)
        textStart = next
        textStartsLine = startsLine
    }

    // MARK: Bytes

    /// What stands between the braces, and where the tag ends. `{{!-- … --}}` may itself hold tags.
    private func tagContent(from start: Int) -> (content: String, end: Int)? {
        let long = bytes[start...].starts(with: "{{!--".utf8)
        let terminator = long ? "--}}" : "}}"
        guard let found = find(terminator, from: start + (long ? 5 : 2)) else { return nil }
        var close = found
        // `{{! … {a, b}}}`: the last two braces end the tag.
        let end = close + terminator.utf8.count
        var extra = 0
        while end + extra < bytes.count, bytes[end + extra] == UInt8(ascii: "}") { extra += 1 }
        if !long { close += extra }
        let content = String(decoding: bytes[(start + 2)..<close], as: UTF8.self)
        return (content, long ? end : end + extra)
    }

    private func find(_ pattern: String, from start: Int) -> Int? {
        let wanted = Array(pattern.utf8)
        guard bytes.count >= wanted.count else { return nil }
        var index = start
        while index <= bytes.count - wanted.count {
            if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { return index }
            index += 1
        }
        return nil
    }

    private func newlines(in range: Range<Int>) -> Int {
        bytes[range].count { $0 == UInt8(ascii: "\n") }
    }

    private mutating func report(_ message: String, at line: Int) {
        problems.append(TemplateProblem(file: name + ".html", line: line, message: message))
    }
}

/// Blanks that indent a line.
func isIndent(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

/// Blanks as HTML counts them, carriage returns apart, which no template keeps.
func isBlank(_ byte: UInt8) -> Bool {
    isIndent(byte) || byte == UInt8(ascii: "\n") || byte == 0x0C
}
