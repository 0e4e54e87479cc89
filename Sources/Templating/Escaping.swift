extension [UInt8] {
    /// Appends the UTF-8 bytes of `text` as they are.
    mutating func appendVerbatim(_ text: String) {
        let written: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if written == nil {
            append(contentsOf: text.utf8)
        }
    }

    /// Appends `text` with the five characters that mean something in HTML replaced by references.
    ///
    /// It looks at bytes and never at `Character`s: a quote followed by a combining accent is one
    /// character to Swift, but still a quote to a browser.
    mutating func appendEscaped(_ text: String) {
        let written: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped(bytes: $0) }
        if written == nil {
            [UInt8](text.utf8).withUnsafeBufferPointer { appendEscaped(bytes: $0) }
        }
    }

    /// Appends clean runs whole, because most texts hold nothing to escape.
    private mutating func appendEscaped(bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        var runStart = 0
        var index = 0
        while index < bytes.count {
            let reference: StaticString
            switch base[index] {
            // All five are below U+003F, and nearly all bytes of a text above.
            case 0x3F...: index += 1; continue
            case UInt8(ascii: "&"): reference = "&amp;"
            case UInt8(ascii: "<"): reference = "&lt;"
            case UInt8(ascii: ">"): reference = "&gt;"
            case UInt8(ascii: "\""): reference = "&quot;"
            case UInt8(ascii: "'"): reference = "&#39;"
            default: index += 1; continue
            }
            append(contentsOf: UnsafeBufferPointer(start: base + runStart, count: index - runStart))
            append(
                contentsOf: UnsafeBufferPointer(
                    start: reference.utf8Start, count: reference.utf8CodeUnitCount))
            index += 1
            runStart = index
        }
        append(contentsOf: UnsafeBufferPointer(start: base + runStart, count: bytes.count - runStart))
    }

    /// Appends `address` where an address begins an attribute such as `href`: one whose scheme could run
    /// something (`javascript:`, `data:`, and anything unknown) is replaced by `#`.
    mutating func appendAddress(_ address: String) {
        if addressIsHarmless(address) {
            appendEscaped(address)
        } else {
            append(UInt8(ascii: "#"))
        }
    }
}

/// Whether an address is relative or has a scheme that only leads somewhere.
func addressIsHarmless(_ address: String) -> Bool {
    var scheme: [UInt8] = []
    for byte in address.utf8 {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
            return true
        case UInt8(ascii: ":"):
            return ["http", "https", "mailto", "tel"].contains(String(decoding: scheme, as: UTF8.self))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            scheme.append(byte | 0x20)
        default:
            scheme.append(byte)
        }
    }
    return true
}
