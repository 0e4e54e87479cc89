/// Ranks by the tokens that an idea was given.
public struct TokensMethod: RankingMethod {
    public static let id = "tokens"
    public static let version = 1

    /// The most tokens that one member may give in all; nil for any number.
    public let tokens: Int?
    /// The most that one member may give to one idea; nil for any number.
    public let cap: Int?
    public let selection: Selection

    /// Options: `tokens`, `cap`, `winners` (1).
    public init(options: MethodOptions) throws(OptionFault) {
        var reader = OptionReader(options)
        tokens = try reader.take("tokens", 1...BallotInspector.tokens.upperBound)
        cap = try reader.take("cap", 1...BallotInspector.tokens.upperBound)
        selection = try Selection(&reader)
        try reader.finish()
    }

    public func rank(_ tally: Tally) throws(TallyFault) -> Ranking {
        try tally.require(.tokens, .approvals, for: Self.self)
        var sums = [Int](repeating: 0, count: tally.ideas.count)
        for ballot in tally.ballots {
            var given = 0
            for mark in ballot.tokens {
                if let cap, mark.value > cap { throw TallyFault(.whole, .overQuota(limit: cap)) }
                sums[mark.idea] += mark.value
                given += mark.value
            }
            if let tokens, given > tokens {
                throw TallyFault(.whole, .overQuota(limit: tokens))
            }
        }
        let givers = tally.supports
        let list = tally.places { sums[$0] > sums[$1] }
        let winners = selection.winners(of: list.order, readers: { _ in 0 }, isSupported: { sums[$0] > 0 })
        return tally.ranking(Self.self, list, winners: winners) { idea in
            .tokens(Facts.Tokens(tokens: sums[idea], givers: givers[idea]))
        } gap: { idea, above in
            let difference = sums[above] - sums[idea]
            return Gap(
                above: tally.ideas[above].id, difference: Double(difference), needed: difference)
        }
    }
}

extension Ballot {
    /// The tokens of a ballot; an approval is one token.
    var tokens: [Mark] {
        switch self {
        case .tokens(let marks): marks
        case .approvals(let ideas): ideas.map { Mark(idea: $0, value: 1) }
        case .grades, .pairs, .scorecards: []
        }
    }
}
