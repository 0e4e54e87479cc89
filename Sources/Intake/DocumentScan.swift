/// Looks through a PDF (ISO 32000) for what acts by itself when it is opened, and for files within.
///
/// It is a bounded look, not a reading: it finds the names of such things wherever they stand, in the file and in its
/// packed object streams. What a viewer does with a document's ordinary content, and faults in viewers, are beyond it.
public struct DocumentScan {
    /// What object streams may unpack to, all together, in bytes.
    private static let mostUnpacked = 32 * 1_024 * 1_024
    /// Names of what a document must not have: scripts, starting programs, files within, forms that send themselves.
    private static let active: Set<[UInt8]> = Set(
        [
            "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "SubmitForm", "ImportData",
            "XFA", "GoToE",
        ].map { Array($0.utf8) })
    private static let encryption = Array("Encrypt".utf8)
    private static let objectStream = Array("ObjStm".utf8)
    private static let deflated = Array("FlateDecode".utf8)
    /// Names in an object stream's dictionary that say it is packed in a way that is not unpacked here.
    private static let strange: Set<[UInt8]> = Set(
        ["ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "RunLengthDecode", "Crypt", "DecodeParms", "F"].map {
            Array($0.utf8)
        })

    private let bytes: [UInt8]

    /// - Throws: `IntakeFault.broken` without the marks of a whole PDF, `.active` if it acts or carries files, `.closed`
    ///   if it is encrypted or packed so that this cannot be told.
    public static func check(_ bytes: [UInt8]) throws(IntakeFault) {
        try DocumentScan(bytes: bytes).check()
    }

    private func check() throws(IntakeFault) {
        guard FileKind(of: bytes) == .pdf, bytes.count > 32,
            Self.contains(Array("%%EOF".utf8), in: bytes[(bytes.count - min(bytes.count, 1_024))...])
        else { throw .broken }
        let names = Self.names(in: bytes[...])
        try Self.refuseActive(names)
        try unpack(expecting: names.count { $0 == Self.objectStream })
    }

    private static func refuseActive(_ names: [[UInt8]]) throws(IntakeFault) {
        for name in names {
            if active.contains(name) { throw .active }
            if name == encryption { throw .closed }
        }
    }

    /// Looks into each object stream: what stands before the word `stream` since the last `obj` is its dictionary.
    private func unpack(expecting count: Int) throws(IntakeFault) {
        guard count > 0 else { return }
        let (object, stream) = (Array("obj".utf8), Array("stream".utf8))
        var unpacked = 0
        var seen = 0
        var start = 0
        var place = 0
        while place < bytes.count {
            // Both words are looked for at every place: what a reader takes for content is nothing to rely on.
            if bytes[place] == object[0], bytes[place...].starts(with: object) {
                start = place
            } else if bytes[place] == stream[0], bytes[place...].starts(with: stream) {
                let dictionary = Self.names(in: bytes[start..<place])
                if dictionary.contains(Self.objectStream) {
                    seen += 1
                    guard !dictionary.contains(where: Self.strange.contains) else { throw .closed }
                    if dictionary.contains(Self.deflated) {
                        let content = try Inflater.unpack(
                            bytes[contentStart(after: place + stream.count)...],
                            atMost: Self.mostUnpacked - unpacked)
                        unpacked += content.count
                        try Self.refuseActive(Self.names(in: content[...]))
                    }
                }
                start = place
            }
            place += 1
        }
        // One that is not where it seems to be was not looked into.
        guard seen >= count else { throw .closed }
    }

    private func contentStart(after place: Int) -> Int {
        var place = place
        if place < bytes.count, bytes[place] == 13 { place += 1 }
        if place < bytes.count, bytes[place] == 10 { place += 1 }
        return place
    }

    /// Every name (`/Launch`), its escapes (`#61`) undone; those of more than 32 bytes are none that we look for.
    private static func names(in bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        var names: [[UInt8]] = []
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                guard bytes[place] == UInt8(ascii: "/") else {
                    place += 1
                    continue
                }
                place += 1
                var name: [UInt8] = []
                while place < bytes.count, name.count <= 32, isRegular(bytes[place]) {
                    if bytes[place] == UInt8(ascii: "#"), place + 2 < bytes.count,
                        let high = digit(bytes[place + 1]), let low = digit(bytes[place + 2])
                    {
                        name.append(high << 4 | low)
                        place += 3
                    } else {
                        name.append(bytes[place])
                        place += 1
                    }
                }
                if (1...32).contains(name.count) { names.append(name) }
            }
        }
        return names
    }

    private static func isRegular(_ byte: UInt8) -> Bool {
        byte > 32 && !"()<>[]{}/%".utf8.contains(byte)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func contains(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: wanted) }
    }
}
