/// Rows for a spreadsheet: UTF-8 with a byte order mark, semicolons, CRLF, every cell quoted (RFC 4180, with the
/// separator that French spreadsheets expect).
struct Spreadsheet: Sendable {
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ columns: [String]) {
        add(columns)
    }

    mutating func add(_ cells: [String]) {
        let line = cells.map { "\"\(Self.harmless($0).replacing("\"", with: "\"\""))\"" }
        bytes += Array((line.joined(separator: ";") + "\r\n").utf8)
    }

    /// The text, kept from being read as a formula: what begins like one is preceded by an apostrophe (OWASP, “CSV
    /// injection”).
    private static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        let isFormula = "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
        return isFormula ? "'" + text : text
    }
}
