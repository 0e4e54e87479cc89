extension Feed {
    /// The feed as Atom (RFC 4287).
    /// - Throws: ``FeedProblem`` if readers would refuse the feed.
    public func atom() throws(FeedProblem) -> [UInt8] {
        try check()
        let xml = try XMLWriter()
        try xml.start(stylesheet: stylesheet)
        try xml.open("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language])
        try xml.element("id", text: identifier)
        try xml.element("title", text: title)
        if !subtitle.isEmpty { try xml.element("subtitle", text: subtitle) }
        try xml.element("updated", text: FeedTime(updated).rfc3339)
        try xml.element("link", ["rel": "self", "type": "application/atom+xml", "href": feedAddress])
        try xml.element("link", ["rel": "alternate", "type": "text/html", "href": address])
        try xml.open("author")
        try xml.element("name", text: author)
        try xml.close("author")
        if let icon { try xml.element("icon", text: icon) }
        for item in items { try item.writeAtom(to: xml) }
        try xml.close("feed")
        return try xml.finish()
    }
}

extension Feed.Item {
    fileprivate func writeAtom(to xml: borrowing XMLWriter) throws(FeedProblem) {
        try xml.open("entry")
        try xml.element("id", text: identifier)
        try xml.element("title", text: title)
        try xml.element("link", ["rel": "alternate", "type": "text/html", "href": address])
        try xml.element("published", text: FeedTime(published).rfc3339)
        try xml.element("updated", text: FeedTime(updated).rfc3339)
        try xml.open("author")
        try xml.element("name", text: author)
        try xml.close("author")
        for category in categories { try xml.element("category", ["term": category]) }
        try xml.element("summary", text: summary)
        try xml.element("content", ["type": "html"], text: withAbsoluteAddresses(content, page: address))
        try xml.close("entry")
    }
}
