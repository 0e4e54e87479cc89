/// The kinds of files that people may send, told by what is inside and never by a name.
public enum FileKind: String, CaseIterable, Hashable, Sendable {
    case pdf
    case png
    case jpeg
    case webp

    /// The kind of `bytes`, by the marks with which each begins; nil for anything else.
    public init?(of bytes: some Collection<UInt8>) {
        if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
        {
            self = .webp
        } else {
            return nil
        }
    }
}

/// Why a file is not taken in.
public enum IntakeFault: Error, Hashable, Sendable {
    /// It is none of the kinds that are taken.
    case unknownKind
    /// It is damaged, or written in a way that we do not read.
    case broken
    /// It has more pixels than are decoded.
    case tooManyPixels
    /// It moves: only its first picture would be left.
    case animated
    /// A document that does something when it is opened, or carries other files.
    case active
    /// A document that cannot be looked through: encrypted, or packed beyond what is unpacked here.
    case closed
}
