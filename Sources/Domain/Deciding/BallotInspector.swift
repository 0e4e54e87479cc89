/// Says what is wrong with a single ballot.
struct BallotInspector {
    let kind: BallotKind
    let ideas: Int
    let criteria: Int

    /// The most tokens that one idea may get from one person.
    static let tokens = 0...1_000_000

    /// The first thing that is wrong, or nil.
    func fault(in ballot: Ballot) -> TallyFault.Reason? {
        guard ballot.kind == kind else { return .otherKind(kind) }
        switch ballot {
        case .approvals(let list): return fault(in: list)
        case .tokens(let marks): return fault(in: marks, "the number of tokens", Self.tokens)
        case .grades(let marks): return fault(in: marks, "a grade", 0...(Grade.allCases.count - 1))
        case .pairs(let duels):
            for duel in duels {
                guard known(duel.winner), known(duel.loser) else { return .unknownIdea }
                guard duel.winner != duel.loser else { return .duelWithItself }
            }
            return nil
        case .scorecards(let cards):
            for card in cards where !card.scores.isEmpty {
                guard card.scores.count == criteria else { return .wrongNumberOfScores(expected: criteria) }
                guard card.scores.allSatisfy(Tally.scores.contains) else {
                    return .outOfRange("a score", Tally.scores)
                }
            }
            return fault(in: cards.map(\.idea))
        }
    }

    private func fault(in marks: [Ballot.Mark], _ what: String, _ range: ClosedRange<Int>)
        -> TallyFault.Reason?
    {
        if let reason = fault(in: marks.map(\.idea)) { return reason }
        return marks.allSatisfy { range.contains($0.value) } ? nil : .outOfRange(what, range)
    }

    private func fault(in list: [Int]) -> TallyFault.Reason? {
        guard list.allSatisfy(known) else { return .unknownIdea }
        switch list.count {
        case 0...1: return nil
        case 2...12:
            for index in list.indices.dropFirst() where list[..<index].contains(list[index]) {
                return .ideaTwice
            }
            return nil
        default: return Set(list).count == list.count ? nil : .ideaTwice
        }
    }

    private func known(_ idea: Int) -> Bool { idea >= 0 && idea < ideas }
}
