import Domain

extension SearchIndex {
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
        let kinds = query.kind.map { [$0] } ?? SearchQuery.Kind.allCases
        if let few = try walk(match(terms, query, anyWord: anyWord), terms, limit) {
            for kind in kinds { found.candidates += try judge(kind, few, query) }
        } else {
            var seen: Set<Int64> = []
            func look(for kind: SearchQuery.Kind, inTitle: Bool) throws -> Bool {
                let rows = try walk(
                    kind, match(terms, query, anyWord: anyWord, inTitle: inTitle), terms, query, limit)
                found.candidates += rows.compactMap(\.self).filter { seen.insert($0.document).inserted }
                return rows.count >= limit
            }
            for kind in kinds {
                guard try look(for: kind, inTitle: false) else { continue }
                found.isCut = true
                // Older ones were left out: those whose title has a word still count.
                if kind != .comment { _ = try look(for: kind, inTitle: true) }
            }
        }
        found.candidates.sort { ($0.score, $0.document) > ($1.score, $1.document) }
        return found
    }

    private func match(
        _ terms: Terms, _ query: SearchQuery, anyWord: Bool, inTitle: Bool = false
    ) -> String {
        var match = "{title text} : (\(terms.expression(anyWord: anyWord)))"
        if inTitle { match += " AND title : (\(terms.expression(anyWord: true)))" }
        if let challenge = query.challenge { match += " AND place : \"c\(challenge)\"" }
        if let theme = query.theme { match += " AND place : \"t\(theme)\"" }
        return match
    }

    /// All that matches, whoever may see it, with how well it does; nil if there is more than `limit`.
    private func walk(_ match: String, _ terms: Terms, _ limit: Int) throws -> [Int64: Double]? {
        let rows = try look.db.rows(
            """
            SELECT rowid, search_rank(search_index, ?) FROM search_index WHERE search_index MATCH ?
            ORDER BY rowid DESC LIMIT ?
            """, terms.frequencies, match, limit + 1
        ) { (document: $0.int(0), score: $0.real(1)) }
        return rows.count > limit
            ? nil : Dictionary(uniqueKeysWithValues: rows.map { ($0.document, $0.score) })
    }

    /// Those of one kind that the viewer may see and that were asked for.
    private func judge(_ kind: SearchQuery.Kind, _ matching: [Int64: Double], _ query: SearchQuery) throws
        -> [Candidate]
    {
        let documents = matching.keys.filter { SearchQuery.Kind.of(document: $0).kind == kind }
        guard !documents.isEmpty else { return [] }
        var arguments: [(any Bindable)?] = ["[\(documents.map(String.init).joined(separator: ","))]"]
        let isAskedFor = isAskedFor(kind, query, &arguments)
        return try look.db.rows(
            """
            SELECT n.value, c.id, \(kind.moment)
            FROM json_each(?) n \(kind.joins(document: "n.value"))
            WHERE \(isVisible(kind)) AND \(isAskedFor)
            """, with: arguments
        ) { row in
            let document = row.int(0)
            return Candidate(
                document: document, score: matching[document] ?? 0, challenge: row.idOrNil(1),
                happenedAt: row.time(2))
        }
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
            FROM search_index x \(kind.joins(document: "x.rowid"))
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

    /// The rows that belong to a document. A comment on a merged idea is found where it is read: on the one that stands.
    fileprivate func joins(document: String) -> String {
        switch self {
        case .challenge: "CROSS JOIN challenge c ON c.id = \(document) / 3"
        case .idea:
            "CROSS JOIN idea i ON i.id = \(document) / 3 CROSS JOIN challenge c ON c.id = i.challenge_id"
        case .comment:
            """
            CROSS JOIN comment m ON m.id = \(document) / 3 LEFT JOIN idea o ON o.id = m.idea_id
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
