import FoundationEssentials

/// The file in which a closed vote is published, in JSON: the ideas, what the rules announced, and every ballot without
/// a name, in an order that tells nothing and without any time.
public struct BallotFile: Codable, Sendable {
    /// What this version of the format calls itself.
    public static let format = "essaim-ballots/1"

    public var format = BallotFile.format
    /// What the vote was about.
    public var title: String
    /// The method's id, and the options announced for it.
    public var method: String
    public var options: MethodOptions?
    /// Published before the vote; decides ties.
    public var seed: String
    public var kind: BallotKind
    /// In cents.
    public var budget: Int?
    public var criteria: [Criterion]?
    public var ideas: [Entry]
    public var ballots: [Paper]
    /// Ballots that were set aside: published, and not counted.
    public var setAside: [Paper]?

    /// What a jury looks at.
    public struct Criterion: Codable, Sendable {
        public var name: String
        public var weight: Int
    }

    /// An idea.
    public struct Entry: Codable, Sendable {
        public var id: String
        public var title: String?
        /// In cents.
        public var cost: Int?
        /// How many people were shown it.
        public var exposures: Int?
    }

    /// A ballot. It has the member that goes with the kind of the vote, and no other.
    public struct Paper: Codable, Sendable {
        /// By which its owner knows it; nobody else can tell whose it is.
        public var receipt: String?
        /// The ids of the ideas supported.
        public var approvals: [String]?
        /// Tokens by idea.
        public var tokens: [String: Int]?
        /// Names of grades by idea.
        public var grades: [String: String]?
        /// Ids two by two, the preferred one first.
        public var pairs: [[String]]?
        /// Scores by idea, one for each criterion.
        public var scores: [String: [Int]]?
        /// The ids of the ideas for which the juror stood aside.
        public var recused: [String]?
    }

    /// Reads a file, with the ballots that were set aside if `whole`. Throws a `FileFault` that says what cannot be read,
    /// and where.
    public static func read(_ bytes: [UInt8], whole: Bool = false) throws(FileFault) -> ReadVote {
        let file: BallotFile
        do {
            file = try JSONDecoder().decode(BallotFile.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw FileFault(error.sentence)
        } catch {
            throw FileFault("it is not JSON")
        }
        return try (whole ? file.whole ?? file : file).vote()
    }

    /// The vote that the file tells of. Throws a `FileFault` if it contradicts itself.
    public func vote() throws(FileFault) -> ReadVote {
        guard format == Self.format else {
            throw FileFault("its format is “\(format)”, not “\(Self.format)”")
        }
        guard ideas.count <= Tally.ideaLimit else { throw FileFault("more than \(Tally.ideaLimit) ideas") }
        var positions: [String: Int] = [:]
        for (position, idea) in ideas.enumerated() { positions[idea.id] = position }
        var read: [Ballot] = []
        var receipts: Set<String> = []
        read.reserveCapacity(ballots.count)
        for (index, paper) in ballots.enumerated() {
            if let receipt = paper.receipt, !receipts.insert(receipt).inserted {
                throw FileFault("ballot \(index + 1): its receipt is there twice")
            }
            guard paper.kinds == [kind] else {
                throw FileFault("ballot \(index + 1): it is no ballot of \(kind.rawValue)")
            }
            guard let ballot = paper.ballot(positions) else {
                throw FileFault(
                    "ballot \(index + 1): it names an idea that is not in the list, or no grade, or no pair")
            }
            read.append(ballot)
        }
        do {
            let tally = try Tally(
                kind, ideas: ideas.map { .init(id: $0.id, cost: $0.cost, exposures: $0.exposures) },
                ballots: read,
                terms: Tally.Terms(
                    seed: seed, budget: budget, weights: (criteria ?? []).map(\.weight)))
            let titles = ideas.compactMap { idea in idea.title.map { (idea.id, $0) } }
            return ReadVote(
                title: title, tally: tally, titles: Dictionary(titles) { first, _ in first },
                method: method, options: options ?? [:], root: tree.root)
        } catch {
            throw FileFault(error.description)
        }
    }
}

extension BallotFile.Paper {
    /// The kinds of vote that its members go with.
    fileprivate var kinds: Set<BallotKind> {
        var kinds: Set<BallotKind> = []
        if approvals != nil { kinds.insert(.approvals) }
        if tokens != nil { kinds.insert(.tokens) }
        if grades != nil { kinds.insert(.grades) }
        if pairs != nil { kinds.insert(.pairs) }
        if scores != nil || recused != nil { kinds.insert(.scorecards) }
        return kinds
    }

    /// The ballot, with ideas by their positions; nil if something in it has no meaning.
    fileprivate func ballot(_ positions: [String: Int]) -> Ballot? {
        if let approvals { return all(approvals.map { positions[$0] }).map(Ballot.approvals) }
        if let tokens {
            return all(
                tokens.map { id, count in positions[id].map { Ballot.Mark(idea: $0, value: count) } }
            ).map(Ballot.tokens)
        }
        if let grades {
            return all(
                grades.map { id, name in
                    guard let idea = positions[id], let grade = Grade(name: name) else { return nil }
                    return Ballot.Mark(idea: idea, value: grade.rawValue)
                }
            ).map(Ballot.grades)
        }
        if let pairs {
            return all(
                pairs.map { pair in
                    guard pair.count == 2, let winner = positions[pair[0]], let loser = positions[pair[1]]
                    else { return nil }
                    return Ballot.Duel(winner: winner, loser: loser)
                }
            ).map(Ballot.pairs)
        }
        let scored = (scores ?? [:]).map { id, list in
            // An empty list would read as standing aside, which has a member of its own.
            list.isEmpty ? nil : positions[id].map { Ballot.Scorecard(idea: $0, scores: list) }
        }
        let aside = (recused ?? []).map { id in positions[id].map { Ballot.Scorecard(idea: $0, scores: []) } }
        return all(scored + aside).map(Ballot.scorecards)
    }

    /// The elements, if none is missing.
    private func all<Element>(_ elements: [Element?]) -> [Element]? {
        let present = elements.compactMap { $0 }
        return present.count == elements.count ? present : nil
    }
}

extension DecodingError {
    /// What cannot be read, and where, in one line of English.
    fileprivate var sentence: String {
        switch self {
        case .keyNotFound(let key, let context): "“\(key.stringValue)” is missing\(Self.place(context))"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "a value of another kind was expected\(Self.place(context))"
        case .dataCorrupted(let context) where context.codingPath.isEmpty: "it is not JSON"
        case .dataCorrupted(let context): "a value has no meaning\(Self.place(context))"
        @unknown default: "it cannot be read"
        }
    }

    /// Where, with numbers from one.
    private static func place(_ context: Context) -> String {
        guard !context.codingPath.isEmpty else { return "" }
        let path = context.codingPath.map { key in
            // A name in digits has a number too; only that of an element is called so.
            key.stringValue.hasPrefix("Index ") ? "\((key.intValue ?? 0) + 1)" : key.stringValue
        }
        return " in " + path.joined(separator: ", ")
    }
}
