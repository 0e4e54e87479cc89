/// Text without the characters that XML 1.0 (section 2.2) has no way to write; libxml2 would write them unchanged
/// and readers would refuse the whole feed.
func writableInXML(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isWritableInXML) { return text }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.lazy.filter(isWritableInXML))
    return String(kept)
}

private func isWritableInXML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
}

/// Plain text as HTML that shows it.
func escapedAsHTML(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": escaped += "&amp;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        case "\"": escaped += "&quot;"
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped
}

/// HTML whose links and images from `/` begin at the origin of `page` and whose links to `#…` lead into `page`:
/// a reader does not know where a relative address begins.
///
/// Attributes are recognised by their double quotes, which generated HTML always has and which text, where quotes
/// are escaped, never has.
func withAbsoluteAddresses(_ html: String, page: String) -> String {
    let bytes = Array(html.utf8)
    var written: [UInt8] = []
    written.reserveCapacity(bytes.count + 256)
    let attributes = [Array(" href=\"".utf8), Array(" src=\"".utf8)]
    let origin = Array(origin(of: page).utf8)
    var index = 0
    while index < bytes.count {
        guard bytes[index] == UInt8(ascii: " "),
            let attribute = attributes.first(where: { bytes[index...].starts(with: $0) })
        else {
            written.append(bytes[index])
            index += 1
            continue
        }
        written += attribute
        index += attribute.count
        let rest = bytes[index...].prefix(2)
        if rest.first == UInt8(ascii: "#") {
            written += Array(page.utf8)
        } else if rest.first == UInt8(ascii: "/"), rest.last != UInt8(ascii: "/") || rest.count == 1 {
            written += origin
        }
    }
    return String(decoding: written, as: UTF8.self)
}

/// `https://essaim.example` of `https://essaim.example/fr/ideas/3`.
private func origin(of address: String) -> String {
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.prefix(3).joined(separator: "/")
}
