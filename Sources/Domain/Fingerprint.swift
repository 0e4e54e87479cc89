import Crypto

/// The SHA-256 of something, by which anybody can tell that it is still the same.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// The fingerprint of a text's UTF-8 bytes.
    public init(of text: String) {
        var text = text
        bytes = text.withUTF8 { Array(SHA256.hash(data: UnsafeRawBufferPointer($0))) }
    }

    /// Wraps 32 bytes; nil if there are more or fewer.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Reads 64 hexadecimal digits, small or capital; nil if the text is anything else.
    public init?(hexadecimal text: String) {
        let digits = text.utf8.compactMap(Self.value)
        guard text.utf8.count == 64, digits.count == 64 else { return nil }
        bytes = stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// 32 zero bytes: what comes before the first link of a chain.
    public static let zero = Fingerprint(zeros: 32)

    private init(zeros: Int) {
        bytes = Array(repeating: 0, count: zeros)
    }

    /// 64 small hexadecimal digits.
    public var description: String {
        String(unsafeUninitializedCapacity: 64) { place in
            for (index, byte) in bytes.enumerated() {
                place[2 * index] = Self.digit(byte >> 4)
                place[2 * index + 1] = Self.digit(byte & 0x0F)
            }
            return 2 * bytes.count
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x57 + value
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
