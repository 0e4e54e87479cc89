import Glibc

/// Chance that comes out the same each time: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

    /// A whole number from zero on, `mean` on average, small ones the likeliest (an exponential distribution).
    mutating func skewed(mean: Double) -> Int {
        Int(-mean * log(1 - Double.random(in: 0..<1, using: &self)))
    }
}
