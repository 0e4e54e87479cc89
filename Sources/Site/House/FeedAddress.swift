import Domain
import HTTP

/// Where one can follow something from a feed reader.
struct FeedAddress: Sendable {
    let title: String
    /// The page's address, of which the feeds' are made.
    let page: String
    /// What the page is asked for, where it is asked for something.
    var query = Form()

    var rss: String { target(.rss) }
    var atom: String { target(.atom) }

    /// The feed in one of its formats.
    func path(_ format: FeedFormat) -> String { "\(page)/feed.\(format.rawValue)" }

    /// The feed in one of its formats, with what is asked for.
    func target(_ format: FeedFormat) -> String { path(format) + question }

    /// The page with what it is asked for.
    var target: String { page + question }

    private var question: String { query.isEmpty ? "" : "?\(query.encoded)" }

    /// The links by which a reader discovers the feeds.
    func links(_ visit: Visit) -> [Frame.FeedLink] {
        [
            Frame.FeedLink(title: "\(title) (RSS)", type: "application/rss+xml", href: rss),
            Frame.FeedLink(title: "\(title) (Atom)", type: "application/atom+xml", href: atom),
        ]
    }

    static func platform(_ visit: Visit) -> FeedAddress {
        FeedAddress(title: visit.app.settings.insurer, page: visit.address.root)
    }

    static func theme(_ visit: Visit, _ theme: Theme) -> FeedAddress {
        FeedAddress(title: theme.title(in: visit.language), page: visit.address.theme(theme))
    }

    static func challenge(_ visit: Visit, _ challenge: Challenge) -> FeedAddress {
        FeedAddress(title: challenge.title, page: visit.address.challenge(challenge.id, challenge.title))
    }

    static func idea(_ visit: Visit, _ idea: Idea) -> FeedAddress {
        FeedAddress(title: idea.content.title, page: visit.address.idea(idea.id, idea.content.title))
    }
}
