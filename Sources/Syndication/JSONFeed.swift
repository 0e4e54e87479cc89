extension Feed {
    /// The feed as JSON Feed 1.1.
    /// - Throws: ``FeedProblem`` if readers would refuse the feed.
    public func jsonFeed() throws(FeedProblem) -> [UInt8] {
        try check()
        var members: [(String, JSON)] = [
            ("version", .text("https://jsonfeed.org/version/1.1")),
            ("title", .text(title)),
            ("home_page_url", .text(address)),
            ("feed_url", .text(feedAddress)),
            ("description", .text(subtitle)),
            ("language", .text(language)),
            ("authors", .list([.object([("name", .text(author))])])),
        ]
        if let icon { members.append(("icon", .text(icon))) }
        members.append(("items", .list(items.map(\.json))))
        var bytes: [UInt8] = []
        JSON.object(members).write(to: &bytes)
        return bytes
    }
}

extension Feed.Item {
    fileprivate var json: JSON {
        var members: [(String, JSON)] = [
            ("id", .text(identifier)),
            ("url", .text(address)),
            ("title", .text(title)),
            ("content_html", .text(withAbsoluteAddresses(content, page: address))),
            ("summary", .text(summary)),
            ("date_published", .text(FeedTime(published).rfc3339)),
            ("date_modified", .text(FeedTime(updated).rfc3339)),
            ("authors", .list([.object([("name", .text(author))])])),
        ]
        if !categories.isEmpty { members.append(("tags", .list(categories.map(JSON.text)))) }
        return .object(members)
    }
}

/// The part of JSON (RFC 8259) that a feed needs.
private enum JSON {
    case text(String)
    case list([JSON])
    case object([(String, JSON)])

    func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text):
            JSON.write(text, to: &bytes)
        case .list(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSON.write(member.0, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.1.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { source in
            var copied = 0
            for index in source.indices {
                let byte = source[index]
                let escaped = byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
                guard escaped else { continue }
                bytes += source[copied..<index]
                bytes += "\\u00".utf8
                bytes.append(JSON.digits[Int(byte >> 4)])
                bytes.append(JSON.digits[Int(byte & 15)])
                copied = index + 1
            }
            bytes += source[copied...]
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
