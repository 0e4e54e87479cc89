/// A place that stays empty while a page is written, and is filled, escaped, for each reader to whom it is sent.
public struct Blank: TemplateValue, Hashable {
    let number: Int

    /// - Parameter number: Which of the texts that ``Sheet/filled(with:)`` is given belongs here, from 0.
    public init(_ number: Int) {
        self.number = number
    }

    public static var templateKind: Kind { .blank }
    public var templateValue: Value { .blank(self) }
}

/// A page that was written once for all who get the same, with the places of its blanks.
public struct Sheet: Sendable {
    struct Gap: Sendable {
        /// How many of the sheet's bytes stand before it.
        let place: Int
        let blank: Blank
    }

    private let bytes: [UInt8]
    private let gaps: [Gap]

    init(bytes: [UInt8], gaps: [Gap]) {
        self.bytes = bytes
        self.gaps = gaps
    }

    /// How many bytes it has without what fills its blanks.
    public var size: Int { bytes.count }

    /// The page as UTF-8, each blank filled with the text of its number, escaped; one without a text stays empty.
    public func filled(with texts: [String] = []) -> [UInt8] {
        guard !gaps.isEmpty else { return bytes }
        let fillings = texts.map { text in
            var buffer = PageBuffer(capacity: text.utf8.count + 64)
            buffer.appendEscaped(text)
            return buffer.bytes
        }
        let lengths = gaps.map { $0.blank.number < fillings.count ? fillings[$0.blank.number].count : 0 }
        let size = lengths.reduce(bytes.count, +)
        return [UInt8](unsafeUninitializedCapacity: size) { page, count in
            func append(_ piece: UnsafeBufferPointer<UInt8>) {
                guard let source = piece.baseAddress, let target = page.baseAddress else { return }
                (target + count).update(from: source, count: piece.count)
                count += piece.count
            }
            bytes.withUnsafeBufferPointer { bytes in
                var begin = 0
                for (gap, length) in zip(gaps, lengths) {
                    append(UnsafeBufferPointer(rebasing: bytes[begin..<gap.place]))
                    if length > 0 { fillings[gap.blank.number].withUnsafeBufferPointer(append) }
                    begin = gap.place
                }
                append(UnsafeBufferPointer(rebasing: bytes[begin...]))
            }
        }
    }
}
