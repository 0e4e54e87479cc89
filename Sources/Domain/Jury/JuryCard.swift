/// What one juror says of one idea.
public struct JuryCard: Hashable, Sendable {
    public let idea: IdeaID
    public let juror: MemberID
    /// Whether every juror scores this idea.
    public let isShared: Bool
    /// One for each criterion, nil where none was given yet.
    public let scores: [Int?]
    /// Why the juror stands aside; nil unless they do.
    public let recusal: String?
    /// Read by the juror alone.
    public let note: String

    public init(
        idea: IdeaID, juror: MemberID, isShared: Bool = false, scores: [Int?] = [], recusal: String? = nil,
        note: String = ""
    ) {
        self.idea = idea
        self.juror = juror
        self.isShared = isShared
        self.scores = scores
        self.recusal = recusal
        self.note = note
    }

    /// How far the juror has come with it.
    public enum State: String, CaseIterable, Hashable, Sendable {
        case pending
        case begun
        case done
        case aside
    }

    public var state: State {
        if recusal != nil { return .aside }
        if scores.allSatisfy({ $0 == nil }) { return .pending }
        return scores.contains(nil) ? .begun : .done
    }

    /// Whether the juror still has to score the idea.
    public var isOpen: Bool { state == .pending || state == .begun }

    public static let noteRule = TextRule("note", 0...4_000)
    /// A reason that others can understand, in the manager's record.
    public static let recusalRule = TextRule("recusal", 10...1_000)
    /// What is said to the other jurors and to the managers.
    public static let remarkRule = TextRule("remark", 2...4_000)

    /// What has to be mended in scores and note; `scores` by the criterion's number.
    public static func problems(scores: [Int?], note: String) -> [Problem] {
        scores.enumerated().compactMap { index, score in
            guard let score, !Tally.scores.contains(score) else { return nil }
            return Problem(field: "score-\(index)", code: .outOfRange, limit: Tally.scores.upperBound)
        } + [noteRule.problem(in: note)].compactMap(\.self)
    }
}

extension BallotFile {
    /// The file of a jury's scores: a paper for each juror who finished a card or stood aside, without a name. An idea's
    /// id stands for it; `titles` are told of those that everybody may read.
    public init(
        _ title: String, rules: JuryRules, seed: String, ideas: [(id: IdeaID, title: String?)],
        cards: [JuryCard]
    ) {
        let known = Set(ideas.map(\.id))
        let papers = Dictionary(grouping: cards.filter { known.contains($0.idea) }, by: \.juror).values
            .compactMap(Paper.init(cards:))
        self.init(
            title: title, method: JuryMethod.id, options: ["winners": rules.chain.choices], seed: seed,
            kind: .scorecards, budget: nil,
            criteria: rules.criteria.map { Criterion(name: $0.name, weight: $0.weight) },
            ideas: ideas.map { Entry(id: $0.id.description, title: $0.title, cost: nil, exposures: nil) },
            ballots: papers.map { (line: $0.line, paper: $0) }
                .sorted { $0.line.utf8.lexicographicallyPrecedes($1.line.utf8) }.map(\.paper))
    }
}

extension BallotFile.Paper {
    /// A juror's cards, those that are finished; nil if none is.
    fileprivate init?(cards: [JuryCard]) {
        let scored = cards.filter { $0.state == .done }
        let aside = cards.filter { $0.state == .aside }
        guard !scored.isEmpty || !aside.isEmpty else { return nil }
        self.init(
            receipt: nil, approvals: nil, tokens: nil, grades: nil, pairs: nil,
            scores: scored.isEmpty
                ? nil
                : Dictionary(scored.map { ($0.idea.description, $0.scores.compactMap(\.self)) }) { $1 },
            recused: aside.isEmpty ? nil : aside.map(\.idea).sorted().map(\.description))
    }
}

extension Agreement {
    /// What an alpha says in plain words (K. Krippendorff, “Content Analysis”, 4th edition, 2018, chapter 12).
    public enum Reading: String, CaseIterable, Hashable, Sendable {
        /// From 0.8 on: conclusions can be drawn.
        case solid
        /// From 0.667 on: tentative ones.
        case tentative
        case none

        public init(alpha: Double) {
            self = alpha >= 0.8 ? .solid : alpha >= 0.667 ? .tentative : .none
        }
    }
}
