import Testing

@testable import Intake

@Suite struct PictureTests {
    @Test("A picture is told by what is inside, and made anew in the sizes that are asked for")
    func sizes() throws {
        for bytes in [Samples.png(width: 600, height: 300), Samples.jpeg(width: 600, height: 300)] {
            let made = try Picture.remake(
                bytes, as: [.within(1_000), .within(100), .filling(width: 60, height: 40)])
            #expect(made.map(\.width) == [600, 100, 60])
            #expect(made.map(\.height) == [300, 50, 40])
            for picture in made {
                #expect(FileKind(of: picture.bytes) == .webp)
                #expect(Samples.colour(of: picture, x: 2, y: 2) == "r")
                #expect(Samples.colour(of: picture, x: picture.width - 3, y: 2) == "b")
            }
            // What was made can be sent again.
            #expect(try Picture.remake(made[0].bytes, as: [.within(50)])[0].width == 50)
        }
    }

    @Test("A photograph stands upright, whichever way the camera was held", arguments: 1...8)
    func orientation(_ held: Int) throws {
        let made = try Picture.remake(
            Samples.jpeg(width: 80, height: 40, orientation: UInt8(held)), as: [.within(1_000)])[0]
        #expect(made.width == (held < 5 ? 80 : 40) && made.height == (held < 5 ? 40 : 80))
        // Where the red half comes to lie: on the left, right, top or bottom (Exif 2.32, 4.6.4).
        let first = Samples.colour(of: made, x: 3, y: 3)
        let last = Samples.colour(of: made, x: made.width - 4, y: made.height - 4)
        #expect(first == ([1, 4, 5, 6].contains(held) ? "r" : "b"))
        #expect(last == ([1, 4, 5, 6].contains(held) ? "b" : "r"))
    }

    @Test("Nothing that the sender did not mean to show is left")
    func stripped() throws {
        let secret = "GPS 48.8566 N 2.3522 E"
        let bytes = Samples.jpeg(width: 64, height: 64, secret: secret)
        #expect(String(decoding: bytes, as: UTF8.self).contains(secret))
        let made = try Picture.remake(bytes, as: [.within(64)])[0]
        #expect(!String(decoding: made.bytes, as: UTF8.self).contains("GPS"))
        #expect(!String(decoding: made.bytes, as: UTF8.self).contains("EXIF"))
    }

    @Test("What is cut off, damaged or something else is refused, wherever the fault is")
    func broken() throws {
        for whole in [Samples.png(width: 90, height: 60), Samples.jpeg(width: 90, height: 60)] {
            for length in stride(from: 12, to: whole.count - 2, by: max(1, whole.count / 60)) {
                #expect(throws: IntakeFault.broken, "cut at \(length) of \(whole.count)") {
                    try Picture.remake(Array(whole.prefix(length)), as: [.within(50)])
                }
            }
        }
        for other in ["", "GIF89a", "%PDF-1.7", "<svg/>", "RIFF1234WAVE"] {
            #expect(throws: IntakeFault.unknownKind) {
                try Picture.remake(Array(other.utf8), as: [.within(50)])
            }
        }
    }

    @Test("A picture that would fill the memory is refused by its announced size")
    func bomb() throws {
        // The head of a PNG, its width and height made huge; the checksum of a head is not what keeps it out.
        var png = Samples.png(width: 10, height: 10)
        png.replaceSubrange(16..<24, with: [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30])
        png.replaceSubrange(29..<33, with: Self.checksum(png[12..<29]))
        #expect(throws: IntakeFault.tooManyPixels) { try Picture.remake(png, as: [.within(50)]) }
        var jpeg = Samples.jpeg(width: 16, height: 16)
        let frame = try #require(jpeg.indices.first { jpeg[$0...].starts(with: [0xFF, 0xC0]) })
        jpeg.replaceSubrange((frame + 5)..<(frame + 9), with: [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(throws: IntakeFault.tooManyPixels) { try Picture.remake(jpeg, as: [.within(50)]) }
    }

    /// The CRC-32 of a PNG's chunk, the highest byte first.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var crc: UInt32 = .max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        crc = ~crc
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: crc >> $0) }
    }

    @Test("What is drawn is a picture")
    func drawn() throws {
        let made = try Picture.drawn(width: 30, height: 20, [UInt32](repeating: 0xFFE6_1414, count: 600))
        #expect(Samples.colour(of: made, x: 15, y: 10) == "r")
        #expect(throws: IntakeFault.broken) { try Picture.drawn(width: 30, height: 20, [1, 2, 3]) }
    }
}
