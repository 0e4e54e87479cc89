extension Feed {
    /// The feed as RSS 2.0, with the extensions that validators recommend: `atom:link` to itself, `dc:creator`
    /// (a pseudonym has no e-mail address, which `author` would want) and `content:encoded`.
    /// - Throws: ``FeedProblem`` if readers would refuse the feed.
    public func rss() throws(FeedProblem) -> [UInt8] {
        try check()
        let xml = try XMLWriter()
        try xml.start(stylesheet: stylesheet)
        try xml.open(
            "rss",
            [
                "version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom",
                "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xml:lang": language,
            ])
        try xml.open("channel")
        try xml.element("title", text: title)
        try xml.element("link", text: address)
        // Readers take a description for HTML, even where it is plain text.
        try xml.element("description", text: escapedAsHTML(subtitle))
        try xml.element("language", text: language)
        try xml.element("lastBuildDate", text: FeedTime(updated).rfc822)
        try xml.element("ttl", text: String(minutesToLive))
        try xml.element("atom:link", ["href": feedAddress, "rel": "self", "type": "application/rss+xml"])
        if let icon {
            try xml.open("image")
            try xml.element("url", text: icon)
            try xml.element("title", text: title)
            try xml.element("link", text: address)
            try xml.close("image")
        }
        for item in items { try item.writeRSS(to: xml) }
        try xml.close("channel")
        try xml.close("rss")
        return try xml.finish()
    }
}

extension Feed.Item {
    fileprivate func writeRSS(to xml: borrowing XMLWriter) throws(FeedProblem) {
        try xml.open("item")
        try xml.element("title", text: title)
        try xml.element("link", text: address)
        try xml.element("guid", ["isPermaLink": "false"], text: identifier)
        try xml.element("pubDate", text: FeedTime(published).rfc822)
        try xml.element("dc:creator", text: author)
        for category in categories { try xml.element("category", text: category) }
        try xml.element("description", text: escapedAsHTML(summary))
        try xml.element("content:encoded", text: withAbsoluteAddresses(content, page: address))
        try xml.close("item")
    }
}
