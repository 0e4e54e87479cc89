/// Text without the characters that XML 1.0 (section 2.2) has no way to write, which libxml2 would write unchanged and
/// readers refuse with the whole feed; and without the control characters that it discourages, which readers take for
/// letters of Windows-1252.
func writableInXML(_ text: String) -> String {
    if onlyHoldsWhatXMLCanWrite(text) { return text }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.lazy.filter(isWritableInXML))
    return String(kept)
}

/// Looks at bytes, because almost every text passes: controls are below U+0020, U+007F, or C2 and a byte below A0;
/// U+FFFE and U+FFFF begin with EF BF, as do a few harmless ones.
private func onlyHoldsWhatXMLCanWrite(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        for index in bytes.indices {
            let byte = bytes[index]
            switch byte {
            case 0x9, 0xA, 0xD: continue
            case ..<0x20, 0x7F: return false
            case 0x80..<0xA0: if index > 0 && bytes[index - 1] == 0xC2 { return false }
            case 0xBF: if index > 0 && bytes[index - 1] == 0xEF { return false }
            default: continue
            }
        }
        return true
    }
}

private func isWritableInXML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
}

/// Plain text as HTML that shows it.
func escapedAsHTML(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
        var escaped: [UInt8] = []
        escaped.reserveCapacity(bytes.count + 32)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}

/// HTML whose links and images from `/` begin at the origin of `page` and whose links to `#…` lead into `page`:
/// a reader does not know where a relative address begins.
///
/// Attributes are recognised by their double quotes, which generated HTML always has and which text, where quotes
/// are escaped, never has.
func withAbsoluteAddresses(_ html: String, page: String) -> String {
    var html = html
    return html.withUTF8 { bytes in
        var written: [UInt8] = []
        written.reserveCapacity(bytes.count + 256)
        var copied = 0
        for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "\"") {
            let prefix: String
            switch bytes[index + 1] {
            case UInt8(ascii: "#"):
                prefix = page
            case UInt8(ascii: "/") where index + 2 == bytes.count || bytes[index + 2] != UInt8(ascii: "/"):
                prefix = origin(of: page)
            default: continue
            }
            let before = bytes[copied...index]
            guard before.ends(with: " href=\"") || before.ends(with: " src=\"") else { continue }
            written += before
            written += prefix.utf8
            copied = index + 1
        }
        if copied == 0 { return String(decoding: bytes, as: UTF8.self) }
        written += bytes[copied...]
        return String(decoding: written, as: UTF8.self)
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate func ends(with text: StaticString) -> Bool {
        suffix(text.utf8CodeUnitCount).elementsEqual(
            UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

/// `https://essaim.example` of `https://essaim.example/fr/ideas/3`.
private func origin(of address: String) -> String {
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.prefix(3).joined(separator: "/")
}
