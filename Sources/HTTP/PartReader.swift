import HTTPTypes

/// Finds the parts of a multipart body one after the other.
struct PartReader {
    /// What one part says of itself, and where its content lies.
    struct Part {
        let name: String
        /// Nil for a part that is no file.
        let fileName: String?
        let content: Range<Int>
    }

    private let body: [UInt8]
    /// CRLF, two hyphens, the boundary.
    private let delimiter: [UInt8]
    /// How far the search may jump when the last byte of its window is this one (Horspool 1980).
    private let jumps: [Int]
    private let longestHeader: Int
    private var position: Int
    private var isAtEnd = false
    /// The name of the part whose content is looked through.
    private(set) var begun: String?

    init(_ body: [UInt8], boundary: String, longestHeader: Int) {
        self.body = body
        delimiter = Array("\r\n--\(boundary)".utf8)
        var jumps = [Int](repeating: delimiter.count, count: 256)
        for (index, byte) in delimiter.dropLast().enumerated() {
            jumps[Int(byte)] = delimiter.count - 1 - index
        }
        self.jumps = jumps
        self.longestHeader = longestHeader
        // Nothing may stand before the first boundary, which has no line end before it.
        position = -1
    }

    /// The next part; nil behind the last.
    mutating func next() throws(Multipart.Failure) -> Part? {
        if position < 0 {
            guard body.starts(with: delimiter.dropFirst(2)) else { throw .malformed }
            position = delimiter.count - 2
            try passDelimiter()
        }
        guard !isAtEnd else { return nil }
        begun = nil
        let header = try readHeader()
        begun = header.name
        guard let end = find(from: position) else { throw .malformed }
        let content = position..<end
        position = end + delimiter.count
        try passDelimiter()
        guard let name = header.name, !name.isEmpty else { throw .malformed }
        return Part(name: name, fileName: header.fileName, content: content)
    }

    /// What follows a boundary: a line end, or two hyphens and the end of all.
    private mutating func passDelimiter() throws(Multipart.Failure) {
        let rest = body[position...]
        if rest.starts(with: [13, 10]) {
            position += 2
        } else if rest.elementsEqual([45, 45]) || rest.elementsEqual([45, 45, 13, 10]) {
            isAtEnd = true
        } else {
            throw .malformed
        }
    }

    private mutating func readHeader() throws(Multipart.Failure) -> (name: String?, fileName: String?) {
        let start = position
        var found: (name: String?, fileName: String?)?
        while true {
            var end = position
            while end < body.count, body[end] != 13 {
                end += 1
                guard end - start <= longestHeader else { throw .tooLong }
            }
            guard end + 1 < body.count, body[end + 1] == 10 else { throw .malformed }
            let line = position..<end
            position = end + 2
            if line.isEmpty { break }
            let field = try Self.field(body.span.extracting(line))
            guard field.name == .contentDisposition else { continue }
            // Two dispositions would be read differently by different readers.
            guard found == nil else { throw .malformed }
            found = try Self.disposition(field.value)
        }
        guard let found else { throw .malformed }
        return found
    }

    private static func field(_ line: Span<UInt8>) throws(Multipart.Failure) -> HTTPField {
        do throws(Rejection) { return try HeadReader.field(line) } catch { throw .malformed }
    }

    /// `form-data; name="idea"; filename="plan.pdf"`: quoted values, in which browsers write a quote, a carriage
    /// return and a line feed as `%22`, `%0D` and `%0A`.
    private static func disposition(_ value: String) throws(Multipart.Failure) -> (String?, String?) {
        var rest = value[...]
        guard rest.lowercased().hasPrefix("form-data") else { throw .malformed }
        rest.removeFirst("form-data".count)
        var name: String?
        var fileName: String?
        while true {
            rest = rest.drop { $0 == " " }
            guard !rest.isEmpty else { break }
            guard rest.removeFirst() == ";" else { throw .malformed }
            rest = rest.drop { $0 == " " }
            guard let equals = rest.firstIndex(of: "=") else { throw .malformed }
            let key = rest[..<equals].lowercased()
            rest = rest[rest.index(after: equals)...]
            guard rest.first == "\"" else { throw .malformed }
            rest.removeFirst()
            guard let quote = rest.firstIndex(of: "\"") else { throw .malformed }
            let text = rest[..<quote].replacing("%22", with: "\"").replacing("%0D", with: " ")
                .replacing("%0A", with: " ")
            rest = rest[rest.index(after: quote)...]
            switch key {
            case "name" where name == nil: name = String(text)
            case "filename" where fileName == nil: fileName = String(text)
            case "name", "filename": throw .malformed
            default: break
            }
        }
        return (name, fileName)
    }

    /// Where the delimiter begins next; nil if it does not come any more.
    private func find(from start: Int) -> Int? {
        var place = start
        let last = delimiter.count - 1
        return body.withUnsafeBufferPointer { bytes in
            delimiter.withUnsafeBufferPointer { wanted in
                while place + last < bytes.count {
                    let byte = bytes[place + last]
                    if byte == wanted[last] {
                        var index = 0
                        while index < last, bytes[place + index] == wanted[index] { index += 1 }
                        if index == last { return place }
                    }
                    place += jumps[Int(byte)]
                }
                return nil
            }
        }
    }
}
