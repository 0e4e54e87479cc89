import CPicture
import CZlib

@testable import Intake

/// Files as people's machines write them.
enum Samples {
    /// A PNG, red on its left half and blue on its right.
    static func png(width: Int, height: Int) -> [UInt8] {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        image.width = UInt32(width)
        image.height = UInt32(height)
        image.format = 0x02
        let pixels = halves(width: width, height: height)
        var length = 0
        png_image_write_to_memory(&image, nil, &length, 0, pixels, 0, nil)
        var bytes = [UInt8](repeating: 0, count: length)
        png_image_write_to_memory(&image, &bytes, &length, 0, pixels, 0, nil)
        return bytes
    }

    /// A JPEG of the same, with an Exif segment that tells how it was held, and where.
    static func jpeg(width: Int, height: Int, orientation: UInt8 = 1, secret: String = "") -> [UInt8] {
        let encoder = tjInitCompress()
        defer { tjDestroy(encoder) }
        var start: UnsafeMutablePointer<UInt8>?
        var length: UInt = 0
        tjCompress2(
            encoder, halves(width: width, height: height), Int32(width), 0, Int32(height),
            Int32(TJPF_RGB.rawValue), &start, &length, Int32(TJSAMP_444.rawValue), 95, 0)
        defer { tjFree(start) }
        let plain = Array(UnsafeBufferPointer(start: start, count: Int(length)))
        var exif =
            Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]
        exif += [0, 0, 0, 0, 0, 0] + Array(secret.utf8)
        let size = exif.count + 2
        return [0xFF, 0xD8, 0xFF, 0xE1, UInt8(size >> 8), UInt8(size & 255)] + exif + plain.dropFirst(2)
    }

    private static func halves(width: Int, height: Int) -> [UInt8] {
        (0..<height).flatMap { _ in
            (0..<width).flatMap { $0 < width / 2 ? [230, 20, 20] as [UInt8] : [20, 20, 230] }
        }
    }

    /// The colour of a picture's pixel: `r`, `b`, or `?`.
    static func colour(of picture: Picture, x: Int, y: Int) -> Character {
        var width: Int32 = 0
        var height: Int32 = 0
        guard let pixels = WebPDecodeRGB(picture.bytes, picture.bytes.count, &width, &height) else {
            return "?"
        }
        defer { WebPFree(pixels) }
        let at = (y * Int(width) + x) * 3
        if pixels[at] > 150, pixels[at + 2] < 100 { return "r" }
        return pixels[at + 2] > 150 && pixels[at] < 100 ? "b" : "?"
    }

    /// A PDF with `body` among its objects.
    static func pdf(_ body: [UInt8]) -> [UInt8] {
        Array("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n".utf8) + body
            + Array("\nxref\n0 1\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n".utf8)
    }

    /// An object stream that holds `content`, packed.
    static func objectStream(_ content: String, dictionary: String = "/Type /ObjStm /Filter /FlateDecode")
        -> [UInt8]
    {
        let plain = Array(content.utf8)
        var length = compressBound(UInt(plain.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        compress(&packed, &length, plain, UInt(plain.count))
        return Array("5 0 obj << \(dictionary) /N 1 /Length \(length) >>\nstream\r\n".utf8)
            + packed.prefix(Int(length)) + Array("\nendstream endobj".utf8)
    }
}
