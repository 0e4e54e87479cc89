import Domain

extension SearchIndex {
    /// Words of one query that are corrected at most.
    private static let mostCorrected = 3

    /// The query with the words that no text has replaced by words that look alike and that texts meant for the viewer
    /// have; nil if there are none.
    func correction(of query: SearchQuery, _ terms: Terms) throws -> String? {
        var corrections: [Int: String] = [:]
        var tried = 0
        for (place, word) in query.words.enumerated() where Terms.isUnknown(terms.words[place]) {
            guard tried < Self.mostCorrected else { return nil }
            tried += 1
            corrections[place] = try lookalike(of: word)
        }
        return corrections.isEmpty ? nil : query.text(replacing: corrections)
    }

    /// The word that is nearest to `word`, and in most texts among those.
    private func lookalike(of word: Word) throws -> String? {
        let near = try lookalikes(of: word.folded).compactMap { known in
            Misspelling.distance(from: word.folded, to: known.folded).map { (word: known, distance: $0) }
        }.sorted { ($0.distance, $0.word.folded) < ($1.distance, $1.word.folded) }.prefix(12)
        var best: (shown: String, distance: Int, frequency: Int)?
        for (candidate, distance) in near {
            if let best, distance > best.distance { break }
            let frequency =
                try stemmer.stems(of: candidate).map { try self.frequency(of: $0, limit: 100) }
                .max() ?? 0
            if frequency > best?.frequency ?? 0 { best = (candidate.shown, distance, frequency) }
        }
        return best?.shown
    }

    /// Known words that share trigrams with `folded`, those that share most first.
    private func lookalikes(of folded: String) throws -> [Word] {
        let letters = Array("^\(folded)$")
        guard letters.count >= 5 else { return [] }
        let trigrams = (0..<letters.count - 2).map { "\"\(String(letters[$0..<$0 + 3]))\"" }
        return try look.db.rows(
            """
            SELECT w.shown FROM (SELECT rowid AS id FROM search_trigram WHERE search_trigram MATCH ?
                ORDER BY rank LIMIT 60) s CROSS JOIN search_word w ON w.id = s.id
            """, trigrams.joined(separator: " OR ")
        ) { $0.text(0) }.compactMap { Words.all(in: $0).first }
    }
}
