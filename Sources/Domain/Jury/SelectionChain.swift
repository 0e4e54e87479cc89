/// How ideas are chosen step by step: the first of the vote go before the jury, which chooses some, and the crowd adds
/// those that it likes best of the others. Where the crowd alone says yes, projects do no worse than where experts do
/// (E. Mollick and R. Nanda, “Wisdom or Madness?”, 2016).
public struct SelectionChain: Hashable, Sendable {
    /// The first so many of the vote go before the jury; nil for every idea.
    public let shortlist: Int?
    /// Ideas that the jury chooses.
    public let choices: Int
    /// Ideas that the crowd adds.
    public let wildCards: Int

    public init(shortlist: Int?, choices: Int, wildCards: Int) {
        self.shortlist = shortlist
        self.choices = choices
        self.wildCards = wildCards
    }

    public static let shortlists = 2...300
    public static let mostChoices = 100
    public static let wildCardCounts = 0...20

    /// What is proposed for a challenge: fifteen ideas for a jury after tokens and where an envelope is shared out, with
    /// two wild cards; twenty after duels, of which many can be compared; every solution of a contest.
    public static func usual(for content: ChallengeContent) -> SelectionChain {
        guard content.hasRankedVote else {
            return SelectionChain(
                shortlist: nil, choices: content.blueprint == .contest ? 1 : 3, wildCards: 0)
        }
        return switch content.way {
        case .tokens, .equalShares: SelectionChain(shortlist: 15, choices: 3, wildCards: 2)
        case .pairwise: SelectionChain(shortlist: 20, choices: 3, wildCards: 0)
        case .approval, .majorityJudgment: SelectionChain(shortlist: 15, choices: 3, wildCards: 0)
        }
    }

    /// What is chosen in the end, by the ids of rankings.
    public struct Choice: Hashable, Sendable {
        /// The jury's, the best first.
        public let jury: [String]
        /// The crowd's, the best first.
        public let crowd: [String]

        /// Every id.
        public var all: [String] { jury + crowd }
    }

    /// Chooses from the jury's ranking, and from that of the vote, where people voted. An idea that nobody supports is
    /// no wild card. An envelope pays for both, the jury's choices first: what costs more than is left makes way for the
    /// next.
    public func choice(jury: Ranking, vote: Ranking?) -> Choice {
        var purse = Purse(vote)
        let ranked = purse.isEndless ? jury.winners : jury.places.filter(\.facts.isSupported).map(\.id)
        let chosen = purse.buy(ranked, atMost: choices)
        let others = (vote?.places ?? []).filter { !chosen.contains($0.id) && $0.facts.isSupported }
        return Choice(jury: chosen, crowd: purse.buy(others.map(\.id), atMost: wildCards))
    }
}

extension ChallengeContent {
    /// Whether people vote, which puts every idea in its place: under an envelope, those that it pays for in the order in
    /// which they are bought, then the others.
    public var hasRankedVote: Bool { schedule.window(of: .vote) != nil }
}

extension Facts {
    /// Whether anybody expressed something for the idea.
    public var isSupported: Bool {
        switch self {
        case .approval(let facts): facts.supports > 0
        case .tokens(let facts): facts.tokens > 0
        case .grades(let facts): facts.median != nil
        case .duels(let facts): facts.wins > 0
        case .shares(let facts): facts.supporters > 0
        case .score(let facts): facts.score > 0
        case .jury(let facts): facts.raw != nil
        }
    }
}
