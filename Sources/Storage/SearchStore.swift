public import Domain

/// Something that was found.
public struct SearchHit: Sendable {
    public let kind: SearchQuery.Kind
    /// Nil for what was said under a prompt.
    public let challenge: ChallengeID?
    public let challengeTitle: String
    /// The prompt under which it was said, if it was.
    public let prompt: PromptPlace?
    /// The challenge's state now; nil for what was said in it.
    public let state: Challenge.State?
    /// The challenge's blueprint, which says how that is called; nil for what was said in it.
    public let blueprint: Blueprint?
    /// The idea that was found, or under which the comment was.
    public let idea: IdeaID?
    public let ideaTitle: String?
    public let decision: Decision.Code?
    public let comment: CommentID?
    public let stance: Comment.Stance?
    public let isOfficial: Bool
    /// Nil for challenges, and once the author deleted their account.
    public let author: Member?
    /// When it was published, submitted or written.
    public let happenedAt: Timestamp
    public let changedAt: Timestamp
    /// What was written, in simple Markdown: the question of a challenge, the text of an idea or a comment.
    public let text: String
    /// The title, with what was looked for in it.
    public let title: Excerpt
    /// The part of the text that holds most of what was looked for.
    public let excerpt: Excerpt
}

/// A prompt, and the theme in which it is found.
public struct PromptPlace: Sendable {
    public let prompt: PromptID
    public let theme: Theme
}

/// What a search found.
public struct SearchResults: Sendable {
    /// What was looked for in the end.
    public let query: SearchQuery
    /// What was typed, if it was corrected.
    public let corrected: String?
    /// Whether what was found has some of the words only, since nothing has all of them.
    public let isPartial: Bool
    public let page: ListPage<SearchHit>
    public let count: Int
    /// Whether there are more than were looked at: then `count` is the least that there are.
    public let isCut: Bool
    /// The challenges in which most was found, with what was found in each; empty if it was all in one.
    public let challenges: [Share]

    /// A challenge's part in what was found.
    public struct Share: Sendable {
        public let challenge: ChallengeID
        public let title: String
        public let count: Int
    }
}

extension Look {
    /// Results on one page.
    public static let resultsPerPage = 20

    /// What the viewer may see of what has all the words of `query`, the best first (BM25, a title counting most).
    ///
    /// If nothing has them, words that nobody wrote are replaced by those that look alike; if that does not help,
    /// what has some of them is given, the rarest before all. A word that very many texts have is looked for in the newest of them.
    public func search(_ query: SearchQuery, page: Int = 1) throws -> SearchResults {
        let index = SearchIndex(look: self, stemmer: db.connection.stemmer)
        var query = query
        var corrected: String?
        var isPartial = false
        var terms = try index.terms(of: query)
        var found = try index.find(terms, of: query)
        if found.candidates.isEmpty, let text = try index.correction(of: query, terms) {
            let meant = query.looking(for: text)
            let meantTerms = try index.terms(of: meant)
            let better = try index.find(meantTerms, of: meant)
            if !better.candidates.isEmpty {
                corrected = query.text
                (query, terms, found) = (meant, meantTerms, better)
            }
        }
        if found.candidates.isEmpty, terms.words.count > 1 {
            terms = terms.known
            for some in [terms.rarest(within: SearchIndex.mostRanked), terms] where found.candidates.isEmpty {
                found = try index.find(some, of: query, anyWord: true)
            }
            isPartial = !found.candidates.isEmpty
        }
        let size = Self.resultsPerPage
        let number = min(max(1, page), 1_000)
        let slice = found.candidates.dropFirst((number - 1) * size).prefix(size + 1)
        return SearchResults(
            query: query, corrected: corrected, isPartial: isPartial,
            page: ListPage(
                fetched: try index.hits(of: Array(slice), marking: terms), number: number, size: size),
            count: found.candidates.count, isCut: found.isCut, challenges: try index.shares(of: found))
    }

    /// The newest of what has all the words of `query`, as subscribers are told.
    public func feedEvents(matching query: SearchQuery, limit: Int = 50) throws -> [FeedEvent] {
        let index = SearchIndex(look: self, stemmer: db.connection.stemmer)
        let terms = try index.terms(of: query)
        let found = try index.find(terms, of: query, limit: limit)
        let newest = found.candidates.sorted { ($0.happenedAt, $0.document) > ($1.happenedAt, $1.document) }
        return try index.hits(of: Array(newest.prefix(limit)), marking: terms).compactMap(\.event)
    }
}

extension SearchHit {
    /// What was found, as the feeds of its own place tell it; nil for what was said under a prompt, which the theme's
    /// own feed tells.
    fileprivate var event: FeedEvent? {
        guard let challenge else { return nil }
        var kind = FeedEvent.Kind.challengeAnnounced
        if let comment, let stance {
            kind = .commented(comment, stance, isOfficial: isOfficial)
        } else if idea != nil {
            kind = .ideaSubmitted
        }
        return FeedEvent(
            kind: kind, happenedAt: happenedAt, changedAt: changedAt, challenge: challenge,
            challengeTitle: challengeTitle, idea: idea, ideaTitle: ideaTitle, author: author, text: text)
    }
}
