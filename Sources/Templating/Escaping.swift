extension PageBuffer {
    /// Appends `text` with the five characters that mean something in HTML replaced by references.
    ///
    /// It looks at bytes and never at `Character`s: a quote followed by a combining accent is one
    /// character to Swift, but still a quote to a browser.
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            if let start = bytes.baseAddress { appendEscaped(start, bytes.count) }
        }
    }

    /// Appends clean runs whole, because most texts hold nothing to escape.
    private mutating func appendEscaped(_ base: UnsafePointer<UInt8>, _ count: Int) {
        var runStart = 0
        var index = 0
        while index < count {
            while index + 8 <= count, isClean(base + index) { index += 8 }
            guard index < count else { break }
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
            append(base + runStart, index - runStart)
            append(reference.utf8Start, reference.utf8CodeUnitCount)
            index += 1
            runStart = index
        }
        append(base + runStart, count - runStart)
    }

    /// Whether none of the next eight bytes must be replaced: all are compared in one word.
    @inline(__always)
    private func isClean(_ bytes: UnsafePointer<UInt8>) -> Bool {
        let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
        let found =
            zeroByte(word ^ 0x2626_2626_2626_2626) | zeroByte(word ^ 0x3C3C_3C3C_3C3C_3C3C)
            | zeroByte(word ^ 0x3E3E_3E3E_3E3E_3E3E) | zeroByte(word ^ 0x2222_2222_2222_2222)
            | zeroByte(word ^ 0x2727_2727_2727_2727)
        return found == 0
    }

    /// Something other than 0 if and only if a byte of the word is 0 (Bit Twiddling Hacks, `haszero`).
    @inline(__always)
    private func zeroByte(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
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
    guard let mark = address.utf8.firstIndex(where: endsScheme), address.utf8[mark] == UInt8(ascii: ":")
    else {
        return true
    }
    let scheme = address.utf8[..<mark].map { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    return ["http", "https", "mailto", "tel"].contains(String(decoding: scheme, as: UTF8.self))
}

/// What ends a scheme, or shows that there is none.
private func endsScheme(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
    default: false
    }
}
