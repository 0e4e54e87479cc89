/// A square of numbers, row after row, with the one operation on which its users spend their time.
struct Square {
    let size: Int
    private(set) var numbers: [Double]

    init(size: Int) {
        self.size = size
        numbers = [Double](repeating: 0, count: size * size)
    }

    subscript(row: Int, column: Int) -> Double {
        get { numbers[row * size + column] }
        set { numbers[row * size + column] = newValue }
    }

    /// Gives the numbers as they lie in memory, row after row.
    mutating func withRows<Failure: Error>(
        _ body: (UnsafeMutablePointer<Double>) throws(Failure) -> Void
    ) throws(Failure) {
        try numbers.withUnsafeMutableBufferPointer { buffer throws(Failure) in
            if let start = buffer.baseAddress { try body(start) }
        }
    }
}

/// Inner products of stretches of four rows with two others, two numbers at a time: eight sums that stay in registers,
/// for six loads a step.
@inline(__always)
func products(
    ofFour rows: UnsafePointer<Double>, apart: Int, withTwo first: UnsafePointer<Double>,
    _ second: UnsafePointer<Double>, from start: Int, to end: Int
) -> (SIMD4<Double>, SIMD4<Double>) {
    typealias Pair = SIMD2<Double>
    let (a, b) = (UnsafeRawPointer(rows), UnsafeRawPointer(rows + apart))
    let (c, d) = (UnsafeRawPointer(rows + 2 * apart), UnsafeRawPointer(rows + 3 * apart))
    let (x, y) = (UnsafeRawPointer(first), UnsafeRawPointer(second))
    var (ax, bx, cx, dx) = (Pair.zero, Pair.zero, Pair.zero, Pair.zero)
    var (ay, by, cy, dy) = (Pair.zero, Pair.zero, Pair.zero, Pair.zero)
    var index = start
    while index + 1 < end {
        let offset = index * 8
        let xs = x.loadUnaligned(fromByteOffset: offset, as: Pair.self)
        let ys = y.loadUnaligned(fromByteOffset: offset, as: Pair.self)
        let first = a.loadUnaligned(fromByteOffset: offset, as: Pair.self)
        ax += first * xs
        ay += first * ys
        let second = b.loadUnaligned(fromByteOffset: offset, as: Pair.self)
        bx += second * xs
        by += second * ys
        let third = c.loadUnaligned(fromByteOffset: offset, as: Pair.self)
        cx += third * xs
        cy += third * ys
        let fourth = d.loadUnaligned(fromByteOffset: offset, as: Pair.self)
        dx += fourth * xs
        dy += fourth * ys
        index += 2
    }
    var byFirst = SIMD4(ax.sum(), bx.sum(), cx.sum(), dx.sum())
    var bySecond = SIMD4(ay.sum(), by.sum(), cy.sum(), dy.sum())
    if index < end {
        let last = SIMD4(rows[index], rows[apart + index], rows[2 * apart + index], rows[3 * apart + index])
        byFirst += last * first[index]
        bySecond += last * second[index]
    }
    return (byFirst, bySecond)
}
