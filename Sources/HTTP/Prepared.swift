import NIOCore

/// A body made once and sent many times, such as a file or a page kept in memory, with its compressed form.
public struct Prepared: Sendable {
    let identity: ByteBuffer
    let compressed: ByteBuffer?

    /// Keeps the bytes, and compresses them now if that makes them at least a tenth smaller.
    /// - Parameters:
    ///   - bytes: the body.
    ///   - level: zlib's effort, 1 to 9; nil for what is compressed already, such as a photograph.
    public init(_ bytes: [UInt8], level: Int?) {
        identity = ByteBuffer(bytes: bytes)
        if let level, bytes.count >= Compression.smallest,
            let packed = Deflater(level: level)?.gzip(bytes.span), packed.readableBytes < bytes.count / 10 * 9
        {
            compressed = packed
        } else {
            compressed = nil
        }
    }

    /// The bytes before compression.
    public var bytes: [UInt8] { Array(identity.readableBytesView) }

    /// The number of bytes before compression.
    public var count: Int { identity.readableBytes }
}
