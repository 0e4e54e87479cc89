/// The information that duels give about strengths: a symmetric matrix, positive definite, with what is asked of its
/// inverse. Factored by Cholesky's method in the order of products of rows, in blocks that stay in the cache.
struct Information {
    private let size: Int
    /// The lower factor.
    private var lower: Square
    /// The inverse of the factor, transposed: row `j` is its column `j`. Empty until asked for.
    private var inverse = Square(size: 0)

    private static let block = 32

    /// Takes the matrix, of which only the lower half is read.
    init(_ matrix: consuming Square) {
        size = matrix.size
        lower = matrix
        let size = size
        lower.withRows { rows in
            for start in stride(from: 0, to: size, by: Self.block) {
                Self.factor(rows, size: size, block: start..<min(size, start + Self.block))
            }
        }
    }

    private static func factor(_ rows: UnsafeMutablePointer<Double>, size: Int, block: Range<Int>) {
        // Left of the block all rows are known: two of their columns at a time for four rows of the block.
        let fours = block.lowerBound..<(block.lowerBound + block.count / 4 * 4)
        for column in stride(from: 0, to: block.lowerBound, by: 2) {
            let first = rows + column * size
            let second = first + size
            for row in stride(from: fours.lowerBound, to: fours.upperBound, by: 4) {
                let start = rows + row * size
                let sums = products(ofFour: start, apart: size, withTwo: first, second, from: 0, to: column)
                for offset in 0..<4 {
                    let own = start + offset * size
                    let known = (own[column] - sums.0[offset]) / first[column]
                    own[column] = known
                    own[column + 1] =
                        (own[column + 1] - sums.1[offset] - known * second[column]) / second[column + 1]
                }
            }
        }
        for row in block {
            let own = rows + row * size
            let begin = row < fours.upperBound ? block.lowerBound : 0
            for column in begin..<row {
                let other = rows + column * size
                own[column] = (own[column] - product(own, other, 0..<column)) / other[column]
            }
            own[row] = max(own[row] - product(own, own, 0..<row), .leastNormalMagnitude).squareRoot()
        }
    }

    @inline(__always)
    private static func product(
        _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ range: Range<Int>
    ) -> Double {
        var sums = (SIMD2<Double>.zero, SIMD2<Double>.zero)
        var index = range.lowerBound
        while index + 3 < range.upperBound {
            sums.0 += SIMD2(left[index], left[index + 1]) * SIMD2(right[index], right[index + 1])
            sums.1 += SIMD2(left[index + 2], left[index + 3]) * SIMD2(right[index + 2], right[index + 3])
            index += 4
        }
        var sum = (sums.0 + sums.1).sum()
        for last in index..<range.upperBound { sum += left[last] * right[last] }
        return sum
    }

    /// The vector that the matrix takes to `goal`.
    func solve(_ goal: [Double]) -> [Double] {
        var result = goal
        lower.numbers.withUnsafeBufferPointer { numbers in
            for row in 0..<size {
                let start = row * size
                var value = result[row]
                for column in 0..<row { value -= numbers[start + column] * result[column] }
                result[row] = value / numbers[start + row]
            }
            for row in stride(from: size - 1, through: 0, by: -1) {
                let start = row * size
                let value = result[row] / numbers[start + row]
                result[row] = value
                for column in 0..<row { result[column] -= value * numbers[start + column] }
            }
        }
        return result
    }

    /// Makes ``covariance(_:_:)`` ready to be asked.
    mutating func invert() {
        inverse = Square(size: size)
        let size = size
        lower.withRows { factor in
            inverse.withRows { columns in
                for start in stride(from: 0, to: size, by: Self.block) {
                    Self.invert(factor, into: columns, size, block: start..<min(size, start + Self.block))
                }
            }
        }
    }

    private static func invert(
        _ factor: UnsafeMutablePointer<Double>, into columns: UnsafeMutablePointer<Double>, _ size: Int,
        block: Range<Int>
    ) {
        for column in block {
            let own = columns + column * size
            own[column] = 1 / factor[column * size + column]
            for row in (column + 1)..<max(column + 1, block.upperBound) {
                let other = factor + row * size
                own[row] = -product(other, own, column..<row) / other[row]
            }
        }
        var row = block.upperBound
        while row < size {
            let four = row + 4 <= size
            for column in stride(from: block.lowerBound, to: block.upperBound, by: 2) {
                let first = columns + column * size
                let pair = column + 1 < block.upperBound
                if four && pair {
                    let second = first + size
                    let sums = products(
                        ofFour: factor + row * size, apart: size, withTwo: first, second, from: column,
                        to: row)
                    for offset in 0..<4 {
                        let other = factor + (row + offset) * size
                        let rest = row..<(row + offset)
                        let diagonal = other[row + offset]
                        first[row + offset] = -(sums.0[offset] + product(other, first, rest)) / diagonal
                        second[row + offset] = -(sums.1[offset] + product(other, second, rest)) / diagonal
                    }
                } else {
                    for one in column..<(pair ? column + 2 : column + 1) {
                        let own = columns + one * size
                        for index in row..<min(size, row + 4) {
                            let other = factor + index * size
                            own[index] = -product(other, own, one..<index) / other[index]
                        }
                    }
                }
            }
            row += 4
        }
    }

    /// An entry of the inverse of the matrix, once ``invert()`` was called.
    func covariance(_ row: Int, _ column: Int) -> Double {
        var sum = 0.0
        for index in max(row, column)..<size { sum += inverse[row, index] * inverse[column, index] }
        return sum
    }
}
