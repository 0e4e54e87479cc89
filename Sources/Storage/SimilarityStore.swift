public import Domain

/// An idea that resembles a title.
public struct SimilarIdea: Sendable {
    public let idea: IdeaID
    public let title: String
    /// The beginning of the text, as typed.
    public let beginning: String
    public let challenge: ChallengeID
    public let challengeTitle: String
    public let similarity: Similarity
    /// What the list of its challenge shows of it; nil in another challenge than the one in which one writes.
    public let summary: IdeaSummary?
}

extension Look {
    /// Ideas shown to somebody who writes one, at most.
    public static let mostSimilar = 5
    /// Of ideas with a word of the title, the newest that are compared with it.
    private static let mostCompared = 400

    /// Public ideas of others whose titles resemble `title`: those of `challenge`, then those of challenges that take
    /// ideas now, each the most similar first. None in a challenge whose ideas are sealed: there, nobody is to be
    /// told that somebody thought of it too.
    public func similarIdeas(to title: String, in challenge: Challenge) throws -> [SimilarIdea] {
        guard !challenge.content.blueprint.sealsIdeas else { return [] }
        let stemmer = db.connection.stemmer
        func taken(_ title: String) -> Similarity.Title {
            Similarity.Title(String(title.prefix(SearchQuery.longest)), stems: stemmer.stems)
        }
        let compared = taken(title)
        let index = SearchIndex(look: self, stemmer: stemmer)
        let terms = try index.terms(of: compared.words).known
        guard !terms.words.isEmpty else { return [] }
        let known = "title : (\(terms.expression(anyWord: true)))"
        let rarest = "title : (\(terms.rarest(within: Self.mostCompared).expression(anyWord: true)))"
        let here = "place : \"c\(challenge.id)\""
        var openness: [(any Bindable)?] = []
        let open = Self.condition(for: .openToIdeas, at: now, arguments: &openness)
        let near = try candidates(known + " AND " + here, terms, "TRUE", [])
        let far = try candidates("(\(known) AND \(rarest)) NOT \(here)", terms, open, openness)
        func best(_ titles: [(id: IdeaID, title: String)]) -> [(IdeaID, Similarity)] {
            titles.map { ($0.id, Similarity(of: compared, and: taken($0.title))) }
                .filter(\.1.isSimilar).sorted { ($0.1.score, $0.0) > ($1.1.score, $1.0) }
        }
        let chosen = Array((best(near) + best(far)).prefix(Self.mostSimilar))
        return try load(chosen, in: challenge)
    }

    /// Of the newest ideas that match, those that share most with a title.
    private func candidates(
        _ match: String, _ terms: SearchIndex.Terms, _ condition: String, _ arguments: [(any Bindable)?]
    ) throws -> [(id: IdeaID, title: String)] {
        // Each stem counts the same.
        let frequencies = terms.words.joined().flatMap { _ in withUnsafeBytes(of: 1.0) { Array($0) } }
        let found = try db.rows(
            """
            SELECT i.id, i.title, s.score
            FROM (SELECT rowid AS document, search_rank(search_index, ?) AS score FROM search_index
                WHERE search_index MATCH ? AND rowid % 3 = \(SearchQuery.Kind.idea.rest)
                ORDER BY rowid DESC LIMIT \(Self.mostCompared)) s
            CROSS JOIN idea i ON i.id = s.document / 3 CROSS JOIN challenge c ON c.id = i.challenge_id
            WHERE i.visibility = 'public' AND NOT \(signsIdea) AND \(challengeIsVisible)
                AND \(condition)
            """, with: [frequencies, match] + arguments
        ) { (id: $0.id(0) as IdeaID, title: $0.text(1), score: $0.real(2)) }
        return found.sorted { ($0.score, $0.id) > ($1.score, $1.id) }.prefix(60).map { ($0.id, $0.title) }
    }

    private func load(_ chosen: [(IdeaID, Similarity)], in challenge: Challenge) throws -> [SimilarIdea] {
        guard !chosen.isEmpty else { return [] }
        let numbers = "[\(chosen.map(\.0.description).joined(separator: ","))]"
        let summaries = try ideaSummaries(
            "WHERE i.challenge_id = ? AND i.id IN (SELECT value FROM json_each(?) n)",
            with: [challenge.id, numbers], in: challenge)
        let rows = try db.rows(
            """
            SELECT i.id, i.title, substr(i.text, 1, 260), c.id, c.title
            FROM json_each(?) n CROSS JOIN idea i ON i.id = n.value CROSS JOIN challenge c ON c.id = i.challenge_id
            """, numbers
        ) { row in
            (
                idea: row.id(0) as IdeaID, title: row.text(1), beginning: row.text(2),
                challenge: row.id(3) as ChallengeID, challengeTitle: row.text(4)
            )
        }
        return chosen.compactMap { id, similarity in
            rows.first { $0.idea == id }.map { row in
                SimilarIdea(
                    idea: id, title: row.title, beginning: row.beginning, challenge: row.challenge,
                    challengeTitle: row.challengeTitle, similarity: similarity,
                    summary: summaries.first { $0.idea == id })
            }
        }
    }
}
