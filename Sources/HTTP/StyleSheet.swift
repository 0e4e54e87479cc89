/// What this floor knows of CSS: where it names other files.
enum StyleSheet {
    /// The sheet with each `@import "…" layer(…);` that has a line of its own replaced with the sheet it names, so that
    /// a browser asks once, and without the comments and the space that browsers need not be sent. Others stay.
    /// - Parameters:
    ///   - sheet: the style sheet.
    ///   - name: its path in the directory, from which relative names are understood.
    ///   - content: the sheet that has a path in the directory.
    /// - Returns: the sheet, whole.
    static func assembled(_ sheet: [UInt8], in name: String, content: (String) -> [UInt8]?) -> [UInt8] {
        let folder = folder(of: name)
        let lines = String(decoding: sheet, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let replaced = lines.map { line -> String in
            guard let parts = line.wholeMatch(of: /@import "([^"]+)"(?: layer\(([a-z]+)\))?;/),
                let path = resolved(String(parts.1), in: folder), let sheet = content(path)
            else { return String(line) }
            let text = String(decoding: sheet, as: UTF8.self).replacing(#/(?s)/\*.*?\*/\s*/#, with: "")
            return parts.2.map { "@layer \($0) {\n\(text)}" } ?? text
        }
        return tightened(replaced.joined(separator: "\n"))
    }

    /// The sheet without the space that only its authors need: none around what parts rules and declarations, one for
    /// many elsewhere, and all of it within quotes.
    private static func tightened(_ sheet: String) -> [UInt8] {
        let marks = Array("{};,>".utf8)
        var tight: [UInt8] = []
        tight.reserveCapacity(sheet.utf8.count)
        var quote: UInt8?
        var isSpaced = false
        for byte in sheet.utf8 {
            if let open = quote {
                tight.append(byte)
                if byte == open { quote = nil }
                continue
            }
            if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
                isSpaced = true
                continue
            }
            let last = tight.last ?? 0x7B
            if isSpaced, !marks.contains(byte), !marks.contains(last), last != UInt8(ascii: ":") {
                tight.append(0x20)
            }
            isSpaced = false
            // The last declaration of a rule needs no end.
            if byte == UInt8(ascii: "}"), last == UInt8(ascii: ";") { tight.removeLast() }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
            tight.append(byte)
        }
        return tight
    }

    /// The sheet with each `url(…)` that names a known file replaced with that file's address. Others stay.
    /// - Parameters:
    ///   - sheet: the style sheet.
    ///   - name: its path in the directory, from which relative names are understood.
    ///   - address: the address of a path in the directory.
    /// - Returns: the sheet, changed.
    static func renamed(_ sheet: [UInt8], in name: String, address: (String) -> String?) -> [UInt8] {
        let folder = folder(of: name)
        let opening = Array("url(".utf8)
        var result: [UInt8] = []
        var rest = sheet[...]
        while let byte = rest.first {
            guard byte == opening[0], rest.starts(with: opening),
                let end = rest.firstIndex(of: UInt8(ascii: ")"))
            else {
                result.append(byte)
                rest.removeFirst()
                continue
            }
            let inside = rest[(rest.startIndex + opening.count)..<end]
            let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: " ")]
            let reference = String(decoding: inside.filter { !quotes.contains($0) }, as: UTF8.self)
            if let path = resolved(reference, in: folder), let address = address(path) {
                result += Array("url(\"\(address)\")".utf8)
            } else {
                result += rest[...end]
            }
            rest = rest[(end + 1)...]
        }
        return result
    }

    private static func folder(of name: String) -> [String] {
        name.split(separator: "/").dropLast().map(String.init)
    }

    private static func resolved(_ reference: String, in folder: [String]) -> String? {
        guard !reference.hasPrefix("/"), !reference.contains(":"), !reference.contains("#") else {
            return nil
        }
        var parts = folder
        for part in reference.split(separator: "/") {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else if part != "." {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
