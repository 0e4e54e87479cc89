/// The types of files that a site serves, by the end of their name.
struct FileType {
    let mediaType: String
    let isText: Bool

    var isStyleSheet: Bool { mediaType.hasPrefix("text/css") }

    /// The type of that name; nil for a name that is not to be served.
    init?(of name: String) {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        switch name[name.index(after: dot)...] {
        case "css": self.init("text/css; charset=utf-8")
        case "js": self.init("text/javascript; charset=utf-8")
        case "svg": self.init("image/svg+xml; charset=utf-8")
        case "txt": self.init("text/plain; charset=utf-8")
        case "xml": self.init("application/xml; charset=utf-8")
        case "xsl": self.init("application/xslt+xml; charset=utf-8")
        case "json": self.init("application/json")
        case "webmanifest": self.init("application/manifest+json")
        case "ico": self.init("image/x-icon", isText: false)
        case "png": self.init("image/png", isText: false)
        case "jpg", "jpeg": self.init("image/jpeg", isText: false)
        case "webp": self.init("image/webp", isText: false)
        case "avif": self.init("image/avif", isText: false)
        case "woff2": self.init("font/woff2", isText: false)
        case "pdf": self.init("application/pdf", isText: false)
        default: return nil
        }
    }

    private init(_ mediaType: String, isText: Bool = true) {
        self.mediaType = mediaType
        self.isText = isText
    }
}
