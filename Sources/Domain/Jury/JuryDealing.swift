/// Deals the ideas of a challenge to its jurors: some to all of them, each other one to so many, and to every juror as
/// many as to the others.
public struct JuryDealing: Sendable {
    /// Who may not judge what: their own ideas, and those for which they stand aside.
    public struct Bar: Hashable, Sendable {
        public let juror: MemberID
        public let idea: IdeaID

        public init(juror: MemberID, idea: IdeaID) {
            self.juror = juror
            self.idea = idea
        }
    }

    private let jurors: [MemberID]
    private let rules: JuryRules
    private let bars: Set<Bar>
    private let turns: [String: Int]

    /// - Parameters:
    ///   - ideas: All that are judged.
    ///   - seed: What decides among equals; the same seed deals the same.
    public init(
        ideas: [IdeaID], to jurors: [MemberID], by rules: JuryRules, barring bars: Set<Bar>, seed: String
    ) {
        self.jurors = jurors
        self.rules = rules
        self.bars = bars
        self.ideas = ideas
        let names = ideas.map { "\($0)" } + jurors.flatMap { juror in ideas.map { "\(juror) \($0)" } }
        turns = Dictionary(zip(names, TieDraw(seed: seed).turns(of: names))) { first, _ in first }
    }

    private let ideas: [IdeaID]

    /// The cards that have to be dealt besides those that were, which stay where they are.
    public func cards(besides dealt: [JuryCard]) -> [JuryCard] {
        var load: [MemberID: Int] = [:]
        for card in dealt where card.state != .aside { load[card.juror, default: 0] += 1 }
        let held = Dictionary(grouping: dealt, by: \.idea).mapValues { Set($0.map(\.juror)) }
        let shared = sharedIdeas(of: dealt)
        var cards: [JuryCard] = []
        func deal(_ idea: IdeaID, to juror: MemberID, isShared: Bool) {
            load[juror, default: 0] += 1
            cards.append(JuryCard(idea: idea, juror: juror, isShared: isShared))
        }
        let order = ideas.sorted { turn("\($0)") < turn("\($1)") }
        for idea in order where shared.contains(idea) {
            for juror in candidates(for: idea, without: held[idea]) { deal(idea, to: juror, isShared: true) }
        }
        for idea in order where !shared.contains(idea) {
            let judging = dealt.count { $0.idea == idea && $0.state != .aside }
            let wanted = max(0, rules.jurorsPerIdea - judging)
            let next = candidates(for: idea, without: held[idea]).sorted {
                (load[$0] ?? 0, turn("\($0) \(idea)")) < (load[$1] ?? 0, turn("\($1) \(idea)"))
            }
            for juror in next.prefix(wanted) { deal(idea, to: juror, isShared: false) }
        }
        return cards
    }

    private func turn(_ name: String) -> Int { turns[name] ?? 0 }

    private func candidates(for idea: IdeaID, without held: Set<MemberID>?) -> [MemberID] {
        jurors.filter {
            held?.contains($0) != true && !bars.contains(Bar(juror: $0, idea: idea))
        }
    }

    /// Those that were dealt to all before, else the first of the draw.
    private func sharedIdeas(of dealt: [JuryCard]) -> Set<IdeaID> {
        guard dealt.isEmpty else { return Set(dealt.filter(\.isShared).map(\.idea)) }
        return Set(ideas.sorted { turn("\($0)") < turn("\($1)") }.prefix(rules.sharedIdeas))
    }
}
