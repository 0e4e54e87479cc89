import HTTPTypes
import NIOCore

/// Gathers the body of one request, never more than its limit.
struct BodyReader {
    private enum Step {
        case counted(left: Int)
        case size
        case data(left: Int)
        case dataEnd
        case trailers
        case done
    }

    /// The longest line of a chunk's size with its extensions, and all the trailers together, in bytes.
    private static let longestLine = 256
    private static let longestTrailers = 4_096

    private(set) var bytes: [UInt8] = []
    /// Bytes of the body that came, kept or not.
    private(set) var received = 0
    private let limit: BodyLimit
    private var step: Step
    private var trailerBytes = 0

    /// Whether more came than is kept.
    var isCut: Bool { received > limit.most }

    /// A reader for a body of this framing.
    /// - Throws: a `Rejection` of 413 when the announced length is over the limit and its surplus.
    init(framing: RequestHead.Framing, limit: BodyLimit) throws(Rejection) {
        self.limit = limit
        switch framing {
        case .empty: step = .done
        case .length(let length):
            guard length <= limit.most + limit.surplus else {
                throw Rejection(.contentTooLarge, "body too large")
            }
            bytes.reserveCapacity(min(length, 64 * 1024))
            step = .counted(left: length)
        case .chunked: step = .size
        }
    }

    /// Takes what it can out of `buffer`; true when the body is complete. Trailers are checked and forgotten.
    /// - Throws: a `Rejection` when the chunks are malformed, or when they pass the limit.
    mutating func read(from buffer: inout ByteBuffer) throws(Rejection) -> Bool {
        while true {
            switch step {
            case .done: return true
            case .counted(let left):
                let left = left - take(left, from: &buffer)
                step = left == 0 ? .done : .counted(left: left)
                guard left == 0 else { return false }
            case .size:
                guard let line = try line(from: &buffer, longest: Self.longestLine) else { return false }
                let size = try Self.chunkSize(line.readableBytesUInt8Span)
                guard size <= limit.most + limit.surplus - received else {
                    throw Rejection(.contentTooLarge, "body too large")
                }
                step = size == 0 ? .trailers : .data(left: size)
            case .data(let left):
                let left = left - take(left, from: &buffer)
                step = left == 0 ? .dataEnd : .data(left: left)
                guard left == 0 else { return false }
            case .dataEnd:
                guard let line = try line(from: &buffer, longest: 0) else { return false }
                guard line.readableBytes == 0 else {
                    throw Rejection(.badRequest, "chunk longer than its size")
                }
                step = .size
            case .trailers:
                guard let line = try line(from: &buffer, longest: Self.longestTrailers - trailerBytes) else {
                    return false
                }
                trailerBytes += line.readableBytes + 2
                if line.readableBytes == 0 {
                    step = .done
                } else {
                    _ = try HeadReader.field(line.readableBytesUInt8Span)
                }
            }
        }
    }

    private mutating func take(_ count: Int, from buffer: inout ByteBuffer) -> Int {
        let taken = min(count, buffer.readableBytes)
        guard let slice = buffer.readSlice(length: taken) else { return 0 }
        bytes.append(contentsOf: slice.readableBytesView.prefix(limit.most - bytes.count))
        received += taken
        return taken
    }

    /// The next line without its CRLF, or nil when it is not all there.
    private func line(from buffer: inout ByteBuffer, longest: Int) throws(Rejection) -> ByteBuffer? {
        guard let length = try Self.lineLength(buffer.readableBytesUInt8Span, longest: longest) else {
            return nil
        }
        let line = buffer.readSlice(length: length)
        buffer.moveReaderIndex(forwardBy: 2)
        return line
    }

    private static func lineLength(_ bytes: Span<UInt8>, longest: Int) throws(Rejection) -> Int? {
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "\n") {
                guard index > 0, bytes[index - 1] == UInt8(ascii: "\r") else {
                    throw Rejection(.badRequest, "bare line feed in a chunked body")
                }
                return index - 1
            }
            guard index <= longest else { throw Rejection(.badRequest, "overlong line in a chunked body") }
        }
        return nil
    }

    private static func chunkSize(_ line: Span<UInt8>) throws(Rejection) -> Int {
        var size = 0
        var digits = 0
        while digits < line.count, let digit = PercentCoding.hexadecimalValue(of: line[digits]) {
            guard digits < 8 else { throw Rejection(.contentTooLarge, "chunk too large") }
            size = size << 4 | Int(digit)
            digits += 1
        }
        guard digits > 0 else { throw Rejection(.badRequest, "malformed chunk size") }
        guard digits == line.count || line[digits] == UInt8(ascii: ";") else {
            throw Rejection(.badRequest, "malformed chunk size")
        }
        for index in digits..<line.count where line[index] < 0x20 || line[index] > 0x7E {
            throw Rejection(.badRequest, "chunk extension is not ASCII")
        }
        return size
    }
}
