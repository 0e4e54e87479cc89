import Domain
import Foundation
import Intake
import Site

/// Pictures of the demonstration, drawn in flat colours at the size that is asked for.
enum DemonstrationPictures {
    private static let ink: UInt32 = 0xFF1B_2238
    private static let paper: UInt32 = 0xFFFF_FCF6
    private static let honey: UInt32 = 0xFFF4_B41A
    private static let line: UInt32 = 0xFFD8_CFBC
    private static let leaf: UInt32 = 0xFF1B_6E46

    /// A low sun over hills, and the trace of a flight.
    static func cover(alternative: String) throws -> AttachmentContent {
        func drawn(_ width: Int) throws -> Picture {
            var canvas = Canvas(width: width, height: width * 2 / 3)
            canvas.shade(from: (0xFF, 0xF4, 0xDA), to: (0xF6, 0xC9, 0x6A))
            canvas.disc(x: 0.60, y: 0.31, radius: 0.12, honey)
            canvas.disc(x: 0.60, y: 0.31, radius: 0.098, 0xFFFF_D873)
            for step in 0..<24 {
                let along = Double(step) / 24
                canvas.disc(
                    x: 0.08 + 0.66 * along, y: 0.34 - 0.24 * sin(.pi * (0.1 + 0.75 * along)), radius: 0.004,
                    ink)
            }
            canvas.disc(x: 0.74, y: 0.225, radius: 0.012, ink)
            canvas.hill(at: 0.55, height: 0.030, waves: 0.8, phase: 0.6, 0xFF9D_B2CF)
            canvas.hill(at: 0.65, height: 0.038, waves: 1.1, phase: 2.4, 0xFF5F_7BA8)
            canvas.hill(at: 0.77, height: 0.034, waves: 1.0, phase: 4.4, 0xFF34_4B7C)
            canvas.hill(at: 0.89, height: 0.026, waves: 0.7, phase: 1.2, ink)
            return try canvas.picture()
        }
        return AttachmentContent(
            whole: try drawn(1_200), small: try drawn(480), name: "couverture", description: alternative)
    }

    /// A card with three lines and a number to call.
    static func card(name: String, description: String) throws -> AttachmentContent {
        try sketch(name: name, description: description) { canvas in
            canvas.box(0.14, 0.10, 0.86, 0.57, line)
            canvas.box(0.145, 0.107, 0.855, 0.563, 0xFFFF_FFFF)
            canvas.box(0.145, 0.107, 0.855, 0.20, honey)
            canvas.box(0.19, 0.135, 0.52, 0.172, ink)
            for (row, end) in [0.74, 0.66, 0.70].enumerated() {
                let top = 0.25 + Double(row) * 0.06
                canvas.disc(x: 0.21, y: top + 0.014, radius: 0.014, leaf)
                canvas.box(0.25, top, end, top + 0.028, line)
            }
            canvas.box(0.19, 0.46, 0.60, 0.515, ink)
        }
    }

    /// A list of boxes, half of them ticked.
    static func list(name: String, description: String) throws -> AttachmentContent {
        try sketch(name: name, description: description) { canvas in
            canvas.box(0.24, 0.04, 0.76, 0.63, line)
            canvas.box(0.245, 0.047, 0.755, 0.623, 0xFFFF_FFFF)
            for (row, end) in [0.66, 0.58, 0.69, 0.62, 0.55, 0.64].enumerated() {
                let top = 0.09 + Double(row) * 0.085
                canvas.box(0.29, top, 0.335, top + 0.045, ink)
                canvas.box(0.296, top + 0.006, 0.329, top + 0.039, row % 2 == 0 ? honey : 0xFFFF_FFFF)
                canvas.box(0.37, top + 0.010, end, top + 0.036, row % 2 == 0 ? ink : line)
            }
        }
    }

    private static func sketch(name: String, description: String, _ draw: (inout Canvas) -> Void) throws
        -> AttachmentContent
    {
        func drawn(_ width: Int) throws -> Picture {
            var canvas = Canvas(width: width, height: width * 2 / 3)
            canvas.box(0, 0, 1, 1, paper)
            draw(&canvas)
            return try canvas.picture()
        }
        return AttachmentContent(
            whole: try drawn(960), small: try drawn(480), name: name, description: description)
    }
}

/// Pixels that are painted in flat shapes; places and lengths are parts of the width.
private struct Canvas {
    let width: Int
    let height: Int
    private var pixels: [UInt32]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        pixels = [UInt32](repeating: 0xFFFF_FFFF, count: width * height)
    }

    func picture() throws -> Picture { try Picture.drawn(width: width, height: height, pixels) }

    private mutating func run(_ row: Int, from left: Int, to right: Int, _ colour: UInt32) {
        guard (0..<height).contains(row), max(0, left) < min(width, right) else { return }
        var place = row * width + max(0, left)
        let end = row * width + min(width, right)
        while place < end {
            pixels[place] = colour
            place += 1
        }
    }

    private func length(_ part: Double) -> Int { Int((part * Double(width)).rounded()) }

    mutating func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double, _ colour: UInt32) {
        for row in max(0, length(top))..<max(1, min(height, length(bottom))) where row < length(bottom) {
            run(row, from: length(left), to: length(right), colour)
        }
    }

    mutating func disc(x: Double, y: Double, radius: Double, _ colour: UInt32) {
        let reach = max(1, length(radius))
        for down in -reach...reach {
            let half = Int(Double(reach * reach - down * down).squareRoot().rounded())
            run(length(y) + down, from: length(x) - half, to: length(x) + half, colour)
        }
    }

    /// All below a line of hills.
    mutating func hill(at middle: Double, height rise: Double, waves: Double, phase: Double, _ colour: UInt32)
    {
        for column in 0..<width {
            let along = Double(column) / Double(width)
            let curve = sin(along * waves * 2 * .pi + phase) + 0.4 * sin(along * waves * 5 * .pi + phase * 2)
            var place =
                max(0, length(middle * Double(height) / Double(width) - rise * curve)) * width + column
            while place < pixels.count {
                pixels[place] = colour
                place += width
            }
        }
    }

    /// From one colour at the top to another at the bottom.
    mutating func shade(from top: (Int, Int, Int), to bottom: (Int, Int, Int)) {
        for row in 0..<height {
            func mixed(_ first: Int, _ last: Int) -> UInt32 {
                UInt32(first + (last - first) * row / max(1, height - 1))
            }
            let colour =
                0xFF00_0000 | mixed(top.0, bottom.0) << 16 | mixed(top.1, bottom.1) << 8
                | mixed(top.2, bottom.2)
            run(row, from: 0, to: width, colour)
        }
    }
}
