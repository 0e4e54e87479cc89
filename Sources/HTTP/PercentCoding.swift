/// Percent-encoding as RFC 3986 section 2.1 writes it, strictly: what is not well formed has no meaning.
enum PercentCoding {
    /// The text that `bytes` stand for, or nil when an escape is cut short or is not hexadecimal, when the result
    /// is not UTF-8, or when it holds a NUL.
    static func decode(_ bytes: Span<UInt8>, plusIsSpace: Bool = false) -> String? {
        var needsDecoding = false
        for index in bytes.indices {
            switch bytes[index] {
            case 0: return nil
            case UInt8(ascii: "%"): needsDecoding = true
            case UInt8(ascii: "+") where plusIsSpace: needsDecoding = true
            default: break
            }
        }
        guard needsDecoding else { return bytes.validated() }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < bytes.count, let high = hexadecimalValue(of: bytes[index + 1]),
                    let low = hexadecimalValue(of: bytes[index + 2])
                else { return nil }
                let value = high << 4 | low
                guard value != 0 else { return nil }
                decoded.append(value)
                index += 3
            } else {
                decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    /// `text` with every byte escaped that is neither an ASCII letter or digit nor one of `kept`.
    static func encode(_ text: String, keeping kept: StaticString, spaceAsPlus: Bool = false) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isAlphanumeric(byte) || kept.withUTF8Buffer({ $0.contains(byte) }) {
                encoded.append(byte)
            } else if spaceAsPlus && byte == UInt8(ascii: " ") {
                encoded.append(UInt8(ascii: "+"))
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(digits[Int(byte >> 4)])
                encoded.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    static func hexadecimalValue(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}

extension Span<UInt8> {
    /// The same bytes as text, or nil when they are not UTF-8.
    func validated() -> String? {
        withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
    }

    /// The same bytes as text; what is not UTF-8 becomes U+FFFD.
    func repaired() -> String {
        withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the bytes are `text`, whatever the case of ASCII letters. `text` is written in lower case.
    func isCaseInsensitively(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            for index in indices {
                let byte = self[index]
                let lowered = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
                if lowered != expected[index] { return false }
            }
            return true
        }
    }
}
