/// A whole number of any length, with what exact shares of money need of arithmetic.
struct LongInteger: Hashable, Comparable {
    private var isNegative: Bool
    /// The lowest word first; no zero at the end.
    private var words: [UInt64]

    init(_ value: Int) {
        isNegative = value < 0
        words = value == 0 ? [] : [UInt64(value.magnitude)]
    }

    static func * (left: LongInteger, right: Int) -> LongInteger {
        var product = left
        product.multiply(by: right)
        return product
    }

    mutating func multiply(by other: Int) {
        guard other != 0, !words.isEmpty else {
            self = LongInteger(0)
            return
        }
        let factor = UInt64(other.magnitude)
        var carry: UInt64 = 0
        for index in words.indices {
            let (high, low) = words[index].multipliedFullWidth(by: factor)
            let (sum, overflow) = low.addingReportingOverflow(carry)
            words[index] = sum
            carry = high + (overflow ? 1 : 0)
        }
        if carry > 0 { words.append(carry) }
        isNegative = isNegative != (other < 0)
    }

    static func + (left: LongInteger, right: LongInteger) -> LongInteger {
        var sum = left
        if left.isNegative == right.isNegative {
            sum.words = added(left.words, right.words)
        } else if isLess(left.words, right.words) {
            sum.words = subtracted(right.words, left.words)
            sum.isNegative = right.isNegative
        } else {
            sum.words = subtracted(left.words, right.words)
            if sum.words.isEmpty { sum.isNegative = false }
        }
        return sum
    }

    static func - (left: LongInteger, right: LongInteger) -> LongInteger { left + right * -1 }

    static func < (left: LongInteger, right: LongInteger) -> Bool {
        switch (left.isNegative, right.isNegative) {
        case (true, false): true
        case (false, true): false
        case (false, false): isLess(left.words, right.words)
        case (true, true): isLess(right.words, left.words)
        }
    }

    /// The quotient of two numbers, neither of them negative, to the precision of floating point.
    static func ratio(_ top: LongInteger, _ bottom: LongInteger) -> Double {
        let distance = top.words.count - bottom.words.count
        return Double(sign: .plus, exponent: 64 * distance, significand: top.leading / bottom.leading)
    }

    /// The highest three words as a fraction of one unit of the highest.
    private var leading: Double {
        words.suffix(3).reversed().enumerated().reduce(0) { sum, part in
            sum + Double(sign: .plus, exponent: -64 * part.offset, significand: Double(part.element))
        }
    }

    private static func isLess(_ left: [UInt64], _ right: [UInt64]) -> Bool {
        guard left.count == right.count else { return left.count < right.count }
        for index in left.indices.reversed() where left[index] != right[index] {
            return left[index] < right[index]
        }
        return false
    }

    private static func added(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
        var (sum, other) = left.count >= right.count ? (left, right) : (right, left)
        other += [UInt64](repeating: 0, count: sum.count - other.count)
        var carry: UInt64 = 0
        for index in sum.indices {
            let (first, once) = sum[index].addingReportingOverflow(other[index])
            let (second, again) = first.addingReportingOverflow(carry)
            sum[index] = second
            carry = once || again ? 1 : 0
        }
        if carry > 0 { sum.append(carry) }
        return sum
    }

    /// `left` must not be less than `right`.
    private static func subtracted(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
        var difference = left
        var borrow: UInt64 = 0
        for index in left.indices {
            let (first, once) = left[index].subtractingReportingOverflow(
                index < right.count ? right[index] : 0)
            let (second, again) = first.subtractingReportingOverflow(borrow)
            difference[index] = second
            borrow = once || again ? 1 : 0
        }
        while difference.last == 0 { difference.removeLast() }
        return difference
    }
}
