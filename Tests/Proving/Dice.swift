/// Chance that falls the same way each time, from a seed: SplitMix64 (Steele, Lea and Flood, 2014).
public struct Dice: RandomNumberGenerator {
    private var state: UInt64

    /// - Parameter seed: The same one gives the same throws.
    public init(_ seed: some BinaryInteger) {
        state = UInt64(truncatingIfNeeded: seed)
    }

    /// Any of 2⁶⁴ numbers.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Any number of a range.
    public mutating func roll(_ range: ClosedRange<Int64>) -> Int64 {
        Int64.random(in: range, using: &self)
    }

    /// Any number from zero up to `bound`, which it is not.
    public mutating func below(_ bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &self)
    }

    /// Any of some items, of which there is at least one.
    public mutating func choice<Item>(of items: [Item]) -> Item {
        items[Int.random(in: items.indices, using: &self)]
    }
}
