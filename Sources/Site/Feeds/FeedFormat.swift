import HTTP
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

    /// The bytes of `feed`. Throws `FeedProblem` if readers would refuse it.
    func write(_ feed: Feed) throws(FeedProblem) -> [UInt8] {
        switch self {
        case .rss: try feed.rss()
        case .atom: try feed.atom()
        case .json: try feed.jsonFeed()
        }
    }
}
