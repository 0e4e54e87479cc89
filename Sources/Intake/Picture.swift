import CPicture

/// A picture made anew: WebP of pixels alone, without anything that the one who sent it did not mean to show, such as
/// where a photograph was taken.
public struct Picture: Hashable, Sendable {
    /// The WebP.
    public let bytes: [UInt8]
    /// In pixels.
    public let width: Int
    public let height: Int

    /// The most pixels that are decoded: a photograph of 8,000 times 6,000, or 200 MB while it is worked on.
    public static let mostPixels = 50_000_000

    /// What a picture is made to fit.
    public enum Frame: Hashable, Sendable {
        /// At most so many pixels wide and high; a smaller picture stays as it is.
        case within(Int)
        /// Cut from the middle to this shape, and at most so large.
        case filling(width: Int, height: Int)
    }

    /// Decodes `bytes` and makes a picture for each frame.
    ///
    /// It computes for up to some seconds and needs up to 4 bytes a pixel: not for an event loop, and one at a time.
    /// - Throws: `IntakeFault` if it is no picture, has too many pixels, moves, or is damaged.
    public static func remake(_ bytes: [UInt8], as frames: [Frame]) throws(IntakeFault) -> [Picture] {
        let largest = frames.map(\.longestSide).max() ?? 0
        let (source, orientation) = try PixelBuffer.decode(bytes, enoughFor: largest)
        var made: [Picture] = []
        for frame in frames {
            // Cut and scaled as it was taken, then turned: fewer pixels have to be moved.
            let isTurned = orientation >= 5
            guard let framed = source.framed(isTurned ? frame.turned : frame),
                let upright = framed.turned(orientation)
            else { throw .broken }
            made.append(try upright.encoded())
        }
        return made
    }

    /// A picture that was computed.
    /// - Parameter pixels: 0xAARRGGBB, row by row from the top.
    /// - Throws: `IntakeFault.broken` for a size that WebP does not have, or another number of pixels.
    public static func drawn(width: Int, height: Int, _ pixels: [UInt32]) throws(IntakeFault) -> Picture {
        guard pixels.count == width * height, let buffer = PixelBuffer(width: width, height: height) else {
            throw .broken
        }
        buffer.fill { x, y in pixels[y * width + x] }
        return try buffer.encoded()
    }
}

extension Picture.Frame {
    var longestSide: Int {
        switch self {
        case .within(let side): side
        case .filling(let width, let height): max(width, height) * 2
        }
    }

    /// The same on its side.
    var turned: Picture.Frame {
        switch self {
        case .within: self
        case .filling(let width, let height): .filling(width: height, height: width)
        }
    }
}
