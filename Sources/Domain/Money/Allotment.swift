/// What one of several gets when an amount is divided by weights, with all that explains it to the cent.
public struct Allotment<ID: Comparable & Sendable>: Sendable {
    public let id: ID
    public let weight: Int64
    /// `⌊total · weight / Σ weights⌋`, and one more with ``hasExtraCent``.
    public let cents: Int64
    /// `total · weight mod Σ weights`: what the division left over, in Σ-weights-ths of a cent.
    public let remainder: Int128
    /// Whether one of the cents that the divisions left over came here.
    public let hasExtraCent: Bool
}

extension Money {
    /// Divides `total` cents by weights with the method of the largest remainder (Hamilton's).
    ///
    /// Everybody gets `⌊total · weight / Σ weights⌋`. The cents left over, fewer than there are people, go one each
    /// to the largest remainders, and among equal ones to the smaller identifier. The order of `shares` has no
    /// influence but on the order of the answer.
    /// - Parameters:
    ///   - total: Cents, not negative.
    ///   - shares: Identifiers and weights, none of which is negative.
    /// - Returns: An allotment for each share, in the order of `shares`; nothing but zeros when all weights are zero.
    public static func largestRemainder<ID>(
        _ total: Int64, among shares: [(id: ID, weight: Int64)]
    ) -> [Allotment<ID>] {
        let sum = shares.reduce(Int128(0)) { $0 + Int128($1.weight) }
        guard sum > 0 else {
            return shares.map {
                Allotment(id: $0.id, weight: $0.weight, cents: 0, remainder: 0, hasExtraCent: false)
            }
        }
        var given: Int64 = 0
        let divided = shares.map { share in
            let (quotient, remainder) = (Int128(total) * Int128(share.weight))
                .quotientAndRemainder(dividingBy: sum)
            given += Int64(quotient)
            return (cents: Int64(quotient), remainder: remainder)
        }
        let left = Int(total - given)
        var isChosen = [Bool](repeating: false, count: shares.count)
        if left > 0 {
            let ranked = shares.indices.sorted { one, other in
                if divided[one].remainder != divided[other].remainder {
                    return divided[one].remainder > divided[other].remainder
                }
                if shares[one].id != shares[other].id { return shares[one].id < shares[other].id }
                return one < other
            }
            for index in ranked.prefix(left) { isChosen[index] = true }
        }
        return shares.indices.map { index in
            Allotment(
                id: shares[index].id, weight: shares[index].weight,
                cents: divided[index].cents + (isChosen[index] ? 1 : 0),
                remainder: divided[index].remainder, hasExtraCent: isChosen[index])
        }
    }
}
