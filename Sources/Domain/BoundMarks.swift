extension String {
    /// The text with the spaces at which French marks stand made such that no line ends there: narrow ones before `;`,
    /// `?` and `!`, and after a number before `%`; whole ones before `:` and `»`, after `«`, and before `€`. Other languages have no space there, and are left as
    /// they are.
    public var withBoundMarks: String {
        var text = self
        return text.withUTF8 { bytes in
            var bound: [UInt8] = []
            var copied = 0
            for index in bytes.indices where bytes[index] == 0x20 {
                guard let space = Self.space(in: bytes, at: index) else { continue }
                bound.append(contentsOf: bytes[copied..<index])
                bound.append(contentsOf: space)
                copied = index + 1
            }
            guard copied > 0 else { return self }
            bound.append(contentsOf: bytes[copied...])
            return String(decoding: bound, as: UTF8.self)
        }
    }

    private static let narrow: [UInt8] = [0xE2, 0x80, 0xAF]
    private static let whole: [UInt8] = [0xC2, 0xA0]

    /// The space that belongs in the place of the one at `index`, in UTF-8; nil where a line may end.
    private static func space(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> [UInt8]? {
        func byte(_ offset: Int) -> UInt8 {
            bytes.indices.contains(index + offset) ? bytes[index + offset] : 0x20
        }
        if byte(-2) == 0xC2, byte(-1) == 0xAB { return whole }
        if byte(1) == 0xC2, byte(2) == 0xBB { return whole }
        let isAfterNumber = (0x30...0x39).contains(byte(-1))
        if isAfterNumber, byte(1) == 0xE2, byte(2) == 0x82, byte(3) == 0xAC { return whole }
        // A mark that something follows at once is none: `:-)`, `!important`.
        let isAlone = [0x20, 0x0A, 0x0D, 0xC2].contains(byte(2)) || "?!.,;…)\"*_<&".utf8.contains(byte(2))
        guard isAlone else { return nil }
        switch byte(1) {
        case UInt8(ascii: "%"): return isAfterNumber ? narrow : nil
        case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): return narrow
        case UInt8(ascii: ":"): return whole
        default: return nil
        }
    }
}
