import Domain

/// The index as one viewer may use it.
struct SearchIndex {
    let look: Look
    let stemmer: Stemmer

    /// The texts of one kind that are ranked, the newest that match. A frequent word has more; then what is older is
    /// not looked at unless its title has it, which keeps a search for any word equally quick.
    static let mostRanked = 800
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
        Terms(
            words: try query.words.map { word in
                try stemmer.stems(of: word).map { ($0, try frequency(of: $0)) }
            })
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

    /// What matches, the best first.
    /// - Parameters:
    ///   - anyWord: Whether one of the words suffices.
    ///   - limit: The most of each kind.
    func find(_ terms: Terms, of query: SearchQuery, anyWord: Bool = false, limit: Int = mostRanked) throws
        -> Found
    {
        guard !terms.words.isEmpty, terms.words.allSatisfy({ !$0.isEmpty }) else { return Found() }
        // Nothing has all of the words if nothing has one of them.
        guard anyWord || !terms.words.contains(where: Terms.isUnknown) else { return Found() }
        var found = Found()
        var seen: Set<Int64> = []
        func look(for kind: SearchQuery.Kind, inTitle: Bool) throws -> Bool {
            let rows = try walk(
                kind, match(terms, query, anyWord: anyWord, inTitle: inTitle), terms, query, limit)
            found.candidates += rows.compactMap(\.self).filter { seen.insert($0.document).inserted }
            return rows.count >= limit
        }
        for kind in query.kind.map({ [$0] }) ?? SearchQuery.Kind.allCases {
            guard try look(for: kind, inTitle: false) else { continue }
            found.isCut = true
            // Older ones were left out: those whose title has a word still count.
            if kind != .comment { _ = try look(for: kind, inTitle: true) }
        }
        found.candidates.sort { ($0.score, $0.document) > ($1.score, $1.document) }
        return found
    }

    private func match(
        _ terms: Terms, _ query: SearchQuery, anyWord: Bool, inTitle: Bool
    ) -> String {
        var match = "{title text} : (\(terms.expression(anyWord: anyWord)))"
        if inTitle { match += " AND title : (\(terms.expression(anyWord: true)))" }
        if let challenge = query.challenge { match += " AND place : \"c\(challenge)\"" }
        if let theme = query.theme { match += " AND place : \"t\(theme)\"" }
        return match
    }

    /// The newest texts of one kind that match and that the viewer may see: nil in the place of one that was not asked for.
    ///
    /// Kind and audience are no words to be matched here: a third of all texts have the one and most the other, and the
    /// index would walk along all of these.
    private func walk(
        _ kind: SearchQuery.Kind, _ match: String, _ terms: Terms, _ query: SearchQuery, _ limit: Int
    ) throws -> [Candidate?] {
        var arguments: [(any Bindable)?] = [terms.frequencies]
        let isAskedFor = isAskedFor(kind, query, &arguments)
        arguments += [match, limit]
        return try look.db.rows(
            """
            SELECT x.rowid, search_rank(search_index, ?), c.id, \(kind.moment), coalesce((\(isAskedFor)), 0)
            FROM search_index x \(kind.joins)
            WHERE search_index MATCH ? AND x.rowid <= (SELECT max(n.id) * 3 + \(kind.rest) FROM \(kind.table) n)
                AND x.rowid % 3 = \(kind.rest) AND \(isVisible(kind))
            ORDER BY x.rowid DESC LIMIT ?
            """, with: arguments
        ) { row in
            row.flag(4)
                ? Candidate(
                    document: row.int(0), score: row.real(1), challenge: row.idOrNil(2),
                    happenedAt: row.time(3))
                : nil
        }
    }

    /// The rules of visibility.
    private func isVisible(_ kind: SearchQuery.Kind) -> String {
        let challenge = "c.published_at IS NOT NULL AND \(look.challengeIsVisible)"
        return switch kind {
        case .challenge: challenge
        case .idea: "i.visibility = 'public' AND \(challenge)"
        // Themes are for everybody.
        case .comment:
            "m.visibility = 'public' AND (m.prompt_id IS NOT NULL OR (i.visibility = 'public' AND \(challenge)))"
        }
    }

    /// What the query narrows.
    private func isAskedFor(
        _ kind: SearchQuery.Kind, _ query: SearchQuery, _ arguments: inout [(any Bindable)?]
    ) -> String {
        var conditions = ["TRUE"]
        if let state = query.state {
            conditions.append(Look.condition(for: state, at: look.now, arguments: &arguments))
        }
        if let decision = query.decision {
            conditions.append(kind == .challenge ? "FALSE" : "i.decision = ?")
            if kind != .challenge { arguments.append(decision.rawValue) }
        }
        if let age = query.age {
            conditions.append("\(kind.moment) >= ?")
            arguments.append(look.now - age.span)
        }
        return conditions.joined(separator: " AND ")
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

extension SearchQuery.Kind {
    /// Where its texts come from.
    fileprivate var table: String {
        switch self {
        case .challenge: "challenge"
        case .idea: "idea"
        case .comment: "comment"
        }
    }

    /// What is left of a number in the index when it is divided by three.
    var rest: Int64 {
        switch self {
        case .challenge: 0
        case .idea: 1
        case .comment: 2
        }
    }

    /// The kind of the text with this number in the index, and its own number.
    static func of(document: Int64) -> (kind: SearchQuery.Kind, number: Int64) {
        (document % 3 == 0 ? .challenge : document % 3 == 1 ? .idea : .comment, document / 3)
    }

    /// The rows that belong to document `x`. A comment on a merged idea is found where it is read: on the one that stands.
    fileprivate var joins: String {
        switch self {
        case .challenge: "CROSS JOIN challenge c ON c.id = x.rowid / 3"
        case .idea:
            "CROSS JOIN idea i ON i.id = x.rowid / 3 CROSS JOIN challenge c ON c.id = i.challenge_id"
        case .comment:
            """
            CROSS JOIN comment m ON m.id = x.rowid / 3 LEFT JOIN idea o ON o.id = m.idea_id
            LEFT JOIN idea i ON i.id = coalesce(o.merged_into, o.id) LEFT JOIN challenge c ON c.id = i.challenge_id
            """
        }
    }

    /// The column of the moment at which it was published.
    fileprivate var moment: String {
        switch self {
        case .challenge: "c.published_at"
        case .idea: "i.submitted_at"
        case .comment: "m.written_at"
        }
    }
}
