/// Reads lines of fields between semicolons. A field in quotation marks may hold semicolons, line ends, and quotation
/// marks written twice.
struct FieldReader {
    /// A line, or several if a quoted field goes on.
    struct Row {
        /// The number of its first line, from one.
        let line: Int
        var fields: [String]
    }

    private let bytes: [UInt8]
    private var position: Int
    private var line = 1

    /// The most bytes in one field.
    private static let fieldLimit = 1_000_000
    private static let quote = UInt8(ascii: "\"")
    private static let separator = UInt8(ascii: ";")
    private static let newline = UInt8(ascii: "\n")
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: Self.byteOrderMark) ? 3 : 0
    }

    /// The next line that is not empty; nil at the end. Throws a `FileFault` for what is no text in fields.
    mutating func next() throws(FileFault) -> Row? {
        while position < bytes.count {
            let start = line
            var fields = [try field()]
            while position < bytes.count, bytes[position] == Self.separator {
                position += 1
                fields.append(try field())
            }
            if position < bytes.count {
                position += 1
                line += 1
            }
            if fields.contains(where: { !$0.isEmpty }) { return Row(line: start, fields: fields) }
        }
        return nil
    }

    /// Reads up to a separator, a line end or the end of the file.
    private mutating func field() throws(FileFault) -> String {
        let start = line
        var content: [UInt8] = []
        var isQuoted = false
        if position < bytes.count, bytes[position] == Self.quote {
            isQuoted = true
            position += 1
        }
        while true {
            guard position < bytes.count else {
                if isQuoted { throw FileFault(line: start, "a quotation mark is never closed") }
                break
            }
            let byte = bytes[position]
            if isQuoted, byte == Self.quote {
                position += 1
                if position < bytes.count, bytes[position] == Self.quote {
                    content.append(byte)
                    position += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            if !isQuoted, byte == Self.separator || byte == Self.newline { break }
            if byte == Self.newline { line += 1 }
            guard byte != 0 else { throw FileFault(line: line, "a zero byte: this is no text") }
            guard content.count < Self.fieldLimit else {
                throw FileFault(line: start, "a field of more than \(Self.fieldLimit) bytes")
            }
            content.append(byte)
            position += 1
        }
        if content.last == UInt8(ascii: "\r") { content.removeLast() }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw FileFault(line: start, "this is not UTF-8")
        }
        return text
    }
}
