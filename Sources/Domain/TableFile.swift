/// The text of a table as a spreadsheet saved it.
public enum TableFile {
    /// The text in `bytes`: UTF-8, or else Windows-1252, in which French spreadsheets write CSV. Nil for what is no text,
    /// such as a workbook.
    public static func text(of bytes: some Sequence<UInt8>) -> String? {
        let bytes = Array(bytes)
        guard !bytes.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) else {
            return nil
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            guard let scalar = scalar(of: byte) else { return nil }
            scalars.append(scalar)
        }
        return String(scalars)
    }

    /// Windows-1252 is Latin-1, with signs in the place of its second control characters; five are none.
    private static func scalar(of byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        let code = signs[Int(byte) - 0x80]
        return code == 0 ? nil : Unicode.Scalar(code)
    }

    private static let signs: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
        0x017D,
        0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0,
        0x017E, 0x0178,
    ]
}
