/// A table as text: lines of fields between semicolons or commas, quoted where they contain such signs (RFC 4180).
struct TableText {
    /// One line of the table that is not empty.
    struct Line {
        /// Where it begins in the text, counted from 1.
        let number: Int
        var fields: [String]
    }

    private(set) var lines: [Line] = []

    /// The first line decides on the separator: a semicolon, if it has one.
    init(_ text: String) {
        let bytes = Array(text.utf8)
        // A byte order mark, which spreadsheets write.
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let head = bytes[start...].prefix { $0 != 0x0A }
        let separator: UInt8 = head.contains(0x3B) ? 0x3B : 0x2C
        var field: [UInt8] = []
        var line = Line(number: 1, fields: [])
        var number = 1
        var isQuoted = false
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0A { number += 1 }
            switch byte {
            case 0x22 where isQuoted && index < bytes.count && bytes[index] == 0x22:
                field.append(byte)
                index += 1
            case 0x22 where isQuoted: isQuoted = false
            case 0x22 where field.isEmpty: isQuoted = true
            case separator where !isQuoted:
                line.fields.append(Self.text(&field))
            case 0x0A where !isQuoted:
                line.fields.append(Self.text(&field))
                keep(line)
                line = Line(number: number, fields: [])
            default: field.append(byte)
            }
        }
        line.fields.append(Self.text(&field))
        keep(line)
    }

    private mutating func keep(_ line: Line) {
        if line.fields.contains(where: { !$0.isEmpty }) { lines.append(line) }
    }

    private static func text(_ bytes: inout [UInt8]) -> String {
        defer { bytes = [] }
        return String(decoding: bytes, as: UTF8.self).trimmed
    }
}
