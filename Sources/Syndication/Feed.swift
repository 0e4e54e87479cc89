/// What subscribers of one page receive, whatever format their reader prefers.
///
/// All addresses are absolute, all times are Unix seconds.
public struct Feed: Sendable, Hashable {
    /// What the feed is called in a list of subscriptions.
    public var title: String
    /// What it brings, in a sentence.
    public var subtitle: String
    /// A stable, universal name for the feed: a `tag:` or `https:` address that never changes.
    public var identifier: String
    /// The page that the feed follows.
    public var address: String
    /// Where this feed itself is read.
    public var feedAddress: String
    /// The language of its texts: `fr` or `en`.
    public var language: String
    /// When anything in it last changed.
    public var updated: Int64
    /// Who publishes it.
    public var author: String
    /// A small square image.
    public var icon: String?
    /// A style sheet for people who open the feed in a browser; same origin, absolute or from `/`.
    public var stylesheet: String?
    /// For how long a reader may keep its copy, in minutes.
    public var minutesToLive: Int
    /// The newest first.
    public var items: [Item]

    /// One thing that happened.
    public struct Item: Sendable, Hashable {
        /// A stable, universal name: a reader shows two items with the same name as one.
        public var identifier: String
        public var title: String
        /// The page to read more on.
        public var address: String
        public var published: Int64
        public var updated: Int64
        /// A pseudonym.
        public var author: String
        /// Plain text.
        public var summary: String
        /// HTML; addresses from `/` and `#` are made absolute when the feed is written.
        public var content: String
        public var categories: [String]

        /// One item; its `updated` is its `published` unless given.
        public init(
            identifier: String, title: String, address: String, published: Int64, updated: Int64? = nil,
            author: String, summary: String, content: String, categories: [String] = []
        ) {
            self.identifier = identifier
            self.title = title
            self.address = address
            self.published = published
            self.updated = updated ?? published
            self.author = author
            self.summary = summary
            self.content = content
            self.categories = categories
        }
    }

    /// A feed; its identifier is the address of its page unless given.
    public init(
        title: String, subtitle: String, identifier: String? = nil, address: String, feedAddress: String,
        language: String, updated: Int64, author: String, icon: String? = nil, stylesheet: String? = nil,
        minutesToLive: Int = 60, items: [Item]
    ) {
        self.title = title
        self.subtitle = subtitle
        self.identifier = identifier ?? address
        self.address = address
        self.feedAddress = feedAddress
        self.language = language
        self.updated = updated
        self.author = author
        self.icon = icon
        self.stylesheet = stylesheet
        self.minutesToLive = minutesToLive
        self.items = items
    }
}
