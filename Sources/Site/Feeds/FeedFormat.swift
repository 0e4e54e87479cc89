import HTTP
import HTTPTypes
import Syndication

/// The formats in which a feed can be read; the raw value is the end of its address.
enum FeedFormat: String, CaseIterable, Sendable {
    case rss
    case atom
    case json

    var mediaType: String {
        switch self {
        case .rss: "application/rss+xml; charset=utf-8"
        case .atom: "application/atom+xml; charset=utf-8"
        case .json: "application/feed+json; charset=utf-8"
        }
    }

    /// The type under which a browser shows the feed with its style sheet; it shows the proper ones as bare text.
    var typeInBrowser: String {
        self == .json ? mediaType : "application/xml; charset=utf-8"
    }

    /// The bytes of `feed`. Throws `FeedProblem` if readers would refuse it.
    func write(_ feed: Feed) throws(FeedProblem) -> [UInt8] {
        switch self {
        case .rss: try feed.rss()
        case .atom: try feed.atom()
        case .json: try feed.jsonFeed()
        }
    }
}

extension Request {
    /// Whether a feed is to be looked at by a person: a browser asks for pages, and for no kind of feed.
    var isFromBrowserForFeed: Bool {
        guard segments.last?.hasPrefix("feed.") == true, let accept = headers[.accept] else { return false }
        return accept.contains("text/html") && !accept.contains("rss+xml") && !accept.contains("atom+xml")
    }
}
