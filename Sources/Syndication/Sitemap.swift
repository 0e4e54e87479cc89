/// The pages that search engines may find, each in all its languages (sitemaps.org, protocol 0.9).
public struct Sitemap: Sendable {
    public var pages: [Page]

    /// A page that exists in several languages.
    public struct Page: Sendable {
        public var versions: [Version]
        /// When it last changed, in Unix seconds.
        public var changed: Int64?

        public init(versions: [Version], changed: Int64? = nil) {
            self.versions = versions
            self.changed = changed
        }
    }

    /// A page in one language.
    public struct Version: Sendable {
        /// `fr`.
        public var language: String
        /// Absolute.
        public var address: String

        public init(language: String, address: String) {
            self.language = language
            self.address = address
        }
    }

    public init(pages: [Page]) {
        self.pages = pages
    }

    private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

    /// The map as XML. Every version of a page names all of them, itself included, as search engines demand before
    /// they believe that the pages are translations of each other.
    /// - Throws: ``FeedProblem`` if libxml2 refuses a step.
    public func xml() throws(FeedProblem) -> [UInt8] {
        let xml = try XMLWriter()
        try xml.start(stylesheet: nil)
        try xml.open("urlset", ["xmlns": Self.namespace, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"])
        for page in pages {
            for version in page.versions {
                try xml.open("url")
                try xml.element("loc", text: version.address)
                if let changed = page.changed {
                    try xml.element("lastmod", text: FeedTime(changed).rfc3339)
                }
                for other in page.versions {
                    try xml.element(
                        "xhtml:link",
                        ["rel": "alternate", "hreflang": other.language, "href": other.address])
                }
                try xml.close("url")
            }
        }
        try xml.close("urlset")
        return try xml.finish()
    }

    /// The list of the maps at `addresses`, for a site that is too large for one.
    /// - Throws: ``FeedProblem`` if libxml2 refuses a step.
    public static func index(of addresses: [String]) throws(FeedProblem) -> [UInt8] {
        let xml = try XMLWriter()
        try xml.start(stylesheet: nil)
        try xml.open("sitemapindex", ["xmlns": namespace])
        for address in addresses {
            try xml.open("sitemap")
            try xml.element("loc", text: address)
            try xml.close("sitemap")
        }
        try xml.close("sitemapindex")
        return try xml.finish()
    }
}
