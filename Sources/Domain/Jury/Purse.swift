/// What is left of an envelope while ideas are chosen one after the other. Where none is shared out it has no end.
struct Purse {
    private(set) var left: Int?
    private let costs: [String: Int]

    /// The envelope that the ballots of `vote` shared out.
    init(_ vote: Ranking?) {
        left = vote?.envelope
        costs = vote?.costs ?? [:]
    }

    var isEndless: Bool { left == nil }

    /// The first so many of `ideas` that can be paid for, one after the other: what costs more than is left makes way for
    /// the next, and so does what nobody said the cost of.
    mutating func buy(_ ideas: [String], atMost limit: Int) -> [String] {
        var bought: [String] = []
        for idea in ideas where bought.count < limit {
            if let left {
                guard let cost = costs[idea], cost <= left else { continue }
                self.left = left - cost
            }
            bought.append(idea)
        }
        return bought
    }
}

extension Ranking {
    /// What the ballots shared out, in the smallest unit of money; nil where there was no envelope.
    public var envelope: Int? {
        for case .shared(let amount, _) in steps { return amount }
        return nil
    }

    /// What ideas cost, by their ids, in the smallest unit of money; empty where there was no envelope.
    public var costs: [String: Int] {
        let costs = places.compactMap { place -> (String, Int)? in
            if case .shares(let facts) = place.facts { (place.id, facts.cost) } else { nil }
        }
        return Dictionary(costs) { first, _ in first }
    }
}
