/// How a pot is divided among places: weights, the first place first.
public struct PrizeSplit: Hashable, Sendable {
    public let weights: [Int64]

    /// Nil unless there is a place, and no weight is negative, larger than the one before, or above a million.
    public init?(_ weights: [Int64]) {
        let falls = zip(weights, weights.dropFirst()).allSatisfy { $0 >= $1 }
        guard let first = weights.first, (1...1_000_000).contains(first), falls, (weights.last ?? 0) > 0
        else { return nil }
        self.weights = weights
    }

    private init(constant weights: [Int64]) {
        self.weights = weights
    }

    /// For a community that comes back: half, thirty and twenty percent.
    public static let returningCommunity = PrizeSplit(constant: [50, 30, 20])
    /// For a contest held once: the winner takes it all.
    public static let oneWinner = PrizeSplit(constant: [100])

    /// The cents of each place.
    public func places(of pot: Int64) -> [Int64] {
        Money.largestRemainder(pot, among: weights.enumerated().map { (id: $0.offset, weight: $0.element) })
            .map(\.cents)
    }

    /// The prize of each winner. Those who share a rank share the sum of the places that they take.
    /// - Parameters:
    ///   - pot: Cents.
    ///   - ranking: The winners by rank, the best first; those of one rank are tied.
    /// - Returns: The prizes in the order of `ranking`, and what nobody won.
    public func prizes<ID: Comparable & Sendable>(
        of pot: Int64, for ranking: [[ID]]
    ) -> (prizes: [(winner: ID, cents: Int64)], unclaimed: Int64) {
        var places = places(of: pot)[...]
        var prizes: [(winner: ID, cents: Int64)] = []
        for tied in ranking {
            let shared = places.prefix(tied.count).reduce(0, +)
            places = places.dropFirst(tied.count)
            let parts = Money.largestRemainder(shared, among: tied.map { (id: $0, weight: 1) })
            prizes += parts.map { (winner: $0.id, cents: $0.cents) }
        }
        return (prizes, places.reduce(0, +))
    }

    /// What each author of a winning idea gets, by the weights that they agreed on before the selection.
    /// - Parameters:
    ///   - prize: Cents.
    ///   - authors: Nobody twice. When no weight is above zero, all get the same.
    public static func among<ID: Comparable & Sendable>(
        authors: [(author: ID, weight: Int64)], prize: Int64
    ) -> [(author: ID, cents: Int64)] {
        let isAgreed = authors.contains { $0.weight > 0 }
        let parts = Money.largestRemainder(
            prize, among: authors.map { (id: $0.author, weight: isAgreed ? $0.weight : 1) })
        return parts.map { (author: $0.id, cents: $0.cents) }
    }

    /// A prize in two steps: what is due at the decision, rounded down, and what is due when the idea is delivered.
    /// - Parameters:
    ///   - prize: Cents.
    ///   - decisionBps: The part due at the decision, from 0 to 10 000 basis points.
    public static func steps(of prize: Int64, decisionBps: Int64) -> (decision: Int64, delivery: Int64) {
        let first = Money.part(decisionBps, of: prize)
        return (first, prize - first)
    }
}
