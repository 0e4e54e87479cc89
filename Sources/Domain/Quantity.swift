/// A number as people count things: with two decimals at most, exact.
public struct Quantity: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// In hundredths.
    public let hundredths: Int64

    public init(hundredths: Int64) {
        self.hundredths = hundredths
    }

    /// What somebody typed: `1 500`, `12,5`, `-3.75`; nil if it is no such number, or beyond a thousand billions.
    public init?(_ text: String) {
        var digits = text.unicodeScalars.filter { !$0.properties.isWhitespace }[...]
        let isNegative = digits.first == "-" || digits.first == "\u{2212}"
        if isNegative { digits.removeFirst() }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard (1...2).contains(parts.count), (1...15).contains(parts[0].count),
            parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
        else { return nil }
        var value = parts[0].reduce(Int64(0)) { $0 * 10 + Int64($1.value - 48) } * 100
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count) else { return nil }
            let decimals = parts[1].reduce(Int64(0)) { $0 * 10 + Int64($1.value - 48) }
            value += parts[1].count == 1 ? decimals * 10 : decimals
        }
        hundredths = isNegative ? -value : value
    }

    public static func < (left: Quantity, right: Quantity) -> Bool { left.hundredths < right.hundredths }

    /// The number with a point and without what is not needed: `12.5`.
    public var description: String {
        let magnitude = hundredths.magnitude
        let (whole, rest) = (magnitude / 100, magnitude % 100)
        let decimals =
            rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        return (hundredths < 0 ? "-" : "") + "\(whole)\(decimals)"
    }
}
