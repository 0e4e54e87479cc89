/// People insured together by affinity, each under a pseudonym of the community.
public struct Community: Hashable, Sendable {
    public let id: CommunityID
    public let slug: String
    public let name: String
    /// One sentence.
    public let summary: String
    /// What members agree on, in simple Markdown.
    public let charter: String
    public let memberCount: Int

    public init(
        id: CommunityID, slug: String, name: String, summary: String, charter: String, memberCount: Int
    ) {
        self.id = id
        self.slug = slug
        self.name = name
        self.summary = summary
        self.charter = charter
        self.memberCount = memberCount
    }
}
