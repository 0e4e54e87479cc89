import Domain

/// The index as one viewer may use it.
struct SearchIndex {
    let look: Look
    let stemmer: Stemmer

    /// The texts of one kind that are ranked, the newest that match. A frequent word has more; then what is older is
    /// not looked at unless its title has it, which keeps a search for any word equally quick.
    static let mostRanked = 300
    /// Texts counted to know how rare a term is; one that more have is as good as in all.
    static let mostCounted = 2_000

    /// The words of a query as the index knows them.
    struct Terms {
        /// For each word its stems, each with the number of texts that have it, as far as it was counted.
        var words: [[(stem: String, frequency: Int)]]

        /// Without the words that no text has.
        var known: Terms { Terms(words: words.filter { !Terms.isUnknown($0) }) }

        static func isUnknown(_ word: [(stem: String, frequency: Int)]) -> Bool {
            word.allSatisfy { $0.frequency == 0 }
        }

        /// Its rarest words: as many as `limit` texts have together, and one at least. Among the newest texts with any of
        /// the words, commonplace ones would hide those that say most.
        func rarest(within limit: Int) -> Terms {
            var room = limit
            var rare: [[(stem: String, frequency: Int)]] = []
            for (frequency, word) in words.map({ ($0.reduce(0) { $0 + $1.frequency }, $0) }).sorted(by: {
                $0.0 < $1.0
            }) {
                guard rare.isEmpty || frequency <= room else { break }
                room -= frequency
                rare.append(word)
            }
            return Terms(words: rare)
        }

        /// The frequencies as `search_rank` takes them.
        var frequencies: [UInt8] {
            words.joined().flatMap { term in withUnsafeBytes(of: Double(term.frequency)) { Array($0) } }
        }

        func expression(anyWord: Bool) -> String {
            words.map { word in "(" + word.map { "\"\($0.stem)\"" }.joined(separator: " OR ") + ")" }
                .joined(separator: anyWord ? " OR " : " AND ")
        }
    }

    /// A text that may be shown, by its number in the index.
    struct Candidate {
        let document: Int64
        let score: Double
        /// Nil for what was said under a prompt.
        let challenge: ChallengeID?
        let happenedAt: Timestamp
    }

    struct Found {
        var candidates: [Candidate] = []
        var isCut = false
    }

    /// The stems of the query's words, and how many of the texts meant for the viewer have each.
    func terms(of query: SearchQuery) throws -> Terms {
        try terms(of: query.words.map(stemmer.stems))
    }

    /// The same for words of which the stems are known.
    func terms(of words: [[String]]) throws -> Terms {
        Terms(words: try words.map { try $0.map { ($0, try frequency(of: $0)) } })
    }

    /// How many of the texts meant for the viewer have a stem, counted up to a limit.
    func frequency(of stem: String, limit: Int = mostCounted) throws -> Int {
        let match = "{title text} : \"\(stem)\"" + audience
        func count() throws -> Int {
            try look.db.one(
                """
                SELECT count(*) FROM
                    (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT \(limit)) n
                """, match
            ) { $0.count(0) } ?? 0
        }
        guard let edition = try look.db.searchEdition() else { return try count() }
        return try look.db.connection.stemCounts.value(of: "\(limit) \(match)", in: edition, count)
    }

    /// For whom the texts are that the viewer may find, said in the index' own terms so that others' are not even
    /// walked over. What is found is asked again, row by row, by the rules that hold everywhere.
    var audience: String {
        if look.seesEverything { return "" }
        let places =
            ["pub"] + look.viewer.communities.map { "m\($0)" }.sorted()
            + look.viewer.segments.map { "s\($0)" }.sorted()
            + look.viewer.invitations.union(look.viewer.rolesByChallenge.keys).map { "c\($0)" }.sorted()
        return " AND place : (" + places.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
    }

    /// The challenges in which most was found.
    func shares(of found: Found) throws -> [SearchResults.Share] {
        var counts: [ChallengeID: Int] = [:]
        for challenge in found.candidates.compactMap(\.challenge) { counts[challenge, default: 0] += 1 }
        guard counts.count > 1 else { return [] }
        let most = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(12)
        let numbers = most.map(\.key.description).joined(separator: ",")
        let titles = Dictionary(
            uniqueKeysWithValues: try look.db.rows(
                "SELECT c.id, c.title FROM json_each(?) n CROSS JOIN challenge c ON c.id = n.value",
                "[\(numbers)]"
            ) { ($0.id(0) as ChallengeID, $0.text(1)) })
        return most.compactMap { challenge, count in
            titles[challenge].map { SearchResults.Share(challenge: challenge, title: $0, count: count) }
        }
    }
}
