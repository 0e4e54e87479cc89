import Domain
import Foundation
import Synchronization
import Templating

/// A challenge's picture: a comb of hexagons in the hues of its theme, a few cells lit like ideas arriving. It follows
/// from number and theme alone, so it is the same wherever it is drawn.
enum Cover {
    private static let honey = "#f4b41a"
    private static let drawn = Mutex<[Key: HTML]>([:])

    private struct Key: Hashable {
        let number: Int64
        let firstHue: Int
        let secondHue: Int
    }

    private struct Cell: Equatable {
        let x: Int
        let y: Int

        var path: String { "M\(x) \(y)l20 12v22l-20 12-20-12v-22z" }
        var smallPath: String { "M\(x) \(y + 16)l6 3v7l-6 3-6-3v-7z" }
    }

    /// The picture as an inline SVG of less than 2 kB, hidden from screen readers.
    static func svg(of challenge: ChallengeID, theme: Theme) -> HTML {
        svg(number: challenge.rawValue, theme: theme)
    }

    /// The picture of a theme itself: no challenge has a number below zero.
    static func svg(of theme: Theme) -> HTML {
        svg(number: -theme.id.rawValue, theme: theme)
    }

    private static func svg(number: Int64, theme: Theme) -> HTML {
        let key = Key(number: number, firstHue: theme.hues.0, secondHue: theme.hues.1)
        if let known = drawn.withLock({ $0[key] }) { return known }
        let picture = HTML(trusted: draw(number: number, hues: theme.hues))
        drawn.withLock { drawn in
            if drawn.count > 2_000 { drawn.removeAll() }
            drawn[key] = picture
        }
        return picture
    }

    static func draw(number: Int64, hues: (Int, Int)) -> String {
        let colours = tints(from: hues.0, to: hues.1)
        var chance = SplitMix64(
            state: UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(hues.0))
        var (levels, open) = comb(&chance)

        var lit: [Cell] = []
        for _ in 0..<(3 + chance.below(3)) where !open.isEmpty {
            let (cell, level) = open.remove(at: chance.below(open.count))
            lit.append(cell)
            levels[level].removeAll { $0 == cell }
        }
        var small: [Cell] = []
        for _ in 0..<4 where !levels[0].isEmpty {
            small.append(levels[0].remove(at: chance.below(levels[0].count)))
        }

        var svg = """
            <svg class="comb" viewBox="0 0 360 120" preserveAspectRatio="xMidYMid slice" aria-hidden="true" \
            focusable="false"><path fill="\(colours[0])" d="M0 0h360v120H0z"/><g stroke="\(colours[0])" \
            stroke-width="2">
            """
        for level in 1...5 where !levels[level].isEmpty {
            svg += "<path fill=\"\(colours[level])\" d=\"\(levels[level].map(\.path).joined())\"/>"
        }
        svg +=
            "<path fill=\"\(honey)\" d=\"\(lit.map(\.path).joined() + small.map(\.smallPath).joined())\"/></g></svg>"
        return svg
    }

    /// The cells by their level, 0 being the ground that shows; and those of the low levels, which may be lit.
    private static func comb(_ chance: inout SplitMix64) -> (levels: [[Cell]], open: [(Cell, level: Int)]) {
        let corner = chance.below(4)
        var levels = [[Cell]](repeating: [], count: 6)
        var open: [(Cell, level: Int)] = []
        for row in 0...3 {
            for column in 0...9 {
                let cell = Cell(x: 40 * column + (row % 2 == 1 ? 20 : 0), y: 34 * row - 13)
                var across = cell.x * 100 / 380
                var down = (cell.y + 13) * 100 / 102
                if corner & 1 != 0 { across = 100 - across }
                if corner & 2 != 0 { down = 100 - down }
                let field = 104 - 78 * across / 100 - 26 * down / 100 + chance.below(37) - 18
                let level = field < 24 ? 0 : 1 + min(4, (field - 24) / 16)
                levels[level].append(cell)
                if level <= 2 { open.append((cell, level)) }
            }
        }
        return (levels, open)
    }

    /// Six tints from one hue to another, the ground first: OKLCH turned into sRGB
    /// (Björn Ottosson, "A perceptual color space for image processing", 2020).
    private static func tints(from first: Int, to second: Int) -> [String] {
        let steps = zip([0.95, 0.90, 0.80, 0.66, 0.50, 0.36], [0.022, 0.045, 0.075, 0.095, 0.10, 0.085])
        return steps.enumerated().map { index, tint in
            let hue = (Double(first) + Double(second - first) * Double(index) / 5) * .pi / 180
            return colour(lightness: tint.0, a: tint.1 * cos(hue), b: tint.1 * sin(hue))
        }
    }

    private static func colour(lightness: Double, a: Double, b: Double) -> String {
        let l = pow(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b, 3)
        let m = pow(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b, 3)
        let s = pow(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b, 3)
        let linear = [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ]
        return linear.reduce("#") { text, light in
            let value = light <= 0.003_130_8 ? 12.92 * light : 1.055 * pow(max(light, 0), 1 / 2.4) - 0.055
            let byte = Int((255 * min(1, max(0, value))).rounded())
            return text + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}

/// A small generator of numbers that look random and follow from a seed
/// (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `limit`.
    mutating func below(_ limit: Int) -> Int {
        Int(next() % UInt64(limit))
    }
}
