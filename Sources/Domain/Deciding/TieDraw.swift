import Crypto

/// The draw that orders what is otherwise equal. Whoever knows the seed, which is published before the vote, can
/// repeat it: for each idea the SHA-256 of the seed, a line feed and the idea's id, in UTF-8; the lowest comes first.
public struct TieDraw: Sendable {
    private let seed: String

    public init(seed: String) {
        self.seed = seed
    }

    /// For each id its turn, from zero.
    public func turns(of ids: [String]) -> [Int] {
        let digests = ids.map { Array(SHA256.hash(data: Array("\(seed)\n\($0)".utf8))) }
        let order = ids.indices.sorted { digests[$0].lexicographicallyPrecedes(digests[$1]) }
        var turns = [Int](repeating: 0, count: ids.count)
        for (turn, index) in order.enumerated() { turns[index] = turn }
        return turns
    }
}

extension Tally {
    /// For each idea its turn in the draw.
    var turns: [Int] { TieDraw(seed: terms.seed).turns(of: ideas.map(\.id)) }
}
