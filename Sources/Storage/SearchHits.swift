import Domain

extension SearchIndex {
    /// What is shown of each candidate, in the same order.
    func hits(of candidates: [Candidate], marking terms: Terms) throws -> [SearchHit] {
        let marks = Marks(terms, stemmer)
        var hits: [Int64: SearchHit] = [:]
        for kind in SearchQuery.Kind.allCases {
            let numbers = candidates.compactMap { candidate in
                let (found, number) = SearchQuery.Kind.of(document: candidate.document)
                return found == kind ? number : nil
            }
            guard !numbers.isEmpty else { continue }
            let list = "[\(numbers.map(String.init).joined(separator: ","))]"
            let loaded =
                switch kind {
                case .challenge: try challenges(list, marks)
                case .idea: try ideas(list, marks)
                case .comment: try comments(list, marks)
                }
            for (number, hit) in loaded { hits[number * 3 + kind.rest] = hit }
        }
        return candidates.compactMap { hits[$0.document] }
    }

    /// Knows which words of a text were looked for.
    private struct Marks {
        private let stemmer: Stemmer
        private var names: [String: String] = [:]

        init(_ terms: Terms, _ stemmer: Stemmer) {
            self.stemmer = stemmer
            for (place, word) in terms.words.enumerated() {
                for term in word { names[term.stem] = String(place) }
            }
        }

        func excerpt(_ text: String, limit: Int = 240) -> Excerpt {
            Excerpt(of: text, limit: limit) { word in
                guard !word.isEmptyOfSense else { return nil }
                for stem in stemmer.stems(of: word) {
                    if let name = names[stem] { return name }
                }
                return nil
            }
        }
    }

    /// A title is always shown whole.
    private static let wholeTitle = 1_000

    private func challenges(_ numbers: String, _ marks: Marks) throws -> [(Int64, SearchHit)] {
        let summaries = try look.challengeSummaries(
            "WHERE c.id IN (SELECT value FROM json_each(?) n)", with: [numbers])
        let briefs = Dictionary(
            uniqueKeysWithValues: try look.db.rows(
                "SELECT c.id, c.brief FROM json_each(?) n CROSS JOIN challenge c ON c.id = n.value", numbers
            ) { ($0.int(0), $0.text(1)) })
        return summaries.map { summary in
            let challenge = summary.challenge
            let published = challenge.publishedAt ?? look.now
            let question = challenge.content.question
            let whole = question + "\n" + (briefs[challenge.id.rawValue] ?? "")
            return (
                challenge.id.rawValue,
                SearchHit(
                    kind: .challenge, challenge: challenge.id, challengeTitle: challenge.title,
                    prompt: nil, state: challenge.state(at: look.now),
                    blueprint: challenge.content.blueprint, idea: nil, ideaTitle: nil,
                    decision: nil,
                    comment: nil, stance: nil, isOfficial: false, author: nil, happenedAt: published,
                    changedAt: published, text: question,
                    title: marks.excerpt(challenge.title, limit: Self.wholeTitle),
                    excerpt: marks.excerpt(whole))
            )
        }
    }

    private func ideas(_ numbers: String, _ marks: Marks) throws -> [(Int64, SearchHit)] {
        try look.db.rows(
            """
            SELECT i.id, i.title, i.text, i.submitted_at, i.edited_at, i.decision, c.id, c.title, p.id,
                \(Look.ideaAuthors), p.is_staff
            FROM json_each(?) n CROSS JOIN idea i ON i.id = n.value CROSS JOIN challenge c ON c.id = i.challenge_id
            CROSS JOIN member p ON p.id = i.author_id
            """, numbers
        ) { row in
            let submitted = row.time(3)
            return (
                row.int(0),
                SearchHit(
                    kind: .idea, challenge: row.id(6), challengeTitle: row.text(7), prompt: nil, state: nil,
                    blueprint: nil,
                    idea: row.id(0), ideaTitle: row.text(1), decision: try row.wordOrNil(5), comment: nil,
                    stance: nil, isOfficial: false, author: row.member(8), happenedAt: submitted,
                    changedAt: row.timeOrNil(4) ?? submitted, text: row.text(2),
                    title: marks.excerpt(row.text(1), limit: Self.wholeTitle),
                    excerpt: marks.excerpt(row.text(2)))
            )
        }
    }

    private func comments(_ numbers: String, _ marks: Marks) throws -> [(Int64, SearchHit)] {
        try look.db.rows(
            """
            SELECT m.id, m.text, m.written_at, m.stance, m.is_official, i.id, i.title, c.id, c.title, p.id,
                \(Look.authorName), p.is_staff, q.id, q.text, \(Look.themeColumns)
            FROM json_each(?) n CROSS JOIN comment m ON m.id = n.value LEFT JOIN idea o ON o.id = m.idea_id
            LEFT JOIN idea i ON i.id = coalesce(o.merged_into, o.id) LEFT JOIN challenge c ON c.id = i.challenge_id LEFT JOIN prompt q ON q.id = m.prompt_id
            LEFT JOIN theme t ON t.id = q.theme_id CROSS JOIN member p ON p.id = m.author_id
            """, numbers
        ) { row in
            let prompt: PromptID? = row.idOrNil(12)
            let title = prompt == nil ? row.text(6) : row.text(13)
            return (
                row.int(0),
                SearchHit(
                    kind: .comment, challenge: row.idOrNil(7), challengeTitle: row.textOrNil(8) ?? "",
                    prompt: prompt.map { PromptPlace(prompt: $0, theme: Look.makeTheme(row, from: 14)) },
                    state: nil, blueprint: nil, idea: row.idOrNil(5), ideaTitle: row.textOrNil(6),
                    decision: nil,
                    comment: row.id(0), stance: try row.word(3), isOfficial: row.flag(4),
                    author: row.member(9), happenedAt: row.time(2), changedAt: row.time(2), text: row.text(1),
                    title: marks.excerpt(title, limit: Self.wholeTitle), excerpt: marks.excerpt(row.text(1)))
            )
        }
    }
}
