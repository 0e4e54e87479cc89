/// Ranks by the share of supporters that can be relied on, among the people who were really shown the idea. Ideas that
/// few people saw are neither lost nor lifted by chance.
public struct ApprovalMethod: RankingMethod {
    public static let id = "approval"
    public static let version = 1

    /// The most ideas that one member may support; nil for any number.
    public let quota: Int?
    public let selection: Selection

    /// Below this many people a share says little.
    static let fewReaders = 20

    /// Options: `quota`; `winners` (1), or `readers` for the first quarter of the ideas shown to so many.
    public init(options: MethodOptions) throws(OptionFault) {
        var reader = OptionReader(options)
        quota = try reader.take("quota", 1...Tally.ideaLimit)
        if let readers = try reader.take("readers", 1...Tally.amountLimit) {
            selection = .topQuarter(readers: readers)
        } else {
            selection = try Selection(&reader)
        }
        try reader.finish()
    }

    public func rank(_ tally: Tally) throws(TallyFault) -> Ranking {
        try tally.require(.approvals, .tokens, for: Self.self)
        let supports = tally.supports
        let exposures = tally.ideas.map { $0.exposures ?? tally.ballots.count }
        for idea in tally.ideas.indices where supports[idea] > exposures[idea] {
            throw TallyFault(.named(tally.ideas[idea].id), .moreSupportsThanReaders)
        }
        if let quota {
            for ballot in tally.ballots where ballot.supported.count > quota {
                throw TallyFault(.whole, .overQuota(limit: quota))
            }
        }
        let bounds = zip(supports, exposures).map { Wilson.bounds(of: $0, in: $1).lower }
        let list = tally.places { bounds[$0] > bounds[$1] }
        let unread = exposures.count { $0 < Self.fewReaders }
        return tally.ranking(
            Self.self, list,
            winners: selection.winners(
                of: list.order, readers: { exposures[$0] }, isSupported: { supports[$0] > 0 }),
            warnings: unread > 0 ? [.fewReaders(ideas: unread, least: Self.fewReaders)] : []
        ) { idea in
            .approval(
                Facts.Approval(
                    supports: supports[idea], exposures: exposures[idea], lowerBound: bounds[idea]))
        } gap: { idea, above in
            Gap(
                above: tally.ideas[above].id, difference: bounds[above] - bounds[idea],
                needed: Wilson.supportsMissing(
                    to: bounds[above], from: supports[idea], of: exposures[idea]))
        }
    }
}

extension Tally {
    /// How many people support each idea, in ballots of approvals, or of tokens where any token is a support.
    var supports: [Int] {
        var counts = [Int](repeating: 0, count: ideas.count)
        for ballot in ballots {
            for idea in ballot.supported { counts[idea] += 1 }
        }
        return counts
    }
}

extension Ballot {
    /// The ideas that a ballot of approvals or of tokens supports.
    public var supported: [Int] {
        switch self {
        case .approvals(let ideas): ideas
        case .tokens(let marks): marks.filter { $0.value > 0 }.map(\.idea)
        case .grades, .pairs, .scorecards: []
        }
    }
}
