/// Exact arithmetic on whole cents. Amounts and rates are never negative here, products have 128 bits, and what a
/// division leaves over is dropped: whoever calls says who keeps it.
public enum Money {
    /// The basis points in a whole: 10 000 are 100 %.
    public static let wholeBps: Int64 = 10_000

    /// `⌊amount · basisPoints / 10000⌋`, in cents.
    /// - Parameter basisPoints: From 0 to 10 000.
    public static func part(_ basisPoints: Int64, of amount: Int64) -> Int64 {
        proportion(of: amount, basisPoints, in: wholeBps)
    }

    /// `⌊amount · share / whole⌋`, in cents.
    /// - Parameters:
    ///   - share: From 0 to `whole`.
    ///   - whole: Above 0.
    public static func proportion(of amount: Int64, _ share: Int64, in whole: Int64) -> Int64 {
        Int64(Int128(amount) * Int128(share) / Int128(whole))
    }
}
