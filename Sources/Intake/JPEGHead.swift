/// What has to be known of a JPEG before it is decoded, from its markers (ITU-T T.81 annex B).
struct JPEGHead {
    /// How the camera was held: 1 to 8, as Exif has it (tag 0x0112).
    private(set) var orientation = 1
    private(set) var pixels = 0

    /// Scans beyond which a picture is a burden rather than progressive: encoders write a dozen.
    private static let mostScans = 100

    /// - Throws: `IntakeFault.broken` unless the markers lead from the first to the last.
    init(_ bytes: [UInt8]) throws(IntakeFault) {
        var place = 2
        var scans = 0
        while true {
            guard place + 1 < bytes.count else { throw .broken }
            guard bytes[place] == 0xFF else {
                // What was coded lies between markers, and so does what some cameras leave there.
                place += 1
                continue
            }
            let marker = bytes[place + 1]
            switch marker {
            case 0xD9:
                guard pixels > 0, scans > 0 else { throw .broken }
                return
            case 0x00, 0x01, 0xD0...0xD8:
                place += 2
                continue
            case 0xFF:
                place += 1
                continue
            default: break
            }
            guard place + 3 < bytes.count else { throw .broken }
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            guard length >= 2, place + 2 + length <= bytes.count else { throw .broken }
            let content = bytes[(place + 4)..<(place + 2 + length)]
            switch marker {
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                guard content.count >= 5, pixels == 0 else { throw .broken }
                let at = content.startIndex
                pixels =
                    (Int(content[at + 1]) << 8 | Int(content[at + 2]))
                    * (Int(content[at + 3]) << 8 | Int(content[at + 4]))
            case 0xDA:
                scans += 1
                guard scans <= Self.mostScans else { throw .broken }
            case 0xE1: orientation = Self.orientation(Array(content)) ?? orientation
            default: break
            }
            place += 2 + length
        }
    }

    /// The orientation that an Exif segment tells; nil if it tells none.
    private static func orientation(_ segment: [UInt8]) -> Int? {
        guard segment.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) else { return nil }
        let tiff = Array(segment.dropFirst(6))
        guard tiff.count >= 8 else { return nil }
        let isLittle = tiff[0] == UInt8(ascii: "I")
        func number(_ at: Int, _ size: Int) -> Int? {
            guard at >= 0, at + size <= tiff.count else { return nil }
            let bytes = tiff[at..<(at + size)]
            return (isLittle ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(4, 4), let entries = number(directory, 2) else { return nil }
        for entry in 0..<min(entries, 100) {
            let at = directory + 2 + entry * 12
            guard let tag = number(at, 2) else { return nil }
            if tag == 0x0112, let value = number(at + 8, 2), (1...8).contains(value) { return value }
        }
        return nil
    }
}
