import FoundationEssentials

extension BallotFile {
    /// The file in which the ballots of a challenge are published. The papers are put in the order of their receipts,
    /// which tells nothing. `winners` is how many ideas go on to the next step, where there is one.
    public init(
        _ content: ChallengeContent, seed: String, winners: Int? = nil, ideas: [Entry], papers: [Paper],
        setAside: [Paper] = []
    ) {
        let method = content.way.method(quota: content.voteQuota).id
        var options = content.way.method(quota: content.voteQuota).options
        // An idea that was hidden freed what ballots gave it; shown again, it may make one say more than was allowed. That
        // is no fault of the voter, and no reason not to count.
        for (name, limit) in options where ["quota", "tokens"].contains(name) {
            if (papers + setAside).contains(where: { $0.size > limit }) { options[name] = nil }
        }
        // An envelope chooses as many as it pays for.
        if let winners, content.way.envelope == nil { options["winners"] = winners }
        self.init(
            title: content.title, method: method, options: options.isEmpty ? nil : options,
            seed: seed, kind: content.way.ballotKind, budget: content.way.envelope.map { Int($0) },
            ideas: method == ApprovalMethod.id ? Self.shown(ideas, to: papers + setAside) : ideas,
            ballots: Self.shuffled(papers), setAside: setAside.isEmpty ? nil : Self.shuffled(setAside))
    }

    private static func shuffled(_ papers: [Paper]) -> [Paper] {
        papers.map { (line: $0.line, paper: $0) }
            .sorted { $0.line.utf8.lexicographicallyPrecedes($1.line.utf8) }.map(\.paper)
    }

    /// The file in which the ballots that were set aside are counted as well; nil if there are none.
    public var whole: BallotFile? {
        guard let setAside else { return nil }
        var file = self
        file.ballots = Self.shuffled(ballots + setAside)
        file.setAside = nil
        return file
    }

    /// The ideas with the people who were shown them; without, where nobody was counted. Whoever supports an idea was
    /// shown it, even if a server that broke down forgot its last seconds, or another idea was merged into this one.
    private static func shown(_ ideas: [Entry], to papers: [Paper]) -> [Entry] {
        let isCounted = ideas.contains { ($0.exposures ?? 0) > 0 }
        var supports: [String: Int] = [:]
        for id in papers.flatMap({ $0.approvals ?? [] }) { supports[id, default: 0] += 1 }
        return ideas.map { idea in
            var idea = idea
            idea.exposures = isCounted ? max(idea.exposures ?? 0, supports[idea.id] ?? 0) : nil
            return idea
        }
    }

    /// The text of the file.
    public func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    /// Reads such a text. Throws a `DecodingError` if it is no file of ballots.
    public static func decoded(_ bytes: [UInt8]) throws -> BallotFile {
        try JSONDecoder().decode(BallotFile.self, from: Data(bytes))
    }

    /// The ballots as entries of a Merkle tree: the lines of text in UTF-8, in the order of the file.
    public var tree: MerkleTree { MerkleTree(ballots.map { Array($0.line.utf8) }) }

    /// The place of the ballot with this receipt; nil if there is none.
    public func place(of receipt: Receipt) -> Int? {
        let fingerprint = receipt.fingerprint.description
        return ballots.firstIndex { $0.receipt == fingerprint }
    }
}

extension BallotFile.Entry {
    /// An idea that people voted on; `cost` is in cents, `shown` the number of people who were shown it.
    public init(_ idea: IdeaID, title: String, cost: Int64?, shown: Int? = nil) {
        self.init(id: idea.description, title: title, cost: cost.map { Int($0) }, exposures: shown)
    }
}

extension BallotFile.Paper {
    /// A ballot that supports these ideas.
    public init(receipt: String?, approvals: [String]) {
        self.init(receipt: receipt)
        self.approvals = approvals.sortedAsNumbers
    }

    /// A ballot with tokens, or with names of grades.
    public init(receipt: String?, tokens: [String: Int]) {
        self.init(receipt: receipt)
        self.tokens = tokens
    }

    public init(receipt: String?, grades: [String: String]) {
        self.init(receipt: receipt)
        self.grades = grades
    }

    /// A ballot of pairs, the preferred idea first.
    public init(receipt: String?, pairs: [[String]]) {
        self.init(receipt: receipt)
        self.pairs = pairs.sorted { $0.lexicographicallyPrecedes($1, by: Tally.precedes) }
    }

    private init(receipt: String?) {
        self.init(
            receipt: receipt, approvals: nil, tokens: nil, grades: nil, pairs: nil, scores: nil, recused: nil)
    }

    /// How many ideas it supports, or how many tokens it gives.
    fileprivate var size: Int { approvals?.count ?? tokens?.values.reduce(0, +) ?? 0 }

    /// The ballot in one line, which is what the tree of ballots is made of: its receipt or a hyphen, then what it says
    /// of each idea in the order of their ids. `ab12… 3:good 7:reject`, `ab12… 3:2`, `ab12… 3 7`, `ab12… 3>7`.
    public var line: String {
        func marks<Value>(_ values: [String: Value]) -> [String] {
            values.keys.sorted(by: Tally.precedes).compactMap { id in values[id].map { "\(id):\($0)" } }
        }
        var parts = [receipt ?? "-"]
        parts += approvals?.sortedAsNumbers ?? []
        parts += marks(tokens ?? [:])
        parts += marks(grades ?? [:])
        parts += (pairs ?? []).map { $0.joined(separator: ">") }
        parts += marks((scores ?? [:]).mapValues { $0.map(String.init).joined(separator: ",") })
        parts += (recused ?? []).sortedAsNumbers.map { "\($0):-" }
        return parts.joined(separator: " ")
    }
}

extension [String] {
    fileprivate var sortedAsNumbers: [String] { sorted(by: Tally.precedes) }
}
